import type { RealityRow } from '../../src/analysis/reality.ts';

/** Every word of the page that holds the model against reality, apart from what figures and claims say. A translation is another such object. */
export const proofWords = {
  title: 'Against reality',
  pageTitle: 'Buildout against reality',
  skip: 'Skip to the figures',
  contents: 'Contents',
  model: 'The model',
  loading: 'The model is loading',
  version: (version: string) => `Model ${version}`,
  lede: 'Can this be believed? Here is all there is to hold the model against: figures that others have published, what has really happened since, and what was claimed. Misses are shown and explained, not hidden.',
  reading:
    'All of it is computed in this page, now. The command buildout check --reality --hindcast --claims prints the same, as text, CSV or JSON.',

  mark: {
    axis: 'Model ÷ published',
    seen: 'Model ÷ seen',
    ticks: ['¼', '½', '1', '2', '4'],
  },
  source: 'Source',
  perYear: ' a year',

  reality: {
    title: 'Published figures',
    of: (asked: number, inside: number, overlaps: number, misses: number, unexplained: number) => {
      const why =
        misses === 0 ? '' : unexplained === 0 ? ', each with its reason' : `, ${unexplained} without a reason`;
      return `Of ${asked} published figures, the model’s own lies inside ${inside}; of ${overlaps} more its range meets them; ${misses} it misses${why}.`;
    },
    computing: (done: number, all: number) => `${done} of ${all} computed`,
    explained:
      'The grey band is what was published; the line is the model’s range, the dot its central figure, that of a scenario as it ships. The five pale lines stand for a quarter, a half, the published figure itself, twice and four times. The range is the least and most that the levers behind the figure can do between their low and high ends, and no probability.',
    figure: 'Figure',
    published: 'Published',
    own: 'The model',
    low: 'low',
    central: 'central',
    high: 'high',
    verdict: 'Verdict',
    verdicts: { inside: 'inside', overlaps: 'ranges meet', miss: 'missed', silent: 'not asked' } satisfies Record<
      RealityRow['verdict'],
      string
    >,
    unexplained: 'Nothing explains this miss.',
    why: 'Why:',
    waiting: '…',
    atLeast: (number: string) => `≥ ${number}`,
    span: (low: string, high: string) => (low === high ? low : `${low} – ${high}`),
    silent: (count: number) => `Not asked of the model: ${count}`,
  },

  hindcast: {
    title: 'What has happened since',
    of: (title: string, compared: number, capping: number, uncompared: number) =>
      `All ${compared + capping + uncompared} observations beside “${title}”: ${compared} compared, ${capping} held as a bound, ${uncompared} not compared, each with its reason.`,
    all: (count: number, bias: string, size: string) =>
      `Over all ${count} the mean error is ${bias}, the mean size of an error ${size}.`,
    free: (count: number, bias: string, size: string) =>
      `Without the figures that a lever was set by, * in the list, in which agreement proves little: ${count}, mean error ${bias}, mean size ${size}.`,
    honest:
      'The scenario was written with these reports in hand: this shows whether the equations can hold them together, not foresight.',
    observed: 'Observed',
    seen: 'Seen',
    own: 'The model',
    error: 'Error',
    within: 'within its range',
    given: '*',
    mean: (count: number, error: string) => (count === 1 ? '' : `, mean error ${error}`),
    capping: 'Parts of something larger',
    cappingSays: 'The model computes a part of what was seen, and the part must not be larger than the whole.',
    whole: 'The whole',
    part: 'The part',
    share: 'Share',
    tooLarge: 'too large',
    partIs: (title: string) => `part: ${title}`,
    uncompared: (count: number) => `Not compared: ${count}`,
  },

  claims: {
    title: 'What was claimed',
    scenario: 'Beside the scenario',
    mine: 'On your table',
    shipped: 'Ships with Buildout',
    of: (count: number, holds: number, not: number) =>
      `${count} claims with a figure concern it: ${holds} are borne out, ${not} ${not === 1 ? 'is' : 'are'} not.`,
    explained:
      'A claim is borne out where the figure lies within what was said, as loosely as it was said. “Stated” is what the scenario itself takes from the claim, and “quoted” what is only repeated: neither could differ.',
    claim: 'Claim',
    said: 'Said',
    gives: 'The scenario gives',
    verdict: 'Verdict',
    holds: 'as said',
    not: 'not so',
    none: 'no answer',
    kinds: { computed: '', stated: ' (stated)', quoted: ' (quoted)' },
    unanswered: (count: number) => `Claims the model has no answer to: ${count}`,
    failed: (why: string) => `This scenario cannot be run: ${why}`,
    atLeast: (number: string) => `at least ${number}`,
    atMost: (number: string) => `at most ${number}`,
    hedged: (hedge: string, number: string) => `${hedge} ${number}`,
    documents: (count: number) => (count === 1 ? 'one document' : `${count} documents`),
  },
};
