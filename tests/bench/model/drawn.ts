/** Levers of the bench model that members draw, from a fifth below to a fifth above their figures. */
export const DRAWN = [
  'total',
  'it_price',
  'build_price',
  'power_price',
  'life',
  'supply_start',
  'build_time',
  'fit_time',
  'use',
  'energy_price',
  'revenue_price',
  'upkeep',
] as const;
