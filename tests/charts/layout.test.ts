import { test } from 'uvu';
import { equal, ok } from 'uvu/assert';
import { layersOf } from '../../web/charts/areas.ts';
import { buildChart } from '../../web/charts/build.ts';
import { pointAfterKey, pointAt, valuesAt } from '../../web/charts/cursor.ts';
import { chartById, charts } from '../../web/charts/definitions.ts';
import { layoutOf, leading } from '../../web/charts/layout.ts';
import { overlap } from '../../web/charts/place.ts';
import type { ChartOptions, ChartPoint, ChartRun, ChartSpec } from '../../web/charts/spec.ts';
import { panelHeight, spansOf, stripLayout } from '../../web/charts/strips.ts';
import { EVIDENCE } from './evidence.ts';
import { story } from './fixtures.ts';

/** A type of which every letter is 6 px wide: about what Inter's are at 12 px. */
const measure = (text: string) => text.length * 6;
const claims = ['stargate_total', 'stargate_upfront', 'stargate_jobs'];
const runsOf = (...stories: Parameters<typeof story>[0][]): ChartRun[] =>
  stories.map((each, place) => ({ source: story(each), place }));
const six = runsOf(
  { claims },
  { title: 'Money comes, power is late', late: 1.5 },
  { title: 'Only the first 100 billion', money: 100e9 },
  { title: 'Stargate and fabs together', fabs: 0.4 },
  { title: 'Stressed', built: 0.4 },
  { title: 'Central reading of the evidence', built: 0.7 },
);
const build = (id: string, runs: readonly ChartRun[] = six.slice(0, 1), options?: ChartOptions) =>
  buildChart(chartById(id)!, runs, options, EVIDENCE);
const place = (spec: ChartSpec, width: number, panel = 0) =>
  layoutOf(spec, spec.panels[panel]!, { width, height: panelHeight(spec, panel, width), font: 12 }, measure);

test('at any width names at line ends keep apart and stay on the canvas', () => {
  for (const { id, kind } of charts) {
    if (kind === 'bands') continue;
    for (const runs of [six.slice(0, 1), six.slice(0, 2), six]) {
      for (const view of ['overlay', 'side', 'difference'] as const) {
        const spec = build(id, runs, { view });
        for (const width of [300, 350, 440, 700, 1100]) {
          const { ends, frame } = place(spec, width);
          ok(frame.right - frame.left > width * 0.45, `${id} ${width}: the plot keeps its room`);
          const boxes = ends.map(({ lines, x, y }) => {
            const height = lines.length * leading(12);
            return { left: x, top: y - height / 2, width: Math.max(...lines.map(measure)), height: height - 0.01 };
          });
          boxes.forEach((box, i) => {
            ok(box.left + box.width <= width, `${id} ${width}: ${ends[i]!.lines.join('|')}`);
            for (const other of boxes.slice(i + 1)) ok(!overlap(box, other), `${id} ${view} ${width}`);
          });
        }
      }
    }
  }
});

test('panels side by side have one frame, so that heights can be compared', () => {
  for (const id of ['spending', 'jobs', 'capacity', 'sites']) {
    const spec = build(id, six, { view: 'side' });
    const frames = spec.panels.map((_, i) => place(spec, 340, i).frame);
    for (const { left, right, top, bottom } of frames) {
      equal([left, right, top, bottom], [frames[0]!.left, frames[0]!.right, frames[0]!.top, frames[0]!.bottom]);
    }
  }
});

test('every layer that can be seen is named, on itself or above the plot', () => {
  for (const id of ['spending', 'jobs', 'job_years', 'water', 'fabs']) {
    for (const width of [320, 440, 900]) {
      const spec = build(id, runsOf({ fabs: 0.3 }));
      const { insides, key, frame } = place(spec, width);
      const named = [...insides.map(({ text }) => text), ...key.map(({ label }) => label)].sort();
      const seen = layersOf(spec.panels[0]!).filter(({ most }) => frame.y(0) - frame.y(most) >= 1);
      equal(named, seen.map(({ label }) => label).sort(), `${id} ${width}`);
      ok(
        key.every(({ y }) => y < frame.top),
        'the key stands above the plot',
      );
    }
  }
});

test('the frame stays where it is while values move', () => {
  const frames = [1, 0.9, 0.5, 0.2].map((built) => place(build('spending', runsOf({ built })), 440).frame);
  for (const { top, bottom } of frames) equal([top, bottom], [frames[0]!.top, frames[0]!.bottom]);
});

test("a panel's only line needs no name", () => {
  equal(place(build('compute'), 440).ends, []);
  equal(place(build('compute', six, { view: 'side' }), 440).ends, []);
  equal(place(build('compute', six), 440).ends.length, 6);
});

test('claims are on the canvas and clear of each other; one out of reach stands at the upper edge', () => {
  const { marks, frame } = place(build('money'), 440);
  equal(marks.length, 2);
  for (const { box, y } of marks) {
    ok(box.top >= 0 && box.left >= frame.left && box.left + box.width <= frame.right);
    ok(y! >= frame.top - 1e-6 && y! <= frame.bottom);
  }
  ok(!overlap(marks[0]!.box, marks[1]!.box));
  const [beyond] = place(build('jobs', runsOf({ claims, money: 5e9 })), 440).marks;
  equal(beyond!.y, undefined);
  ok(beyond!.text.endsWith('↑'));
});

test('years never run into each other, from phone to wall', () => {
  for (const width of [200, 300, 440, 900, 1800]) {
    const { ticksX } = place(build('capacity'), width);
    ok(ticksX.length >= 2);
    ticksX.slice(1).forEach(({ x }, i) => {
      ok(x - ticksX[i]!.x > measure('2000') + 4, `${width}`);
    });
  }
});

test('layers lie on each other without gaps, and what is not a number counts as nothing', () => {
  const hole = Float64Array.from({ length: 181 }, () => Number.NaN);
  const [panel] = build('spending', runsOf({ series: { spending_power: hole } })).panels;
  const layers = layersOf(panel!);
  layers.slice(1).forEach(({ lower }, i) => {
    equal(lower, layers[i]!.upper);
  });
  const power = layers.find(({ id }) => id === 'spending_power')!;
  equal(power.lower, power.upper);
});

test('spans are the runs of a row, without gaps or overlaps', () => {
  const row = { id: 'a', of: 'a', label: 'A', name: 'A', run: 0, values: Float64Array.of(2, 2, 3, Number.NaN, 3, 0) };
  equal(spansOf(row), [
    { code: 2, from: 0, to: 1 },
    { code: 3, from: 2, to: 2 },
    { code: 3, from: 4, to: 4 },
    { code: 0, from: 5, to: 5 },
  ]);
});

test('strips fill their frame, and have the height that is kept for them', () => {
  for (const width of [320, 440, 700]) {
    const spec = build('binding');
    const height = panelHeight(spec, 0, width);
    const { strips, frame } = stripLayout(spec, spec.panels[0]!, { width, height, font: 12 }, measure);
    equal(strips.length, 4);
    strips.forEach(({ top, height: tall, spans }, i) => {
      ok(top + tall <= frame.bottom, `row ${i} of ${width}`);
      spans.slice(1).forEach((span, k) => {
        const before = spans[k]!;
        ok(Math.abs(before.x + before.width - span.x) < 1e-6, 'spans touch');
      });
      ok(spans.every(({ x, width: wide, text }) => text === '' || measure(text) <= wide - 8 + 1e-9 || x < frame.left));
    });
  }
});

test('keys move the cursor along time and between series', () => {
  const spec = build('capacity');
  const press = (point: ChartPoint | undefined, key: string, shift = false) =>
    pointAfterKey(spec, 0, point, key, shift);
  const first = press(undefined, 'ArrowRight');
  equal(first, { panel: 0, index: 0 });
  equal(press(first, 'ArrowRight')!.index, 1);
  equal(press(first, 'ArrowRight', true)!.index, 12);
  equal(press(first, 'ArrowLeft')!.index, 0);
  equal(press(first, 'End')!.index, 180);
  const lead = press(first, 'ArrowDown');
  equal(lead!.series, 'facility_in_use');
  equal(press(lead, 'ArrowDown')!.series, 'facility_energised');
  equal(press(lead, 'ArrowUp')!.series, 'facility_under_construction');
  equal(press(lead, 'ArrowRight'), { panel: 0, index: 1, series: 'facility_in_use' });
  equal(press({ panel: 0, index: 7 }, 'Enter'), { panel: 0, index: 7, series: 'facility_in_use' });
  equal(press(first, 'a'), undefined);
  equal(press(undefined, 'Enter'), undefined);
});

test('the pointer finds the nearest line, the layer it is in, and the row', () => {
  const lines = build('capacity');
  const frame = place(lines, 440).frame;
  const values = (index: number, id: string) => lines.panels[0]!.series.find((one) => one.id === id)!.values[index]!;
  const at = (id: string) => pointAt(lines, 0, frame, frame.x(lines.times[36]!), frame.y(values(36, id)));
  for (const id of ['facility_in_use', 'facility_finished', 'facility_under_construction'])
    equal(at(id), { panel: 0, index: 36, series: id });
  const stack = build('spending');
  const area = place(stack, 440).frame;
  for (const { id, lower, upper, most } of layersOf(stack.panels[0]!)) {
    if (most === 0) continue;
    equal(pointAt(stack, 0, area, area.x(stack.times[30]!), area.y((lower[30]! + upper[30]!) / 2)).series, id);
  }
  const strips = build('binding');
  equal(
    pointAt(strips, 0, frame, frame.right + 50, 0, () => 2),
    { panel: 0, index: 180, series: 'binding.dona_ana' },
  );
});

test('the dots of the cursor stand on what is drawn', () => {
  const stack = build('spending');
  const { frame } = place(stack, 440);
  const dots = valuesAt(stack.panels[0]!, frame, 30);
  equal(
    dots.map(({ id }) => id),
    ['spending_it', 'spending_building', 'spending_power'],
    'nothing where a layer is nothing',
  );
  const total = stack.panels[0]!.series.reduce((sum, { values }) => sum + values[30]!, 0);
  ok(Math.abs(dots.at(-1)!.y - frame.y(total)) < 1e-6);
});

test.run();
