import type { ModelMeta } from '../engine/meta.ts';
import { hint } from '../engine/nearest.ts';
import { isYearMonth } from './dates.ts';
import { itemKinds, namesOf } from './names.ts';
import { isFault, sentence } from './problems.ts';
import { parseQuantity } from './quantity.ts';
import { type HeadlineName, seriesNames, seriesOf } from './series.ts';
import type { Scenario, Target } from './types.ts';
import type { UnitTable } from './unit.ts';

export interface AmountContext {
  readonly meta: ModelMeta;
  readonly units: UnitTable;
  readonly headlines: readonly HeadlineName[];
}

/**
 * A quantity of something that a run gives, as people write it ("10 GW"), in its own unit and in the scenario's language.
 * @throws RangeError for a name that the scenario does not have, and for a text that is no quantity of it
 */
export function readAmount(scenario: Scenario, of: string, text: string, context: AmountContext): number {
  const { meta, units, headlines } = context;
  const scope = { names: namesOf(meta), items: itemKinds(scenario), headlines };
  const found = seriesOf(of, scope, scenario.metrics);
  if (found === undefined) {
    throw new RangeError(`there is no series or headline "${of}"${hint(of, seriesNames(scope, scenario.metrics))}`);
  }
  // The unit of a metric that declares none is known once its formula has been read.
  const unit = scenario.metrics[of]?.parsed?.unit;
  const measure = found.measure ?? (unit === undefined ? undefined : { unit, type: 'number' as const });
  if (measure === undefined) throw new RangeError(`the unit of "${of}" is not known: its formula has not been read`);
  const value = parseQuantity(text, measure, { language: scenario.language, units, start: scenario.start });
  if (isFault(value)) throw new RangeError(`${of}: ${sentence(value)}`);
  return value;
}

/**
 * A target in one line: what, at least or at most how much, and when. Without a month it is the last one's.
 * @throws RangeError for a line that is none
 */
export function readWanted(scenario: Scenario, text: string, context: AmountContext): Target {
  const { of, sign, amount, at } =
    /^\s*(?<of>[\w.]+)\s*(?<sign>[<>])=?\s*(?<amount>[^@]+?)\s*(?:@\s*(?<at>.*?)\s*)?$/u.exec(text)?.groups ?? {
      of: '',
      sign: '',
      amount: '',
      at: undefined,
    };
  if (of === undefined || of === '' || amount === undefined) {
    throw new RangeError(`${text}: expected a target such as facility_in_use>=10 GW@2030-01`);
  }
  const month = at !== undefined && /^\d{4}$/u.test(at) ? `${at}-01` : at;
  if (month !== undefined && !isYearMonth(month))
    throw new RangeError(`${text}: expected a month such as 2030-01 after @`);
  const value = readAmount(scenario, of, amount, context);
  return {
    of,
    ...(month === undefined ? {} : { at: month }),
    ...(sign === '>' ? { least: value } : { most: value }),
  };
}
