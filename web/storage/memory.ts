import type { Scenario } from '../../src/scenario/types.ts';
import type { History } from '../state/history.ts';
import { readSeen } from '../state/seen.ts';
import {
  COMPARES,
  type Compare,
  DRAWS,
  type Entry,
  MOST_ENTRIES,
  type Seen,
  THEMES,
  type Theme,
  type View,
  type Work,
} from '../state/types.ts';

/** The work and its history as text, and back. Scenarios that steps share are written once, others as what changed in them. */
export interface Remembered {
  /** The model it was made with. */
  readonly model: string;
  readonly history: History<Work>;
  /** As far as it is understood. */
  readonly view: Partial<View>;
  /** The figures that scenarios on the table were seen with, by key; absent in work kept before they were. */
  readonly seen?: Readonly<Record<string, Seen>>;
}

/** The number of this format. A page that meets a higher one leaves it alone. */
export const MEMORY_FORMAT = 1;

/** A scenario by what differs from one written before it: `base` is its place in the list, `without` what it lacks. */
interface Delta {
  readonly base?: number;
  readonly without?: readonly string[];
  readonly with: Partial<Scenario>;
}

interface PlainEntry extends Omit<Entry, 'scenario' | 'origin'> {
  readonly scenario: number;
  readonly origin: number;
}

interface PlainWork extends Omit<Work, 'entries'> {
  readonly entries: readonly PlainEntry[];
}

interface Plain {
  readonly format: number;
  readonly model: string;
  readonly view: unknown;
  readonly scenarios: readonly Delta[];
  readonly past: readonly PlainWork[];
  readonly present: PlainWork;
  readonly future: readonly PlainWork[];
  readonly seen?: Readonly<Record<string, Seen>>;
}

export function encode({ model, history, view, seen }: Remembered): string {
  const list: Scenario[] = [];
  const places = new Map<Scenario, number>();
  const deltas: Delta[] = [];
  const place = (scenario: Scenario): number => {
    const known = places.get(scenario);
    if (known !== undefined) return known;
    deltas.push(deltaOf(scenario, list));
    places.set(scenario, list.push(scenario) - 1);
    return list.length - 1;
  };
  const plain = ({ entries, ...work }: Work): PlainWork => ({
    ...work,
    entries: entries.map((entry) => ({ ...entry, origin: place(entry.origin), scenario: place(entry.scenario) })),
  });
  const { past, present, future } = history;
  const works = { past: past.map(plain), present: plain(present), future: future.map(plain) };
  return JSON.stringify({
    format: MEMORY_FORMAT,
    model,
    view,
    scenarios: deltas,
    ...works,
    ...(seen && { seen }),
  } satisfies Plain);
}

/** Against the most alike of the last few: parts that did not change are the same objects. */
function deltaOf(scenario: Scenario, list: readonly Scenario[]): Delta {
  let best: Delta = { with: scenario };
  let most = 0;
  for (let base = list.length - 1; base >= Math.max(0, list.length - 6); base--) {
    const other = list[base] as Scenario;
    const changed = Object.entries(scenario).filter(([key, value]) => other[key as keyof Scenario] !== value);
    const alike = Object.keys(scenario).length - changed.length;
    if (alike <= most) continue;
    most = alike;
    const without = Object.keys(other).filter((key) => !Object.hasOwn(scenario, key));
    best = { base, ...(without.length === 0 ? {} : { without }), with: Object.fromEntries(changed) };
  }
  return best;
}

/**
 * @param fit brings a scenario of another model in line with this one; the same object where nothing has to change.
 * @throws Error where the text is not one of ours
 */
export function decode(text: string, fit: (scenario: Scenario) => Scenario): Remembered {
  const plain = JSON.parse(text) as Plain;
  if (plain.format !== MEMORY_FORMAT) throw new RangeError(`memory format ${plain.format}, not ${MEMORY_FORMAT}`);
  const raw: Scenario[] = [];
  for (const { base, without = [], with: own } of plain.scenarios) {
    const whole: Record<string, unknown> = base === undefined ? { ...own } : { ...raw[base], ...own };
    for (const key of without) delete whole[key];
    if (!isScenario(whole)) throw new TypeError('not a scenario');
    raw.push(whole);
  }
  const scenarios = raw.map(fit);
  const at = (place: number): Scenario => {
    const scenario = scenarios[place];
    if (scenario === undefined) throw new RangeError(`no scenario ${place}`);
    return scenario;
  };
  const work = ({ entries, ...rest }: PlainWork): Work => {
    const keys = entries.map(({ key }) => key);
    if (![rest.edited, rest.baseline].every((key) => keys.includes(key))) throw new RangeError('no such scenario');
    return {
      ...rest,
      entries: entries.map((entry) => ({
        key: String(entry.key),
        slot: slotOf(entry.slot),
        shown: entry.shown !== false,
        scenario: at(entry.scenario),
        origin: at(entry.origin),
      })),
    };
  };
  const { past, present, future } = plain;
  const seen = Object.entries(plain.seen ?? {}).flatMap(([key, value]) => {
    const figures = readSeen(value);
    return figures === undefined ? [] : [[key, figures] as const];
  });
  return {
    model: plain.model,
    view: viewOf(plain.view),
    ...(seen.length === 0 ? {} : { seen: Object.fromEntries(seen) }),
    history: { past: past.map(work), present: work(present), future: future.map(work) },
  };
}

/** What the page reads of a scenario without asking is there, and of its kind. */
function isScenario(value: Record<string, unknown>): value is Record<string, unknown> & Scenario {
  const isList = (list: unknown): list is Record<string, unknown>[] => Array.isArray(list) && list.every(isObject);
  const isItems = (list: unknown): boolean =>
    isList(list) && list.every(({ id, title, fields }) => isText(id) && isText(title) && isQuantities(fields));
  const { title, description, language, start, horizon, step, commitments, sites, assumptions, locks } = value;
  return (
    [title, description, language, start, horizon].every(isText) &&
    typeof step === 'number' &&
    isItems(commitments) &&
    isItems(sites) &&
    isQuantities(assumptions) &&
    isTexts(locks) &&
    [value.targets, value.metrics, value.uncertainty].every(isObject) &&
    isList((value.uncertainty as Record<string, unknown>).correlations)
  );
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

function isQuantities(fields: unknown): boolean {
  return isObject(fields) && Object.values(fields).every((one) => isObject(one) && typeof one.central === 'number');
}

function slotOf(slot: unknown): number {
  if (!Number.isInteger(slot) || (slot as number) < 0 || (slot as number) >= MOST_ENTRIES)
    throw new RangeError('no such colour');
  return slot as number;
}

/** The parts that are what they should be; the others are left as they are on a first visit. */
function viewOf(value: unknown): Partial<View> {
  if (!isObject(value)) return {};
  const isGood: { readonly [Part in keyof View]: (part: unknown) => boolean } = {
    compare: (part) => COMPARES.includes(part as Compare),
    charts: isTexts,
    open: isTexts,
    onlyChanged: (part) => typeof part === 'boolean',
    theme: (part) => THEMES.includes(part as Theme),
    draws: (part) => DRAWS.includes(part as number),
  };
  const known = Object.entries(value).filter(
    ([name, part]) => Object.hasOwn(isGood, name) && isGood[name as keyof View](part),
  );
  return Object.fromEntries(known);
}
