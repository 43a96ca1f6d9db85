import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import { equal, match, not, ok } from 'uvu/assert';
import { CONTENT_SECURITY_POLICY } from '../vite.config.ts';
import { command } from './support/command.ts';

/** `npm start` as a person meets it, on the page that is built. */
const test = suite('start');

const root = fileURLToPath(new URL('..', import.meta.url));
const START = ['--import', 'tsx', 'src/build/start.ts', '--as-built'];

/** Starts the server and waits for the address it prints. */
function start(port: number): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [...START, '--port', String(port)], { cwd: root });
  return new Promise((done, refuse) => {
    let said = '';
    const hear = (text: string) => {
      said += text;
      const address = /Buildout is at (\S+)/.exec(said)?.[1];
      if (address) done({ child, address });
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('exit', (code) => refuse(new Error(`ended with ${code}: ${said}`)));
  });
}

test('a port that is taken: the next free one, only on this machine, and the page with its policy', async () => {
  const taken = createServer((_, response) => response.end('somebody else'));
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
  const { port } = taken.address() as AddressInfo;
  const { child, address } = await start(port);
  try {
    const url = new URL(address);
    equal(url.hostname, '127.0.0.1');
    ok(Number(url.port) > port, address);
    const html = await (await fetch(url)).text();
    match(html.replaceAll('&#39;', "'"), `content="${CONTENT_SECURITY_POLICY}"`);
    match(html, /<script type="module"[^>]* src="\.\/assets\//);
    not.match(html, /<script(?![^>]*\bsrc=)/, 'no script in the page itself: the policy would refuse it');
    not.match(html, /<style|\sstyle=|\son\w+=/, 'no style or handler in the page itself');
  } finally {
    child.kill();
    taken.close();
  }
});

test('a port that is none: said, and exit code 2', () => {
  for (const port of ['x', '0', '70000']) {
    const { err, code } = command(process.execPath, [...START, '--port', port], root);
    equal(code, 2);
    match(err, `--port ${port}: expected a whole number from 1 to 65535`);
  }
});

test.run();
