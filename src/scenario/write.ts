import type { ModelMeta, RecordMeta } from '../engine/meta.ts';
import { BUYS, DEFAULTS, FAB_SHARE } from './defaults.ts';
import { quantityText } from './format.ts';
import { type Measure, measureOf, type Reading } from './measure.ts';
import {
  FUNDER_FIELD,
  FUNDER_SET,
  type ItemSet,
  itemKinds,
  type Names,
  namesOf,
  parseLever,
  titleOf,
} from './names.ts';
import { inModelOrder, inReadingOrder } from './order.ts';
import { type HeadlineName, seriesOf } from './series.ts';
import type { Quantity, Scenario, ScenarioItem, Target } from './types.ts';
import type { UnitTable } from './unit.ts';
import { inline, prose, scalar, value } from './yaml-text.ts';

export interface WriteContext {
  readonly meta: ModelMeta;
  readonly units: UnitTable;
  readonly headlines?: readonly HeadlineName[];
}

/**
 * A scenario as a file: sparse, with each assumption's title beside it, everything in a fixed order, so that reading and
 * writing again gives the same bytes. What it extended is part of it. Reading the text gives the scenario back, but for
 * its `id`, which is the file's name.
 */
export function writeScenario(scenario: Scenario, context: WriteContext): string {
  const names = namesOf(context.meta);
  const reading: Reading = { language: scenario.language, units: context.units, start: scenario.start };
  const lines: string[] = ['format: buildout/1'];
  const field = (name: keyof typeof DEFAULTS & keyof Scenario, text: string): void => {
    if (scenario[name] !== DEFAULTS[name as 'start']) lines.push(`${name}: ${text}`);
  };
  if (scenario.model !== undefined) lines.push(`model: ${scalar(scenario.model)}`);
  field('language', scenario.language);
  lines.push(`title: ${scalar(scenario.title)}`);
  if (scenario.description !== '') lines.push(`description: ${prose(scenario.description, '  ')}`);
  field('start', scenario.start);
  field('horizon', scenario.horizon);
  field('step', stepText(scenario.step, reading));
  lines.push(...itemLines('commitments', scenario.commitments, names, reading));
  lines.push(...itemLines('sites', scenario.sites, names, reading));
  lines.push(...assumptionLines(scenario, names, reading));
  lines.push(...uncertaintyLines(scenario));
  lines.push(...targetLines(scenario, names, context.headlines ?? [], reading));
  if (scenario.locks.length > 0) lines.push('locks:', ...scenario.locks.map((name) => `  - ${scalar(name)}`));
  const metrics = Object.entries(scenario.metrics);
  if (metrics.length > 0) lines.push('metrics:');
  for (const [id, { formula, title, unit }] of metrics) {
    lines.push(`  ${id}:`, `    formula: ${prose(formula, '      ')}`, `    title: ${scalar(title)}`);
    if (unit !== undefined) lines.push(`    unit: ${scalar(unit)}`);
  }
  return `${lines.join('\n')}\n`;
}

function stepText(step: number, reading: Reading): string {
  return value(quantityText(step, { unit: 'month', type: 'number' }, reading));
}

function itemLines(set: ItemSet, items: readonly ScenarioItem[], names: Names, reading: Reading): string[] {
  if (items.length === 0) return [];
  return [`${set}:`, ...items.flatMap((item) => oneItem(set, item, names, reading))];
}

function oneItem(set: ItemSet, item: ScenarioItem, names: Names, reading: Reading): string[] {
  const lines = [`  - id: ${item.id}`];
  const add = (name: string, text: string): void => {
    lines.push(`    ${name}: ${text}`);
  };
  if (item.title !== titleOf(item.id)) add('title', scalar(item.title));
  if (item.region !== undefined) add('region', scalar(item.region));
  for (const [field, record] of inReadingOrder(set, names)) {
    const quantity = Object.hasOwn(item.fields, field) ? item.fields[field] : undefined;
    if (quantity === undefined) continue;
    if (set === 'commitments' && field === FAB_SHARE && Object.keys(quantity).length === 1)
      lines.push(buysLine(quantity.central, reading));
    else add(field, quantityLines(quantity, measureOf(record), reading, '      '));
  }
  const amount = names.fields.get(FUNDER_SET)?.get(FUNDER_FIELD);
  if (item.funders !== undefined && amount !== undefined) lines.push(...funderLines(item.funders, amount, reading));
  if (item.claims !== undefined) add('claims', `[${item.claims.map((claim) => scalar(claim, true)).join(', ')}]`);
  return lines;
}

function buysLine(share: number, reading: Reading): string {
  const whole = Object.entries(BUYS).find(([, fabs]) => fabs === share)?.[0];
  if (whole !== undefined) return `    buys: ${whole}`;
  const measure: Measure = { unit: '1', show: '%', type: 'number' };
  const parts = Object.entries(BUYS).map(
    ([asset, fabs]) => [asset, value(quantityText(fabs === 1 ? share : 1 - share, measure, reading), true)] as const,
  );
  return `    shares: ${inline(parts)}`;
}

function funderLines(funders: Readonly<Record<string, number>>, amount: RecordMeta, reading: Reading): string[] {
  const entries = Object.entries(funders);
  if (entries.length === 0) return ['    funders: {}'];
  return [
    '    funders:',
    ...entries.map(([name, sum]) => `      ${scalar(name)}: ${value(quantityText(sum, measureOf(amount), reading))}`),
  ];
}

/** A quantity on one line, or as a group where a source makes it long. */
function quantityLines(quantity: Quantity, measure: Measure, reading: Reading, indent: string): string {
  const { low, central, high, distribution, source, confidence } = quantity;
  const number = (of: number, flow: boolean): string => value(quantityText(of, measure, reading), flow);
  if (Object.keys(quantity).length === 1) return number(central, false);
  const fields = (flow: boolean): (readonly [string, string])[] => [
    ...(low === undefined ? [] : [['low', number(low, flow)] as const]),
    ['central', number(central, flow)],
    ...(high === undefined ? [] : [['high', number(high, flow)] as const]),
    ...(distribution === undefined ? [] : [['distribution', distribution] as const]),
    ...(confidence === undefined ? [] : [['confidence', confidence] as const]),
  ];
  if (source === undefined) return inline(fields(true));
  const lines = [...fields(false), ['source', prose(source, `${indent}  `)] as const];
  return `\n${lines.map(([name, text]) => `${indent}${name}: ${text}`).join('\n')}`;
}

function assumptionLines(scenario: Scenario, names: Names, reading: Reading): string[] {
  const entries = Object.entries(inModelOrder(scenario.assumptions, names));
  if (entries.length === 0) return [];
  const items = itemKinds(scenario);
  const lines = entries.map(([name, quantity]) => {
    const lever = parseLever(name, names, items);
    if (lever === undefined) throw new RangeError(`no lever is called "${name}"`);
    const text = quantityLines(quantity, measureOf(lever.record), reading, '    ');
    const [first = '', ...rest] = text.split('\n');
    const { title } = lever.record;
    const comment = title === titleOf(name) ? '' : `  # ${title}`;
    return [`  ${name}:${first === '' ? '' : ` ${first}`}${comment}`, ...rest].join('\n');
  });
  return ['assumptions:', ...lines];
}

function uncertaintyLines({ uncertainty: { seed, correlations } }: Scenario): string[] {
  const lines: string[] = [];
  if (seed !== DEFAULTS.seed) lines.push(`  seed: ${seed}`);
  if (correlations.length > 0) {
    lines.push(
      '  correlations:',
      ...correlations.map(
        ([first, second, factor]) => `    - [${scalar(first, true)}, ${scalar(second, true)}, ${factor}]`,
      ),
    );
  }
  return lines.length === 0 ? [] : ['uncertainty:', ...lines];
}

function targetLines(scenario: Scenario, names: Names, headlines: readonly HeadlineName[], reading: Reading): string[] {
  const entries = Object.entries(scenario.targets);
  if (entries.length === 0) return [];
  const scope = { names, items: itemKinds(scenario), headlines };
  return [
    'targets:',
    ...entries.map(
      ([id, target]) =>
        `  ${id}: ${targetText(target, seriesOf(target.of, scope, scenario.metrics)?.measure, reading)}`,
    ),
  ];
}

function targetText({ of, at, least, most }: Target, measure: Measure | undefined, reading: Reading): string {
  // A metric without a declared unit has bare numbers, which stand as YAML writes them in every language.
  const end = (number: number): string =>
    measure === undefined ? String(number) : value(quantityText(number, measure, reading), true);
  return inline([
    ['of', scalar(of, true)],
    ...(at === undefined ? [] : [['at', at] as const]),
    ...(least === undefined ? [] : [['least', end(least)] as const]),
    ...(most === undefined ? [] : [['most', end(most)] as const]),
  ]);
}
