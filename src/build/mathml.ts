import { rowsOf } from '../engine/mathml.ts';
import { toPieces } from '../engine/mathml-pieces.ts';
import { identifier, joint, mathElement, type Names, SPACE, wordOf } from '../engine/mathml-signs.ts';
import type { ModelMeta, RecordDocs } from '../engine/meta.ts';
import type { Expression } from '../engine/types.ts';
import { dataModule } from './model.ts';

/** The field's own names: ids are words, and shorter than titles. */
const names: Names = (id) => id.replaceAll('_', ' ');

/** Upright: with many fonts a slanted letter is one they do not have. */
const DIFFERENTIAL = '<mi mathvariant="normal">d</mi><mspace width="0.2em"></mspace>';

/**
 * The text of src/generated/mathml.ts: by record id its equations, as HTML with MathML within. Each equation is a `div` of
 * class "equation" holding several math elements with spaces between, where lines may break; conditionals are a `div` of
 * class "cases" with one of class "case" for each. Records without an equation are not there.
 */
export function mathmlModule(meta: ModelMeta, docs: Readonly<Record<string, RecordDocs>>): string {
  const equations: Record<string, string> = {};
  for (const { id, stageOf } of meta.records) {
    const text = stageOf === undefined && docs[id] !== undefined ? equationsOf(id, docs[id]) : '';
    if (text !== '') equations[id] = text;
  }
  return dataModule('', 'mathml', 'Readonly<Record<string, string>>', equations);
}

/** The equations of one record; nothing for an input or a constant. */
export function equationsOf(id: string, { parsed }: RecordDocs): string {
  const { formula, net, initial, input, time } = parsed;
  const own = identifier(id, names);
  if (input !== undefined && time !== undefined) {
    const sign = `${joint('=', true)}<msub><mi>delay</mi><mn>3</mn></msub><mo>&#x2061;</mo><mo form="prefix">(</mo>`;
    const [first = '', ...rest] = [...closed(input, ','), ...closed(time, ')')];
    const under = `<msub>${own}<mtext>under way at the start</mtext></msub>`;
    return `${line([own, sign + first, ...rest])}${initial === undefined ? '' : equation(under, initial)}`;
  }
  if (net !== undefined) {
    const change = `<mfrac><mrow>${DIFFERENTIAL}${own}</mrow><mrow>${DIFFERENTIAL}<mi mathvariant="normal">t</mi></mrow></mfrac>`;
    const start = `<msub>${own}<mn>0</mn></msub>`;
    return equation(change, net) + (initial === undefined ? '' : equation(start, initial));
  }
  if (formula !== undefined) return equation(own, formula);
  return Object.entries(parsed)
    .map(([part, expression]) =>
      expression === undefined
        ? ''
        : equation(`<msub>${own}${wordOf(names(part.replace(/^formula:/u, '')))}</msub>`, expression),
    )
    .join('');
}

/** An argument's pieces with the sign behind it. */
function closed(expression: Expression, sign: ',' | ')'): string[] {
  const pieces = toPieces(expression, names);
  const end = sign === ',' ? '<mo separator="true">,</mo>' : '<mo form="postfix">)</mo>';
  return pieces.map((piece, i) => (i === pieces.length - 1 ? piece + end : piece));
}

/** left = right, as one element. */
function equation(left: string, right: Expression): string {
  if (right.kind === 'if') return `<div class="equation">${mathElement(left + joint('='))}${cases(right)}</div>`;
  const [first = '', ...rest] = toPieces(right, names);
  return line([left, joint('=', true) + first, ...rest]);
}

const line = (pieces: readonly string[]): string => `<div class="equation">${set(pieces)}</div>`;
const set = (pieces: readonly string[]): string => pieces.map(mathElement).join(' ');

function cases(expression: Expression): string {
  const rows = rowsOf(expression).map(({ value, test }) => {
    const condition = test === undefined ? [wordOf('otherwise')] : withIf(toPieces(test, names));
    // What is itself a choice stands below its condition.
    const text =
      value.kind === 'if' ? `${set(condition)}${cases(value)}` : `${set(toPieces(value, names))} ${set(condition)}`;
    return `<div class="case">${text}</div>`;
  });
  return `<div class="cases">${rows.join('')}</div>`;
}

function withIf([first = '', ...rest]: readonly string[]): string[] {
  return [`${wordOf('if')}${SPACE}${first}`, ...rest];
}
