import { type AnalystLike, Inquirer } from '../worker/inquirer.ts';

const MOST_MEMBERS = 8;

/** Those who do many runs. One core is left to the page, so that it stays smooth meanwhile. */
export function startInquirer(onEnded: () => void): Inquirer {
  return new Inquirer({
    spawn: (name) =>
      (name === 'analyst'
        ? new Worker(new URL('../worker/model.ts', import.meta.url), { type: 'module', name: 'analyst' })
        : new Worker(new URL('../worker/model.ts', import.meta.url), {
            type: 'module',
            name: 'member',
          })) as AnalystLike,
    members: Math.max(1, Math.min(MOST_MEMBERS, navigator.hardwareConcurrency - 1)),
    onEnded,
  });
}
