import type { Compare } from '../state/types.ts';

/**
 * The words of the page's first look, apart from what the model and the charts say of themselves. All others stand in later.ts, which
 * is loaded with what shows them. A translation is another such pair.
 */
export const words = {
  /**
   * Numbers and dates are written as these words are: "1,500" in English words and "1.500" in a German reader's forms would be read as
   * different numbers, and what is typed is read as English too. A translation names its own.
   */
  locale: 'en',
  product: 'Buildout',
  purpose: 'What would the announced AI billions really build?',
  skip: 'Skip to the charts',
  drop: 'Drop scenario files to open them',

  scenarios: {
    title: 'Scenarios',
    add: 'Add a scenario',
    edited: 'being edited',
    editThis: (title: string) => `Edit ${title}`,
    menu: (title: string) => `What to do with ${title}`,
    baseline: 'baseline',
    full: 'Six scenarios are on the table: remove one to add another.',
  },

  levers: {
    title: 'Levers',
    hide: 'Hide the levers',
    of: (title: string) => `Levers of ${title}`,
  },

  headlines: {
    title: 'Headline numbers',
    of: (title: string) => `Headline numbers of ${title}`,
    against: (title: string) => `against ${title}`,
    none: 'none',
    by: (year: string) => `by ${year}`,
    same: 'the same',
    range: '90 % of the draws',
  },

  figures: {
    spent: (year: string) => `Spent by ${year}`,
    in_use: (year: string) => `In use by ${year}`,
    peak_in_use: () => 'Most in use',
    accelerators: (year: string) => `Accelerators by ${year}`,
    electricity: (year: string) => `Electricity in ${year}`,
    fabs: (year: string) => `Chip plants by ${year}`,
    peak_jobs: () => 'Most jobs at a time',
    cost_per_gw: () => 'Cost of a gigawatt',
    npv: () => 'Net present value',
    irr: () => 'Rate of return',
  },

  charts: {
    title: 'Charts',
    choose: 'Choose charts',
    others: 'Not shown',
    table: 'Table',
    chart: 'Chart',
    csv: 'CSV',
    png: 'PNG',
    copy: 'Copy',
    fullScreen: 'Full screen',
    smaller: 'Leave full screen',
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    actions: (name: string) => `What to do with ${name}`,
    part: 'Shown',
    failed: (title: string, why: string) => `${title} has no result: ${why}.`,
    none: 'No chart is chosen.',
    picture: (title: string) => `${title}: chart. Arrow keys read it out, Enter explains a point.`,
  },

  compare: {
    title: 'Compare',
    overlay: 'Overlay',
    side: 'Side by side',
    difference: 'Difference',
    table: 'Table',
  } satisfies Record<Compare | 'title', string>,

  differences: {
    against: (title: string) => `Differences against ${title}`,
  },

  explain: {
    number: (title: string) => `Where ${title} comes from`,
  },

  messages: {
    noRoom: (titles: readonly string[]) =>
      `Six scenarios are the most, so these were left out: ${titles.join(', ')}. Remove some first.`,
    unread:
      'What this browser kept of earlier work could not be read: it is damaged, or of a newer version of this page. It was put aside.',
    workerEnded: (titles: readonly string[]) =>
      titles.length === 0
        ? 'The calculation broke and was started again.'
        : `The calculation of ${titles.join(', ')} took too long and was ended. It runs again when you change something.`,
    analystEnded: 'The many runs broke and were ended. They start again with the next question.',
    newerElsewhere:
      'Another tab of this browser has newer work, so nothing is saved from this one any more until you decide.',
    cannotSave:
      'This browser keeps nothing for this page (its memory is full or closed to it). Save a file to keep your work.',
    leversGone: (names: readonly string[]) =>
      `The model has changed since last time, and these levers are no more: ${names.join(', ')}.`,
  },
};
