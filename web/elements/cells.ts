import { css } from 'lit';
import { type Happenings, tell } from './events.ts';

/** A cell whose number can be explained. */
export type NumberCell = HTMLTableCellElement & { number?: Happenings['explain-number'] };

/** Cells that look like text until they are pointed at. */
export const cellStyles = css`
  td[tabindex] {
    cursor: pointer;
  }
  td[tabindex]:hover {
    text-decoration: underline dotted;
    text-underline-offset: 3px;
  }
  td[tabindex]:focus-visible {
    outline-offset: -2px;
  }
`;

/** The ways from a cell, in columns and rows. */
const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  Home: [-Infinity, 0],
  End: [Infinity, 0],
};

/**
 * The numbers of a table as one stop of the Tab key: arrow keys lead from one to the next, Enter or a click asks where it comes from.
 * For the table's `click`, `keydown` and `focusin`; each cell is a `td` with `tabindex="-1"` and its `number`.
 */
export function onCell(event: Event): void {
  const table = event.currentTarget as HTMLTableElement;
  const cell = (event.target as Element).closest<NumberCell>('td[tabindex]');
  if (cell === null) return;
  if (event.type === 'focusin') stopAt(table, cell);
  else if (event instanceof KeyboardEvent) onKey(event, table, cell);
  // Who marks text to copy it asks nothing.
  else if (getSelection()?.isCollapsed !== false) explain(cell);
}

/** After each update of the table: one of its cells is reached by Tab. */
export function keepStop(root: ParentNode): void {
  if (root.querySelector('td[tabindex="0"]') === null)
    root.querySelector('td[tabindex]')?.setAttribute('tabindex', '0');
}

function stopAt(table: HTMLTableElement, cell: NumberCell): void {
  for (const other of table.querySelectorAll<NumberCell>('td[tabindex="0"]')) other.tabIndex = -1;
  cell.tabIndex = 0;
}

function onKey(event: KeyboardEvent, table: HTMLTableElement, cell: NumberCell): void {
  const way = WAYS[event.key];
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === 'Enter' || event.key === ' ') explain(cell);
  else if (way !== undefined) next(table, cell, way)?.focus();
  else return;
  event.preventDefault();
}

/** The nearest cell that way, over headings and gaps; the last one of the row where the way is endless. */
function next(
  table: HTMLTableElement,
  cell: NumberCell,
  [columns, rows]: readonly [number, number],
): NumberCell | undefined {
  const all = [...table.querySelectorAll<NumberCell>('td[tabindex]')];
  const line = all.filter((one) =>
    rows === 0 ? one.parentElement === cell.parentElement : one.cellIndex === cell.cellIndex,
  );
  return line[Math.min(line.length - 1, Math.max(0, line.indexOf(cell) + columns + rows))];
}

function explain(cell: NumberCell): void {
  if (cell.number !== undefined) tell(cell, 'explain-number', cell.number);
}
