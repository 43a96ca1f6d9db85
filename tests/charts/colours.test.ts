import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import { equal, ok } from 'uvu/assert';
import { contrast, legible, linear, parseColour, type Rgb } from '../../web/charts/contrast.ts';
import { PLACE_DASHES } from '../../web/charts/series.ts';

/** The colours as the page gets them: the style sheets are the only place that has them. */
const css = ['charts/colours.css', 'styles.css'].map((file) =>
  readFileSync(new URL(`../../web/${file}`, import.meta.url), 'utf8'),
);
const pairs = new Map(
  [...css.join('\n').matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name!,
    { light: light!, dark: dark! },
  ]),
);
const SIDES = { light: parseColour(pairs.get('paper')!.light)!, dark: parseColour(pairs.get('paper')!.dark)! };
const colour = (name: string, side: 'light' | 'dark'): Rgb => parseColour(pairs.get(name)![side])!;
const scenarios = [1, 2, 3, 4, 5, 6].map((place) => `scenario-${place}`);
/** Parts that ever lie in one picture. */
const parts = ['it', 'building', 'power', 'plants', 'money', 'other'].map((part) => `part-${part}`);
const sides = ['light', 'dark'] as const;

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB. */
const SIGHT: Readonly<Record<string, readonly number[]>> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/** OKLab of a colour as somebody sees it: distances in it are about as large as they look. */
function seen(rgb: Rgb, sight: readonly number[]): number[] {
  const from = rgb.map(linear);
  const row = (values: readonly number[], weights: readonly number[], i: number) =>
    values.reduce((sum, value, k) => sum + value * weights[3 * i + k]!, 0);
  const [r, g, b] = [0, 1, 2].map((i) => Math.min(1, Math.max(0, row(from, sight, i)))) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The two names that are closest, and how close. */
function closest(
  names: readonly string[],
  side: 'light' | 'dark',
  sight: readonly number[],
): { distance: number; pair: string } {
  const all = names.flatMap((a, i) =>
    names.slice(i + 1).map((b) => {
      const [x, y] = [seen(colour(a, side), sight), seen(colour(b, side), sight)];
      return { distance: Math.hypot(...x.map((value, k) => value - y[k]!)), pair: `${a} ${b}` };
    }),
  );
  return all.reduce((a, b) => (b.distance < a.distance ? b : a));
}

test('contrast is WCAG contrast', () => {
  equal(contrast([0, 0, 0], [255, 255, 255]), 21);
  equal(Math.round(contrast([119, 119, 119], [255, 255, 255]) * 100) / 100, 4.48);
});

for (const side of sides) {
  test(`every line and area keeps 3:1 on ${side} paper`, () => {
    for (const name of [...scenarios, ...parts]) {
      const ratio = contrast(colour(name, side), SIDES[side]);
      ok(ratio >= 3, `${name}: ${ratio.toFixed(2)}`);
    }
  });

  for (const [sight, matrix] of Object.entries(SIGHT)) {
    test(`six scenarios are told apart on ${side} paper in ${sight}`, () => {
      const { distance, pair } = closest(scenarios, side, matrix);
      ok(distance >= (sight === 'normal' ? 0.13 : 0.11), `${pair}: ${distance.toFixed(3)}`);
    });
    test(`the parts of a chart are told apart on ${side} paper in ${sight}`, () => {
      const { distance, pair } = closest(parts, side, matrix);
      ok(distance >= 0.075, `${pair}: ${distance.toFixed(3)}`);
    });
  }

  test(`names at line ends are legible text on ${side} paper`, () => {
    const ink = colour('ink', side);
    for (const name of [...scenarios, ...parts]) {
      const text = legible(colour(name, side), SIDES[side], ink);
      ok(contrast(text, SIDES[side]) >= 4.5, name);
    }
  });
}

test('each place has a dash of its own', () => {
  equal(PLACE_DASHES.length, 6);
  equal(new Set(PLACE_DASHES.map((dash) => dash.join())).size, 6);
});

test('computed styles are read, whatever their form', () => {
  equal(parseColour('rgb(31, 78, 140)'), [31, 78, 140]);
  equal(parseColour('rgb(31 78 140 / 1)'), [31, 78, 140]);
  equal(parseColour('#1f4e8c'), [31, 78, 140]);
  equal(parseColour('none'), undefined);
});

test.run();
