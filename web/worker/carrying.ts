import type { Reproduction } from '../../src/export/reproduce.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { once, type WorkerForOnce } from './once.ts';

/**
 * A run as a file: all its numbers, as CSV with a column for each series or as the JSON of `buildout run --format json`, or the report
 * that recomputes itself, as `buildout report` writes it.
 */
export interface ExportRequest {
  readonly type: 'export';
  readonly scenario: Scenario;
  readonly as: 'csv' | 'json' | 'report';
}

/** The command line and the program that give the numbers of a view. */
export interface ReproduceRequest {
  readonly type: 'reproduce';
  /** The first is what others are held against. */
  readonly scenarios: readonly Scenario[];
  /** Series shown: "spending", "binding.*" for every item; everything if absent. */
  readonly series?: readonly string[];
}

export type CarryRequest = ExportRequest | ReproduceRequest;
export type Carried = string | Reproduction;

/** A report of twelve commitments and twelve sites takes a second or two: ms. */
const LIMIT = 60_000;

const carry = (request: CarryRequest): Promise<Carried | undefined> =>
  once(
    () => new Worker(new URL('./carry.ts', import.meta.url), { type: 'module' }) as WorkerForOnce<Carried>,
    request,
    LIMIT,
  );

/** @returns the file's text; undefined where it took too long or broke. */
export function exportRun(scenario: Scenario, as: ExportRequest['as']): Promise<string | undefined> {
  return carry({ type: 'export', scenario, as }) as Promise<string | undefined>;
}

/** @returns undefined where it took too long or broke. */
export function reproduceView(question: Omit<ReproduceRequest, 'type'>): Promise<Reproduction | undefined> {
  return carry({ type: 'reproduce', ...question }) as Promise<Reproduction | undefined>;
}
