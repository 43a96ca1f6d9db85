import { svg, type TemplateResult } from 'lit';

const icon = (path: string): TemplateResult =>
  svg`<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${path}></path></svg>`;

export const icons = {
  undo: icon('M3 6h7a3 3 0 0 1 0 7H7M3 6l3-3M3 6l3 3'),
  redo: icon('M13 6H6a3 3 0 0 0 0 7h3M13 6l-3-3M13 6l-3 3'),
  more: icon('M3.5 8h.01M8 8h.01M12.5 8h.01'),
  close: icon('M4 4l8 8M12 4l-8 8'),
  add: icon('M8 3v10M3 8h10'),
  reset: icon('M3 8a5 5 0 1 0 1.6-3.7M3 2.5V5h2.5'),
  locked: icon('M4 7h8v6H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2'),
  unlocked: icon('M4 7h8v6H4zM5.5 7V5a2.5 2.5 0 0 1 4.8-1'),
  why: icon('M6 6a2 2 0 1 1 3 1.7c-.6.4-1 .8-1 1.6M8 11.7h.01M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z'),
  theme: icon('M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12'),
  levers: icon('M2 5h6M11 5h3M2 11h3M8 11h6M9.5 3.5v3M6.5 9.5v3'),
  up: icon('M4 10l4-4 4 4'),
  down: icon('M4 6l4 4 4-4'),
  search: icon('M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5 14 14'),
};

/** A short piece of a scenario's line: its colour and its dash. */
export function lineSample(colour: string, dash: readonly number[], width = 20): TemplateResult {
  return svg`<svg width=${width} height="8" viewBox="0 0 ${width} 8" aria-hidden="true"><line x1="1" y1="4" x2=${width - 1} y2="4" stroke=${`var(--${colour})`} stroke-width="3" stroke-dasharray=${dash.join(' ')}></line></svg>`;
}
