import { css } from 'lit';

/** What all elements share: plain buttons, fields, focus, small print. */
export const shared = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    font-variant-numeric: inherit;
  }
  button {
    background: none;
    border: 0;
    border-radius: 4px;
    padding: 4px 8px;
    min-height: 28px;
    cursor: pointer;
    text-align: start;
  }
  button:hover:not(:disabled) {
    background: var(--accent-wash);
  }
  button:disabled {
    color: var(--ink-faint);
    cursor: default;
    opacity: 0.6;
  }
  button.icon {
    display: inline-grid;
    place-items: center;
    width: 28px;
    height: 28px;
    padding: 0;
    color: var(--ink-soft);
  }
  button.link {
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  button.solid {
    background: var(--accent);
    color: var(--accent-ink);
    padding: 4px 12px;
  }
  button.solid:hover {
    background: var(--accent);
    filter: brightness(1.1);
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  svg {
    display: block;
  }
  .small {
    font-size: var(--size-12);
    color: var(--ink-soft);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  [popover] {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 8px;
    max-width: min(420px, calc(100vw - 16px));
    max-height: min(560px, calc(100vh - 16px));
    overflow: auto;
    border: 1px solid var(--rule-strong);
    border-radius: 6px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: 0 4px 16px rgb(0 0 0 / 12%);
  }
  [popover] button.item {
    display: block;
    width: 100%;
    padding: 6px 8px;
  }
`;
