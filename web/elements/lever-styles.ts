import { css } from 'lit';

/** Half the thumb: the slider's line begins and ends this far inside. */
export const INSET = 8;

export const leverStyles = css`
  :host {
    padding: 6px 0 4px;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 2px;
    min-height: 28px;
  }
  .title {
    flex: 1 1 auto;
    min-width: 0;
    line-height: 1.25;
  }
  .mark {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-start: 4px;
    border: 2px solid var(--accent);
    border-radius: 50%;
  }
  .mark.changed {
    background: var(--accent);
  }
  button.icon {
    width: 24px;
    height: 24px;
    min-height: 24px;
    flex: none;
    color: var(--ink-faint);
  }
  .foot {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  /* As wide with and without the way back, so that the slider stays as it is. */
  .tools {
    display: flex;
    justify-content: flex-end;
    flex: none;
    width: 72px;
    margin-inline-start: auto;
  }
  /* With a mouse, what is seldom needed shows only while the row is in use. */
  @media (hover: hover) and (pointer: fine) {
    button.quiet {
      opacity: 0;
    }
    :host(:hover) button.quiet,
    :host(:focus-within) button.quiet {
      opacity: 1;
    }
  }
  input[type='text'],
  select {
    flex: none;
    width: 124px;
    height: 28px;
    padding: 0 6px;
    border: 1px solid transparent;
    border-bottom-color: var(--rule-strong);
    border-radius: 2px;
    background: transparent;
    text-align: end;
  }
  select {
    text-align: start;
    background: var(--paper);
  }
  input[type='text']:hover,
  select:hover,
  input[type='text']:focus {
    border-color: var(--rule-strong);
    background: var(--raised);
  }
  input[aria-invalid='true'] {
    border-color: var(--trouble);
  }
  .problem {
    color: var(--trouble);
    font-size: var(--size-12);
    padding: 2px 0 4px;
  }
  .track {
    position: relative;
    flex: 1;
    height: 24px;
  }
  .line,
  .band,
  .tick {
    position: absolute;
    pointer-events: none;
  }
  .line {
    left: 8px;
    right: 8px;
    top: 11px;
    height: 2px;
    background: var(--rule-strong);
    opacity: 0.6;
  }
  .band {
    top: 9px;
    height: 6px;
    border-radius: 3px;
    background: var(--band);
  }
  .tick {
    top: 5px;
    width: 2px;
    height: 14px;
    margin-left: -1px;
    background: var(--ink-soft);
  }
  input[type='range'] {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 24px;
    margin: 0;
    background: transparent;
    appearance: none;
    cursor: pointer;
    touch-action: pan-y;
    border-radius: 4px;
  }
  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    width: 16px;
    height: 16px;
    border: 2px solid var(--paper);
    border-radius: 50%;
    background: var(--accent);
  }
  input[type='range']::-moz-range-thumb {
    width: 12px;
    height: 12px;
    border: 2px solid var(--paper);
    border-radius: 50%;
    background: var(--accent);
  }
  input[type='range']::-webkit-slider-runnable-track {
    height: 16px;
    background: transparent;
  }
  input[type='range']:disabled {
    cursor: not-allowed;
  }
  input[type='range']:disabled::-webkit-slider-thumb {
    background: var(--ink-faint);
  }
`;
