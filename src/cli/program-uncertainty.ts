import { type Command, Option } from 'commander';
import { collect, command, examples, names, SCENARIO, wholeFrom } from './options.ts';

const OUTPUT = 'a series, a headline or a metric';
const TARGET = 'in one line: facility_in_use>="10 GW"@2030-01; as often as needed';
const INTERRUPTED = `
Ctrl-C stops it and prints what is done by then, which is valid for so many
members, levers or points; it says so and ends with 0, or with 130 if there is
nothing.`;

const ROWS = `
--rows draws writes a row for each member: what was drawn for each lever, and
what came of it. --rows runs writes each member's whole series. Both come out as
they are run, so that a million members need no more memory than a thousand.
A Parquet file is read by DuckDB: select * from 'all.parquet'.
`;

/** The commands that ask how sure, what matters, and what it would take. */
export function addUncertainty(root: Command, end: (code: number) => void): void {
  const seed = (): Option =>
    new Option('--seed <number>', "of the draws, instead of the scenario's own").argParser(wholeFrom(0, 2 ** 31 - 1));
  const members = (least: number, most: number, usual: number): Option =>
    new Option('--members <number>', 'how many draws').argParser(wholeFrom(least, most)).default(usual);
  const method = (...choices: string[]): Option =>
    new Option('--method <method>', 'how to draw').choices(choices).default(choices[0]);
  const most = (): Option =>
    new Option('--most <levers>', 'rows of the table').argParser(wholeFrom(1, 1000)).default(20);

  command(root, 'ensemble', 'many runs with what is uncertain drawn at random: bands, ranges, chances', [
    'table',
    'csv',
    'json',
    'parquet',
  ])
    .argument('<scenario>', SCENARIO)
    .addOption(members(1, 2 ** 31, 1000))
    .addOption(seed())
    .addOption(method('latin-hypercube', 'random', 'sobol'))
    .option('--series <ids>', 'which series and headlines, with commas between', names)
    .option('--target <target>', `its chance, instead of the scenario's targets; ${TARGET}`, collect)
    .option('--against <scenario>', 'bands of the difference from this one, draw by draw')
    .option('--of <id>', 'the distribution of one number instead: a series (in --at) or a headline')
    .option('--at <months>', 'rows of the table, or columns of draws: 2029-01,2030-06 or years', names)
    .addOption(
      new Option('--rows <rows>', 'what a row is: a quantile at a time, a member, or a member at a time')
        .choices(['bands', 'draws', 'runs'])
        .default('bands'),
    )
    .action(async (name: string, options) => end(await (await import('./ensemble.ts')).ensemble(name, options)))
    .addHelpText(
      'after',
      ROWS +
        INTERRUPTED +
        examples(
          'ensemble stargate-central',
          'ensemble stargate-central --series facility_in_use --at 2028,2030',
          "ensemble stargate-central --target 'facility_in_use>=8 GW@2030'",
          'ensemble stargate-central --of facility_in_use --at 2030',
          'ensemble power-late --against funding-late',
          'ensemble mine.yaml --members 10000 --seed 7 -f json -o all.json',
          'ensemble mine.yaml --rows draws --at 2030 -f parquet -o all.parquet',
        ),
    );

  command(root, 'tornado', 'what each lever alone does to a number, from its low to its high end')
    .argument('<scenario>', SCENARIO)
    .requiredOption('--of <id>', OUTPUT)
    .option('--at <month>', 'when, of a series; the last month if not said')
    .addOption(most())
    .action(async (name: string, options) => end(await (await import('./tornado.ts')).tornado(name, options)))
    .addHelpText(
      'after',
      INTERRUPTED +
        examples(
          'tornado stargate-central --of facility_in_use --at 2030-01',
          'tornado stargate-central --of npv --most 10 --format csv',
        ),
    );

  command(root, 'importance', 'how much of the variance of a number each lever brings')
    .argument('<scenario>', SCENARIO)
    .requiredOption('--of <id>', OUTPUT)
    .option('--at <month>', 'when, of a series; the last month if not said')
    .addOption(members(2, 2 ** 24, 500))
    .addOption(seed())
    .addOption(method('latin-hypercube', 'random'))
    .addOption(most())
    .option('--scatter <lever>', 'one lever against the number in every run, instead')
    .action(async (name: string, options) => end(await (await import('./importance.ts')).importance(name, options)))
    .addHelpText(
      'after',
      INTERRUPTED +
        examples(
          'importance stargate-central --of facility_in_use --at 2030-01',
          'importance stargate-central --of npv --members 2000 -f json',
          'importance stargate-central --of npv --scatter it_cost -f csv',
        ),
    );

  command(root, 'seek', 'what levers would have to be for a number to be what is wanted')
    .argument('<scenario>', SCENARIO)
    .requiredOption('--of <id>', OUTPUT)
    .option('--at <month>', 'when, of a series; the last month if not said')
    .requiredOption('--target <quantity>', 'what it should be: "10 GW"')
    .requiredOption('--by <lever>', 'what may be moved; several times for several levers together', collect)
    .action(async (name: string, options) => end(await (await import('./seek.ts')).seek(name, options)))
    .addHelpText(
      'after',
      `
One lever is looked along to the limits of the equations, several within the
range of the evidence. Out of reach: it prints what comes closest and why no
more, and ends with 1.${examples(
        'seek stargate-central --of peak_in_use --target 6GW --by slip',
        'seek mine.yaml --of npv --target 0 --by it_cost --by contract_price',
      )}`,
    );

  command(root, 'region', 'where two levers may be so that targets hold, as a map')
    .argument('<scenario>', SCENARIO)
    .requiredOption('--x <lever>', 'the lever on the level axis')
    .requiredOption('--y <lever>', 'the lever on the upright axis')
    .option('--target <target>', `what has to hold, instead of the scenario's targets; ${TARGET}`, collect)
    .addOption(new Option('--points <number>', 'along each axis').argParser(wholeFrom(2, 1000)).default(41))
    .action(async (name: string, options) => end(await (await import('./region.ts')).region(name, options)))
    .addHelpText('after', INTERRUPTED + examples("region stargate-central --x slip --y it_cost --target 'npv>=0'"));
}
