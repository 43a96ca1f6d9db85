import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The page as built; `BUILDOUT_PAGE` names another build of it. */
export const BUILT_PAGE = process.env.BUILDOUT_PAGE ?? fileURLToPath(new URL('../../dist/web', import.meta.url));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.yaml': 'text/yaml; charset=utf-8',
};

export interface Served {
  /** "http://127.0.0.1:PORT/" */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves a folder's files on a free port of this machine, as any plain web server would: no headers but the type. The
 * content policy is in the built page itself.
 */
export function serve(folder: string = BUILT_PAGE): Promise<Served> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    // Normalised from the root, so that no "../" climbs out of the folder.
    const file = join(folder, normalize(`/${path}`), path.endsWith('/') ? 'index.html' : '');
    try {
      const body = await readFile(file);
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    }
  });
  return new Promise((done, refuse) => {
    server.on('error', refuse);
    server.listen(0, '127.0.0.1', () => {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          server.closeAllConnections();
        });
      done({ address, close });
    });
  });
}
