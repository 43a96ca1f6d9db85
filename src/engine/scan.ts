/** A name or a number in a formula's text, with its place. */
export interface Token {
  readonly text: string;
  readonly kind: 'name' | 'number';
  /** Counted from 1. */
  readonly column: number;
}

/** A formula that cannot be accepted: what was found, where, and what would be accepted. */
export class FormulaError extends Error {
  /** Column of the fault in the formula's text, counted from 1; absent where it concerns the whole. */
  readonly column: number | undefined;
  constructor(message: string, column?: number) {
    super(message);
    this.name = 'FormulaError';
    this.column = column;
  }
}

export const ACCEPTED =
  'accepted are names, numbers, + - * / ^, < <= > >= == !=, and, or, not, test ? a : b, min, max, abs, exp, log, sqrt and sum(expression, set)';

const LONGEST = 2000;
/** Depth of parentheses, functions and branches. A chain such as a + b + c + ... counts as one. */
export const DEEPEST = 64;

const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y;
const OPERATOR = /==|!=|<=|>=|[-+*/^<>()?:,]/y;
const SPACE = /\s+/y;

/** Words that mathjs reads as operators or values. Only the first three are accepted. */
const OPERATOR_WORDS = new Set(['and', 'or', 'not']);
const REFUSED_WORDS = new Set(['mod', 'xor', 'to', 'in', 'true', 'false', 'null', 'undefined', 'NaN', 'Infinity']);

/**
 * Splits a formula's text before mathjs sees it, so that foreign characters are refused with their column and hostile
 * depth never reaches a recursive parser. Returns names and numbers in the order of the text, without `and`, `or`, `not`.
 * @throws FormulaError
 */
export function scan(text: string, options: { readonly items?: boolean } = {}): Token[] {
  if (text.length > LONGEST) {
    throw new FormulaError(
      `the formula has ${text.length.toLocaleString('en-US')} characters; at most ${LONGEST.toLocaleString('en-US')} are accepted`,
    );
  }
  if (text.trim() === '') throw new FormulaError('the formula is empty');
  const tokens: Token[] = [];
  let depth = 0;
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  while (at < text.length) {
    const column = at + 1;
    const space = take(SPACE);
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    const name = take(NAME);
    if (name !== undefined) {
      if (REFUSED_WORDS.has(name)) throw refused(`the word "${name}"`, column);
      if (name.includes('.') && options.items !== true) {
        throw new FormulaError(`found "${name}" at column ${column}; a name with a dot has no meaning here`, column);
      }
      if (!OPERATOR_WORDS.has(name)) tokens.push({ text: name, kind: 'name', column });
      at += name.length;
      continue;
    }
    const number = take(NUMBER);
    if (number !== undefined) {
      tokens.push({ text: number, kind: 'number', column });
      at += number.length;
      continue;
    }
    const operator = take(OPERATOR);
    if (operator === undefined) throw refused(describe(text.slice(at)), column);
    if (operator === '(') depth += 1;
    if (operator === ')') depth -= 1;
    if (depth > DEEPEST) throw tooDeep();
    at += operator.length;
  }
  return tokens;
}

export function tooDeep(): FormulaError {
  return new FormulaError(`the formula is nested more than ${DEEPEST} deep; split it into several`);
}

export function refused(what: string, column: number): FormulaError {
  return new FormulaError(`found ${what} at column ${column}; ${ACCEPTED}`, column);
}

/** Names a foreign character as a reader would. */
function describe(rest: string): string {
  const sign = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  if (sign === '=') return 'an assignment "="';
  if (sign === '"' || sign === "'") return `a string or a transpose (${sign})`;
  if (sign === '[' || sign === ']') return `a matrix or an index "${sign}"`;
  if (sign === '{' || sign === '}') return `an object "${sign}"`;
  if (sign === ';') return 'a second statement ";"';
  if (sign === '#') return 'a comment "#"';
  if (sign === '%') return 'the operator "%"';
  return `"${sign}"`;
}
