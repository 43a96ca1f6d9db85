/** A chart's title: what the run says, in a sentence. With words.ts, all the text there is to translate. */
import type { Cause, Reading } from './reading.ts';
import type { ChartItem } from './spec.ts';
import { quantities, quantity } from './units.ts';
import { partLabel } from './words.ts';

/** One run and how its numbers are written. */
export interface Story {
  readonly run: Reading;
  readonly locale: string;
  /** The part chosen, where the chart has a choice: what binds now, or at the root. */
  readonly part?: string;
}

const causes: Readonly<Record<Cause, string>> = {
  done: 'nothing',
  money: 'money',
  power: 'power',
  building: 'building',
  chips: 'chips',
};
const binds = (cause: Cause) => (cause === 'chips' ? 'chips bind' : `${causes[cause]} binds`);

/** "2030", or "early 2030" where the month matters. */
const inYear = (year: number) => String(Math.floor(year + 1 / 24));
function partOfYear(year: number): string {
  const month = Math.round(year * 12) % 12;
  return `${month < 4 ? 'early' : month < 8 ? 'mid' : 'late'}${month >= 4 && month < 8 ? '-' : ' '}${inYear(year)}`;
}

/** What smooth delays leave behind is not something. */
const TINY = 1e-6;
const some = (value: number, least = 0) => value > least;
const share = (part: number, whole: number, locale: string) => quantity(part / whole, '1', locale);

/** The largest of several parts. */
function largest(ids: readonly string[], read: (id: string) => number): { id: string; value: number } {
  return ids.map((id) => ({ id, value: read(id) })).reduce((a, b) => (b.value > a.value ? b : a));
}

/** At the beginning of a sentence. */
function titleOf(items: readonly ChartItem[], id: string): string {
  const title = items.find((item) => item.id === id)?.title ?? id;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

const JOB_KINDS = ['construction', 'operations', 'fabs', 'indirect', 'induced'].map((kind) => `job_years.${kind}`);
const SPENDING_TAKES: Readonly<Record<string, string>> = {
  spending_it: 'IT takes',
  spending_building: 'building takes',
  spending_power: 'power takes',
  spending_fabs: 'chip plants take',
};

type Sentence = (story: Story) => string;

/** A sentence about a level at the year spoken of, or later where nothing is there yet. */
function amount(id: string, unit: string, says: (size: string, year: string) => string, none: string): Sentence {
  return ({ run, locale }) => {
    const at = run.at(id, run.year);
    if (some(at, TINY)) return says(quantity(at, unit, locale), inYear(run.year));
    const peak = run.peak(id);
    return some(peak.value, TINY) ? says(quantity(peak.value, unit, locale), inYear(peak.year)) : none;
  };
}

/** A sentence about the highest value there is. */
function peaking(id: string, unit: string, says: (size: string, year: string) => string, none: string): Sentence {
  return ({ run, locale }) => {
    const peak = run.peak(id);
    return some(peak.value, TINY) ? says(quantity(peak.value, unit, locale), inYear(peak.year)) : none;
  };
}

/** By chart id. Each holds in every case: nothing happens, it happens late, it never ends. */
export const sentences: Readonly<Record<string, Sentence>> = {
  capacity({ run, locale }) {
    const money = run.peak('announced_total').value;
    const subject = some(money) ? quantity(money, 'USD', locale) : undefined;
    const at = run.at('facility_in_use', run.year);
    const end = run.last('facility_in_use');
    const waiting = run.waiting(run.year);
    const since = waiting && waiting.from > run.start + 0.25 ? partOfYear(waiting.from) : 'the start';
    const why = waiting ? `; ${binds(waiting.causes[0]!.cause)} from ${since}` : '';
    if (some(at, 0.5)) {
      const size = quantity(at, 'MW', locale);
      return subject
        ? `${subject} puts ${size} in use by ${inYear(run.year)}${why}`
        : `${size} are in use by ${inYear(run.year)}${why}`;
    }
    if (some(end, 0.5)) {
      const size = quantity(end, 'MW', locale);
      return `${subject ?? 'The programme'} puts nothing in use by ${inYear(run.year)}, and ${size} by ${inYear(run.end)}${why}`;
    }
    if (some(run.peak('facility_in_use').value, 0.5)) {
      const peak = run.peak('facility_in_use');
      return `${quantity(peak.value, 'MW', locale)} are in use in ${inYear(peak.year)}, and nothing by ${inYear(run.end)}`;
    }
    if (!subject) return 'No money is announced, and nothing is built';
    const begun = some(run.peak('facility_started').value, 0.5);
    return begun ? `${subject} puts nothing in use by ${inYear(run.end)}${why}` : `${subject} builds no data centre`;
  },

  money({ run, locale }) {
    const announced = run.peak('announced_total').value;
    if (!some(announced)) return 'No money is announced';
    const spent = run.at('spent_total', run.year);
    const year = inYear(run.year);
    if (!some(spent)) return `Nothing of the ${quantity(announced, 'USD', locale)} announced is spent by ${year}`;
    const done = run.forGood('spent_total', (value) => value >= 0.995 * announced);
    if (done !== undefined && done <= run.year)
      return `All of the ${quantity(announced, 'USD', locale)} announced is spent by ${partOfYear(done)}`;
    const [b, a] = quantities([announced, spent], 'USD', locale);
    return `Of ${b} announced, ${a} is spent by ${year}`;
  },

  spending({ run, locale }) {
    const peak = run.peak('spending');
    if (!some(peak.value)) return 'Nothing is spent';
    const whole = run.sum('spending', run.end);
    const first = largest(Object.keys(SPENDING_TAKES), (id) => run.sum(id, run.end));
    return `Spending peaks at ${quantity(peak.value, 'USD/year', locale)} in ${inYear(peak.year)}; ${SPENDING_TAKES[first.id]} ${share(first.value, whole, locale)} of ${quantity(whole, 'USD', locale)} in all`;
  },

  binding({ run, locale, part }) {
    const waiting = run.waiting(run.end, part);
    if (!waiting)
      return some(run.peak('facility_started').value)
        ? 'Nothing that was started ever waits'
        : 'Nothing is started, so nothing waits';
    const [first, second] = waiting.causes;
    const main = `${quantity(first!.share, '1', locale)} of all that is started and waits, waits for ${causes[first!.cause]}`;
    return second && second.share >= 0.005
      ? `${main}; ${quantity(second.share, '1', locale)} for ${causes[second.cause]}`
      : main;
  },

  sites({ run, locale }) {
    const sites = run.source.items('sites');
    const all = run.at('facility_in_use', run.year);
    if (!some(all, 0.5) || sites.length === 0) return `Nothing is in use anywhere by ${inYear(run.year)}`;
    const first = largest(
      sites.map(({ id }) => id),
      (id) => run.at(`facility_in_use.${id}`, run.year),
    );
    const title = titleOf(sites, first.id);
    if (sites.length === 1)
      return `${quantity(all, 'MW', locale)} are in use at one place, ${title}, in ${inYear(run.year)}`;
    const [part, whole] = quantities([first.value, all], 'MW', locale);
    return `${title} has ${part} of the ${whole} in use in ${inYear(run.year)}`;
  },

  accelerators: amount(
    'accelerators_in_use',
    'accelerator',
    (size, year) => `${size} accelerators run in ${year}`,
    'No accelerator ever runs',
  ),
  compute: amount(
    'h100e_in_use',
    'H100e',
    (size, year) => `In ${year} the compute in use equals ${size} H100s`,
    'No compute is ever in use',
  ),

  electricity({ run, locale }) {
    const base = amount(
      'electricity',
      'TWh/year',
      (size, year) => `In ${year} the sites draw ${size}`,
      'No electricity is drawn',
    )({ run, locale });
    const part = run.at('share_of_us_electricity', run.year);
    return some(part) && some(run.at('electricity', run.year))
      ? `${base}, ${quantity(part, '1', locale)} of all US electricity`
      : base;
  },

  region_peak({ run, locale }) {
    const sites = run.source.items('sites');
    if (sites.length === 0) return 'There is no site';
    const first = largest(
      sites.map(({ id }) => id),
      (id) => run.at(`share_of_region_peak.${id}`, run.year) || 0,
    );
    if (!some(first.value)) return `No site draws on its region by ${inYear(run.year)}`;
    const title = titleOf(sites, first.id);
    return `${title} asks the most of its region: ${quantity(first.value, '1', locale)} of the peak load in ${inYear(run.year)}`;
  },

  emissions: peaking(
    'emissions',
    'MtCO2/year',
    (size, year) => `Emissions peak at ${size} in ${year}`,
    'Nothing is emitted',
  ),

  water({ run, locale }) {
    const base = peaking(
      'water',
      'GL/year',
      (size, year) => `Water use peaks at ${size} in ${year}`,
      'No water is used',
    )({ run, locale });
    const part = run.sum('water_in_generation', run.end) / run.sum('water', run.end);
    return some(part) ? `${base}; ${quantity(part, '1', locale)} of all of it goes into generating power` : base;
  },

  fabs: peaking(
    'fabs_running',
    'fab',
    (size, year) => `${size} new chip plants run by ${year}`,
    'No chip plant is built',
  ),
  wafer_starts: peaking(
    'wafer_starts',
    'wafer/month',
    (size, year) => `The new plants start ${size.replace(' a month', '')} wafers a month by ${year}`,
    'No new plant starts a wafer',
  ),
  fab_accelerators: peaking(
    'fab_accelerators',
    'accelerator/year',
    (size, year) => `The new plants make ${size.replace(' a year', '')} accelerators a year by ${year}`,
    'The new plants make no accelerator',
  ),

  jobs({ run, locale }) {
    const peak = run.peak('jobs_total');
    if (!some(peak.value, 0.5)) return 'No job comes of it';
    const last = run.last('jobs_total');
    const top = `Jobs peak at ${quantity(peak.value, 'job', locale)} in ${inYear(peak.year)}`;
    return last >= 0.95 * peak.value
      ? top
      : `${top}; ${some(last, 0.5) ? quantity(last, 'job', locale) : 'none'} remain in ${inYear(run.end)}`;
  },

  job_years({ run, locale }) {
    const all = run.last('job_years');
    if (!some(all, 0.5)) return 'No work comes of it';
    const first = largest(JOB_KINDS, (id) => run.last(id));
    return `By ${inYear(run.end)} the work comes to ${quantity(all, 'job*year', locale)} job-years, ${share(first.value, all, locale)} of it ${partLabel(first.id).toLowerCase()}`;
  },

  returns({ run, locale }) {
    const revenue = run.peak('revenue');
    if (!some(revenue.value))
      return some(run.peak('spending').value)
        ? 'Money goes out and nothing is earned'
        : 'No money goes out and none comes in';
    const from = run.forGood('free_cash_flow', (value) => value > 0);
    const top = `Revenue peaks at ${quantity(revenue.value, 'USD/year', locale)} in ${inYear(revenue.year)}`;
    if (from === undefined) return `${top}; at the end, in ${inYear(run.end)}, more still goes out than comes in`;
    return from <= run.start
      ? `${top}; more comes in than goes out all along`
      : `${top}; more comes in than goes out from ${partOfYear(from)}`;
  },

  cash({ run, locale }) {
    const last = run.last('cash_to_date');
    const low = -run.low('cash_to_date');
    if (!some(low))
      return some(last) ? 'No more ever goes out than has come in' : 'No money goes out and none comes in';
    const from = run.forGood('cash_to_date', (value) => value >= 0);
    if (from !== undefined)
      return `All money is back in ${partOfYear(from)}, after ${quantity(low, 'USD', locale)} at the deepest`;
    return `In ${inYear(run.end)} ${quantity(-last, 'USD', locale)} has not come back`;
  },
};
