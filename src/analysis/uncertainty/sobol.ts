import { DIRECTION_NUMBERS } from './sobol-numbers.ts';

const BITS = 32;

/** Dimensions there are direction numbers for. */
export const DIMENSIONS = 1 + DIRECTION_NUMBERS.split(' ').length;

/** Direction numbers of a dimension, counted from 0: 32 words, the first for the lowest bit of a point's index. */
export function directions(dimension: number): Uint32Array {
  const known = built.get(dimension);
  if (known !== undefined) return known;
  const words = new Uint32Array(BITS);
  if (dimension === 0) for (let bit = 0; bit < BITS; bit += 1) words[bit] = 2 ** (BITS - 1 - bit);
  else recur(words, dimension);
  built.set(dimension, words);
  return words;
}

const built = new Map<number, Uint32Array>();

/** Sobol's recurrence over the coefficients of a primitive polynomial. */
function recur(words: Uint32Array, dimension: number): void {
  const text = DIRECTION_NUMBERS.split(' ')[dimension - 1];
  if (text === undefined) throw new RangeError(`there are ${DIMENSIONS} dimensions, not ${dimension + 1}`);
  const [polynomial = 0, ...first] = text.split(/[:,]/).map(Number);
  const degree = first.length;
  for (let bit = 0; bit < BITS; bit += 1) {
    if (bit < degree) {
      words[bit] = (first[bit] ?? 0) << (BITS - 1 - bit);
      continue;
    }
    const back = words[bit - degree] ?? 0;
    let word = back ^ (back >>> degree);
    for (let n = 1; n < degree; n += 1) if ((polynomial >>> (degree - n)) & 1) word ^= words[bit - n] ?? 0;
    words[bit] = word;
  }
}

/** Point `index` of a dimension, as 32 bits after the point. */
export function sobolBits(index: number, words: Uint32Array): number {
  let bits = 0;
  for (let rest = index, bit = 0; rest > 0; rest = Math.floor(rest / 2), bit += 1) {
    if (rest % 2 === 1) bits ^= words[bit] ?? 0;
  }
  return bits >>> 0;
}

/**
 * Owen's nested uniform scrambling by a hash: each bit is flipped or not depending on the seed and the bits above it. It keeps every
 * stratum that a net has, and makes its points random.
 */
export function scramble(bits: number, seed: number): number {
  let word = reversed(bits);
  // Each operation carries only from lower bits to higher ones, which after the reversal means from coarse to fine (Laine and Karras).
  word ^= Math.imul(word, 0x3d20adea);
  word = (word + seed) | 0;
  word = Math.imul(word, (seed >>> 16) | 1);
  word ^= Math.imul(word, 0x05526c56);
  word ^= Math.imul(word, 0x53a22864);
  return reversed(word) >>> 0;
}

function reversed(word: number): number {
  let bits = word;
  bits = ((bits >>> 1) & 0x55555555) | ((bits & 0x55555555) << 1);
  bits = ((bits >>> 2) & 0x33333333) | ((bits & 0x33333333) << 2);
  bits = ((bits >>> 4) & 0x0f0f0f0f) | ((bits & 0x0f0f0f0f) << 4);
  bits = ((bits >>> 8) & 0x00ff00ff) | ((bits & 0x00ff00ff) << 8);
  return (bits >>> 16) | (bits << 16);
}
