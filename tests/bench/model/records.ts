import type { ModelRecord } from '../../../src/engine/types.ts';

/* Short ways to state the records of bench models, whose words nobody reads. */

export const input = (id: string, value: number, unit = '1', over?: readonly string[]): ModelRecord => ({
  kind: 'input',
  id,
  title: id,
  unit,
  low: value,
  central: value,
  high: value,
  confidence: 'low',
  says: id,
  source: 'our assumption',
  ...(over && { over }),
});

export const constant = (id: string, value: number, unit: string): ModelRecord => ({
  kind: 'constant',
  id,
  title: id,
  unit,
  value,
  says: id,
  source: 'definition',
});

export const equation = (id: string, formula: string, unit = '1', over?: readonly string[]): ModelRecord => ({
  kind: 'auxiliary',
  id,
  title: id,
  unit,
  formula,
  says: id,
  source: 'definition',
  ...(over && { over }),
});

export const stock = (id: string, net: string, over?: readonly string[], unit = '1'): ModelRecord => ({
  kind: 'stock',
  id,
  title: id,
  unit,
  net,
  initial: '0',
  says: id,
  source: 'definition',
  ...(over && { over }),
});

export const delay = (id: string, flow: string, time: string, over?: readonly string[]): ModelRecord => ({
  kind: 'delay',
  id,
  title: id,
  unit: '1/year',
  input: flow,
  time,
  says: id,
  source: 'definition',
  ...(over && { over }),
});
