import type { Frame, PlacedText } from './layout.ts';
import type { Measure } from './place.ts';
import type { ChartPanel, ChartSpec, ColourToken } from './spec.ts';

/** A layer of a stack with its two edges, in the spec's unit. */
export interface Layer {
  readonly id: string;
  readonly label: string;
  readonly colour: ColourToken;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** At its thickest. */
  readonly most: number;
}

const known = new WeakMap<ChartPanel, readonly Layer[]>();

/** The layers of a panel piled up in order. What is not a number counts as nothing; nothing here is negative. */
export function layersOf(panel: ChartPanel): readonly Layer[] {
  let layers = known.get(panel);
  if (!layers) {
    let lower: Float64Array | undefined;
    layers = panel.series
      .filter(({ role }) => role === 'stack')
      .map(({ id, label, colour, values }) => {
        const base = lower ?? new Float64Array(values.length);
        let most = 0;
        const upper = Float64Array.from(base);
        values.forEach((value, i) => {
          if (!(value > 0)) return;
          most = Math.max(most, value);
          upper[i] = base[i]! + value;
        });
        lower = upper;
        return { id, label, colour, lower: base, upper, most };
      });
    known.set(panel, layers);
  }
  return layers;
}

/** Names that fit upon their own areas, each where its area is highest over the whole length of the name. */
export function inside(
  spec: ChartSpec,
  panel: ChartPanel,
  frame: Frame,
  measure: Measure,
  line: number,
): (PlacedText & { readonly id: string })[] {
  const step = spec.times.length > 1 ? (frame.right - frame.left) / (spec.times.length - 1) : 1;
  return layersOf(panel).flatMap(({ id, label, colour, lower, upper }) => {
    const half = Math.ceil((measure(label) / 2 + 5) / step);
    let best: { room: number; x: number; y: number } | undefined;
    for (let middle = half; middle < spec.times.length - half; middle += 2) {
      let ceiling = -Infinity;
      let floor = Infinity;
      for (let i = middle - half; i <= middle + half; i++) {
        ceiling = Math.max(ceiling, frame.y(upper[i]!));
        floor = Math.min(floor, frame.y(lower[i]!));
      }
      const room = floor - ceiling;
      if (room > (best?.room ?? line)) best = { room, x: frame.x(spec.times[middle]!), y: (floor + ceiling) / 2 };
    }
    return best ? [{ id, text: label, colour, x: best.x, y: best.y }] : [];
  });
}
