/** The style and the script of the model check's page. */

export const STYLE = `
:root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif; --ink: #1b1b1f; --pale: #8b8b93; --rule: #d8d8de; --now: #2457a6; --low: #b8622b; --paper: #fdfdfb; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8ea; --pale: #8b8b93; --rule: #3a3a40; --now: #7fb0f5; --low: #e09a63; --paper: #17171a; } }
body { margin: 24px auto; max-width: 1280px; padding: 0 16px; color: var(--ink); background: var(--paper); }
h1 { font-size: 28px; } h2 { font-size: 20px; margin-top: 40px; }
.good { color: #2c7a3f; } .bad { color: #c0392b; } .legend { color: var(--pale); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 4px 8px; border-bottom: 1px solid var(--rule); vertical-align: middle; }
td.number, th.number { text-align: right; } td.number { white-space: nowrap; }
thead th { position: sticky; top: 0; background: var(--paper); }
th button { all: unset; cursor: pointer; font-weight: 600; } th button:focus-visible { outline: 2px solid var(--now); }
th[aria-sort] button::after { content: ' ↓'; } th[aria-sort=ascending] button::after { content: ' ↑'; }
svg { display: block; } svg path { fill: none; } .zero { stroke: var(--rule); } .before { stroke: var(--pale); stroke-width: 3; } .now { stroke: var(--now); stroke-width: 1.5; }
.low { fill: var(--low); } .high { fill: var(--now); } .tick { stroke: var(--ink); stroke-width: 2; }
input { font: inherit; }
`;

/** Sorting by a column, and showing only rows with a word. */
export const SCRIPT = `
for (const button of document.querySelectorAll('th button')) button.addEventListener('click', () => {
  const head = button.parentElement, table = head.closest('table'), body = table.tBodies[0];
  const place = [...head.parentElement.children].indexOf(head);
  const down = head.getAttribute('aria-sort') !== 'descending';
  for (const other of head.parentElement.children) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  const key = (row) => { const cell = row.cells[place]; return cell.dataset.by === undefined ? cell.textContent : Number(cell.dataset.by); };
  const order = (a, b) => { const x = key(a), y = key(b); return typeof x === 'number' ? x - y : x < y ? -1 : x > y ? 1 : 0; };
  body.append(...[...body.rows].sort((a, b) => down ? order(b, a) : order(a, b)));
});
document.querySelector('input').addEventListener('input', ({ target }) => {
  const word = target.value.toLowerCase();
  for (const row of document.querySelectorAll('tbody tr')) row.hidden = !row.textContent.toLowerCase().includes(word);
});
`;
