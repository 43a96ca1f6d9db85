import type { EquationSystem, Variable } from './equations.ts';
import type { ForeignNames } from './foreign-names.ts';

/** Every variable of a system, in order. */
export function variablesOf(system: EquationSystem): Variable[] {
  return system.sections.flatMap((section) => section.variables);
}

/** Names every variable; whoever is named first keeps the plain name. The engine's own, "@months", lose their sign. */
export function nameVariables(system: EquationSystem, names: ForeignNames): void {
  for (const { id } of variablesOf(system)) names.give(id, id);
}

/** Title and words as one line. */
export function documentation({ title, says }: { readonly title: string; readonly says: string }): string {
  return oneLine(`${/[.!?]$/u.test(title) ? title : `${title}.`} ${says}`);
}

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
