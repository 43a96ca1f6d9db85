import { nearestName } from '../engine/nearest.ts';
import { monthsBetween } from './dates.ts';
import { ITEM_SETS, type ItemSet, type Names, parseLever } from './names.ts';
import { type Fault, faults, type Problem, ScenarioError } from './problems.ts';
import type { Quantity, Scenario, ScenarioItem } from './types.ts';

/** A text that a file extends, under the one name it has however it is reached: circles are found by it. */
export interface ScenarioText {
  readonly name: string;
  readonly text: string;
}

/** Where `extends` finds other scenarios. */
export interface Library {
  /** Ids of what ships, for hints. */
  readonly names: readonly string[];
  /** A shipped scenario, or its text. */
  shipped(id: string): Scenario | ScenarioText | undefined;
  /**
   * Another file's text; absent where there are no files (the page).
   * @param from the name of the file that extends it, as given by an earlier answer or by the caller
   * @throws Error with a reason a person understands
   */
  open?(path: string, from: string | undefined): ScenarioText;
}

const MOST_CHAIN = 8;

export type Base =
  | { readonly scenario: Scenario }
  | { readonly fault: Fault }
  | { readonly problems: readonly Problem[] };

/**
 * Finds and reads what a file extends, and what that extends in turn.
 * @param chain names of the files that led here, the first one first
 * @param read  reads one of them, with the longer chain
 */
export function findBase(
  name: string,
  chain: readonly string[],
  library: Library | undefined,
  read: (text: string, chain: readonly string[]) => Scenario,
): Base {
  if (chain.length > MOST_CHAIN) return { fault: faults.extendsDeep(MOST_CHAIN) };
  const found = isPath(name) ? openFile(name, chain.at(-1), library) : library?.shipped(name);
  if (found === undefined) return { fault: faults.extendsUnknown(name, nearestName(name, library?.names ?? [])) };
  if ('says' in found) return { fault: found };
  if (!('text' in found)) return { scenario: found };
  if (chain.includes(found.name))
    return { fault: faults.extendsCircle([...chain.slice(chain.indexOf(found.name)), found.name].map(lastPart)) };
  try {
    return { scenario: read(found.text, [...chain, found.name]) };
  } catch (error) {
    if (error instanceof ScenarioError) return { problems: error.problems };
    throw error;
  }
}

function isPath(name: string): boolean {
  return /[/\\]|\.(?:ya?ml|json)$/iu.test(name);
}

function openFile(path: string, from: string | undefined, library: Library | undefined): ScenarioText | Fault {
  if (library?.open === undefined) return faults.extendsFile(path);
  try {
    return library.open(path, from);
  } catch (error) {
    return faults.extendsMissing(path, error instanceof Error ? error.message : String(error));
  }
}

/** The name of a file without the folders it is in. */
export function lastPart(name: string): string {
  return name.split(/[/\\]/u).at(-1) ?? name;
}

/** The same scenario counted from another first month: dates stay on the calendar. */
export function withStart(scenario: Scenario, start: string, names: Names): Scenario {
  const earlier = monthsBetween(start, scenario.start);
  if (earlier === 0) return scenario;
  const shift = (quantity: Quantity): Quantity => ({
    ...quantity,
    central: quantity.central + earlier,
    ...(quantity.low === undefined ? {} : { low: quantity.low + earlier }),
    ...(quantity.high === undefined ? {} : { high: quantity.high + earlier }),
  });
  const isDate = (set: ItemSet, field: string): boolean => names.fields.get(set)?.get(field)?.input?.type === 'date';
  const shiftItem = (set: ItemSet, item: ScenarioItem): ScenarioItem => ({
    ...item,
    fields: Object.fromEntries(
      Object.entries(item.fields).map(([field, quantity]) => [field, isDate(set, field) ? shift(quantity) : quantity]),
    ),
  });
  const assumptions = Object.entries(scenario.assumptions).map(([name, quantity]) => {
    const lever = parseLever(name, names, new Map());
    return [name, lever?.record.input?.type === 'date' ? shift(quantity) : quantity] as const;
  });
  const [commitments, sites] = ITEM_SETS.map((set) => scenario[set].map((item) => shiftItem(set, item)));
  return {
    ...scenario,
    start,
    commitments: commitments ?? [],
    sites: sites ?? [],
    assumptions: Object.fromEntries(assumptions),
  };
}
