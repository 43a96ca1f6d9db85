import { type ClaimChance, claimChances, levers, loadDocuments, type Scenario } from '../runs.ts';
import { figureText, shown } from './claims.ts';
import { csv, type Field } from './csv.ts';
import { digits } from './digits.ts';
import { percent } from './ensemble-table.ts';
import { aTurn, long, STOPPED, told } from './long.ts';
import type { Paper } from './style.ts';
import { safe, wrap } from './text.ts';
import { leverText } from './values.ts';

export interface ChanceOptions {
  readonly members: number;
  readonly seed?: number;
}

/** The claims of one scenario under uncertainty. */
export interface Chanced {
  readonly name: string;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly asked: number;
  readonly claims: readonly ClaimChance[];
}

/**
 * How likely each claim is to hold, and what would have to change for it, in one scenario.
 * @returns undefined where it was stopped before there was anything to tell
 */
export async function chancesIn(
  name: string,
  scenario: Scenario,
  { members, seed = scenario.uncertainty.seed }: ChanceOptions,
): Promise<Chanced | undefined> {
  const claims = await long('members', members, (watch) =>
    claimChances(scenario, { ...watch, members, seed, pause: aTurn }),
  );
  const done = claims[0]?.chance.members ?? members;
  const code = await told(done, members, 'members');
  return code === STOPPED ? undefined : { name, scenario, seed, asked: members, claims };
}

/** What is told of each claim, for a reader. */
export function chanceLines({ name, scenario, seed, claims }: Chanced, paper: Paper): string[] {
  const members = claims[0]?.chance.members ?? 0;
  return [
    paper.bold(`${safe(scenario.title)} (${safe(name)})`),
    '',
    ...claims.flatMap((one) => [...oneClaim(one, scenario, paper), '']),
    ...wrap(
      claims.length === 0
        ? 'No claim with a figure concerns this scenario.'
        : `Chances are shares of ${members.toLocaleString('en-US')} members, seed ${seed}, ± their standard error. Changes are those of uncertain levers that are not locked, within the range of the evidence.`,
      paper.width,
    ).map(paper.dim),
  ];
}

function oneClaim({ claim, kind, target, chance, change }: ClaimChance, scenario: Scenario, paper: Paper): string[] {
  const indent = (text: string): string[] => wrap(text, paper.width, '   ', '   ');
  const error = chance.met === 0 || chance.met === chance.members ? '' : ` (± ${percent(chance.standardError)})`;
  const head = [
    ...wrap(`${claim.id}: ${figureText(claim)}`, paper.width, '   ').map(paper.bold),
    ...indent(safe(claim.says)),
    ...indent(`Holds in ${percent(chance.chance)} of the members${error}.`),
  ];
  if (change === undefined) return head;
  const unit = change.output.unit;
  const text = (value: number): string => shown(value, unit, target.of);
  const now = change.now === null ? 'does not exist' : `is ${text(change.now)}`;
  const start = `With everything at its central value it ${now}`;
  if (change.holds) return [...head, ...indent(`${start}: as said${kind === 'stated' ? ', since it is stated' : ''}.`)];
  const words = (one: (typeof change.alone)[number]): string =>
    `${movedText(one, scenario)} (${one.levers.length === 1 ? `${percent(one.size)} of its range` : `${digits(one.size)} ranges together`})`;
  const [least, ...others] = change.alone;
  const what =
    least !== undefined
      ? `Least change: ${words(least)}.${others.length === 0 ? '' : ` Or ${others.slice(0, 3).map(words).join('; or ')}.`}`
      : change.together !== undefined
        ? `No lever would do alone. Together: ${words(change.together)}.`
        : change.utmost === undefined || change.utmost === change.now
          ? 'Nothing that is uncertain moves it.'
          : `Out of reach: with every lever at the end that helps it is ${text(change.utmost)}.`;
  return [...head, ...indent(`${start}: not so. ${what}`)];
}

/** "slip from 6 to 2.1 months". */
function movedText({ levers: moved }: { readonly levers: readonly Moved[] }, scenario: Scenario): string {
  const measures = new Map(levers(scenario).map(({ name, measure }) => [name, measure]));
  return moved
    .map(({ lever, from, to }) => {
      const measure = measures.get(lever);
      const text = (value: number): string =>
        measure === undefined ? String(value) : leverText(value, measure, scenario.start);
      return `${lever} from ${text(from)} to ${text(to)}`;
    })
    .join(', ');
}

interface Moved {
  readonly lever: string;
  readonly from: number;
  readonly to: number;
}

/** A line a claim; the least change as "lever=value", several with semicolons between. */
export function chancesCsv(all: readonly Chanced[]): string {
  return csv(
    [
      'scenario',
      'claim',
      'says',
      'kind',
      'of',
      'at',
      'least',
      'most',
      'unit',
      'chance',
      'standard_error',
      'members',
      'seed',
      'now',
      'holds',
      'change',
      'size',
      'output',
      'utmost',
    ],
    all.flatMap(({ name, seed, claims }) =>
      claims.map(({ claim, kind, target, chance, change }): Field[] => {
        const least = change?.alone[0] ?? change?.together;
        return [
          name,
          claim.id,
          claim.says,
          kind,
          target.of,
          target.at,
          target.least,
          target.most,
          change?.output.unit,
          chance.chance,
          chance.standardError,
          chance.members,
          seed,
          change?.now,
          change && String(change.holds),
          least?.levers.map(({ lever, to }) => `${lever}=${to}`).join(';'),
          least?.size,
          least?.output,
          change?.utmost,
        ];
      }),
    ),
  );
}

/** The same as plain data, everything that was found. */
export async function chanceDocuments(all: readonly Chanced[]): Promise<unknown[]> {
  const { claimChanceDocument } = await loadDocuments();
  return all.map(({ name, seed, asked, claims }) => {
    const members = claims[0]?.chance.members ?? asked;
    return {
      scenario: name,
      members,
      ...(members < asked && { asked }),
      seed,
      claims: claims.map(claimChanceDocument),
    };
  });
}
