import type { HeadlineValue } from '../../src/analysis/types.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import type { EnsembleData } from '../worker/inquiry.ts';
import type { Figure } from './figures.ts';
import type { History } from './history.ts';

/** At most this many scenarios lie side by side; each place has its colour and dash. */
export const MOST_ENTRIES = 6;

/** A scenario on the table. */
export interface Entry {
  /** Its name in this work; never reused, so that what belongs to a removed scenario is never taken for another's. */
  readonly key: string;
  /** Which of the six colours it has, 0 to 5. It keeps it when others go. */
  readonly slot: number;
  readonly scenario: Scenario;
  /** As it was opened: what "reset" returns to, and what "changed" is measured against. */
  readonly origin: Scenario;
  readonly shown: boolean;
}

/** What undo and redo move through: the scenarios and which of them is which. */
export interface Work {
  readonly entries: readonly Entry[];
  /** Key of the scenario whose levers are shown. */
  readonly edited: string;
  /** Key of the scenario that differences are taken from. */
  readonly baseline: string;
}

export const COMPARES = ['overlay', 'side', 'difference', 'table'] as const;
export type Compare = (typeof COMPARES)[number];
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Draws that bands can be made of; 0 for none. */
export const DRAWS: readonly number[] = [0, 1000, 10_000];

/** How the work is looked at: remembered, but no step of undo. */
export interface View {
  readonly compare: Compare;
  /** Ids of the charts shown, in order. */
  readonly charts: readonly string[];
  /** Ids of the unfolded groups of levers. */
  readonly open: readonly string[];
  readonly onlyChanged: boolean;
  readonly theme: Theme;
  /** How many draws the bands are made of; one of `DRAWS`. */
  readonly draws: number;
}

/** What one run gave, as far as anything visible wants it. Plain data: it comes from the worker. */
export interface Ran {
  /** The scenario that was run: the very object, so that a result is known to be current. */
  readonly scenario: Scenario;
  /** Decimal calendar years, steps + 1. */
  readonly times: Float64Array;
  /** Items of every set in this run. */
  readonly items: Readonly<Record<string, readonly { readonly id: string; readonly title: string }[]>>;
  /** Values by series id, each in its record's own unit. */
  readonly series: Readonly<Record<string, Float64Array>>;
  readonly headlines: readonly HeadlineValue[];
  /** Why there is no result; everything else is then empty. */
  readonly failure?: string;
}

/** What many draws of a scenario gave. Plain data: it comes from the worker. */
export interface Sure {
  readonly scenario: Scenario;
  /** Of the difference from the scenario with this key. */
  readonly against?: string;
  readonly data: EnsembleData;
}

/** A mistake in a file, as it is shown. */
export interface ShownProblem {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  /** What is wrong, what was found, what would be accepted and what was probably meant. */
  readonly says: string;
}

/** The headline figures that a scenario was seen with, by id; null where there was none. */
export type Seen = Readonly<Record<string, number | null>>;

/** A headline figure that another model gave otherwise. */
export interface MovedFigure {
  /** Of the scenario. */
  readonly title: string;
  readonly figure: Figure;
  readonly was: number | null;
  readonly is: number | null;
}

/** Something said to the person, until it is dismissed. */
export interface Message {
  readonly id: number;
  readonly kind: 'note' | 'trouble';
  readonly text: string;
  readonly problems?: readonly ShownProblem[];
  /** Figures, then and now. */
  readonly moved?: readonly MovedFigure[];
  /** An address to copy by hand. */
  readonly link?: string;
  /** What a button of the message does. */
  readonly offers?: readonly MessageOffer[];
  /** The table that a link has replaced, and what it brought. */
  readonly replaced?: { readonly work: Work; readonly by: readonly Scenario[] };
}

export type MessageOffer = 'undo' | 'put beside' | 'load newer' | 'keep mine' | 'save unread';

/** Whether what is on the screen is also in the browser's memory. */
export type Saving = 'saved' | 'unsaved' | 'newer elsewhere' | 'impossible';

/** Everything the screen shows, frozen. */
export interface Snapshot {
  readonly history: History<Work>;
  /** While a slider is held: the work before it, and what its runs looked like. */
  readonly gesture?: { readonly before: Work; readonly ghosts: Readonly<Record<string, Ran>> };
  readonly view: View;
  readonly runs: Readonly<Record<string, Ran>>;
  /** How sure each scenario is, by key; while draws are under way those of the scenario before. */
  readonly sure: Readonly<Record<string, Sure>>;
  /** The same of differences from a baseline. */
  readonly apart: Readonly<Record<string, Sure>>;
  readonly messages: readonly Message[];
  readonly saving: Saving;
}
