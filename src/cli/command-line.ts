import { readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import { FileError } from '../node/files.ts';
import { outlive, write } from '../node/terminal.ts';
import { BAD, Failure, GOOD, MISUSED } from './failure.ts';
import { program } from './program.ts';

/** Runs one command line and tells its exit code. What goes wrong in a way people can mend is told in words. */
export async function main(args: readonly string[]): Promise<number> {
  // Help is written by commander, which hears of no reader that has gone away.
  for (const stream of [process.stdout, process.stderr]) outlive(stream);
  let code: number = GOOD;
  const root = program((end) => {
    code = end;
  });
  try {
    if (args[0] === '--version' || args[0] === '-V') await write(process.stdout, `${await version()}\n`);
    else await endingByThrow(root).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return told(error);
  }
}

/** Lets commander throw where it would exit, so that output in a pipe is not lost and codes are ours. */
function endingByThrow(root: ReturnType<typeof program>): ReturnType<typeof program> {
  for (const command of [root, ...root.commands]) command.exitOverride();
  return root;
}

/** Package and model. */
async function version(): Promise<string> {
  const { model } = await import('../runs.ts');
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return `buildout ${manifest.version}, model ${model.version}`;
}

async function told(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? GOOD : MISUSED;
  if (error instanceof Failure) {
    await write(process.stderr, `${error.lines.join('\n')}\n`);
    return error.code;
  }
  if (error instanceof FileError) {
    await write(process.stderr, `${error.message}\n`);
    return MISUSED;
  }
  await write(process.stderr, `${error instanceof Error ? error.stack : error}\nThis is a mistake in the program.\n`);
  return BAD;
}
