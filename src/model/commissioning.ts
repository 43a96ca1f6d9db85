import type { Sector } from '../engine/types.ts';

/** Capacity in use follows the scarcest of money, power, building and chips, and says which that is. */
export const commissioning: Sector = {
  id: 'commissioning',
  title: 'Commissioning: what binds',
  says: 'Per site, capacity in use closes the gap to the smallest of energised power, ready halls and chips in place: stocks, so that what piled up is kept. What the others have left over stays visible.',
  records: [
    {
      kind: 'auxiliary', id: 'could_run', title: 'Could run before retirement', unit: 'MW', over: ['sites'], formula: 'min(facility_energised, min(facility_ready, first_chips_placed))',
      says: 'The smallest of power, halls and halls that ever had chips.', source: 'our assumption',
    },
    {
      kind: 'flow', id: 'commissioning_rate', title: 'Being commissioned', unit: 'MW/year', over: ['sites'], formula: 'max(0, could_run - facility_commissioned) / max(one_month, step_years)',
      says: 'The gap closes within a month.', source: 'our assumption',
    },
    {
      kind: 'stock', id: 'facility_commissioned', title: 'Ever commissioned', unit: 'MW', over: ['sites'], adds: true, net: 'commissioning_rate', initial: '0', says: 'Cumulative, before retirement.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'facility_in_use', title: 'In use', unit: 'MW', over: ['sites'], adds: true, formula: 'min(facility_commissioned, chips_placed)', says: 'Facility megawatts with power, a ready hall and living chips.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'facility_in_use_total', title: 'In use, all sites', unit: 'MW', formula: 'sum(facility_in_use, sites)', says: 'All sites.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'it_in_use', title: 'IT power in use', unit: 'MWIT', formula: 'facility_in_use_total / pue', says: 'The IT part of the facility power in use.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'lit_share', title: 'Share of chips lit', unit: '1', show: '%', formula: 'sum(chips_placed, sites) > 0 ? facility_in_use_total / sum(chips_placed, sites) : 0', says: 'Chips in use over chips in place.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'accelerators_in_use', title: 'Accelerators in use', unit: 'accelerator', formula: 'accelerators_placed * lit_share', says: 'Packages running, of all generations.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'h100e_in_use', title: 'H100-equivalents in use', unit: 'H100e', formula: 'h100e_placed * lit_share', says: 'The same in dense BF16 of an H100.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'compute_in_use', title: 'Computing power in use', unit: 'FLOP/s', formula: 'h100e_in_use * h100_flops', says: 'Peak, dense BF16. What a training run gets is a fraction of it.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'dark_chips', title: 'Dark chips', unit: 'MW', over: ['sites'], adds: true, formula: 'chips_placed - facility_in_use', says: 'Chips in place that do not run.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'empty_halls', title: 'Empty halls', unit: 'MW', over: ['sites'], adds: true, formula: 'max(0, facility_ready - chips_placed)', says: 'Ready halls without chips.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'stranded_power', title: 'Stranded power', unit: 'MW', over: ['sites'], adds: true, formula: 'facility_energised - facility_in_use', says: 'Power connected and not used.', source: 'definition',
    },
    {
      kind: 'delay', id: 'halls_bound_by_money', title: 'Halls now due that money held down', unit: '1', over: ['sites'], input: 'starts_bound_by_money', time: '(construction_time + fitout_lag) / months_per_year',
      says: 'Whether money limited starts when the halls now due were started: above a half, it did.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'site_complete', title: 'Site complete', unit: '1', over: ['sites'],
      formula: 'facility_started > 0 and facility_in_use >= facility_started * nearly_all and (facility_started >= site_size * nearly_all or site_committed >= site_money * nearly_all) ? 1 : 0',
      says: '1 when all that the site\'s money or size allows is in use, to within one per cent.', source: 'our assumption',
    },
    {
      kind: 'constant', id: 'nearly_all', title: 'Nearly all', unit: '1', value: 0.99, says: 'A site counts as complete at 99 %.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'site_money', title: 'The site\'s money in all', unit: 'USD', over: ['sites'], formula: 'site_share * programme_money', says: 'Its share of all money for data centres.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'binding', title: 'What binds', unit: '1', over: ['sites'],
      formula: 'site_complete > 0 ? 0 : (facility_energised <= min(facility_ready, chips_placed) and facility_started > 0 ? power_code : (facility_ready <= chips_placed ? (facility_under_construction > facility_started * nearly_none ? building_code : money_code) : (first_chips_total < min(first_chips_wanted_total, first_supply) ? money_code : chips_code)))',
      says: 'The immediate cause that keeps capacity in use from growing: 0 complete, 1 money, 2 power, 3 building, 4 chips. The smallest of power, halls and chips binds; halls bind as building while some are under way and as money when none are; chips bind as money when they cannot be paid.',
      source: 'our assumption',
    },
    {
      kind: 'constant', id: 'nearly_none', title: 'Nearly none', unit: '1', value: 0.01, says: 'Below 1 % of what was started, nothing is under way.', source: 'our assumption',
    },
    {
      kind: 'constant', id: 'money_code', title: 'Money', unit: '1', value: 1, says: 'Code of a binding cause.', source: 'definition',
    },
    {
      kind: 'constant', id: 'power_code', title: 'Power', unit: '1', value: 2, says: 'Code of a binding cause.', source: 'definition',
    },
    {
      kind: 'constant', id: 'building_code', title: 'Building', unit: '1', value: 3, says: 'Code of a binding cause.', source: 'definition',
    },
    {
      kind: 'constant', id: 'chips_code', title: 'Chips', unit: '1', value: 4, says: 'Code of a binding cause.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'root_binding', title: 'What binds at the root', unit: '1', over: ['sites'],
      formula: 'binding == building_code and halls_bound_by_money > half ? money_code : binding',
      says: 'As what binds, but halls that are late because money was late when they were started count as money.', source: 'our assumption',
    },
  ],
};
