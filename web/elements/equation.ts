import { mathml, type TemplateResult } from 'lit';
import type { RecordDocs } from '../../src/engine/meta.ts';
import type { Expression } from '../../src/engine/types.ts';
import { words } from '../words/en.ts';

/** How tightly a part holds together; a part that holds less than its place asks for gets brackets. */
const STRENGTH: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '==': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 9,
  '^': 7,
};

const SIGNS: Readonly<Record<string, string>> = {
  '-': '\u2212',
  '*': '\u00b7',
  '<=': '\u2264',
  '>=': '\u2265',
  '==': '=',
  '!=': '\u2260',
};

type Part = TemplateResult<3>;

/** The equation of a record, set as mathematics: what `docs` has parsed of it. Undefined where a record has none. */
export function equationOf({ parsed }: RecordDocs, item: string | undefined): Part | undefined {
  const own = item === undefined ? undefined : parsed[`formula:${item}`];
  const formula = own ?? parsed.formula;
  if (formula !== undefined) return set(formula);
  const { net } = parsed;
  if (net === undefined) return undefined;
  return mathml`<mrow><mtext>${words.explain.before}</mtext><mo>+</mo>${inside(net, 5)}<mo>\u00b7</mo><mi>\u0394t</mi></mrow>`;
}

/** Of a record whose items are added up: the sum, as "sum(facility_in_use, sites)" says. */
export function sumOf(formula: string | undefined): Part | undefined {
  const [, id, items] = /^sum\((\w+), (\w+)\)$/u.exec(formula ?? '') ?? [];
  if (id === undefined || items === undefined) return undefined;
  return set({ kind: 'sum', set: items, of: { kind: 'reference', id } });
}

function set(expression: Expression): Part {
  switch (expression.kind) {
    case 'number':
      return mathml`<mn>${expression.value}</mn>`;
    case 'reference':
      return mathml`<mtext>${expression.id.replaceAll('_', ' ')}</mtext>`;
    case 'sum':
      return mathml`<mrow><munder><mo>\u2211</mo><mtext>${expression.set}</mtext></munder>${inside(expression.of, 5)}</mrow>`;
    case 'unary':
      return mathml`<mrow><mo>${expression.operator === '-' ? '\u2212' : 'not'}</mo>${inside(expression.of, 6)}</mrow>`;
    case 'binary':
      return binary(expression);
    case 'call':
      return call(expression);
    case 'if':
      return mathml`<mrow><mo stretchy="true">{</mo><mtable>
        <mtr><mtd>${set(expression.yes)}</mtd><mtd><mtext>${words.explain.if}</mtext></mtd><mtd>${set(expression.test)}</mtd></mtr>
        <mtr><mtd>${set(expression.no)}</mtd><mtd><mtext>${words.explain.otherwise}</mtext></mtd><mtd></mtd></mtr>
      </mtable></mrow>`;
  }
}

function binary({ operator, left, right }: Expression & { kind: 'binary' }): Part {
  const own = STRENGTH[operator] ?? 0;
  if (operator === '/') return mathml`<mfrac><mrow>${set(left)}</mrow><mrow>${set(right)}</mrow></mfrac>`;
  if (operator === '^') return mathml`<msup><mrow>${inside(left, 8)}</mrow><mrow>${set(right)}</mrow></msup>`;
  const sign = SIGNS[operator] ?? operator;
  return mathml`<mrow>${inside(left, own)}<mo>${sign}</mo>${inside(right, operator === '-' ? own + 1 : own)}</mrow>`;
}

function call({ name, of }: Expression & { kind: 'call' }): Part {
  const [first] = of;
  if (first !== undefined) {
    if (name === 'sqrt') return mathml`<msqrt>${set(first)}</msqrt>`;
    if (name === 'exp') return mathml`<msup><mi>e</mi><mrow>${set(first)}</mrow></msup>`;
    if (name === 'abs') return mathml`<mrow><mo>|</mo>${set(first)}<mo>|</mo></mrow>`;
  }
  const listed = of.map((one, index) => (index === 0 ? set(one) : mathml`<mo separator="true">,</mo>${set(one)}`));
  return mathml`<mrow><mi>${name === 'log' ? 'ln' : name}</mi><mo stretchy="true">(</mo>${listed}<mo stretchy="true">)</mo></mrow>`;
}

function inside(expression: Expression, least: number): Part {
  const own = expression.kind === 'binary' ? (STRENGTH[expression.operator] ?? 0) : expression.kind === 'if' ? 0 : 9;
  if (own >= least) return set(expression);
  return mathml`<mrow><mo stretchy="true">(</mo>${set(expression)}<mo stretchy="true">)</mo></mrow>`;
}
