/**
 * Keeps the page for days without a network. The build puts this text beside index.html and `BUILT` before it (see
 * src/build/offline.ts). Pages come from the network first, so that nobody stays on an old one; the files they are made of
 * carry a hash in their names and come from the cache first. Whatever is not listed is none of its business.
 */

/** Of this build: a digest, the pages ("./" is index.html) and everything else, relative to this script. */
declare const BUILT: { readonly version: string; readonly pages: readonly string[]; readonly files: readonly string[] };

interface LaterEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface AskedEvent extends LaterEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
/** As much of a service worker's globals as is used: the types of the page and of a service worker exclude each other. */
interface Here {
  readonly registration: { readonly scope: string };
  readonly clients: { matchAll(options: { includeUncontrolled: boolean }): Promise<readonly unknown[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LaterEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: AskedEvent) => void): void;
  addEventListener(type: 'message', listener: (event: LaterEvent & { readonly data: unknown }) => void): void;
}
const worker = globalThis as unknown as Here;

/** Other sites of the same host have caches too. */
const PREFIX = `buildout ${worker.registration.scope} `;
const CACHE = PREFIX + BUILT.version;
/** A network that does not answer a page in this time counts as none: ms. */
const PATIENCE = 4000;

const address = (name: string): string => new URL(name, worker.registration.scope).href;
const pages = new Map(BUILT.pages.map((name) => [address(name), address(name)]));
pages.set(address('index.html'), address('./'));
const files = new Set(BUILT.files.map(address));

worker.addEventListener('install', (event) => event.waitUntil(fill()));
worker.addEventListener('activate', (event) => event.waitUntil(forget()));
worker.addEventListener('message', (event) => event.waitUntil(takeOver(event.data)));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  url.search = '';
  url.hash = '';
  const page = request.mode === 'navigate' ? pages.get(url.href) : undefined;
  if (page !== undefined) event.respondWith(pageAt(page, request));
  else if (files.has(url.href)) event.respondWith(fileAt(url.href, request));
});

/** All of it or nothing: half a page is none. What an earlier build had already is not loaded again. */
async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  const fresh = [...new Set(pages.values())].map(async (url) => cache.put(url, plain(await loaded(url, 'no-cache'))));
  const named = [...files].map(async (url) =>
    cache.put(url, (await caches.match(url)) ?? (await loaded(url, 'default'))),
  );
  await Promise.all([...fresh, ...named]);
}

async function loaded(url: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

/** Some servers send index.html elsewhere; a page may not be answered with a response that was sent on. */
function plain(response: Response): Response {
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

/** Runs only when no page of an earlier build is open any more. */
async function forget(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/**
 * A page names one of its scripts: if it is of this build, and the only page open, this build need not wait any longer. Looked for
 * more than once: a page that was just left counts as open for a moment, and one that just came is still loading.
 */
async function takeOver(script: unknown): Promise<void> {
  if (typeof script !== 'string' || !files.has(script)) return;
  for (let look = 0; look < 10; look++) {
    await new Promise((done) => setTimeout(done, 1000));
    const open = await worker.clients.matchAll({ includeUncontrolled: true });
    if (open.length <= 1) return worker.skipWaiting();
  }
}

async function kept(url: string): Promise<Response | undefined> {
  return (await caches.open(CACHE)).match(url);
}

async function fileAt(url: string, request: Request): Promise<Response> {
  return (await kept(url)) ?? fetch(request);
}

async function pageAt(url: string, request: Request): Promise<Response> {
  const own = await kept(url);
  if (own === undefined) return fetch(request);
  const late = new Promise<Response>((done) => setTimeout(done, PATIENCE, own));
  // Sent on is as good as there: the browser follows it.
  const network = fetch(request).then(
    (response) => (response.ok || response.type === 'opaqueredirect' ? response : own),
    () => own,
  );
  return Promise.race([network, late]);
}

// A module to the compiler, so that these names are its own; the build takes the line away: not every browser runs modules here.
export {};
