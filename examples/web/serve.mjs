#!/usr/bin/env node
/**
 * Serves the example on 127.0.0.1, under the policy that a careful centre would set.
 *
 *   examples/web/serve.mjs [port]
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Scripts of the site alone, and WebAssembly; no inline script, no inline style, no other origin. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css'],
  ['.js', 'text/javascript'],
  ['.svg', 'image/svg+xml'],
  ['.json', 'application/json'],
  ['.wasm', 'application/wasm'],
]);

/** Where the addresses that begin so are found; the longest first. */
const FOLDERS = [
  ['/simulateur/', path.join(HERE, '../../bindings-wasm/npm/dist')],
  ['/', path.resolve(HERE)],
];

/** The path of an address, decoded; `null` if it is not one. */
function decode(address) {
  try {
    return decodeURIComponent(address.replace(/[?#].*$/s, ''));
  } catch {
    return null;
  }
}

/** The file of an address, if it is one of the site's. */
function find(address) {
  const asked = decode(address);
  const [prefix, folder] = FOLDERS.find(([start]) => asked?.startsWith(start)) ?? [];
  if (!folder) return null;
  const file = path.join(folder, asked.slice(prefix.length) || 'index.html');
  const type = TYPES.get(path.extname(file));
  return type && file.startsWith(folder + path.sep) && isFile(file) ? { file, type } : null;
}

function isFile(file) {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function refuse(response, status, words) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(words);
}

const server = createServer((request, response) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Méthode refusée');
  const found = find(request.url);
  if (!found) return refuse(response, 404, 'Page introuvable');
  response.writeHead(200, {
    'Content-Type': found.type,
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  });
  if (request.method === 'HEAD') return response.end();
  // A file that goes away meanwhile ends this answer, and no other.
  return pipeline(createReadStream(found.file), response, () => {});
});

server.listen(Number(process.argv[2] ?? 8029), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/`);
});
