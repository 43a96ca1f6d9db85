import { sourceOf } from '../charts/source.ts';
import type { ChartRun, ChartSource } from '../charts/spec.ts';
import type { Ran, Snapshot, Sure } from '../state/types.ts';

const sources = new WeakMap<Ran, { readonly sure: Sure | undefined; readonly source: ChartSource }>();

function sourceFor(ran: Ran, sure?: Sure): ChartSource {
  const known = sources.get(ran);
  if (known !== undefined && known.sure === sure) return known.source;
  const source = sourceOf(ran.scenario, ran, sure?.data.bands);
  sources.set(ran, { sure, source });
  return source;
}

const differences = new WeakMap<Sure, NonNullable<ChartRun['apart']>>();

function apartOf(sure: Sure): NonNullable<ChartRun['apart']> {
  const { bands } = sure.data;
  const known = differences.get(sure) ?? ((id: string) => (Object.hasOwn(bands, id) ? bands[id] : undefined));
  differences.set(sure, known);
  return known;
}

/** What the charts draw: the scenarios shown that have a result, in their order, and where the baseline is among them. */
export interface ShownRuns {
  readonly runs: readonly ChartRun[];
  readonly keys: readonly string[];
  /** The same as data. */
  readonly rans: readonly Ran[];
  readonly baseline: number;
  /** Scenarios without a result, and why. */
  readonly failures: readonly { readonly title: string; readonly why: string }[];
}

/** While a slider is held, scenarios that have changed since carry their state before as a ghost. */
export function shownRuns({ history, runs, sure, apart, view, gesture }: Snapshot): ShownRuns {
  const { entries, baseline } = history.present;
  const found: ChartRun[] = [];
  const keys: string[] = [];
  const rans: Ran[] = [];
  const failures: { title: string; why: string }[] = [];
  for (const { key, slot, shown, scenario } of entries) {
    const ran = runs[key];
    if (!shown || ran === undefined) continue;
    if (ran.failure !== undefined) {
      failures.push({ title: scenario.title, why: ran.failure });
      continue;
    }
    const before = gesture?.ghosts[key];
    const ghost =
      before === undefined || before === ran || before.failure !== undefined ? {} : { ghost: sourceFor(before) };
    const source = sourceFor(ran, view.draws === 0 ? undefined : sure[key]);
    const from = view.draws > 0 && apart[key]?.against === baseline ? { apart: apartOf(apart[key]) } : {};
    found.push({ source, place: slot, ...ghost, ...from });
    keys.push(key);
    rans.push(ran);
  }
  return { runs: found, keys, rans, baseline: Math.max(0, keys.indexOf(baseline)), failures };
}

/** As before where nothing in it is new, so that charts whose runs did not change are not built again. */
export function steady(now: ShownRuns, before: ShownRuns | undefined): ShownRuns {
  if (before === undefined || before.runs.length !== now.runs.length || before.baseline !== now.baseline) return now;
  if (before.failures.length > 0 || now.failures.length > 0) return now;
  const same = now.runs.every((run, index) => {
    const old = before.runs[index];
    return (
      old?.source === run.source &&
      old.ghost === run.ghost &&
      old.apart === run.apart &&
      old.place === run.place &&
      before.keys[index] === now.keys[index]
    );
  });
  return same ? before : now;
}
