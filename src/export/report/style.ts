/** How a report looks: on paper, on a screen of any width, in the light and in the dark. Part of the file; nothing is loaded. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fdfcfa, #16171a); --ink: light-dark(#1d1c1a, #ecebe8); --soft: light-dark(#5a5751, #b3b0aa);
  --rule: light-dark(#e4e0d9, #303238); --strong: light-dark(#938d83, #74767d); --main: light-dark(#1f4e8c, #8db8f2);
  --wrong: light-dark(#a3261b, #f2a49b); --wash: light-dark(#f4f1eb, #1f2126);
  --chips: light-dark(#204d86, #557fc2); --building: light-dark(#7b4704, #bf864f); --power: light-dark(#b27900, #e6bd48);
  --plants: light-dark(#569d84, #81c0ae); --money: light-dark(#5f0843, #b74771); --other: light-dark(#6a6b78, #d7deec);
  --nothing: light-dark(#dcd7cb, #34373d);
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px 16px 48px; max-width: 1080px; background: var(--paper); color: var(--ink);
  font: 16px/1.5 Inter, system-ui, "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; }
h1 { margin: 4px 0 8px; font-size: 28px; line-height: 1.2; }
h2 { margin: 40px 0 8px; padding-top: 12px; border-top: 1px solid var(--strong); font-size: 20px; }
h3 { margin: 24px 0 4px; font-size: 16px; }
p { margin: 0 0 12px; max-width: 72ch; }
a { color: var(--main); }
code, pre { font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
pre { margin: 0; padding: 12px; overflow-x: auto; background: var(--wash); white-space: pre-wrap; overflow-wrap: anywhere; }
.kicker, .unit, .says, .key, figcaption .unit { color: var(--soft); font-size: 14px; font-weight: 400; }
#verdict { margin: 16px 0; padding: 8px 12px; border-left: 4px solid var(--strong); background: var(--wash); }
#verdict.good { border-color: var(--plants); }
#verdict.bad { border-color: var(--wrong); color: var(--wrong); font-weight: 600; }
data.wrong, .wrong > figcaption, code.wrong { color: var(--wrong); outline: 2px solid var(--wrong); outline-offset: 1px; }
.recomputed { margin-left: 6px; color: var(--wrong); font-weight: 600; white-space: nowrap; }
figure.wrong { outline: 2px solid var(--wrong); outline-offset: 4px; }
.headlines { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr)); gap: 16px 24px; margin: 24px 0; }
.headlines dt { color: var(--soft); font-size: 14px; }
.headlines dd { margin: 0; font-size: 20px; font-weight: 600; }
.headlines dd.says { font-size: 12px; font-weight: 400; line-height: 1.4; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr)); gap: 32px 40px; margin: 32px 0; }
figure { margin: 0; min-width: 0; }
figcaption { margin-bottom: 4px; font-weight: 600; }
figure > svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--soft); font-size: 11px; }
svg .y, svg .end { text-anchor: end; }
svg .x { text-anchor: middle; }
svg .x.end { text-anchor: end; }
svg .x.start { text-anchor: start; }
svg .name { fill: var(--ink); }
.grid, .zero, .tick { fill: none; stroke: var(--rule); stroke-width: 1; }
.zero, .tick { stroke: var(--strong); }
.line { fill: none; stroke: var(--c); stroke-width: 1.8; stroke-linejoin: round; }
.area { fill: var(--c); }
.dotted { stroke-dasharray: 1.5 3; }
.dashed { stroke-dasharray: 6 4; }
.main { --c: var(--main); stroke-width: 2.5; }
.chips { --c: var(--chips); } .building { --c: var(--building); } .power { --c: var(--power); }
.plants { --c: var(--plants); } .money { --c: var(--money); } .other { --c: var(--other); } .nothing { --c: var(--nothing); }
.key { display: flex; flex-wrap: wrap; gap: 2px 14px; margin: 4px 0 0; padding: 0; list-style: none; font-size: 12px; }
.key svg { width: 22px; height: 12px; margin-right: 5px; vertical-align: -1px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 14px; line-height: 1.4; }
th, td { padding: 4px 10px 4px 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; font-weight: 400; }
thead th { vertical-align: bottom; border-color: var(--strong); color: var(--soft); font-size: 12px; }
thead .unit { display: block; font-size: 12px; }
.series td, .series thead th + th { min-width: 92px; text-align: right; padding: 4px 0 4px 14px; }
.series tbody th { position: sticky; left: 0; background: var(--paper); white-space: nowrap; }
.claims td { min-width: 90px; }
.claims td:first-child { min-width: 200px; }
.claims .unit, .inputs .unit { display: block; font-size: 12px; overflow-wrap: anywhere; }
.inputs td { min-width: 96px; }
.inputs td:last-child { min-width: 200px; }
.inputs code { color: var(--soft); font-size: 12px; }
details { border-bottom: 1px solid var(--rule); }
summary { padding: 8px 0; cursor: pointer; }
dt { margin-top: 12px; }
dl dd { margin: 2px 0 0; font-size: 14px; }
dd pre { padding: 6px 10px; margin-bottom: 4px; }
.sources li { margin-bottom: 4px; font-size: 14px; overflow-wrap: anywhere; }
.hashes { font-size: 14px; }
.hashes code { overflow-wrap: anywhere; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  figure, tr, .headlines > div { break-inside: avoid; }
  h2, h3, summary { break-after: avoid; }
  .charts { grid-template-columns: 1fr 1fr; }
  .wide { overflow: visible; }
  table { font-size: 8pt; }
  .series td, .series thead th + th { min-width: 0; padding-left: 8px; }
  pre, .claims .unit, .inputs .unit, .inputs code, thead .unit { font-size: 7pt; }
  .area { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
