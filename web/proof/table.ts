import type { Entry } from '../state/types.ts';
import { decode } from '../storage/memory.ts';
import { localMemory, MEMORY_KEY } from '../storage/place.ts';

/** What lies on the person's table in the simulator, as far as the browser remembers it. */
export interface Table {
  readonly entries: readonly Entry[];
  /** Key of the one being edited. */
  readonly edited: string;
}

export function rememberedTable(memory: Pick<Storage, 'getItem'> | undefined = localMemory()): Table {
  try {
    const text = memory?.getItem(MEMORY_KEY) ?? '';
    // Levers that are no more are told when the scenario is run.
    return decode(text.slice(text.indexOf('\n') + 1), (scenario) => scenario).history.present;
  } catch {
    // Nothing remembered, or the memory is closed to the page.
    return { entries: [], edited: '' };
  }
}
