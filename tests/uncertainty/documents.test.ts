import { test } from 'uvu';
import { equal, is, ok } from 'uvu/assert';
import {
  ensembleDocument,
  importanceDocument,
  regionDocument,
  seekDocument,
  tornadoDocument,
} from '../../src/analysis/uncertainty/documents.ts';
import { ensemble } from '../../src/analysis/uncertainty/ensemble.ts';
import { importance } from '../../src/analysis/uncertainty/importance.ts';
import { region } from '../../src/analysis/uncertainty/region.ts';
import { seek } from '../../src/analysis/uncertainty/seek.ts';
import { tornado } from '../../src/analysis/uncertainty/tornado.ts';
import { prepareMetrics, readScenario, scenarios } from '../../src/index.ts';

const announced = scenarios.find(({ id }) => id === 'stargate-announced')!;
const question = { of: 'facility_in_use', at: '2027-01' };

/** What a document is once printed and read. */
const read = <T>(document: T): T => JSON.parse(JSON.stringify(document)) as T;

test('ensemble: members, seed, times and bands; nothing else unless there is something to say', async () => {
  const found = await ensemble(announced, {
    members: 20,
    ids: ['facility_in_use', 'npv'],
    targets: {},
    seed: 3,
  });
  const document = read(ensembleDocument(found));
  equal(Object.keys(document), ['format', 'members', 'seed', 'times', 'bands', 'headlines']);
  equal([document.format, document.members, document.seed], ['buildout-ensemble/1', 20, 3]);
  equal(document.times, [...found.times]);
  const band = document.bands.facility_in_use!;
  equal(Object.keys(band), ['unit', 'p5', 'p25', 'p50', 'p75', 'p95']);
  is(band.unit, 'MW');
  equal(band.p95, [...found.bands.facility_in_use!.p95]);
  const plain = await ensemble(announced, { members: 5, ids: ['spending'], targets: {} });
  equal(Object.keys(ensembleDocument(plain)), ['format', 'members', 'seed', 'times', 'bands']);
});

test('ensemble: targets, a partial result and digests are told', async () => {
  const cancel = { aborted: false };
  const found = await ensemble(announced, {
    members: 1000,
    ids: ['spending'],
    targets: { soon: { ...question, least: 1000 } },
    memory: 0,
    cancel,
    onProgress: () => {
      cancel.aborted = true;
    },
  });
  const document = read(ensembleDocument(found));
  equal([document.asked, document.quantiles], [1000, 't-digest']);
  ok(document.members < 1000);
  equal(Object.keys(document.chances?.soon ?? {}), ['chance', 'standard_error']);
  is(document.chances?.soon?.chance, found.chances.soon?.chance);
});

test('numbers that do not exist are null', async () => {
  const text = `
format: buildout/1
title: Ratio
description: A metric that has no value at first.
commitments:
  - { id: one, title: One, total: 100 billion USD, start: 2026-01, years: 4, buys: data centres }
metrics:
  per_megawatt: { formula: spent_total / facility_in_use, title: Spent per megawatt in use }
`;
  const found = await ensemble(await prepareMetrics(readScenario(text)), {
    members: 8,
    ids: ['per_megawatt', 'npv'],
    targets: {},
  });
  const band = read(ensembleDocument(found)).bands.per_megawatt!;
  is(band.p50[0], null);
  ok(typeof band.p50.at(-1) === 'number');
});

test('tornado: rows with both ends, the largest swing first', () => {
  const found = tornado(announced, question);
  const document = read(tornadoDocument(found));
  equal(Object.keys(document), ['of', 'at', 'unit', 'central', 'rows']);
  equal(
    [document.of, document.at, document.unit, document.central],
    ['facility_in_use', '2027-01', 'MW', found.central],
  );
  const [first] = document.rows;
  equal(Object.keys(first ?? {}), ['lever', 'low', 'high', 'swing']);
  equal(Object.keys(first?.low ?? {}), ['input', 'output']);
  is(first?.swing, Math.abs(first!.high.output! - first!.low.output!));
});

test('importance: rows alone, each with its five fields', async () => {
  const found = await importance(announced, question, { members: 4 });
  const document = read(importanceDocument(found));
  equal(Object.keys(document), ['rows']);
  for (const [n, row] of document.rows.entries()) {
    equal(Object.keys(row), ['lever', 'first_order', 'total', 'standard_error', 'rank_correlation']);
    is(row.standard_error, Math.max(found.rows[n]!.firstOrderError, found.rows[n]!.totalError));
    ok(Object.values(row).every((value) => typeof value === 'string' || Number.isFinite(value)));
  }
});

test('seek: found, or what comes closest and why', () => {
  const found = read(seekDocument(seek(announced, { ...question, target: 500, by: ['stargate.total'] })));
  equal(Object.keys(found), ['found', 'lever', 'input', 'output', 'unit']);
  ok(found.found && 'lever' in found && found.lever === 'stargate.total' && found.unit === 'MW');
  const short = read(seekDocument(seek(announced, { ...question, target: 1e9, by: ['stargate.total'] })));
  equal(Object.keys(short), ['found', 'closest', 'reason']);
  ok(!short.found && Object.keys(short.closest).join() === 'lever,input,output,unit' && short.reason.length > 10);
  const both = read(seekDocument(seek(announced, { ...question, target: 500, by: ['stargate.total', 'grid_wait'] })));
  ok(both.found && 'levers' in both && both.levers.map(({ lever }) => lever).join() === 'stargate.total,grid_wait');
});

test('region: axes, a value for each y and x, and where all holds', async () => {
  const targets = { soon: { ...question, least: 1000 } };
  const found = await region(announced, ['grid_wait', 'it_cost'], { targets, points: 3 });
  const document = read(regionDocument(found));
  equal(Object.keys(document), ['x', 'y', 'targets', 'holds', 'share']);
  equal(document.x.values, [...found.x.values]);
  equal([document.holds.length, document.holds[0]?.length], [3, 3]);
  equal(document.targets.soon?.values.flat(), [...found.targets.soon!.values]);
  equal(
    document.holds.flat(),
    Array.from(found.holds, (one) => one === 1),
  );
});

test.run();
