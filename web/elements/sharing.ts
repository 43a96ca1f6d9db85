import { unitTable } from '../../src/generated/units.ts';
import { headlines } from '../../src/model/headlines.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { seenOfAll } from '../state/seen.ts';
import type { Snapshot } from '../state/types.ts';
import { pack } from '../storage/link.ts';
import type { Catalogue } from '../worker/protocol.ts';

/** The address that opens all of this elsewhere, or undefined where it would be too long. Loaded when somebody shares. */
export function linkTo({ history, view, runs }: Snapshot, { meta }: Catalogue): string | undefined {
  const { entries, edited, baseline } = history.present;
  const seen = seenOfAll(history.present, runs);
  const fragment = pack({
    format: 1,
    model: meta.version,
    scenarios: entries.map(({ scenario }) => writeScenario(scenario, { meta, units: unitTable, headlines })),
    edited: Math.max(
      0,
      entries.findIndex(({ key }) => key === edited),
    ),
    baseline: Math.max(
      0,
      entries.findIndex(({ key }) => key === baseline),
    ),
    hidden: entries.flatMap(({ shown }, at) => (shown ? [] : [at])),
    compare: view.compare,
    charts: view.charts,
    draws: view.draws,
    seen: entries.map(({ key }) => seen[key]),
  });
  return fragment === undefined ? undefined : location.origin + location.pathname + location.search + fragment;
}
