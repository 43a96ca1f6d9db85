import type { Range } from '../../src/engine/types.ts';
import { unitTable } from '../../src/generated/units.ts';
import { DEFAULTS } from '../../src/scenario/defaults.ts';
import { showQuantity } from '../../src/scenario/format.ts';
import { measureOf, type Reading } from '../../src/scenario/measure.ts';
import { modelWords } from '../words/model.ts';
import { type Book, type Entry, inputOf } from './book.ts';

const reading: Reading = { language: DEFAULTS.language, units: unitTable, start: DEFAULTS.start };

/** A row of an input's figures as texts. One label only where low, central and high are one. */
export interface ValueRow {
  readonly label?: string;
  readonly low?: string;
  readonly central: string;
  readonly high?: string;
}

/** A value of an entry as people read it, with its unit. */
export function valueText(entry: Entry, value: number): string {
  const { record } = entry;
  if (record === undefined) return String(value);
  const { choices } = record.input ?? {};
  if (record.input?.type === 'choice') return choices?.[value]?.title ?? String(value);
  return showQuantity(value, measureOf(record), reading, 4);
}

/** What an input or a constant is: one row, or one for each item of the set it runs over, then one for each region that differs. */
export function rowsOf(entry: Entry, book: Book): ValueRow[] {
  const input = inputOf(entry);
  const value = entry.record?.value;
  if (value !== undefined) return [{ central: valueText(entry, value) }];
  if (input === undefined) return [];
  const { ranges, presets = {} } = input;
  const items = book.sets.find(({ id }) => id === entry.over[0])?.items ?? [];
  const regional = Object.keys(presets).length > 0 ? modelWords.entry.elsewhere : undefined;
  const own = ranges.map((range, i) => rowOf(entry, range, ranges.length > 1 ? items[i]?.title : regional));
  const regions = book.presets.flatMap(({ id, title }) => {
    const range = presets[id];
    return range === undefined ? [] : [rowOf(entry, range, title)];
  });
  return [...own, ...regions];
}

function rowOf(entry: Entry, { low, central, high }: Range, label: string | undefined): ValueRow {
  const say = (value: number): string => valueText(entry, value);
  const ends = low === high ? {} : { low: say(low), high: say(high) };
  return { ...(label === undefined ? {} : { label }), central: say(central), ...ends };
}

/**
 * Rows with the unit taken out where all values have the same: it is said once.
 * @returns the unit, or nothing where the values differ in it
 */
export function withoutUnit(rows: readonly ValueRow[]): { readonly unit: string; readonly rows: readonly ValueRow[] } {
  const texts = rows.flatMap(({ low, central, high }) => [central, ...(low === undefined ? [] : [low, high ?? ''])]);
  const parts = texts.map((text) => /^(\S*\d\S*) (.+)$/u.exec(text));
  const units = parts.map((part) => part?.[2] ?? '');
  // "1 year, 2 years": the plural says it for all.
  const [unit = ''] = [...units].sort((a, b) => b.length - a.length);
  if (unit === '' || units.some((one) => one !== unit && `${one}s` !== unit)) return { unit: '', rows };
  const bare = (text: string): string => text.slice(0, text.indexOf(' '));
  return {
    unit,
    rows: rows.map(({ label, low, central, high }) => ({
      ...(label === undefined ? {} : { label }),
      central: bare(central),
      ...(low === undefined ? {} : { low: bare(low) }),
      ...(high === undefined ? {} : { high: bare(high) }),
    })),
  };
}

/** "from 0 %, up to 100 %"; nothing where any value goes. */
export function boundsOf(entry: Entry): string {
  const { least, most, type } = inputOf(entry) ?? {};
  if (type === 'choice') return '';
  const { from, upTo } = modelWords.entry;
  return [
    least === undefined ? '' : from(valueText(entry, least)),
    most === undefined ? '' : upTo(valueText(entry, most)),
  ]
    .filter(Boolean)
    .join(', ');
}

/** A unit for reading: "job·year", "t CO₂"; a share is "%". */
export function unitText({ unit, show }: Pick<Entry, 'unit' | 'show'>): string {
  if (unit === '1') return show ?? modelWords.entry.number;
  const words = unit.replaceAll('*', '\u00b7').replace(/([kMG]?[tg])CO2/gu, '$1 CO₂');
  return show === undefined ? words : `${show}${words.replace(/^1/u, '')}`;
}
