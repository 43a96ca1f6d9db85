import { sharedMonths } from '../../src/analysis/compare.ts';
import { simulate } from '../../src/analysis/project.ts';
import { toCsv } from '../../src/export/csv.ts';
import { toJson } from '../../src/export/json.ts';
import { toReport } from '../../src/export/report/report.ts';
import { type Reproduction, reproduce } from '../../src/export/reproduce.ts';
import type { Carried, CarryRequest, ExportRequest, ReproduceRequest } from './carrying.ts';
import { seriesIds } from './series.ts';
import { chosen } from './wanted.ts';

/**
 * Makes what is carried off: files of a run, and how to get its numbers elsewhere. A worker of its own, because it is large and wanted
 * seldom; it makes one thing and is ended.
 */
function exported({ scenario, as }: ExportRequest): string | Promise<string> {
  if (as === 'report') return toReport(scenario);
  const projection = simulate(scenario);
  return as === 'csv' ? toCsv(projection, { shape: 'wide' }) : toJson(projection);
}

/** Several scenarios are held against each other at the months that the charts' tables have. */
function reproduced({ scenarios, series: wanted }: ReproduceRequest): Reproduction {
  const series = wanted === undefined ? {} : { series: chosen(wanted, scenarios.flatMap(seriesIds)) };
  const at = scenarios.length === 1 ? {} : { at: sharedMonths(scenarios.map((scenario) => ({ scenario }))) };
  return reproduce(scenarios, { ...series, ...at });
}

async function made(request: CarryRequest): Promise<Carried> {
  return request.type === 'export' ? exported(request) : reproduced(request);
}

addEventListener('message', ({ data }: MessageEvent<CarryRequest>) => {
  made(data).then((carried) => postMessage(carried), reportError);
});
