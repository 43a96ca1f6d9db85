/** For a property that holds a list made anew at each drawing: it has changed when one of its items has. */
export const list = {
  attribute: false,
  hasChanged(now: unknown, before: unknown): boolean {
    if (!Array.isArray(now) || !Array.isArray(before)) return now !== before;
    return now.length !== before.length || now.some((item, index) => item !== before[index]);
  },
} as const;
