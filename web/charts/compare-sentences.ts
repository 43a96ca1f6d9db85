/** Titles of charts that show several runs: how far they are apart. Translated with words.ts and sentences.ts. */
import type { Reading } from './reading.ts';
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
  take === 'peak'
    ? 'at the peak'
    : take === 'end'
      ? `by ${Math.floor(year + 1 / 24)}`
      : `in ${Math.floor(year + 1 / 24)}`;

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
  const texts = quantities(values, unit, locale);
  if (new Set(texts).size === 1) {
    const all = texts.length === 2 ? 'in both' : `in all ${texts.length}`;
    return `${amount(texts[0]!, '')} ${where} ${all}`;
  }
  if (texts.length === 2) return `${amount(texts[0]!, '')} against ${texts[1]} ${where}`;
  const high = values.indexOf(Math.max(...values));
  const low = values.indexOf(Math.min(...values));
  return `From ${texts[low]} (${titles[low]}) to ${amount(texts[high]!, '')} (${titles[high]}) ${where}`;
}

/** "Power-limited: 5.8 GW less in use in 2030 than As announced"; of several others the ends. */
export function differenceSentence(compared: Compared, baseline: number): string {
  const { values, where } = read(compared);
  const { titles, unit, locale } = compared;
  const amount = said(compared.of, compared.item);
  const base = values[baseline]!;
  const others = values.map((value, i) => ({ i, gap: value - base })).filter(({ i }) => i !== baseline);
  others.sort((a, b) => a.gap - b.gap);
  const sizes = quantities(
    others.map(({ gap }) => Math.abs(gap)),
    unit,
    locale,
  );
  const most = Math.max(...values.map(Math.abs));
  const parts = others.map(({ i, gap }, k) => {
    // A thousandth of what is compared is no difference anybody would print.
    if (Math.abs(gap) <= 0.001 * most) return `${titles[i]}: no difference`;
    return `${titles[i]}: ${amount(sizes[k]!, gap > 0 ? 'more' : 'less')}`;
  });
  const ends = parts.length > 2 ? [parts[0]!, parts[parts.length - 1]!] : parts;
  return `${ends.join('; ')} ${where} than ${titles[baseline]}`.replace(
    /no difference (.*) than /,
    'no difference $1 from ',
  );
}
