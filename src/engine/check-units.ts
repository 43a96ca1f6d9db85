import type { Planned } from './expand.ts';
import { difference, inferUnit } from './infer.ts';
import { BUILT_IN, type Expression, type Model, type ModelProblem } from './types.ts';
import { divide, formatUnit, multiply, type Unit } from './unit-algebra.ts';
import { UnitError, type UnitSystem } from './units.ts';
import { references } from './walk.ts';

type Part = ModelProblem['part'];

/** What a part of a record must come out in, in words for the message. */
interface Wanted {
  readonly unit: Unit;
  readonly says: string;
}

/**
 * Checks the dimension and the scale of every formula against the declared unit. A formula that uses what does not exist, or has no
 * readable unit, is left to the messages that say so.
 */
export function checkUnits(model: Model, planned: readonly Planned[], system: UnitSystem): ModelProblem[] {
  const problems: ModelProblem[] = [];
  const units = new Map<string, Unit>();
  for (const [id, text] of Object.entries(BUILT_IN)) units.set(id, system.read(text));
  for (const record of model.sectors.flatMap((sector) => sector.records)) {
    const say = (message: string): void => void problems.push({ record: record.id, part: 'unit', message });
    const unit = tryRead(record.unit, system, say);
    if (unit === null) continue;
    units.set(record.id, unit);
    if (record.show === '%' && difference(unit, system.read('1')) !== null)
      say(`is shown in %, but its unit is ${record.unit}, not 1`);
  }
  for (const one of planned) if (one.stageOf !== undefined) units.set(one.id, system.read(one.unit));
  const year = system.read('year');
  for (const one of planned) {
    const unit = units.get(one.id);
    if (unit === undefined) continue;
    for (const [part, expression] of Object.entries(one.stated) as [Part, Expression][]) {
      if ([...references(expression)].some((id) => !units.has(id))) continue;
      const say = (message: string): void => void problems.push({ record: one.id, part, message });
      const found = inferUnit(expression, (id) => units.get(id) ?? unit, say);
      const wanted = wantedUnit(one, part, unit, year);
      const words = found === null ? null : difference(found, wanted.unit);
      if (found === null || words === null) continue;
      say(`gives ${formatUnit(found)}, but ${wanted.says} ${formatUnit(wanted.unit)}: ${words}`);
    }
  }
  return problems;
}

function wantedUnit(one: Planned, part: Part, unit: Unit, year: Unit): Wanted {
  if (one.kind === 'stock' && part === 'net')
    return { unit: divide(unit, year), says: 'the change of this stock is in' };
  if (one.kind === 'delay' && part === 'time') return { unit: year, says: 'the time of a delay is in' };
  if (one.kind === 'delay' && part === 'initial')
    return { unit: multiply(unit, year), says: 'what is under way in this delay is in' };
  return { unit, says: 'the declared unit is' };
}

function tryRead(text: string, system: UnitSystem, say: (message: string) => void): Unit | null {
  try {
    return system.read(text);
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    say(error.message);
    return null;
  }
}
