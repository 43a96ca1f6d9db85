import { mathjs } from './engines/mathjs.ts';
import { sdeverywhere } from './engines/sdeverywhere.ts';
import { simulationPackage } from './engines/simulation.ts';
import { agreement, benchRun, keepOf, STEPS } from './model/compiled.ts';
import { compared, handWritten } from './model/hand.ts';
import { figures, shares } from './model/model.ts';
import { duration, type Race, type Row, race } from './timing.ts';

/** Our generated kernel against the same equations written by hand, and against other engines; results equal first. */
export async function bench(): Promise<Row[]> {
  const { meta, kernel, frame, sizes, equations, system } = benchRun();
  const keep = keepOf(meta, compared);
  const ours = new Float64Array(compared.length * (STEPS + 1));
  const written = new Float64Array(ours.length);
  const run = (): void => kernel(frame, sizes, STEPS, 1, keep, ours);
  const byHand = (): void => handWritten(STEPS, 1, figures, written);
  run();
  byHand();
  const rows: Row[] = [
    row('a hand-written loop', race([run, byHand]), agreement(ours, written), { equations, sites: shares.length }, 1.1),
  ];
  for (const make of [sdeverywhere, mathjs, simulationPackage]) {
    const engine = await make(system);
    engine.run();
    const apart = agreement(ours, engine.results());
    rows.push(row(engine.name, race([run, () => engine.run()]), apart, { how: engine.how }));
  }
  return rows;
}

function row(name: string, { best, ratios }: Race, apart: number, more: Row['figures'], most?: number): Row {
  const [ours = Number.NaN, theirs = Number.NaN] = best;
  // Where it is close, the median of many rounds tells; where it is far, the fastest of each is the kinder to the slower.
  const ratio = most === undefined ? ours / theirs : (ratios[1] ?? Number.NaN);
  return {
    what: `our generated kernel against ${name}`,
    ratio,
    ...(most === undefined ? {} : { most }),
    figures: {
      ours: duration(ours),
      theirs: duration(theirs),
      'times ours': 1 / ratio,
      'farthest apart': apart,
      ...more,
    },
  };
}
