import type { ModelMeta } from '../../src/engine/meta.ts';
import { titleOf } from '../../src/scenario/names.ts';
import type { Quantity, Scenario, ScenarioItem } from '../../src/scenario/types.ts';

/** A part in which two scenarios differ, and how to take it over from the second into a mixture. */
export interface Part {
  readonly title: string;
  take(into: Scenario): Scenario;
}

/**
 * The parts in which a second scenario differs from a first, as far as runs depend on them: levers one by one where both have
 * them, items as wholes where only one has them, all sites together where they are not the same sites (their shares hang together), and the time
 * that is covered. Taking over all parts gives the second scenario's run.
 */
export function partsBetween(
  first: Scenario,
  second: Scenario,
  meta: ModelMeta,
  words: { readonly sites: string; readonly span: string },
): Part[] {
  const parts: Part[] = [];
  const span = ({ start, horizon, step }: Scenario): object => ({ start, horizon, step });
  if (!alike(span(first), span(second)))
    parts.push({ title: words.span, take: (into) => ({ ...into, ...span(second) }) });
  parts.push(...itemParts(first, second, 'commitments', meta));
  if (sameSites(first, second)) parts.push(...itemParts(first, second, 'sites', meta));
  else parts.push({ title: words.sites, take: (into) => ({ ...into, sites: second.sites }) });
  for (const name of new Set([...Object.keys(first.assumptions), ...Object.keys(second.assumptions)])) {
    const [from, to] = [first.assumptions[name], second.assumptions[name]];
    if (from?.central === to?.central) continue;
    parts.push({
      title: leverTitle(name, meta),
      take: (into) => ({ ...into, assumptions: withField(into.assumptions, name, to) }),
    });
  }
  return parts;
}

function sameSites(first: Scenario, second: Scenario): boolean {
  const key = ({ sites }: Scenario): string =>
    sites.map(({ id, region, fields }) => `${id} ${region} ${fields.share?.central}`).join();
  return key(first) === key(second);
}

function itemParts(first: Scenario, second: Scenario, set: 'commitments' | 'sites', meta: ModelMeta): Part[] {
  const parts: Part[] = [];
  const ids = new Set([...first[set], ...second[set]].map(({ id }) => id));
  for (const id of ids) {
    const [from, to] = [first[set].find((item) => item.id === id), second[set].find((item) => item.id === id)];
    if (from === undefined || to === undefined) {
      parts.push({
        title: (from ?? to)?.title ?? id,
        take: (into) => ({ ...into, [set]: withWhole(into[set], id, to) }),
      });
      continue;
    }
    for (const field of new Set([...Object.keys(from.fields), ...Object.keys(to.fields)])) {
      if (from.fields[field]?.central === to.fields[field]?.central) continue;
      const take = (item: ScenarioItem): ScenarioItem => ({
        ...item,
        fields: withField(item.fields, field, to.fields[field]),
      });
      parts.push({
        title: `${to.title}: ${fieldTitle(set, field, meta)}`,
        take: (into) => ({ ...into, [set]: into[set].map((item) => (item.id === id ? take(item) : item)) }),
      });
    }
    if (!alike(from.funders, to.funders))
      parts.push({
        title: `${to.title}: ${meta.sets.find((one) => one.id === 'funders')?.title ?? ''}`,
        take: (into) => ({ ...into, [set]: into[set].map((item) => (item.id === id ? withFunders(item, to) : item)) }),
      });
  }
  return parts;
}

function withWhole(items: readonly ScenarioItem[], id: string, item: ScenarioItem | undefined): ScenarioItem[] {
  return [...items.filter((one) => one.id !== id), ...(item === undefined ? [] : [item])];
}

function withFunders({ funders: _, ...item }: ScenarioItem, { funders }: ScenarioItem): ScenarioItem {
  return funders === undefined ? item : { ...item, funders };
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

function fieldTitle(set: string, field: string, meta: ModelMeta): string {
  return meta.records.find(({ input, over }) => over[0] === set && input?.field === field)?.title ?? field;
}
