import type { Sector } from '../engine/types.ts';

/** Accelerators: their generations, the world's supply, deliveries, ageing and replacement. */
export const chips: Sector = {
  id: 'chips',
  title: 'Accelerators',
  says: 'Chips are ordered for the planned dates of halls, against the programme\'s share of a growing world supply. Accelerators, megawatts and H100-equivalents enter and leave side by side, so that a newer generation changes all three.',
  records: [
    {
      kind: 'input', id: 'chip_power', title: 'IT power per accelerator', unit: 'kWIT/accelerator', low: 1.83, central: 2.2, high: 2.4, least: 0.1, most: 100, confidence: 'medium', year: 2025,
      says: 'IT power of a Blackwell accelerator with its share of CPU, network and storage.', source: 'abilene_site_file',
      why: 'Abilene: 1,200 MW over 450,000 is 2.67 kW of facility power, which is 2.2 of IT at a PUE of 1.2. A rack alone is 132 kW over 72, or 1.83.',
    },
    {
      kind: 'input', id: 'chip_performance', title: 'H100-equivalents per accelerator', unit: 'H100e/accelerator', low: 2.27, central: 2.53, high: 2.53, least: 0.1, most: 1000, confidence: 'high', year: 2024,
      says: 'Dense BF16 of a Blackwell accelerator over the 989 TFLOP/s of an H100.', source: 'b200_datasheet', why: '2,500 over 989.4 TFLOP/s for the GB200 variant; 2,250 for the HGX one.',
    },
    {
      kind: 'constant', id: 'h100_flops', title: 'Computing power of an H100', unit: 'FLOP/s/H100e', value: 989.4e12, says: 'Dense BF16 peak. The sparse figure, twice as large, is never used.', source: 'h100_datasheet',
    },
    {
      kind: 'input', id: 'pue', title: 'PUE', unit: 'kW/kWIT', low: 1.08, central: 1.2, high: 1.35, least: 1, most: 3, confidence: 'medium', year: 2024,
      says: 'Facility power over IT power at peak, by which halls are sized. It is applied once.', source: 'e3_load_growth', why: '1.2 assumed for new data centres; hyperscale 1.1 to 1.2.',
    },
    {
      kind: 'input', id: 'chip_power_growth', title: 'Growth of power per accelerator', unit: '1', show: '%', low: 0.1, central: 0.2, high: 0.35, least: -0.5, most: 2, confidence: 'low', year: 2026,
      says: 'Yearly growth of IT power per accelerator from one generation to the next.', source: 'our assumption', why: '700 W in 2022, 1,200 W in 2024, up to 1,800 W in 2026 for the chip itself.',
    },
    {
      kind: 'input', id: 'energy_efficiency_growth', title: 'Growth of FLOP/s per watt', unit: '1', show: '%', low: 0.26, central: 0.4, high: 0.5, least: -0.5, most: 2, confidence: 'low', year: 2025,
      says: 'Yearly growth of computing power per watt of IT power from one generation to the next.', source: 'our assumption', why: 'Doubling every three years is 26 %; Epoch AI points to 40 to 50 %.',
    },
    {
      kind: 'input', id: 'generation_cadence', title: 'Time between generations', unit: 'year', low: 1, central: 2, high: 3, least: 0.5, most: 10, confidence: 'low',
      says: 'How long until the next generation ships in volume.', source: 'our assumption', why: 'Hopper 2022, Blackwell late 2024, Rubin late 2026.',
    },
    {
      kind: 'input', id: 'generation_ramp', title: 'Generation ramp', unit: 'year', low: 0.5, central: 1, high: 2, least: 0.1, most: 5, confidence: 'low',
      says: 'How long a new generation takes to replace the one before in deliveries.', source: 'our assumption', why: 'Blackwell overtook Hopper in shipments within about a year.',
    },
    {
      kind: 'constant', id: 'first_generation_year', title: 'First generation in volume', unit: 'year', value: 2024.75, says: 'Blackwell in volume: the fourth quarter of 2024. What is delivered before counts as Blackwell too.', source: 'our assumption',
    },
    {
      kind: 'input', id: 'chip_trend_years', title: 'How long chip trends hold', unit: 'year', low: 5, central: 8, high: 15, least: 0, most: 30, confidence: 'low',
      says: 'After this many years from the first generation, power, efficiency and price per accelerator stay where they are.', source: 'our assumption', why: 'Yearly growth of 30 to 40 % carried to 2040 would be a hundredfold; nobody can vouch for that.',
    },
    {
      kind: 'auxiliary', id: 'generation_order', title: 'Generations before it', unit: '1', over: ['generations'],
      formulas: {
        blackwell: '0', rubin: '1', generation_3: '1 + 1', generation_4: '1 + 1 + 1', generation_5: '1 + 1 + 1 + 1',
        generation_6: '1 + 1 + 1 + 1 + 1', generation_7: '1 + 1 + 1 + 1 + 1 + 1', generation_8: '1 + 1 + 1 + 1 + 1 + 1 + 1',
      },
      says: 'Place in the row of generations, from 0.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'generation_has_next', title: 'Has a successor', unit: '1', over: ['generations'],
      formulas: { blackwell: '1', rubin: '1', generation_3: '1', generation_4: '1', generation_5: '1', generation_6: '1', generation_7: '1', generation_8: '0' },
      says: '0 for the last generation that the model knows, which stays.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'generation_age', title: 'Years of trend by generation', unit: '1', over: ['generations'],
      formula: 'min(generation_order * generation_cadence, chip_trend_years) / one_year', says: 'Exponent of the chip trends.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'generation_performance', title: 'Performance by generation', unit: 'H100e/accelerator', over: ['generations'],
      formula: 'chip_performance * ((1 + energy_efficiency_growth) * (1 + chip_power_growth)) ^ generation_age', says: 'Power times efficiency.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'generation_power', title: 'Facility power by generation', unit: 'MW/accelerator', over: ['generations'],
      formula: 'chip_power * pue * megawatts_per_kilowatt * (1 + chip_power_growth) ^ generation_age', says: 'Facility megawatts that an accelerator takes up.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'generation_launch', title: 'Launch by generation', unit: 'year', over: ['generations'],
      formula: 'first_generation_year + generation_order * generation_cadence', says: 'Calendar year of first volume.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'generation_mix', title: 'Mix of deliveries by generation', unit: '1', show: '%', over: ['generations'],
      formula: '(generation_order == 0 ? 1 : min(1, max(0, (calendar_year - generation_launch) / generation_ramp))) - generation_has_next * min(1, max(0, (calendar_year - generation_launch - generation_cadence) / generation_ramp))',
      says: 'Share of accelerators delivered now: what has arrived less what its successor has replaced.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'chips_lead', title: 'Time from a start to its chips', unit: 'year', formula: 'sum(site_share * construction_time, sites) / months_per_year', says: 'Construction time, averaged over the sites\' shares.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'generation_mix_ahead', title: 'Mix expected at delivery', unit: '1', show: '%', over: ['generations'],
      formula: '(generation_order == 0 ? 1 : min(1, max(0, (calendar_year + chips_lead - generation_launch) / generation_ramp))) - generation_has_next * min(1, max(0, (calendar_year + chips_lead - generation_launch - generation_cadence) / generation_ramp))',
      says: 'The mix when a hall started now is finished.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'power_per_accelerator', title: 'Facility power per accelerator delivered', unit: 'MW/accelerator', formula: 'sum(generation_mix * generation_power, generations)', says: 'Average over the mix.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'performance_per_accelerator', title: 'Performance per accelerator delivered', unit: 'H100e/accelerator', formula: 'sum(generation_mix * generation_performance, generations)', says: 'Average over the mix.', source: 'definition',
    },
    // Supply.
    {
      kind: 'input', id: 'world_supply', title: 'World supply in 2025', unit: 'accelerator/year', prefer: 'million accelerator/year', low: 4e6, central: 4.5e6, high: 6e6, least: 0, most: 1e9, confidence: 'low', year: 2025,
      says: 'Accelerators made in the world in the reference year, in dual-die packages.', source: 'our assumption',
      why: 'Six million Blackwell dies in four quarters are three million packages; Nvidia ships about two thirds of the computing power.',
    },
    {
      kind: 'input', id: 'supply_growth', title: 'Growth of world supply', unit: '1', show: '%', low: 0.15, central: 0.3, high: 0.6, least: -0.5, most: 3, confidence: 'low', year: 2026,
      says: 'Yearly growth of accelerators made without the fab programme.', source: 'our assumption', why: 'Custom chips +45 %, merchant chips +16 % in 2026; the central figure blends them.',
    },
    {
      kind: 'input', id: 'supply_growth_years', title: 'How long supply grows', unit: 'year', low: 5, central: 8, high: 15, least: 0, most: 30, confidence: 'low',
      says: 'After this many years world supply stays where it is.', source: 'our assumption', why: 'No growth of this pace has an end date; eight years is the horizon of public plans.',
    },
    {
      kind: 'input', id: 'programme_share', title: 'Share of world supply', unit: '1', show: '%', low: 0.05, central: 0.15, high: 0.3, least: 0, most: 1, confidence: 'low',
      says: 'Share of the world\'s accelerators that the programme can buy.', source: 'our assumption', why: 'OpenAI\'s providers ran 1.9 GW at the end of 2025, of over 10 GW of chips in the world: a bit under a fifth, of which Stargate is a part.',
    },
    {
      kind: 'auxiliary', id: 'base_supply', title: 'World supply without the fab programme', unit: 'accelerator/year',
      formula: 'world_supply * (1 + supply_growth) ^ min(years_of_trend, supply_growth_years / one_year)', says: 'What the industry makes anyway.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'programme_supply', title: 'Accelerators the programme can have', unit: 'accelerator/year', formula: 'base_supply * programme_share + fab_accelerators * fab_own_share',
      says: 'Its share of base supply and its own share of the fabs\' output.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'programme_supply_mw', title: 'The same in megawatts', unit: 'MW/year', formula: 'programme_supply * power_per_accelerator', says: 'How many facility megawatts of halls a year\'s chips would fill.', source: 'definition',
    },
    // Deliveries.
    {
      kind: 'input', id: 'delivery_time', title: 'Delivery time', unit: 'month', low: 1, central: 2, high: 6, least: 1, most: 24, confidence: 'low',
      says: 'How long chips take to arrive once a hall is finished and chips are to be had. They are ordered beforehand, for the planned date.', source: 'our assumption', why: 'Racks arrive during fit-out.',
    },
    {
      kind: 'auxiliary', id: 'first_chips_wanted', title: 'First chips due', unit: 'MW/year', over: ['sites'],
      formula: 'max(0, facility_finished - first_chips_placed) * months_per_year / max(delivery_time, time_step)', says: 'Finished halls without chips, over the delivery time.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'first_chips_wanted_total', title: 'First chips due, all sites', unit: 'MW/year', formula: 'sum(first_chips_wanted, sites)', says: 'All sites.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'replacing_wanted', title: 'Replacement due', unit: 'MW/year', over: ['sites'], formula: 'awaiting_replacement / max(one_month, step_years)', says: 'Chips that left are replaced within a month if supply allows.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'replacing_fill', title: 'Replacement that supply allows', unit: '1', formula: 'sum(replacing_wanted, sites) > programme_supply_mw ? programme_supply_mw / sum(replacing_wanted, sites) : 1',
      says: 'Running halls are served before new ones.', source: 'our assumption',
    },
    {
      kind: 'flow', id: 'replacing', title: 'Chips replaced', unit: 'MW/year', over: ['sites'], adds: true, formula: 'replacing_wanted * replacing_fill', says: 'Paid from operating cash, never from announced money.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'first_supply', title: 'Supply left for first chips', unit: 'MW/year', formula: 'max(0, programme_supply_mw - sum(replacing, sites))', says: 'What replacement leaves.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'reserved_per_mw', title: 'Reserved for chips per MW', unit: 'USD/MW', formula: 'chips_outstanding > 0 ? chips_reserve / chips_outstanding : 0', says: 'Average price reserved for chips not yet delivered.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'cash_for_chips', title: 'Cash for chips', unit: 'USD/year',
      formula: 'max(0, (sum(released * (1 - fab_share), commitments) - sum(halls_spent, commitments)) / max(one_month, step_years) - spending_building - spending_power)',
      says: 'Money that has come and is not spent, payable within a month, after buildings and power.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'unbooked_for_chips', title: 'Money left for dearer chips', unit: 'USD/year',
      formula: 'max(0, sum(halls_unbooked, commitments) / max(one_month, step_years) - reserving)', says: 'What is not booked elsewhere, payable within a month.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'first_chips_money', title: 'First chips that money allows', unit: 'MW/year',
      formula: 'chips_cost_per_mw > reserved_per_mw ? min(cash_for_chips / chips_cost_per_mw, unbooked_for_chips / (chips_cost_per_mw - reserved_per_mw)) : cash_for_chips / chips_cost_per_mw',
      says: 'Cash in hand pays the chips; what they cost beyond the reserved price must not be booked already.', source: 'our assumption',
    },
    {
      kind: 'flow', id: 'first_chips_total', title: 'First chips delivered, all sites', unit: 'MW/year', formula: 'min(first_chips_wanted_total, min(first_supply, first_chips_money))', says: 'What is due, as far as supply and money go.', source: 'our assumption',
    },
    {
      kind: 'flow', id: 'first_chips', title: 'First chips delivered', unit: 'MW/year', over: ['sites'], adds: true,
      formula: 'first_chips_wanted_total > 0 ? first_chips_total * first_chips_wanted / first_chips_wanted_total : 0', says: 'Chips go to sites in proportion to what each is due; the rest waits.', source: 'our assumption',
    },
    {
      kind: 'stock', id: 'first_chips_placed', title: 'Halls that got their chips', unit: 'MW', over: ['sites'], adds: true, net: 'first_chips', initial: '0', says: 'Megawatts of halls that ever had chips.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'chips_outstanding', title: 'Chips reserved and not delivered', unit: 'MW', formula: 'sum(facility_started - inherited_waiting - first_chips_placed, sites)', says: 'Megawatts whose chips are reserved.', source: 'definition',
    },
    {
      kind: 'stock', id: 'chips_reserve', title: 'Reserved for chips', unit: 'USD', net: 'sum((starts + inherited_reserving) * expected_chips_cost_per_mw, sites) - first_chips_total * reserved_per_mw', initial: '0', says: 'Money reserved for chips not yet delivered.', source: 'definition',
    },
    {
      kind: 'flow', id: 'site_price_difference', title: 'Price difference at the site', unit: 'USD/year', over: ['sites'], formula: 'first_chips * (chips_cost_per_mw - reserved_per_mw)', says: 'Chips at today\'s price against the price reserved.', source: 'definition',
    },
    {
      kind: 'flow', id: 'price_difference', title: 'Price difference of chips', unit: 'USD/year', formula: 'sum(site_price_difference, sites)', says: 'All sites.', source: 'definition',
    },
    {
      kind: 'flow', id: 'releasing', title: 'Payments at reserved prices', unit: 'USD/year', formula: 'spending_building + spending_power + first_chips_total * reserved_per_mw', says: 'What leaves the reserve.', source: 'definition',
    },
    // Age.
    {
      kind: 'input', id: 'accelerator_life', title: 'Life of accelerators', unit: 'year', low: 3, central: 5, high: 7, least: 0.5, most: 30, confidence: 'high', year: 2026,
      says: 'Average time in use; retirement is spread as an Erlang-3.', source: 'epoch_tco', why: 'Epoch AI takes five years, with three and seven as sensitivities.',
    },
    {
      kind: 'input', id: 'replacement_share', title: 'Share replaced', unit: '1', show: '%', low: 0.5, central: 1, high: 1, least: 0, most: 1, confidence: 'low',
      says: 'Share of retired chips that is replaced, megawatt for megawatt, from operating cash.', source: 'our assumption', why: 'Halls and power outlive three generations of chips; leaving them empty would waste them.',
    },
    {
      kind: 'delay', id: 'chips_retiring', title: 'Chips retiring', unit: 'MW/year', over: ['sites'], input: 'first_chips + replacing', time: 'accelerator_life', says: 'Deliveries, after their life.', source: 'our assumption',
    },
    {
      kind: 'stock', id: 'awaiting_replacement', title: 'Awaiting replacement', unit: 'MW', over: ['sites'], net: 'chips_retiring * replacement_share - replacing', initial: '0', says: 'Retired and to be replaced.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'chips_placed', title: 'Chips in place', unit: 'MW', over: ['sites'], adds: true, formula: 'chips_retiring_1 + chips_retiring_2 + chips_retiring_3', says: 'Megawatts of chips in halls, lit or dark: what is under way in the delay of their life.', source: 'definition',
    },
    {
      kind: 'flow', id: 'accelerators_delivered', title: 'Accelerators delivered', unit: 'accelerator/year', formula: '(first_chips_total + sum(replacing, sites)) / power_per_accelerator', says: 'First chips and replacements, in units.', source: 'definition',
    },
    {
      kind: 'delay', id: 'accelerators_retiring', title: 'Accelerators retiring', unit: 'accelerator/year', input: 'accelerators_delivered', time: 'accelerator_life', says: 'The same deliveries, in units.', source: 'our assumption',
    },
    {
      kind: 'delay', id: 'performance_retiring', title: 'Performance retiring', unit: 'H100e/year', input: 'accelerators_delivered * performance_per_accelerator', time: 'accelerator_life', says: 'The same deliveries, in H100-equivalents.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'accelerators_placed', title: 'Accelerators in place', unit: 'accelerator', formula: 'accelerators_retiring_1 + accelerators_retiring_2 + accelerators_retiring_3', says: 'In halls, lit or dark.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'h100e_placed', title: 'H100-equivalents in place', unit: 'H100e', formula: 'performance_retiring_1 + performance_retiring_2 + performance_retiring_3', says: 'In halls, lit or dark.', source: 'definition',
    },
    {
      kind: 'flow', id: 'replacement_spending', title: 'Spending on replacement', unit: 'USD/year', formula: 'sum(replacing, sites) * chips_cost_per_mw', says: 'Paid from operating cash; a series of its own, never part of the announced money.', source: 'definition',
    },
  ],
};
