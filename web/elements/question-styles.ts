import { css } from 'lit';

/** What the questions share: rules rather than boxes, small print, tables, the lines of a drawing. */
export const questionStyles = css`
  h3 {
    font-size: var(--size-16);
    line-height: 20px;
    font-weight: 600;
    text-wrap: pretty;
    max-width: 720px;
    padding-bottom: 4px;
  }
  h4 {
    margin: 0;
    font-size: var(--size-14);
    line-height: 20px;
    font-weight: 600;
  }
  section {
    border-top: 1px solid var(--rule);
    padding: 12px 0 24px;
  }
  .ask {
    padding: 4px 0 8px;
  }
  .row .ask {
    padding: 0;
  }
  .soft {
    color: var(--ink-soft);
    max-width: 720px;
  }
  .row,
  .ask,
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  .row {
    padding: 4px 0 8px;
  }
  .actions {
    gap: 0 4px;
    margin: 4px 0 0 -8px;
    font-size: var(--size-12);
  }
  .actions button {
    min-height: 24px;
    padding: 2px 8px;
    color: var(--ink-soft);
  }
  .actions button[aria-pressed='true'] {
    color: var(--accent);
    font-weight: 600;
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .row input[type='text'],
  select {
    min-height: 28px;
    max-width: 100%;
    padding: 0;
    border: 0;
    border-bottom: 1px solid var(--rule-strong);
    border-radius: 0;
    background: var(--paper);
  }
  .row input[type='text'] {
    width: 128px;
  }
  .row input[aria-invalid='true'] {
    border-color: var(--trouble);
  }
  buildout-picker {
    flex: 1 1 200px;
    max-width: 320px;
  }
  progress {
    width: 120px;
    height: 4px;
    appearance: none;
    border: 0;
    background: var(--rule);
  }
  progress::-webkit-progress-bar {
    background: var(--rule);
  }
  progress::-webkit-progress-value {
    background: var(--accent);
  }
  progress::-moz-progress-bar {
    background: var(--accent);
  }
  .trouble {
    color: var(--trouble);
    padding: 4px 0;
    max-width: 720px;
  }
  .old {
    padding: 4px 0;
    font-size: var(--size-12);
    color: var(--ink-soft);
    font-style: italic;
  }
  .scroll {
    /* What is hidden in it for the eye alone scrolls with it. */
    position: relative;
    overflow-x: auto;
    max-width: 100%;
  }
  .scroll.tall {
    max-height: 360px;
    overflow-y: auto;
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  caption {
    text-align: start;
  }
  th,
  td {
    padding: 4px 16px 4px 0;
    border-bottom: 1px solid var(--rule);
    text-align: end;
    vertical-align: top;
  }
  th {
    font-weight: 400;
    text-align: start;
  }
  thead th {
    font-size: var(--size-12);
    font-weight: 600;
    vertical-align: bottom;
    text-align: end;
  }
  thead th:first-child {
    text-align: start;
  }
  th button.link {
    padding: 0;
    min-height: 24px;
    color: var(--ink);
    text-decoration-color: var(--rule-strong);
  }
  th button.link:hover {
    color: var(--accent);
  }
  td .small {
    display: block;
  }
  .drawing {
    padding: 8px 0;
    min-width: 0;
  }
  .drawing svg {
    max-width: 100%;
  }
  svg text {
    font-size: var(--size-12);
    fill: var(--ink-soft);
  }
  svg text.strong {
    fill: var(--ink);
    font-weight: 600;
  }
  svg .rule {
    stroke: var(--rule);
  }
  svg .axis {
    stroke: var(--ink);
  }
  svg .key {
    stroke: var(--ink);
    stroke-width: 2;
  }
  svg .said {
    stroke: var(--trouble);
    stroke-width: 2;
    stroke-dasharray: 4 3;
  }
  svg text.said {
    fill: var(--trouble);
  }
  svg text.key {
    fill: var(--ink);
    font-weight: 600;
  }
  /* Legible on whatever it stands on. */
  svg text.on {
    stroke: var(--paper);
    stroke-width: 4;
    stroke-dasharray: none;
    stroke-linejoin: round;
    paint-order: stroke;
  }
`;
