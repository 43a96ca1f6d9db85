import type { Kind } from '../model/book.ts';

/** Every word of the model page, apart from what the model says of itself. A translation is another such object. */
export const modelWords = {
  title: 'The model',
  pageTitle: 'The model behind Buildout',
  back: 'To the simulator',
  proof: 'Against reality',
  loading: 'The model is loading',
  lede: (sectors: number, entries: number, sources: number) =>
    `Everything that Buildout computes with: ${entries} quantities in ${sectors} sectors, each with its unit, its equation and where it comes from, and the ${sources} sources they stand on.`,
  reading:
    'Each name in an equation is a quantity of this page. Stocks accumulate their rate of change in steps of a month; delay₃ is a third-order delay, from which everything that enters leaves again. Nothing is computed with that is not listed here.',
  version: (version: string) => `Model ${version}`,

  search: {
    title: 'Search',
    label: 'Search the model',
    hint: 'Name, meaning, source',
    chapter: 'Sector',
    kind: 'Kind',
    allChapters: 'All sectors',
    allKinds: 'All kinds',
    count: (found: number, all: number) => (found === all ? `${all} quantities` : `${found} of ${all} quantities`),
    clear: 'Show all',
    none: 'Nothing in the model has all these words.',
  },
  contents: 'Contents',

  kinds: {
    headline: 'headline',
    input: 'assumption',
    constant: 'constant',
    auxiliary: 'computed',
    flow: 'flow',
    stock: 'stock',
    delay: 'delay',
  } satisfies Record<Kind, string>,
  setting: 'setting',

  overview: {
    title: 'What drives what',
    explained:
      'Each arc is what one sector takes from another: down on the right, back up on the left, the thicker the more references. Point at a sector to see its own.',
    picture: 'Sectors, and how much each takes from the others',
    sector: (title: string, count: number) => `${title}, ${count} quantities`,
    draws: 'Draws on',
    feeds: 'Feeds',
    nothing: 'no other sector',
    counted: (title: string, count: number) => `${title} (${count})`,
  },

  headlines: {
    id: 'headlines',
    title: 'Headline numbers',
    says: 'The single figures a projection is summed up by. Each is taken from the series of a run.',
  },
  takes: {
    last: (of: string) => `${of}, at the end of the run`,
    max: (of: string) => `the largest value of ${of} over the run`,
    irr: (of: string, other: string) =>
      `the yearly rate at which ${of}${other === '' ? '' : `, with ${other} at the end`}, has no present value`,
    payback: (of: string) => `the years until ${of} passes zero for good`,
    cover: (of: string, other: string) =>
      `the least ${of} from 12 months after first use, while there is ${other} to pay`,
  },

  entry: {
    unit: 'Unit',
    kind: 'Kind',
    name: 'Name in files',
    of: (set: string) => `one for each of: ${set}`,
    value: 'Value',
    values: 'Values',
    elsewhere: 'Other regions',
    low: 'low',
    central: 'central',
    high: 'high',
    range: (title: string) => `${title}: low, central and high value`,
    bounds: 'Allowed',
    from: (least: string) => `from ${least}`,
    upTo: (most: string) => `up to ${most}`,
    choices: 'Choices',
    year: 'Year',
    madeFrom: 'Made from',
    usedBy: 'Used by',
    unused: 'nothing else: it is a result',
    clocks: { time: 'time since the start', time_step: 'length of a step' } as Record<string, string>,
    equation: (title: string) => `Equation of ${title}`,
    walk: 'What drives it',
    walkOf: (title: string) => `What drives ${title}`,
    number: 'pure number',
  },

  graph: {
    title: (title: string) => `What drives ${title}, and what it drives`,
    explained: 'Left what it is made from, right what is made from it. Arrow keys move, Enter walks there.',
    explainedDown: 'Above what it is made from, below what is made from it. Arrow keys move, Enter walks there.',
    legend: 'A rounded box is an assumption, a heavy one a stock, a grey name a constant.',
    left: (count: number) => `${count} more`,
    leftSides: { '-2': 'two steps before', '-1': 'before', '1': 'behind', '2': 'two steps behind' } as Record<
      string,
      string
    >,
    leftOut: (parts: readonly string[]) => `Not drawn: ${parts.join(', ')}.`,
  },

  sets: {
    title: 'Sets and regions',
    says: 'What quantities run over. Some sets are fixed by the model, others are filled by a scenario.',
    most: (count: number) => `Named by the scenario, at most ${count}.`,
    regions: 'Regions a site may name',
  },
  sources: {
    title: 'Sources',
    says: 'What the figures stand on, with the quantities that take theirs from it. A link is followed only when you follow it.',
    read: 'read on the page itself',
    kinds: {
      primary: 'published by the body that made the figure',
      secondary: 'reports another’s figure',
      judgement: 'a judgement',
    },
    document: (file: string) => `seed document ${file}`,
    usedFor: 'Used for',
  },
};
