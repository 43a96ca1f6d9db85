import type { Scenario } from '../../src/scenario/types.ts';
import type { History } from './history.ts';
import type { Compare, Message, Ran, Saving, Sure, Theme, View, Work } from './types.ts';

/** Everything a person, the worker or the storage can do to the snapshot. */
export type Action =
  /** A scenario changed. Within a gesture nothing becomes a step until the gesture ends. */
  | { readonly type: 'change'; readonly key: string; readonly scenario: Scenario }
  | { readonly type: 'gesture start' }
  | { readonly type: 'gesture end' }
  /** Puts scenarios beside those on the table, as far as there is room; the last becomes the edited one. */
  | { readonly type: 'add'; readonly scenarios: readonly Scenario[] }
  /** Takes another scenario in the place of one, with its colour. */
  | { readonly type: 'replace'; readonly key: string; readonly scenario: Scenario }
  | { readonly type: 'duplicate'; readonly key: string; readonly title: string }
  | { readonly type: 'remove'; readonly key: string }
  | { readonly type: 'rename'; readonly key: string; readonly title: string }
  | { readonly type: 'edit'; readonly key: string }
  | { readonly type: 'baseline'; readonly key: string }
  | { readonly type: 'show'; readonly key: string; readonly shown: boolean }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  /** Another table altogether, as a step: from a link. */
  | { readonly type: 'table'; readonly work: Work; readonly view: Partial<View> }
  /** Another history altogether: from memory. */
  | { readonly type: 'restore'; readonly history: History<Work>; readonly view: Partial<View> }
  | { readonly type: 'compare'; readonly compare: Compare }
  | { readonly type: 'charts'; readonly charts: readonly string[] }
  | { readonly type: 'fold'; readonly group: string; readonly open: boolean }
  | { readonly type: 'only changed'; readonly on: boolean }
  | { readonly type: 'draws'; readonly draws: number }
  | { readonly type: 'theme'; readonly theme: Theme }
  | { readonly type: 'ran'; readonly runs: Readonly<Record<string, Ran>> }
  /** What draws of a scenario, or of its difference from the baseline, gave; nothing where there are none. */
  | { readonly type: 'sure' | 'apart'; readonly key: string; readonly sure: Sure | undefined }
  | { readonly type: 'say'; readonly message: Omit<Message, 'id'> }
  | { readonly type: 'dismiss'; readonly id: number }
  | { readonly type: 'saving'; readonly saving: Saving };
