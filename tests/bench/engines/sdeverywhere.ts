import type { ModelRunner, Outputs } from '@sdeverywhere/runtime';
import type { EquationSystem } from '../../../src/export/equations.ts';
import { mdlText } from '../../../src/export/mdl.ts';
import { compileElsewhere } from '../../export/other-engine.ts';
import { DRAWN } from '../model/drawn.ts';
import { compared } from '../model/hand.ts';
import type { Engine } from './engine.ts';

/** SDEverywhere's JavaScript, compiled from our Vensim export with its sets as subscripts; only what is compared is an output. */
export async function sdeverywhere(system: EquationSystem): Promise<Engine> {
  const spaced = (id: string): string => id.replaceAll('_', ' ');
  const runner: ModelRunner = await compileElsewhere(mdlText(system), 'vensim', {
    inputVarNames: DRAWN.map(spaced),
    outputVarNames: compared.map(spaced),
  });
  const outputs: Outputs = runner.createOutputs();
  const inputs = DRAWN.map((lever) => constantOf(system, lever));
  return {
    name: "SDEverywhere's JavaScript",
    how: 'compiled from our .mdl',
    set(given) {
      for (let n = 0; n < DRAWN.length; n += 1) inputs[n] = given[n] ?? Number.NaN;
    },
    run() {
      runner.runModelSync?.(inputs, outputs);
    },
    results: () =>
      Float64Array.from(
        compared.flatMap((id) => outputs.getSeriesForVar(`_${id}`)?.points.map((point) => point.y) ?? []),
      ),
  };
}

function constantOf({ sections }: EquationSystem, id: string): number {
  const equation = sections.flatMap((section) => section.variables).find((one) => one.id === id)?.equation;
  return equation?.kind === 'constant' ? (equation.values[0] ?? Number.NaN) : Number.NaN;
}
