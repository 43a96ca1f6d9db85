import { suite } from 'uvu';
import { equal, is, match } from 'uvu/assert';
import { scenarios, setLever, toMdl, toXmile } from '../../src/index.ts';
import { buildout } from './buildout.ts';

/** The whole model for other simulators, as a person asks for it. What is in the files is the question of tests/export. */
const test = suite('export of the model');

const scenario = scenarios.find(({ id }) => id === 'stargate-central')!;

for (const [format, write, beginning] of [
  ['mdl', toMdl, /^\{UTF-8\}\n/],
  ['xmile', toXmile, /^<\?xml version="1\.0" encoding="utf-8"\?>\n<xmile /],
] as const) {
  test(`${format}: the model with the scenario's values, and with those set here`, async () => {
    const plain = await buildout(['export', 'stargate-central', '--format', format]);
    equal({ code: plain.code, err: plain.err }, { code: 0, err: '' });
    match(plain.out, beginning);
    is(plain.out, await write(scenario));
    const set = await buildout(['export', 'stargate-central', '--format', format, '--set', 'grid_wait=3.25 years']);
    is(set.out, await write(setLever(scenario, 'grid_wait', 3.25)));
    is.not(set.out, plain.out);
  });

  test(`${format}: options that choose numbers are refused`, async () => {
    const series = await buildout(['export', 'stargate-central', '--format', format, '--series', 'spending']);
    equal(series, { out: '', err: `--series chooses numbers; ${format} holds the whole model\n`, code: 2 });
    const wide = await buildout(['export', 'stargate-central', '--format', format, '--wide']);
    equal(wide, { out: '', err: '--wide is a shape of csv\n', code: 2 });
  });
}

test.run();
