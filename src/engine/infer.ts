import type { BinaryOperator, Expression } from './types.ts';
import { DIMENSIONLESS, divide, formatUnit, multiply, power, ratio, type Unit } from './unit-algebra.ts';
import { printExpression } from './walk.ts';

/** A unit, or null for a literal 0, which fits every unit. */
export type Inferred = Unit | null;

/**
 * The unit of an expression.
 * @param unitOf   unit of an id that the expression uses.
 * @param report   called with the words of each mistake; the walk goes on with the left operand's unit.
 */
export function inferUnit(
  expression: Expression,
  unitOf: (id: string) => Unit,
  report: (words: string) => void,
): Inferred {
  const infer = (part: Expression): Inferred => inferUnit(part, unitOf, report);
  switch (expression.kind) {
    case 'number':
      return expression.value === 0 ? null : DIMENSIONLESS;
    case 'reference':
      return unitOf(expression.id);
    case 'sum':
      return infer(expression.of);
    case 'unary':
      return infer(expression.of);
    case 'if':
      infer(expression.test);
      return alike([expression.yes, expression.no], 'the branches of "?" are', infer, report);
    case 'call':
      return inferCall(expression.name, expression.of, infer, report);
    case 'binary':
      return inferBinary(expression.operator, expression.left, expression.right, infer, report);
  }
}

function inferCall(
  name: string,
  of: readonly Expression[],
  infer: (part: Expression) => Inferred,
  report: (words: string) => void,
): Inferred {
  if (name === 'min' || name === 'max') return alike(of, `"${name}" compares`, infer, report);
  const [first] = of;
  if (first === undefined) return DIMENSIONLESS;
  const unit = infer(first);
  if (name === 'abs') return unit;
  if (name === 'sqrt') return unit === null ? null : power(unit, 0.5);
  plain(first, unit, `"${name}" takes`, report);
  return DIMENSIONLESS;
}

function inferBinary(
  operator: BinaryOperator,
  left: Expression,
  right: Expression,
  infer: (part: Expression) => Inferred,
  report: (words: string) => void,
): Inferred {
  if (operator === 'and' || operator === 'or') {
    infer(left);
    infer(right);
    return DIMENSIONLESS;
  }
  if (operator === '+') return alike([left, right], '"+" adds', infer, report);
  if (operator === '-') return alike([left, right], '"-" takes the difference of', infer, report);
  if (operator === '^') return inferPower(left, right, infer, report);
  if (operator === '*' || operator === '/') {
    const a = infer(left);
    const b = infer(right);
    if (a === null || b === null) return null;
    return operator === '*' ? multiply(a, b) : divide(a, b);
  }
  alike([left, right], `"${operator}" compares`, infer, report);
  return DIMENSIONLESS;
}

function inferPower(
  base: Expression,
  exponent: Expression,
  infer: (part: Expression) => Inferred,
  report: (words: string) => void,
): Inferred {
  const unit = infer(base);
  const whole = literal(exponent);
  if (whole !== null) return unit === null ? null : power(unit, whole);
  plain(exponent, infer(exponent), 'an exponent is', report);
  plain(base, unit, 'what is raised to a computed power is', report);
  return DIMENSIONLESS;
}

/** A number written out, also with a minus before it. */
function literal(expression: Expression): number | null {
  if (expression.kind === 'number') return expression.value;
  if (expression.kind !== 'unary' || expression.operator !== '-') return null;
  const inner = literal(expression.of);
  return inner === null ? null : -inner;
}

function plain(expression: Expression, unit: Inferred, says: string, report: (words: string) => void): void {
  if (unit === null) return;
  const factor = ratio(unit, DIMENSIONLESS);
  if (factor === 1) return;
  report(`${says} a plain number, but ${printExpression(expression)} is in ${formatUnit(unit)}`);
}

/** All parts must have one unit; the result is the first that is not a bare 0. */
function alike(
  given: readonly Expression[],
  says: string,
  infer: (part: Expression) => Inferred,
  report: (words: string) => void,
): Inferred {
  let first: { readonly part: Expression; readonly unit: Unit } | null = null;
  for (const part of given) {
    const unit = infer(part);
    if (unit === null) continue;
    if (first === null) {
      first = { part, unit };
      continue;
    }
    const words = difference(unit, first.unit);
    if (words === null) continue;
    report(
      `${says} ${printExpression(first.part)} in ${formatUnit(first.unit)} and ${printExpression(part)} in ${formatUnit(unit)}: ${words}`,
    );
  }
  return first?.unit ?? null;
}

/** Why two units are not the same, or null where they are. */
export function difference(found: Unit, wanted: Unit): string | null {
  const factor = ratio(found, wanted);
  if (factor === 1) return null;
  if (factor === null) return 'different dimensions';
  return `one dimension, but 1 ${formatUnit(found)} is ${shortNumber(factor)} ${formatUnit(wanted)}; a named constant must convert`;
}

function shortNumber(value: number): string {
  return String(Number(value.toPrecision(6)));
}
