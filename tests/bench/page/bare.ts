import { Chart, Filler, LinearScale, LineController, LineElement, PointElement } from 'chart.js';

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler);

/** A canvas of the workbench: its size, and what Chart.js draws on it. */
export interface BareCanvas {
  readonly width: number;
  readonly height: number;
  readonly times: readonly number[];
  readonly lines: readonly { readonly values: readonly number[]; readonly filled: boolean }[];
}

declare global {
  interface Window {
    /** Makes the charts; what it returns redraws all of them and tells how long that took: ms. */
    bare(canvases: readonly BareCanvas[]): void;
    redraw(): number;
  }
}

let charts: Chart[] = [];

window.bare = (canvases) => {
  charts = canvases.map(({ width, height, times, lines }) => {
    const place = document.createElement('div');
    Object.assign(place.style, { width: `${width}px`, height: `${height}px` });
    const canvas = document.createElement('canvas');
    place.append(canvas);
    document.body.append(place);
    return new Chart(canvas, {
      type: 'line',
      data: {
        datasets: lines.map(({ values, filled }) => ({
          data: values.map((y, index) => ({ x: times[index] ?? 0, y })),
          borderWidth: 2,
          fill: filled ? 'origin' : false,
        })),
      },
      options: {
        animation: false,
        events: [],
        maintainAspectRatio: false,
        parsing: false,
        normalized: true,
        elements: { point: { radius: 0 } },
        scales: { x: { type: 'linear' }, y: { type: 'linear' } },
      },
    });
  });
};

window.redraw = () => {
  const begin = performance.now();
  for (const chart of charts) chart.update('none');
  return performance.now() - begin;
};
