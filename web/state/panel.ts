import type { Lever } from '../../src/scenario/levers.ts';

/** A foldable group of levers: one commitment, one site, one sector. */
export interface LeverGroup {
  readonly id: string;
  readonly kind: 'commitments' | 'sites' | 'sector';
  readonly title: string;
  readonly levers: readonly ShownLever[];
  /** How many of its levers differ, whether or not the search leaves them here. */
  readonly changed: number;
}

export interface ShownLever {
  readonly lever: Lever;
  /** What the scenario had when it was opened: the tick on the slider and where "reset" returns to. */
  readonly reference: number;
  /** Differs from how the scenario was opened. */
  readonly changed: boolean;
  /** As it was opened, and different from the model's default: the scenario's own word. */
  readonly own: boolean;
  readonly locked: boolean;
  /** There is something to go back to: items that were added had no value before. */
  readonly returns: boolean;
}

export interface PanelWish {
  readonly search: string;
  readonly onlyChanged: boolean;
  /** Only levers that these decide. */
  readonly decided?: Decided;
  /** What a record means, where that is known: it is searched too. */
  readonly says?: (record: string) => string;
  /** Items with another name or in another region than when they were opened. */
  readonly renamed?: ReadonlySet<string>;
}

/** Who decides a lever. */
export const DECIDED = ['government', 'builder', 'nobody'] as const;
export type Decided = (typeof DECIDED)[number];

interface Sector {
  readonly id: string;
  readonly title: string;
}

/**
 * The levers as the panel shows them: commitments and sites first, each with its own fields (a commitment's funders are among
 * them), then the sectors in the model's order. Groups in which nothing is left are left out.
 * @param opened levers of the scenario as it was opened, by name
 */
export function leverGroups(
  levers: readonly Lever[],
  opened: ReadonlyMap<string, Lever>,
  locks: readonly string[],
  sectors: readonly Sector[],
  { search, onlyChanged, decided, says, renamed }: PanelWish,
): LeverGroup[] {
  const groups = new Map<string, { head: Omit<LeverGroup, 'levers' | 'changed'>; levers: ShownLever[] }>();
  const place = (head: Omit<LeverGroup, 'levers' | 'changed'>, shown: ShownLever): void => {
    const group = groups.get(head.id) ?? { head, levers: [] };
    group.levers.push(shown);
    groups.set(head.id, group);
  };
  const lockedNames = new Set(locks);
  const commitmentOf = new Map(
    levers.flatMap(({ set, item }) => (set === 'commitments' && item ? [[item.id, item]] : [])),
  );
  for (const lever of levers) {
    const shown = shownLever(lever, opened.get(lever.name), lockedNames.has(lever.name));
    const { item, set } = lever;
    const owner = set === 'funders' ? ownerOf(item?.id ?? '', commitmentOf) : item;
    if (lever.level === 'item' && owner !== undefined && set !== undefined)
      place({ id: owner.id, kind: set === 'sites' ? 'sites' : 'commitments', title: owner.title }, shown);
    else
      place(
        {
          id: lever.sector,
          kind: 'sector',
          title: sectors.find(({ id }) => id === lever.sector)?.title ?? lever.sector,
        },
        shown,
      );
  }
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  const fits = (shown: ShownLever, title: string): boolean => {
    if (onlyChanged && !shown.changed && !shown.own) return false;
    if (decided !== undefined && (shown.lever.decided ?? 'nobody') !== decided) return false;
    if (words.length === 0) return true;
    const { item, record, title: own, name } = shown.lever;
    const text = `${title} ${item?.title ?? ''} ${own} ${name} ${says?.(record) ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return inOrder([...groups.values()], sectors)
    .map(({ head, levers: all }) => ({
      ...head,
      levers: all.filter((shown) => fits(shown, head.title)),
      changed: all.filter(({ changed }) => changed).length + (renamed?.has(head.id) ? 1 : 0),
    }))
    .filter((group) => group.levers.length > 0 || (onlyChanged && words.length === 0 && renamed?.has(group.id)));
}

const known = new WeakMap<Lever, ShownLever & { readonly before: Lever | undefined }>();

/** The same object for the same lever, so that rows in which nothing is new are not drawn again. */
function shownLever(lever: Lever, before: Lever | undefined, locked: boolean): ShownLever {
  const same = known.get(lever);
  if (same !== undefined && same.before === before && same.locked === locked) return same;
  const reference = before?.value ?? lever.default;
  const changed = before === undefined ? lever.stated !== undefined : isOther(lever, before);
  const own = !changed && lever.level !== 'item' && lever.stated !== undefined && lever.value !== lever.default;
  const returns = changed && (before !== undefined || lever.level !== 'item');
  const shown = { lever, before, reference, changed, own, locked, returns };
  known.set(lever, shown);
  return shown;
}

/** A general lever that moves takes the sites' values along; only the lever that was moved counts as changed. */
function isOther(lever: Lever, before: Lever): boolean {
  const [now, then] = [lever.stated, before.stated];
  if (now === undefined || then === undefined) return now !== then;
  return now.central !== then.central || now.low !== then.low || now.high !== then.high;
}

/** Funders' ids begin with their commitment's. */
function ownerOf<T extends { readonly id: string }>(
  funder: string,
  commitments: ReadonlyMap<string, T>,
): T | undefined {
  const owners = [...commitments.keys()].filter((id) => funder.startsWith(`${id}_`));
  return commitments.get(owners.sort((a, b) => b.length - a.length)[0] ?? '');
}

function inOrder<T extends { readonly head: Pick<LeverGroup, 'id' | 'kind'> }>(
  groups: T[],
  sectors: readonly Sector[],
): T[] {
  const rank = ({ head }: T): number =>
    head.kind === 'commitments' ? -2 : head.kind === 'sites' ? -1 : sectors.findIndex(({ id }) => id === head.id);
  return groups.sort((a, b) => rank(a) - rank(b));
}
