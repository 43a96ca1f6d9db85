import { type Fault, quote, withHint } from './fault.ts';

/** What can be wrong with names, items and how they fit together, in words. */
export const nameFaults = {
  // Names
  unknownLever: (name: string, hint?: string): Fault => ({
    code: 'unknown-lever',
    says: 'No lever has this name',
    found: quote(name),
    accepted: 'a name that the model page and "buildout list levers" show',
    ...withHint(hint),
  }),
  itemOnlyLever: (name: string, set: string, example: string): Fault => ({
    code: 'item-only',
    says: `Only one of the ${set} at a time can have this`,
    found: quote(name),
    accepted: `a name such as "${example}"`,
  }),
  statedTwice: (name: string): Fault => ({
    code: 'stated-twice',
    says: 'The same lever is stated twice',
    found: quote(name),
    accepted: 'one of the two',
  }),
  unknownName: (name: string, what: string, hint?: string): Fault => ({
    code: 'unknown-name',
    says: `There is no such ${what}`,
    found: quote(name),
    ...withHint(hint),
  }),

  // Items
  sharesOver: (sum: string): Fault => ({
    code: 'shares',
    says: 'The shares of the sites sum to more than the whole',
    found: sum,
    accepted: 'at most 100 %',
  }),
  noRoomElsewhere: (sum: string, most: number): Fault => ({
    code: 'shares',
    says: `The shares of ${most} sites sum to less than the whole, and there is no room for the rest`,
    found: sum,
    accepted: '100 %, or one site fewer',
  }),
  elsewhereShare: (sum: string): Fault => ({
    code: 'shares',
    says: 'The site "elsewhere" takes what the other sites leave, which is another share than stated',
    found: `${sum} in all`,
    accepted: 'no share here, or shares that sum to 100 %',
  }),
  assetShares: (sum: string): Fault => ({
    code: 'shares',
    says: 'The shares of what is bought do not sum to the whole',
    found: sum,
    accepted: '100 %',
  }),
  balance: (group: string, sum: string): Fault => ({
    code: 'shares',
    says: `The shares of "${group}" do not sum to the whole`,
    found: sum,
    accepted: '100 %',
  }),
  buysTwice: (): Fault => ({
    code: 'stated-twice',
    says: 'What the money buys is stated more than once',
    accepted: 'one of buys, shares and fab_share',
  }),
  removeUnknown: (id: string, hint?: string): Fault => ({
    code: 'remove',
    says: 'There is nothing of this id to remove',
    found: quote(id),
    accepted: 'the id of something in the extended scenario',
    ...withHint(hint),
  }),
  removeWithFields: (): Fault => ({
    code: 'remove',
    says: 'What is removed cannot have other fields',
    accepted: 'id and "remove: true" alone',
  }),

  // The scenario's own settings
  horizon: (start: string, horizon: string): Fault => ({
    code: 'horizon',
    says: 'The horizon is not after the start',
    found: `start ${start}, horizon ${horizon}`,
    accepted: 'a later year and month',
  }),
  stepsWhole: (months: number, step: number): Fault => ({
    code: 'step',
    says: 'The time from start to horizon is not a whole number of steps',
    found: `${months} months in steps of ${step}`,
    accepted: 'a step that divides it',
  }),
  tooManySteps: (steps: number, most: number): Fault => ({
    code: 'step',
    says: 'There are too many steps from start to horizon',
    found: String(steps),
    accepted: `at most ${most}`,
  }),
  correlation: (found: string): Fault => ({
    code: 'correlation',
    says: 'A correlation joins two different levers',
    found,
  }),
  targetEmpty: (): Fault => ({ code: 'target', says: 'The target asks for nothing', accepted: 'least, most or both' }),
  targetOrder: (): Fault => ({
    code: 'target',
    says: 'The target asks for at least more than it allows at most',
    accepted: 'least ≤ most',
  }),
  targetAt: (of: string): Fault => ({
    code: 'target',
    says: `The target does not say when ${quote(of)} is meant`,
    accepted: 'at: with a year and month from start to horizon',
  }),
  targetAtHeadline: (of: string): Fault => ({
    code: 'target',
    says: `${quote(of)} is one number for the whole run`,
    accepted: 'a target without at',
  }),
  targetWhen: (at: string, start: string, horizon: string): Fault => ({
    code: 'target',
    says: 'The target lies outside the run',
    found: quote(at),
    accepted: `${start} to ${horizon}`,
  }),
  targetUnit: (of: string): Fault => ({
    code: 'target',
    says: `The unit of the metric ${quote(of)} is not declared`,
    accepted: 'a bare number, or a unit with the metric',
  }),
  formula: (found: string, says: string): Fault => ({
    code: 'formula',
    says: `${says.slice(0, 1).toUpperCase()}${says.slice(1)}`,
    found: quote(found),
  }),
  formulaName: (found: string, name: string, hint?: string): Fault => ({
    code: 'formula',
    says: `No series or earlier metric is called ${quote(name)}`,
    found: quote(found),
    ...withHint(hint),
  }),
  formulaItems: (found: string, name: string, example: string): Fault => ({
    code: 'formula',
    says: `${quote(name)} has a value for each of its items, and they cannot be added up`,
    found: quote(found),
    accepted: `one of them, such as ${example}`,
  }),
  formulaSum: (found: string): Fault => ({
    code: 'formula',
    says: 'Sums over items are series already',
    found: quote(found),
    accepted: 'the bare name, which is the sum, or one item, such as facility_in_use.abilene',
  }),
  metricUnit: (declared: string, inferred: string): Fault => ({
    code: 'metric-unit',
    says: 'The declared unit is not the unit of the formula',
    found: quote(declared),
    accepted: inferred,
  }),

  // Extending
  extendsUnknown: (name: string, hint?: string): Fault => ({
    code: 'extends',
    says: 'No scenario of this name ships with the program',
    found: quote(name),
    accepted: 'the name of a shipped scenario, or a path such as ./base.yaml',
    ...withHint(hint),
  }),
  extendsFile: (name: string): Fault => ({
    code: 'extends',
    says: 'Other files cannot be opened from here',
    found: quote(name),
    accepted: 'the name of a shipped scenario',
  }),
  extendsMissing: (name: string, reason: string): Fault => ({
    code: 'extends',
    says: `The extended file cannot be read (${reason})`,
    found: quote(name),
  }),
  extendsCircle: (chain: readonly string[]): Fault => ({
    code: 'extends',
    says: 'The files extend each other in a circle',
    found: chain.join(' → '),
  }),
  extendsDeep: (most: number): Fault => ({
    code: 'extends',
    says: `More than ${most} files extend one another`,
    accepted: 'a shorter chain',
  }),

  // --set
  setForm: (found: string): Fault => ({
    code: 'set',
    says: 'This is not of the form lever=value',
    found: quote(found),
    accepted: 'for example grid_wait=3 years',
  }),
} as const;
