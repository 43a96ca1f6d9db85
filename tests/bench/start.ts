import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { duration, median, type Row } from './timing.ts';

/** What the command line is measured against: Node itself, and the one parser that no reader of scenario files can do without. */
const FLOOR = ['--input-type=module', '--eval', "import 'yaml'"];
const NOTHING = ['--eval', '0'];
const COMMANDS: readonly (readonly string[])[] = [['list'], ['--help'], ['run', 'stargate-announced']];
const ROUNDS = 25;

const root = fileURLToPath(new URL('../..', import.meta.url));
const meter = fileURLToPath(new URL('programs/meter.cjs', import.meta.url));

/** From nothing to the last line, in turns. Programs tell what they worked, which a busy machine does not stretch as it does the time that passes. */
export function bench(): Row[] {
  const programs = [FLOOR, NOTHING, ...COMMANDS.map((command) => ['dist/cli/main.js', ...command])];
  for (const program of programs) start(program);
  const rounds = Array.from({ length: ROUNDS }, () => programs.map(start));
  const of = (n: number, what: keyof Start): number[] => rounds.map((round) => round[n]?.[what] ?? Number.NaN);
  const against = (n: number, what: keyof Start): number =>
    median(rounds.map((round) => (round[n]?.[what] ?? Number.NaN) / (round[0]?.[what] ?? Number.NaN)));
  return COMMANDS.map((command, n) => ({
    what: `buildout ${command.join(' ')} against Node importing the YAML parser`,
    ratio: against(n + 2, 'worked'),
    most: 1.5,
    figures: {
      ours: duration(Math.min(...of(n + 2, 'worked'))),
      theirs: duration(Math.min(...of(0, 'worked'))),
      'Node alone': duration(Math.min(...of(1, 'worked'))),
      'time that passed': `${duration(Math.min(...of(n + 2, 'passed')))} against ${duration(Math.min(...of(0, 'passed')))}`,
      'its ratio': against(n + 2, 'passed'),
      rounds: ROUNDS,
    },
  }));
}

interface Start {
  /** Milliseconds of work, and of time. */
  readonly worked: number;
  readonly passed: number;
}

function start(program: readonly string[]): Start {
  const begin = performance.now();
  const { output, status } = spawnSync(process.execPath, ['--require', meter, ...program], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${program.join(' ')} ends with ${status}`);
  return { worked: Number(output[3]), passed: performance.now() - begin };
}
