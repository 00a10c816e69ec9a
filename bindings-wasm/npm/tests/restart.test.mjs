// In a process of its own: it breaks the module on purpose.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const started = [];
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...given) {
    super(...given);
    started.push(this);
  }
};

const { bilan, BilanError, Catalogue, catalogueText, PACKAGE } = await import('./support.mjs');

/** Makes any next text call panic: every borrow flag in memory says « borrowed ». */
const wreck = () => new Uint8Array(started.at(-1).exports.memory.buffer).fill(0xff);

test('a panic is an error like another, and the next call meets a fresh module', () => {
  const other = Catalogue.parse(catalogueText('autre-centre.json'));
  const before = other.catalogue();
  const freed = Catalogue.parse(catalogueText('autre-centre.json'));
  for (let round = 1; round <= 3; round += 1) {
    wreck();
    assert.throws(
      () => bilan.plan({ variant: 'horizon' }),
      (error) => error instanceof BilanError && error.code === 'internal' && error.cause instanceof WebAssembly.RuntimeError,
    );
    assert.equal(bilan.plan({ variant: 'horizon' }).hours, 18);
    assert.deepEqual(other.catalogue(), before);
    assert.equal(started.length, round + 1);
  }
  freed.free();
  assert.deepEqual(other.catalogue(), before);
});

test('freed catalogues give their room back', () => {
  const rounds = (count) => {
    for (let round = 0; round < count; round += 1) Catalogue.parse(catalogueText('autre-centre.json')).free();
    return started.at(-1).exports.memory.buffer.byteLength;
  };
  const room = rounds(10);
  assert.equal(rounds(100), room);
});

test('the module imports nothing, and exports what its documentation lists', () => {
  const module = new WebAssembly.Module(readFileSync(new URL('dist/bilan.wasm', PACKAGE)));
  assert.deepEqual(WebAssembly.Module.imports(module), []);
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  const texts = ['input', 'output', 'answer', 'answer_line', 'parse_catalogue', 'free_catalogue'];
  assert.deepEqual(names.sort(), ['memory', ...texts, 'decide', 'columns', 'decide_columns'].sort());
});
