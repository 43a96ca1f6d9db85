import type { ClaimAnswer } from '../../analysis/claims.ts';
import { type Projected, slotOf } from '../../analysis/project.ts';
import { seriesNames } from '../../analysis/rows.ts';
import type { RecordMeta } from '../../engine/meta.ts';
import { described } from '../../generated/described.ts';
import { docs } from '../../generated/docs.ts';
import { meta } from '../../generated/meta.ts';
import { sources } from '../../generated/seeds.ts';
import { placesOf, supplyOf } from '../../scenario/places.ts';
import type { Source } from '../../scenario/seeds-types.ts';
import type { Figures } from './figures.ts';
import { type Markup, markup } from './markup.ts';

const records = new Map(meta.records.map((record) => [record.id, record]));

/** Every record that these series are computed from, with themselves, in the model's order. */
export function methodRecords(ids: Iterable<string>): RecordMeta[] {
  const needed = new Set<string>();
  const waiting = Array.from(ids, (id) => id.split('.')[0] ?? id);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (needed.has(id) || !Object.hasOwn(docs, id)) continue;
    needed.add(id);
    // A stage of a delay brings the delay, where it is written down.
    const delay = records.get(id)?.stageOf;
    waiting.push(...(docs[id]?.uses ?? []), ...(delay === undefined ? [] : [delay]));
  }
  return meta.records.filter(({ id }) => needed.has(id));
}

const published = new Map(sources.map((source) => [source.id, source]));

/** Where a figure of the model comes from, why it is what it is, and the sources that judgement rests on. */
function reasons(id: string): Markup {
  const { source = '', why, grounds = [] } = docs[id] ?? {};
  const words = why === undefined ? '' : markup`<span class="unit">${why}</span>`;
  return markup`${[source, ...grounds].map((one, n) => markup`${n === 0 ? '' : ', '}${origin(one)}`)}${words}`;
}

/** A link to the list of sources, or the model's own mark. */
function origin(id: string): Markup {
  return published.has(id) ? markup`<a href="#source-${id}">${published.get(id)?.publisher}</a>` : markup`${id}`;
}

/** The equations of records, as they are written in the model, sector by sector. */
export function equationSection(used: readonly RecordMeta[]): Markup[] {
  const computed = used.filter(({ input, value, stageOf }) => !input && value === undefined && !stageOf);
  return sectorLists(
    computed,
    (record) => {
      const { id, title, unit, over } = record;
      const said = unit === '1' ? '' : unit;
      const all = over.length === 0 ? '' : markup` <span class="unit">for each of the ${over.join(' and ')}</span>`;
      return markup`
<dt><code>${id}</code> ${title}<span class="unit">${said === '' ? '' : `, ${said}`}</span>${all}</dt>
<dd><pre>${equations(record).join('\n')}</pre>${docs[id]?.says}</dd>`;
    },
    'equation',
  );
}

/** A delay is told as what goes in and how long it takes, then as the three stocks it is made of. */
function equations({ id, kind }: RecordMeta): string[] {
  const text = docs[id]?.text ?? {};
  const lines = Object.entries(text).flatMap(([part, formula]) => {
    if (formula === undefined) return [];
    if (part === 'net') return [`change of ${id} a year = ${formula}`];
    if (part === 'initial') return [`${kind === 'delay' ? 'under way' : id} at the start = ${formula}`];
    if (part === 'input') return [`delayed, in three stages: ${formula}`];
    if (part === 'time') return [`by: ${formula}`];
    return [`${part === 'formula' ? id : `${id}.${part.slice('formula:'.length)}`} = ${formula}`];
  });
  const stages = kind === 'delay' ? meta.records.filter(({ stageOf }) => stageOf === id) : [];
  return [...lines, ...stages.flatMap(equations)];
}

/** Records in a list that folds, one for each sector. */
function sectorLists(listed: readonly RecordMeta[], write: (record: RecordMeta) => Markup, one: string): Markup[] {
  return described.sectors.flatMap((sector) => {
    const own = listed.filter((record) => record.sector === sector.id);
    if (own.length === 0) return [];
    return [
      markup`
<details><summary>${sector.title} <span class="unit">${own.length} ${one}${own.length === 1 ? '' : 's'}</span></summary><p>${sector.says}</p><dl>${own.map(write)}</dl></details>`,
    ];
  });
}

/** Every number the run took in that these records use: its value, where it comes from and how sure it is. */
export function inputSection(used: readonly RecordMeta[], projection: Projected, figures: Figures): Markup[] {
  const { scenario, inputs } = projection;
  const names = [...seriesNames(meta, inputs.items).values()];
  const places = new Map(placesOf(scenario, meta, inputs.items).map((place) => [place.slot, place]));
  return described.sectors.flatMap((sector) => {
    const own = used.filter(({ sector: of, input, value }) => of === sector.id && (input || value !== undefined));
    const rows = own.flatMap((record) =>
      names
        .filter((name) => name.record === record && (record.over.length === 0 || name.id !== record.id))
        .map(({ id, title, rows: [row] }) => {
          const place = row && places.get(slotOf(row.record, row.items));
          const supply = place && supplyOf(place);
          const stated = supply?.quantity;
          const from =
            stated === undefined
              ? reasons(record.id)
              : markup`the scenario${stated.source === undefined ? '' : `: ${stated.source}`}`;
          return markup`
<tr><th scope="row">${title}<br><code>${place?.levels[0]?.name ?? id}</code></th><td>${input(id, record, projection, figures)}</td><td>${stated?.confidence ?? record.input?.confidence}</td><td>${from}</td></tr>`;
        }),
    );
    if (rows.length === 0) return [];
    return [
      markup`
<details><summary>${sector.title} <span class="unit">${rows.length} ${rows.length === 1 ? 'figure' : 'figures'}</span></summary><div class="wide" tabindex="0" role="region" aria-label="${sector.title}: figures taken in"><table class="inputs"><thead><tr><th scope="col">What</th><th scope="col">Value</th><th scope="col">How sure</th><th scope="col">From</th></tr></thead><tbody>${rows}</tbody></table></div></details>`,
    ];
  });
}

function input(id: string, { input: of, unit, show }: RecordMeta, projection: Projected, figures: Figures): Markup {
  const { start } = projection.scenario;
  if (of?.type === 'date') return figures.figure(id, start, { start });
  if (of?.type === 'choice') {
    const chosen = of.choices?.[figures.value(id, start)];
    return markup`${figures.figure(id, start, { factor: 1, decimals: 0 })}${chosen === undefined ? '' : `: ${chosen.title}`}`;
  }
  return figures.quantity(id, start, { unit, show, prefer: of?.prefer }, 6);
}

/** The sources that records name, and the documents that make the claims. */
export function sourceSection(used: readonly RecordMeta[], answers: readonly ClaimAnswer[]): Markup {
  const named = new Set(used.flatMap(({ id }) => [docs[id]?.source, ...(docs[id]?.grounds ?? [])]));
  const files = new Set(answers.flatMap(({ claim }) => claim.documents.map(({ file }) => file)));
  const listed = sources.filter(({ id, file }) => named.has(id) || (file !== undefined && files.has(file)));
  return markup`<ol class="sources">${listed.map(
    (source) => markup`
<li id="source-${source.id}">${source.publisher}: ${titled(source)}, ${source.date}${source.seen ? '' : '. Known from other pages only'}.</li>`,
  )}</ol>`;
}

function titled({ title, url, file }: Source): Markup {
  if (url !== undefined && /^https?:/u.test(url)) return markup`<a href="${url}" rel="noreferrer">${title}</a>`;
  return file === undefined ? markup`${title}` : markup`${title} <span class="unit">(${file})</span>`;
}
