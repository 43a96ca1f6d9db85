/** Where words go so that they do not run into each other or into lines. Pure; all numbers are px. */

export type Measure = (text: string) => number;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Centres for labels in a column: as near to where they want to be as they can without overlapping, within the column, in
 * the order of their wishes. Labels that do not all fit share the column evenly.
 * @returns a centre for each, in the order given
 */
export function spread(
  wishes: readonly { readonly at: number; readonly height: number }[],
  top: number,
  bottom: number,
): number[] {
  const order = wishes.map((_, i) => i).sort((a, b) => wishes[a]!.at - wishes[b]!.at || a - b);
  const total = wishes.reduce((sum, { height }) => sum + height, 0);
  const squeeze = total > bottom - top && total > 0 ? (bottom - top) / total : 1;
  // Neighbours that overlap become one group that sits where its members want to be on average.
  interface Group {
    members: number[];
    height: number;
    top: number;
    wish: number;
  }
  const groups: Group[] = [];
  for (const i of order) {
    const height = wishes[i]!.height * squeeze;
    let group: Group = { members: [i], height, wish: wishes[i]!.at - height / 2, top: 0 };
    group.top = clamp(group.wish, top, bottom - height);
    let above = groups.at(-1);
    while (above && above.top + above.height > group.top + 1e-9) {
      groups.pop();
      const count = above.members.length + group.members.length;
      // A wish is where the group's top would be for its members to stand where they want, on average.
      const wish = (above.wish * above.members.length + (group.wish - above.height) * group.members.length) / count;
      group = { members: [...above.members, ...group.members], height: above.height + group.height, wish, top: 0 };
      group.top = clamp(wish, top, bottom - group.height);
      above = groups.at(-1);
    }
    groups.push(group);
  }
  const centres: number[] = [];
  for (const { members, top: start } of groups) {
    let at = start;
    for (const i of members) {
      const height = wishes[i]!.height * squeeze;
      centres[i] = at + height / 2;
      at += height;
    }
  }
  return centres;
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** Breaks a text into at most `most` lines; the last one ends in an ellipsis if that is not enough. */
export function wrap(text: string, width: number, measure: Measure, most = 2): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(' ');
  for (let i = 0; i < words.length; i++) {
    const longer = line === '' ? words[i]! : `${line} ${words[i]}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1)
      return [...lines, shorten([line, ...words.slice(i)].filter(Boolean).join(' '), width, measure)];
    if (line === '') {
      lines.push(shorten(words[i]!, width, measure));
    } else {
      lines.push(line);
      line = '';
      i--;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** The text, or as much of it as fits before an ellipsis. */
export function shorten(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  let length = text.length;
  while (length > 1 && measure(`${text.slice(0, length).trimEnd()}…`) > width) length--;
  return `${text.slice(0, length).trimEnd()}…`;
}

/** The first of the boxes that covers the fewest of the points and none of the boxes taken. */
export function clearest(
  boxes: readonly Box[],
  points: Iterable<readonly [x: number, y: number]>,
  taken: readonly Box[] = [],
): number {
  const costs = boxes.map((box) => taken.filter((other) => overlap(box, other)).length * 1000);
  for (const [x, y] of points) {
    boxes.forEach((box, i) => {
      if (x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height)
        costs[i] = costs[i]! + 1;
    });
  }
  return costs.indexOf(Math.min(...costs));
}

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
