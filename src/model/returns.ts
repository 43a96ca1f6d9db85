import type { Sector } from '../engine/types.ts';

/** What comes back: revenue on one basis, costs by perimeter, tax, and the present value of it all. */
export const returns: Sector = {
  id: 'returns',
  title: 'Money back',
  says: 'Unlevered nominal cash flow of the owner, or of a laboratory that owns what it uses. The revenue basis and the perimeter decide the sign of the result, so they are said beside it.',
  records: [
    {
      kind: 'input', id: 'perimeter', title: 'Perimeter', unit: '1', low: 0, central: 0, high: 1, least: 0, most: 1, confidence: 'low', type: 'choice', setting: true,
      choices: [{ id: 'owner', title: 'owner' }, { id: 'integrated_lab', title: 'integrated lab' }],
      says: 'Whose money is counted: the owner of the data centres, or a laboratory that owns them and also pays for research and Microsoft\'s share.', source: 'our assumption', why: 'The announced money is the owner\'s.',
    },
    {
      kind: 'input', id: 'revenue_basis', title: 'Revenue basis', unit: '1', low: 0, central: 0, high: 2, least: 0, most: 2, confidence: 'low', type: 'choice', setting: true,
      choices: [{ id: 'contract', title: 'contract price' }, { id: 'h100_hour', title: 'H100-hour price' }, { id: 'lab_revenue', title: 'lab revenue' }],
      says: 'What revenue is counted by: a contract price per megawatt-year, rented H100-hours, or a laboratory\'s revenue per megawatt, which must carry rent, research and Microsoft\'s share.', source: 'our assumption', why: 'A contract is what an owner has.',
    },
    {
      kind: 'input', id: 'contract_price', title: 'Contract price', unit: 'USD/MW/year', prefer: 'million USD/MW/year', low: 10e6, central: 13.3e6, high: 15e6, least: 0, most: 1e9, confidence: 'medium', year: 2027,
      says: 'Price of contracted computing per facility megawatt and year.', source: 'oracle_contract', why: '300 billion over five years and 4.5 GW.',
    },
    {
      kind: 'input', id: 'contract_price_growth', title: 'Growth of the contract price', unit: '1', show: '%', low: -0.05, central: 0, high: 0.05, least: -0.5, most: 0.5, confidence: 'low',
      says: 'Yearly change of the contract price, nominal.', source: 'our assumption', why: 'Contracts known are flat over their years; what new ones will pay is open.',
    },
    {
      kind: 'input', id: 'h100_hour_price', title: 'H100-hour price', unit: 'USD/H100e/hour', low: 1.7, central: 2.4, high: 2.99, least: 0, most: 100, confidence: 'medium', year: 2025,
      says: 'Rent of an H100-equivalent for an hour in the reference year.', source: 'h100_prices', why: '1.70 in October 2025 and 2.35 in March 2026 on one-year contracts, 2.99 on demand in October 2024.',
    },
    {
      kind: 'input', id: 'h100_hour_growth', title: 'Change of the H100-hour price', unit: '1', show: '%', low: -0.4, central: -0.3, high: -0.1, least: -0.9, most: 0.5, confidence: 'low', year: 2026,
      says: 'Yearly change of that rent.', source: 'our assumption', why: 'From 8.0 in 2023 to 2.35 in March 2026, by a path that fell and rose; it should follow price-performance.',
    },
    {
      kind: 'input', id: 'hours_sold', title: 'Accelerator-hours sold', unit: '1', show: '%', low: 0.5, central: 0.65, high: 0.85, least: 0, most: 1, confidence: 'medium', year: 2025,
      says: 'Share of the hours of accelerators in use that are paid for.', source: 'gpu_utilisation', why: '60 to 70 % on average.',
    },
    {
      kind: 'input', id: 'lab_revenue_per_mw', title: 'Lab revenue per MW', unit: 'USD/MW/year', prefer: 'million USD/MW/year', low: 8e6, central: 10.3e6, high: 14e6, least: 0, most: 1e9, confidence: 'medium', year: 2025,
      says: 'Revenue of an AI laboratory per megawatt of computing in use.', source: 'openai_friar', why: '2 billion on 0.2 GW, 6 on 0.6, over 20 on 1.9.',
    },
    {
      kind: 'constant', id: 'hours_per_year', title: 'Hours in a year', unit: 'hour/year', value: 8766, says: 'Turns years into hours.', source: 'definition',
    },
    {
      kind: 'input', id: 'upkeep', title: 'Operating cost without electricity', unit: 'USD/MWIT/year', prefer: 'million USD/MWIT/year', low: 0.2e6, central: 0.3e6, high: 0.6e6, least: 0, most: 1e8, confidence: 'high', year: 2026,
      says: 'Staff, maintenance, insurance and the like per IT megawatt in use.', source: 'epoch_tco', why: '0.9 billion per GW of IT and year, of which 0.6 is energy.',
    },
    {
      kind: 'input', id: 'lab_other_cost', title: 'Other costs of a lab', unit: '1', show: '%', low: 0.2, central: 0.35, high: 0.6, least: 0, most: 2, confidence: 'low', year: 2025,
      says: 'Research staff, sales and the rest, as a share of a laboratory\'s revenue.', source: 'our assumption', why: 'No audited accounts are public; gross margin was about a third in 2025 with computing as the cost of revenue.',
    },
    {
      kind: 'input', id: 'microsoft_share', title: 'Microsoft\'s share of lab revenue', unit: '1', show: '%', low: 0.08, central: 0.2, high: 0.2, least: 0, most: 1, confidence: 'medium', year: 2026,
      says: 'Share of a laboratory\'s revenue that goes to Microsoft.', source: 'microsoft_share_2026', why: '20 % through 2030; 8 to 10 % was expected for all partners by then.',
    },
    {
      kind: 'input', id: 'microsoft_until', title: 'Until when', unit: 'year', low: 2030, central: 2031, high: 2031, least: 2025, most: 2050, confidence: 'medium', year: 2026,
      says: 'Calendar year at whose beginning Microsoft\'s share ends.', source: 'microsoft_share_2026', why: 'Through 2030.',
    },
    {
      kind: 'input', id: 'microsoft_cap', title: 'Cap on Microsoft\'s share', unit: 'USD', prefer: 'billion USD', low: 38e9, central: 38e9, high: 38e9, least: 0, most: 1e13, confidence: 'medium', year: 2026,
      says: 'The most that Microsoft gets in all.', source: 'microsoft_cap_2026', why: 'Pegged at 38 billion since April 2026.',
    },
    {
      kind: 'input', id: 'wafer_price', title: 'Wafer price', over: ['plants'], unit: 'USD/wafer', prefer: 'thousand USD/wafer', least: 0, most: 1e6, confidence: 'medium', year: 2025,
      values: { logic: { low: 25000, central: 30000, high: 32000 }, memory: { low: 4000, central: 7000, high: 12000 }, packaging: { low: 5000, central: 10000, high: 15000 } },
      says: 'What a plant gets for a wafer.', source: 'fab_cost_ibs', why: '30,000 at 2 nm; memory and packaging are our assumption.',
    },
    {
      kind: 'input', id: 'fab_operating_share', title: 'Operating cost of plants', unit: '1', show: '%', low: 0.35, central: 0.45, high: 0.6, least: 0, most: 2, confidence: 'low',
      says: 'Cash cost of running plants as a share of their revenue.', source: 'our assumption', why: 'Foundry gross margins of 50 to 60 % hold depreciation; cash cost is what is left.',
    },
    {
      kind: 'input', id: 'discount_rate', title: 'Discount rate', unit: '1', show: '%', low: 0.065, central: 0.09, high: 0.12, least: 0, most: 0.5, confidence: 'low', year: 2026,
      says: 'Nominal cost of capital.', source: 'our assumption', why: 'US sectors mostly stand at 5 to 9.4 %; tenants\' and technology\'s risk put it at the upper end.',
    },
    {
      kind: 'input', id: 'tax_rate', title: 'Tax rate', unit: '1', show: '%', low: 0.21, central: 0.21, high: 0.26, least: 0, most: 0.6, confidence: 'low', year: 2025,
      says: 'Corporate income tax.', source: 'our assumption', why: 'Statutory 21 %; the high end adds a state\'s.',
    },
    {
      kind: 'input', id: 'it_book_life', title: 'Book life of IT', unit: 'year', low: 5, central: 5.5, high: 6, least: 1, most: 30, confidence: 'medium', year: 2025,
      says: 'Years over which IT is written off.', source: 'server_lives', why: 'Amazon 5, Meta 5.5, Microsoft and Alphabet 6.',
    },
    {
      kind: 'input', id: 'facility_book_life', title: 'Book life of facilities', unit: 'year', low: 14, central: 20, high: 39, least: 1, most: 60, confidence: 'low', year: 2026,
      says: 'Years over which buildings, power and plants are written off.', source: 'our assumption', why: '14 years in one model, 39 for tax.',
    },
    {
      kind: 'input', id: 'terminal_share', title: 'Terminal value', unit: '1', show: '%', low: 0.5, central: 1, high: 1.2, least: 0, most: 3, confidence: 'low',
      says: 'Worth of what stands at the end, as a share of its undepreciated book value.', source: 'our assumption', why: 'Book value is the plainest guess for assets that still earn.',
    },
    {
      kind: 'input', id: 'debt_share', title: 'Debt share', unit: '1', show: '%', low: 0.5, central: 0.7, high: 0.92, least: 0, most: 1, confidence: 'low', year: 2025,
      says: 'Share of spending financed by debt, for the cover of debt service only.', source: 'our assumption', why: 'Abilene 64 %, Hyperion 92 %.',
    },
    {
      kind: 'input', id: 'debt_rate', title: 'Interest rate', unit: '1', show: '%', low: 0.053, central: 0.066, high: 0.095, least: 0, most: 0.5, confidence: 'medium', year: 2025,
      says: 'Yearly interest on that debt.', source: 'hyperion_bonds', why: 'Coupon of 6.6 % on a 25-year site bond.',
    },
    {
      kind: 'input', id: 'debt_tenor', title: 'Tenor', unit: 'year', low: 5, central: 12, high: 24, least: 1, most: 40, confidence: 'low', year: 2025,
      says: 'Years over which debt is repaid in equal instalments.', source: 'our assumption', why: 'Site bonds run 24 years, loans against chips about 5; the central figure weighs them by what they buy.',
    },
    // Revenue and cost.
    {
      kind: 'flow', id: 'computing_revenue', title: 'Revenue from computing', unit: 'USD/year',
      formula: 'revenue_basis == 0 ? facility_in_use_total * contract_price * (1 + contract_price_growth) ^ years_of_trend : (revenue_basis == 1 ? h100e_in_use * hours_per_year * h100_hour_price * (1 + h100_hour_growth) ^ years_of_trend * hours_sold : facility_in_use_total * lab_revenue_per_mw)',
      says: 'On the one basis chosen.', source: 'our assumption',
    },
    {
      kind: 'flow', id: 'fab_revenue', title: 'Revenue from chip plants', unit: 'USD/year', formula: 'sum(wafer_capacity * wafer_price, plants) * months_per_year * plants_used', says: 'Wafers sold at the share of capacity that is used.', source: 'our assumption',
    },
    {
      kind: 'flow', id: 'revenue', title: 'Revenue', unit: 'USD/year', formula: 'computing_revenue + fab_revenue', says: 'Computing and wafers.', source: 'definition',
    },
    {
      kind: 'flow', id: 'microsoft_payment', title: 'Paid to Microsoft', unit: 'USD/year',
      formula: 'perimeter == 1 and calendar_year < microsoft_until ? min(computing_revenue * microsoft_share, max(0, microsoft_cap - microsoft_paid) / step_years) : 0', says: 'Only where the perimeter holds the laboratory.', source: 'our assumption',
    },
    {
      kind: 'stock', id: 'microsoft_paid', title: 'Paid to Microsoft so far', unit: 'USD', net: 'microsoft_payment', initial: '0', says: 'Cumulative, against the cap.', source: 'definition',
    },
    {
      kind: 'flow', id: 'operating_cost', title: 'Operating cost', unit: 'USD/year',
      formula: 'electricity_cost + it_in_use * upkeep * price_level + fab_revenue * fab_operating_share + microsoft_payment + (perimeter == 1 ? computing_revenue * lab_other_cost : 0)',
      says: 'Electricity, upkeep, plants, and in the laboratory\'s perimeter Microsoft and research. Replacement is an investment and not in it.', source: 'definition',
    },
    // Book and tax.
    {
      kind: 'delay', id: 'it_written_off', title: 'IT leaving the books', unit: 'USD/year', input: 'spending_it + replacement_spending', time: 'it_book_life', says: 'IT spending, after its book life.', source: 'definition',
    },
    {
      kind: 'delay', id: 'facility_written_off', title: 'Facilities leaving the books', unit: 'USD/year', input: 'spending_building + spending_power + spending_fabs', time: 'facility_book_life', says: 'Facility spending, after its book life.', source: 'definition',
    },
    {
      kind: 'flow', id: 'depreciation', title: 'Depreciation', unit: 'USD/year', formula: '(it_written_off_1 + it_written_off_2 + it_written_off_3) / it_book_life + (facility_written_off_1 + facility_written_off_2 + facility_written_off_3) / facility_book_life', says: 'What is on the books over its life. Land is written off with the building.', source: 'our assumption',
    },
    {
      kind: 'stock', id: 'book_value', title: 'Undepreciated book value', unit: 'USD', net: 'spending + replacement_spending - depreciation', initial: '0', says: 'Spending less depreciation.', source: 'definition',
    },
    {
      kind: 'flow', id: 'profit_before_tax', title: 'Profit before tax', unit: 'USD/year', formula: 'revenue - operating_cost - depreciation', says: 'Before interest.', source: 'definition',
    },
    {
      kind: 'flow', id: 'losses_used', title: 'Losses set off', unit: 'USD/year', formula: 'min(max(0, profit_before_tax), losses_carried / step_years)', says: 'Earlier losses that lower today\'s tax.', source: 'definition',
    },
    {
      kind: 'stock', id: 'losses_carried', title: 'Losses carried forward', unit: 'USD', net: 'max(0, -profit_before_tax) - losses_used', initial: '0', says: 'Losses not yet set off.', source: 'definition',
    },
    {
      kind: 'flow', id: 'tax', title: 'Tax', unit: 'USD/year', formula: 'tax_rate * (max(0, profit_before_tax) - losses_used)', says: 'On profit after losses carried forward.', source: 'definition',
    },
    {
      kind: 'flow', id: 'free_cash_flow', title: 'Free cash flow', unit: 'USD/year', formula: 'revenue - operating_cost - tax - spending - replacement_spending + government_support', says: 'Unlevered and nominal.', source: 'definition',
    },
    {
      kind: 'stock', id: 'cash_to_date', title: 'Cash to date', unit: 'USD', net: 'free_cash_flow', initial: '0', says: 'Free cash flow so far, undiscounted.', source: 'definition',
    },
    // Present value.
    {
      kind: 'auxiliary', id: 'discount_factor', title: 'Discount factor', unit: '1', formula: '(1 + discount_rate) ^ (-elapsed / one_year)', says: 'Present value of a dollar now, at the start of the run.', source: 'definition',
    },
    {
      kind: 'stock', id: 'present_value', title: 'Present value of cash flow', unit: 'USD', net: 'free_cash_flow * discount_factor', initial: '0', says: 'Free cash flow so far, discounted to the start.', source: 'definition',
    },
    {
      kind: 'stock', id: 'present_spending', title: 'Present value of spending', unit: 'USD', net: '(spending + replacement_spending) * discount_factor', initial: '0', says: 'Announced money and replacement, discounted to the start.', source: 'definition',
    },
    {
      kind: 'stock', id: 'present_cost', title: 'Present value of all cost', unit: 'USD', net: '(spending + replacement_spending + operating_cost - fab_revenue - government_support) * discount_factor', initial: '0', says: 'Investment and operation before tax, less support and less what plants earn.', source: 'definition',
    },
    {
      kind: 'stock', id: 'present_capacity', title: 'Discounted megawatt-years', unit: 'MW*year', net: 'facility_in_use_total * discount_factor', initial: '0', says: 'Capacity in use, discounted as money is.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'terminal_value', title: 'Terminal value', unit: 'USD', formula: 'book_value * terminal_share', says: 'What is left, if the run ended now.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'net_present_value', title: 'Net present value if the run ended now', unit: 'USD', formula: 'present_value + terminal_value * discount_factor', says: 'At the horizon this is the headline.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'required_price', title: 'Revenue required per MW-year', unit: 'USD/MW/year', prefer: 'million USD/MW/year',
      formula: 'present_capacity > 0 ? (present_cost - terminal_value * discount_factor) / present_capacity : 0', says: 'Revenue per megawatt-year, level over the run, that earns the cost of capital before tax. To hold beside the contract price.', source: 'definition',
    },
    {
      kind: 'flow', id: 'required_revenue_now', title: 'Revenue required', unit: 'USD/year', formula: 'required_price * facility_in_use_total', says: 'The required price for what is in use.', source: 'definition',
    },
    // Debt.
    {
      kind: 'delay', id: 'debt_repaid', title: 'Debt leaving', unit: 'USD/year', input: 'debt_share * spending', time: 'debt_tenor', says: 'Borrowed spending, after its tenor.', source: 'our assumption',
    },
    {
      kind: 'flow', id: 'debt_service', title: 'Debt service', unit: 'USD/year', formula: 'debt_rate > 0 ? (debt_repaid_1 + debt_repaid_2 + debt_repaid_3) * debt_rate / one_year / (1 - (1 + debt_rate) ^ (-debt_tenor / one_year)) : (debt_repaid_1 + debt_repaid_2 + debt_repaid_3) / debt_tenor',
      says: 'Equal instalments on debt within its tenor. Interest is outside the announced sum.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'debt_cover', title: 'Cover of debt service', unit: '1', formula: 'debt_service > 0 ? (revenue - operating_cost - tax) / debt_service : 0', says: 'Cash from operation over debt service. It says little before 12 months after first use.', source: 'definition',
    },
  ],
};
