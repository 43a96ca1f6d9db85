import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { apart } from './src/build/apart.ts';
import { offline } from './src/build/offline.ts';
import { Together } from './src/build/together.ts';

/**
 * What the built page may do: load its own files, and nothing else. There is no `unsafe-eval` (formulas were turned into
 * code when the project was built) and no `unsafe-inline` (Lit's styles are constructed style sheets).
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Writes the policy into the built page. The development server injects scripts of its own, so there it stays out. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const together = new Together('/web/main.ts');

export default defineConfig({
  root: folder('web'),
  // Relative addresses: the built page works from any folder of any server.
  base: './',
  // Nothing is read from .env files: what the page does depends on the sources alone.
  envDir: false,
  plugins: [
    contentSecurityPolicy(),
    together.plugin,
    apart('web/model.ts', 'web/proof.ts'),
    offline(folder('web/service-worker.ts')),
  ],
  build: {
    outDir: folder('dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: together.codeSplitting },
      input: { index: folder('web/index.html'), model: folder('web/model.html'), proof: folder('web/proof.html') },
    },
    // A font or picture inlined as data: would be refused by the policy.
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
