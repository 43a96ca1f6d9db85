import { type ClaimAnswer, claims as claimsOf } from '../../src/analysis/claims.ts';
import { type Hindcast, hindcast } from '../../src/analysis/hindcast.ts';
import { simulate } from '../../src/analysis/project.ts';
import { type RealityRow, realityRow } from '../../src/analysis/reality.ts';
import { meta } from '../../src/generated/meta.ts';
import { reality } from '../../src/generated/reality.ts';
import { scenarios } from '../../src/generated/scenarios.ts';
import { claims, sources } from '../../src/generated/seeds.ts';
import type { Claim, RealityFigure, Source } from '../../src/scenario/seeds-types.ts';
import type { Scenario } from '../../src/scenario/types.ts';

/** What there is to hold the model against: known before anything is computed. */
export interface Evidence {
  readonly type: 'evidence';
  readonly model: string;
  readonly figures: readonly RealityFigure[];
  readonly sources: readonly Source[];
  /** Claims that the model has no answer to, each with its reason. */
  readonly unanswered: readonly Claim[];
  readonly shipped: readonly { readonly id: string; readonly title: string }[];
}

/** The claims held against a scenario that ships, by its id, or against any other. */
export interface ClaimsRequest {
  readonly question: number;
  readonly of: string | Scenario;
}

export type FromProof =
  | Evidence
  | { readonly type: 'hindcast'; readonly hindcast: Hindcast }
  | { readonly type: 'row'; readonly row: RealityRow }
  | {
      readonly type: 'claims';
      readonly question: number;
      readonly answers: readonly ClaimAnswer[];
      /** Why there are none. */
      readonly failure?: string;
    };

const say = (message: FromProof): void => postMessage(message);

/** The worker of the page that holds the model against reality: what is quick comes first, then figure by figure what takes hundreds of runs. */
async function begin(): Promise<void> {
  say({
    type: 'evidence',
    model: meta.version,
    figures: reality,
    sources,
    unanswered: claims.filter(({ unanswered }) => unanswered !== undefined),
    shipped: scenarios.map(({ id = '', title }) => ({ id, title })),
  });
  say({ type: 'hindcast', hindcast: hindcast() });
  for (const figure of reality) {
    say({ type: 'row', row: realityRow(figure) });
    // Between two figures the worker hears which scenario's claims are wanted.
    await new Promise((done) => setTimeout(done));
  }
}

addEventListener('message', ({ data: { question, of } }: MessageEvent<ClaimsRequest>) => {
  try {
    const scenario = typeof of === 'string' ? scenarios.find(({ id }) => id === of) : of;
    if (scenario === undefined) throw new RangeError(`no scenario "${of}" ships`);
    say({ type: 'claims', question, answers: claimsOf(simulate(scenario)) });
  } catch (error) {
    // Kept by an earlier version of the page, with levers that are no more.
    say({ type: 'claims', question, answers: [], failure: error instanceof Error ? error.message : String(error) });
  }
});
begin();
