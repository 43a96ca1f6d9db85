import { leastChange } from '../../src/analysis/uncertainty/change.ts';
import { claimChances } from '../../src/analysis/uncertainty/claim-chances.ts';
import { Crew, type Thread } from '../../src/analysis/uncertainty/crew.ts';
import { type Ensemble, ensemble } from '../../src/analysis/uncertainty/ensemble.ts';
import { importance } from '../../src/analysis/uncertainty/importance.ts';
import { region } from '../../src/analysis/uncertainty/region.ts';
import { inThisThread, type Runner } from '../../src/analysis/uncertainty/runner.ts';
import { seek } from '../../src/analysis/uncertainty/seek.ts';
import { tornado } from '../../src/analysis/uncertainty/tornado.ts';
import { headlines } from '../../src/model/headlines.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { draws } from './draws.ts';
import type { EnsembleData, FromAnalyst, Inquiries, InquiryKind, ToAnalyst } from './inquiry.ts';
import { seriesIds } from './series.ts';
import { chosen } from './wanted.ts';

/** Bytes that results may take in a page; larger ones go into t-digests. */
const MEMORY = 256 * 2 ** 20;

/** What an inquiry is answered with: who runs members, whether it is enough, and whom to tell how far it is. */
interface Means {
  readonly runner: Runner;
  readonly cancel: { aborted: boolean };
  readonly onProgress: (done: number, of: number) => void;
  readonly onPart: (answer: EnsembleData) => void;
}

type Answers = {
  readonly [Kind in InquiryKind]: (
    scenario: Scenario,
    asks: Inquiries[Kind]['asks'],
    means: Means,
  ) => Inquiries[Kind]['gives'] | Promise<Inquiries[Kind]['gives']>;
};

const answers: Answers = {
  async ensemble(scenario, { ids, members, targets, against: baseline }, { onPart, ...means }) {
    const onBands = (found: Ensemble): void => onPart(plain(found));
    const own = chosen(ids, outputsOf(scenario));
    return plain(
      await ensemble(scenario, {
        ids: baseline === undefined ? own : chosen(own, outputsOf(baseline)),
        members,
        ...(targets && { targets }),
        memory: MEMORY,
        onBands,
        ...(baseline && { against: baseline }),
        ...means,
      }),
    );
  },
  draws: (scenario, asks, { onPart: _, ...means }) => draws(scenario, asks, { memory: MEMORY, ...means }),
  tornado: (scenario, { question }) => tornado(scenario, question),
  async importance(scenario, { question, members }, { onPart: _, ...means }) {
    const { scatter, ...found } = await importance(scenario, question, { members, ...means });
    const clouds = found.rows
      .filter(({ inert }) => !inert)
      .flatMap(({ levers }) => levers.map((lever) => [lever, scatter(lever)] as const));
    const inputs = Object.fromEntries(clouds.map(([lever, cloud]) => [lever, cloud.inputs]));
    return { ...found, inputs, outputs: clouds[0]?.[1].outputs ?? new Float64Array() };
  },
  seek: (scenario, request) => seek(scenario, request),
  least: (scenario, { target }) => leastChange(scenario, target),
  region: (scenario, { axes, ...options }, { onPart: _, ...means }) => region(scenario, axes, { ...options, ...means }),
  claims: (scenario, { members }, { onPart: _, ...means }) =>
    claimChances(scenario, { members, pause: breath, ...means }),
};

/** Lets what has been told meanwhile be heard. */
function breath(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

function plain({ members, asked, quantiles, times, bands, headlines: ranges, chances }: Ensemble): EnsembleData {
  return { members, asked, quantiles, times, bands, headlines: ranges, chances };
}

function outputsOf(scenario: Scenario): string[] {
  return [...headlines.map(({ id }) => id), ...seriesIds(scenario)];
}

/** A page's worker as one who does tasks. What it cannot do any more is noticed by the page, which ends all of them. */
function threadBehind(port: MessagePort): Thread {
  return {
    listen(hear) {
      port.onmessage = ({ data }) => hear(data);
    },
    tell: (request) => port.postMessage(request),
  };
}

let runner: Runner = inThisThread();
const open = new Map<number, { aborted: boolean }>();

/** Answers inquiries, several at a time. */
export async function hear(message: ToAnalyst, say: (answer: FromAnalyst) => void): Promise<void> {
  if (message.type === 'crew') {
    if (message.ports.length > 0) runner = new Crew(message.ports.map(threadBehind));
    return;
  }
  const { id } = message;
  if (message.type === 'enough') {
    const cancel = open.get(id);
    if (cancel !== undefined) cancel.aborted = true;
    return;
  }
  const cancel = { aborted: false };
  open.set(id, cancel);
  const means: Means = {
    runner,
    cancel,
    onProgress: (done, of) => say({ type: 'progress', id, done, of }),
    onPart: (answer) => say({ type: 'part', id, answer }),
  };
  try {
    const answer = answers[message.kind] as (
      scenario: Scenario,
      asks: unknown,
      means: Means,
    ) => Inquiries[InquiryKind]['gives'] | Promise<Inquiries[InquiryKind]['gives']>;
    say({ type: 'found', id, answer: await answer(message.scenario, message.asks, means) });
  } catch (error) {
    if (error instanceof RangeError) say({ type: 'refused', id, why: error.message });
    // A fault of ours: the page hears of it as of any error of a worker.
    else reportError(error);
  } finally {
    open.delete(id);
  }
}
