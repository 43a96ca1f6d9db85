import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { meta } from '../../src/generated/meta.ts';
import { unitTable } from '../../src/generated/units.ts';
import { type Problem, ScenarioError } from '../../src/scenario/problems.ts';
import { readScenario } from '../../src/scenario/read.ts';
import { withoutGone } from '../../web/worker/fitting.ts';

/** A file of an older model, without what this one does not know. */

const context = { meta, units: unitTable };
const problemsOf = (text: string): readonly Problem[] => {
  try {
    readScenario(text, context);
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
  return [];
};

const OLD = `format: buildout/1
title: Old
commitments:
  - { id: a, total: 5 billion USD, gone_field: 3 }
sites:
  - { id: s, share: 50 %, old_field: 3 }
assumptions:
  gone_lever: 3
  grid_wait: 4 years
  ercot.gone: 4
locks: [gone_lever, grid_wait]
uncertainty:
  correlations:
    - [gone_lever, older_lever, 0.5]
    - [slip, share_delivered, -0.5]
targets:
  t: { of: gone_series, at: 2030-01, least: 5 }
`;

test('levers that are no more are left out by name, with what speaks of them; the rest stays', () => {
  const fitting = withoutGone(OLD, problemsOf(OLD));
  equal(fitting?.gone, ['a.gone_field', 's.old_field', 'gone_lever', 'ercot.gone']);
  const scenario = readScenario(fitting!.text, context);
  is(scenario.assumptions.grid_wait?.central, 4);
  equal(scenario.locks, ['grid_wait']);
  equal(scenario.uncertainty.correlations, [['slip', 'share_delivered', -0.5]]);
  equal(scenario.targets, {});
});

test('a file with another mistake is not mended', () => {
  const text = OLD.replace('5 billion USD', '5 apples');
  ok(problemsOf(text).length > 1);
  is(withoutGone(text, problemsOf(text)), undefined);
  is(withoutGone(OLD, []), undefined);
});

test.run();
