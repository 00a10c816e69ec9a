// A front end written in Rust that links the crate, `examples/rust-front-end`: it is answered as the package is.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { HOSTILE } from './hostile.mjs';
import { bilan, Catalogue, catalogueText, outcome, PACKAGE, vectors } from './support.mjs';

const { write } = await import(new URL('dist/write.js', PACKAGE));
const repository = fileURLToPath(new URL('../../', PACKAGE));
const folder = mkdtempSync(join(tmpdir(), 'bilan-front-end-'));
after(() => rmSync(folder, { recursive: true }));

const TARGET = 'wasm32-unknown-unknown';
let frontEnd;
let exported;

before(async () => {
  const run = (command, ...given) =>
    execFileSync(command, given, { cwd: repository, encoding: 'utf8', maxBuffer: 1 << 26 });
  const cargo = (...given) => run('cargo', ...given);
  const { target_directory: target } = JSON.parse(cargo('metadata', '--format-version', '1', '--no-deps'));
  cargo('build', '--quiet', '--locked', '-p', 'exemple-front-end', '--target', TARGET);
  const built = join(target, TARGET, 'debug/exemple_front_end.wasm');
  const [wasm, script] = [join(folder, 'front-end.wasm'), join(folder, 'front-end.mjs')];
  run('bindings-wasm/bindgen/run', built, wasm, script);
  frontEnd = (await import(pathToFileURL(script).href)).connect();
  const { module, instance } = await WebAssembly.instantiate(readFileSync(wasm), { './connect.js': frontEnd });
  frontEnd.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  exported = WebAssembly.Module.exports(module).map(({ name }) => name);
});

/** What a call answers, or the document that it throws. */
function answered(call) {
  try {
    return call();
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    return { error: thrown.error };
  }
}

const byText = (catalogue, operation, request) =>
  outcome(() => JSON.parse(catalogue.answer(operation, write(request))));

test('its exports are its own: none comes from the module of the package', () => {
  const own = exported.filter((name) => !name.startsWith('__') && name !== 'memory');
  assert.deepEqual(own.sort(), ['centre_answer', 'centre_new', 'price']);
});

test('its functions take and give objects', () => {
  const request = { variant: 'prevention', client: 'affiliee', hours: 20 };
  assert.deepEqual(frontEnd.price(request), bilan.quote(request));
  const { error } = answered(() => frontEnd.price({ ...request, hours: 20.1 }));
  assert.deepEqual([error.code, error.path], ['hoursGranularity', 'hours']);
});

test('it is answered as by texts, on every vector of either catalogue', () => {
  const texts = new Map();
  const centre = (name) => {
    const text = name ? catalogueText(name) : JSON.stringify(bilan.catalogue());
    if (!texts.has(name)) texts.set(name, [new frontEnd.Centre(text), Catalogue.parse(text)]);
    return texts.get(name);
  };
  let count = 0;
  for (const { name, operation, request, catalogue: file } of vectors) {
    if (!bilan.OPERATIONS.includes(operation)) continue;
    const [asked, catalogue] = centre(file);
    const expected = byText(catalogue, operation, request);
    assert.deepEqual(
      answered(() => asked.answer(operation, request)),
      expected,
      name,
    );
    count += 1;
  }
  assert.ok(count > 150, `${count} vectors`);
});

test('it refuses what the package refuses', () => {
  const centre = new frontEnd.Centre(JSON.stringify(bilan.catalogue()));
  for (const [what, operation, request] of HOSTILE) {
    const expected = byText(Catalogue.embedded(), operation, request);
    assert.deepEqual(
      answered(() => centre.answer(operation, request)),
      expected,
      what,
    );
  }
  assert.throws(() => new frontEnd.Centre('{}'), /obligatoire/);
});
