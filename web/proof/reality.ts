import { html, nothing, type TemplateResult } from 'lit';
import type { RealityRow } from '../../src/analysis/reality.ts';
import type { RealityFigure, Source } from '../../src/scenario/seeds-types.ts';
import { proofWords } from '../words/proof.ts';
import { axisOf, type Mark, markOf } from './mark.ts';
import { dateText, digits, sourceFor, unitText } from './numbers.ts';
import { cell, reasonsOf, sourceOf, tableOf } from './parts.ts';

const word = proofWords.reality;

/** Every published figure: those asked of the model with its own beside them, as soon as that is computed, and the others with the reason. */
export function realitySection(
  figures: readonly RealityFigure[],
  sources: readonly Source[],
  rows: ReadonlyMap<string, RealityRow>,
): TemplateResult {
  const asked = figures.filter(({ asks }) => asks !== undefined);
  const silent = figures.filter(({ asks }) => asks === undefined);
  const done = asked.flatMap(({ id }) => rows.get(id) ?? []);
  const count = (verdict: RealityRow['verdict']): number => done.filter((row) => row.verdict === verdict).length;
  const unexplained = done.filter((row) => row.unexplained).length;
  const summary =
    done.length < asked.length
      ? word.computing(done.length, asked.length)
      : word.of(asked.length, count('inside'), count('overlaps'), count('miss'), unexplained);
  const heads = [
    word.figure,
    axisOf(proofWords.mark.axis, proofWords.mark.ticks),
    word.published,
    html`${word.own}<br /><span class="soft">${word.low} – ${word.high}</span>`,
    word.verdict,
  ];
  return html`<section id="reality" aria-labelledby="reality-title">
    <h2 id="reality-title" tabindex="-1">${word.title}</h2>
    <p class="says" role="status">${summary}</p>
    <p class="soft note">${word.explained}</p>
    ${tableOf(
      heads,
      asked.map((figure) => figureRow(figure, sources, rows.get(figure.id))),
      word.title,
    )}
    ${reasonsOf(
      word.silent(silent.length),
      silent,
      (figure) => figure.silent ?? '',
      (figure) =>
        html`<span>${figure.says}</span> <span class="soft">${publishedText(figure)} ${unitText(figure.published.unit)}, ${about(figure, sources)}</span>`,
    )}
  </section>`;
}

const about = (figure: RealityFigure, sources: readonly Source[]): TemplateResult =>
  html`${dateText(figure.as_of)}, ${sourceOf(sourceFor(sources, figure.source))}`;

function publishedText({ published: { low, high } }: RealityFigure): string {
  return high === undefined ? word.atLeast(digits(low)) : word.span(digits(low), digits(high));
}

function figureRow(figure: RealityFigure, sources: readonly Source[], row: RealityRow | undefined): TemplateResult {
  const { model, verdict } = row ?? {};
  const { unit } = figure.published;
  const why = row?.unexplained ? word.unexplained : verdict === 'inside' ? undefined : figure.explains;
  const own =
    model === undefined
      ? word.waiting
      : html`<b>${digits(model.central)}</b><br /><span class="soft">${word.span(digits(model.low), digits(model.high))}</span>`;
  return html`<tr role="row" data-figure=${figure.id} class=${verdict ?? 'waiting'}>
    <th role="rowheader" scope="row">
      ${figure.says}
      <p class="soft">${about(figure, sources)}</p>
      ${row === undefined || why === undefined ? nothing : html`<p class="why">${word.why} ${why}</p>`}
    </th>
    ${cell('', markOf(markFor(figure, row)), 'picture')}
    ${cell(word.published, html`${publishedText(figure)}<br /><span class="soft">${unitText(unit)}</span>`, 'number')}
    ${cell(`${word.own} (${word.low} – ${word.high})`, own, 'number')}
    ${cell(word.verdict, verdict === undefined ? '' : word.verdicts[verdict], 'verdict')}
  </tr>`;
}

/** Everything over the published central figure, or the middle of its ends. */
function markFor({ published: { low, central, high } }: RealityFigure, row: RealityRow | undefined): Mark {
  const one = central ?? (high === undefined ? low : (low + high) / 2);
  const band = [low / one, high === undefined ? undefined : high / one] as const;
  const { model } = row ?? {};
  return model === undefined
    ? { band }
    : { band, range: [model.low / one, model.high / one], dot: model.central / one };
}
