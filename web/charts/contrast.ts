/** Colours as numbers: contrast after WCAG 2.2, and text colours that keep it. Channels run from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Reads "#1f4e8c", "rgb(31, 78, 140)" and "rgb(31 78 140 / 1)", which is all a computed style says of the colours used here. */
export function parseColour(text: string): Rgb | undefined {
  const hex = /^#([0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (hex) return [0, 2, 4].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as unknown as Rgb;
  const numbers = /^rgba?\(([^)]*)\)$/i
    .exec(text.trim())?.[1]
    ?.match(/[\d.]+/g)
    ?.map(Number);
  return numbers && numbers.length >= 3 ? [numbers[0]!, numbers[1]!, numbers[2]!] : undefined;
}

export const cssColour = ([red, green, blue]: Rgb): string => `rgb(${red} ${green} ${blue})`;

/** A channel with the screen's curve taken out, 0 to 1. */
export function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

export const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

export const mix = (a: Rgb, b: Rgb, part: number): Rgb =>
  a.map((channel, i) => Math.round(channel + (b[i]! - channel) * part)) as unknown as Rgb;

/** The colour itself, or as little of the ink mixed in as makes it legible as small text on the ground (4.5:1). */
export function legible(colour: Rgb, ground: Rgb, ink: Rgb): Rgb {
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = mix(colour, ink, part);
    if (contrast(mixed, ground) >= 4.5) return mixed;
  }
  return ink;
}

/** Of two text colours the one that stands out more. */
export const clearer = (ground: Rgb, a: Rgb, b: Rgb): Rgb => (contrast(ground, a) >= contrast(ground, b) ? a : b);
