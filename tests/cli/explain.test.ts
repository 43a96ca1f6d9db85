import { evaluate } from 'mathjs';
import { suite } from 'uvu';
import { equal, is, match, ok } from 'uvu/assert';
import type { Explanation } from '../../src/index.ts';
import { buildout } from './buildout.ts';

const test = suite('explain');

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

async function opened(args: readonly string[]): Promise<Explanation> {
  const { out, err, code } = await buildout(['explain', ...args, '--format', 'json']);
  equal({ code, err }, { code: 0, err: '' });
  return JSON.parse(out) as Explanation;
}

/** Every number in an explanation that has been opened. */
function* formulas(one: Explanation): Generator<Explanation> {
  if (one.inputs.length > 0) yield one;
  for (const input of one.inputs) yield* formulas(input);
}

/** The formula worked out by mathjs from the printed inputs and nothing else; undefined for what is a sentence or runs over a set. */
function byHand({ formula = '', inputs, id }: Explanation): number | undefined {
  const sum = /^sum\(\w+, \w+\)$/u.test(formula);
  if (sum) return inputs.reduce((total, { value }) => total + value, 0);
  if (/sum\(/u.test(formula)) return undefined;
  const scope = Object.fromEntries(inputs.map((input) => [input.id, input.value]));
  const [before] = inputs;
  const previous = formula.startsWith('previous value') && before?.id === id ? { previous_value: before.value } : {};
  return evaluate(formula.replace('previous value', 'previous_value'), { ...scope, ...previous }) as number;
}

const ASKED: [scenario: string, id: string, depth: string][] = [
  ['stargate-announced', 'spending', '5'],
  ['stargate-central', 'electricity_cost', '4'],
  ['stargate-central', 'facility_started.abilene', '4'],
  ['fabs-7-trillion', 'fab_accelerators', '5'],
  ['stargate-stressed', 'jobs_total', '4'],
];
for (const [scenario, id, depth] of ASKED) {
  test(`${id} of ${scenario} is what its printed formula gives for its printed inputs, and so are they`, async () => {
    const top = await opened([scenario, id, '--at', '2029-12', '--depth', depth]);
    let compared = 0;
    for (const one of formulas(top)) {
      ok(close(one.recomputed ?? Number.NaN, one.value), `${one.id}: ${one.recomputed} for ${one.value}`);
      const own = byHand(one);
      if (own === undefined) continue;
      ok(close(own, one.value), `${one.id} = ${one.formula}: ${own} for ${one.value}`);
      compared += 1;
    }
    ok(compared >= 5, `${compared} formulas compared`);
  });
}

test('every leaf says where it comes from', async () => {
  const leaves: Explanation[] = [];
  const visit = (one: Explanation): void => {
    if (one.inputs.length === 0 && one.more !== true) leaves.push(one);
    for (const input of one.inputs) visit(input);
  };
  visit(await opened(['stargate-central', 'spending', '--at', '2027-01', '--depth', '8']));
  ok(leaves.length >= 10);
  for (const { id, tag, source, formula, range, confidence } of leaves) {
    if (tag === 'computed') ok(formula !== undefined && formula !== '', `${id} is computed from nothing`);
    if (tag === 'disclosed') ok(source?.title !== undefined && source.publisher !== undefined, id);
    if (range !== undefined) ok(confidence !== undefined && range.low <= range.high, id);
  }
  ok(leaves.some(({ tag, source }) => tag === 'disclosed' && source?.url?.startsWith('https://')));
});

test('the table prints the formula and every digit of its inputs', async () => {
  const { out } = await buildout(['explain', 'stargate-announced', 'spending_it', '--at', '2027-01', '--depth', '1']);
  const value = (id: string): number => Number(new RegExp(`\\b${id} = ([-\\de.+]+) `, 'u').exec(out)?.[1]);
  match(out, /Spending on IT = first_chips_total \* chips_cost_per_mw\n/);
  ok(close(value('spending_it'), value('first_chips_total') * value('chips_cost_per_mw')));
  match(out, /\[computed\]/);
});

test('a headline opens too, and lists all that a rate of return is made of', async () => {
  const { out } = await buildout(['explain', 'stargate-announced', 'irr', '--depth', '1']);
  const listed = /each step from 2025-01 to 2039-12 \[computed\] …:([^├└]+)[├└]/u.exec(out)?.[1] ?? '';
  const flows = listed.replace(/[│\s]/gu, '').split(',').map(Number);
  is(flows.length, 180);
  ok(flows.every(Number.isFinite));
  const top = await opened(['stargate-announced', 'irr', '--depth', '1']);
  equal(
    flows,
    top.inputs.filter(({ id }) => id === 'free_cash_flow').map(({ value }) => value),
  );
});

test('leaves are tagged and cited in the table', async () => {
  const { out } = await buildout([
    'explain',
    'stargate-central',
    'construction_price_level',
    '--at',
    '2029-01',
    '--depth',
    '2',
  ]);
  match(out, /construction_inflation = [\d.]+ \([\d.]+ %\) \[disclosed\]/);
  match(out, /confidence (high|medium|low)\./);
  match(out.replace(/[│├└─\s]+/gu, ' '), /".+", .+, \d{4}\. https:/);
});

test.run();
