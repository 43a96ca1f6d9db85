import { seriesNames } from '../../src/analysis/rows.ts';
import type { ModelMeta } from '../../src/engine/meta.ts';
import { headlines } from '../../src/model/headlines.ts';
import { runItems } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/types.ts';

/** A number that can be asked about: a series in a month, or a headline of the whole run. */
export interface Askable {
  readonly id: string;
  readonly kind: 'series' | 'headline';
  readonly title: string;
  /** Where it belongs: the title of its sector. */
  readonly group: string;
  readonly unit: string;
  readonly show?: '%';
  readonly prefer?: string;
}

/** Codes of what binds are no amounts: nothing lies between two of them. */
const CODES = new Set(['binding', 'root_binding', 'fab_binding']);

/**
 * Everything computed that a scenario has a number of: the user's metrics, headlines, and series in the model's order. Inputs are levers
 * and constants never change, so neither is asked about.
 * @param groups  what headlines and metrics are called as groups.
 */
export function askables(
  scenario: Scenario,
  meta: ModelMeta,
  groups: { readonly headlines: string; readonly metrics: string },
): Askable[] {
  const sectors = new Map(meta.sectors.map(({ id, title }) => [id, title]));
  const metrics = Object.entries(scenario.metrics).map(
    ([id, { title, unit, parsed }]): Askable => ({
      id,
      kind: 'series',
      title,
      group: groups.metrics,
      unit: unit ?? parsed?.unit ?? '1',
    }),
  );
  const single = headlines.map(({ id, title, unit, show, prefer }): Askable => {
    const how = { ...(show && { show }), ...(prefer !== undefined && { prefer }) };
    return { id, kind: 'headline', title, group: groups.headlines, unit, ...how };
  });
  const series = [...seriesNames(meta, runItems(scenario, meta)).values()].flatMap(({ id, record, title }) => {
    const { kind, stageOf, unit, show, sector } = record;
    if (kind === 'input' || kind === 'constant' || stageOf !== undefined || CODES.has(record.id)) return [];
    const group = sectors.get(sector) ?? sector;
    return [{ id, kind: 'series' as const, title, group, unit, ...(show && { show }) }];
  });
  return [...metrics, ...single, ...series];
}
