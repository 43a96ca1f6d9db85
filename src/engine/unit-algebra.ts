/**
 * A unit as a product of words: what a quantity's number counts. Pure arithmetic; only `units.ts` knows how words are read.
 */
export interface Unit {
  /** Powers by unit word, in the order of the text: { MW: 1, hour: -1 }. */
  readonly words: ReadonlyMap<string, Word>;
}

export interface Word {
  readonly power: number;
  /** How many base units one of this word is. */
  readonly factor: number;
  /** Powers of the base dimensions, "kg", "m", "s", "USD" ... */
  readonly dimensions: ReadonlyMap<string, number>;
}

export const DIMENSIONLESS: Unit = { words: new Map() };

export function multiply(a: Unit, b: Unit): Unit {
  return merge(a, b, 1);
}

export function divide(a: Unit, b: Unit): Unit {
  return merge(a, b, -1);
}

export function power(unit: Unit, exponent: number): Unit {
  const words = new Map<string, Word>();
  for (const [name, word] of unit.words) {
    if (word.power * exponent !== 0) words.set(name, { ...word, power: word.power * exponent });
  }
  return { words };
}

function merge(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const words = new Map(a.words);
  for (const [name, word] of b.words) {
    const sum = (words.get(name)?.power ?? 0) + sign * word.power;
    if (sum === 0) words.delete(name);
    else words.set(name, { ...word, power: sum });
  }
  return { words };
}

/** How many base units one of this unit is. Equal words give the same number to the last bit. */
export function factorOf(unit: Unit): number {
  const names = [...unit.words.keys()].sort();
  let factor = 1;
  for (const name of names) {
    const word = unit.words.get(name);
    if (word !== undefined) factor *= word.factor ** word.power;
  }
  return factor;
}

/** The dimension as a sorted text, "USD*s^-1"; "1" for none. Two units can be converted when their texts are equal. */
export function dimensionOf(unit: Unit): string {
  const powers = new Map<string, number>();
  for (const word of unit.words.values()) {
    for (const [base, p] of word.dimensions) powers.set(base, (powers.get(base) ?? 0) + p * word.power);
  }
  const left = [...powers].filter(([, p]) => Math.abs(p) > 1e-9).sort(([a], [b]) => (a < b ? -1 : 1));
  return left.length === 0 ? '1' : left.map(([base, p]) => (p === 1 ? base : `${base}^${p}`)).join('*');
}

/**
 * How many `to` one `from` is: 1 where the units are equal, null where their dimensions differ.
 * A difference below 1e-12 is rounding and counts as equal.
 */
export function ratio(from: Unit, to: Unit): number | null {
  if (dimensionOf(from) !== dimensionOf(to)) return null;
  const quotient = factorOf(divide(from, to));
  return Math.abs(quotient - 1) <= 1e-12 ? 1 : quotient;
}

/** "USD/MW/year", "job*year", "1/year", "1". Reads back as the same unit. */
export function formatUnit(unit: Unit): string {
  const above: string[] = [];
  const below: string[] = [];
  for (const [name, { power: p }] of unit.words) {
    const size = Math.abs(p);
    (p > 0 ? above : below).push(size === 1 ? name : `${name}^${size}`);
  }
  return [above.join('*') || '1', ...below].join('/');
}
