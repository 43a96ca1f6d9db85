/**
 * What must hold, as data: `tests/checks.yaml` after reading. Names are of records; one over a set stands for each of its items.
 * Laws hold on any projection; the other checks are asked of scenarios that ship.
 */
export type Check = Law | Response | Extreme | Reference;
export type Law = Balance | Ladder | Filling | Growing | Nonnegative | Bounds;

interface Base {
  readonly id: string;
  readonly says: string;
}

/** Parts that make up a whole at every step. */
export interface Balance extends Base {
  readonly kind: 'balance';
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Records that never exceed the one before them, item by item where all run over one set. */
export interface Ladder extends Base {
  readonly kind: 'ladder';
  readonly from: readonly string[];
}

/** A total and the rate that fills it: the total is what has flowed so far. */
export interface Filling extends Base {
  readonly kind: 'filling';
  readonly total: string;
  readonly flow: string;
}

/** Records that never fall. */
export interface Growing extends Base {
  readonly kind: 'growing';
  readonly of: readonly string[];
}

/** Everything computed is zero or more, except these. */
export interface Nonnegative extends Base {
  readonly kind: 'nonnegative';
  readonly except: readonly string[];
}

/** Records that stay between two values. */
export interface Bounds extends Base {
  readonly kind: 'range';
  readonly of: readonly string[];
  readonly least: number;
  readonly most: number;
}

/** One figure of a run: of a series its last or largest value or that at a month, or a headline. */
export interface Figure {
  readonly of: string;
  readonly take: 'last' | 'max' | 'at' | 'value';
  readonly at?: string;
}

/** Where a lever moves up, a figure never moves the way named. */
export interface Response extends Base, Figure {
  readonly kind: 'response';
  readonly lever: string;
  readonly never: 'up' | 'down';
  /** Scenarios; all that ship if absent. */
  readonly in?: readonly string[];
}

/** A figure's limits, in its own unit or as shares of what the scenario gives as it ships. */
export interface Expectation extends Figure {
  readonly least?: number;
  readonly most?: number;
  readonly least_share?: number;
  readonly most_share?: number;
}

/** With levers set beyond all sense, figures are what they must be. */
export interface Extreme extends Base {
  readonly kind: 'extreme';
  readonly set: Readonly<Record<string, number>>;
  readonly expect: readonly Expectation[];
  readonly in?: readonly string[];
}

/** A figure of one scenario lies where its source puts it. */
export interface Reference extends Base, Figure {
  readonly kind: 'reference';
  readonly scenario: string;
  readonly least?: number;
  readonly most?: number;
  readonly source: string;
}
