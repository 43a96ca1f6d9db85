import { css } from 'lit';

export const panelStyles = css`
  .bar {
    position: sticky;
    top: 0;
    z-index: 2;
    background: var(--paper);
    padding: 8px 0;
    border-bottom: 1px solid var(--rule);
  }
  input[type='search'] {
    width: 100%;
    height: 32px;
    padding: 0 8px;
    border: 1px solid var(--rule-strong);
    border-radius: 4px;
    background: var(--raised);
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
    align-items: center;
    padding-top: 4px;
    min-height: 28px;
  }
  .options label {
    display: flex;
    align-items: center;
    gap: 6px;
    cursor: pointer;
  }
  .options select {
    min-height: 28px;
    border: 0;
    background: var(--paper);
    color: inherit;
  }
  h3 {
    font-size: var(--size-12);
    font-weight: 600;
    color: var(--ink-soft);
    padding: 16px 0 4px;
  }
  details {
    border-bottom: 1px solid var(--rule);
  }
  summary {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
    cursor: pointer;
    font-weight: 600;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary svg {
    color: var(--ink-soft);
  }
  details[open] summary svg {
    transform: rotate(180deg);
  }
  summary span {
    flex: 1;
  }
  summary .small {
    flex: none;
    font-weight: 400;
  }
  .rows {
    padding: 0 0 12px;
  }
  .removed {
    padding: 6px 0;
  }
  .removed .mark {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 6px;
    border-radius: 50%;
    background: var(--accent);
  }
  .empty {
    padding: 16px 0;
    color: var(--ink-soft);
  }
  button.add {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin: 4px 0 0 -8px;
    color: var(--accent);
  }
  /* Where little is seen at a time, as when the page is much enlarged, it must not lie upon what is searched for. */
  @media (max-height: 500px) {
    .bar {
      position: static;
    }
  }
`;
