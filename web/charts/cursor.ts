/** Where the cursor goes, by pointer or by key. Pure. */
import { layersOf } from './areas.ts';
import type { Frame } from './layout.ts';
import type { ChartPanel, ChartPoint, ChartSpec } from './spec.ts';
import { nearestIndex } from './times.ts';

/** Ids that the cursor can stand on, from the top of the panel down. */
function stops({ series, rows }: ChartPanel): string[] {
  const shown = series.filter(({ role }) => role !== 'ghost').map(({ id }) => id);
  return [...shown.reverse(), ...rows.map(({ id }) => id)];
}

/**
 * The point after a key: left and right a step in time (with Shift a year), Home and End, up and down another series.
 * undefined where the key means nothing here. Escape is the caller's: it takes the cursor away.
 */
export function pointAfterKey(
  spec: ChartSpec,
  panel: number,
  point: ChartPoint | undefined,
  key: string,
  shift: boolean,
): ChartPoint | undefined {
  const here = spec.panels[panel];
  const last = spec.times.length - 1;
  if (!here || last < 0) return undefined;
  const ids = stops(here);
  const at = (index: number, series = point?.series) => ({
    panel,
    index: Math.max(0, Math.min(last, index)),
    ...(series === undefined ? {} : { series }),
  });
  const perYear = last > 0 ? Math.max(1, Math.round(last / (spec.times[last]! - spec.times[0]! || 1))) : 1;
  const step = shift ? perYear : 1;
  const place = ids.indexOf(point?.series ?? '');
  switch (key) {
    case 'ArrowLeft':
      return at(point ? point.index - step : last);
    case 'ArrowRight':
      return at(point ? point.index + step : 0);
    case 'Home':
      return at(0);
    case 'End':
      return at(last);
    case 'ArrowDown':
      return ids.length ? at(point?.index ?? 0, ids[(place + 1) % ids.length]) : undefined;
    case 'ArrowUp':
      return ids.length ? at(point?.index ?? 0, ids[(Math.max(place, 0) + ids.length - 1) % ids.length]) : undefined;
    case 'Enter':
    case ' ':
      return point ? at(point.index, point.series ?? ids[0]) : undefined;
    default:
      return undefined;
  }
}

/** The point below the pointer: the nearest time, and of the series there the nearest line, or the layer the pointer is in. */
export function pointAt(
  spec: ChartSpec,
  panel: number,
  frame: Frame,
  x: number,
  y: number,
  rowAt?: (y: number) => number,
): ChartPoint {
  const share = (x - frame.left) / (frame.right - frame.left || 1);
  const index = nearestIndex(spec.times, spec.x.min + share * (spec.x.max - spec.x.min));
  const here = spec.panels[panel]!;
  const row = rowAt && here.rows[rowAt(y)];
  if (row) return { panel, index, series: row.id };
  const layer = layersOf(here).find(({ lower, upper }) => y <= frame.y(lower[index]!) && y >= frame.y(upper[index]!));
  let nearest: { id: string; distance: number } | undefined;
  for (const { id, role, values } of here.series) {
    const distance = Math.abs(frame.y(values[index]!) - y);
    // Within an area its own lines count only where the pointer is upon them.
    if (role !== 'line' || !(distance < (nearest?.distance ?? (layer ? 6 : Infinity)))) continue;
    nearest = { id, distance };
  }
  const series = nearest?.id ?? layer?.id ?? layersOf(here).at(-1)?.id;
  return { panel, index, ...(series === undefined ? {} : { series }) };
}

/** Where the values at a time stand in the plot, for the dots on the cursor's line. */
export function valuesAt(panel: ChartPanel, frame: Frame, index: number): { id: string; y: number; colour: string }[] {
  const layers = new Map(layersOf(panel).map(({ id, upper, lower }) => [id, { upper, lower }]));
  return panel.series.flatMap(({ id, role, values, colour }) => {
    const layer = layers.get(id);
    const value = layer ? layer.upper[index] : values[index];
    if (role === 'ghost' || value === undefined || !Number.isFinite(value)) return [];
    if (layer && layer.upper[index] === layer.lower[index]) return [];
    return [{ id, y: frame.y(value), colour }];
  });
}
