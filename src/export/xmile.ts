import type { Expression } from '../engine/types.ts';
import type { Scenario } from '../scenario/types.ts';
import { chained } from './branches.ts';
import { type EquationSystem, type Variable, YEARS_IN_A_MONTH } from './equations.ts';
import { type Dialect, foreignFormula } from './foreign-formula.ts';
import { ForeignNames } from './foreign-names.ts';
import { foreignUnit } from './foreign-units.ts';
import { documentation, nameVariables, oneLine, variablesOf } from './foreign-variables.ts';
import { systemOf } from './system.ts';
import { times } from './tree.ts';
import { unrolled } from './unroll.ts';
import { XMILE_WORDS } from './words.ts';

/**
 * The whole model with the values of a scenario, as XMILE 1.0: a variable for each item, since arrays are an option of the
 * format that not every reader has; every stock with one flow; delays as the three stocks they are made of.
 */
export function toXmile(scenario: Scenario): string {
  return xmileText(systemOf(scenario));
}

/** Any system of equations as XMILE 1.0. */
export function xmileText(system: EquationSystem): string {
  return new XmileWriter(unrolled(system)).text();
}

class XmileWriter {
  private readonly system: EquationSystem;
  private readonly names = new ForeignNames(XMILE_WORDS);

  constructor(system: EquationSystem) {
    this.system = system;
    nameVariables(system, this.names);
  }

  text(): string {
    const { title, description, months, step } = this.system;
    const variables = variablesOf(this.system).flatMap((variable) => this.variable(variable));
    return [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">',
      '<header>',
      `  <name>${escaped(oneLine(title))}</name>`,
      '  <vendor>Buildout contributors</vendor>',
      '  <product version="1.0" lang="en">Buildout</product>',
      `  <caption>${escaped(oneLine(description))}</caption>`,
      '</header>',
      '<sim_specs method="Euler" time_units="month">',
      '  <start>0</start>',
      `  <stop>${months}</stop>`,
      `  <dt>${step}</dt>`,
      '</sim_specs>',
      '<model>',
      '<variables>',
      ...variables,
      '</variables>',
      '</model>',
      '</xmile>',
      '',
    ].join('\n');
  }

  /** The variable, its flow if it is a stock, and those that its equation had to be split into. */
  private variable(variable: Variable): string[] {
    const all: Variable[] = [variable];
    const texts: string[] = [];
    for (const one of all) {
      const lift = (part: Expression, own: boolean): Expression => {
        const key = `${variable.id} part ${all.length}`;
        this.names.give(key, `${this.names.of(variable.id)}_part_${all.length}`);
        const title = `${variable.title}: part ${all.length} of its equation`;
        const unit = own && one.unit !== undefined && one.equation.kind !== 'stock' ? { unit: one.unit } : {};
        all.push({ id: key, title, says: '', over: [], ...unit, equation: { kind: 'value', formula: part } });
        return { kind: 'reference', id: key };
      };
      const enclosed = (test: Expression): boolean => /^\(.*\)$/u.test(foreignFormula(test, this.dialect));
      texts.push(...this.own(one, (expression) => foreignFormula(chained(expression, lift, enclosed), this.dialect)));
    }
    return texts;
  }

  private own(variable: Variable, write: (expression: Expression) => string): string[] {
    const { id, title, unit, equation } = variable;
    const name = this.names.of(id);
    const says = documentation(variable);
    switch (equation.kind) {
      case 'constant':
        return [element('aux', name, [['eqn', String(equation.values[0])]], unit, says)];
      case 'value':
        return [element('aux', name, [['eqn', write(equation.formula)]], unit, says)];
      case 'stock': {
        const flow = this.names.give(`${id} change`, `${name}_change`);
        const rate = write(times(equation.net, YEARS_IN_A_MONTH));
        const lines: [string, string][] = [
          ['eqn', write(equation.initial)],
          ['inflow', flow],
        ];
        const perMonth = unit === undefined ? undefined : unit === '1' ? '1/month' : `${unit}/month`;
        return [
          element('stock', name, lines, unit, says),
          element('flow', flow, [['eqn', rate]], perMonth, `${title}: change in a month.`),
        ];
      }
    }
    throw new Error(`"${id}" has an equation for each item, and was not unrolled`);
  }

  private readonly dialect: Dialect = {
    reference: (id) => (id === 'time' ? 'TIME' : id === 'time_step' ? 'DT' : this.names.of(id)),
    conditionalIsCall: false,
    conditional: (test, yes, no) => `IF ${test} THEN ${yes} ELSE ${no}`,
    sum: () => {
      throw new Error('a sum was not unrolled');
    },
    operators: { '==': '=', '!=': '<>', and: 'AND', or: 'OR', not: 'NOT' },
  };
}

/** In equations a name has underscores, in its own element spaces: what programs show. */
function element(
  kind: 'aux' | 'stock' | 'flow',
  name: string,
  lines: readonly (readonly [string, string])[],
  unit: string | undefined,
  says: string,
): string {
  return [
    `<${kind} name="${name.replaceAll('_', ' ')}">`,
    `  <doc>${escaped(says)}</doc>`,
    ...lines.map(([tag, text]) => `  <${tag}>${escaped(text)}</${tag}>`),
    ...(unit === undefined ? [] : [`  <units>${escaped(foreignUnit(unit, 'dmnl'))}</units>`]),
    `</${kind}>`,
  ].join('\n');
}

function escaped(text: string): string {
  // Control characters have no place in XML, escaped or not.
  return text
    .replace(/[^\P{C}\t\n\r]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
