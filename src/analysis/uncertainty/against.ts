import type { Scenario } from '../../scenario/types.ts';
import type { Runner } from './runner.ts';

/**
 * Runs each member of a job also in another scenario, and gives what the job's has more. A lever that both draw from the same range
 * has the same value in both, so that what they share goes out of the difference.
 * @throws RangeError (the job) where the two do not cover the same time
 */
export function against(baseline: Scenario, runner: Runner): Runner {
  return {
    async open(job) {
      const { scenario } = job;
      const span = ({ start, horizon, step }: Scenario): string => `${start} to ${horizon}, step ${step}`;
      if (span(scenario) !== span(baseline)) {
        throw new RangeError(
          `${scenario.title} covers ${span(scenario)} and ${baseline.title} ${span(baseline)}: their draws cannot be laid side by side`,
        );
      }
      const [own, other] = await Promise.all([runner.open(job), runner.open({ ...job, scenario: baseline })]);
      return {
        workers: own.workers,
        async run(task) {
          const [more, less] = await Promise.all([own.run(task), other.run(task)]);
          for (let n = 0; n < more.length; n += 1) more[n]! -= less[n]!;
          return more;
        },
        close() {
          own.close();
          other.close();
        },
      };
    },
  };
}
