import type { ModelMeta } from '../engine/meta.ts';
import { checkWhole } from './checks.ts';
import { isYearMonth } from './dates.ts';
import { STEP } from './defaults.ts';
import { withStart } from './extends.ts';
import { measureOf, type Reading } from './measure.ts';
import { ELSEWHERE, FUNDER_SET, funderId, itemKinds, type LeverName, namesOf } from './names.ts';
import { type Fault, faults, isFault, type Problem, ScenarioError, sentence } from './problems.ts';
import { parseQuantity } from './quantity.ts';
import { findLever } from './read-names.ts';
import type { HeadlineName } from './series.ts';
import type { Quantity, Scenario, ScenarioItem } from './types.ts';
import type { UnitTable } from './unit.ts';

/**
 * The same scenario with one lever at another quantity; without one, as the file would be if it did not state the lever.
 * @throws RangeError for a name that is no lever of this scenario: callers that take names from people use `applySettings`
 */
export function setLever(scenario: Scenario, name: string, quantity: Quantity | undefined, meta: ModelMeta): Scenario {
  const lever = findLever(name, { names: namesOf(meta), items: itemKinds(scenario) });
  if (isFault(lever)) throw new RangeError(sentence(lever));
  return withLever(scenario, name, lever, quantity);
}

function withLever(scenario: Scenario, name: string, lever: LeverName, quantity: Quantity | undefined): Scenario {
  if (lever.kind !== 'item') return { ...scenario, assumptions: withField(scenario.assumptions, name, quantity) };
  const field = lever.record.input?.field ?? '';
  if (lever.set === FUNDER_SET) return withFunder(scenario, lever.item, quantity);
  if (lever.set === 'commitments')
    return { ...scenario, commitments: withItem(scenario.commitments, lever.item, field, quantity) };
  const named = scenario.sites.some((site) => site.id === lever.item);
  const sites = named || quantity === undefined ? scenario.sites : [...scenario.sites, { ...ELSEWHERE, fields: {} }];
  const changed = withItem(sites, lever.item, field, quantity);
  return { ...scenario, sites: quantity === undefined ? changed.filter((site) => !isBareRest(site)) : changed };
}

/** "Elsewhere" is there without being named; named without a word about it, it says nothing. */
function isBareRest({ id, region, fields }: ScenarioItem): boolean {
  return id === ELSEWHERE.id && region === undefined && Object.keys(fields).length === 0;
}

function withItem(
  items: readonly ScenarioItem[],
  id: string,
  field: string,
  quantity: Quantity | undefined,
): ScenarioItem[] {
  return items.map((item) => (item.id === id ? { ...item, fields: withField(item.fields, field, quantity) } : item));
}

function withField(
  fields: Readonly<Record<string, Quantity>>,
  name: string,
  quantity: Quantity | undefined,
): Record<string, Quantity> {
  if (quantity !== undefined) return { ...fields, [name]: quantity };
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
}

/** A funder without an amount is no longer named. */
function withFunder(scenario: Scenario, id: string, quantity: Quantity | undefined): Scenario {
  const commitments = scenario.commitments.map((item) => {
    const funders = Object.entries(item.funders ?? {}).flatMap(([title, amount], index) => {
      if (funderId(item.id, title, index) !== id) return [[title, amount] as const];
      return quantity === undefined ? [] : [[title, quantity.central] as const];
    });
    return item.funders === undefined ? item : { ...item, funders: Object.fromEntries(funders) };
  });
  return { ...scenario, commitments };
}

/** What reading a setting depends on besides the scenario. */
export interface SettingContext {
  readonly meta: ModelMeta;
  readonly units: UnitTable;
  readonly headlines?: readonly HeadlineName[];
}

/**
 * Applies "lever=value" texts in order, as `--set` does: quantities as in files, in the scenario's language. Besides levers,
 * `start`, `horizon` and `step` can be set.
 * @throws ScenarioError with every text that cannot be applied, and with what no longer fits together afterwards
 */
export function applySettings(scenario: Scenario, settings: readonly string[], context: SettingContext): Scenario {
  if (settings.length === 0) return scenario;
  const problems: Problem[] = [];
  let changed = scenario;
  for (const text of settings) {
    const next = applySetting(changed, text, context);
    if (isFault(next)) problems.push(problemOf(text, next));
    else changed = next;
  }
  if (problems.length === 0) {
    const report = {
      problems,
      add: (_path: unknown, fault: Fault) => problems.push(problemOf('', fault)),
      has: () => false,
      isClean: () => true,
      source: () => undefined,
    };
    checkWhole(changed, namesOf(context.meta), context.headlines ?? [], (set) => [set], report);
  }
  if (problems.length > 0) throw new ScenarioError(problems);
  return changed;
}

/** There is no file, so no line: the setting itself is the place. */
function problemOf(path: string, fault: Fault): Problem {
  return { ...fault, line: 0, column: 0, path, message: path === '' ? sentence(fault) : `${path}: ${sentence(fault)}` };
}

function applySetting(scenario: Scenario, text: string, { meta, units }: SettingContext): Scenario | Fault {
  const equals = text.indexOf('=');
  if (equals < 1) return faults.setForm(text);
  const name = text.slice(0, equals).trim();
  const raw = text.slice(equals + 1).trim();
  const reading: Reading = { language: scenario.language, units, start: scenario.start };
  const names = namesOf(meta);
  if (name === 'start' || name === 'horizon') {
    if (!isYearMonth(raw)) return faults.notDate(raw);
    return name === 'start' ? withStart(scenario, raw, names) : { ...scenario, horizon: raw };
  }
  if (name === 'step') {
    const step = parseQuantity(raw, STEP, reading);
    return isFault(step) ? step : { ...scenario, step };
  }
  const lever = findLever(name, { names, items: itemKinds(scenario) });
  if (isFault(lever)) return lever;
  const central = parseQuantity(raw, measureOf(lever.record), reading);
  return isFault(central) ? central : withLever(scenario, name, lever, { central });
}
