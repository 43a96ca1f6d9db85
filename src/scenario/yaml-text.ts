/** Texts that YAML would read as something else than text. */
const SPECIAL = /^(?:null|true|false|~|[-+]?(?:\.?\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?|\.inf|\.nan)|0[xo][\da-f]+)$/iu;
/** What needs no quotes in a list or group on one line; elsewhere a comma may stand too. */
const PLAIN_FLOW =
  /^[\p{L}\p{N}](?:[\p{L}\p{N} ._%/()+$^*;=?!\u2013\u2019-]*[\p{L}\p{N}._%/)+$^*;=?!\u2013\u2019-])?$/u;
const PLAIN_BLOCK =
  /^[\p{L}\p{N}](?:[\p{L}\p{N} ,._%/()'+$^*;=?!\u2013\u2019-]*[\p{L}\p{N}._%/)'+$^*;=?!\u2013\u2019-])?$/u;
const WIDTH = 100;

/** A text as one YAML scalar, without quotes where they are not needed. */
export function scalar(text: string, flow = false): string {
  const plain = (flow ? PLAIN_FLOW : PLAIN_BLOCK).test(text) && !SPECIAL.test(text);
  return plain ? text : quoted(text);
}

/** A number or quantity, which may well look like a number. */
export function value(text: string, flow = false): string {
  return (flow ? PLAIN_FLOW : PLAIN_BLOCK).test(text) || /^-?\d[\d.]*(?:e[+-]?\d+)?$/u.test(text) ? text : quoted(text);
}

/** JSON's quotes are YAML's too; what some readers take for a line end or drop is written by its number. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** A text of any length after its field name: on the line where it fits, folded over several where it does not. */
export function prose(text: string, indent: string): string {
  if (/[\n\r\t]/u.test(text)) return literal(text, indent) ?? quoted(text);
  const short = scalar(text);
  if (short.length <= WIDTH) return short;
  const words = text.split(' ');
  // Folding joins lines by one space, so runs of spaces cannot be told in it.
  if (words.some((word) => word === '' || !/^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(word))) return quoted(text);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return `>-\n${lines.map((line) => `${indent}${line}`).join('\n')}`;
}

/** Paragraphs as they are, where their spaces survive it. */
function literal(text: string, indent: string): string | undefined {
  const lines = text.split('\n');
  const fits = lines.every((line) => line === line.trim() && /^[\p{L}\p{N}\p{P}\p{S} ]*$/u.test(line));
  if (!fits || lines[0] === '' || lines.at(-1) === '') return undefined;
  return `|-\n${lines.map((line) => (line === '' ? '' : `${indent}${line}`)).join('\n')}`;
}

/** Names and values on one line: "{ low: 1.5 years, central: 4 years }". */
export function inline(fields: readonly (readonly [string, string])[]): string {
  return `{ ${fields.map(([name, text]) => `${name}: ${text}`).join(', ')} }`;
}
