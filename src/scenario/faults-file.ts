import { type Fault, list, quote, withHint } from './fault.ts';

/** The parser's mistakes in the words of somebody who wrote a file by hand. */
const SYNTAX: readonly (readonly [RegExp, string, string])[] = [
  [/Missing closing ["']quote/u, 'A quotation mark is opened and not closed', 'the same mark at the end of the text'],
  [/TAB_AS_INDENT/u, 'A tab stands where spaces indent', 'spaces'],
  [
    /must end with a|must be sufficiently indented/u,
    'A bracket is opened and not closed',
    'the closing bracket, not further left than the field',
  ],
  [/Missing , between/u, 'A comma is missing between two entries', 'entries with a comma between them'],
  [/Missing space after :/u, 'A space is missing behind ":"', '"name: value"'],
  [
    /MULTILINE_IMPLICIT_KEY|need to be followed by map values/u,
    'A field name has no ":" and value behind it',
    '"name: value" on one line',
  ],
  [
    /BLOCK_AS_IMPLICIT_KEY/u,
    'A second ": " stands on this line',
    'text with ": " in it in quotes, and each field on a line of its own',
  ],
  [/BAD_SCALAR_START/u, 'A text begins with a character that has a meaning of its own', 'the text in quotes'],
  [/at node end/u, 'Something stands behind the end of a value', 'a comma, a new line or quotes around the whole'],
  [
    /BAD_DQ_ESCAPE/u,
    'A backslash in quotes is followed by something it does not go with',
    '"\\\\" for a backslash, or single quotes around the text',
  ],
  [
    /BAD_INDENT|without - indicator|All mapping items|All sequence items/u,
    'The indentation does not fit the lines above',
    'the fields of one group with the same number of spaces before them',
  ],
];

/** What can be wrong with a text and with the shape of what is in it, in words. */
export const fileFaults = {
  // The text itself
  tooLarge: (bytes: number, most: number): Fault => ({
    code: 'too-large',
    says: 'The file is too large to be a scenario',
    found: `${bytes} bytes`,
    accepted: `at most ${most} bytes`,
  }),
  tooDeep: (most: number): Fault => ({
    code: 'too-deep',
    says: `Fields are nested more than ${most} deep`,
    accepted: 'a scenario, which needs about five',
  }),
  tooMany: (most: number): Fault => ({
    code: 'too-many-values',
    says: 'The file holds far more than a scenario needs',
    accepted: `at most ${most} values, with aliases written out`,
  }),
  /** @param code and message as the YAML parser has them */
  syntax: (code: string, message: string): Fault => {
    const known = SYNTAX.find(([pattern]) => pattern.test(`${code} ${message}`));
    const plain = { code: 'syntax', says: `This is not valid YAML: ${message.replace(/\.?$/u, '')}` };
    return known === undefined ? plain : { code: 'syntax', says: known[1], accepted: known[2] };
  },
  empty: (): Fault => ({
    code: 'empty',
    says: 'The file is empty',
    accepted: 'a scenario that begins with "format: buildout/1"',
  }),
  documents: (): Fault => ({
    code: 'documents',
    says: 'The file holds more than one document',
    accepted: 'one scenario a file, without "---" inside it',
  }),
  tag: (tag: string): Fault => ({
    code: 'tag',
    says: 'Tags are not read',
    found: quote(tag),
    accepted: 'plain text, numbers, lists and fields',
  }),
  unknownAlias: (name: string): Fault => ({
    code: 'alias',
    says: 'No anchor of this name stands before it',
    found: quote(`*${name}`),
  }),
  selfAlias: (name: string): Fault => ({
    code: 'alias',
    says: 'An alias stands inside its own anchor',
    found: quote(`*${name}`),
  }),
  keyNotText: (found: unknown): Fault => ({ code: 'key', says: 'A field name has to be text', found: quote(found) }),
  forbiddenKey: (name: string): Fault => ({
    code: 'key',
    says: 'This field name is never allowed',
    found: quote(name),
  }),
  duplicateKey: (name: string): Fault => ({
    code: 'duplicate',
    says: 'This field stands here twice',
    found: quote(name),
    accepted: 'each field once',
  }),
  cutAtComma: (rest: string, whole: string): Fault => ({
    code: 'comma',
    says: 'Between braces a comma ends a value',
    found: quote(rest),
    accepted: `a value with a comma in quotes, as ${quote(whole)}`,
  }),
  control: (): Fault => ({
    code: 'control',
    says: 'The text holds control characters',
    accepted: 'letters, digits, punctuation and spaces',
  }),

  // Shape
  unknownField: (name: string, known: readonly string[], hint?: string): Fault => ({
    code: 'unknown-field',
    says: 'No such field here',
    found: quote(name),
    accepted: known.length > 0 && known.length <= 16 ? list(known) : 'a field named in the reference',
    ...withHint(hint),
  }),
  missing: (name: string, what: string): Fault => ({
    code: 'missing',
    says: `The field "${name}" is missing`,
    accepted: what,
  }),
  wrongKind: (found: unknown, accepted: string): Fault => ({
    code: 'wrong-kind',
    says: 'This is of another kind than the field takes',
    found: quote(found),
    accepted,
  }),
  notAmong: (found: unknown, known: readonly string[], hint?: string): Fault => ({
    code: 'not-among',
    says: 'This is not one of the words the field takes',
    found: quote(found),
    accepted: list(known),
    ...withHint(hint),
  }),
  tooLong: (length: number, most: number, what: string): Fault => ({
    code: 'too-long',
    says: `The ${what} is too long`,
    found: `${length} characters`,
    accepted: `at most ${most}`,
  }),
  tooManyItems: (count: number, most: number, what: string): Fault => ({
    code: 'too-many-items',
    says: `There are too many ${what}`,
    found: String(count),
    accepted: `at most ${most}`,
  }),
  noItems: (what: string): Fault => ({ code: 'no-items', says: `There are no ${what}`, accepted: 'at least one' }),
  badId: (found: unknown): Fault => ({
    code: 'id',
    says: 'This cannot be an id',
    found: quote(found),
    accepted: 'a small letter, then small letters, digits and underscores, at most 40 in all',
  }),
  takenId: (id: string, by: string): Fault => ({
    code: 'id-taken',
    says: `The id is already taken by ${by}`,
    found: quote(id),
    accepted: 'an id that nothing else has',
  }),
  badLine: (found: unknown): Fault => ({
    code: 'line',
    says: 'This has to be one line of text',
    found: quote(found),
    accepted: 'text without line ends and tabs',
  }),
  blank: (): Fault => ({ code: 'blank', says: 'This cannot be empty' }),
  tooGreat: (found: unknown, most: number): Fault => ({
    code: 'outside',
    says: 'The number is too large',
    found: quote(found),
    accepted: `at most ${most}`,
  }),
  tooSmall: (found: unknown, least: number): Fault => ({
    code: 'outside',
    says: 'The number is too small',
    found: quote(found),
    accepted: `at least ${least}`,
  }),
  newerFormat: (found: string, newest: string): Fault => ({
    code: 'newer-format',
    says: 'The file was written for a newer version of this program',
    found: quote(found),
    accepted: `"${newest}" and older`,
  }),
  format: (found: unknown, newest: string): Fault => ({
    code: 'format',
    says: 'The format is not known',
    found: quote(found),
    accepted: `"${newest}"`,
  }),
} as const;
