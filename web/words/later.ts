import type { Confidence } from '../../src/engine/types.ts';
import type { MessageOffer, Theme } from '../state/types.ts';
import { words as first } from './en.ts';

/** All words of the workbench: those of the first chart, and those of what is loaded after it. */
export const words = {
  ...first,

  theme: { auto: 'As the system', light: 'Light', dark: 'Dark' } satisfies Record<Theme, string>,
  themeTitle: 'Colours',

  actions: {
    open: 'Open',
    openFiles: 'Open files ...',
    unkept: 'Not kept',
    whyUnkept: {
      impossible: 'This browser keeps nothing for this page. Save a file to keep your work.',
      'newer elsewhere': 'Another tab has newer work: choose which is kept.',
    },
    paste: 'Paste a scenario',
    pasteHere: 'Paste a scenario file (YAML or JSON) or a link here',
    read: 'Read it',
    save: 'Save',
    saveYaml: 'Save as YAML',
    saveJson: 'Save as JSON',
    exportAs: {
      csv: 'All numbers as CSV',
      json: 'All numbers as JSON',
      report: 'Report that recomputes itself (HTML)',
    },
    reproduce: 'The same numbers elsewhere ...',
    share: 'Share',
    undo: 'Undo',
    redo: 'Redo',
    close: 'Close',
    dismiss: 'Dismiss',
    toolbar: 'Work',
    model: 'Model',
    proof: 'Proof',
  },

  draws: {
    title: 'How sure',
    none: 'No bands',
    of: (count: string) => `${count} draws`,
    come: (count: string) => `${count} so far`,
    stop: 'Stop',
  },

  files: {
    numbers: (title: string) => `${title} numbers`,
    report: (title: string) => `${title} report`,
  },

  items: {
    title: (title: string) => `Name of ${title}`,
    region: 'Region',
    noRegion: 'none',
    remove: 'Remove',
    removeThis: (title: string) => `Remove ${title}`,
    add: { commitments: 'Add a commitment', sites: 'Add a site' },
    was: (what: string) => `As opened: ${what}.`,
    inRegion: (title: string, region: string) => `${title}, region ${region}`,
    takeBack: 'Take back',
    removed: (title: string) => `${title} was removed.`,
    putBack: 'Put back',
    putBackThis: (title: string) => `Put ${title} back`,
    fresh: {
      commitments: (number: number) => `Commitment ${number}`,
      sites: (number: number) => `Site ${number}`,
    },
  },

  span: {
    title: 'Time',
    start: 'From',
    horizon: 'To',
    fromTo: (start: string, horizon: string) => `${start} to ${horizon}`,
  },

  why: {
    says: 'What it means',
    because: 'Why this figure',
    source: 'Source',
    range: 'Low, central, high',
    default: 'Default of the model',
    asOpened: 'As opened',
    confidence: 'How sure',
    decided: 'Who decides it',
    by: {
      government: 'A government: it is policy',
      builder: 'Those who build: it is their choice',
      nobody: 'Nobody: it is as it is',
    },
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

  split: {
    title: 'What makes the gap',
    of: 'In',
    scenario: 'of',
    ask: 'Share the gap out',
    busy: 'Counting ...',
    none: (figure: string) =>
      `The gap in "${figure}" cannot be shared out: some mixture of the two scenarios has no such number.`,
    lacking: (figure: string, titles: readonly string[]) =>
      `There is no gap in "${figure}": ${titles.join(' and ')} ${titles.length > 1 ? 'have' : 'has'} no such number.`,
    whole: (from: string, to: string) => `From ${from} to ${to}`,
    exact:
      'Each part is its mean effect over all orders in which the inputs could be changed (Shapley value); they sum to the gap.',
    drawn: (orders: number) =>
      `Each part is its mean effect over ${orders} orders in which the inputs could be changed (Shapley value, estimated); they sum to the gap.`,
    parts: {
      commitments: 'Commitments',
      shares: "The sites' shares",
      region: 'Region',
      span: 'Time covered',
    },
  },

  differences: {
    ...first.differences,
    title: 'What the inputs differ in',
    none: 'The inputs are alike.',
    lever: 'Lever',
    headlines: 'Headline numbers',
    number: 'Number',
    absent: 'not there',
    fixed: (value: string) => `${value}, without a range`,
    ranged: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
  },

  explain: {
    ...first.explain,
    title: 'Where the number comes from',
    formula: 'Formula',
    inputs: 'Made from',
    limits: 'The limits',
    exact: 'More exactly',
    back: 'Back',
    kind: 'What it is',
    tags: { disclosed: 'disclosed', assumed: 'assumed', computed: 'computed', definition: 'definition' },
    changed: 'changed in this scenario',
    history: 'How it came to this',
    atStart: (month: string) => `At the start, ${month}`,
    inYear: (year: number, most: string) => `In ${year}, fastest before ${most}`,
    cells: 'Arrow keys lead from number to number, Enter tells where one comes from.',
  },

  levers: {
    ...first.levers,
    all: 'All levers',
    decided: 'Levers by who decides them',
    by: { government: 'Policies', builder: 'Choices of the builders', nobody: 'Assumptions' },
    nothingDecided: 'No lever of this scenario is of that kind.',
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
  },

  scenarios: {
    ...first.scenarios,
    makeBaseline: 'Make it the baseline',
    duplicate: 'Duplicate',
    rename: 'Rename',
    renamePrompt: 'Name of the scenario',
    remove: 'Remove',
    hide: 'Hide from the charts',
    show: 'Show in the charts',
    hidden: 'hidden',
    copyOf: (title: string) => `${title}, changed`,
    shipped: 'Scenarios that come with Buildout',
    instead: 'instead',
    insteadOf: (title: string) => `${title} instead of the one being edited`,
    reset: 'Back to how it was opened',
    changed: (count: number) => (count === 1 ? '1 lever changed' : `${count} levers changed`),
    about: 'About this scenario',
  },

  charts: {
    ...first.charts,
    year: 'Year',
    tableOf: (name: string) => `${name}: table`,
    copied: 'The picture is in the clipboard.',
    notCopied: 'This browser does not let the page copy pictures. Save it as PNG instead.',
    /** Behind the page's address, on a picture that carries a link. */
    opensAgain: '(opened there, this file shows the same again)',
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
    title: 'Messages',
    offers: {
      undo: 'Undo',
      'put beside': 'Put it beside what was here',
      'load newer': 'Load the newer work',
      'keep mine': 'Keep what is here',
      'save unread': 'Save it as a file',
    } satisfies Record<MessageOffer, string>,
    line: (line: number, column: number) => `line ${line}, column ${column}`,
    fileMistakes: (file: string, count: number) =>
      count === 1 ? `${file} has a mistake and was not opened:` : `${file} has ${count} mistakes and was not opened:`,
    opened: (titles: readonly string[]) => `Opened: ${titles.join(', ')}.`,
    tooSlow: (file: string) => `Reading ${file} took too long and was given up. Nothing was changed.`,
    tooLarge: (file: string) => `${file} is larger than 1 MB: no scenario is. Nothing was changed.`,
    unreadable: (file: string) => `${file} could not be read.`,
    notWritten: 'The calculation broke before the file was written. Nothing was changed.',
    oldModel: (was: string, is: string) => {
      const models = `This was saved with model ${was}; this page runs model ${is}`;
      return {
        mayDiffer: `${models}, so figures may differ.`,
        same: `${models}. The headline figures are the same.`,
        moved: `${models}. These headline figures have moved:`,
      };
    },
    oldFile: (title: string, was: string, is: string) =>
      `${title} was saved with model ${was}; this page runs model ${is}, so figures may differ.`,
    figure: 'Figure',
    before: 'Then',
    now: 'Now',
    inLink: (place: number, of: number) => (of === 1 ? 'The link' : `Scenario ${place} of the link`),
    linkReplaced: 'What the link holds has taken the place of what was on the table.',
    linkBroken: 'The link could not be read: it is incomplete or too large. What was here stays.',
    linkCopied: 'The link is in the clipboard. It holds all inputs; nothing is stored anywhere.',
    linkShown: 'Copy this link. It holds all inputs; nothing is stored anywhere.',
    linkAddress: 'Address of the link',
    linkTooLarge: 'These scenarios are too large for a link. Save a file instead.',
    emptyPicture: (file: string) =>
      `${file} is a picture with no scenarios in it. Those saved from a chart of this page have them.`,
    pasted: 'The pasted text',
    noFile: 'What was dropped holds no file.',
  },
};
