import type { BinaryOperator } from './types.ts';

/** What an id is called in an equation: "construction time". Any text; it is escaped here. */
export type Names = (id: string) => string;

export const SIGNS: Readonly<Record<Exclude<BinaryOperator, '/' | '^'>, string>> = {
  or: 'or',
  and: 'and',
  '==': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '+': '+',
  '-': '−',
  '*': '×',
};

/** A text that stands for itself in markup, also within an attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}

/** A math element around content that is markup already. Fractions keep their size within a line. */
export function mathElement(content: string): string {
  return `<math displaystyle="true">${content}</math>`;
}

/** An identifier, upright: the model's names are words. */
export function identifier(id: string, names: Names): string {
  const name = names(id);
  // A single letter would be set in italics.
  const upright = [...name].length === 1 ? ' mathvariant="normal"' : '';
  return `<mi${upright} data-id="${escapeMarkup(id)}">${escapeMarkup(name)}</mi>`;
}

/** A sign or word between two quantities. Where it begins a piece the space before the piece is enough. */
export function joint(sign: string, begins = false): string {
  const wide = sign === '×' || sign === '/' || /^\p{L}/u.test(sign);
  const left = begins ? ' lspace="0"' : wide ? ' lspace="0.3em"' : '';
  return `<mo form="infix"${left}${wide ? ' rspace="0.3em"' : ''}>${escapeMarkup(sign)}</mo>`;
}

/** A group. */
export const row = (content: string): string => `<mrow>${content}</mrow>`;
/** A word in an equation that is no quantity: "if", "otherwise". */
export const wordOf = (text: string): string => `<mtext>${escapeMarkup(text)}</mtext>`;
export const SPACE = '<mspace width="0.35em"></mspace>';
export const OPEN = '<mo form="prefix">(</mo>';
export const CLOSE = '<mo form="postfix">)</mo>';

export const COMMA = '<mo separator="true">,</mo>';
export const functionSign = (name: string): string =>
  `<mi>${name === 'log' ? 'ln' : name}</mi><mo>&#x2061;</mo><mo form="prefix">(</mo>`;
export const sumSign = (set: string, names: Names): string =>
  `<munder><mo movablelimits="false">∑</mo><mtext>${escapeMarkup(names(set))}</mtext></munder>`;
export const prefixSign = (operator: '-' | 'not'): string =>
  operator === '-' ? '<mo form="prefix">−</mo>' : '<mo form="prefix" rspace="0.35em">not</mo>';
