import { momentOf, valueAt } from '../../src/analysis/dates.ts';
import { simulate } from '../../src/analysis/project.ts';
import { claimTargets } from '../../src/analysis/uncertainty/claim-chances.ts';
import { distributionAt } from '../../src/analysis/uncertainty/distribution.ts';
import { type EnsembleOptions, ensemble } from '../../src/analysis/uncertainty/ensemble.ts';
import { membersOf } from '../../src/analysis/uncertainty/members.ts';
import { headlines } from '../../src/model/headlines.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import type { DrawsAsk, DrawsData } from './inquiry.ts';

/** All members' values of one output, some members as they are, and beside them the central run and what was claimed. */
export async function draws(
  scenario: Scenario,
  { question: { of, at }, members, lines }: DrawsAsk,
  means: Pick<EnsembleOptions, 'runner' | 'cancel' | 'memory' | 'onProgress'>,
): Promise<DrawsData> {
  const options = { ids: [of], members };
  const found = await ensemble(scenario, { ...options, targets: {}, ...means });
  const { output, values } = distributionAt(found, { of, ...(at !== undefined && { at }) });
  const band = found.bands[of];
  const month = at ?? scenario.horizon;
  const first = Array.from({ length: band === undefined ? 0 : Math.min(lines, found.members) }, (_member, n) => n);
  const run = simulate(scenario, { keep: band === undefined ? [] : [of] });
  const middle = band === undefined ? undefined : run.series(of).values.slice();
  return {
    members: found.members,
    unit: output.unit,
    central: middle ? existing(valueAt(middle, momentOf(month, scenario))) : run.headline(of).value,
    ...(middle && { middle }),
    said: said(scenario, of, band === undefined ? undefined : month),
    sorted: values,
    times: found.times,
    lines: membersOf(scenario, options, first).flatMap(({ series }) => series.get(of) ?? []),
  };
}

/** Figures that claims give for one number: a series in a month, or a headline. A claim about a peak is one about the headline of it. */
function said(scenario: Scenario, of: string, month: string | undefined): DrawsData['said'] {
  const peak = headlines.find(({ id, take }) => id === of && take === 'max')?.of;
  return [...claimTargets(scenario).values()].flatMap(({ claim, target }) => {
    const { value, least, most } = claim.figure ?? {};
    const figure = value ?? least ?? most;
    const isSame =
      target.take === 'max'
        ? target.of === peak
        : target.of === of && (month === undefined || (target.at ?? scenario.horizon) === month);
    return isSame && figure !== undefined ? [{ claim: claim.id, says: claim.says, value: figure }] : [];
  });
}

function existing(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
