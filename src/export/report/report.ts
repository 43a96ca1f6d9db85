import { claims } from '../../analysis/claims.ts';
import { prepareMetrics } from '../../analysis/formulas.ts';
import { headlineUses } from '../../analysis/headlines.ts';
import { type Projected, project } from '../../analysis/project.ts';
import { meta } from '../../generated/meta.ts';
import { reportScript } from '../../generated/report.ts';
import { unitTable } from '../../generated/units.ts';
import { headlines } from '../../model/headlines.ts';
import type { Scenario } from '../../scenario/types.ts';
import { writeScenario } from '../../scenario/write.ts';
import { reproduce } from '../reproduce.ts';
import type { ReportChart } from './chart.ts';
import { chartSection, reportCharts } from './charts.ts';
import { sha256 } from './digest.ts';
import { Figures } from './figures.ts';
import { Markup, markup, scriptJson } from './markup.ts';
import { equationSection, inputSection, methodRecords, sourceSection } from './methods.ts';
import type { RunData } from './recompute.ts';
import { STYLE } from './style.ts';
import { claimSection, headlineSection, seriesSection } from './tables.ts';

/** What a report's script reads: the run, the charts, and how many figures there were when it was written. */
export interface ReportData extends RunData {
  readonly charts: readonly ReportChart[];
  readonly figures: number;
}

/**
 * A run of a scenario, every lever at its central value, as one file that proves itself: story, headlines, charts, tables, claims, the
 * scenario's text, every figure taken in with its source, the equations, and hashes. Opened anywhere, offline, it runs the model again and
 * marks what disagrees. The same scenario always gives the same bytes.
 * @throws RangeError for a metric whose formula cannot be read
 */
export async function toReport(scenario: Scenario): Promise<string> {
  const projection = project(await prepareMetrics(scenario));
  const text = writeScenario({ ...scenario, model: meta.version }, { meta, units: unitTable, headlines });
  const answers = claims(projection);
  const again = reproduce([scenario]);
  const figures = new Figures(projection);
  const charts = reportCharts(projection, figures);
  const head = [headlineSection(projection, figures), chartSection(charts, projection, figures)];
  const tables = [seriesSection(projection, figures), claimSection(answers, projection, figures)];
  const records = methodRecords(Object.keys(runData(projection, figures).places));
  const taken = inputSection(records, projection, figures);
  const data: ReportData = { ...runData(projection, figures), charts, figures: figures.count };
  const json = scriptJson(data).text;
  const hashes = {
    text: await sha256(text),
    data: await sha256(json),
    script: await sha256(reportScript),
    style: await sha256(STYLE),
  };
  const policy = `default-src 'none'; script-src 'sha256-${hashes.script.base64}'; style-src 'sha256-${hashes.style.base64}'; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${scenario.title} – Buildout report</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<header><p class="kicker">Buildout, model ${meta.version}</p><h1>${scenario.title}</h1>${story(scenario)}
<p id="verdict" role="status">The figures of this page have not been recomputed: its script did not run.</p></header>
<main>
${head}
${tables}
<section><h2>Scenario</h2><p>The file this run was made from. The same numbers elsewhere, with every digit${again.files.length === 0 ? '' : `, once it is saved as ${again.files[0]?.name}`}: <code>${again.command}</code></p><pre id="scenario">${text}</pre></section>
<section><h2>Figures taken in</h2><p>Every figure that the results above depend on, as this run used it.</p>${taken}</section>
<section><h2>Equations</h2><p>The series above and all they depend on, as the model states them. Time runs in steps of ${scenario.step === 1 ? 'one month' : `${scenario.step} months`} from ${scenario.start} to ${scenario.horizon}, by Euler’s method; rates are per year.</p>${equationSection(records)}</section>
<section><h2>Sources</h2>${sourceSection(records, answers)}</section>
<section><h2>Fingerprints</h2><p>SHA-256 of what this file carries. The script is the model’s equations in JavaScript and what checks this page; no other script can run here.</p>
<dl class="hashes"><dt>The scenario’s text</dt><dd><code id="hash-scenario">${hashes.text.hex}</code></dd><dt>The model: the script</dt><dd><code id="hash-model">${hashes.script.hex}</code></dd><dt>The data of the run</dt><dd><code id="hash-data">${hashes.data.hex}</code></dd></dl></section>
</main>
<script type="application/json" id="data">${new Markup(json)}</script>
<script>${new Markup(reportScript)}</script>
</body>
</html>
`.text;
}

function story({ description }: Scenario): Markup[] {
  return description
    .split(/\n{2,}/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => markup`<p>${paragraph}</p>`);
}

function runData(projection: Projected, figures: Figures): RunData {
  const { scenario, inputs, model } = projection;
  const { start, horizon } = scenario;
  return {
    model,
    start,
    horizon,
    step: inputs.step,
    steps: inputs.steps,
    sizes: Array.from(inputs.sizes),
    inputs: Array.from(inputs.frame.subarray(0, meta.inputSize)),
    frameSize: meta.frameSize,
    ...figures.places(headlines.flatMap(headlineUses)),
    headlines,
  };
}
