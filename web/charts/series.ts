/** From runs to the series, rows and panels of a chart; titles and axes are put around them in build.ts. */
import type { ChartDefinition, ChartPart } from './definitions.ts';
import { CAUSES } from './reading.ts';
import type { ChartBand, ChartRow, ChartRun, ChartSeries, ChartSource, Spread } from './spec.ts';
import { onTimes } from './times.ts';
import { partLabel } from './words.ts';

/** Colours of items that have none of their own, and the dashes that go with them. */
const ITEM_COLOURS = ['part-it', 'part-power', 'part-plants', 'part-money', 'part-building', 'part-other'];

/** A part with its words: of an item, its title. */
export interface NamedPart extends ChartPart {
  readonly label: string;
}

/** The dash of each place: told apart without colour. The first is solid. */
export const PLACE_DASHES: readonly (readonly number[])[] = [
  [],
  [8, 4],
  [2, 3],
  [12, 3, 2, 3],
  [5, 2],
  [10, 3, 2, 3, 2, 3],
];

export const placeColour = (place: number) => `scenario-${(place % PLACE_DASHES.length) + 1}`;

/** Several runs need the run's place in the id; one alone goes by its record. */
const idIn = (runs: readonly ChartRun[], of: string, run: number) =>
  runs.length > 1 ? `${of}@${runs[run]!.place}` : of;
const nameIn = (runs: readonly ChartRun[], label: string, run: number) =>
  runs.length > 1 ? `${runs[run]!.source.title}: ${label}` : label;

/**
 * The parts a chart has for these runs. Of a set's items the largest are taken, in the scenario's order, so that a colour
 * does not wander while a slider moves.
 */
export function partsOf(chart: ChartDefinition, runs: readonly ChartRun[]): { parts: NamedPart[]; dropped: number } {
  const { each } = chart;
  if (!each) return { parts: chart.parts.map((part) => ({ ...part, label: partLabel(part.id) })), dropped: 0 };
  const titles = new Map<string, string>();
  const peaks = new Map<string, number>();
  for (const { source } of runs) {
    for (const { id, title } of source.items(each.set)) {
      const record = `${each.record}.${id}`;
      const values = source.series(record);
      if (!values) continue;
      if (!titles.has(record)) titles.set(record, title);
      peaks.set(
        record,
        values.reduce((most, value) => Math.max(most, value || 0), peaks.get(record) ?? 0),
      );
    }
  }
  const largest = [...peaks].sort((a, b) => b[1] - a[1]).slice(0, each.most);
  const chosen = new Set(largest.map(([id]) => id));
  const parts = [...titles]
    .filter(([id]) => chosen.has(id))
    .map(([id, title], i) => ({
      id,
      label: partLabel(id, title),
      colour: ITEM_COLOURS[i % ITEM_COLOURS.length]!,
      dash: PLACE_DASHES[i % PLACE_DASHES.length]!,
    }));
  return { parts, dropped: titles.size - parts.length };
}

/** Makes the series of one chart on its common times. */
export class SeriesMaker {
  private readonly runs: readonly ChartRun[];
  private readonly times: Float64Array;

  constructor(runs: readonly ChartRun[], times: Float64Array) {
    this.runs = runs;
    this.times = times;
  }

  private values(source: ChartSource, id: string): Float64Array | undefined {
    const values = source.series(id);
    return values && onTimes(values, source.times, this.times);
  }

  /** A part of one run as a line or a layer, in the part's colour or the run's. */
  part(part: NamedPart, run: number, byPlace: boolean, stacked: boolean): ChartSeries[] {
    const { source, place } = this.runs[run]!;
    const values = this.values(source, part.id);
    if (!values) return [];
    return [
      {
        id: idIn(this.runs, part.id, run),
        of: part.id,
        label: byPlace ? source.title : part.label,
        name: nameIn(this.runs, part.label, run),
        run,
        colour: byPlace ? placeColour(place) : part.colour,
        dash: (byPlace ? PLACE_DASHES[place % PLACE_DASHES.length] : part.dash) ?? [],
        role: stacked && !part.line ? 'stack' : 'line',
        width: byPlace ? 2 : (part.width ?? 2),
        values,
      },
    ];
  }

  /** How sure a part of one run is, where that is known; or how sure something else is that is drawn for it. */
  band(part: NamedPart, run: number, byPlace: boolean, look: ChartBand['look'], of?: ChartRun['apart']): ChartBand[] {
    const { source, place } = this.runs[run]!;
    const found = of === undefined ? source.spread?.(part.id) : of(part.id);
    if (found === undefined || found.p50.length !== source.times.length) return [];
    const on = (values: Float64Array) => onTimes(values, source.times, this.times);
    const { p5, p25, p50, p75, p95 } = found;
    const spread: Spread = { p5: on(p5), p25: on(p25), p50: on(p50), p75: on(p75), p95: on(p95) };
    const label = part.label || partLabel(part.id);
    return [
      {
        id: idIn(this.runs, part.id, run),
        of: part.id,
        run,
        name: nameIn(this.runs, label, run),
        label: byPlace ? source.title : label,
        colour: byPlace ? placeColour(place) : part.colour,
        look,
        spread,
      },
    ];
  }

  /** The same part before the gesture. */
  ghost(part: NamedPart, run: number, byPlace: boolean): ChartSeries[] {
    const { ghost, place } = this.runs[run]!;
    const values = ghost && this.values(ghost, part.id);
    if (!values) return [];
    return [this.pale(part, run, byPlace ? placeColour(place) : part.colour, values)];
  }

  private pale(part: NamedPart, run: number, colour: string, values: Float64Array): ChartSeries {
    return {
      id: `${idIn(this.runs, part.id, run)}~`,
      of: part.id,
      label: '',
      name: '',
      run,
      colour,
      dash: part.dash ?? [],
      role: 'ghost',
      width: 1.5,
      values,
    };
  }

  /** A part of one run less the baseline's, and the same before the gesture where either was moved. */
  difference(part: NamedPart, run: number, baseline: number, byPlace: boolean): ChartSeries[] {
    const base = this.runs[baseline]!;
    const other = this.runs[run]!;
    const lines = this.part(part, run, byPlace, false).flatMap((line): ChartSeries[] => {
      const values = this.minus(other.source, base.source, part.id);
      return values ? [{ ...line, values }] : [];
    });
    if (!other.ghost && !base.ghost) return lines;
    const before = this.minus(other.ghost ?? other.source, base.ghost ?? base.source, part.id);
    const colour = byPlace ? placeColour(other.place) : part.colour;
    return before ? [this.pale(part, run, colour, before), ...lines] : lines;
  }

  private minus(a: ChartSource, b: ChartSource, id: string): Float64Array | undefined {
    const from = this.values(a, id);
    const to = this.values(b, id);
    return from && to && from.map((value, i) => value - to[i]!);
  }

  /** A strip for every site of one run. What has not begun has a code of its own, behind the model's. */
  rows(record: string, run: number): ChartRow[] {
    const { source } = this.runs[run]!;
    return source.items('sites').flatMap(({ id, title }): ChartRow[] => {
      const of = `${record}.${id}`;
      const codes = source.series(of);
      if (!codes) return [];
      const started = source.series(`facility_started.${id}`);
      const known = started ? codes.map((code, i) => (started[i]! > 0 ? code : CAUSES.length)) : codes;
      return [
        {
          id: idIn(this.runs, of, run),
          of,
          label: title,
          name: nameIn(this.runs, title, run),
          run,
          values: onTimes(known, source.times, this.times, true),
        },
      ];
    });
  }
}
