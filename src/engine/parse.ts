import { create, type MathNode, parseDependencies } from 'mathjs/number';
import { DEEPEST, FormulaError, refused, scan, type Token, tooDeep } from './scan.ts';
import type { BinaryOperator, Expression, FunctionName } from './types.ts';

export { FormulaError } from './scan.ts';

export interface ParseOptions {
  /** 'any' for users' own formulas: every finite number literal. Otherwise only 0 and 1 (and so -1). */
  readonly numbers?: 'any';
  /** Accept "job_years.construction": the series of one item. */
  readonly items?: boolean;
}

const MOST_PARTS = 1000;
const BINARY = new Set(['+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', '!=', 'and', 'or']);
const BOOLEAN = new Set(['<', '<=', '>', '>=', '==', '!=', 'and', 'or']);
/** Fewest and most arguments. */
const FUNCTIONS = new Map<string, readonly [number, number]>([
  ['min', [2, 20]],
  ['max', [2, 20]],
  ['abs', [1, 1]],
  ['exp', [1, 1]],
  ['log', [1, 1]],
  ['sqrt', [1, 1]],
]);

const { parse } = create({ parse: parseDependencies! });

/**
 * Reads a formula in mathjs syntax into our own tree. Whatever is not on the allow-list is refused, so the tree can be
 * evaluated and exported without a further look. Names are not looked up here.
 * @throws FormulaError naming what was found, its column and what is accepted.
 */
export function parseFormula(text: string, options: ParseOptions = {}): Expression {
  const tokens = scan(text, options);
  const reader = new Reader(text, tokens, options);
  return reader.number(parseWithMathjs(text), 0);
}

function parseWithMathjs(text: string): MathNode {
  try {
    // Line breaks are spaces here; mathjs would read them as further statements.
    return parse(text.replace(/\s/g, ' '));
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    const said = error instanceof Error ? error.message : String(error);
    const place = /\(char (\d+)\)/.exec(said)?.[1];
    const words = said.replace(/ \(char \d+\)/, '');
    const lower = words.charAt(0).toLowerCase() + words.slice(1);
    if (place === undefined) throw new FormulaError(`the formula cannot be read: ${lower}`);
    throw new FormulaError(`the formula cannot be read: ${lower} at column ${place}`, Number(place));
  }
}

/** mathjs' nodes carry no places. Names and numbers stand in a tree in the order of the text, so counting them off gives the column. */
class Reader {
  private next = 0;
  private parts = 0;
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly options: ParseOptions;

  constructor(text: string, tokens: readonly Token[], options: ParseOptions) {
    this.text = text;
    this.tokens = tokens;
    this.options = options;
  }

  /** A part that must be a quantity. */
  number(node: MathNode, depth: number): Expression {
    const column = this.column();
    const expression = this.read(node, depth);
    if (isBoolean(expression)) {
      throw new FormulaError(
        `the comparison at column ${column} stands where a quantity is expected; write test ? a : b`,
        column,
      );
    }
    return expression;
  }

  /** A part that must be true or false. */
  private test(node: MathNode, depth: number, of: string): Expression {
    const column = this.column();
    const expression = this.read(node, depth);
    if (!isBoolean(expression)) {
      throw new FormulaError(
        `the quantity at column ${column} stands where ${of} expects a comparison such as a > b`,
        column,
      );
    }
    return expression;
  }

  private read(given: MathNode, depth: number): Expression {
    this.parts += 1;
    if (this.parts > MOST_PARTS)
      throw new FormulaError(`the formula has more than ${MOST_PARTS} parts; split it into several`);
    if (depth > DEEPEST) throw tooDeep();
    // mathjs' own type of a node is a union of classes without a common tag; the tag is there at run time.
    // biome-ignore lint/suspicious/noExplicitAny: see above
    const node = given as any;
    switch (node.type as string) {
      case 'ParenthesisNode':
        return this.read(node.content, depth + 1);
      case 'ConstantNode':
        return this.constant(node.value);
      case 'SymbolNode':
        return { kind: 'reference', id: this.take().text };
      case 'AccessorNode':
        return { kind: 'reference', id: this.take().text };
      case 'ConditionalNode':
        return {
          kind: 'if',
          test: this.test(node.condition, depth + 1, '"?"'),
          yes: this.number(node.trueExpr, depth + 1),
          no: this.number(node.falseExpr, depth + 1),
        };
      case 'OperatorNode':
        return this.operator(node, depth);
      case 'FunctionNode':
        return this.call(node, depth);
      case 'RelationalNode':
        throw refused('a chain of comparisons (write a < b and b < c)', this.column());
      case 'RangeNode':
        throw refused('a range ":"', this.column());
      default:
        throw refused(`a ${String(node.type).replace(/Node$/, '').toLowerCase()}`, this.column());
    }
  }

  private constant(value: unknown): Expression {
    const token = this.take();
    if (typeof value !== 'number' || !Number.isFinite(value)) throw refused(`the number ${token.text}`, token.column);
    if (this.options.numbers !== 'any' && value !== 0 && value !== 1) {
      throw new FormulaError(
        `found the number ${token.text} at column ${token.column}; a formula holds only 0, 1 and -1: make it a record with a name, a unit and a source`,
        token.column,
      );
    }
    return { kind: 'number', value };
  }

  // biome-ignore lint/suspicious/noExplicitAny: an OperatorNode, see `read`
  private operator(node: any, depth: number): Expression {
    const [first, second] = node.args;
    const operator: string = node.op;
    if (second === undefined) {
      if (operator === '-') return { kind: 'unary', operator, of: this.number(first, depth + 1) };
      if (operator === 'not') return { kind: 'unary', operator, of: this.test(first, depth + 1, '"not"') };
      throw refused(`the sign "${operator}" before a quantity`, this.column());
    }
    if (!BINARY.has(operator)) throw refused(`the operator "${operator}"`, this.column());
    const chain = '+-*/'.includes(operator) ? 0 : 1;
    const logical = operator === 'and' || operator === 'or';
    const left = logical ? this.test(first, depth + chain, `"${operator}"`) : this.number(first, depth + chain);
    if (node.implicit === true) throw refused('two quantities without an operator between them', this.column());
    const right = logical ? this.test(second, depth + 1, `"${operator}"`) : this.number(second, depth + 1);
    return { kind: 'binary', operator: operator as BinaryOperator, left, right };
  }

  // biome-ignore lint/suspicious/noExplicitAny: a FunctionNode, see `read`
  private call(node: any, depth: number): Expression {
    if (node.fn?.type !== 'SymbolNode') throw refused('a call of something that is not a name', this.column());
    const { text: name, column } = this.take();
    const given: MathNode[] = node.args;
    if (name === 'sum') return this.sum(given, depth, column);
    const count = FUNCTIONS.get(name);
    if (count === undefined) throw refused(`the function "${name}"`, column);
    const [least, most] = count;
    if (given.length < least || given.length > most) {
      const wanted = least === most ? 'one argument' : `${least} to ${most} arguments`;
      throw new FormulaError(
        `"${name}" at column ${column} has ${given.length} ${given.length === 1 ? 'argument' : 'arguments'}; it takes ${wanted}`,
        column,
      );
    }
    return { kind: 'call', name: name as FunctionName, of: given.map((one) => this.number(one, depth + 1)) };
  }

  private sum(given: readonly MathNode[], depth: number, column: number): Expression {
    const [of, set] = given;
    if (given.length !== 2 || of === undefined || set?.type !== 'SymbolNode') {
      throw new FormulaError(`"sum" at column ${column} is written sum(expression, set)`, column);
    }
    const operand = this.number(of, depth + 1);
    return { kind: 'sum', set: this.take().text, of: operand };
  }

  private take(): Token {
    const token = this.tokens[this.next];
    this.next += 1;
    if (token === undefined) throw new FormulaError('the formula cannot be read');
    return token;
  }

  /** Column of the next name or number. */
  private column(): number {
    return this.tokens[this.next]?.column ?? this.text.length;
  }
}

function isBoolean(expression: Expression): boolean {
  if (expression.kind === 'unary') return expression.operator === 'not';
  return expression.kind === 'binary' && BOOLEAN.has(expression.operator);
}
