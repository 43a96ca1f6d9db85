import type { RecordDocs, RecordMeta } from '../engine/meta.ts';
import { docs } from '../generated/docs.ts';
import { meta } from '../generated/meta.ts';
import { claims, sources } from '../generated/seeds.ts';
import { type InputPlace, placesOf, supplyOf } from '../scenario/places.ts';
import type { Scenario } from '../scenario/types.ts';
import type { Projected } from './project.ts';
import { slotOf } from './project.ts';
import type { Explanation, Tag } from './types.ts';

/** The parts of an explanation that tell where a given number comes from. */
export type Origins = Pick<Explanation, 'tag' | 'source' | 'why' | 'grounds' | 'confidence' | 'range' | 'changed'>;

/** What a record says of itself; nothing for a metric. */
export function docsOf(id: string): RecordDocs | undefined {
  return docs[id];
}

/** "our assumption" and "definition" are marks; any other text is the id of a source. */
export function tagOf(source: string): Tag {
  if (source === 'our assumption') return 'assumed';
  return source === 'definition' ? 'definition' : 'disclosed';
}

/** A source by its id; a text that is no id is taken for a title. */
export function sourceOf(id: string): Pick<Explanation, 'source'> {
  if (tagOf(id) !== 'disclosed') return {};
  const known = sources.find((source) => source.id === id);
  if (known === undefined) return { source: { id, title: id } };
  const { title, publisher, date, url } = known;
  return { source: { id, title, publisher, date, ...(url === undefined ? {} : { url }) } };
}

/** Where the value of an input or a constant comes from, in this run. */
export function originsOf(record: RecordMeta, items: readonly number[], inside: Projected): Origins {
  const own = docs[record.id];
  const stated = own?.source ?? 'our assumption';
  const grounds = (own?.grounds ?? []).flatMap((id) => sourceOf(id).source ?? []);
  const why = {
    ...(own?.why === undefined ? {} : { why: own.why }),
    ...(grounds.length === 0 ? {} : { grounds }),
  };
  const place = placeAt(slotOf(record, items), inside);
  if (record.input === undefined || place === undefined) return { tag: tagOf(stated), ...sourceOf(stated), ...why };
  const supply = supplyOf(place);
  const { range, quantity } = supply;
  const base = { range, confidence: quantity?.confidence ?? record.input.confidence };
  const value = inside.inputs.frame[place.slot] ?? Number.NaN;
  const moved = value !== range.central;
  if (moved) return { ...base, tag: 'assumed', why: movedWords(inside), changed: true };
  const usual = supplyOf(place, supply.at + 1).range.central;
  if (quantity === undefined || (quantity.source === undefined && quantity.central === usual)) {
    return { ...base, tag: tagOf(stated), ...sourceOf(stated), ...why };
  }
  const claim = claimed(place, value, inside);
  if (claim !== undefined) return { ...base, tag: 'disclosed', ...claim, changed: true };
  if (quantity.source !== undefined)
    return { ...base, tag: tagOf(quantity.source), ...sourceOf(quantity.source), changed: true };
  return {
    ...base,
    tag: 'assumed',
    why: `stated by the scenario "${inside.scenario.title}"`,
    source: scenarioSource(inside.scenario),
    changed: true,
  };
}

/** The document of a claim that the item stands on and that gives this very figure. */
function claimed(
  { record, item }: InputPlace,
  value: number,
  { scenario }: Projected,
): Pick<Explanation, 'source'> | undefined {
  const stands = scenario.commitments.find(({ id }) => id === item)?.claims ?? [];
  const claim = claims.find(
    ({ id, figure }) => stands.includes(id) && figure?.value === value && figure.unit === record.unit,
  );
  const document = sources.find(({ file }) => file !== undefined && file === claim?.documents[0]?.file);
  return document === undefined ? undefined : sourceOf(document.id);
}

function movedWords({ choose }: Projected): string {
  return choose === undefined || choose === 'central'
    ? 'adjusted so that the shares of its group add up to 1'
    : 'chosen for this run';
}

function scenarioSource(scenario: Scenario): NonNullable<Explanation['source']> {
  return { id: scenario.id ?? 'scenario', title: scenario.title };
}

const places = new WeakMap<Scenario, ReadonlyMap<number, InputPlace>>();

function placeAt(slot: number, { scenario, inputs }: Projected): InputPlace | undefined {
  let known = places.get(scenario);
  if (known === undefined) {
    known = new Map(placesOf(scenario, meta, inputs.items).map((place) => [place.slot, place]));
    places.set(scenario, known);
  }
  return known.get(slot);
}
