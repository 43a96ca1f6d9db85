import type { Chapter } from './book.ts';

/** How much of one chapter another takes in, drawn as an arc beside the column of names. Pixels. */
export interface Arc {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Right of the names where it leads down, left where it leads back up. */
  readonly side: 'left' | 'right';
  /** An SVG path. */
  readonly path: string;
  /** The tip of the arrow. */
  readonly tip: string;
  readonly thickness: number;
}

export interface ArcRow {
  readonly id: string;
  readonly y: number;
}

export interface ArcDrawing {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly ArcRow[];
  /** Where the column of names begins and ends. */
  readonly names: readonly [left: number, right: number];
  readonly arcs: readonly Arc[];
}

const ROW = 40;
const TIP = 5;

/** Chapters as the picture lists them: what draws on no other comes first, the rest keeps the order of the book. */
export function pictureOrder(chapters: readonly Chapter[]): Chapter[] {
  const first = (chapter: Chapter): number => Number(chapter.draws.size > 0);
  return [...chapters].sort((a, b) => first(a) - first(b));
}

/**
 * Chapters in a column, arcs on both sides. At each name arcs arrive above and leave below its middle, the long ones outside
 * the short ones, so that no two cross there.
 * @param names  how wide the column of names is
 */
export function arcsOf(chapters: readonly Chapter[], width: number, names: number): ArcDrawing {
  const rows = pictureOrder(chapters).map(({ id }, i) => ({ id, y: ROW * (i + 0.5) }));
  const place = new Map(rows.map(({ id }, i) => [id, i]));
  const links = chapters.flatMap(({ id: to, draws }) =>
    [...draws].flatMap(([from, count]) => {
      const [a, b] = [place.get(from), place.get(to)];
      return a === undefined || b === undefined ? [] : [{ from, to, count, a, b }];
    }),
  );
  const left = (width - names) / 2;
  const room = left - 2 * TIP;
  const port = ports(links, rows.length);
  const arcs = links.map((link): Arc => {
    const { from, to, count, a, b } = link;
    const side = b > a ? 'right' : 'left';
    const out = side === 'right' ? 1 : -1;
    const x = side === 'right' ? left + names : left;
    const reach = out * room * (0.16 + 0.84 * (Math.abs(b - a) / (rows.length - 1))) * (4 / 3);
    const [y1, y2] = [ROW * (a + 0.5) + port(link, 'leaves'), ROW * (b + 0.5) + port(link, 'arrives')];
    const end = x + out * TIP;
    const path = `M${x} ${r(y1)}C${r(x + reach)} ${r(y1)} ${r(end + reach)} ${r(y2)} ${r(end)} ${r(y2)}`;
    const thickness = 0.75 + count * 0.22;
    const half = 2 + thickness / 2;
    const tip = `M${r(x)} ${r(y2)}L${r(end)} ${r(y2 - half)}V${r(y2 + half)}Z`;
    return { from, to, count, side, path, tip, thickness };
  });
  return { width, height: rows.length * ROW, rows, names: [left, left + names], arcs };
}

interface Link {
  readonly a: number;
  readonly b: number;
}

/** How far from the middle of its name each arc leaves and arrives. */
function ports<T extends Link>(links: readonly T[], count: number): (link: T, end: 'leaves' | 'arrives') => number {
  const offsets = new Map<T, { leaves: number; arrives: number }>(
    links.map((link) => [link, { leaves: 0, arrives: 0 }]),
  );
  const long = ({ a, b }: Link): number => Math.abs(b - a);
  for (let i = 0; i < count; i++) {
    for (const down of [true, false]) {
      const own = links.filter(({ a, b }) => b > a === down);
      const half = ROW / 2 - 4;
      // On the right what arrives comes from above; on the left it comes from below.
      const sign = down ? -1 : 1;
      const arriving = own.filter(({ b }) => b === i).sort((one, other) => long(other) - long(one));
      arriving.forEach((link, j) => {
        (offsets.get(link) as { arrives: number }).arrives = (sign * half * (j + 0.5)) / arriving.length;
      });
      const leaving = own.filter(({ a }) => a === i).sort((one, other) => long(other) - long(one));
      leaving.forEach((link, j) => {
        (offsets.get(link) as { leaves: number }).leaves = (-sign * half * (j + 0.5)) / leaving.length;
      });
    }
  }
  return (link, end) => offsets.get(link)?.[end] ?? 0;
}

const r = (value: number): number => Math.round(value * 10) / 10;
