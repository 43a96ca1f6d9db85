/** What is not needed for the first chart, and is there a moment later. */
import './chart-chooser.ts';
import './chart-table.ts';
import './chip-menu.ts';
import './compare-table.ts';
import './differences.ts';
import './draws.ts';
import './explain.ts';
import './levers.ts';
import './messages.ts';
import './reproduction.ts';
import './split.ts';
import './toolbar.ts';
import { stayOffline } from '../storage/offline.ts';
import { openPasted } from './paste.ts';

stayOffline();
for (const app of document.querySelectorAll('buildout-app')) openPasted(app);
