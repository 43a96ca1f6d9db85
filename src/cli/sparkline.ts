const BLOCKS = '▁▂▃▄▅▆▇█';

/**
 * A line of small blocks: the mean of each stretch of the series, from zero (or the lowest value below it) to the highest.
 * Stretches without any defined value are blank.
 */
export function sparkline(values: ArrayLike<number>, width: number): string {
  const means = Array.from({ length: width }, (_, place) =>
    mean(
      values,
      Math.floor((place * values.length) / width),
      Math.max(Math.floor((place * values.length) / width) + 1, Math.floor(((place + 1) * values.length) / width)),
    ),
  );
  const defined = means.filter((value) => value !== undefined);
  const floor = Math.min(0, ...defined);
  const span = Math.max(0, ...defined) - floor;
  return means
    .map((value) => {
      if (value === undefined) return ' ';
      const level = span === 0 ? 0 : Math.round(((value - floor) / span) * (BLOCKS.length - 1));
      return BLOCKS[level];
    })
    .join('');
}

function mean(values: ArrayLike<number>, from: number, to: number): number | undefined {
  let sum = 0;
  let count = 0;
  for (let place = from; place < Math.min(to, values.length); place += 1) {
    const value = values[place];
    if (value === undefined || !Number.isFinite(value)) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? undefined : sum / count;
}
