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
};
