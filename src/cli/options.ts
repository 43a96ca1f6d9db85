import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Format } from './shell.ts';

export const SCENARIO = 'a shipped name, a file, or - for the standard input';
const FORMATS: readonly Format[] = ['table', 'csv', 'json'];

/** A command with the options that all of them take; one that can print in one way only takes no format. */
export function command(
  root: Command,
  name: string,
  description: string,
  formats: readonly string[] = FORMATS,
): Command {
  const one = root
    .command(name)
    .description(description)
    .option('--set <lever=value>', 'change a lever: grid_wait="3 years"; as often as needed', collect);
  if (formats.length > 0)
    one.addOption(new Option('-f, --format <format>', 'how to print').choices(formats).default(formats[0]));
  return one.option('-o, --output <file>', 'write to a file').helpOption('-h, --help', 'print this help');
}

/** An option that may be given several times. */
export const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Names with commas between them. */
export function names(value: string): string[] {
  const found = value.split(',').map((part) => part.trim());
  if (found.includes('')) throw new InvalidArgumentError('Expected names with commas between them.');
  return found;
}

export function whole(value: string): number {
  if (!/^\d{1,3}$/u.test(value)) throw new InvalidArgumentError('Expected a whole number from 0 to 999.');
  return Number(value);
}

/** A reader of whole numbers, thousands with commas or not. */
export function wholeFrom(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,10}$/u.test(value.replaceAll(',', '')) ? Number(value.replaceAll(',', '')) : -1;
    if (number < least || number > most) {
      throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
    }
    return number;
  };
}

export function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ buildout ${line}`).join('\n')}`;
}
