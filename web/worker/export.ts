import { simulate } from '../../src/analysis/project.ts';
import { toCsv } from '../../src/export/csv.ts';
import { toJson } from '../../src/export/json.ts';
import type { ExportRequest } from './protocol.ts';

/** All numbers of a run, as the command line exports them. */
export function exported({ scenario, as }: ExportRequest): string {
  const projection = simulate(scenario);
  return as === 'csv' ? toCsv(projection, { shape: 'wide' }) : toJson(projection);
}
