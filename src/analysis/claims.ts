import { hint } from '../engine/nearest.ts';
import { meta } from '../generated/meta.ts';
import { scenarios } from '../generated/scenarios.ts';
import { claims as seeds } from '../generated/seeds.ts';
import { itemKinds, namesOf, parseLever } from '../scenario/names.ts';
import type { Claim } from '../scenario/seeds-types.ts';
import type { Scenario } from '../scenario/types.ts';
import { type Projected, projected } from './project.ts';
import type { Projection } from './types.ts';

/** A claim of the seed documents with the simulator's own figure beside it. */
export interface ClaimAnswer {
  readonly claim: Claim;
  /** What was asked: a series, a headline, a lever or a constant. */
  readonly of: string;
  /** The same by the name a projection knows it by: a lever's is that of its series. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** "computed" by the run, "stated" by the scenario or the defaults, or only "quoted" so that it can be seen beside others. */
  readonly kind: 'computed' | 'stated' | 'quoted';
  /** The month of the value; absent for what has a single one. */
  readonly at?: string;
  readonly value: number | null;
  /** Why there is no value. */
  readonly reason?: string;
  /** Whether the simulator's figure bears the claim out; null where either has none. */
  readonly holds: boolean | null;
}

/** Claims that commitments stand on: those are asked only of scenarios that name them. */
const tied = new Set(scenarios.flatMap(namedBy));

function namedBy({ commitments }: Scenario): string[] {
  return commitments.flatMap((commitment) => commitment.claims ?? []);
}

/**
 * The claims that have a figure and concern this scenario, each with the model's answer: what commitments stand on where one of this
 * scenario names it, everything else always.
 */
export function claims(projection: Projection): ClaimAnswer[] {
  const inside = projected(projection);
  const named = new Set(namedBy(projection.scenario));
  return seeds.flatMap((claim) => {
    const about = named.has(claim.id) || !tied.has(claim.id);
    return about && claim.figure !== undefined && claim.answer !== undefined
      ? [answer(claim, claim.answer, inside)]
      : [];
  });
}

function answer(claim: Claim, { of, take, at }: NonNullable<Claim['answer']>, inside: Projected): ClaimAnswer {
  if (inside.isHeadline(of)) {
    const { title, unit, value, reason } = inside.headline(of);
    const why = reason === undefined ? {} : { reason };
    return {
      claim,
      of,
      id: of,
      title,
      unit,
      kind: 'computed',
      value,
      ...why,
      holds: value === null ? null : holds(claim, value),
    };
  }
  const id = seriesOf(of, inside.scenario);
  if (!inside.has(id)) {
    const reason = `this scenario has no ${of}${hint(id, inside.names.keys())}`;
    return {
      claim,
      of,
      id,
      title: of,
      unit: claim.figure?.unit ?? '1',
      kind: 'computed',
      value: null,
      reason,
      holds: null,
    };
  }
  const record = inside.names.get(id)?.record;
  const { title, unit, values } = inside.series(id);
  const kind = record?.input !== undefined ? 'stated' : record?.value !== undefined ? 'quoted' : 'computed';
  const { scenario } = inside;
  const value =
    take === 'max'
      ? values.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY)
      : take === 'at'
        ? inside.at(id, at ?? scenario.horizon)
        : (values.at(take === 'last' ? -1 : 0) ?? Number.NaN);
  const when = take === 'last' ? { at: scenario.horizon } : take === 'at' && at !== undefined ? { at } : {};
  return { claim, of, id, title, unit, kind, ...when, value, holds: holds(claim, value) };
}

/** A lever's name turned into the name of its series: "stargate.years" is "commitment_years.stargate". */
export function seriesOf(name: string, scenario: Scenario): string {
  const lever = parseLever(name, namesOf(meta), itemKinds(scenario));
  return lever === undefined || lever.kind === 'general' || lever.kind === 'preset'
    ? name
    : `${lever.record.id}.${lever.item}`;
}

/** How near a figure has to come that is said flatly, and one that is said loosely. */
const FLAT = 0.01;
const LOOSE = 0.1;

/** What a figure has to be for the claim to be borne out. */
export interface ClaimBounds {
  readonly least?: number;
  readonly most?: number;
}

/**
 * Bounds are bounds; "up to" is met from below; other words allow for how loosely the loosest document speaks.
 * @returns undefined for a claim without a figure
 */
export function claimBounds({ figure, documents }: Claim): ClaimBounds | undefined {
  if (figure === undefined) return undefined;
  const { value: said, least, most } = figure;
  if (said === undefined) return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
  const hedges = documents.map(({ hedge }) => hedge);
  const near = hedges.some((hedge) => hedge === 'flat' || hedge === 'up to') ? FLAT : LOOSE;
  if (hedges.every((hedge) => hedge === 'at least')) return { least: said * (1 - FLAT) };
  if (hedges.every((hedge) => hedge === 'up to')) return { most: said * (1 + FLAT) };
  return { least: said - near * Math.abs(said), most: said + near * Math.abs(said) };
}

function holds(claim: Claim, value: number): boolean | null {
  const bounds = claimBounds(claim);
  if (bounds === undefined || !Number.isFinite(value)) return null;
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = bounds;
  return value >= least && value <= most;
}
