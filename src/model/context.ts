import type { Sector } from '../engine/types.ts';

/** Figures to feel the size by, and the ones the seed documents state. */
export const context: Sector = {
  id: 'context',
  title: 'Context',
  says: 'The programme beside the economy, the chip industry and the companies in it.',
  records: [
    {
      kind: 'input', id: 'us_gdp', title: 'US gross domestic product', unit: 'USD/year', prefer: 'trillion USD/year', low: 30.3e12, central: 30.62e12, high: 30.9e12, least: 1e12, most: 1e15, confidence: 'medium', year: 2025,
      says: 'Nominal GDP in the reference year.', source: 'imf_weo_2025', why: 'IMF projection of October 2025.',
    },
    {
      kind: 'input', id: 'us_gdp_growth', title: 'Growth of US GDP', unit: '1', show: '%', low: 0.035, central: 0.047, high: 0.058, least: -0.1, most: 0.2, confidence: 'low', year: 2026,
      says: 'Yearly nominal growth.', source: 'our assumption', why: 'About 2 % real and 2.7 % prices.',
    },
    {
      kind: 'input', id: 'chip_sales', title: 'World chip sales', unit: 'USD/year', prefer: 'billion USD/year', low: 772e9, central: 791.7e9, high: 792e9, least: 1e11, most: 1e14, confidence: 'medium', year: 2025,
      says: 'World semiconductor sales in the reference year.', source: 'sia_sales_2025', why: '791.7 billion in 2025.',
    },
    {
      kind: 'input', id: 'chip_sales_growth', title: 'Growth of chip sales', unit: '1', show: '%', low: 0.07, central: 0.131, high: 0.25, least: -0.3, most: 1, confidence: 'low', year: 2024,
      says: 'Yearly growth of chip sales.', source: 'doc_003', why: 'The document\'s 13.1 % for 2024; sales of 2025 and 2026 grew twice as fast.',
    },
    {
      kind: 'constant', id: 'chip_sales_2024_as_projected', title: 'Chip sales of 2024 as projected then', unit: 'USD/year', value: 595.3e9, says: 'An early-2024 projection. The outcome was about 630 billion.', source: 'doc_003',
    },
    {
      kind: 'auxiliary', id: 'chip_sales_2023_implied', title: 'Chip sales of 2023 implied', unit: 'USD/year', formula: 'chip_sales_2024_as_projected / (1 + chip_sales_growth_2024)', says: 'What 595.3 billion at 13.1 % growth says of the year before.', source: 'definition',
    },
    {
      kind: 'constant', id: 'chip_sales_growth_2024', title: 'Growth of chip sales in 2024 as projected', unit: '1', show: '%', value: 0.131, says: 'As the document has it.', source: 'doc_003',
    },
    {
      kind: 'constant', id: 'nvidia_value', title: 'Nvidia\'s value in February 2024', unit: 'USD', value: 1.72e12, says: 'Market value as the document has it.', source: 'doc_003',
    },
    {
      kind: 'constant', id: 'nvidia_market_share', title: 'Nvidia\'s share of AI chips', unit: '1', show: '%', value: 0.8, says: 'As the document has it; about two thirds of computing power shipped in 2025.', source: 'doc_003',
    },
    {
      kind: 'constant', id: 'openai_revenue_2023', title: 'OpenAI\'s revenue level at the end of 2023', unit: 'USD/year', value: 2e9, says: 'The document does not say whether a year\'s or an annualised month\'s; other sources say annualised.', source: 'doc_003',
    },
    {
      kind: 'input', id: 'openai_revenue', title: 'OpenAI\'s revenue', unit: 'USD/year', prefer: 'billion USD/year', low: 13e9, central: 13.1e9, high: 13.1e9, least: 1e8, most: 1e13, confidence: 'medium', year: 2025,
      says: 'Booked revenue in the reference year.', source: 'openai_25bn_run_rate', why: '13.1 billion; the run-rate passed 20 at the year\'s end.',
    },
    {
      kind: 'input', id: 'openai_revenue_growth', title: 'Growth of OpenAI\'s revenue to 2030', unit: '1', show: '%', low: 0.5, central: 0.7, high: 0.845, least: -0.5, most: 3, confidence: 'low', year: 2026,
      says: 'Yearly growth until 2030.', source: 'our assumption', why: 'The company\'s 280 billion for 2030 is 84.5 % a year; 100 billion is 50 %.',
    },
    {
      kind: 'constant', id: 'openai_growth_years', title: 'Years of that growth', unit: 'year', value: 5, says: 'To 2030, the last year the company speaks of.', source: 'openai_reset_ainvest',
    },
    {
      kind: 'input', id: 'yuan_rate', title: 'Yuan per dollar', unit: 'CNY/USD', low: 7.1, central: 7.2, high: 7.3, least: 1, most: 20, confidence: 'medium', year: 2025,
      says: 'Exchange rate behind the figure in another currency.', source: 'doc_004', why: '3.6 trillion for 500 billion implies 7.2; only the yuan fits.',
    },
    {
      kind: 'auxiliary', id: 'announced_total_cny', title: 'Announced money in yuan', unit: 'CNY', formula: 'announced_total * yuan_rate', says: 'Answers the figure of 3.6 trillion that the document gives without a currency.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'gdp_now', title: 'US GDP now', unit: 'USD/year', formula: 'us_gdp * (1 + us_gdp_growth) ^ years_of_trend', says: 'Nominal.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'share_of_gdp', title: 'Spending over US GDP', unit: '1', show: '%', formula: 'spending / gdp_now', says: 'Announced money being paid, over the year\'s GDP.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'share_of_chip_sales', title: 'IT spending over world chip sales', unit: '1', show: '%', formula: 'spending_it / (chip_sales * (1 + chip_sales_growth) ^ years_of_trend)', says: 'IT holds more than chips, so this is an upper bound of the programme\'s weight.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'openai_revenue_now', title: 'OpenAI\'s revenue now', unit: 'USD/year', formula: 'openai_revenue * (1 + openai_revenue_growth) ^ min(years_of_trend, openai_growth_years / one_year)', says: 'On the growth assumed, level after 2030.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'spending_over_openai_revenue', title: 'Spending over OpenAI\'s revenue', unit: '1', formula: 'spending / openai_revenue_now', says: 'How many times its revenue the programme spends.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'announced_over_nvidia', title: 'Announced money over Nvidia\'s value in 2024', unit: '1', formula: 'announced_total / nvidia_value', says: 'In units of the most valuable chip maker as the document saw it.', source: 'definition',
    },
    {
      kind: 'constant', id: 'year_2030', title: 'The year 2030', unit: 'year', value: 2030, says: 'Until when Microsoft\'s core agreements are said to last.', source: 'doc_000',
    },
    {
      kind: 'auxiliary', id: 'years_to_2030', title: 'Years to 2030', unit: 'year', formula: 'max(0, year_2030 - calendar_year)', says: 'What is left of Microsoft\'s agreements.', source: 'definition',
    },
    {
      kind: 'constant', id: 'announcement_years', title: 'Years of the announcement', unit: 'year', value: 4, says: 'Over how many years the money was to be spent.', source: 'doc_000',
    },
    {
      kind: 'auxiliary', id: 'announced_per_year', title: 'Announced money per year of the announcement', unit: 'USD/year', formula: 'announced_total / announcement_years', says: 'What even spending would be.', source: 'definition',
    },
  ],
};
