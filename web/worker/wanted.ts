/**
 * The series that a wish means in one run: "spending" itself, "binding.*" every item's. What the run does not have is left out,
 * so that one wish serves scenarios with different sites.
 */
export function chosen(wanted: readonly string[], there: readonly string[]): string[] {
  const known = new Set(there);
  const found = new Set<string>();
  for (const wish of wanted) {
    if (known.has(wish)) found.add(wish);
    if (!wish.endsWith('.*')) continue;
    const start = wish.slice(0, -1);
    for (const id of there) if (id.startsWith(start)) found.add(id);
  }
  return [...found];
}
