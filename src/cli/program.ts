import { Command } from 'commander';
import { command, examples, names, SCENARIO, whole, wholeFrom } from './options.ts';
import { addUncertainty } from './program-uncertainty.ts';
import type { CommonOptions } from './shell.ts';

/** mdl is read by Vensim, xmile by Stella and others. */
const EXPORTED = ['csv', 'json', 'mdl', 'xmile'] as const;

/**
 * The command line: names, options and help. What a command does is loaded when it is called, so that help is quick.
 * @param end takes the exit code of the command that ran
 */
export function program(end: (code: number) => void): Command {
  const root = new Command('buildout')
    .description(
      'What would the announced AI billions really build? From an announcement to\nspending, gigawatts, accelerators, electricity, chips, jobs and money back.',
    )
    .option('-V, --version', 'print the version of the package and of the model')
    .helpOption('-h, --help', 'print this help, or that of a command')
    .helpCommand('help [command]', 'the same as --help')
    .configureHelp({ showGlobalOptions: false })
    .addHelpText(
      'after',
      `
Start here:
  $ buildout list
  $ buildout run stargate-announced
  $ buildout explain stargate-announced facility_in_use --at 2029-01

It ends with 0 when all is well, 1 for an invalid file, a goal out of reach or
a miss that nothing explains, 2 for a command, option or name that does not
exist.`,
    );

  command(root, 'list', 'the shipped scenarios, the levers of one, or the series of any')
    .argument('[what]', 'scenarios, levers or series', 'scenarios')
    .argument('[scenario]', `for levers: ${SCENARIO}`)
    .action(async (what: string, name: string | undefined, options: CommonOptions) =>
      end(await (await import('./list.ts')).list(what, name, options)),
    )
    .addHelpText('after', examples('list', 'list levers', 'list levers stargate-central --format csv', 'list series'));

  command(root, 'run', 'run a scenario: headlines, series over time, what binds')
    .argument('<scenario>', SCENARIO)
    .option('--at <months>', 'columns of the table: 2029-01,2030-06 or years', names)
    .option('--series <ids>', 'which series, with commas between; all for every one', names)
    .action(async (name: string, options) => end(await (await import('./run.ts')).run(name, options)))
    .addHelpText(
      'after',
      examples(
        'run stargate-announced',
        'run stargate-announced --set grid_wait="4 years"',
        'run mine.yaml --series facility_in_use,spending --at 2027,2028-07',
        'run stargate-central --format json -o central.json',
        'run - < mine.yaml',
      ),
    );

  command(root, 'compare', 'hold scenarios against the first of them')
    .argument('<scenarios...>', `${SCENARIO}; one alone is held against itself as changed by --set`)
    .option('--at <months>', 'when series are compared: 2029-01,2030-06 or years', names)
    .option('--series <ids>', 'which series, with commas between', names)
    .action(async (given: string[], options) => end(await (await import('./compare.ts')).compare(given, options)))
    .addHelpText(
      'after',
      examples(
        'compare funding-late power-late',
        'compare stargate-central mine.yaml --at 2029,2035',
        'compare stargate-announced --set grid_wait="4 years"',
      ),
    );

  command(root, 'explain', 'open a number: formula, inputs, and so on down to sources')
    .argument('<scenario>', SCENARIO)
    .argument('<id>', 'a series, a headline, a metric or a lever')
    .option('--at <month>', 'when; the last month if not said')
    .option('--depth <levels>', 'how many levels of inputs', whole, 2)
    .action(async (name: string, id: string, options) =>
      end(await (await import('./explain.ts')).explain(name, id, options)),
    )
    .addHelpText(
      'after',
      examples(
        'explain stargate-announced spending --at 2027-01',
        'explain stargate-central facility_in_use.abilene --at 2026-04',
        'explain stargate-central electricity --depth 4',
        'explain stargate-central npv --format json',
      ),
    );

  command(root, 'check', 'read scenarios, tell every mistake, and hold the model to what must be true')
    .argument('[scenarios...]', `${SCENARIO}; all that ship if none is given`)
    .option('--reality', "hold published figures beside the model's")
    .option('--claims', "hold the claims of the seed documents beside the model's answers")
    .option('--chances', 'how likely each claim is to hold, and the least change that would make it')
    .option('--members <number>', 'draws for --chances; 1000 if not said', wholeFrom(1, 2 ** 31))
    .option('--seed <number>', "of these draws, instead of the scenario's own", wholeFrom(0, 2 ** 31 - 1))
    .option('--hindcast', 'hold what has been observed beside a run of what was reported')
    .action(async (given: string[], options) => end(await (await import('./check.ts')).check(given, options)))
    .addHelpText(
      'after',
      examples(
        'check',
        'check mine.yaml',
        'check --reality',
        'check --hindcast',
        'check stargate-announced --claims',
        'check stargate-central --chances',
      ),
    );

  addUncertainty(root, end);

  command(root, 'export', 'every number of a run, or the whole model, for other programs', EXPORTED)
    .argument('<scenario>', SCENARIO)
    .option('--series <ids>', 'which series, with commas between', names)
    .option('--wide', 'csv with a column for each series, instead of a line for each value')
    .action(async (name: string, options) => end(await (await import('./export.ts')).exportRun(name, options)))
    .addHelpText(
      'after',
      examples(
        'export stargate-central -o central.csv',
        'export stargate-central --wide --series spending,facility_in_use',
        'export mine.yaml --format json | jq .headlines.npv',
        'export stargate-central --format mdl -o stargate.mdl',
        'export stargate-central --format xmile -o stargate.stmx',
      ),
    );

  command(root, 'report', 'a run as one HTML file that recomputes its own figures wherever it is opened', [])
    .argument('<scenario>', SCENARIO)
    .action(async (name: string, options) => end(await (await import('./report.ts')).report(name, options)))
    .addHelpText(
      'after',
      examples('report stargate-central -o central.html', 'report mine.yaml --set grid_wait="3 years" -o late.html'),
    );
  return root;
}
