import { buildChart } from '../../../web/charts/build.ts';
import { charts } from '../../../web/charts/definitions.ts';
import { draw } from '../../../web/charts/draw.ts';
import { pictureOf } from '../../../web/charts/picture.ts';
import type { ChartPoint, ChartRun, ChartSpec, DrawnChart } from '../../../web/charts/spec.ts';
import { panelHeight } from '../../../web/charts/strips.ts';
import { readTheme } from '../../../web/charts/theme.ts';
import { EVIDENCE } from '../evidence.ts';
import { story } from '../fixtures.ts';

/** #view=single|ghost|overlay|side|difference&only=ID */
const wanted = new URLSearchParams(location.hash.slice(1));
const view = wanted.get('view') ?? 'single';
const claims = ['stargate_total', 'stargate_upfront', 'stargate_jobs'];
const announced = story({ claims });
const sources = [
  announced,
  story({ title: 'Money comes, power is late', late: 1.5, claims }),
  story({ title: 'Only the first 100 billion', money: 100e9 }),
  story({ title: 'Stargate and fabs together', money: 900e9, fabs: 0.4, late: 0.5 }),
  story({ title: 'Stressed', built: 0.45, late: 2.5 }),
  story({ title: 'Central reading of the evidence', built: 0.7, late: 0.8 }),
];
const count = Number(wanted.get('count') ?? (view === 'single' || view === 'ghost' ? 1 : 4));
const runs: ChartRun[] = sources.slice(0, count).map((source, place) => ({
  source,
  place,
  ...(view === 'ghost' && place === 0 ? { ghost: story({ late: 0.7, built: 0.8 }) } : {}),
}));
if (wanted.get('fabs')) runs[0] = { source: sources[3]!, place: 0 };
const asked = view === 'side' || view === 'difference' ? view : 'overlay';

/** What the charts told the page. */
const told: [string, ChartPoint | undefined][] = [];

function figure(spec: ChartSpec): DrawnChart[] {
  const box = document.createElement('figure');
  const title = document.createElement('h2');
  title.textContent = spec.title;
  const subtitle = document.createElement('p');
  subtitle.textContent = spec.subtitle;
  const panels = document.createElement('div');
  panels.className = 'panels';
  if (spec.panels.length > 1) box.className = 'wide';
  const footer = document.createElement('footer');
  footer.textContent = `${spec.source}. ${spec.note}`;
  box.append(title, subtitle, panels, footer);
  document.querySelector('main')!.append(box);
  const holders = spec.panels.map(({ title }) => {
    const holder = document.createElement('div');
    const heading = document.createElement('h3');
    heading.textContent = title;
    const place = document.createElement('div');
    place.className = 'canvas';
    holder.append(...(title ? [heading] : []), place);
    panels.append(holder);
    return place;
  });
  return holders.map((place, panel) => {
    place.style.height = `${panelHeight(spec, panel, place.clientWidth)}px`;
    const canvas = document.createElement('canvas');
    place.append(canvas);
    return draw(canvas, spec, panel, {
      onPoint: (point) => told.push(['point', point]),
      onPick: (point) => told.push(['pick', point]),
    });
  });
}

const only = wanted.get('only')?.split(',');
const drawn = charts
  .filter(({ id }) => !only || only.includes(id))
  .flatMap((chart) => figure(buildChart(chart, runs, { view: asked, model: '1.0.0+6dde4ae' }, EVIDENCE)));
if (wanted.get('picture')) {
  const theme = readTheme(document.querySelector('main')!);
  for (const chart of charts.filter(({ id }) => only?.includes(id))) {
    const spec = buildChart(chart, runs, { view: asked, model: '1.0.0+6dde4ae' }, EVIDENCE);
    const picture = await pictureOf(spec, { theme, link: 'https://example.org/buildout/' });
    const image = new Image();
    image.src = URL.createObjectURL(picture);
    image.width = 720;
    await image.decode();
    document.body.append(image);
  }
}
const cursor = wanted.get('cursor');
if (cursor) for (const chart of drawn) chart.point({ panel: 0, index: Number(cursor) });
/** For tests: what was told, and ways to do by hand what a page does. */
const gallery = {
  told,
  drawn,
  ids: charts.map(({ id }) => id),
  spec: (id: string, late: number) =>
    buildChart(
      charts.find((chart) => chart.id === id)!,
      [{ source: story({ late, fabs: late / 10 }), place: 0 }],
      { view: asked },
      EVIDENCE,
    ),
  /** Draws on a canvas of its own. */
  fresh(spec: ChartSpec, width: number): { canvas: HTMLCanvasElement; chart: DrawnChart; place: HTMLElement } {
    const place = document.createElement('div');
    place.className = 'canvas';
    place.style.width = `${width}px`;
    place.style.height = `${panelHeight(spec, 0, width)}px`;
    const canvas = document.createElement('canvas');
    place.append(canvas);
    document.body.append(place);
    return { canvas, chart: draw(canvas, spec, 0), place };
  },
  picture: async (id: string, link: string) => {
    const theme = readTheme(document.querySelector('main')!);
    const blob = await pictureOf(gallery.spec(id, 0), { theme, link });
    return {
      type: blob.type,
      image: await createImageBitmap(blob),
      bytes: [...new Uint8Array(await blob.arrayBuffer())],
    };
  },
};
export type Gallery = typeof gallery;
Object.assign(window, { gallery });
// A page without a chart shows no text, and would not ask for its font.
await document.fonts.load('12px Inter');
await document.fonts.ready;
document.documentElement.setAttribute('data-ready', '');
