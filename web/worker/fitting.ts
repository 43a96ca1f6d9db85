import { parse, stringify } from 'yaml';
import type { Problem } from '../../src/scenario/problems.ts';

/** What an older model knew and this one does not. */
const GONE: ReadonlySet<string> = new Set(['unknown-lever', 'unknown-field', 'unknown-name']);

/**
 * A file without what this model no longer knows: levers, fields of items, and the locks, correlations and targets that speak of them.
 * @returns undefined where something else is wrong too; the names of the levers that were left out
 */
export function withoutGone(
  text: string,
  problems: readonly Problem[],
): { readonly text: string; readonly gone: readonly string[] } | undefined {
  if (problems.length === 0 || !problems.every(({ code, file }) => GONE.has(code) && file === undefined))
    return undefined;
  const root = parse(text) as Record<string, unknown>;
  // Both names of a correlation may be gone: it is dropped once. From the end, so that places in lists stay what they were.
  const paths = new Set(problems.map(({ path }) => path.replace(/^(uncertainty\.correlations\.\d+)\..*$/u, '$1')));
  const gone = [...paths].reverse().map((path) => drop(root, path));
  if (gone.includes(undefined)) return undefined;
  return {
    text: stringify(root),
    gone: [...new Set(gone.filter((name) => name !== undefined && name !== ''))].toReversed() as string[],
  };
}

/** @returns the lever's name; empty for what only speaks of one; undefined where there is no such place to drop from */
function drop(root: Record<string, unknown>, path: string): string | undefined {
  const [, part = '', name = ''] = /^([a-z]+)\.(.+)$/u.exec(path) ?? [];
  const [first = '', ...rest] = name.split('.');
  const within = root[part];
  if (part === 'assumptions') return dropKey(within, name) ? name : undefined;
  if (part === 'commitments' || part === 'sites') {
    const item = (Array.isArray(within) ? within : []).find((one) => (one as { id?: unknown } | null)?.id === first);
    return dropKey(item, rest.join('.')) ? name : undefined;
  }
  if (part === 'locks') return dropPlace(within, first) ? '' : undefined;
  if (part === 'targets') return dropKey(within, first) ? '' : undefined;
  if (part === 'uncertainty' && first === 'correlations')
    return dropPlace((within as { correlations?: unknown } | null)?.correlations, rest[0] ?? '') ? '' : undefined;
  return undefined;
}

function dropKey(from: unknown, key: string): boolean {
  return typeof from === 'object' && from !== null && Object.hasOwn(from, key) && Reflect.deleteProperty(from, key);
}

/** Of a list; a place is named from 1. */
function dropPlace(from: unknown, place: string): boolean {
  if (!Array.isArray(from)) return false;
  const at = Number(place) - 1;
  if (from[at] === undefined) return false;
  from.splice(at, 1);
  return true;
}
