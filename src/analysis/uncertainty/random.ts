import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** What belongs to one seed and one name alone: four words of 32 bits. */
export type Key = readonly [number, number, number, number];

/**
 * The key of a named stream. It depends on the seed and the name and on nothing else, so that a lever's draws stay as they are
 * whatever other levers there are.
 */
export function keyOf(seed: number, name: string): Key {
  const word = (lane: number): number => {
    let hash = mix(seed ^ Math.imul(lane, 0x9e3779b9));
    for (let at = 0; at < name.length; at += 1) hash = mix(hash ^ Math.imul(name.charCodeAt(at) + 1, 0x85ebca6b));
    return mix(hash ^ name.length);
  };
  return [word(1), word(2), word(3), word(4)];
}

/** The generator of one block of a stream. Blocks can be drawn in any order and on any thread. */
export function streamOf(key: Key, block: number): RandomGenerator {
  const [a, b, c, d] = key.map((word, lane) => mix(word ^ mix(block + Math.imul(lane + 1, 0x9e3779b9))));
  // A generator of this kind must not begin with nothing but zeros.
  return xoroshiro128plusFromState([(a ?? 0) | 1, b ?? 0, c ?? 0, d ?? 0]);
}

/** A uniform number strictly between 0 and 1, in steps of 2^-32. */
export function uniform(stream: RandomGenerator): number {
  return ((stream.next() >>> 0) + 0.5) * 2 ** -32;
}

/**
 * A shuffle of 0 to n - 1 that needs no memory: where `index` goes. A Feistel network over the next power of two is one to one for
 * any key, and walking on until the result is below n keeps that.
 */
export function shuffled(index: number, n: number, key: Key): number {
  const bits = Math.max(2, 32 - Math.clz32(Math.max(1, n - 1)));
  const low = bits >>> 1;
  const highMask = (1 << (bits - low)) - 1;
  const lowMask = (1 << low) - 1;
  const [a, b, c, d] = key;
  let at = index;
  do {
    let high = at >>> low;
    let rest = at & lowMask;
    high ^= mix(rest ^ a) & highMask;
    rest ^= mix(high ^ b) & lowMask;
    high ^= mix(rest ^ c) & highMask;
    rest ^= mix(high ^ d) & lowMask;
    high ^= mix(rest ^ ~a) & highMask;
    rest ^= mix(high ^ ~b) & lowMask;
    at = (high << low) | rest;
  } while (at >= n);
  return at;
}

/** Turns 32 bits into 32 others, one to one, every bit depending on every bit (the finaliser of MurmurHash3). */
export function mix(word: number): number {
  let hash = word | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
