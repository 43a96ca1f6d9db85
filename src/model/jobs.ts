import type { Sector } from '../engine/types.ts';

/** Jobs at a time and job-years, by kind. A job-year is a job times a year, in the units too. */
export const jobs: Sector = {
  id: 'jobs',
  title: 'Jobs',
  says: 'Construction jobs follow from real facility spending, never from imported IT and never from inflation. Operations follow from megawatts, plants from their number; suppliers and spent wages follow from those.',
  records: [
    {
      kind: 'input', id: 'onsite_jobyears', title: 'On-site job-years per million dollars', unit: 'job*year/USD', low: 0.3e-6, central: 0.6e-6, high: 1.2e-6, least: 0, most: 2e-5, confidence: 'low', year: 2025, prefer: 'job*year/million USD',
      says: 'Construction work on the site per million dollars of building and power at reference-year prices. This decides the headline claim.', source: 'our assumption',
      why: 'Abilene: about 4,500 workers for two years over 15 billion. Input-output tables give three to seven times that.',
    },
    {
      kind: 'input', id: 'offsite_jobyears', title: 'Off-site job-years per million dollars', unit: 'job*year/USD', low: 0.1e-6, central: 0.5e-6, high: 1.4e-6, least: 0, most: 2e-5, confidence: 'low', year: 2025, prefer: 'job*year/million USD',
      says: 'Direct construction work away from the site: prefabrication, engineering, management.', source: 'our assumption',
      why: 'A labour share of 28 % at 140 thousand dollars a year would be 2.0 in all; half of what the site does not show is taken to be equipment makers, counted as suppliers.',
    },
    {
      kind: 'input', id: 'operations_jobs', title: 'Operations jobs per MW', unit: 'job/MW', low: 0.1, central: 0.38, high: 1.42, least: 0, most: 20, confidence: 'low', year: 2025,
      says: 'Permanent on-site jobs per facility megawatt in use.', source: 'our assumption', why: 'Saline 450 jobs for over 1,000 MW; Abilene\'s contract minimum is 57 jobs, the claim 1,700 for 1,200 MW.',
    },
    {
      kind: 'input', id: 'jobs_per_fab', title: 'Jobs per chip plant', unit: 'job/fab', low: 1600, central: 2000, high: 3000, least: 0, most: 50000, confidence: 'medium', year: 2024,
      says: 'Permanent direct jobs of a plant.', source: 'tsmc_arizona_jobs', why: '6,000 for three plants.',
    },
    {
      kind: 'input', id: 'construction_indirect', title: 'Suppliers\' jobs per construction job', unit: '1', low: 0.25, central: 0.47, high: 0.6, least: 0, most: 10, confidence: 'high', year: 2009,
      says: 'Indirect jobs in the supply chain per direct construction job.', source: 'agc_jobs', why: '4.6 over 9.7 per million.',
    },
    {
      kind: 'input', id: 'construction_induced', title: 'Induced jobs per construction job', unit: '1', low: 0.25, central: 0.43, high: 1.47, least: 0, most: 10, confidence: 'medium', year: 2013,
      says: 'Jobs from wages spent, per direct construction job.', source: 'sia_jobs_2013', why: 'A total multiplier of 1.90 less the direct job and its suppliers; the construction industry itself says 14.3 over 9.7.',
    },
    {
      kind: 'input', id: 'operations_indirect', title: 'Suppliers\' jobs per operations job', unit: '1', low: 0.4, central: 1, high: 3, least: 0, most: 20, confidence: 'low',
      says: 'Indirect jobs per data-centre job.', source: 'our assumption', why: 'Half of a total multiplier of 3; the industry\'s own figure of 7 covers far more than sites.',
    },
    {
      kind: 'input', id: 'operations_induced', title: 'Induced jobs per operations job', unit: '1', low: 0.4, central: 1, high: 3, least: 0, most: 20, confidence: 'low',
      says: 'Jobs from wages spent, per data-centre job.', source: 'our assumption', why: 'The other half.',
    },
    {
      kind: 'input', id: 'fab_indirect', title: 'Suppliers\' jobs per plant job', unit: '1', low: 1, central: 1.5, high: 2.85, least: 0, most: 20, confidence: 'low', year: 2021,
      says: 'Indirect jobs per chip-plant job.', source: 'sia_jobs_2021', why: 'A total multiplier of 6.7 is the industry\'s own and holds design and research; 4 is taken for manufacturing, half of the rest indirect.',
    },
    {
      kind: 'input', id: 'fab_induced', title: 'Induced jobs per plant job', unit: '1', low: 1, central: 1.5, high: 2.85, least: 0, most: 20, confidence: 'low', year: 2021,
      says: 'Jobs from wages spent, per chip-plant job.', source: 'sia_jobs_2021', why: 'The other half.',
    },
    {
      kind: 'input', id: 'net_share', title: 'Share of jobs that are net new', unit: '1', show: '%', low: 0.1, central: 0.4, high: 0.8, least: 0, most: 1, confidence: 'low',
      says: 'Jobs that would not have been filled elsewhere in the country.', source: 'our assumption', why: 'Skilled trades are near full employment; input-output totals are gross.',
    },
    {
      kind: 'auxiliary', id: 'real_halls_spending', title: 'Real facility spending', unit: 'USD/year', formula: '(sum(building_payments, sites) + spending_power) / construction_price_level', says: 'Buildings and power, without land and IT, at reference-year construction prices.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'real_plant_building', title: 'Real spending on plant buildings', unit: 'USD/year', formula: 'spending_fabs * (1 - fab_equipment_share) * fab_us_premium / plant_price_factor / price_level', says: 'The building part of chip plants, at reference-year prices. Equipment is mostly imported.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'jobs_onsite', title: 'On-site construction jobs', unit: 'job', formula: '(real_halls_spending + real_plant_building) * onsite_jobyears', says: 'People on construction sites.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'jobs_offsite', title: 'Off-site construction jobs', unit: 'job', formula: '(real_halls_spending + real_plant_building) * offsite_jobyears', says: 'Direct construction work elsewhere.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'jobs_construction', title: 'Construction jobs', unit: 'job', formula: 'jobs_onsite + jobs_offsite', says: 'Direct construction jobs, on and off site.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'jobs_operations', title: 'Operations jobs', unit: 'job', formula: 'facility_in_use_total * operations_jobs', says: 'Permanent jobs in data centres.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'jobs_fabs', title: 'Chip-plant jobs', unit: 'job', formula: 'sum(fabs_running, plants) * jobs_per_fab', says: 'Permanent jobs in chip plants.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'jobs_indirect', title: 'Indirect jobs', unit: 'job', formula: 'jobs_construction * construction_indirect + jobs_operations * operations_indirect + jobs_fabs * fab_indirect', says: 'Jobs with suppliers.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'jobs_induced', title: 'Induced jobs', unit: 'job', formula: 'jobs_construction * construction_induced + jobs_operations * operations_induced + jobs_fabs * fab_induced', says: 'Jobs from wages spent.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'jobs_total', title: 'Jobs', unit: 'job', formula: 'jobs_construction + jobs_operations + jobs_fabs + jobs_indirect + jobs_induced', says: 'All kinds, gross.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'jobs_net', title: 'Jobs net of displacement', unit: 'job', formula: 'jobs_total * net_share', says: 'Jobs that would not have been filled elsewhere.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'jobs_by_kind', title: 'Jobs by kind', unit: 'job', over: ['job_kinds'], adds: true,
      formulas: { construction: 'jobs_construction', operations: 'jobs_operations', fabs: 'jobs_fabs', indirect: 'jobs_indirect', induced: 'jobs_induced' }, says: 'The same figures as a set.', source: 'definition',
    },
    {
      kind: 'stock', id: 'job_years', title: 'Job-years', unit: 'job*year', over: ['job_kinds'], adds: true, net: 'jobs_by_kind', initial: '0', says: 'Jobs times years, cumulative.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'onsite_workers_per_mw', title: 'On-site workers per MW under construction', unit: 'job/MW', formula: 'sum(facility_under_construction, sites) > 0 ? (real_halls_spending * onsite_jobyears) / sum(facility_under_construction, sites) : 0', says: 'To hold beside sites: Abilene peaked at 5.3 workers per megawatt, Saline plans 1.8.', source: 'definition',
    },
  ],
};
