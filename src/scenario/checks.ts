import { monthsBetween } from './dates.ts';
import type { Path } from './document.ts';
import { ELSEWHERE, FUNDER_SET, fundersOf, ITEM_SETS, type Names } from './names.ts';
import { faults } from './problems.ts';
import { percent } from './read-items.ts';
import type { Report } from './report.ts';
import { needsElsewhere, sumOfShares } from './resolve.ts';
import type { HeadlineName } from './series.ts';
import type { Scenario } from './types.ts';

const MOST_STEPS = 6000;

/** Where to point when something about a whole item is wrong: its place in this file, or the list it is in. */
export type PathOf = (set: string, id: string) => Path;

/** What only shows once a scenario is complete: ids taken twice, shares over the whole, too many items, too many steps. */
export function checkWhole(
  scenario: Scenario,
  names: Names,
  headlines: readonly HeadlineName[],
  pathOf: PathOf,
  report: Report,
): void {
  checkTime(scenario, report);
  checkIds(scenario, names, headlines, pathOf, report);
  checkSites(scenario, names, pathOf, report);
  if (scenario.commitments.length === 0 && report.isClean(['commitments']))
    report.add(['commitments'], faults.noItems('commitments'));
  for (const set of ITEM_SETS) {
    const most = names.sets.get(set)?.most ?? 0;
    if (scenario[set].length > most) report.add([set], faults.tooManyItems(scenario[set].length, most, set));
  }
  checkBalances(scenario, names, report);
  const funders = fundersOf(scenario);
  const most = names.sets.get(FUNDER_SET)?.most ?? 0;
  if (funders.length > most) report.add(['commitments'], faults.tooManyItems(funders.length, most, 'funders'));
  if (names.fields.get('commitments')?.has('total')) {
    for (const { id, fields } of scenario.commitments) {
      if (fields.total === undefined && !report.has([...pathOf('commitments', id), 'total']))
        report.add(pathOf('commitments', id), faults.missing('total', 'the sum announced, such as "500 billion USD"'));
    }
  }
}

/** Shares of one input over a fixed set: stated ones may leave something for the others, and all together are the whole. */
function checkBalances(scenario: Scenario, names: Names, report: Report): void {
  for (const { input, over, title } of names.inputs) {
    const items = names.sets.get(over[0] ?? '')?.items;
    if (input?.balances === undefined || items === undefined) continue;
    const stated = items
      .map(({ id }) => `${id}.${input.field}`)
      .filter((name) => Object.hasOwn(scenario.assumptions, name));
    const sum = stated.reduce((total, name) => total + (scenario.assumptions[name]?.central ?? 0), 0);
    const wrong = sum > 1 + 1e-9 || (stated.length === items.length && sum < 1 - 1e-9);
    if (wrong) report.add(['assumptions', stated.at(-1) ?? ''], faults.balance(title, percent(sum)), 'key');
  }
}

function checkTime({ start, horizon, step }: Scenario, report: Report): void {
  const months = monthsBetween(start, horizon);
  if (months <= 0) {
    report.add(['horizon'], faults.horizon(start, horizon));
    return;
  }
  const steps = months / step;
  if (steps > MOST_STEPS) report.add(['step'], faults.tooManySteps(Math.ceil(steps), MOST_STEPS));
  else if (Math.abs(steps - Math.round(steps)) > 1e-9) report.add(['step'], faults.stepsWhole(months, step));
}

function checkIds(
  scenario: Scenario,
  names: Names,
  headlines: readonly HeadlineName[],
  pathOf: PathOf,
  report: Report,
): void {
  const taken = new Map<string, string>([
    ['time', 'the time of the run'],
    ['time_step', 'the step of the run'],
    ...[...names.records.values()].map((record) => [record.id, `the model's "${record.title}"`] as const),
    ...[...names.sets.values()].map((set) => [set.id, `the model's "${set.title}"`] as const),
    ...[...names.fixedItems].map(([id, set]) => [id, `one of the model's "${set.title}"`] as const),
    ...[...names.presets.values()].map((preset) => [preset.id, `the region "${preset.title}"`] as const),
    ...headlines.map((headline) => [headline.id, 'a headline'] as const),
  ]);
  const take = (id: string, by: string, path: Path, part: 'key' | 'value'): void => {
    const owner = taken.get(id);
    if (owner !== undefined) report.add(path, faults.takenId(id, owner), part);
    taken.set(id, by);
  };
  for (const set of ITEM_SETS) {
    for (const item of scenario[set]) {
      const path = pathOf(set, item.id);
      if (item.id === ELSEWHERE.id && set !== 'sites')
        report.add([...path, 'id'], faults.takenId(item.id, 'the site that takes what named sites leave'));
      else take(item.id, `one of the ${set}`, path.length > 1 ? [...path, 'id'] : path, 'value');
    }
  }
  for (const funder of fundersOf(scenario))
    take(funder.id, 'a funder', [...pathOf('commitments', funder.commitment), 'funders', funder.title], 'key');
  for (const id of Object.keys(scenario.metrics)) take(id, 'a metric', ['metrics', id], 'key');
  for (const id of Object.keys(scenario.targets)) take(id, 'a target', ['targets', id], 'key');
}

function checkSites(scenario: Scenario, names: Names, pathOf: PathOf, report: Report): void {
  if (!names.fields.get('sites')?.has('share')) return;
  for (const { id, fields } of scenario.sites) {
    if (fields.share === undefined && id !== ELSEWHERE.id && !report.has([...pathOf('sites', id), 'share']))
      report.add(
        pathOf('sites', id),
        faults.missing('share', 'the part of the programme that is built here, such as "12 %"'),
      );
  }
  const sum = sumOfShares(scenario.sites);
  const most = names.sets.get('sites')?.most ?? 0;
  if (sum > 1 + 1e-9) report.add(['sites'], faults.sharesOver(percent(sum)));
  else if (needsElsewhere(scenario) && scenario.sites.length === most)
    report.add(['sites'], faults.noRoomElsewhere(percent(sum), most));
  const rest = scenario.sites.find((site) => site.id === ELSEWHERE.id);
  if (rest?.fields.share !== undefined && sum < 1 - 1e-9)
    report.add([...pathOf('sites', ELSEWHERE.id), 'share'], faults.elsewhereShare(percent(sum)));
}
