import { clearer, cssColour, legible, mix, parseColour, type Rgb } from './contrast.ts';
import type { ColourToken } from './spec.ts';

/** The page's look as far as a canvas needs it, read from the CSS custom properties once. */
export interface Theme {
  /** CSS colour of a token. */
  colour(token: ColourToken): string;
  /** The same mixed into the paper: what stood there before. */
  pale(token: ColourToken): string;
  /** The same, legible as small text on paper. */
  text(token: ColourToken): string;
  /** Paper or ink: what is legible on the token's colour. */
  on(token: ColourToken): string;
  readonly family: string;
  /** px of the smallest type, 12 unless the reader's browser says otherwise. */
  readonly size: number;
}

/** For a page that defines nothing. */
const BASE: Readonly<Record<string, string>> = {
  paper: '#fbfaf7',
  ink: '#1d1c1a',
  'ink-soft': '#5a5751',
  rule: '#e4e0d9',
  'rule-strong': '#a19b91',
  accent: '#1f4e8c',
};

/** Every token is asked for in one go: one recalculation of style, not thirty. */
const TOKENS = [
  ...Object.keys(BASE),
  ...[1, 2, 3, 4, 5, 6].map((place) => `scenario-${place}`),
  ...['it', 'building', 'power', 'plants', 'money', 'other'].map((part) => `part-${part}`),
  ...['done', 'money', 'power', 'building', 'chips'].map((cause) => `cause-${cause}`),
];

/** Reads the theme where an element stands: custom properties are inherited into shadow trees. */
export function readTheme(element: Element): Theme {
  const { ownerDocument: document } = element;
  const probe = document.createElement('span');
  // Colours forced upon text do not hide what the tokens are.
  Object.assign(probe.style, { display: 'none', forcedColorAdjust: 'none' });
  const spans = TOKENS.map((token) => {
    const span = document.createElement('span');
    span.style.color = `var(--${token}, ${BASE[token] ?? '#777777'})`;
    probe.append(span);
    return span;
  });
  probe.style.fontFamily = 'var(--sans, system-ui, sans-serif)';
  probe.style.fontSize = '0.75rem';
  (element.parentElement ?? element.getRootNode() ?? document.body).appendChild(probe);
  const colours = new Map<string, Rgb>();
  spans.forEach((span, i) => {
    const colour = parseColour(getComputedStyle(span).color);
    if (colour) colours.set(TOKENS[i]!, colour);
  });
  const { fontFamily, fontSize } = getComputedStyle(probe);
  probe.remove();
  return themeOf(colours, fontFamily, Number.parseFloat(fontSize) || 12);
}

/** A theme from colours already read. */
export function themeOf(colours: ReadonlyMap<string, Rgb>, family: string, size: number): Theme {
  const rgb = (token: string): Rgb => colours.get(token) ?? parseColour(BASE[token] ?? '#777777')!;
  const paper = rgb('paper');
  const ink = rgb('ink');
  const cached = (make: (token: string) => Rgb) => {
    const known = new Map<string, string>();
    return (token: string) => {
      let text = known.get(token);
      if (text === undefined) {
        text = cssColour(make(token));
        known.set(token, text);
      }
      return text;
    };
  };
  return {
    colour: cached(rgb),
    pale: cached((token) => mix(rgb(token), paper, 0.6)),
    text: cached((token) => legible(rgb(token), paper, ink)),
    on: cached((token) => clearer(rgb(token), paper, ink)),
    family,
    size,
  };
}
