import { css } from 'lit';

export const chartStyles = css`
  figure {
    display: flex;
    flex-direction: column;
    height: 100%;
    border-top: 1px solid var(--ink);
    padding-top: 8px;
    background: var(--paper);
  }
  .head {
    /* Room for three lines: a sentence that grows by a word while a slider moves must not push the chart. */
    min-height: 88px;
    padding-bottom: 4px;
  }
  :host([wide]) .head {
    min-height: 68px;
  }
  h3 {
    font-size: var(--size-16);
    line-height: 20px;
    font-weight: 600;
    text-wrap: pretty;
  }
  .subtitle {
    display: flex;
    gap: 8px;
    align-items: baseline;
    justify-content: space-between;
    min-height: 28px;
    color: var(--ink-soft);
  }
  select {
    max-width: 50%;
    border: 0;
    border-bottom: 1px solid var(--rule-strong);
    background: var(--paper);
    min-height: 24px;
  }
  .panels {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
    gap: 16px 24px;
  }
  .panel {
    min-width: 0;
  }
  h4 {
    margin: 0;
    font-size: var(--size-14);
    line-height: 20px;
    font-weight: 600;
  }
  .canvas {
    position: relative;
  }
  footer {
    padding-top: 8px;
    font-size: var(--size-12);
    line-height: 16px;
    color: var(--ink-soft);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 4px;
    margin: 4px 0 0 -8px;
  }
  .actions button {
    color: var(--ink-soft);
    min-height: 24px;
    padding: 2px 8px;
  }
  .actions button[aria-pressed='true'] {
    color: var(--accent);
    font-weight: 600;
  }
  figure:fullscreen {
    border-top: 0;
    padding: 24px 32px;
    overflow: auto;
  }
  figure:fullscreen h3 {
    font-size: var(--size-28);
    line-height: 36px;
  }
  @media print {
    .actions,
    select {
      display: none;
    }
    figure {
      break-inside: avoid;
    }
    .head,
    :host([wide]) .head {
      min-height: 0;
    }
    /* Drawn for the window, as wide as the paper leaves room. What stands on the elements themselves is overruled. */
    .canvas {
      height: auto !important;
    }
    canvas {
      position: static !important;
      width: 100% !important;
      height: auto !important;
    }
  }
`;
