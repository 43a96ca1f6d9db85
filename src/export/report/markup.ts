/** A piece of a page that is markup already. Everything else is text and is escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | undefined | readonly Part[];

/** A template whose values cannot become markup unless they are. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, n) => (n === 0 ? '' : written(parts[n - 1])) + text).join(''));
}

function written(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return escaped(String(part));
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Signs that mean something in a page, and signs that cannot stand in one, made harmless. */
export function escaped(text: string): string {
  return text
    .replace(/[&<>"']/gu, (sign) => SIGNS[sign] ?? '')
    .replace(/\r/gu, '&#13;')
    .replace(CONTROL, '\uFFFD');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/gu;

/** JSON as the content of a script element: nothing in it can end the element. */
export function scriptJson(data: unknown): Markup {
  return new Markup(
    JSON.stringify(data).replace(
      /[<\u2028\u2029]/gu,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}
