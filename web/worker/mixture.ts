import type { ModelMeta } from '../../src/engine/meta.ts';
import { withStart } from '../../src/scenario/extends.ts';
import { FUNDER_SET, ITEM_SETS, namesOf, SHARE, titleOf } from '../../src/scenario/names.ts';
import type { Quantity, Scenario, ScenarioItem } from '../../src/scenario/types.ts';

/** A part in which two scenarios differ, and how to take it over from the second into a mixture. */
export interface Part {
  readonly title: string;
  take(into: Scenario): Scenario;
}

/** What parts are called that are no lever of their own. */
export type PartWords = Readonly<Record<'span' | 'commitments' | 'shares' | 'region', string>>;

type Items = readonly ScenarioItem[];
type Title = (field: string) => string;

/**
 * The parts in which a second scenario differs from a first, as far as runs depend on them: levers one by one, items as wholes
 * where only one has them, and together what makes no sense apart. Taking over all parts gives the second scenario's run.
 */
export function partsBetween(first: Scenario, given: Scenario, meta: ModelMeta, words: PartWords): Part[] {
  const parts: Part[] = [];
  const names = namesOf(meta);
  const second = withStart(given, first.start, names);
  for (const set of ITEM_SETS) {
    const fieldTitle: Title = (field) => names.fields.get(set)?.get(field)?.title ?? field;
    const funders = meta.sets.find(({ id }) => id === FUNDER_SET)?.title ?? FUNDER_SET;
    const found = [
      ...wholeParts(first[set], second[set], set === 'commitments' ? words.commitments : undefined),
      ...shareParts(first[set], second[set], fieldTitle, words.shares),
      ...first[set].flatMap((from) => {
        const to = second[set].find(({ id }) => id === from.id);
        return to === undefined ? [] : itemParts(from, to, fieldTitle, { region: words.region, funders });
      }),
    ];
    parts.push(
      ...found.map(({ title, take }) => ({ title, take: (into: Scenario) => ({ ...into, [set]: take(into[set]) }) })),
    );
  }
  for (const name of new Set([...Object.keys(first.assumptions), ...Object.keys(second.assumptions)])) {
    const [from, to] = [first.assumptions[name], second.assumptions[name]];
    if (from?.central === to?.central) continue;
    parts.push({
      title: leverTitle(name, meta),
      take: (into) => ({ ...into, assumptions: withField(into.assumptions, name, to) }),
    });
  }
  // The last, since dates of all other parts count from the first scenario's start.
  const span = ({ start, horizon, step }: Scenario): object => ({ start, horizon, step });
  if (!alike(span(first), span(given)))
    parts.push({ title: words.span, take: (into) => ({ ...withStart(into, given.start, names), ...span(given) }) });
  return parts;
}

interface ItemsPart {
  readonly title: string;
  take(into: Items): Items;
}

/**
 * Items that only one has. A mixture whose sites pass 100 % together is scaled by the run, and what they leave goes elsewhere.
 * @param together what all of them are called where the scenarios have none in common and a mixture of none says nothing:
 * without a commitment nothing is spent.
 */
function wholeParts(first: Items, second: Items, together: string | undefined): ItemsPart[] {
  const lacks = (items: Items) => (one: ScenarioItem) => items.every(({ id }) => id !== one.id);
  const [gone, come] = [first.filter(lacks(second)), second.filter(lacks(first))];
  if (together !== undefined && gone.length === first.length && gone.length > 0 && come.length > 0)
    return [{ title: together, take: () => second }];
  return [
    ...gone.map(({ id, title }) => ({ title, take: (into: Items) => into.filter((one) => one.id !== id) })),
    ...come.map((item) => ({ title: item.title, take: (into: Items) => [...into, item] })),
  ];
}

/** Shares hang together: one cannot grow without others giving way. */
function shareParts(first: Items, second: Items, fieldTitle: Title, together: string): ItemsPart[] {
  const moved = second.filter((to) => {
    const from = first.find(({ id }) => id === to.id);
    return from !== undefined && differs(from, to, SHARE);
  });
  const [one, another] = moved;
  if (one === undefined) return [];
  const title = another === undefined ? `${one.title}: ${fieldTitle(SHARE)}` : together;
  return [{ title, take: (into) => moved.reduce((items, to) => withItemField(items, to, SHARE), into) }];
}

/** What an item of both differs in, but for its share. */
function itemParts(
  from: ScenarioItem,
  to: ScenarioItem,
  fieldTitle: Title,
  words: { readonly region: string; readonly funders: string },
): ItemsPart[] {
  const parts: ItemsPart[] = [];
  for (const key of ['region', 'funders'] as const) {
    if (alike(from[key], to[key])) continue;
    const take = ({ [key]: _, ...item }: ScenarioItem): ScenarioItem =>
      to[key] === undefined ? item : { ...item, [key]: to[key] };
    parts.push({
      title: `${to.title}: ${words[key]}`,
      take: (into) => into.map((item) => (item.id === to.id ? take(item) : item)),
    });
  }
  for (const field of new Set([...Object.keys(from.fields), ...Object.keys(to.fields)])) {
    if (field === SHARE || !differs(from, to, field)) continue;
    parts.push({ title: `${to.title}: ${fieldTitle(field)}`, take: (into) => withItemField(into, to, field) });
  }
  return parts;
}

function differs(from: ScenarioItem, to: ScenarioItem, field: string): boolean {
  return from.fields[field]?.central !== to.fields[field]?.central;
}

/** The item of the same id takes a field over. */
function withItemField(items: Items, to: ScenarioItem, field: string): Items {
  return items.map((item) =>
    item.id === to.id ? { ...item, fields: withField(item.fields, field, to.fields[field]) } : item,
  );
}

function withField(
  fields: Readonly<Record<string, Quantity>>,
  name: string,
  quantity: Quantity | undefined,
): Record<string, Quantity> {
  const { [name]: _, ...others } = fields;
  return quantity === undefined ? others : { ...others, [name]: quantity };
}

function alike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** "Grid wait", or of an item "Texas (ERCOT): Electricity price". */
function leverTitle(name: string, meta: ModelMeta): string {
  const [item = '', field] = name.split('.');
  if (field === undefined) return meta.records.find(({ id }) => id === name)?.title ?? name;
  const owner = [...meta.presets, ...meta.sets.flatMap(({ items = [] }) => items)].find(({ id }) => id === item);
  const record = meta.records.find(({ input }) => input?.field === field);
  return `${owner?.title ?? titleOf(item)}: ${record?.title ?? field}`;
}
