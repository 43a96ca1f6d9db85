import { test } from 'uvu';
import { equal, match, not, ok, throws } from 'uvu/assert';
import { ForeignNames } from '../../src/export/foreign-names.ts';
import { mdlText, toMdl } from '../../src/export/mdl.ts';
import { meta } from '../../src/generated/meta.ts';
import { auxiliary, constant, input, stock } from '../engine/models.ts';
import { agreement, subscripted } from './agreement.ts';
import { runElsewhere } from './other-engine.ts';
import { HELD, holdShipped, shippedScenario } from './shipped.ts';
import { EVERYTHING, ITEMS, SETS, smallRun } from './small-models.ts';

for (const id of HELD) {
  test(`SDEverywhere runs ${id} from its Vensim file as we do`, () => holdShipped(id, 'vensim', toMdl, subscripted));
}

test('everything a formula can hold is read as it is meant', async () => {
  for (const step of [1, 0.5]) {
    const { compiled, run, items, system } = smallRun(EVERYTHING, SETS, { items: ITEMS, step, steps: 40 });
    const theirs = await runElsewhere(mdlText(system), 'vensim');
    const found = agreement(compiled.meta, run, items, theirs, subscripted);
    equal(found.faults, []);
    ok(found.points > 2000);
    console.log(`everything, step ${step}: ${found.points} points compared, worst difference ${found.worst}`);
  }
});

test('an equation looks as Vensim writes it, with unit and words', () => {
  const { system } = smallRun([
    constant('one_year', 'year', 1),
    { ...input('growth', '1/year', 0.02), says: 'How fast ~ it "grows" | per {year}.', why: 'A guess.' } as never,
    { ...stock('people', 'person', 'growth * people', '0'), title: 'People' } as never,
    auxiliary('adults', 'person', 'time / time_step > 1 and people > 0 ? people : 0'),
  ]);
  const text = mdlText(system);
  ok(text.startsWith('{UTF-8}\n'));
  match(text, 'people = INTEG(growth * people * years in a month, 0)\n\t~\tperson\n\t~\tPeople. What it says.');
  match(text, 'adults = IF THEN ELSE(Time / TIME STEP > 1 :AND: people > 0, people, 0)\n\t~\tperson\n');
  match(
    text,
    "growth = 0.02\n\t~\t1/year\n\t~\tA title. How fast - it 'grows' / per (year). A guess. Source: our assumption.",
  );
  match(text, 'FINAL TIME = 30\n\t~\tmonth\n');
  match(text, 'TIME STEP = 1\n\t~\tmonth\n');
  equal(text.match(/"/gu), null);
});

test("Vensim's own words are left alone, and an item called like a record gets another name", async () => {
  const sets = [
    {
      id: 'step',
      title: 'Step',
      says: 'Named badly.',
      most: 2,
      items: [
        { id: 'npv', title: 'A' },
        { id: 'or_else', title: 'B' },
      ],
    },
  ];
  const { compiled, run, items, system } = smallRun(
    [
      input('initial', '1', 3),
      input('saveper', '1', 4),
      input('smooth3', '1', 5, { over: ['step'] }),
      auxiliary('delay3', '1', 'initial * saveper + smooth3', ['step']),
      auxiliary('integ', '1', 'sum(delay3, step)'),
      auxiliary('integ_value', '1', 'integ + 1'),
    ],
    sets,
  );
  const text = mdlText(system);
  match(text, 'step value:\n\tnpv value, or else value\n');
  match(text, 'delay3 value[step value] = initial value * saveper value + smooth3 value[step value]');
  match(text, 'integ value = SUM(delay3 value[step value!])');
  match(text, 'integ value value = integ value + 1');
  const theirs = await runElsewhere(text, 'vensim');
  const value = (id: string): string => `${id}_value`;
  const found = agreement(compiled.meta, run, items, theirs, (record, of) => subscripted(value(record), of.map(value)));
  equal(found.faults, []);
  equal(found.points, 8 * 31);
});

test('the comparison counts every value and takes nothing missing, undefined or different for agreement', () => {
  const { compiled, run } = smallRun([input('five', '1', 5), auxiliary('ramp', '1', 'time / time_step * five')], [], {
    steps: 2,
  });
  const against = (five: (number | undefined)[], ramp?: (number | undefined)[]) =>
    agreement(
      compiled.meta,
      run,
      {},
      new Map(Object.entries({ _five: five, ...(ramp ? { _ramp: ramp } : {}) })),
      subscripted,
    );
  const same = against([5, 5, 5], [0, 5, 10]);
  equal({ ...same }, { series: 2, points: 6, equal: 6, worst: 0, faults: [] });
  const close = against([5, 5, 5 + 4e-9], [9e-18, 5, 10]);
  equal([close.points, close.equal, close.faults], [6, 4, []]);
  ok(close.worst > 0 && close.worst < 1e-9);
  equal(against([5, 5, 5 + 6e-9], [0, 5, 10]).faults, ['_five at 2: 5.000000006, not 5']);
  equal(against([5, 5, 5], [1e-16, 5, 10]).faults, ['_ramp at 0: 1e-16, not 0']);
  equal(against([5, Number.NaN, 5], [0, undefined, 10]).faults, [
    '_five at 1: NaN and 5',
    '_ramp at 1: undefined and 5',
  ]);
  equal(against([5, 5], undefined).faults, ['_five: 2 values, not 3', '_ramp: no values, not 3']);
});

test('names have letters, digits and spaces; two that programs take for one are told apart', () => {
  const names = new ForeignNames(['time_step']);
  equal(names.give('a', 'Doña Ana County'), 'Dona_Ana_County');
  equal(names.give('b', 'dona ana_county'), 'dona_ana_county_value');
  equal(names.give('c', 'DONA-ANA-COUNTY'), 'DONA_ANA_COUNTY_2');
  equal(names.give('a', 'anything'), 'Dona_Ana_County');
  equal(names.give('d', '@time step'), 'time_step_value');
  equal(names.give('e', '2nd site'), 'item_2nd_site');
  equal(names.give('f', 'someone else'), 'someone_else_value');
  equal(names.spaced('f'), 'someone else value');
  throws(() => names.of('g'), /"g" has no name/);
});

test('a shipped file names every record, with a unit and words for each', () => {
  const text = toMdl(shippedScenario('stargate-central'));
  for (const { id, unit } of meta.records) {
    const name = id.replaceAll('_', ' ');
    const at = new RegExp(
      `^${name}(\\[[^\\]]*\\])? = [^~]*(?:~~\\|[^~]*)*\\n\\t~\\t(.*)\\n\\t~\\t(.+)\\n\\t\\|`,
      'mu',
    ).exec(text);
    ok(at !== null, `${id} has no equation`);
    ok((at[2] ?? '') !== '', `${id} in ${unit} has no unit`);
    ok((at[3] ?? '').length > 10, `${id} has no words`);
  }
  not.match(text, /undefined|NaN|Infinity/u);
  ok(text.split('\n').every((line) => line.length < 4000));
});

test.run();
