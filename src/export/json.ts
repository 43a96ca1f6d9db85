import type { Projection } from '../analysis/types.ts';
import type { Metric, Scenario } from '../scenario/types.ts';

/** What `buildout run NAME --format json` prints. */
export interface ProjectionDocument {
  readonly format: 'buildout-projection/1';
  /** Version of the model, with the hash of its equations and defaults. */
  readonly model: string;
  /** As read: every quantity in its lever's own unit. */
  readonly scenario: Scenario;
  /** Decimal calendar years. */
  readonly times: readonly number[];
  readonly series: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly unit: string;
        readonly values: readonly (number | null)[];
        readonly reason?: string;
      }
    >
  >;
  readonly headlines: Readonly<
    Record<
      string,
      { readonly title: string; readonly unit: string; readonly value: number | null; readonly reason?: string }
    >
  >;
}

/**
 * A projection as plain data. Numbers keep every digit; an undefined value is null, and its series then says why.
 * @param ids  which series; all of them if absent.
 * @throws RangeError for a series there is none of
 */
export function toDocument(projection: Projection, ids: readonly string[] = projection.ids): ProjectionDocument {
  const series = ids.map((id) => {
    const { title, unit, values } = projection.series(id);
    const list = Array.from(values, (value) => (Number.isFinite(value) ? value : null));
    return [id, { title, unit, values: list, ...(list.includes(null) ? { reason: UNDEFINED } : {}) }] as const;
  });
  const headlines = projection.headlines.map(({ id, title, unit, value, reason }) => {
    return [id, { title, unit, value, ...(reason === undefined ? {} : { reason }) }] as const;
  });
  return {
    format: 'buildout-projection/1',
    model: projection.model,
    scenario: withoutTrees(projection.scenario),
    times: Array.from(projection.times),
    series: Object.fromEntries(series),
    headlines: Object.fromEntries(headlines),
  };
}

/** The same as a text of one line. */
export function toJson(projection: Projection, ids?: readonly string[]): string {
  return JSON.stringify(toDocument(projection, ids));
}

const UNDEFINED = 'the formula has no finite value there, as 0/0 has none';

/** A metric's formula is read again from its text; the tree would only be a second copy. */
function withoutTrees(scenario: Scenario): Scenario {
  const metrics = Object.entries(scenario.metrics).map(([id, { parsed: _, ...metric }]): [string, Metric] => [
    id,
    metric,
  ]);
  return { ...scenario, metrics: Object.fromEntries(metrics) };
}
