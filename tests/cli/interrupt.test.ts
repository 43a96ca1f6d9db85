import { suite } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import { buildout } from './buildout.ts';

/** Ctrl-C in each command that takes its time: what is done is told and valid, or nothing is. */
const test = suite('interrupt');

const NAME = 'stargate-central';
const MANY = ['--members', '100000', '--format', 'json'];

/** How far each says it got, and of how many. */
const COMMANDS: readonly (readonly [args: readonly string[], what: string, done: (out: string) => unknown])[] = [
  [['ensemble', NAME, ...MANY, '--series', 'npv'], 'members', (out) => JSON.parse(out).members],
  [['ensemble', NAME, ...MANY, '--of', 'npv'], 'members', (out) => JSON.parse(out).distribution.values.length],
  [['ensemble', NAME, ...MANY, '--rows', 'draws'], 'members', (out) => JSON.parse(out).rows.length],
  [
    ['ensemble', NAME, '--members', '100000', '--rows', 'runs', '--series', 'spending', '--format', 'csv'],
    'members',
    (out) => (out.split('\n').length - 2) / 181,
  ],
  [
    ['importance', NAME, ...MANY, '--of', 'npv', '--scatter', 'slip'],
    'members',
    (out) => JSON.parse(out).scatter.inputs.length / 2,
  ],
  [
    ['region', NAME, '--x', 'slip', '--y', 'it_cost', '--target', 'npv>=0', '--points', '400', '--format', 'json'],
    'points',
    (out) => JSON.parse(out).holds.flat().length,
  ],
  [['tornado', NAME, '--of', 'npv', '--format', 'json'], 'levers', (out) => JSON.parse(out).rows.length],
  [['check', NAME, '--chances', ...MANY], 'members', (out) => JSON.parse(out).chances[0].members],
];

for (const [args, what, done] of COMMANDS) {
  test(`${args.slice(0, 1)} ${args.filter((word) => /^--(?:of|rows|chances)|draws|runs/.test(word)).join(' ')}`, async () => {
    const running = buildout(args);
    // The key is pressed as soon as somebody listens: a signal before that would end the program at once.
    while (process.listenerCount('SIGINT') === 0) await new Promise((turn) => setTimeout(turn, 1));
    // Moving each lever twice is over soon.
    if (what !== 'levers') await new Promise((turn) => setTimeout(turn, 300));
    process.emit('SIGINT');
    const { code, out, err } = await running;
    is(process.listenerCount('SIGINT'), 0);
    if (code === 130) {
      is(out, '');
      match(err, new RegExp(`^Stopped before any of [\\d,]+ ${what} was done: there is nothing to tell\\.\n$`));
      return;
    }
    is(code, 0, err);
    const [, so = '', all = ''] =
      new RegExp(`^Stopped: this is what ([\\d,]+) of ([\\d,]+) ${what} say\\.\n$`).exec(err) ?? [];
    const count = Number(so.replaceAll(',', ''));
    ok(count > 0 && count < Number(all.replaceAll(',', '')), err);
    equal(done(out), count);
  });
}

test.run();
