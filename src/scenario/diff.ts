import type { ModelMeta } from '../engine/meta.ts';
import { monthsBetween } from './dates.ts';
import { type Lever, levers } from './levers.ts';
import type { Measure } from './measure.ts';
import type { Quantity, Scenario } from './types.ts';

/** One input in which scenarios differ. */
export interface Difference {
  readonly lever: string;
  /** The lever's title, after the item's where it belongs to one. */
  readonly title: string;
  readonly measure: Measure;
  /** One a scenario, in the lever's unit; null where the scenario has no such lever. Dates count from the first scenario's start. */
  readonly values: readonly (Quantity | null)[];
}

/**
 * The inputs in which scenarios differ, in the order in which levers are listed. What several sites take from one general
 * lever or from a region is told once, at that lever.
 */
export function diffScenarios(scenarios: readonly Scenario[], meta: ModelMeta): Difference[] {
  const [first] = scenarios;
  if (first === undefined) return [];
  const lists = scenarios.map((scenario) => new Map(levers(scenario, meta).map((lever) => [lever.name, lever])));
  const known = new Map<string, Lever>();
  for (const list of lists) for (const [name, lever] of list) if (!known.has(name)) known.set(name, lever);

  const found = [...spanDifferences(scenarios, first), ...regionDifferences(scenarios, meta)];
  for (const [name, lever] of known) {
    const own = lists.map((list) => list.get(name));
    if (!isTold(own, lever, scenarios)) continue;
    const values = own.map((one, index) =>
      one === undefined ? null : quantityOf(one, monthsBetween(first.start, scenarios[index]?.start ?? first.start)),
    );
    if (!allAlike(values))
      found.push({
        lever: name,
        title: lever.item === undefined ? lever.title : `${lever.item.title}: ${lever.title}`,
        measure: lever.measure,
        values,
      });
  }
  return found;
}

/** Levers of an item or a region count where some scenario states them, has a default of their own, or lacks the item. */
function isTold(own: readonly (Lever | undefined)[], lever: Lever, scenarios: readonly Scenario[]): boolean {
  if (lever.level === 'general' || lever.level === 'fixed') return true;
  if (own.some((one) => one?.stated !== undefined)) return true;
  if (own.some((one) => one === undefined)) return false;
  if (lever.level === 'region') return false;
  const regions = new Set(
    scenarios.map((scenario) => scenario.sites.find((site) => site.id === lever.item?.id)?.region),
  );
  return lever.set === 'sites' && regions.size > 1;
}

function quantityOf({ measure, range, stated }: Lever, later: number): Quantity {
  const shift = measure.type === 'date' ? later : 0;
  const { low, central, high } = range;
  const distribution = stated?.distribution === undefined ? {} : { distribution: stated.distribution };
  return { low: low + shift, central: central + shift, high: high + shift, ...distribution };
}

function allAlike(values: readonly (Quantity | null)[]): boolean {
  const texts = values.map((value) =>
    value === null ? '' : `${value.low} ${value.central} ${value.high} ${value.distribution ?? ''}`,
  );
  return new Set(texts).size <= 1;
}

/** Start, horizon and step, which are no levers but decide what a run covers. */
function spanDifferences(scenarios: readonly Scenario[], first: Scenario): Difference[] {
  const date: Measure = { unit: 'month', type: 'date' };
  const rows: { lever: string; title: string; measure: Measure; of: (scenario: Scenario) => number }[] = [
    {
      lever: 'start',
      title: 'First month',
      measure: date,
      of: (scenario) => monthsBetween(first.start, scenario.start),
    },
    {
      lever: 'horizon',
      title: 'Last month',
      measure: date,
      of: (scenario) => monthsBetween(first.start, scenario.horizon),
    },
    { lever: 'step', title: 'Step', measure: { unit: 'month', type: 'number' }, of: (scenario) => scenario.step },
  ];
  return rows.flatMap(({ lever, title, measure, of }) => {
    const values = scenarios.map((scenario) => ({ central: of(scenario) }));
    return new Set(values.map((value) => value.central)).size > 1 ? [{ lever, title, measure, values }] : [];
  });
}

/** Where a site stands, which is no lever but decides what its levers are without a word from the scenario. */
function regionDifferences(scenarios: readonly Scenario[], meta: ModelMeta): Difference[] {
  const regions = meta.presets.filter((preset) => preset.of === 'sites');
  const choices = [{ id: 'none', title: 'none' }, ...regions.map(({ id, title }) => ({ id, title }))];
  const sites = new Map(scenarios.flatMap((scenario) => scenario.sites.map(({ id, title }) => [id, title] as const)));
  return [...sites].flatMap(([id, title]) => {
    const values = scenarios.map((scenario) => {
      const site = scenario.sites.find((one) => one.id === id);
      return site && { central: choices.findIndex((choice) => choice.id === (site.region ?? 'none')) };
    });
    const told = new Set(values.flatMap((value) => (value === undefined ? [] : [value.central])));
    if (told.size < 2) return [];
    const measure: Measure = { unit: '1', type: 'choice', choices };
    return [
      { lever: `${id}.region`, title: `${title}: Region`, measure, values: values.map((value) => value ?? null) },
    ];
  });
}
