#!/usr/bin/env node
/**
 * Serves the example on 127.0.0.1, under the policy that a careful centre would set.
 *
 *   examples/web/serve.mjs [port]
 */
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Scripts of the site alone, and WebAssembly; no inline script, no inline style, no other origin. */
const POLICY = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'",
].join('; ');

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
  '.json': 'application/json', '.wasm': 'application/wasm',
};

const FOLDERS = { '/simulateur/': path.join(HERE, '../../bindings-wasm/npm/dist'), '/': path.resolve(HERE) };

/** The file of an address, if it is one of the site's. */
function find(address) {
  const [prefix, folder] = Object.entries(FOLDERS).find(([start]) => address.startsWith(start));
  const name = address.slice(prefix.length) || 'index.html';
  const file = path.join(folder, name);
  return file.startsWith(folder + path.sep) && path.extname(file) in TYPES && existsSync(file) ? file : null;
}

const server = createServer((request, response) => {
  const file = find(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  if (!file) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Page introuvable');
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[path.extname(file)],
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  });
  createReadStream(file).pipe(response);
});

server.listen(Number(process.argv[2] ?? 8029), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/`);
});
