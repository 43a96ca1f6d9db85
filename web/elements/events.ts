import type { Explanation } from '../../src/analysis/types.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { Compare, MessageOffer, Theme } from '../state/types.ts';

/** What the elements below the app tell it, by event name. */
export interface Happenings {
  /** A lever moves to a value in its own unit. `held`: more may come before `gesture-end`. Heard by the panel. */
  'lever-move': { readonly name: string; readonly value: number; readonly held: boolean };
  'lever-reset': { readonly name: string; readonly how: 'opened' | 'default' };
  'lever-lock': { readonly name: string; readonly locked: boolean };
  /** A commitment or a site; heard by the panel. */
  'item-change': { readonly id: string; readonly title?: string; readonly region?: string };
  'item-remove': { readonly id: string };
  /** A scenario is another one now; from the panel. `held`: the gesture goes on. */
  'scenario-change': { readonly key: string; readonly scenario: Scenario; readonly held: boolean };
  'gesture-end': undefined;
  /** A lever is asked for: its group unfolds, it comes into sight and has the focus. Heard by the panel. */
  'lever-show': { readonly name: string };
  /** How sure a number is, at a decimal year; heard by the questions. */
  'question-ask': { readonly of: string; readonly time?: number };
  'levers-fold': { readonly group: string; readonly open: boolean };
  'levers-only-changed': { readonly on: boolean };
  'entry-edit': { readonly key: string };
  'entry-baseline': { readonly key: string };
  'entry-duplicate': { readonly key: string };
  'entry-rename': { readonly key: string; readonly title: string };
  'entry-remove': { readonly key: string };
  'entry-show': { readonly key: string; readonly shown: boolean };
  'entry-reset': { readonly key: string };
  'entry-add': { readonly id: string; readonly instead: boolean };
  'work-undo': undefined;
  'work-redo': undefined;
  'files-open': { readonly files: readonly File[] };
  'text-open': { readonly text: string };
  'work-save': { readonly as: 'yaml' | 'json' };
  'work-export': { readonly as: 'csv' | 'json' | 'report' };
  /** The same numbers elsewhere. */
  'work-reproduce': undefined;
  'work-share': undefined;
  'view-compare': { readonly compare: Compare };
  'view-charts': { readonly charts: readonly string[] };
  'view-draws': { readonly draws: number };
  /** Draws that have come are enough. */
  'draws-stop': undefined;
  'view-theme': { readonly theme: Theme };
  /** A number or a point asks where it comes from: a series or headline of a scenario, at a decimal year. */
  'explain-number': { readonly key: string; readonly of: string; readonly time?: number };
  /** From an explanation to one of its parts. */
  'explain-open': { readonly part: Explanation };
  'explain-back': undefined;
  'explain-close': undefined;
  /** A chart as a picture that carries the work. */
  'picture-save': { readonly spec: ChartSpec; readonly from: Element };
  /** Something to be told. */
  say: { readonly text: string };
  'message-dismiss': { readonly id: number };
  'message-offer': { readonly id: number; readonly offer: MessageOffer };
}

/** Sends one of them up through all shadow roots. */
export function tell<Name extends keyof Happenings>(
  from: EventTarget,
  name: Name,
  ...detail: Happenings[Name] extends undefined ? [] : [Happenings[Name]]
): void {
  from.dispatchEvent(new CustomEvent(name, { detail: detail[0], bubbles: true, composed: true }));
}

/** Listens for one of them. */
export function hear<Name extends keyof Happenings>(
  on: EventTarget,
  name: Name,
  listener: (detail: Happenings[Name]) => unknown,
): void {
  on.addEventListener(name, (event) => listener((event as CustomEvent<Happenings[Name]>).detail));
}
