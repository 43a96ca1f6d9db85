/**
 * A unit as Vensim and XMILE programs write it: words joined by * and /, powers written out, and `none` for a bare number.
 * @param none  the program's word for a quantity without a unit.
 */
export function foreignUnit(unit: string, none: string): string {
  if (unit === '1') return none;
  return unit
    .replace(/\s+/gu, '')
    .replace(/([A-Za-z]\w*|\([^()]*\))\^(\d+)/gu, (_, word: string, power: string) =>
      // In parentheses, because what is divided by a square is divided by both factors.
      Number(power) === 1 ? word : `(${Array(Number(power)).fill(word).join('*')})`,
    )
    .replace(/[A-Za-z]\w*/gu, foreignWord);
}

/** Parts of our unit words that read as one only to us get an underscore before them. */
function foreignWord(word: string): string {
  if (word === 'H100e') return 'H100_equivalent';
  return word.replace(/^(.+?)(IT|CO2)$/u, '$1_$2');
}
