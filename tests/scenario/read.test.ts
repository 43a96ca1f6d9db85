import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Library } from '../../src/scenario/extends.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { context } from './fixture.ts';
import { codes, GOOD, problems } from './good.ts';

test("a file gives plain data, every quantity in its lever's unit", () => {
  const scenario = readScenario(GOOD, { ...context, id: 'announced' });
  assert.equal(scenario, {
    format: 'buildout/1',
    model: '1.0.0+3f9c2a1',
    language: 'en',
    id: 'announced',
    title: 'Stargate as announced',
    description: 'The announcement taken at its word.',
    start: '2025-01',
    horizon: '2040-01',
    step: 1,
    commitments: [
      {
        id: 'stargate',
        title: 'Stargate',
        fields: {
          start: { central: 0 },
          total: { central: 5e11 },
          upfront: { central: 1e11 },
          years: { central: 4 },
          profile: { central: 0 },
          fab_share: { central: 0 },
        },
        funders: { SoftBank: 1.9e10, OpenAI: 1.9e10 },
        claims: ['stargate_total'],
      },
    ],
    sites: [
      {
        id: 'abilene',
        title: 'Abilene TX',
        fields: { start: { central: 0 }, share: { central: 0.12 }, grid_wait: { central: 0 } },
        region: 'ercot',
      },
    ],
    assumptions: { grid_wait: { low: 1.5, central: 4, high: 7 }, accelerator_life: { central: 5 } },
    uncertainty: { seed: 7, correlations: [['building_cost', 'chip_power', 0.5]] },
    targets: { ten_gw: { of: 'facility_in_use', at: '2029-01', least: 10_000 } },
    locks: ['stargate.total'],
    metrics: { spending_per_job: { formula: 'spent_total / jobs_total', title: 'Dollars per job' } },
  });
});

test('JSON is read too', () => {
  const text = JSON.stringify(
    { format: 'buildout/1', title: 'J', commitments: [{ id: 'a', total: 5e9, years: '18 months' }] },
    null,
    2,
  );
  assert.equal(readScenario(text, context).commitments[0]?.fields, {
    total: { central: 5e9 },
    years: { central: 1.5 },
  });
});

test('a file in another language', () => {
  const scenario = readScenario(
    `format: buildout/1
language: nl
title: Chipfabrieken
commitments: [{ id: fabs, total: "5 biljoen USD", upfront: 500 miljard dollar, buys: chip fabs }]
sites: [{ id: hier, share: "12,5 %" }]
assumptions: { grid_wait: "1,5 jaar", building_cost: 11.000 USD/kW }
`,
    context,
  );
  assert.is(scenario.commitments[0]?.fields.total?.central, 5e12);
  assert.is(scenario.commitments[0]?.fields.fab_share?.central, 1);
  assert.is(scenario.sites[0]?.fields.share?.central, 0.125);
  assert.is(scenario.assumptions.grid_wait?.central, 1.5);
  assert.is(scenario.assumptions.building_cost?.central, 11_000);
});

test('every mistake is reported at once, in the order of the file, at its place', () => {
  const found = problems(`format: buildout/1
title: Wrong
commitments:
  - id: a
    total: 500 GW
    yers: 4
sites:
  - { id: b, region: ercott, share: 12 %, grid_wait: 1 yeer }
assumptions:
  grid_wiat: 3 years
locks: [a.totl]
`);
  assert.equal(
    found.map(({ code, line, column, path, hint }) => [code, line, column, path, hint ?? '']),
    [
      ['wrong-unit', 5, 12, 'commitments.a.total', ''],
      ['unknown-field', 6, 5, 'commitments.a.yers', 'years'],
      ['not-among', 8, 22, 'sites.b.region', 'ercot'],
      ['unknown-unit', 8, 54, 'sites.b.grid_wait', 'year'],
      ['unknown-lever', 10, 3, 'assumptions.grid_wiat', 'grid_wait'],
      ['unknown-lever', 11, 9, 'locks.1', 'a.total'],
    ],
  );
  assert.match(found[0]?.message ?? '', /^line 5, column 12, commitments\.a\.total: .*found "500 GW"\. Accepted: /);
});

const shipped = readScenario(GOOD, { ...context, id: 'announced' });
const library = (files: Readonly<Record<string, string>>): Library => ({
  names: ['announced'],
  shipped: (id) => (id === 'announced' ? shipped : undefined),
  open: (path) => {
    const text = files[path];
    if (text === undefined) throw new Error('no such file');
    return { name: path, text };
  },
});

test('extending a shipped scenario: items merge by id, remove drops one, dates stay on the calendar', () => {
  const text = `format: buildout/1
extends: announced
title: Later
start: 2024-07
commitments:
  - { id: stargate, total: 300 billion USD, funders: { MGX: 7 billion USD } }
  - { id: more, total: 1 billion USD }
sites: [{ id: abilene, remove: true }]
assumptions: { grid_wait: 2 years, stargate.slip: 6 months }
locks: []
`;
  const scenario = readScenario(text, { ...context, library: library({}) });
  assert.equal(scenario.commitments[0], {
    id: 'stargate',
    title: 'Stargate',
    fields: {
      start: { central: 6 },
      total: { central: 3e11 },
      upfront: { central: 1e11 },
      years: { central: 4 },
      profile: { central: 0 },
      fab_share: { central: 0 },
      slip: { central: 6 },
    },
    funders: { MGX: 7e9 },
    claims: ['stargate_total'],
  });
  assert.is(scenario.commitments[1]?.title, 'More');
  assert.equal(scenario.sites, []);
  assert.equal(scenario.assumptions, { grid_wait: { central: 2 }, accelerator_life: { central: 5 } });
  assert.equal(scenario.locks, []);
  assert.is(scenario.description, 'The announcement taken at its word.');
  assert.is(scenario.id, undefined);
});

test('extending files: chains, circles, missing files, and mistakes in what is extended', () => {
  const body = 'format: buildout/1\ntitle: T\n';
  const files = {
    './a.yaml': `${body}extends: ./b.yaml\n`,
    './b.yaml': `${body}extends: announced\nassumptions: { growth: 10 % }\n`,
    './c.yaml': `${body}extends: ./d.yaml\n`,
    './d.yaml': `${body}extends: ./c.yaml\n`,
    './wrong.yaml': `${body}titel: x\n`,
  };
  const more = { library: library(files), name: 'top.yaml' };
  assert.is(readScenario(`${body}extends: ./a.yaml\n`, { ...context, ...more }).assumptions.growth?.central, 0.1);
  assert.equal(codes(`${body}extends: ./c.yaml\n`, more), ['extends']);
  assert.match(
    problems(`${body}extends: ./c.yaml\n`, more)[0]?.message ?? '',
    /circle: found c\.yaml → d\.yaml → c\.yaml/,
  );
  assert.match(problems(`${body}extends: ./none.yaml\n`, more)[0]?.message ?? '', /no such file/);
  const inner = problems(`${body}extends: ./wrong.yaml\n`, more);
  assert.equal(
    inner.map(({ file: name, line, code }) => [name, line, code]),
    [
      ['wrong.yaml', 1, 'no-items'],
      ['wrong.yaml', 3, 'unknown-field'],
    ],
  );
  assert.equal(codes(`${body}extends: anounced\n`, more), ['extends']);
  assert.is(problems(`${body}extends: anounced\n`, more)[0]?.hint, 'announced');
  assert.equal(codes(`${body}extends: ./a.yaml\n`), ['extends']);
  const endless = {
    names: [],
    shipped: () => undefined,
    open: (path: string) => ({ name: path, text: `${body}extends: ${path}x.yaml\n` }),
  };
  assert.match(problems(`${body}extends: ./x.yaml\n`, { library: endless })[0]?.message ?? '', /More than 8 files/);
});

test.run();
