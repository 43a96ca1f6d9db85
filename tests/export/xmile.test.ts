import { test } from 'uvu';
import { equal, match, not, ok } from 'uvu/assert';
import { foreignUnit } from '../../src/export/foreign-units.ts';
import { toXmile, xmileText } from '../../src/export/xmile.ts';
import { meta } from '../../src/generated/meta.ts';
import { auxiliary, constant, input, stock } from '../engine/models.ts';
import { agreement, joined } from './agreement.ts';
import { runElsewhere } from './other-engine.ts';
import { HELD, holdShipped } from './shipped.ts';
import { EVERYTHING, ITEMS, SETS, smallRun } from './small-models.ts';

for (const id of HELD) {
  test(`SDEverywhere runs ${id} from its XMILE file as we do`, () => holdShipped(id, 'xmile', toXmile, joined));
}

test('everything a formula can hold is read as it is meant', async () => {
  for (const step of [1, 0.5]) {
    const { compiled, run, items, system } = smallRun(EVERYTHING, SETS, { items: ITEMS, step, steps: 40 });
    const theirs = await runElsewhere(xmileText(system), 'xmile');
    const found = agreement(compiled.meta, run, items, theirs, joined);
    equal(found.faults, []);
    ok(found.points > 2000);
    console.log(`everything, step ${step}: ${found.points} points compared, worst difference ${found.worst}`);
  }
});

test('what one chain of conditionals cannot say stands in equations of its own, with the unit where it is the same', () => {
  const { system } = smallRun(EVERYTHING, SETS, { items: ITEMS });
  const text = xmileText(system);
  const equation = (name: string): string | undefined =>
    new RegExp(`<aux name="${name}">\\n.*\\n  <eqn>(.*)</eqn>`, 'u').exec(text)?.[1];
  equal(equation('side by side'), '(IF clock &gt; 1 THEN two ELSE 1) * side_by_side_part_1 + side_by_side_part_2');
  equal(equation('side by side part 1'), 'IF clock &lt; two THEN 1 ELSE 0');
  equal(equation('both ways'), 'IF clock &gt; 1 THEN both_ways_part_1 ELSE (IF clock &gt; two - 1 - 1 THEN 1 ELSE 0)');
  equal(equation('wrapped test'), 'IF wrapped_test_part_1 &gt; two * (1 + clock) * (1 + 1) THEN 1 ELSE two');
  match(text, /<aux name="both ways part 1">\n.*\n.*\n {2}<units>dmnl<\/units>/u);
  not.match(text, / AND | OR |NOT |\[|SUM/u);
});

test('stocks have a flow, conditionals are words, and signs of XML are escaped', () => {
  const { system } = smallRun([
    constant('one_year', 'year', 1),
    { ...input('growth', '1/year', 0.02), says: 'Faster than <1 & "slow".' } as never,
    stock('people', 'person', 'growth * people', '0'),
    auxiliary('adults', 'person', 'time / time_step > 1 and people > 0 ? people : 0'),
  ]);
  const text = xmileText(system);
  match(
    text,
    '<stock name="people">\n  <doc>A title. What it says. Source: our assumption.</doc>\n  <eqn>0</eqn>\n  <inflow>people_change</inflow>\n  <units>person</units>',
  );
  match(text, '<eqn>growth * people * years_in_a_month</eqn>\n  <units>person/month</units>');
  match(text, '<eqn>IF TIME / DT &lt;= 1 THEN 0 ELSE (IF people &gt; 0 THEN people ELSE 0)</eqn>');
  match(text, 'Faster than &lt;1 &amp; &quot;slow&quot;.');
  match(text, '<stop>30</stop>\n  <dt>1</dt>');
});

test('units are words that both formats take, and none of the model is lost or confused on the way', () => {
  equal(foreignUnit('1', 'Dmnl'), 'Dmnl');
  equal(foreignUnit('USD / year', 'dmnl'), 'USD/year');
  equal(foreignUnit('FLOP/s/H100e', 'dmnl'), 'FLOP/s/H100_equivalent');
  equal(foreignUnit('MtCO2/TWh/(gCO2/kWh)', 'dmnl'), 'Mt_CO2/TWh/(g_CO2/kWh)');
  equal(foreignUnit('USD/year^2', 'dmnl'), 'USD/(year*year)');
  equal(foreignUnit('kWIT^1', 'dmnl'), 'kW_IT');
  const units = [...new Set(meta.records.map(({ unit }) => unit))];
  const written = units.map((unit) => foreignUnit(unit, 'dmnl'));
  // Programs take no notice of case.
  equal(new Set(written.map((unit) => unit.toLowerCase())).size, units.length);
  for (const unit of written) match(unit, /^(dmnl|1?[A-Za-z0-9_/*()]+)$/u);
  not.match(written.join(' '), /\^|\d[A-Z]/u);
});

test.run();
