import type { Neighbourhood, Place } from './neighbourhood.ts';

/** A drawn place: a box with its title in a few lines. Pixels. */
export interface Box extends Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

export interface Curve {
  readonly from: string;
  readonly to: string;
  /** An SVG path. */
  readonly path: string;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly curves: readonly Curve[];
  /** Whether the steps stand beneath each other. */
  readonly down: boolean;
}

const LINE = 15;
const MOST_LINES = 3;
const PADDING = 5;
const BETWEEN = 7;
const GAP = 44;
const WIDEST = 200;
/** Mean width of a letter at 12 pixels, a little more than it is, so that no title leaves its box. */
const LETTER = 6.4;
/** Below this width the steps stand beneath each other. */
const ACROSS = 560;

/** Whether a picture this wide has room for two steps on each side. */
export const roomForFar = (width: number): boolean => width >= 840;

/** A title in at most three lines of so many letters; what does not fit ends in an ellipsis. */
export function wrapped(title: string, letters: number): string[] {
  const lines: string[] = [''];
  for (const word of title.split(' ')) {
    const last = lines.at(-1) as string;
    const longer = last === '' ? word : `${last} ${word}`;
    if (longer.length <= letters || last === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length > MOST_LINES) lines[MOST_LINES - 1] = `${lines[MOST_LINES - 1]} …`;
  return lines
    .slice(0, MOST_LINES)
    .map((line) => (line.length <= letters ? line : `${line.slice(0, letters - 1).trimEnd()}…`));
}

/** Places a neighbourhood in a picture of a given width: the steps beside each other, or beneath each other where it is narrow. */
export function layOut(hood: Neighbourhood, titleOf: (id: string) => string, width: number): Drawing {
  return width < ACROSS ? layDown(hood, titleOf, width) : layAcross(hood, titleOf, width);
}

function boxFor(place: Place, title: string, width: number): Box {
  const lines = wrapped(title, Math.floor((width - 16) / LETTER));
  return { ...place, x: 0, y: 0, width, height: lines.length * LINE + 2 * PADDING, lines };
}

function stepsOf({ places }: Neighbourhood): number[] {
  return [...new Set(places.map(({ step }) => step))].sort((a, b) => a - b);
}

function layAcross(hood: Neighbourhood, titleOf: (id: string) => string, width: number): Drawing {
  // The middle stays where it is while somebody walks, also where there is nothing on one side.
  const steps = roomForFar(width) ? [-2, -1, 0, 1, 2] : [-1, 0, 1];
  const boxWidth = Math.min(WIDEST, (width - GAP * (steps.length - 1)) / steps.length);
  const columns = new Map(
    steps.map((step) => [
      step,
      hood.places.filter((place) => place.step === step).map((place) => boxFor(place, titleOf(place.id), boxWidth)),
    ]),
  );
  const height = Math.max(...[...columns.values()].map(tall));
  const placed = new Map<string, Box>();
  // From the middle outwards, so that each column can lie beside what it is tied to.
  for (const step of [...steps].sort((a, b) => Math.abs(a) - Math.abs(b))) {
    const x = steps.indexOf(step) * (boxWidth + GAP);
    const wanted = (box: Box): number =>
      mean(
        tiedTo(box.key, hood)
          .flatMap((key) => placed.get(key) ?? [])
          .map(middleOf),
      ) ?? height / 2;
    const boxes = (columns.get(step) as Box[]).map((box) => ({ box, at: wanted(box) })).sort((a, b) => a.at - b.at);
    for (const box of spread(boxes, height)) placed.set(box.key, { ...box, x });
  }
  const boxes = hood.places.map(({ key }) => placed.get(key) as Box);
  const curves = hood.arrows.map(([from, to]) => {
    const [a, b] = [placed.get(from) as Box, placed.get(to) as Box];
    const [x1, y1, x2, y2] = [a.x + a.width, middleOf(a), b.x, middleOf(b)];
    const bend = (x2 - x1) / 2;
    return {
      from,
      to,
      path: `M${round(x1)} ${round(y1)}C${round(x1 + bend)} ${round(y1)} ${round(x2 - bend)} ${round(y2)} ${round(x2)} ${round(y2)}`,
    };
  });
  return { width: steps.length * boxWidth + (steps.length - 1) * GAP, height, boxes, curves, down: false };
}

/** Boxes as near to where they want to be as their order and the height allow. */
function spread(wanted: readonly { readonly box: Box; readonly at: number }[], height: number): Box[] {
  let floor = 0;
  const boxes = wanted.map(({ box, at }) => {
    const y = Math.max(floor, at - box.height / 2);
    floor = y + box.height + BETWEEN;
    return { ...box, y };
  });
  // What was pushed down too far pulls the others up, and they share the way.
  const over = mean(boxes.map((box, i) => middleOf(box) - (wanted[i]?.at ?? 0))) ?? 0;
  let ceiling = height;
  const lifted = boxes.map((box) => ({ ...box, y: Math.max(0, box.y - over) }));
  for (const box of [...lifted].reverse()) {
    box.y = Math.min(box.y, ceiling - box.height);
    ceiling = box.y - BETWEEN;
  }
  floor = 0;
  for (const box of lifted) {
    box.y = Math.max(box.y, floor);
    floor = box.y + box.height + BETWEEN;
  }
  return lifted;
}

/** The places nearer to the middle that an arrow ties this one to. */
function tiedTo(key: string, { arrows }: Neighbourhood): string[] {
  return arrows.flatMap(([from, to]) => (from === key ? [to] : to === key ? [from] : []));
}

function layDown(hood: Neighbourhood, titleOf: (id: string) => string, width: number): Drawing {
  const half = (width - BETWEEN) / 2;
  const boxes: Box[] = [];
  let y = 0;
  for (const step of stepsOf(hood).filter((one) => Math.abs(one) < 2)) {
    const own = hood.places.filter((place) => place.step === step);
    if (y > 0) y += GAP - BETWEEN;
    for (let i = 0; i < own.length; i += 2) {
      const pair = own.slice(i, i + 2).map((place) => boxFor(place, titleOf(place.id), half));
      const [alone] = pair;
      const height = Math.max(...pair.map((box) => box.height));
      pair.forEach((box, j) => {
        const x = alone !== undefined && pair.length === 1 ? (width - half) / 2 : j * (half + BETWEEN);
        boxes.push({ ...box, height, x, y });
      });
      y += height + BETWEEN;
    }
  }
  const placed = new Map(boxes.map((box) => [box.key, box]));
  const curves = hood.arrows.flatMap(([from, to]) => {
    const [a, b] = [placed.get(from), placed.get(to)];
    if (a === undefined || b === undefined) return [];
    const [x1, y1, x2, y2] = [a.x + a.width / 2, a.y + a.height, b.x + b.width / 2, b.y];
    const bend = Math.min(GAP, (y2 - y1) / 2);
    return [
      {
        from,
        to,
        path: `M${round(x1)} ${round(y1)}C${round(x1)} ${round(y1 + bend)} ${round(x2)} ${round(y2 - bend)} ${round(x2)} ${round(y2)}`,
      },
    ];
  });
  return { width, height: Math.max(0, y - BETWEEN), boxes, curves, down: true };
}

const tall = (boxes: readonly Box[]): number => boxes.reduce((sum, box) => sum + box.height + BETWEEN, -BETWEEN);
const middleOf = (box: Box): number => box.y + box.height / 2;
const round = (value: number): number => Math.round(value * 10) / 10;

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The box one meets on going from another in a direction: the nearest beyond it, those straight ahead first. */
export function beside(boxes: readonly Box[], key: string, way: 'left' | 'right' | 'up' | 'down'): Box | undefined {
  const own = boxes.find((box) => box.key === key);
  if (own === undefined) return undefined;
  const centre = (box: Box): [number, number] => [box.x + box.width / 2, box.y + box.height / 2];
  const [x, y] = centre(own);
  const sideways = way === 'left' || way === 'right';
  const sign = way === 'left' || way === 'up' ? -1 : 1;
  let best: Box | undefined;
  let least = Infinity;
  for (const box of boxes) {
    const [dx, dy] = [centre(box)[0] - x, centre(box)[1] - y];
    const [ahead, aside] = sideways ? [dx * sign, Math.abs(dy)] : [dy * sign, Math.abs(dx)];
    if (ahead <= 1) continue;
    // Up and down stay in the column where there is one.
    const cost = sideways ? ahead * 4 + aside : ahead + aside * 4;
    if (cost < least) [least, best] = [cost, box];
  }
  return best;
}
