import type { Confidence } from '../../src/engine/types.ts';
import type { Compare, MessageOffer, Theme } from '../state/types.ts';

/** Every word the page shows, apart from what the model and the charts say of themselves. A translation is another such object. */
export const words = {
  product: 'Buildout',
  purpose: 'What would the announced AI billions really build?',
  loading: 'The model is loading',
  skip: 'Skip to the charts',

  actions: {
    open: 'Open',
    openFiles: 'Open files ...',
    paste: 'Paste a scenario',
    pasteHere: 'Paste a scenario file (YAML or JSON) here',
    read: 'Read it',
    save: 'Save',
    saveYaml: 'Save as YAML',
    saveJson: 'Save as JSON',
    exportAs: { csv: 'All numbers as CSV', json: 'All numbers as JSON' },
    share: 'Share',
    undo: 'Undo',
    redo: 'Redo',
    close: 'Close',
    dismiss: 'Dismiss',
    levers: 'Levers',
    more: 'More',
    toolbar: 'Work',
    model: 'Model',
  },

  files: {
    numbers: (title: string) => `${title} numbers`,
  },

  theme: { auto: 'As the system', light: 'Light', dark: 'Dark' } satisfies Record<Theme, string>,
  themeTitle: 'Colours',

  scenarios: {
    title: 'Scenarios',
    add: 'Add a scenario',
    edited: 'being edited',
    editThis: (title: string) => `Edit ${title}`,
    menu: (title: string) => `What to do with ${title}`,
    baseline: 'baseline',
    makeBaseline: 'Make it the baseline',
    duplicate: 'Duplicate',
    rename: 'Rename',
    renamePrompt: 'Name of the scenario',
    remove: 'Remove',
    hide: 'Hide from the charts',
    show: 'Show in the charts',
    hidden: 'hidden',
    copyOf: (title: string) => `${title}, changed`,
    full: 'Six scenarios are on the table: remove one to add another.',
    shipped: 'Scenarios that come with Buildout',
    instead: 'instead',
    insteadOf: (title: string) => `${title} instead of the one being edited`,
    reset: 'Back to how it was opened',
    changed: (count: number) => (count === 1 ? '1 lever changed' : `${count} levers changed`),
    about: 'About this scenario',
  },

  levers: {
    title: 'Levers',
    hide: 'Hide the levers',
    of: (title: string) => `Levers of ${title}`,
    search: 'Search levers',
    onlyChanged: 'Only changed',
    commitments: 'Commitments',
    sites: 'Sites',
    sector: 'Assumptions',
    found: (count: number) => (count === 1 ? '1 lever' : `${count} levers`),
    nothingFound: (text: string) => `No lever speaks of "${text}".`,
    nothingChanged: 'Nothing differs from the defaults.',
    changedHere: (count: number) => `${count} changed`,
    reset: (title: string) => `Reset ${title}`,
    lock: (title: string) => `Lock ${title}`,
    unlock: (title: string) => `Unlock ${title}`,
    why: (title: string) => `Where ${title} comes from`,
    changed: 'changed',
    ownOfScenario: 'set by this scenario',
    locked: 'Locked: unlock it to change it',
    slider: (title: string) => title,
    field: (title: string) => `${title}, typed`,
    regionTitle: (title: string) => `Sites in ${title}`,
  },

  items: {
    title: (title: string) => `Name of ${title}`,
    region: 'Region',
    noRegion: 'none',
    remove: 'Remove',
    removeThis: (title: string) => `Remove ${title}`,
    add: { commitments: 'Add a commitment', sites: 'Add a site' },
    fresh: {
      commitments: (number: number) => `Commitment ${number}`,
      sites: (number: number) => `Site ${number}`,
    },
  },

  why: {
    says: 'What it means',
    because: 'Why this figure',
    source: 'Source',
    range: 'Low, central, high',
    default: 'Default of the model',
    asOpened: 'As opened',
    confidence: 'How sure',
    useDefault: 'Use the default',
    sure: {
      high: 'High: seen in a primary source',
      medium: 'Medium: seen in a secondary source',
      low: 'Low: our own',
    } satisfies Record<Confidence, string>,
    ours: 'Our assumption',
    definition: 'True by definition',
    name: 'Name in files',
  },

  headlines: {
    title: 'Headline numbers',
    of: (title: string) => `Headline numbers of ${title}`,
    against: (title: string) => `against ${title}`,
    none: 'none',
    by: (year: string) => `by ${year}`,
    same: 'the same',
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
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    actions: (name: string) => `What to do with ${name}`,
    part: 'Shown',
    failed: (title: string, why: string) => `${title} has no result: ${why}.`,
    none: 'No chart is chosen.',
    year: 'Year',
    tableOf: (name: string) => `${name}: table`,
    picture: (title: string) => `${title}: chart. Arrow keys read it out, Enter explains a point.`,
    notCopied: 'This browser does not let the page copy pictures. Save it as PNG instead.',
    copied: 'The picture is in the clipboard.',
  },

  compare: {
    title: 'Compare',
    overlay: 'Overlay',
    side: 'Side by side',
    difference: 'Difference',
    table: 'Table',
  } satisfies Record<Compare | 'title', string>,

  differences: {
    title: 'What the inputs differ in',
    none: 'The inputs are alike.',
    lever: 'Lever',
    headlines: 'Headline numbers',
    number: 'Number',
    absent: 'not there',
    against: (title: string) => `Differences against ${title}`,
  },

  split: {
    title: 'What makes the gap',
    of: 'In',
    scenario: 'of',
    ask: 'Share the gap out',
    busy: 'Counting ...',
    none: (figure: string) =>
      `The gap in "${figure}" cannot be shared out: some mixture of the two scenarios has no such number.`,
    whole: (from: string, to: string) => `From ${from} to ${to}`,
    exact:
      'Each part is its mean effect over all orders in which the inputs could be changed (Shapley value); they sum to the gap.',
    drawn: (orders: number) =>
      `Each part is its mean effect over ${orders} orders in which the inputs could be changed (Shapley value, estimated); they sum to the gap.`,
    parts: { sites: 'Sites', span: 'Time covered' },
  },

  explain: {
    title: 'Where the number comes from',
    formula: 'Formula',
    inputs: 'Made from',
    back: 'Back',
    kind: 'What it is',
    number: (title: string) => `Where ${title} comes from`,
    tags: { disclosed: 'disclosed', assumed: 'assumed', computed: 'computed', definition: 'definition' },
    changed: 'changed in this scenario',
  },

  messages: {
    title: 'Messages',
    offers: {
      undo: 'Undo',
      'load newer': 'Load the newer work',
      'keep mine': 'Keep what is here',
    } satisfies Record<MessageOffer, string>,
    line: (line: number, column: number) => `line ${line}, column ${column}`,
    fileMistakes: (file: string, count: number) =>
      count === 1 ? `${file} has a mistake and was not opened:` : `${file} has ${count} mistakes and was not opened:`,
    opened: (titles: readonly string[]) => `Opened: ${titles.join(', ')}.`,
    tooSlow: (file: string) => `Reading ${file} took too long and was given up. Nothing was changed.`,
    tooLarge: (file: string) => `${file} is larger than 1 MB: no scenario is. Nothing was changed.`,
    unreadable: (file: string) => `${file} could not be read.`,
    noRoom: (count: number) =>
      count === 1
        ? 'One scenario did not fit: six are the most. Remove one first.'
        : `${count} scenarios did not fit: six are the most. Remove some first.`,
    workerEnded: (titles: readonly string[]) =>
      titles.length === 0
        ? 'The calculation broke and was started again.'
        : `The calculation of ${titles.join(', ')} took too long and was ended. It runs again when you change something.`,
    analystEnded: 'The many runs broke and were ended. They start again with the next question.',
    newerElsewhere:
      'Another tab of this browser has newer work, so nothing is saved from this one any more until you decide.',
    cannotSave:
      'This browser keeps nothing for this page (its memory is full or closed to it). Save a file to keep your work.',
    oldModel: (was: string, is: string) =>
      `This was saved with model ${was}; this page runs model ${is}, so figures may differ.`,
    theLink: 'The link',
    leversGone: (names: readonly string[]) =>
      `The model has changed since last time, and these levers are no more: ${names.join(', ')}.`,
    linkBroken: 'The link could not be read: it is incomplete or too large. What was here stays.',
    linkCopied: 'The link is in the clipboard. It holds all inputs; nothing is stored anywhere.',
    linkShown: 'Copy this link. It holds all inputs; nothing is stored anywhere.',
    linkAddress: 'Address of the link',
    linkTooLarge: 'These scenarios are too large for a link. Save a file instead.',
    pasted: 'The pasted text',
    noFile: 'What was dropped holds no file.',
  },
};
