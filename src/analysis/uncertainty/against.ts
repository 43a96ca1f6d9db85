import { meta } from '../../generated/meta.ts';
import type { Scenario } from '../../scenario/types.ts';
import type { Runner } from './runner.ts';
import { subjectOf } from './subject.ts';

/**
 * Runs each member of a job also in another scenario, and gives what the job's has more. A lever that both draw from the same range
 * has the same value in both, so that what they share goes out of the difference.
 * @throws RangeError (the job) where the two do not cover the same time, or the other lacks what is asked for
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
      // Read here, so that what the other does not have is said before anything runs.
      subjectOf(baseline, { meta, kernel: () => {} }, [], job.ids, job.steps);
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
