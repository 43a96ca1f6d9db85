import { FORMAT } from './defaults.ts';
import { type Fault, faults } from './problems.ts';

type Raw = Readonly<Record<string, unknown>>;

/**
 * One step for each format that has been replaced, from its number to the next; each is pure, stays for ever, and has an
 * old file in the tests. Format 1 is the first, so there are none yet.
 */
const STEPS: readonly ((raw: Raw) => Raw)[] = [];

const NAME = /^buildout\/([1-9]\d{0,5})$/u;
const NEWEST = STEPS.length + 1;

/** Brings a file of any earlier format to the present one, or says why it cannot be read. */
export function migrate(raw: Raw): Raw | Fault {
  if (raw.format === undefined) return faults.missing('format', `"${FORMAT}"`);
  const number = typeof raw.format === 'string' ? Number(NAME.exec(raw.format)?.[1]) : Number.NaN;
  if (Number.isNaN(number)) return faults.format(raw.format, FORMAT);
  if (number > NEWEST) return faults.newerFormat(String(raw.format), FORMAT);
  return STEPS.slice(number - 1).reduce((older, step) => step(older), raw);
}
