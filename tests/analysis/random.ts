import fc from 'fast-check';
import { meta } from '../../src/generated/meta.ts';
import type { Quantity, Scenario, ScenarioItem } from '../../src/scenario/types.ts';

/** Scenarios nobody wrote: one to four commitments and sites, every lever anywhere from its low to its high end. */

const REGIONS = meta.presets.filter(({ of }) => of === 'sites').map(({ id }) => id);

/** A thousandth of the range is as fine as anybody states a figure; the ends come often. */
const between = (low: number, high: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1000 }).map((part) => low + ((high - low) * part) / 1000);

const given = (value: number): Quantity => ({ central: value });

const commitment = (n: number): fc.Arbitrary<ScenarioItem> =>
  fc
    .record({
      total: between(1e9, 2e12),
      upfront: between(0, 1),
      start: fc.integer({ min: 0, max: 36 }),
      years: between(1, 8),
      profile: fc.integer({ min: 0, max: 2 }),
      share_delivered: between(0, 1),
      slip: fc.integer({ min: 0, max: 24 }),
      look_ahead: fc.integer({ min: 0, max: 36 }),
      fab_share: fc.oneof(fc.constant(0), fc.constant(1), between(0, 1)),
    })
    .map(({ total, upfront, ...rest }) => {
      const fields = Object.entries({ total, upfront: total * upfront, ...rest });
      return {
        id: `c${n}`,
        title: `C${n}`,
        fields: Object.fromEntries(fields.map(([id, value]) => [id, given(value)])),
      };
    });

const site = (n: number, count: number): fc.Arbitrary<ScenarioItem> =>
  fc
    .record({
      region: fc.constantFrom(...REGIONS),
      share: between(0, 1 / count),
      start: fc.integer({ min: 0, max: 48 }),
      grid_wait: fc.oneof(fc.constant(0), between(0.25, 8)),
      onsite_share: between(0, 1),
      under_way_at_start: fc.oneof(fc.constant(0), between(0, 1000)),
      site_size: between(100, 20_000),
    })
    .map(({ region, ...rest }) => ({
      id: `s${n}`,
      title: `S${n}`,
      region,
      fields: Object.fromEntries(Object.entries(rest).map(([id, value]) => [id, given(value)])),
    }));

/** Levers that have one value for all: anywhere in their range, whole numbers where they name a choice. */
const assumptions = fc.record(
  Object.fromEntries(
    meta.records.flatMap(({ id, input }) => {
      if (input === undefined || input.itemOnly || input.type === 'date' || id === 'start_year') return [];
      const [range] = input.ranges;
      if (range === undefined || input.ranges.length !== 1) return [];
      const value =
        input.type === 'choice' ? fc.integer({ min: range.low, max: range.high }) : between(range.low, range.high);
      return [[id, value.map(given)]];
    }),
  ),
  { requiredKeys: [] },
);

const list = <T>(of: (n: number, count: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc
    .integer({ min: 1, max: 4 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => of(n + 1, count))));

export const randomScenario: fc.Arbitrary<Scenario> = fc
  .record({ commitments: list(commitment), sites: list(site), assumptions })
  .map((parts) => ({
    format: 'buildout/1',
    language: 'en',
    title: 'Random',
    description: '',
    start: '2025-01',
    horizon: '2040-01',
    step: 1,
    ...parts,
    assumptions: parts.assumptions as Readonly<Record<string, Quantity>>,
    uncertainty: { seed: 1, correlations: [] },
    targets: {},
    locks: [],
    metrics: {},
  }));

/** The same scenario with one lever of all or of an item at another value. */
export function having(scenario: Scenario, name: string, value: number): Scenario {
  const [item, field] = name.split('.');
  if (field === undefined) return { ...scenario, assumptions: { ...scenario.assumptions, [name]: given(value) } };
  const change = (items: readonly ScenarioItem[]): ScenarioItem[] =>
    items.map((one) => (one.id === item ? { ...one, fields: { ...one.fields, [field]: given(value) } } : one));
  return { ...scenario, commitments: change(scenario.commitments), sites: change(scenario.sites) };
}
