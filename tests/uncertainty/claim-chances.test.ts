import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import { meets } from '../../src/analysis/uncertainty/ask.ts';
import { leastChange } from '../../src/analysis/uncertainty/change.ts';
import { claimChances, claimTargets } from '../../src/analysis/uncertainty/claim-chances.ts';
import { probe } from '../../src/analysis/uncertainty/tornado.ts';
import { claims, scenarios, setLever, simulate } from '../../src/index.ts';

const central = scenarios.find(({ id }) => id === 'stargate-central')!;

test('a claim is asked for as it is answered: what it is now is the answer of the run, in every scenario that ships', () => {
  let compared = 0;
  for (const scenario of scenarios) {
    const answers = new Map(claims(simulate(scenario)).map((answer) => [answer.claim.id, answer]));
    for (const [id, { target, kind }] of claimTargets(scenario)) {
      const now = probe(scenario, [], target).answer([]);
      const answer = answers.get(id)!;
      equal([now, meets(now, target), kind], [answer.value, answer.holds, answer.kind], `${scenario.id}: ${id}`);
      compared += 1;
    }
  }
  ok(compared > 20, `${compared} compared`);
});

test('claims that are cancelled keep their chances, of the members that were run', async () => {
  const cancel = { aborted: false };
  const onProgress = (): void => {
    cancel.aborted = true;
  };
  const found = await claimChances(central, { members: 2000, cancel, onProgress });
  ok(found.length > 2);
  for (const { chance, change } of found) {
    ok(chance.members > 0 && chance.members < 2000, `${chance.members}`);
    is(change, undefined);
  }
});

test('a change of whole numbers meets the target itself, and one less does not', () => {
  // A start is a whole number of months: the month nearest to what is wanted may be one too late.
  const later = setLever(central, 'stargate.start', { low: 0, central: 14, high: 20 });
  const target = { of: 'spent_total', at: '2027-06', least: 1.2 * simulate(later).at('spent_total', '2027-06') };
  const { alone, holds } = leastChange(later, target);
  is(holds, false);
  const start = alone.find(({ levers }) => levers[0]?.lever === 'stargate.start');
  ok(start !== undefined, `of ${alone.map(({ levers }) => levers[0]?.lever).join(' ')}`);
  const [{ lever, from, to }] = start.levers as [(typeof start.levers)[number]];
  const at = (value: number) => simulate(later, { choose: new Map([[lever, value]]) }).at('spent_total', '2027-06');
  ok(
    Number.isInteger(to) && at(to) >= target.least && at(to + Math.sign(from - to)) < target.least,
    `${to}: ${at(to)}`,
  );
});

test.run();
