// In a process of its own: which module answers is the whole program's.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';

import { PACKAGE, vectors } from './support.mjs';

const dist = (name) => import(new URL(`dist/${name}`, PACKAGE));
const bytes = (name) => readFileSync(new URL(`dist/${name}`, PACKAGE));

const { adoptNow, EMBEDDED } = await dist('module.js');
const { answer, BilanError, Catalogue, OPERATIONS } = await dist('api.js');
adoptNow(bytes('embedded.wasm'), EMBEDDED);

test('it imports nothing, and exports what the other does but for what reads catalogues', () => {
  const exported = (name) => WebAssembly.Module.exports(new WebAssembly.Module(bytes(name))).map((one) => one.name);
  assert.deepEqual(WebAssembly.Module.imports(new WebAssembly.Module(bytes('embedded.wasm'))), []);
  assert.deepEqual(
    exported('bilan.wasm')
      .filter((name) => !/catalogue/.test(name))
      .sort(),
    exported('embedded.wasm').sort(),
  );
  const size = (name) => statSync(new URL(`dist/${name}`, PACKAGE)).size;
  assert.ok(size('embedded.wasm') < size('bilan.wasm') * 0.8);
});

test('it refuses another catalogue with a sentence, and goes on', () => {
  assert.throws(
    () => Catalogue.parse('{}'),
    (error) => error instanceof BilanError && error.code === 'internal' && /aucun autre catalogue/.test(error.message),
  );
  assert.match(answer('plan', '{"variant":"horizon"}'), /"hours":18/);
});

test('it answers as the module that reads catalogues does, which then takes its place', () => {
  const asked = vectors.filter(({ operation, catalogue }) => !catalogue && OPERATIONS.includes(operation));
  assert.ok(asked.length > 200, `${asked.length}`);
  const answers = () => asked.map(({ operation, request }) => answer(operation, JSON.stringify(request)));
  const embedded = answers();
  adoptNow(bytes('bilan.wasm'));
  assert.equal(
    Catalogue.parse(JSON.stringify(Catalogue.embedded().catalogue())).plan({ variant: 'horizon' }).hours,
    18,
  );
  assert.deepEqual(embedded, answers());
});
