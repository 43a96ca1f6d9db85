import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Check, Law } from '../scenario/checks-types.ts';
import { dataModule } from './model.ts';
import { type SeedProblem, SeedsError } from './seeds.ts';
import { readYamlRows } from './seeds-rows.ts';

const id = z.string().regex(/^[a-z][a-z0-9_]*$/u, 'lower-case words joined by underscores');
/** A record, a headline, a lever, or one of an item: "facility_in_use.abilene". */
const name = z.string().regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/u, 'an id, or an item and an id joined by a dot');
const names = z.array(name).min(1);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u, 'a year and month such as "2029-01"');
const scenarios = z.array(z.string().min(1)).min(1).exactOptional();
const says = z.string().trim().min(1);

const figure = {
  of: name,
  take: z.enum(['last', 'max', 'at', 'value']),
  at: month.exactOptional(),
} as const;
const limits = { least: z.number().exactOptional(), most: z.number().exactOptional() } as const;
const shares = { least_share: z.number().exactOptional(), most_share: z.number().exactOptional() } as const;

interface Taken {
  readonly take: string;
  readonly at?: string;
}
const dated = ({ take, at }: Taken): boolean => (take === 'at') === (at !== undefined);
const DATED = '`at` goes with take: at, and only with it';
const limited = (one: object): boolean => Object.keys(one).some((key) => /^(least|most)/u.test(key));
const LIMITED = 'least or most';

const checkSchema: z.ZodType<Check> = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('balance'), whole: name, parts: names, says }),
  z.strictObject({ id, kind: z.literal('ladder'), from: names.min(2), says }),
  z.strictObject({ id, kind: z.literal('filling'), total: name, flow: name, says }),
  z.strictObject({ id, kind: z.literal('growing'), of: names, says }),
  z.strictObject({ id, kind: z.literal('nonnegative'), except: names, says }),
  z.strictObject({ id, kind: z.literal('range'), of: names, least: z.number(), most: z.number(), says }),
  z
    .strictObject({
      id,
      kind: z.literal('response'),
      lever: name,
      ...figure,
      never: z.enum(['up', 'down']),
      in: scenarios,
      says,
    })
    .refine(dated, DATED),
  z.strictObject({
    id,
    kind: z.literal('extreme'),
    set: z.record(name, z.number()),
    expect: z
      .array(
        z
          .strictObject({ ...figure, ...limits, ...shares })
          .refine(dated, DATED)
          .refine(limited, LIMITED),
      )
      .min(1),
    in: scenarios,
    says,
  }),
  z
    .strictObject({
      id,
      kind: z.literal('reference'),
      scenario: z.string().min(1),
      ...figure,
      ...limits,
      source: id,
      says,
    })
    .refine(dated, DATED)
    .refine(limited, LIMITED),
]);

/**
 * Reads and checks a file of checks.
 * @throws SeedsError with every mistake, each with its line
 */
export function readChecks(file: string): Check[] {
  const raw = readYamlRows(readFileSync(file, 'utf8'));
  const problems: SeedProblem[] = raw.problems.map((problem) => ({ file: basename(file), ...problem }));
  const seen = new Set<string>();
  const checks = raw.rows.flatMap((row): Check[] => {
    const say = (message: string, path: readonly (string | number)[] = []): void => {
      const where = [row.id, ...path].join('.');
      problems.push({ file: basename(file), line: row.lineOf(path), message: `${where}: ${message}` });
    };
    if (seen.has(row.id)) say('stands here twice');
    seen.add(row.id);
    const checked = checkSchema.safeParse(row.data);
    if (checked.success) return [checked.data];
    for (const { message, path } of checked.error.issues)
      say(
        message,
        path.filter((part) => typeof part !== 'symbol'),
      );
    return [];
  });
  if (problems.length > 0) throw new SeedsError(problems);
  return checks;
}

const LAWS: ReadonlySet<string> = new Set(['balance', 'ladder', 'filling', 'growing', 'nonnegative', 'range']);

/** Whether a check holds on any projection. */
export function isLaw(check: Check): check is Law {
  return LAWS.has(check.kind);
}

/** The text of src/generated/laws.ts: what holds on any projection. @throws SeedsError with every mistake, each with its line */
export function lawsModule(file: string): string {
  return dataModule(
    "import type { Law } from '../scenario/checks-types.ts';",
    'laws',
    'readonly Law[]',
    readChecks(file).filter(isLaw),
  );
}
