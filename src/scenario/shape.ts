import type * as z from 'zod';
import { nearestName } from '../engine/nearest.ts';
import type { Path } from './document.ts';
import { type Fault, faults } from './problems.ts';
import type { RawScenario, ShapeCode } from './schema.ts';

export interface ShapeFault {
  readonly path: Path;
  /** Whether the field's name is wrong, or what stands in it. */
  readonly part: 'key' | 'value';
  readonly fault: Fault;
}

type Issue = z.core.$ZodIssue;

/** What each kind of value is called in messages. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a group of fields',
  record: 'a group of named fields',
  array: 'a list',
  tuple: 'a list of two levers and a number from -1 to 1',
};

const QUANTITY = 'a number, a text such as "500 billion USD", or a group with low, central and high';

/**
 * Holds plain data against the schema.
 * @returns what of it has the right shape (the rest is taken out, so that everything else can still be read), and the faults
 */
export function checkShape(value: unknown, schema: z.ZodType): { raw: Partial<RawScenario>; faults: ShapeFault[] } {
  const result = schema.safeParse(value);
  if (result.success) return { raw: result.data as RawScenario, faults: [] };
  const found = result.error.issues.flatMap((issue) => faultsOf(issue, [], value, schema));
  const cleaned = structuredCopy(value);
  for (const { path } of found) drop(cleaned, path);
  return { raw: (isFields(cleaned) ? compact(cleaned) : {}) as Partial<RawScenario>, faults: found };
}

function faultsOf(issue: Issue, before: Path, root: unknown, schema: z.ZodType): ShapeFault[] {
  const path = [...before, ...(issue.path as (string | number)[])];
  const found = at(root, path);
  if (typeof found === 'number' && !Number.isFinite(found))
    return [{ path, part: 'value', fault: faults.notFinite(found, QUANTITY) }];
  const one = (fault: Fault): ShapeFault[] => [{ path, part: 'value', fault }];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = fieldNames(schema, path);
      return issue.keys.map((key) => ({
        path: [...path, key],
        part: 'key',
        fault: faults.unknownField(key, known, nearestName(key, known)),
      }));
    }
    case 'invalid_type':
      if (found === undefined)
        return [
          {
            path,
            part: 'value',
            fault: faults.missing(String(path.at(-1) ?? ''), KINDS[issue.expected] ?? issue.expected),
          },
        ];
      return one(faults.wrongKind(found, KINDS[issue.expected] ?? issue.expected));
    case 'invalid_value': {
      const known = issue.values.map(String);
      return one(
        found === undefined
          ? faults.missing(String(path.at(-1) ?? ''), known.join(', '))
          : faults.notAmong(found, known, typeof found === 'string' ? nearestName(found, known) : undefined),
      );
    }
    case 'invalid_union': {
      // Only quantities are unions: a group is held against what a group may have, anything else cannot be one.
      const group = issue.errors.find((errors) =>
        errors.some((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'),
      );
      if (!isFields(found) || group === undefined)
        return found === undefined
          ? one(faults.missing(String(path.at(-1)), QUANTITY))
          : one(faults.wrongKind(found, QUANTITY));
      return group.flatMap((inner) => faultsOf(inner, path, root, schema));
    }
    case 'invalid_key':
      return [
        {
          path,
          part: 'key',
          fault:
            issue.issues[0]?.message === ('id' satisfies ShapeCode)
              ? faults.badId(path.at(-1))
              : faults.badLine(path.at(-1)),
        },
      ];
    case 'invalid_format':
      return one(
        issue.message === ('id' satisfies ShapeCode)
          ? faults.badId(found)
          : issue.message === ('date' satisfies ShapeCode)
            ? faults.notDate(found)
            : faults.badLine(found),
      );
    case 'too_big':
      return one(tooBig(found, Number(issue.maximum), String(path.at(-1) ?? '')));
    case 'too_small':
      return one(typeof found === 'number' ? faults.tooSmall(found, Number(issue.minimum)) : faults.blank());
    default:
      return one(faults.wrongKind(found, issue.message));
  }
}

function tooBig(found: unknown, most: number, name: string): Fault {
  if (typeof found === 'string') return faults.tooLong(found.length, most, name);
  return Array.isArray(found) ? faults.tooManyItems(found.length, most, name) : faults.tooGreat(found, most);
}

/** The names a group of fields may have, by walking the schema along a path. */
function fieldNames(schema: z.ZodType, path: Path): string[] {
  let here: z.core.$ZodTypeDef & Inside = schema.def as never;
  for (const step of [...path, undefined]) {
    while (here.innerType !== undefined) here = here.innerType.def as never;
    if (here.options !== undefined)
      here = (here.options.find((option) => (option.def as Inside).shape !== undefined)?.def ?? here) as never;
    if (step === undefined) break;
    const next = here.shape?.[step] ?? here.element ?? here.valueType ?? here.catchall;
    if (next === undefined) return [];
    here = next.def as never;
  }
  return Object.keys(here.shape ?? {});
}

interface Inside {
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly catchall?: z.ZodType;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  return isFields(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, structuredCopy(inner)]))
    : value;
}

/** Takes out what stands at a path. List entries keep their place, as a hole, so that other paths stay true. */
function drop(value: unknown, path: Path): void {
  const parent = at(value, path.slice(0, -1));
  const last = path.at(-1);
  if (last === undefined || typeof parent !== 'object' || parent === null) return;
  if (Array.isArray(parent)) parent[Number(last)] = undefined;
  else delete (parent as Record<string, unknown>)[last];
}

/** Items that have lost their id cannot be read on: they become holes too. */
function compact(raw: Record<string, unknown>): Record<string, unknown> {
  for (const set of ['commitments', 'sites']) {
    const items = raw[set];
    if (Array.isArray(items))
      raw[set] = items.map((item) => (isFields(item) && typeof item.id === 'string' ? item : undefined));
  }
  return raw;
}
