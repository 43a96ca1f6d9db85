/**
 * Names for another program: its own words are left alone, and no two are alike to a reader who takes no notice of case and
 * takes an underscore for a space.
 */
export class ForeignNames {
  private readonly names = new Map<string, string>();
  private readonly taken: Set<string>;

  /** @param reserved  words of the other program, lower case with underscores. */
  constructor(reserved: readonly string[]) {
    this.taken = new Set(reserved);
  }

  /**
   * Gives a thing its name: the one wanted, or that with something behind it where it is taken.
   * @param key  what the thing is asked for by; asking again gives the same name.
   */
  give(key: string, wanted: string): string {
    const known = this.names.get(key);
    if (known !== undefined) return known;
    const plain = spell(wanted);
    const tries = [plain, `${plain}_value`];
    for (let n = 0; ; n += 1) {
      const name = tries[n] ?? `${plain}_${n}`;
      // One reader takes any word that ends in "else" for the middle of a conditional.
      if (this.taken.has(name.toLowerCase()) || /else$/iu.test(name)) continue;
      this.taken.add(name.toLowerCase());
      this.names.set(key, name);
      return name;
    }
  }

  /** The name with underscores, as it may stand in any equation. @throws Error for a thing that was given no name */
  of(key: string): string {
    const name = this.names.get(key);
    if (name === undefined) throw new Error(`"${key}" has no name in the exported model`);
    return name;
  }

  /** The same name with spaces, as a person writes it; programs take one for the other. */
  spaced(key: string): string {
    return this.of(key).replaceAll('_', ' ');
  }
}

/** Letters, digits and single underscores, a letter first: what needs no quotes anywhere. */
function spell(wanted: string): string {
  const plain = wanted
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/gu, '_')
    .replace(/^_+|_+$/gu, '');
  return /^[A-Za-z]/u.test(plain) ? plain : `item_${plain}`;
}
