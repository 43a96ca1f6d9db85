import type { Expression } from '../engine/types.ts';
import { freeSets } from '../engine/walk.ts';
import type { Scenario } from '../scenario/types.ts';
import { type EquationSystem, type Section, type Variable, YEARS_IN_A_MONTH } from './equations.ts';
import { type Dialect, foreignFormula } from './foreign-formula.ts';
import { ForeignNames } from './foreign-names.ts';
import { foreignUnit } from './foreign-units.ts';
import { documentation, nameVariables, oneLine, variablesOf } from './foreign-variables.ts';
import { systemOf } from './system.ts';
import { mapParts, times } from './tree.ts';
import { VENSIM_WORDS } from './words.ts';

/**
 * The whole model with the values of a scenario, as a Vensim model file (.mdl): sets as subscripts, every record an equation
 * of its own with unit and documentation, delays as the three stocks they are made of. Time is in months, Euler steps.
 */
export function toMdl(scenario: Scenario): string {
  return mdlText(systemOf(scenario));
}

/** Any system of equations as a Vensim model file. */
export function mdlText(system: EquationSystem): string {
  return new MdlWriter(system).text();
}

class MdlWriter {
  private readonly system: EquationSystem;
  private readonly names = new ForeignNames(VENSIM_WORDS);
  private readonly over: Map<string, readonly string[]>;

  constructor(system: EquationSystem) {
    this.system = system;
    nameVariables(system, this.names);
    for (const set of system.sets) {
      this.names.give(`set ${set.id}`, set.id);
      for (const item of set.items) this.names.give(`item ${set.id} ${item.id}`, item.id);
    }
    this.over = new Map(variablesOf(system).map(({ id, over }) => [id, over]));
  }

  text(): string {
    const { title, description, sets, sections } = this.system;
    const subscripts = sets.map((set) => {
      const items = set.items.map((item) => this.names.spaced(`item ${set.id} ${item.id}`)).join(', ');
      const words = `${set.title}: ${set.items.map((item) => item.title).join(', ')}.`;
      return [`${this.names.spaced(`set ${set.id}`)}:`, `\t${items}`, ...remarks('', words)].join('\n');
    });
    return [
      `{UTF-8}\n${group('About', `${title}. ${description}`)}`,
      ...subscripts,
      ...sections.filter(({ variables }) => variables.length > 0).flatMap((section) => this.section(section)),
      this.control(),
      '',
    ].join('\n\n');
  }

  private section({ title, says, variables }: Section): string[] {
    return [group(title, says), ...variables.flatMap((variable) => this.variable(variable))];
  }

  /** The variable, behind it those that its equations had to be split into. */
  private variable(variable: Variable): string[] {
    const all: Variable[] = [variable];
    const texts: string[] = [];
    for (const one of all) {
      const equations = this.equations(one, (sum) => {
        const id = `${variable.id} part ${all.length}`;
        const over = [...freeSets(sum, (used) => this.over.get(used) ?? [])];
        this.names.give(id, id);
        this.over.set(id, over);
        const title = `${variable.title}: part ${all.length} of its equation`;
        all.push({ id, title, says: '', over, equation: { kind: 'value', formula: sum } });
        return { kind: 'reference', id };
      });
      const unit = one.unit === undefined ? '' : foreignUnit(one.unit, 'Dmnl');
      texts.push([equations.join(' ~~|\n'), ...remarks(unit, documentation(one))].join('\n'));
    }
    return texts;
  }

  private equations({ id, over, equation }: Variable, lift: (sum: Expression) => Expression): string[] {
    const name = this.names.spaced(id);
    const write = (expression: Expression): string => foreignFormula(sumsApart(expression, lift), this.dialect);
    const whole = `${name}${this.subscripts(over)} =`;
    switch (equation.kind) {
      case 'value':
        return [wrapped(`${whole} ${write(equation.formula)}`)];
      case 'stock': {
        const rate = times(equation.net, YEARS_IN_A_MONTH);
        return [wrapped(`${whole} INTEG(${write(rate)}, ${write(equation.initial)})`)];
      }
      case 'items':
        return this.items(over).map((item, n) =>
          wrapped(`${name}[${item}] = ${write(equation.formulas[n] ?? { kind: 'number', value: 0 })}`),
        );
      case 'constant':
        if (over.length < 2) return [`${whole} ${equation.values.join(', ')}`];
        return this.items(over).map((item, n) => `${name}[${item}] = ${equation.values[n]}`);
    }
  }

  private subscripts(over: readonly string[], mark: (set: string) => string = () => ''): string {
    if (over.length === 0) return '';
    return `[${over.map((set) => this.names.spaced(`set ${set}`) + mark(set)).join(', ')}]`;
  }

  /** Subscripts of every item, or combination of items, the last set innermost. */
  private items(over: readonly string[]): string[] {
    return over.reduce<string[]>(
      (heads, id) => {
        const set = this.system.sets.find((one) => one.id === id);
        const items = (set?.items ?? []).map((item) => this.names.spaced(`item ${id} ${item.id}`));
        return heads.flatMap((head) => items.map((item) => (head === '' ? item : `${head}, ${item}`)));
      },
      [''],
    );
  }

  private readonly dialect: Dialect = {
    reference: (id, summed) => {
      if (id === 'time') return 'Time';
      if (id === 'time_step') return 'TIME STEP';
      const over = this.over.get(id) ?? [];
      return this.names.spaced(id) + this.subscripts(over, (set) => (summed.includes(set) ? '!' : ''));
    },
    conditionalIsCall: true,
    conditional: (test, yes, no) => `IF THEN ELSE(${test}, ${yes}, ${no})`,
    sum: (of) => `SUM(${of})`,
    operators: { '==': '=', '!=': '<>', and: ':AND:', or: ':OR:', not: ':NOT:' },
  };

  private control(): string {
    const { months, step } = this.system;
    const lines: [string, string, string][] = [
      ['INITIAL TIME', '0', 'The start of the run.'],
      ['FINAL TIME', String(months), 'The last month of the run.'],
      ['TIME STEP', String(step), 'Euler steps of this length.'],
      ['SAVEPER', 'TIME STEP', 'Every step is saved.'],
    ];
    const equations = lines.map(([name, value, says]) => [`${name} = ${value}`, ...remarks('month', says)].join('\n'));
    return [group('Control', 'Simulation control parameters'), ...equations].join('\n\n');
  }
}

/** A sum inside a sum becomes a variable: subscripts of both would be one and the same mark. */
function sumsApart(expression: Expression, lift: (sum: Expression) => Expression, inside = false): Expression {
  const tidy = mapParts(expression, (part) => sumsApart(part, lift, inside || expression.kind === 'sum'));
  return inside && tidy.kind === 'sum' ? lift(tidy) : tidy;
}

const WIDTH = 96;

/** Long equations go on in further lines, broken before operators and after commas. */
function wrapped(text: string): string {
  const pieces = text.split(/(?<=,) | (?=(?:[-+*/^=<>]+|:AND:|:OR:) )/u);
  const lines: string[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + piece.length < WIDTH) lines[lines.length - 1] = `${line} ${piece}`;
    else lines.push(piece);
  }
  return lines.join(' \\\n\t\t');
}

function remarks(unit: string, words: string): string[] {
  return [`\t~\t${unit}`, `\t~\t${harmless(words)}`, '\t|'];
}

function group(title: string, says: string): string {
  const stars = '*'.repeat(56);
  return `${stars}\n\t.${harmless(title)}\n${stars}~\n\t\t${harmless(says)}\n\t|`;
}

/** Words without the signs that end a section of the file or begin something else in it. */
function harmless(words: string): string {
  return oneLine(words)
    .replace(/[|\\]/gu, '/')
    .replaceAll('~', '-')
    .replaceAll('"', "'")
    .replace(/[{[]/gu, '(')
    .replace(/[}\]]/gu, ')')
    .replace(/\*{2,}/gu, '*')
    .replace(/:([A-Z ]+):/gu, '$1')
    .replace(/TABBED ARRAY/giu, 'table');
}
