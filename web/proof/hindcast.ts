import { html, type TemplateResult } from 'lit';
import type { CappingObservation, ComparedObservation, Hindcast } from '../../src/analysis/hindcast.ts';
import type { Observation, Source } from '../../src/scenario/seeds-types.ts';
import { proofWords } from '../words/proof.ts';
import { axisOf, markOf } from './mark.ts';
import { amount, dateText, percent, sourceFor } from './numbers.ts';
import { cell, reasonsOf, sourceOf, tableOf } from './parts.ts';

const word = proofWords.hindcast;

/** What has been observed beside the scenario of what was reported: errors by series and date, bounds, and all the rest with its reason. */
export function hindcastSection(found: Hindcast, sources: readonly Source[]): TemplateResult {
  const { scenario, compared, capping, uncompared, all, free, bySeries } = found;
  const heads = [word.observed, axisOf(proofWords.mark.seen, proofWords.mark.ticks), word.seen, word.own, word.error];
  return html`<section id="hindcast" aria-labelledby="hindcast-title">
    <h2 id="hindcast-title" tabindex="-1">${word.title}</h2>
    <p class="says">${word.of(scenario.title, compared.length, capping.length, uncompared.length)}</p>
    <p class="soft note">
      ${word.all(all.count, percent(all.bias ?? 0), percent(all.size ?? 0, false))}
      ${free.count < all.count ? word.free(free.count, percent(free.bias ?? 0), percent(free.size ?? 0, false)) : ''}
      ${word.honest}
    </p>
    ${tableOf(
      heads,
      bySeries.map(({ of, title, count, bias }) => {
        const those = compared.filter((one) => one.of === of);
        return html`<tr role="row" class="group">
            <th role="rowheader" scope="rowgroup" colspan="5">${title}${word.mean(count, percent(bias ?? 0))}</th>
          </tr>
          ${those.map((one) => comparedRow(one, sources))}`;
      }),
      word.title,
    )}
    <h3>${word.capping}</h3>
    <p class="soft note">${word.cappingSays}</p>
    ${tableOf(
      [word.observed, '', word.whole, word.part, word.share],
      capping.map((one) => cappingRow(one, sources)),
      word.capping,
    )}
    ${reasonsOf(
      word.uncompared(uncompared.length),
      uncompared,
      ({ reason }) => reason,
      ({ observation }) =>
        html`${observation.quantity} <span class="soft">${amount(observation.value, observation.unit)}, ${when(observation)}, ${sourceOf(sourceFor(sources, observation.source))}</span>`,
    )}
  </section>`;
}

/** A figure of a year is told by the year. */
function when({ date, take }: Observation): string {
  return take === undefined ? dateText(date) : date.slice(0, 4);
}

function headOf(observation: Observation, sources: readonly Source[], more = ''): TemplateResult {
  return html`<th role="rowheader" scope="row">
    ${observation.quantity}
    <p class="soft">${when(observation)}, ${sourceOf(sourceFor(sources, observation.source))}${more}</p>
  </th>`;
}

function comparedRow(one: ComparedObservation, sources: readonly Source[]): TemplateResult {
  const { observation, unit, value, error, within, given } = one;
  const { value: seen, low = seen, high = seen } = observation;
  return html`<tr role="row" data-observation=${observation.id}>
    ${headOf(observation, sources, within === true ? `, ${word.within}` : '')}
    ${cell('', markOf({ band: [low / seen, high / seen], dot: value / seen }), 'picture')}
    ${cell(word.seen, amount(seen, unit), 'number')} ${cell(word.own, amount(value, unit), 'number')}
    ${cell(word.error, `${percent(error)}${given ? ` ${word.given}` : ''}`, 'number')}
  </tr>`;
}

function cappingRow(one: CappingObservation, sources: readonly Source[]): TemplateResult {
  const { observation, title, unit, value, share, holds } = one;
  return html`<tr role="row" data-observation=${observation.id} class=${holds ? '' : 'miss'}>
    ${headOf(observation, sources, `; ${word.partIs(title)}`)}
    ${cell('', markOf({ band: undefined, dot: share }), 'picture')}
    ${cell(word.whole, amount(observation.value, unit), 'number')} ${cell(word.part, amount(value, unit), 'number')}
    ${cell(word.share, holds ? percent(share, false) : word.tooLarge, 'number')}
  </tr>`;
}
