import * as z from 'zod';
import type { ModelMeta, RecordMeta } from '../engine/meta.ts';
import { BUYS, FORMAT } from './defaults.ts';
import { quantityText } from './format.ts';
import { measureOf, type Reading } from './measure.ts';
import { hasGeneral, type ItemSet, namesOf } from './names.ts';
import type { UnitTable } from './unit.ts';

// zod would compile its checks with `new Function`, which the page's Content-Security-Policy forbids.
z.config({ jitless: true });

const LANGUAGES = ['en', 'nl', 'de', 'fr'] as const;
const DISTRIBUTIONS = ['pert', 'triangular', 'uniform', 'normal', 'lognormal', 'fixed'] as const;
const CONFIDENCES = ['high', 'medium', 'low'] as const;

const MOST_FORMULA = 500;
const MOST_TITLE = 120;
const MOST_TEXT = 4000;
const ID = /^[a-z][a-z0-9_]{0,39}$/u;

/** Where an issue's message is one of these words, `shape.ts` has the sentence for it. */
export type ShapeCode = 'id' | 'date' | 'line';

const id = z.string().regex(ID, 'id' satisfies ShapeCode);
const line = z
  .string()
  .min(1)
  .max(MOST_TITLE)
  .regex(/^[^\n\r\t]*$/u, 'line' satisfies ShapeCode);
const text = z.string().max(MOST_TEXT);
const yearMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u, 'date' satisfies ShapeCode);
const name = z.string().min(1).max(MOST_TITLE);
const value = z.union([z.number(), z.string()]);

const quantity = z.union([
  value,
  z.strictObject({
    central: value,
    low: value.optional(),
    high: value.optional(),
    distribution: z.enum(DISTRIBUTIONS).optional(),
    source: text.optional(),
    confidence: z.enum(CONFIDENCES).optional(),
  }),
]);

/**
 * The one definition of a scenario file: it validates the shape and gives the JSON Schema. Every lever of the model is in
 * it by name, so that editors complete them. What a quantity says, and whether names exist, is checked by the readers.
 */
export function scenarioSchema(meta: ModelMeta, describe: (record: RecordMeta, schema: z.ZodType) => void = () => {}) {
  const names = namesOf(meta);
  const lever = (record: RecordMeta): z.ZodType => {
    const schema = quantity.optional();
    describe(record, schema);
    return schema;
  };
  const fields = (set: ItemSet): Record<string, z.ZodType> =>
    Object.fromEntries([...(names.fields.get(set) ?? [])].map(([field, record]) => [field, lever(record)]));
  const regions = [...names.presets.values()].filter((preset) => preset.of === 'sites').map((preset) => preset.id);
  const most = (set: ItemSet): number => names.sets.get(set)?.most ?? 0;

  return z.strictObject({
    format: z.literal(FORMAT),
    model: z.string().max(MOST_TITLE).optional(),
    language: z.enum(LANGUAGES).optional(),
    extends: name.optional(),
    title: line.optional(),
    description: text.optional(),
    start: yearMonth.optional(),
    horizon: yearMonth.optional(),
    step: value.optional(),
    commitments: z
      .array(
        z.strictObject({
          id,
          title: line.optional(),
          remove: z.literal(true).optional(),
          buys: z.enum(Object.keys(BUYS)).optional(),
          shares: z
            .strictObject(Object.fromEntries(Object.keys(BUYS).map((asset) => [asset, value.optional()])))
            .optional(),
          funders: z.record(line, value).optional(),
          claims: z.array(id).max(50).optional(),
          ...fields('commitments'),
        }),
      )
      .max(most('commitments'))
      .optional(),
    sites: z
      .array(
        z.strictObject({
          id,
          title: line.optional(),
          remove: z.literal(true).optional(),
          region: z.enum(regions).optional(),
          claims: z.array(id).max(50).optional(),
          ...fields('sites'),
        }),
      )
      .max(most('sites'))
      .optional(),
    assumptions: z.object(generalLevers(meta, lever)).catchall(quantity).optional(),
    uncertainty: z
      .strictObject({
        seed: z.int().min(0).max(4294967295).optional(),
        correlations: z
          .array(z.tuple([name, name, z.number().min(-1).max(1)]))
          .max(200)
          .optional(),
      })
      .optional(),
    targets: z
      .record(
        id,
        z.strictObject({ of: name, at: yearMonth.optional(), least: value.optional(), most: value.optional() }),
      )
      .optional(),
    locks: z.array(name).max(1000).optional(),
    metrics: z
      .record(id, z.strictObject({ formula: z.string().min(1).max(MOST_FORMULA), title: line, unit: line.optional() }))
      .optional(),
  });
}

/** Assumptions by lever name: general ones, those of regions with figures of their own, and those of fixed items. */
function generalLevers(meta: ModelMeta, lever: (record: RecordMeta) => z.ZodType): Record<string, z.ZodType> {
  const names = namesOf(meta);
  const all: [string, RecordMeta][] = names.inputs.filter(hasGeneral).map((record) => [record.id, record]);
  for (const [item, set] of names.fixedItems)
    for (const [field, record] of names.fields.get(set.id) ?? []) all.push([`${item}.${field}`, record]);
  for (const [preset, { of }] of names.presets) {
    for (const [field, record] of names.fields.get(of) ?? [])
      if (record.input?.presets !== undefined) all.push([`${preset}.${field}`, record]);
  }
  return Object.fromEntries(all.map(([key, record]) => [key, lever(record)]));
}

/** A file's contents once its shape is right. Levers stand beside the named fields. */
export type RawScenario = z.infer<ReturnType<typeof scenarioSchema>>;

/** The published JSON Schema of scenario files, with titles, units and defaults of every lever. */
export function scenarioJsonSchema(meta: ModelMeta, units: UnitTable): object {
  const reading: Reading = { language: 'en', units, start: '2025-01' };
  const words = z.registry<{ id?: string; title?: string; description?: string }>();
  words.add(quantity, {
    id: 'quantity',
    title: 'A number with its unit: "500 billion USD", "30 %", "18 months", 2025-06',
    description: "A bare number is in the lever's own unit. With low and high it is uncertain.",
  });
  const schema = scenarioSchema(meta, (record, lever) => {
    const measure = measureOf(record);
    const central = record.input?.ranges[0]?.central ?? 0;
    const shown = measure.show ?? measure.prefer ?? measure.unit;
    const unit =
      measure.type === 'choice'
        ? `One of ${(measure.choices ?? []).map((choice) => choice.id).join(', ')}`
        : measure.type === 'date'
          ? 'A year and month'
          : shown === '1'
            ? 'A number'
            : `In ${shown}`;
    words.add(lever, {
      title: record.title,
      description: `${unit}. Default: ${quantityText(central, measure, reading)}.`,
    });
  });
  const json = z.toJSONSchema(schema, { metadata: words, io: 'input' });
  return { ...json, $id: 'scenario.schema.json', title: 'A Buildout scenario', required: ['format'] };
}
