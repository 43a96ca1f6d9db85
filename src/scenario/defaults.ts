/** The one format there is; migrations bring older ones here. */
export const FORMAT = 'buildout/1';

/** What a file that does not say so means. */
export const DEFAULTS = { language: 'en', start: '2025-01', horizon: '2040-01', step: 1, seed: 2025 } as const;

/** What a commitment may buy, and the share of it that then goes to chip plants. */
export const BUYS = { 'data centres': 0, 'chip fabs': 1 } as const;

/** The commitment's field that says the same as a number. */
export const FAB_SHARE = 'fab_share';

/** How long a step may be: months. */
export const STEP = { unit: 'month', type: 'number', least: 1 / 16, most: 12, example: 1 } as const;
