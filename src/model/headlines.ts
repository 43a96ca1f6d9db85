/** The single numbers a projection is summed up by: each says which series it is taken from and how. */
export interface Headline {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly prefer?: string;
  readonly show?: '%';
  readonly says: string;
  /** "last": value at the horizon. "max": largest value. "irr", "payback", "cover": computed from the series named. */
  readonly take: 'last' | 'max' | 'irr' | 'payback' | 'cover';
  readonly of: string;
  /** For a rate of return the series whose last value is added to the cash flow; for a cover the debt service it covers. */
  readonly with?: string;
  /** The headline means nothing where this series never rises above zero; then it is null with this reason. */
  readonly needs?: { readonly series: string; readonly reason: string };
}

const running = { series: 'facility_in_use', reason: 'nothing is ever in use' };
const revenue = { series: 'revenue', reason: 'there is no revenue' };
const spending = { series: 'spending', reason: 'nothing is ever spent' };

export const headlines: readonly Headline[] = [
  {
    id: 'npv',
    title: 'Net present value',
    unit: 'USD',
    take: 'last',
    of: 'net_present_value',
    needs: spending,
    says: 'Of unlevered nominal cash flow to the horizon, with the terminal value, discounted to the start.',
  },
  {
    id: 'irr',
    title: 'Internal rate of return',
    unit: '1',
    show: '%',
    take: 'irr',
    of: 'free_cash_flow',
    with: 'terminal_value',
    needs: revenue,
    says: 'Yearly rate at which the same cash flow has no present value.',
  },
  {
    id: 'payback',
    title: 'Payback',
    unit: 'year',
    take: 'payback',
    of: 'cash_to_date',
    needs: revenue,
    says: 'Years from the start of the run until cash to date is no longer negative, undiscounted.',
  },
  {
    id: 'required_revenue',
    title: 'Revenue required per MW-year',
    unit: 'USD/MW/year',
    prefer: 'million USD/MW/year',
    take: 'last',
    of: 'required_price',
    needs: running,
    says: 'Level revenue per megawatt-year that earns the cost of capital, before tax.',
  },
  {
    id: 'peak_jobs',
    title: 'Peak jobs',
    unit: 'job',
    take: 'max',
    of: 'jobs_total',
    says: 'The most jobs of all kinds at one time, gross.',
  },
  {
    id: 'cost_per_gw',
    title: 'Cost per gigawatt',
    unit: 'USD/MW',
    prefer: 'billion USD/GW',
    take: 'last',
    of: 'cost_per_mw_paid',
    needs: running,
    says: 'Money spent on data centres over the megawatts it filled, at the horizon.',
  },
  {
    id: 'average_debt_cover',
    title: 'Average cover of debt service',
    unit: '1',
    take: 'cover',
    of: 'debt_cover',
    with: 'debt_service',
    needs: running,
    says: 'Cash from operation over debt service, each added up from 12 months after first use to the horizon. Early years lie below it: see the series.',
  },
  {
    id: 'peak_in_use',
    title: 'Most capacity in use',
    unit: 'MW',
    prefer: 'GW',
    take: 'max',
    of: 'facility_in_use',
    says: 'The largest facility power in use.',
  },
];
