import { localMemory } from './place.ts';

/**
 * Has the browser keep the page for days without a network, once the page itself is done. Not where the browser keeps nothing
 * for this page, not where the person asked to save data, and not while developing, when there is no build to keep.
 */
export async function stayOffline(): Promise<void> {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  if (!import.meta.env.PROD || localMemory() === undefined || connection?.saveData === true) return;
  try {
    const { waiting } = await navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI));
    // It has waited since the last visit. If this page is of its build and the only one open, it may begin.
    waiting?.postMessage(import.meta.url);
  } catch {
    // Without a secure connection, or in a frame that may not: the page works as well, but only with a network.
  }
}
