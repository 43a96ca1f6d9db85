/**
 * What must hold on any projection, whatever its levers. Names are of records; a record over a set stands for each of its items.
 */

/** Parts that make up a whole at every step. */
export interface Balance {
  readonly id: string;
  readonly whole: string;
  readonly parts: readonly string[];
  readonly says: string;
}

/** Records that never exceed the one before them, item by item where all run over one set. */
export interface Ladder {
  readonly id: string;
  readonly from: readonly string[];
  readonly says: string;
}

export const balances: readonly Balance[] = [
  {
    id: 'money_stands_somewhere',
    whole: 'announced',
    parts: ['spent', 'reserved', 'idle', 'still_to_come', 'never_delivered'],
    says: 'Of every commitment, announced = spent + reserved + idle + still to come + never delivered.',
  },
  {
    id: 'spending_by_kind',
    whole: 'spending',
    parts: ['spending_it', 'spending_building', 'spending_power', 'spending_fabs'],
    says: 'Spending is that on IT, building, power and chip plants.',
  },
  {
    id: 'jobs_by_kind',
    whole: 'jobs_total',
    parts: ['jobs_construction', 'jobs_operations', 'jobs_fabs', 'jobs_indirect', 'jobs_induced'],
    says: 'Jobs are those of the five kinds.',
  },
  {
    id: 'halls_stand_somewhere',
    whole: 'facility_started',
    parts: ['facility_under_construction', 'facility_ready'],
    says: 'What was started is under construction or ready.',
  },
  {
    id: 'chips_lit_or_dark',
    whole: 'chips_placed',
    parts: ['facility_in_use', 'dark_chips', 'chips_in_fitout'],
    says: 'Chips in place run, are dark, or are being installed.',
  },
  {
    id: 'power_used_or_stranded',
    whole: 'facility_energised',
    parts: ['facility_in_use', 'stranded_power'],
    says: 'Power connected is used or stranded.',
  },
];

export const ladders: readonly Ladder[] = [
  {
    id: 'money_stages',
    from: ['announced_total', 'committed_total', 'spent_total'],
    says: 'Announced, committed, spent: each within the one before.',
  },
  {
    id: 'hall_stages',
    from: ['facility_started', 'facility_finished', 'facility_ready', 'facility_commissioned', 'facility_in_use'],
    says: 'Started, finished, ready, commissioned, in use: each within the one before.',
  },
  {
    id: 'power_stages',
    from: ['facility_energised', 'facility_commissioned', 'facility_in_use'],
    says: 'Energised, commissioned, in use: each within the one before.',
  },
  {
    id: 'chip_stages',
    from: ['first_chips_placed', 'facility_commissioned', 'facility_in_use'],
    says: 'Nothing is commissioned without chips.',
  },
];

/** A total and the rate that fills it: the total is what has flowed so far. */
export interface Filling {
  readonly id: string;
  readonly total: string;
  readonly flow: string;
  readonly says: string;
}

export const fillings: readonly Filling[] = [
  {
    id: 'spent_is_spending_so_far',
    total: 'spent_total',
    flow: 'spending',
    says: 'Money spent is the spending of all steps so far.',
  },
];

/** Cumulative records: they never fall. */
export const growing: readonly string[] = [
  'announced_total',
  'spent',
  'facility_started',
  'facility_finished',
  'facility_ready',
  'facility_energised',
  'first_chips_placed',
  'facility_commissioned',
  'job_years',
  'microsoft_paid',
];

/** Records that may be below zero; every other is never. */
export const signed: readonly string[] = [
  'since_application',
  'halls_price_difference',
  'price_difference',
  'site_price_difference',
  'profit_before_tax',
  'free_cash_flow',
  'cash_to_date',
  'present_value',
  'present_cost',
  'net_present_value',
  'required_price',
  'required_revenue_now',
  'debt_cover',
];
