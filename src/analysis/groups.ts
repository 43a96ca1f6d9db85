/** The series with public ids, which stay: what a reader is shown unless he asks otherwise, in the order of the page's charts. */
export const publicGroups: readonly { readonly title: string; readonly ids: readonly string[] }[] = [
  {
    title: 'Money',
    ids: [
      'announced_total',
      'committed_total',
      'spent_total',
      'spending',
      'spending_it',
      'spending_building',
      'spending_power',
      'spending_fabs',
    ],
  },
  {
    title: 'Capacity',
    ids: ['facility_under_construction', 'facility_energised', 'facility_in_use', 'it_in_use'],
  },
  { title: 'Accelerators', ids: ['accelerators_in_use', 'h100e_in_use', 'compute_in_use'] },
  { title: 'Energy', ids: ['electricity', 'emissions', 'water'] },
  { title: 'Chip plants', ids: ['fabs_running', 'wafer_starts', 'fab_accelerators'] },
  {
    title: 'Jobs',
    ids: [
      'jobs_construction',
      'jobs_operations',
      'jobs_fabs',
      'jobs_indirect',
      'jobs_induced',
      'jobs_total',
      'jobs_net',
      'job_years',
    ],
  },
  { title: 'Money back', ids: ['revenue', 'operating_cost', 'free_cash_flow'] },
];
