import { css } from 'lit';

export const appStyles = css`
  :host {
    display: block;
    min-height: 100vh;
  }
  /* The panel stands beside what it explains where there is room for both. */
  @media (min-width: 1200px) {
    :host([explaining]) {
      padding-inline-end: 440px;
    }
  }
  .skip {
    position: absolute;
    left: -999px;
  }
  .skip:focus {
    left: 8px;
    top: 8px;
    z-index: 20;
    padding: 8px;
    background: var(--raised);
  }
  header {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 4px 24px;
    align-items: center;
    padding: 12px 24px 8px;
    border-bottom: 1px solid var(--rule);
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 12px;
    min-width: 0;
  }
  h1 {
    font-size: var(--size-20);
    line-height: 28px;
    font-weight: 700;
    letter-spacing: -0.02em;
  }
  .purpose {
    color: var(--ink-soft);
  }
  buildout-toolbar {
    min-height: 28px;
    min-width: 240px;
  }
  buildout-draws {
    min-height: 28px;
    min-width: 280px;
  }
  buildout-chips {
    grid-column: 1 / -1;
    min-height: 32px;
  }
  .body {
    display: grid;
    grid-template-columns: 344px minmax(0, 1fr);
  }
  aside {
    position: sticky;
    top: 0;
    height: 100vh;
    overflow-y: scroll;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    padding: 0 16px 24px 24px;
    border-right: 1px solid var(--rule);
  }
  aside h2 {
    font-size: var(--size-14);
    padding-top: 12px;
  }
  main {
    padding: 16px 32px 48px;
    min-width: 0;
  }
  .top {
    position: relative;
  }
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
    padding: 20px 0 16px;
    min-height: 64px;
  }
  .segments {
    display: inline-flex;
    border: 0;
    margin: 0;
    padding: 0;
    gap: 4px;
  }
  .segments label {
    display: inline-flex;
    align-items: center;
    min-height: 28px;
    padding: 0 8px;
    cursor: pointer;
    border-bottom: 2px solid transparent;
  }
  .segments input {
    position: absolute;
    opacity: 0;
    pointer-events: none;
  }
  .segments label:has(:checked) {
    border-bottom-color: var(--accent);
    font-weight: 600;
  }
  .segments label:has(:focus-visible) {
    outline: 2px solid var(--accent);
  }
  .segments label:has(:disabled) {
    color: var(--ink-faint);
    cursor: default;
  }
  .levers-button {
    display: none;
  }
  .dropping::after {
    content: attr(data-drop);
    position: fixed;
    inset: 8px;
    display: grid;
    place-items: center;
    font-size: var(--size-20);
    font-weight: 600;
    border: 2px dashed var(--accent);
    border-radius: 8px;
    background: color-mix(in srgb, var(--paper) 80%, transparent);
    pointer-events: none;
    z-index: 30;
  }
  @media (max-width: 900px) {
    header {
      grid-template-columns: minmax(0, 1fr);
      padding: 8px 16px;
    }
    .body {
      display: block;
    }
    main {
      padding: 16px 16px 96px;
    }
    aside {
      position: fixed;
      z-index: 5;
      inset: auto 0 0 0;
      height: min(52vh, 480px);
      padding: 0 16px 64px;
      scroll-padding-bottom: 64px;
      border-right: 0;
      border-top: 2px solid var(--ink);
      background: var(--paper);
      visibility: hidden;
    }
    aside.out {
      visibility: visible;
    }
    .levers-button {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      position: fixed;
      z-index: 6;
      left: 50%;
      translate: -50% 0;
      bottom: 12px;
      min-height: 40px;
      padding: 0 20px;
      border-radius: 20px;
      box-shadow: 0 2px 8px rgb(0 0 0 / 25%);
    }
    .levers-button.up {
      /* Just above the sheet: within it lie the search and what is typed. */
      bottom: calc(min(52vh, 480px) + 8px);
      left: auto;
      right: 16px;
      translate: none;
      min-height: 32px;
      padding: 0 12px;
      box-shadow: none;
    }
  }
  /* A window as low as that of a page enlarged to 400 % holds the sheet or the charts, not both. */
  @media (max-width: 900px) and (max-height: 420px) {
    aside {
      height: 100vh;
      border-top: 0;
    }
    .levers-button.up {
      bottom: 8px;
    }
  }
  @media (forced-colors: active) {
    /* A transparent edge gets the colour of text. */
    .segments label:not(:has(:checked)) {
      border-bottom-color: Canvas;
    }
  }
  @media print {
    :host {
      padding: 0 !important;
    }
    aside,
    buildout-toolbar,
    .views,
    .levers-button {
      display: none;
    }
    header {
      padding: 0 0 8px;
    }
    .body {
      display: block;
    }
    main {
      padding: 0;
    }
  }
`;
