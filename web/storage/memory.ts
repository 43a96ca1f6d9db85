import type { Scenario } from '../../src/scenario/types.ts';
import type { History } from '../state/history.ts';
import { readSeen } from '../state/seen.ts';
import type { Entry, Seen, View, Work } from '../state/types.ts';

/** The work and its history as text, and back. Scenarios that steps share are written once, others as what changed in them. */
export interface Remembered {
  /** The model it was made with. */
  readonly model: string;
  readonly history: History<Work>;
  readonly view: View;
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
  readonly view: View;
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
    if (!Array.isArray(whole.commitments) || typeof whole.title !== 'string') throw new TypeError('not a scenario');
    raw.push(whole as unknown as Scenario);
  }
  const scenarios = raw.map(fit);
  const at = (place: number): Scenario => {
    const scenario = scenarios[place];
    if (scenario === undefined) throw new RangeError(`no scenario ${place}`);
    return scenario;
  };
  const work = ({ entries, ...rest }: PlainWork): Work => {
    if (entries.length === 0) throw new RangeError('an empty table');
    return {
      ...rest,
      entries: entries.map((entry) => ({ ...entry, scenario: at(entry.scenario), origin: at(entry.origin) })),
    };
  };
  const { past, present, future } = plain;
  const seen = Object.entries(plain.seen ?? {}).flatMap(([key, value]) => {
    const figures = readSeen(value);
    return figures === undefined ? [] : [[key, figures] as const];
  });
  return {
    model: plain.model,
    view: plain.view,
    ...(seen.length === 0 ? {} : { seen: Object.fromEntries(seen) }),
    history: { past: past.map(work), present: work(present), future: future.map(work) },
  };
}
