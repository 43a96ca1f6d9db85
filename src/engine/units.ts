import { create, createUnitDependencies, UnitDependencies } from 'mathjs';
import { DIMENSIONLESS, dimensionOf, factorOf, formatUnit, type Unit, type Word } from './unit-algebra.ts';

/** A text that is no unit. The message says what was found and what would be accepted. */
export class UnitError extends Error {
  override name = 'UnitError';
}

export interface UnitSystem {
  /** Reads "USD/year", "MW", "job*year", "1". @throws UnitError */
  read(text: string): Unit;
}

/** mathjs' own base dimensions, in the order of its arrays, by their SI units. */
const SI = ['kg', 'm', 's', 'A', 'K', 'cd', 'mol', 'rad', 'b'];

/** What of mathjs' Unit class is used here; its declared types leave these out. */
interface MathjsUnit {
  readonly value: number | null;
  readonly units: readonly {
    readonly unit: {
      readonly name: string;
      readonly value: number;
      readonly dimensions: readonly number[];
      readonly offset: number;
    };
    readonly prefix: { readonly name: string; readonly value: number };
    readonly power: number;
  }[];
}
interface MathjsUnitClass {
  parse(text: string, options: { allowNoUnits: boolean }): MathjsUnit;
  createUnitSingle(name: string, definition: { prefixes: 'short'; definition?: string; aliases?: string[] }): unknown;
}

/**
 * A reader of units: mathjs' words and the model's own.
 * @param baseUnits  "job" for a dimension of its own, "tCO2 = 1000 kgCO2" for one defined by earlier ones.
 * @throws UnitError where a base unit cannot be made.
 */
export function unitSystem(baseUnits: readonly string[]): UnitSystem {
  const key = JSON.stringify(baseUnits);
  let system = systems.get(key);
  if (system === undefined) {
    system = makeSystem(baseUnits);
    systems.set(key, system);
  }
  return system;
}

/** A system only reads, and takes tens of milliseconds to make. */
const systems = new Map<string, UnitSystem>();

function makeSystem(baseUnits: readonly string[]): UnitSystem {
  const { Unit: mathjsUnit } = create({ Unit: UnitDependencies!, createUnit: createUnitDependencies! });
  const reader = mathjsUnit as unknown as MathjsUnitClass;
  const dimensions = [...SI];
  for (const text of baseUnits) {
    const [name = '', definition] = text.split('=').map((part) => part.trim());
    if (isUnit(name, reader))
      throw new UnitError(`the base unit "${text}" cannot be made: "${name}" is a unit already`);
    try {
      reader.createUnitSingle(
        name,
        definition === undefined ? { prefixes: 'short' } : { prefixes: 'short', definition },
      );
    } catch (error) {
      throw new UnitError(
        `the base unit "${text}" cannot be made: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    if (definition === undefined) dimensions.push(name);
  }
  const known = new Map<string, Unit>([['1', DIMENSIONLESS]]);
  return {
    read(text) {
      let unit = known.get(text);
      if (unit === undefined) {
        unit = readUnit(text, reader, dimensions);
        known.set(text, unit);
      }
      return unit;
    },
  };
}

function readUnit(text: string, reader: MathjsUnitClass, dimensions: readonly string[]): Unit {
  if (text.length > 200) throw new UnitError('a unit has at most 200 characters');
  const parsed = parseUnit(text, reader);
  if (parsed.units.length === 0) throw new UnitError(`"${text}" is not a unit; a plain number has the unit "1"`);
  if (parsed.value !== null && !/^\s*1\s*\//.test(text)) {
    throw new UnitError(`"${text}" has a number in it; a unit is made of words, such as "USD/year" or "1/year"`);
  }
  const words = new Map<string, Word>();
  for (const { unit, prefix, power: p } of parsed.units) {
    if (unit.offset !== 0) throw new UnitError(`"${text}" counts from a shifted zero; use "K"`);
    const name = prefix.name + unit.name;
    const sum = (words.get(name)?.power ?? 0) + p;
    const own = new Map<string, number>();
    for (const [index, size] of unit.dimensions.entries()) {
      const base = dimensions[index];
      if (size !== 0 && base !== undefined) own.set(base, size);
    }
    if (sum === 0) words.delete(name);
    else words.set(name, { power: sum, factor: unit.value * prefix.value, dimensions: own });
  }
  return { words };
}

function isUnit(word: string, reader: MathjsUnitClass): boolean {
  try {
    return reader.parse(word, { allowNoUnits: false }).units.length > 0;
  } catch {
    return false;
  }
}

function parseUnit(text: string, reader: MathjsUnitClass): MathjsUnit {
  try {
    return reader.parse(text, { allowNoUnits: true });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const unknown = /Unit "(.*)" not found/.exec(said)?.[1];
    if (unknown !== undefined) throw new UnitError(`"${unknown}" in the unit "${text}" is not a known unit word`);
    throw new UnitError(`"${text}" is not a unit: ${said.charAt(0).toLowerCase()}${said.slice(1)}`);
  }
}

const PREFIXES = ['', 'k', 'M', 'G', 'T', 'P', 'E'];
/** Words with SI prefixes, and words without, that people type beside the model's own. */
const PREFIXED = ['W', 'Wh', 'L'];
const PLAIN = [
  ...['mL', 'mg', 'g', 'kg', 't', 'kt', 'Mt', 'Gt', 'm', 'km', 'acre', 'acres', 'hectare', 'm2', 'm3'],
  ...['s', 'second', 'seconds', 'minute', 'minutes', 'h', 'hour', 'hours'],
  ...['day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years'],
];

/**
 * Every unit word and text that a quantity in a file may use, so that files are read without mathjs: the words people type,
 * the model's own with prefixes and plural, and the unit of every record. `factor` counts base units of the `dimension`:
 * two units convert by the quotient of their factors when their dimensions are equal texts.
 * @param texts  units of the records, and those they are preferably typed in.
 */
export function unitTable(
  baseUnits: readonly string[],
  texts: readonly string[],
): Record<string, { factor: number; dimension: string }> {
  const system = unitSystem(baseUnits);
  const table: Record<string, { factor: number; dimension: string }> = {};
  const add = (key: string, text: string): void => {
    const unit = system.read(text);
    table[key] = { factor: factorOf(unit), dimension: dimensionOf(unit) };
  };
  const own = baseUnits.map((text) => (text.split('=')[0] ?? '').trim());
  add('1', '1');
  for (const word of [...PREFIXED, ...own]) {
    for (const prefix of PREFIXES) add(prefix + word, prefix + word);
  }
  for (const word of own) {
    if (/^[a-z]{3,}$/.test(word)) add(`${word}s`, word);
  }
  for (const word of PLAIN) add(word, word);
  for (const text of texts) add(text, text);
  return table;
}

export { formatUnit };
