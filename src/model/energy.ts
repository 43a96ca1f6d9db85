import type { Sector } from '../engine/types.ts';

/** Electricity, its price, carbon and water. Energy is facility power times use of nameplate; PUE is already in the power. */
export const energy: Sector = {
  id: 'energy',
  title: 'Energy',
  says: 'Electricity follows from facility power in use and how much of its nameplate it draws. Emissions and water follow from electricity, apart for grid and site.',
  records: [
    {
      kind: 'constant', id: 'twh_per_mw_year', title: 'TWh from a megawatt in a year', unit: 'TWh/year/MW', value: 0.008766, says: '8,766 hours.', source: 'definition',
    },
    {
      kind: 'constant', id: 'mwh_per_twh', title: 'MWh in a TWh', unit: 'MWh/TWh', value: 1e6, says: 'Turns TWh into MWh.', source: 'definition',
    },
    {
      kind: 'constant', id: 'tonnes_per_gram_twh', title: 'Mt for a gram per kWh over a TWh', unit: 'MtCO2/TWh/(gCO2/kWh)', value: 0.001, says: 'A gram per kWh over a TWh is a thousand tonnes.', source: 'definition',
    },
    {
      kind: 'constant', id: 'gigalitres_per_litre_twh', title: 'GL for a litre per kWh over a TWh', unit: 'GL/TWh/(L/kWh)', value: 1, says: 'A litre per kWh over a TWh is a gigalitre.', source: 'definition',
    },
    {
      kind: 'input', id: 'nameplate_utilisation', title: 'Use of nameplate', unit: '1', show: '%', low: 0.5, central: 0.7, high: 0.86, least: 0, most: 1, confidence: 'low', year: 2025,
      says: 'Average draw over nameplate facility power. It is not the load factor, which is average over realised peak.', source: 'our assumption', why: 'Fleet data show about 50 %; campuses for AI run fuller; 86 % is a load factor and thus a bound.',
    },
    {
      kind: 'input', id: 'electricity_price', title: 'Electricity price', over: ['sites'], unit: 'USD/MWh', low: 50, central: 66.3, high: 90, least: 0, most: 1000, confidence: 'medium', year: 2025,
      presets: {
        ercot: { low: 50, central: 66.3, high: 90 }, pjm: { low: 60, central: 80, high: 110 }, miso: { low: 55, central: 75, high: 100 }, west: { low: 55, central: 75, high: 110 }, us: { low: 55, central: 80, high: 100 },
      },
      says: 'Delivered price of grid electricity in the reference year.', source: 'eia_texas_price', why: 'Texas industry paid 6.63 cents per kWh in November 2025. The other regions are judgement above it.',
    },
    {
      kind: 'input', id: 'onsite_price', title: 'Cost of on-site electricity', unit: 'USD/MWh', low: 40, central: 55, high: 80, least: 0, most: 1000, confidence: 'low', year: 2025,
      says: 'Fuel and upkeep of on-site generation in the reference year; its capital is in generation cost.', source: 'our assumption', why: 'Gas at 3 to 4 dollars per million BTU at simple-cycle efficiency, plus upkeep.',
    },
    {
      kind: 'input', id: 'price_escalation', title: 'Rise of electricity prices', unit: '1', show: '%', low: 0.02, central: 0.04, high: 0.08, least: -0.2, most: 0.5, confidence: 'low', year: 2026,
      says: 'Yearly growth of electricity prices, nominal.', source: 'our assumption', why: 'Between consumer prices and the 8.5 % forecast for wholesale prices in 2026.',
    },
    {
      kind: 'input', id: 'carbon_intensity', title: 'Carbon intensity of the grid', over: ['sites'], unit: 'gCO2/kWh', low: 340, central: 348, high: 400, least: 0, most: 1500, confidence: 'high', year: 2023,
      presets: {
        ercot: { low: 300, central: 332.9, high: 400 }, pjm: { low: 330, central: 370, high: 420 }, miso: { low: 380, central: 430, high: 500 }, west: { low: 250, central: 300, high: 380 }, us: { low: 340, central: 348, high: 400 },
      },
      says: 'Average CO2 per kWh generated. New load is served at the margin by gas, which the high end stands for.', source: 'epa_egrid', why: 'eGRID 2023: 767.2 lb/MWh for the US, 733.9 for ERCOT. The other regions are judgement around these.',
    },
    {
      kind: 'input', id: 'carbon_decline', title: 'Fall of carbon intensity', unit: '1', show: '%', low: 0.01, central: 0.041, high: 0.06, least: -0.1, most: 0.3, confidence: 'high', year: 2023,
      says: 'Yearly fall of the grid\'s carbon intensity.', source: 'epa_egrid', why: 'ERCOT fell from 868.6 to 733.9 lb/MWh between 2019 and 2023. New load may slow it.',
    },
    {
      kind: 'constant', id: 'carbon_year', title: 'Year of the carbon data', unit: 'year', value: 2023, says: 'The year eGRID 2023 speaks of.', source: 'epa_egrid',
    },
    {
      kind: 'input', id: 'onsite_carbon', title: 'Carbon intensity on site', unit: 'gCO2/kWh', low: 380, central: 500, high: 600, least: 0, most: 1500, confidence: 'low', year: 2025,
      says: 'CO2 per kWh of on-site gas generation.', source: 'our assumption', why: 'Combined cycle 370 to 400, simple cycle 500 to 600.',
    },
    {
      kind: 'input', id: 'grid_loss', title: 'Grid losses', unit: '1', show: '%', low: 0.042, central: 0.042, high: 0.06, least: 0, most: 0.5, confidence: 'high', year: 2023,
      says: 'Share of generated electricity lost on the way.', source: 'epa_egrid', why: 'eGRID 2023.',
    },
    {
      kind: 'input', id: 'site_water', title: 'Water on site', unit: 'L/kWh', low: 0.02, central: 0.36, high: 1.8, least: 0, most: 20, confidence: 'medium', year: 2023,
      says: 'Water consumed for cooling per kWh. A closed loop is near zero.', source: 'lbnl_water', why: '64 billion litres over 176 TWh.',
    },
    {
      kind: 'input', id: 'generation_water', title: 'Water in generation', unit: 'L/kWh', low: 1, central: 4.5, high: 7, least: 0, most: 50, confidence: 'medium', year: 2023,
      says: 'Water evaporated in making a kWh of grid electricity.', source: 'lbnl_water', why: '800 billion litres over 176 TWh: a US mix with hydropower reservoirs; Texas is lower.',
    },
    {
      kind: 'input', id: 'region_peak', title: 'Peak load of the region', over: ['sites'], unit: 'GW', low: 700, central: 745, high: 760, least: 1, most: 5000, confidence: 'low', setting: true, year: 2023,
      presets: {
        ercot: { low: 85.5, central: 85.51, high: 85.51 }, pjm: { low: 147, central: 152, high: 165 }, miso: { low: 120, central: 127, high: 127 }, west: { low: 155, central: 168, high: 168 }, us: { low: 700, central: 745, high: 760 },
      },
      says: 'Highest demand the site\'s grid has met. The default is the country\'s.', source: 'ercot_peak_rto', why: 'ERCOT 85.51 GW in 2023 is sourced; the other regions and the country are from general knowledge and not checked.',
    },
    {
      kind: 'input', id: 'us_electricity', title: 'US electricity', unit: 'TWh/year', low: 4180, central: 4244, high: 4300, least: 1000, most: 20000, confidence: 'high', year: 2025,
      says: 'Electricity generated in the United States in the reference year.', source: 'eia_generation_2025', why: '4,244.2 TWh in the July 2025 outlook.',
    },
    {
      kind: 'input', id: 'us_electricity_growth', title: 'Growth of US electricity', unit: '1', show: '%', low: 0.005, central: 0.02, high: 0.035, least: -0.05, most: 0.2, confidence: 'low',
      says: 'Yearly growth of US electricity.', source: 'our assumption', why: 'Flat for fifteen years, about 2 % in 2025 and 2026.',
    },
    {
      kind: 'auxiliary', id: 'electricity', title: 'Electricity', unit: 'TWh/year', over: ['sites'], adds: true, formula: 'facility_in_use * nameplate_utilisation * twh_per_mw_year', says: 'What the facilities in use draw in a year.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'electricity_total', title: 'Electricity, all sites', unit: 'TWh/year', formula: 'sum(electricity, sites)', says: 'All sites.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'electricity_price_level', title: 'Electricity price level', unit: '1', formula: '(1 + price_escalation) ^ years_of_trend', says: 'Against the reference year.', source: 'our assumption',
    },
    {
      kind: 'flow', id: 'electricity_cost', title: 'Cost of electricity', unit: 'USD/year',
      formula: 'sum(electricity * ((1 - onsite_share) * electricity_price + onsite_share * onsite_price), sites) * mwh_per_twh * electricity_price_level', says: 'Grid and on-site electricity at their prices.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'grid_carbon_level', title: 'Grid carbon against its data year', unit: '1', formula: '(1 - carbon_decline) ^ ((calendar_year - carbon_year) / one_year)', says: 'The decline since the data year.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'emissions', title: 'Emissions', unit: 'MtCO2/year', over: ['sites'], adds: true,
      formula: 'electricity * ((1 - onsite_share) * carbon_intensity * grid_carbon_level / (1 - grid_loss) + onsite_share * onsite_carbon) * tonnes_per_gram_twh',
      says: 'CO2 from the electricity used: grid average with losses, and gas on site. Embodied emissions are not in it.', source: 'our assumption',
    },
    {
      kind: 'auxiliary', id: 'water_on_site', title: 'Water on site', unit: 'GL/year', formula: 'electricity_total * site_water * gigalitres_per_litre_twh', says: 'For cooling.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'water_in_generation', title: 'Water in generation', unit: 'GL/year', formula: 'sum(electricity * (1 - onsite_share), sites) * generation_water * gigalitres_per_litre_twh', says: 'For the grid electricity used.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'water', title: 'Water', unit: 'GL/year', formula: 'water_on_site + water_in_generation', says: 'Site and generation together; they are also given apart.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'share_of_region_peak', title: 'Share of the region\'s peak', unit: '1', show: '%', over: ['sites'], formula: 'facility_in_use / (region_peak * megawatts_per_gigawatt)', says: 'Nameplate power in use at the site over the highest demand its grid has met.', source: 'definition',
    },
    {
      kind: 'constant', id: 'megawatts_per_gigawatt', title: 'Megawatts in a gigawatt', unit: 'MW/GW', value: 1000, says: 'Turns gigawatts into megawatts.', source: 'definition',
    },
    {
      kind: 'auxiliary', id: 'share_of_us_electricity', title: 'Share of US electricity', unit: '1', show: '%', formula: 'electricity_total / (us_electricity * (1 + us_electricity_growth) ^ years_of_trend)', says: 'Of all electricity generated in the country that year.', source: 'definition',
    },
  ],
};
