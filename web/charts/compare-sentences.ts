/** Titles of charts that show several runs: how far they are apart. Translated with words.ts and sentences.ts. */
import type { Cause, Reading } from './reading.ts';
import { quantities } from './units.ts';
import { partLabel } from './words.ts';

/** Where in time two runs are compared: at the year spoken of, each at its own peak, or at the end. */
export type Take = 'year' | 'peak' | 'end';

export interface Compared {
  /** Series id. */
  readonly of: string;
  readonly unit: string;
  readonly take: Take;
  readonly runs: readonly Reading[];
  readonly titles: readonly string[];
  readonly locale: string;
  /** The title of the item, where the series is an item's. */
  readonly item?: string;
}

type Amount = (size: string, than: '' | 'more' | 'less') => string;
const phrase = (...words: string[]) => words.filter(Boolean).join(' ');
const mass =
  (what: string): Amount =>
  (size, than) =>
    phrase(size, than, what);
const count =
  (what: string): Amount =>
  (size, than) =>
    phrase(size, than === 'less' ? 'fewer' : than, what);
/** "12 wafers a month": the noun stands before the span of time. */
const rate =
  (what: string, per: string): Amount =>
  (size, than) =>
    `${count(what)(size.replace(` ${per}`, ''), than)} ${per}`;

/** How an amount of each series is said. */
const amounts: Readonly<Record<string, Amount>> = {
  facility_under_construction: mass('under construction'),
  facility_finished: mass('finished'),
  facility_energised: mass('energised'),
  facility_in_use: mass('in use'),
  announced_total: mass('announced'),
  committed_total: mass('committed'),
  spent_total: mass('spent'),
  spending: mass('spent'),
  spending_it: mass('spent on IT'),
  spending_building: mass('spent on building'),
  spending_power: mass('spent on power'),
  spending_fabs: mass('spent on chip plants'),
  accelerators_in_use: count('accelerators in use'),
  h100e_in_use: count('H100-equivalents in use'),
  electricity: mass('of electricity'),
  emissions: mass('emitted'),
  water: mass('of water'),
  fabs_running: count('new chip plants'),
  wafer_starts: rate('wafers', 'a month'),
  fab_accelerators: rate('accelerators', 'a year'),
  jobs_total: count('jobs'),
  jobs_net: count('jobs net of displacement'),
  jobs_construction: count('construction jobs'),
  jobs_operations: count('jobs in operations'),
  jobs_fabs: count('jobs in chip plants'),
  jobs_indirect: count('jobs at suppliers'),
  jobs_induced: count('induced jobs'),
  job_years: count('job-years'),
  revenue: mass('of revenue'),
  operating_cost: mass('of operating cost'),
  free_cash_flow: mass('of free cash flow'),
  cash_to_date: mass('of cash to date'),
  share_of_region_peak: mass("of the region's peak load"),
  water_on_site: mass('of water on site'),
  water_in_generation: mass('of water in power generation'),
};

/** An item's amount is its record's, with the item's name. */
function said(id: string, item: string | undefined): Amount {
  const own = amounts[id];
  if (own) return own;
  const record = amounts[id.slice(0, id.indexOf('.'))] ?? mass('');
  return (size, than) => `${record(size, than)} (${item ?? partLabel(id)})`;
}
const place = (take: Take, year: number) =>
  take === 'peak' ? 'at the peak' : take === 'end' ? `by ${wholeYear(year)}` : `in ${wholeYear(year)}`;
const wholeYear = (year: number) => Math.floor(year + 1 / 24);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The last year that all runs hold, so that like is compared with like. */
function sharedYear({ take, runs }: Compared): number {
  return Math.min(...runs.map((run) => (take === 'end' ? run.end : run.year)));
}

function read(compared: Compared): { values: number[]; where: string } {
  const year = sharedYear(compared);
  const values = compared.runs.map((run) => {
    const value = compared.take === 'peak' ? run.peak(compared.of).value : run.at(compared.of, year);
    return Number.isFinite(value) ? value : 0;
  });
  return { values, where: place(compared.take, year) };
}

/** "9.9 GW in use against 4.1 GW in 2030"; of three and more the ends, by name. */
export function compareSentence(compared: Compared): string {
  const { values, where } = read(compared);
  const { titles, unit, locale } = compared;
  const amount = said(compared.of, compared.item);
  if (values.every((value) => value === 0)) return `Nothing ${where} in any scenario`;
  const high = values.indexOf(Math.max(...values));
  const low = values.indexOf(Math.min(...values));
  const [first, second] = values.length === 2 ? [0, 1] : [low, high];
  const texts = quantities([values[first]!, values[second]!], unit, locale);
  const [a, b] = texts.map((text, i) => (values[i === 0 ? first : second] === 0 ? 'none' : text)) as [string, string];
  if (a === b) return `${amount(a, '')} ${where} in ${values.length === 2 ? 'both' : `all ${values.length}`}`;
  if (values.length > 2)
    return `${capital(where)} between ${a} (${titles[low]}) and ${amount(b, '')} (${titles[high]})`;
  return a === 'none' ? `None against ${amount(b, '')} ${where}` : `${amount(a, '')} against ${b} ${where}`;
}

const CAUSE: Readonly<Record<Cause, string>> = {
  done: 'nothing',
  money: 'money',
  power: 'power',
  building: 'building',
  chips: 'chips',
};

/** What most of the waiting is for in each run, runs with the same answer together: "power in 3 of 4, chips in Stressed". */
export function waitingSentence(runs: readonly Reading[], record: string): string {
  const groups = new Map<Cause, string[]>();
  for (const run of runs) {
    const cause = run.waiting(run.end, record)?.causes[0]?.cause ?? 'done';
    groups.set(cause, [...(groups.get(cause) ?? []), run.source.title]);
  }
  const parts = [...groups]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([cause, titles]) => {
      const where =
        titles.length === 1
          ? titles[0]
          : titles.length === runs.length
            ? runs.length === 2
              ? 'both'
              : `all ${runs.length}`
            : `${titles.length} of ${runs.length}`;
      return `for ${CAUSE[cause]} in ${where}`;
    });
  return `Most of the waiting is ${parts.join(', ')}`;
}

/**
 * "Power-limited: 5.8 GW less in use in 2030 than As announced"; of several others the ends. What is compared by its peak is
 * told where it is furthest apart: "Late: up to 90,000 fewer jobs (in 2027) than As announced".
 */
export function differenceSentence(compared: Compared, baseline: number): string {
  const { values, where } = read(compared);
  const { titles, unit, locale, take } = compared;
  const amount = said(compared.of, compared.item);
  const others = values
    .map((value, i) => ({
      i,
      ...(take === 'peak' ? widest(compared, i, baseline) : { gap: value - values[baseline]!, when: '' }),
    }))
    .filter(({ i }) => i !== baseline);
  others.sort((a, b) => a.gap - b.gap);
  const sizes = quantities(
    others.map(({ gap }) => Math.abs(gap)),
    unit,
    locale,
  );
  const most = Math.max(...values.map(Math.abs));
  const parts = others.map(({ i, gap, when }, k) => {
    // A thousandth of what is compared is no difference anybody would print.
    if (Math.abs(gap) <= 0.001 * most) return `${titles[i]}: no difference`;
    const text = amount(sizes[k]!, gap > 0 ? 'more' : 'less');
    return `${titles[i]}: ${when === '' ? text : `up to ${text} (${when})`}`;
  });
  const ends = parts.length > 2 ? [parts[0]!, parts[parts.length - 1]!] : parts;
  const place = take === 'peak' ? '' : ` ${where}`;
  const none = others.every(({ gap }) => Math.abs(gap) <= 0.001 * most);
  return `${ends.join('; ')}${place} ${none ? 'from' : 'than'} ${titles[baseline]}`;
}

/** Where two runs are furthest apart: two equal peaks at different times are no agreement. */
function widest({ of, runs }: Compared, run: number, baseline: number): { gap: number; when: string } {
  const base = runs[baseline]!;
  let gap = 0;
  let when = '';
  for (const time of runs[run]!.source.times) {
    const here = runs[run]!.at(of, time) - base.at(of, time);
    if (!(Math.abs(here) > Math.abs(gap))) continue;
    gap = here;
    when = `in ${wholeYear(time)}`;
  }
  return { gap, when };
}
