/** What is not needed for the first chart, and is there a moment later. */
import './chip-menu.ts';
import './compare-table.ts';
import './differences.ts';
import './explain.ts';
import './levers.ts';
import './messages.ts';
import './toolbar.ts';
