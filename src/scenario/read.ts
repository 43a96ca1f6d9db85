import type { ModelMeta } from '../engine/meta.ts';
import { nearestName } from '../engine/nearest.ts';
import { checkWhole, type PathOf } from './checks.ts';
import { DEFAULTS, FORMAT, STEP } from './defaults.ts';
import { type PlainDocument, readDocument } from './document.ts';
import { findBase, type Library, lastPart, withStart } from './extends.ts';
import type { Reading } from './measure.ts';
import { migrate } from './migrate.ts';
import { ELSEWHERE, funderId, type ItemSet, itemKinds, type Names, namesOf } from './names.ts';
import { fieldsInOrder, inModelOrder } from './order.ts';
import { faults, isFault, ScenarioError } from './problems.ts';
import { mergeItems, type OwnItem, readItems } from './read-items.ts';
import { type FormulaReader, readMetrics, readTargets } from './read-metrics.ts';
import { readAssumptions, readLocks, readUncertainty } from './read-names.ts';
import { readNumber } from './read-quantity.ts';
import { inOrder, type Report, reportFor } from './report.ts';
import { needsElsewhere } from './resolve.ts';
import { type RawScenario, scenarioSchema } from './schema.ts';
import type { HeadlineName, Scope } from './series.ts';
import { checkShape } from './shape.ts';
import type { Scenario, ScenarioItem } from './types.ts';
import type { UnitTable } from './unit.ts';

/** Everything reading depends on besides the text. */
export interface ReadContext {
  readonly meta: ModelMeta;
  readonly units: UnitTable;
  /** Figures a target may speak of that are no series. */
  readonly headlines?: readonly HeadlineName[];
  /** Ids of claims that items may stand on; without them any id is taken. */
  readonly claims?: ReadonlySet<string>;
  /** Where `extends` looks. Without it a file that extends another is a mistake. */
  readonly library?: Library;
  /** The name of this file as the library knows it, so that a circle back to it is found. */
  readonly name?: string;
  /** The id a shipped scenario has. */
  readonly id?: string;
  /** Reads the formulas of metrics; without it only their length is looked at. See `loadFormulas`. */
  readonly formulas?: FormulaReader;
}

const schemas = new WeakMap<ModelMeta, ReturnType<typeof scenarioSchema>>();

/**
 * Reads a scenario file: YAML or JSON, laid over what it extends, every quantity in its lever's own unit.
 * @throws ScenarioError with every problem in it, in the order of the file; nothing else
 */
export function readScenario(text: string, context: ReadContext): Scenario {
  return readChained(text, context, context.name === undefined ? [] : [context.name]);
}

function readChained(text: string, context: ReadContext, chain: readonly string[]): Scenario {
  const document = readDocument(text);
  const inner = chain.length > (context.name === undefined ? 0 : 1);
  const report = reportFor(document, inner ? lastPart(chain.at(-1) ?? '') : undefined);
  const scenario = readPlain(document, report, context, chain);
  if (report.problems.length > 0 || scenario === undefined) throw new ScenarioError(inOrder(report.problems));
  return scenario;
}

/** From plain data to a scenario; undefined only where there is nothing to go on with, and then with a reason reported. */
function readPlain(
  document: PlainDocument,
  report: Report,
  context: ReadContext,
  chain: readonly string[],
): Scenario | undefined {
  const { meta } = context;
  const names = namesOf(meta);
  if (document.value === undefined) return undefined;
  if (typeof document.value !== 'object' || document.value === null || Array.isArray(document.value)) {
    report.add([], faults.wrongKind(document.value, 'a scenario that begins with "format: buildout/1"'));
    return undefined;
  }
  const whole = document.value as Record<string, unknown>;
  const current = migrate(whole);
  if (isFault(current)) {
    report.add(Object.hasOwn(whole, 'format') ? ['format'] : [], current);
    // Of a format to come nothing more can be said; where the format is missing or misspelt, the rest is read as what it will be.
    if (current.code === 'newer-format') return undefined;
  }
  const migrated = isFault(current) ? { ...whole, format: FORMAT } : current;
  const raw = shapeOf(migrated, meta, report);
  const found = baseOf(raw, context, chain, report);
  const start = raw.start ?? found?.start ?? DEFAULTS.start;
  const base = found === undefined ? undefined : withStart(found, start, names);
  const language = raw.language ?? DEFAULTS.language;
  const reading: Reading = { language, units: context.units, start };

  const own = {
    commitments: readItems('commitments', raw, names, reading, report),
    sites: readItems('sites', raw, names, reading, report),
  };
  for (const item of [...own.commitments, ...own.sites]) checkClaims(item, context.claims, report);
  // Without what it extends nothing more can be said of it.
  if (raw.extends !== undefined && base === undefined) return undefined;
  const merged = {
    commitments: mergeItems(base?.commitments ?? [], own.commitments, report),
    sites: mergeItems(base?.sites ?? [], own.sites, report),
  };
  const scope: Scope = { names, items: itemKinds(merged), headlines: context.headlines ?? [] };
  const assumptions = readAssumptions(raw, scope, reading, report);
  const items = placeWithItems(merged, assumptions.items, own, names, report);
  const itemScope: Scope = { ...scope, items: runKinds(items) };
  const horizon = raw.horizon ?? base?.horizon ?? DEFAULTS.horizon;
  const metrics = readMetrics(raw, itemScope, base?.metrics ?? {}, reading, context.formulas, report);
  const uncertainty = readUncertainty(raw, scope, report);
  const title = raw.title ?? base?.title;
  if (title === undefined && !Object.hasOwn(migrated, 'title'))
    report.add([], faults.missing('title', 'what the scenario is called'));

  const scenario: Scenario = {
    format: FORMAT,
    ...(raw.model === undefined ? {} : { model: raw.model }),
    language,
    ...(context.id === undefined || chain.length > (context.name === undefined ? 0 : 1) ? {} : { id: context.id }),
    title: title ?? '',
    description: (raw.description ?? base?.description ?? '').trim(),
    start,
    horizon,
    step: stepOf(raw, reading, report) ?? base?.step ?? DEFAULTS.step,
    ...items,
    assumptions: inModelOrder({ ...base?.assumptions, ...assumptions.general }, names),
    uncertainty: { seed: DEFAULTS.seed, correlations: [], ...base?.uncertainty, ...uncertainty },
    targets: { ...base?.targets, ...readTargets(raw, itemScope, metrics, { start, horizon }, reading, report) },
    locks: readLocks(raw, scope, report) ?? base?.locks ?? [],
    metrics,
  };
  checkWhole(scenario, names, scope.headlines, pathOf(own), report);
  return scenario;
}

function shapeOf(value: unknown, meta: ModelMeta, report: Report): Partial<RawScenario> {
  const schema = schemas.get(meta) ?? scenarioSchema(meta);
  schemas.set(meta, schema);
  const { raw, faults: found } = checkShape(value, schema);
  for (const { path, part, fault } of found) report.add(path, fault, part);
  return raw;
}

function baseOf(
  raw: Partial<RawScenario>,
  context: ReadContext,
  chain: readonly string[],
  report: Report,
): Scenario | undefined {
  if (raw.extends === undefined) return undefined;
  const base = findBase(raw.extends, chain, context.library, (text, longer) => readChained(text, context, longer));
  if ('scenario' in base) return base.scenario;
  if ('fault' in base) report.add(['extends'], base.fault);
  else report.problems.push(...base.problems);
  return undefined;
}

function stepOf(raw: Partial<RawScenario>, reading: Reading, report: Report): number | undefined {
  if (raw.step === undefined) return undefined;
  return readNumber(raw.step, STEP, reading, ['step'], report);
}

function checkClaims({ path, rest }: OwnItem, known: ReadonlySet<string> | undefined, report: Report): void {
  for (const [index, claim] of (rest.claims ?? []).entries()) {
    if (known?.has(claim) ?? true) continue;
    report.add([...path, 'claims', index], faults.unknownName(claim, 'claim', nearestName(claim, known ?? [])));
  }
}

/** Puts `abilene.grid_wait` from the assumptions to the site; a lever that stands in both places is a mistake. */
function placeWithItems(
  merged: { commitments: ScenarioItem[]; sites: ScenarioItem[] },
  levers: ReturnType<typeof readAssumptions>['items'],
  own: Readonly<Record<ItemSet, readonly OwnItem[]>>,
  names: Names,
  report: Report,
): { commitments: ScenarioItem[]; sites: ScenarioItem[] } {
  const { commitments } = merged;
  const named =
    merged.sites.some((site) => site.id === ELSEWHERE.id) || !levers.some(({ item }) => item === ELSEWHERE.id);
  const sites = named ? merged.sites : [...merged.sites, { ...ELSEWHERE, fields: {} }];
  const place = (item: ScenarioItem, stated: readonly OwnItem[]): ScenarioItem => {
    const mine = levers.filter((lever) => lever.item === item.id);
    const before = stated.find((candidate) => candidate.id === item.id)?.rest.fields ?? {};
    for (const { name, field, path } of mine)
      if (Object.hasOwn(before, field)) report.add(path, faults.statedTwice(name), 'key');
    return {
      ...item,
      fields: { ...item.fields, ...Object.fromEntries(mine.map(({ field, quantity }) => [field, quantity])) },
    };
  };
  const funded = commitments.map((item) => {
    // A funder's amount stands with its commitment, under the funder's name.
    const amounts = Object.keys(item.funders ?? {}).flatMap((title, index) => {
      const lever = levers.find((candidate) => candidate.item === funderId(item.id, title, index));
      return lever === undefined ? [] : [[title, lever.quantity.central] as const];
    });
    return amounts.length === 0 ? item : { ...item, funders: { ...item.funders, ...Object.fromEntries(amounts) } };
  });
  const ordered = (set: ItemSet, item: ScenarioItem): ScenarioItem => ({
    ...item,
    fields: fieldsInOrder(set, item.fields, names),
  });
  return {
    commitments: funded.map((item) => ordered('commitments', place(item, own.commitments))),
    sites: sites.map((item) => ordered('sites', place(item, own.sites))),
  };
}

function pathOf(own: Readonly<Record<ItemSet, readonly OwnItem[]>>): PathOf {
  return (set, id) => own[set as ItemSet].find((item) => item.id === id && !item.remove)?.path ?? [set];
}

/** The items a run has series of: `elsewhere` only where named sites leave something for it. */
function runKinds(items: Pick<Scenario, ItemSet>): Map<string, string> {
  const kinds = itemKinds(items);
  if (!needsElsewhere(items) && !items.sites.some((site) => site.id === ELSEWHERE.id)) kinds.delete(ELSEWHERE.id);
  return kinds;
}
