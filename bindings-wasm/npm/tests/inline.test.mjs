// The entry that has the module inside: the same answers, and nothing else needed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { bilan, PACKAGE, vectors } from './support.mjs';

const inline = await import(new URL('dist/inline.js', PACKAGE));
const { pack, unpack } = await import(new URL('dist/packed.js', PACKAGE));

test('every byte comes out of its text as it went in', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  assert.deepEqual(unpack(pack(bytes)), bytes);
  assert.doesNotMatch(pack(bytes), /[\p{Control}\u00a0]/u);
});

test('the module inside is the one beside', async () => {
  const { default: packed } = await import(new URL('dist/packed-module.js', PACKAGE));
  assert.ok(readFileSync(new URL('dist/bilan.wasm', PACKAGE)).equals(unpack(packed)));
});

test('it exports what the other entries export, and answers alike', () => {
  assert.deepEqual(Object.keys(inline).sort(), Object.keys({ ...bilan, BilanError: 1, Catalogue: 1 }).sort());
  for (const { operation, request, catalogue, name } of vectors) {
    if (catalogue || !inline.OPERATIONS.includes(operation)) continue;
    const text = JSON.stringify(request);
    assert.equal(inline.answer(operation, text), bilan.answer(operation, text), name);
  }
});

test('no file that it loads names a file, an address or a module of Node', () => {
  const seen = new Set();
  const walk = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const text = readFileSync(new URL(`dist/${name}`, PACKAGE), 'utf8');
    for (const [, next] of text.matchAll(/(?:from|import) '\.\/([^']+)'/g)) walk(next);
    if (name !== 'packed-module.js') assert.doesNotMatch(text, /import\.meta|\bfetch\b|node:|\brequire\b/, name);
  };
  walk('inline.js');
  assert.ok(
    seen.has('packed-module.js') && seen.has('module.js') && !seen.has('index.js') && !seen.has('node.js'),
    [...seen].join(),
  );
});

test('init can be waited for, more than once', async () => {
  await Promise.all([inline.init(), inline.init()]);
  assert.equal(inline.plan({ variant: 'horizon' }).hours, 18);
});
