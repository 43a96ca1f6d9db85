import { addMonths, type Projection } from '../runs.ts';
import type { Paper } from './style.ts';
import { safe, wrap } from './text.ts';

/** What the codes of `binding.SITE` mean. */
const CAUSES = ['complete', 'money', 'power', 'building', 'chips'];

/** The cause at a step, and what is behind it where that is another one. */
function causeOf(now: number | undefined, root: number | undefined): string {
  const cause = CAUSES[now ?? -1] ?? 'undefined';
  return now === root ? cause : `${cause} (late for want of ${CAUSES[root ?? -1] ?? 'something'})`;
}

/**
 * What held a site back, stretch after stretch: "building until 2026-02, building (late for want of money) until 2027-07, then complete".
 * @param now  `binding.SITE`
 * @param root `root_binding.SITE`
 */
export function bindingWords(
  now: ArrayLike<number>,
  root: ArrayLike<number>,
  monthOf: (step: number) => string,
): string {
  const found: { cause: string; from: number }[] = [];
  for (let step = 0; step < now.length; step += 1) {
    const cause = causeOf(now[step], root[step]);
    if (found.at(-1)?.cause !== cause) found.push({ cause, from: step });
  }
  if (found.length === 1) return `${found[0]?.cause} throughout`;
  return found
    .map(({ cause }, place) => {
      const next = found[place + 1];
      return next === undefined ? `then ${cause}` : `${cause} until ${monthOf(next.from)}`;
    })
    .join(', ');
}

/** A paragraph a site on what holds it back and when; sites of which the same can be said stand together. */
export function bindingLines(projection: Projection, paper: Paper): string[] {
  const { scenario } = projection;
  const monthOf = (step: number): string => addMonths(scenario.start, Math.floor(step * scenario.step + 1e-9));
  const said = new Map<string, string[]>();
  for (const id of projection.ids) {
    if (!id.startsWith('binding.')) continue;
    const { title, values } = projection.series(id);
    const words = bindingWords(values, projection.series(`root_${id}`).values, monthOf);
    said.set(words, [...(said.get(words) ?? []), safe(title.replace(/^[^:]*: /u, ''))]);
  }
  return [...said].flatMap(([words, sites]) => wrap(`${sites.join(', ')}: ${words}.`, paper.width, '   ', ' '));
}
