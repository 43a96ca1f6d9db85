import type { Sector } from '../engine/types.ts';

/** Chip plants: money split into logic, memory and packaging; output is the least of the three, and capped. */
export const fabs: Sector = {
  id: 'fabs',
  title: 'Chip plants',
  says: 'Money for chip plants is split into logic, memory and packaging. Spending is capped by what the equipment industry can absorb, output by the scarcest of the three kinds with the existing industry included, and by what demand and power can take.',
  records: [
    {
      kind: 'input', id: 'plant_split', title: 'Split of chip-plant money', over: ['plants'], unit: '1', show: '%', least: 0, most: 1, confidence: 'low', balances: 'plant_split', year: 2026,
      values: { logic: { low: 0.35, central: 0.48, high: 0.55 }, memory: { low: 0.25, central: 0.37, high: 0.45 }, packaging: { low: 0.1, central: 0.15, high: 0.2 } },
      says: 'Share of chip-plant money for each kind of plant. The three sum to 100 %.', source: 'semi_300mm', why: 'Logic 175 of 374 billion of equipment spending from 2026 to 2028; memory about 136; packaging 10 to 20 % of foundry spending.',
    },
    {
      kind: 'input', id: 'fab_cost', title: 'Cost per plant', over: ['plants'], unit: 'USD/fab', prefer: 'billion USD/fab', least: 1e6, most: 1e12, confidence: 'medium', year: 2023,
      values: { logic: { low: 25e9, central: 28e9, high: 40e9 }, memory: { low: 12e9, central: 20e9, high: 30e9 }, packaging: { low: 4e9, central: 8.5e9, high: 12.5e9 } },
      says: 'Cost of one plant of the stated size outside the US, in reference-year prices.', source: 'fab_cost_ibs', why: 'Logic: 28 billion for 50,000 wafer starts a month at 2 nm. Memory is our assumption. Packaging: about 8 billion a year of foundry spending adds about 47,500 wafers a month.',
    },
    {
      kind: 'input', id: 'fab_size', title: 'Size of a plant', over: ['plants'], unit: 'wafer/month/fab', least: 100, most: 1e6, confidence: 'medium', setting: true, year: 2023,
      values: { logic: { low: 30000, central: 50000, high: 100000 }, memory: { low: 60000, central: 100000, high: 150000 }, packaging: { low: 25000, central: 50000, high: 75000 } },
      says: 'Wafer starts a month of one plant, which its cost is stated for.', source: 'fab_cost_ibs', why: 'The size behind the published cost; memory and packaging are our assumption.',
    },
    {
      kind: 'input', id: 'fab_us_premium', title: 'US cost of the plant\'s building', unit: '1', low: 1.5, central: 2, high: 2.5, least: 0.5, most: 10, confidence: 'medium', year: 2025,
      says: 'Cost of the building of a plant in the US over Taiwan. Equipment costs the same.', source: 'exyte_fab_times', why: 'Twice the cost.',
    },
    {
      kind: 'input', id: 'fab_equipment_share', title: 'Equipment share of a plant', unit: '1', show: '%', low: 0.7, central: 0.75, high: 0.8, least: 0, most: 1, confidence: 'medium', year: 2024,
      says: 'Share of a plant\'s cost, at Taiwan prices, that is equipment.', source: 'fab_cost_split', why: '70 to 80 %.',
    },
    {
      kind: 'input', id: 'fab_build_time', title: 'Time to build a plant', unit: 'month', low: 30, central: 38, high: 60, least: 6, most: 180, confidence: 'medium', year: 2025,
      says: 'From permit to first wafers.', source: 'exyte_fab_times', why: '38 months in the US, 19 in Taiwan.',
    },
    {
      kind: 'input', id: 'fab_ramp', title: 'Ramp of a plant', unit: 'month', low: 9, central: 18, high: 30, least: 3, most: 120, confidence: 'low',
      says: 'From first wafers to full output.', source: 'our assumption', why: 'Typical for leading-edge plants.',
    },
    {
      kind: 'input', id: 'absorption_limit', title: 'Absorption limit', unit: '1', low: 1, central: 2.5, high: 4, least: 0, most: 100, confidence: 'low',
      says: 'The most equipment the programme can buy in a year, in multiples of the world\'s yearly spending on 300 mm equipment.', source: 'our assumption', why: 'Two to three times what the whole industry buys is already beyond anything seen.',
    },
    {
      kind: 'input', id: 'equipment_spending', title: 'World equipment spending', unit: 'USD/year', prefer: 'billion USD/year', low: 100e9, central: 107e9, high: 120e9, least: 1e9, most: 1e13, confidence: 'high', year: 2025,
      says: 'World spending on 300 mm fab equipment in the reference year.', source: 'semi_300mm', why: '107 billion in 2025, 116 in 2026, 120 in 2027, 138 in 2028.',
    },
    {
      kind: 'input', id: 'equipment_growth', title: 'Growth of equipment spending', unit: '1', show: '%', low: 0.05, central: 0.085, high: 0.15, least: -0.2, most: 1, confidence: 'high', year: 2025,
      says: 'Yearly growth of that spending.', source: 'semi_300mm', why: '107 to 138 billion over three years.',
    },
    {
      kind: 'input', id: 'fab_loading', title: 'Loading', unit: '1', show: '%', low: 0.75, central: 0.9, high: 0.98, least: 0, most: 1, confidence: 'low',
      says: 'Share of wafer capacity that runs.', source: 'our assumption', why: 'The leading edge is nearly full.',
    },
    {
      kind: 'input', id: 'dies_per_wafer', title: 'Good dies per wafer', unit: 'die/wafer', low: 38, central: 50, high: 55, least: 1, most: 1000, confidence: 'low', year: 2025,
      says: 'Sellable reticle-size dies per 300 mm wafer, harvested ones included.', source: 'our assumption', why: '63 gross dies at 80 %.',
    },
    {
      kind: 'input', id: 'dies_per_accelerator', title: 'Dies per accelerator', unit: 'die/accelerator', low: 1, central: 2, high: 4, least: 1, most: 16, confidence: 'low',
      says: 'Reticle-size logic dies in a package.', source: 'our assumption', why: 'One for H100, two for Blackwell and Rubin, four announced after.',
    },
    {
      kind: 'input', id: 'package_yield', title: 'Packaging yield', unit: '1', show: '%', low: 0.85, central: 0.93, high: 0.98, least: 0, most: 1, confidence: 'low',
      says: 'Packages that pass.', source: 'our assumption', why: 'Assembly and test of large packages.',
    },
    {
      kind: 'input', id: 'memory_per_accelerator', title: 'Memory wafers per accelerator', unit: 'wafer/accelerator', low: 0.15, central: 0.28, high: 0.5, least: 0.01, most: 10, confidence: 'low',
      says: 'DRAM wafers for the high-bandwidth memory of a package.', source: 'our assumption', why: 'Eight stacks of twelve dies, at 350 to 600 good dies per wafer.',
    },
    {
      kind: 'input', id: 'packages_per_wafer', title: 'Packages per wafer', unit: 'accelerator/wafer', low: 14, central: 16, high: 16, least: 1, most: 100, confidence: 'medium', year: 2024,
      says: 'Packages per interposer wafer.', source: 'cowos_packages', why: '16 for B200 at full yield.',
    },
    {
      kind: 'input', id: 'industry_slack', title: 'Capacity of the existing industry', over: ['plants'], unit: '1', least: 1, most: 100, confidence: 'low',
      values: { logic: { low: 1, central: 2, high: 4 }, memory: { low: 1, central: 1.1, high: 1.5 }, packaging: { low: 1, central: 1, high: 1.3 } },
      says: 'What each kind of existing plant could make, over what is made: packaging and memory bind first today.', source: 'our assumption', why: 'One 50,000-wafer logic plant could feed more accelerators than Nvidia sold in 2025; memory and packaging are sold out.',
    },
    {
      kind: 'input', id: 'fab_own_share', title: 'Own share of the plants\' output', unit: '1', show: '%', low: 0.1, central: 0.3, high: 0.6, least: 0, most: 1, confidence: 'low',
      says: 'Share of the added accelerators that the programme may buy.', source: 'our assumption', why: 'The talks named OpenAI a main customer, with no figure.',
    },
    {
      kind: 'input', id: 'world_ai_power', title: 'Power for new chips in the world', unit: 'MW/year', prefer: 'GW/year', low: 20000, central: 35000, high: 60000, least: 0, most: 1e7, confidence: 'low', year: 2027,
      says: 'Facility power that the world can connect for accelerators in a year, at the start.', source: 'our assumption', why: '125 GW from 2025 to 2030 in one forecast, 200 GW by 2030 in another.',
    },
    {
      kind: 'input', id: 'world_ai_power_growth', title: 'Growth of that power', unit: '1', show: '%', low: 0.02, central: 0.1, high: 0.2, least: -0.2, most: 1, confidence: 'low',
      says: 'Yearly growth of the power that can be connected.', source: 'our assumption', why: 'Turbine and transformer makers expand by about this much a year.',
    },
    {
      kind: 'input', id: 'world_ai_budget', title: 'Money for accelerators in the world', unit: 'USD/year', prefer: 'billion USD/year', low: 300e9, central: 500e9, high: 900e9, least: 0, most: 1e14, confidence: 'low', year: 2026,
      says: 'What all buyers can spend on IT with accelerators in the reference year.', source: 'our assumption', why: 'Four firms spend about 725 billion in 2026, two thirds of it IT.',
    },
    {
      kind: 'input', id: 'world_ai_budget_growth', title: 'Growth of that money', unit: '1', show: '%', low: 0.05, central: 0.2, high: 0.35, least: -0.3, most: 2, confidence: 'low',
      says: 'Yearly growth of what buyers can spend.', source: 'our assumption', why: '5.2 trillion to 2030 in one forecast.',
    },
    {
      kind: 'constant', id: 'world_growth_years', title: 'Years the world\'s limits grow', unit: 'year', value: 12, says: 'After these years power and money for accelerators stay where they are.', source: 'our assumption',
    },
    // Money.
    {
      kind: 'auxiliary', id: 'fabs_headroom', title: 'Free to reserve for plants', unit: 'USD', over: ['commitments'], adds: true, formula: 'max(0, in_view * fab_share - fabs_committed)', says: 'Money in view for plants that is neither spent nor reserved.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'equipment_market', title: 'World equipment spending now', unit: 'USD/year', formula: 'equipment_spending * (1 + equipment_growth) ^ years_of_trend', says: 'Without the programme.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'absorption', title: 'Most that plants can absorb', unit: 'USD/year', formula: 'absorption_limit * equipment_market / (fab_equipment_share / plant_price_factor)', says: 'Money for plants whose equipment is the absorption limit.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'plant_price_factor', title: 'US price of a plant', unit: '1', formula: 'fab_equipment_share + (1 - fab_equipment_share) * fab_us_premium', says: 'Equipment at world price, building at the US premium.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'fabs_money_allows', title: 'Plants that money allows', unit: 'USD/year', formula: 'sum(fabs_headroom, commitments) / contracting_years', says: 'Free money over the contracting time.', source: 'definition',
    },
    {
      kind: 'flow', id: 'fabs_reserving', title: 'Being reserved for plants', unit: 'USD/year', formula: 'min(fabs_money_allows, absorption)', says: 'As much as money and the equipment industry allow.', source: 'our assumption',
    },
    {
      kind: 'delay', id: 'plant_contracts', title: 'Plant contracts ending', unit: 'USD/year', input: 'fabs_reserving', time: 'fab_build_time / months_per_year', says: 'Contracts travel with the plants they build.', source: 'definition',
    },
    {
      kind: 'flow', id: 'spending_fabs', title: 'Spending on chip plants', unit: 'USD/year', formula: '(plant_contracts_1 + plant_contracts_2 + plant_contracts_3) * months_per_year / fab_build_time', says: 'Paid as the work proceeds, a third at each of three stages.', source: 'our assumption',
    },
    {
      kind: 'stock', id: 'fabs_reserved', title: 'Reserved for plants', unit: 'USD', over: ['commitments'], adds: true,
      net: '(sum(fabs_headroom, commitments) > 0 ? fabs_reserving * fabs_headroom / sum(fabs_headroom, commitments) : 0) - fabs_paying', initial: '0', says: 'Signed for plants and not yet paid.', source: 'definition',
    },
    {
      kind: 'flow', id: 'fabs_paying', title: 'Paid for plants', unit: 'USD/year', over: ['commitments'], adds: true,
      formula: 'sum(fabs_reserved, commitments) > 0 ? spending_fabs * fabs_reserved / sum(fabs_reserved, commitments) : 0', says: 'Drawn in proportion to what each commitment has reserved.', source: 'our assumption',
    },
    {
      kind: 'stock', id: 'fabs_spent', title: 'Spent on plants', unit: 'USD', over: ['commitments'], adds: true, net: 'fabs_paying', initial: '0', says: 'Paid for chip plants.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'fabs_committed', title: 'Committed to plants', unit: 'USD', over: ['commitments'], adds: true, formula: 'fabs_spent + fabs_reserved', says: 'Spent or reserved for plants.', source: 'definition',
    },
    // Capacity.
    {
      kind: 'flow', id: 'plants_started', title: 'Plants started', unit: 'fab/year', over: ['plants'], formula: 'fabs_reserving * plant_split / (fab_cost * plant_price_factor * price_level)', says: 'Money over the price of a plant.', source: 'our assumption',
    },
    {
      kind: 'delay', id: 'plants_opening', title: 'Plants opening', unit: 'fab/year', over: ['plants'], input: 'plants_started', time: 'fab_build_time / months_per_year', says: 'Plants started, after their building time.', source: 'our assumption',
    },
    {
      kind: 'stock', id: 'fabs_running', title: 'Chip plants running', unit: 'fab', over: ['plants'], adds: true, net: 'plants_opening', initial: '0', says: 'Plants with first wafers.', source: 'definition',
    },
    {
      kind: 'delay', id: 'plants_ramping', title: 'Plants reaching full output', unit: 'fab/year', over: ['plants'], input: 'plants_opening', time: 'fab_ramp / months_per_year', says: 'Plants opened, after their ramp.', source: 'our assumption',
    },
    {
      kind: 'stock', id: 'plants_ramped', title: 'Plants at full output', unit: 'fab', over: ['plants'], adds: true, net: 'plants_ramping', initial: '0', says: 'Plants whose ramp is over.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'wafer_capacity', title: 'Wafer capacity', unit: 'wafer/month', over: ['plants'], formula: 'plants_ramped * fab_size * fab_loading', says: 'Wafers a month that the plants can start.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'accelerators_per_wafer', title: 'Accelerators per wafer', unit: 'accelerator/wafer', over: ['plants'],
      formulas: { logic: 'dies_per_wafer / dies_per_accelerator * package_yield', memory: '1 / memory_per_accelerator * package_yield', packaging: 'packages_per_wafer * package_yield' },
      says: 'How many finished accelerators a wafer of each kind serves.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'added_capacity', title: 'Added capacity by kind', unit: 'accelerator/year', over: ['plants'], formula: 'wafer_capacity * accelerators_per_wafer * months_per_year', says: 'Accelerators a year the new plants of each kind could serve.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'kind_capacity', title: 'Capacity by kind', unit: 'accelerator/year', over: ['plants'], formula: 'base_supply * industry_slack + added_capacity', says: 'Existing industry and new plants.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'logic_capacity', title: 'Logic capacity', unit: 'accelerator/year', formula: 'sum(kind_capacity * is_logic, plants)', says: 'Capacity of the logic plants.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'memory_capacity', title: 'Memory capacity', unit: 'accelerator/year', formula: 'sum(kind_capacity * is_memory, plants)', says: 'Capacity of the memory plants.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'packaging_capacity', title: 'Packaging capacity', unit: 'accelerator/year', formula: 'sum(kind_capacity * is_packaging, plants)', says: 'Capacity of the packaging plants.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'is_logic', title: 'Is logic', unit: '1', over: ['plants'], formulas: { logic: '1', memory: '0', packaging: '0' }, says: 'Picks the logic plants.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'is_memory', title: 'Is memory', unit: '1', over: ['plants'], formulas: { logic: '0', memory: '1', packaging: '0' }, says: 'Picks the memory plants.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'is_packaging', title: 'Is packaging', unit: '1', over: ['plants'], formulas: { logic: '0', memory: '0', packaging: '1' }, says: 'Picks the packaging plants.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'plants_can_make', title: 'Accelerators all plants can make', unit: 'accelerator/year', formula: 'min(logic_capacity, min(memory_capacity, packaging_capacity))', says: 'The least of the three kinds, existing industry included.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'years_of_world_growth', title: 'Years the world\'s limits have grown', unit: '1', formula: 'min(years_of_trend, world_growth_years / one_year)', says: 'Exponent of the world\'s limits.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'power_takes', title: 'Accelerators that power can take', unit: 'accelerator/year', formula: 'world_ai_power * (1 + world_ai_power_growth) ^ years_of_world_growth / power_per_accelerator', says: 'Facility power connected in a year over the power of an accelerator.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'demand_takes', title: 'Accelerators that buyers can pay', unit: 'accelerator/year', formula: 'world_ai_budget * (1 + world_ai_budget_growth) ^ years_of_world_growth / it_cost_now', says: 'Money for accelerators over their price.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'fab_accelerators', title: 'Accelerators from the new plants', unit: 'accelerator/year',
      formula: 'max(0, min(plants_can_make, max(base_supply, min(power_takes, demand_takes))) - min(base_supply * sum(industry_slack * is_logic, plants), min(base_supply * sum(industry_slack * is_memory, plants), base_supply * sum(industry_slack * is_packaging, plants))))',
      says: 'What is made beyond what the existing industry could make, and no more than power and buyers can take.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'fab_binding', title: 'What caps the plants', unit: '1',
      formula: 'sum(fabs_committed, commitments) <= 0 ? 0 : (absorption < fabs_money_allows ? absorption_code : (plants_can_make > max(base_supply, min(power_takes, demand_takes)) ? (power_takes <= demand_takes ? plant_power_code : demand_code) : (logic_capacity <= min(memory_capacity, packaging_capacity) ? logic_code : (memory_capacity <= packaging_capacity ? memory_code : packaging_code))))',
      says: '0 no plants, 1 absorption of money, 2 power for the chips, 3 buyers\' money, 4 logic, 5 memory, 6 packaging.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'absorption_binds', title: 'Absorption binds', unit: '1', formula: 'fabs_money_allows > absorption ? 1 : 0', says: '1 when the equipment industry cannot take the money that is there.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'power_caps_plants', title: 'Power caps the plants', unit: '1', formula: 'sum(fabs_committed, commitments) > 0 and plants_can_make > power_takes ? 1 : 0', says: '1 when all plants could make more than power can take.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'demand_caps_plants', title: 'Buyers cap the plants', unit: '1', formula: 'sum(fabs_committed, commitments) > 0 and plants_can_make > demand_takes ? 1 : 0', says: '1 when all plants could make more than buyers can pay.', source: 'definition',
    },
    {
      kind: 'constant', id: 'absorption_code', title: 'Absorption', unit: '1', value: 1, says: 'Code of a cap.', source: 'definition',
    },
    {
      kind: 'constant', id: 'plant_power_code', title: 'Power for the chips', unit: '1', value: 2, says: 'Code of a cap.', source: 'definition',
    },
    {
      kind: 'constant', id: 'demand_code', title: 'Buyers\' money', unit: '1', value: 3, says: 'Code of a cap.', source: 'definition',
    },
    {
      kind: 'constant', id: 'logic_code', title: 'Logic', unit: '1', value: 4, says: 'Code of a cap.', source: 'definition',
    },
    {
      kind: 'constant', id: 'memory_code', title: 'Memory', unit: '1', value: 5, says: 'Code of a cap.', source: 'definition',
    },
    {
      kind: 'constant', id: 'packaging_code', title: 'Packaging', unit: '1', value: 6, says: 'Code of a cap.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'wafer_starts', title: 'Wafer starts', unit: 'wafer/month', formula: 'sum(wafer_capacity * (is_logic + is_memory), plants)', says: 'Logic and memory wafers a month that the new plants can start; packaging wafers are not counted.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'plants_used', title: 'Use of the new plants', unit: '1', show: '%', formula: 'plants_can_make > base_supply ? min(1, fab_accelerators / (plants_can_make - base_supply)) : 0', says: 'Share of their possible output that power and buyers take.', source: 'our assumption',
    },
  ],
};
