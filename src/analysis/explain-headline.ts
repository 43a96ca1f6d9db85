import { headlines } from '../model/headlines.ts';
import { monthOfStep } from './dates.ts';
import { averageCover, cashFlows, coveredSteps, stepsOfYear } from './headlines.ts';
import type { Projected } from './project.ts';
import { rateOfReturn } from './rate.ts';
import type { Explanation } from './types.ts';

/**
 * A headline and the values it was taken from. One that does not exist has no value, and the reason as `why`.
 * @param at  explains a series at a step.
 */
export function explainHeadline(
  id: string,
  inside: Projected,
  at: (series: string, k: number) => Explanation,
): Explanation {
  const stated = headlines.find((one) => one.id === id);
  const result = inside.headline(id);
  if (stated === undefined) throw new RangeError(`there is no headline "${id}"`);
  const { title, unit, show, says, of } = stated;
  const { values } = inside.series(of);
  const last = values.length - 1;
  const common = { id, title, unit, ...(show === undefined ? {} : { show }), says, tag: 'computed' as const };
  const month = (k: number): string => monthOfStep(k, inside.scenario);
  const value = result.value ?? Number.NaN;
  if (result.value === null) {
    const why = result.reason === undefined ? {} : { why: result.reason };
    return { ...common, at: month(last), value, inputs: [], ...why };
  }
  switch (stated.take) {
    case 'last': {
      const input = at(of, last);
      return {
        ...common,
        at: month(last),
        value,
        formula: `${of} at the end`,
        recomputed: input.value,
        inputs: [input],
      };
    }
    case 'max': {
      const k = values.indexOf(value);
      const input = at(of, k);
      return { ...common, at: month(k), value, formula: `the largest ${of}`, recomputed: input.value, inputs: [input] };
    }
    case 'cover': {
      const service = stated.with ?? of;
      const used = inside.series(stated.needs?.series ?? of).values;
      const { from, length } = coveredSteps(used, stepsOfYear(inside.inputs.step));
      const covers = Array.from({ length }, (_, k) => at(of, from + k));
      const due = Array.from({ length }, (_, k) => at(service, from + k));
      const [a, b] = [covers, due].map((list) => Float64Array.from(list, (one) => one.value));
      return {
        ...common,
        at: month(last),
        value,
        formula: `${of} * ${service} over ${service}, each added up from 12 months after first use`,
        recomputed: averageCover(a ?? values, b ?? values) ?? Number.NaN,
        inputs: [...covers, ...due],
      };
    }
    case 'payback': {
      const before = values.findLastIndex((one) => one < 0);
      const [elapsed, below, above, step] = [
        at('elapsed', before),
        at(of, before),
        at(of, before + 1),
        at('step_years', before),
      ];
      return {
        ...common,
        at: month(before + 1),
        value,
        formula: `elapsed + ${of} / (${of} - ${of} a step later) * step_years, where ${of} passes zero for good`,
        recomputed: elapsed.value + (below.value / (below.value - above.value)) * step.value,
        inputs: [elapsed, below, above, step],
      };
    }
    case 'irr': {
      const flows = Array.from({ length: last }, (_, k) => at(of, k));
      const final = stated.with === undefined ? [] : [at(stated.with, last)];
      const step = at('step_years', 0);
      const amounts = cashFlows(
        Float64Array.from([...flows, { value: 0 }], (one) => one.value),
        Float64Array.from(final, (one) => one.value),
        step.value,
      );
      return {
        ...common,
        at: month(last),
        value,
        formula: `the rate at which ${of} * step_years of every step, and ${stated.with ?? 'nothing'} at the end, have no present value`,
        recomputed: rateOfReturn(amounts, step.value).value ?? Number.NaN,
        inputs: [...flows, ...final, step],
      };
    }
  }
}
