import { type Projected, slotOf } from '../../analysis/project.ts';
import type { Expression } from '../../engine/types.ts';
import { references } from '../../engine/walk.ts';
import { unitTable } from '../../generated/units.ts';
import { type Scale, scaleOf } from '../../scenario/format.ts';
import type { Measure, Reading } from '../../scenario/measure.ts';
import { digitsOf, fewestDecimals, type Writing } from './digits.ts';
import { type Markup, markup } from './markup.ts';
import type { RunData } from './recompute.ts';

const SIZES = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e4, 'thousand'],
] as const;
/** Behind EFLOP there is no word a file could use, but a reader knows some. */
const PREFIXES = [
  [1e21, 'Z'],
  [1e18, 'E'],
  [1e15, 'P'],
] as const;

/** Units as a reader writes them. */
function spelt(words: string): string {
  return words
    .replace(/WIT\b/gu, 'W IT')
    .replace(/\bfabs?\b/gu, 'chip plants')
    .replace(/tCO2\b/gu, 't CO₂');
}

/** A year by its number rather than a span of so many. */
export function isCalendarYear(size: number, unit: string): boolean {
  return size >= 1000 && /^(?:calendar )?year$/u.test(unit);
}

/** What a number is measured in. */
export type Measured = Pick<Measure, 'unit' | 'show' | 'prefer'>;

/**
 * Writes the figures of a report and remembers of which series they are. Each stands in a `data` element with its full value, the series
 * or headline it is of and when, so that the page's script and anybody else can hold it against a computation of his own.
 */
export class Figures {
  /** Series that figures or charts show. */
  readonly shown = new Set<string>();
  count = 0;
  private readonly projection: Projected;
  private readonly reading: Reading;

  constructor(projection: Projected) {
    this.projection = projection;
    this.reading = { language: 'en', units: unitTable, start: projection.scenario.start };
  }

  /** @param at  a month of a series, "max" for its largest value, or nothing for a headline. */
  figure(of: string, at: string, writing: Writing): Markup {
    const value = this.value(of, at);
    if (at !== '') this.shown.add(of);
    this.count += 1;
    const how =
      'start' in writing
        ? markup`data-start="${writing.start}"`
        : markup`data-factor="${writing.factor}" data-decimals="${writing.decimals}"`;
    return markup`<data value="${value}" data-of="${of}" data-at="${at}" ${how}>${digitsOf(value, writing)}</data>`;
  }

  /** A figure by itself, with its unit behind it. */
  quantity(of: string, at: string, measured: Measured, significant = 3): Markup {
    const size = Math.abs(this.value(of, at));
    const { factor, words } = this.scale(size, measured);
    const unit = size === 0 ? words.replace(/ (?:thousand|million|billion|trillion)\b/u, '') : words;
    const said = Number.isFinite(size) && !isCalendarYear(size, measured.unit) ? unit : '';
    return markup`${this.figure(of, at, { factor, decimals: fewestDecimals(size * factor, significant) })}${said}`;
  }

  value(of: string, at: string): number {
    const { projection } = this;
    if (at === '') return projection.headline(of).value ?? Number.NaN;
    if (at !== 'max') return projection.at(of, at);
    return projection.series(of).values.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  }

  /** How numbers up to a size are written: a factor, and the words behind them. Things are counted in thousands and millions. */
  scale(size: number, { unit, show, prefer }: Measured): Scale {
    const most = Number.isFinite(size) ? Math.abs(size) : 0;
    const { factor, words } = scaleOf(most, { unit, show, prefer, type: 'number' }, this.reading);
    const flops = unit.startsWith('FLOP');
    const larger = (flops ? PREFIXES : SIZES).find(([from]) => most * factor >= from);
    // Nobody counts years in thousands.
    if (larger === undefined || words === ' years') return { factor, words: spelt(words) };
    const [from, word] = larger;
    return {
      factor: factor / (word === 'thousand' ? 1e3 : from),
      words: spelt(` ${word}${flops ? words.trim() : words}`),
    };
  }

  /** The places of every series that is shown or that others are computed from, and the formulas of metrics among them. */
  places(besides: readonly string[]): Pick<RunData, 'places' | 'metrics'> {
    const { names, metrics } = this.projection;
    const found = { places: {} as Record<string, number[]>, metrics: {} as Record<string, Expression> };
    const add = (id: string): void => {
      if (Object.hasOwn(found.places, id) || Object.hasOwn(found.metrics, id)) return;
      const name = names.get(id);
      const metric = metrics.get(id);
      if (name !== undefined) found.places[id] = name.rows.map(({ record, items }) => slotOf(record, items));
      else if (metric !== undefined) {
        found.metrics[id] = metric.expression;
        for (const used of references(metric.expression)) add(used);
      }
    };
    for (const id of [...this.shown, ...besides]) add(id);
    return found;
  }
}
