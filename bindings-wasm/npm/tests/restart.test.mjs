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

const { bilan, BilanError, Catalogue, catalogueText, PACKAGE, refused } = await import('./support.mjs');

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
      (error) =>
        error instanceof BilanError && error.code === 'internal' && error.cause instanceof WebAssembly.RuntimeError,
    );
    assert.equal(bilan.plan({ variant: 'horizon' }).hours, 18);
    assert.deepEqual(other.catalogue(), before);
    assert.equal(started.length, round + 1);
  }
  freed.free();
  assert.deepEqual(other.catalogue(), before);
});

test('the very next call on a parsed catalogue is answered, whichever call broke the module', () => {
  const other = Catalogue.parse(catalogueText('autre-centre.json'));
  const before = other.answer('plan', '{"variant":"boussole"}');
  const breaking = [
    () => bilan.plan({ variant: 'horizon' }),
    () => other.plan({ variant: 'boussole' }),
    () => other.answerLine('{}'),
    () => Catalogue.parse(catalogueText('autre-centre.json')),
  ];
  for (const call of breaking) {
    wreck();
    assert.throws(call, { code: 'internal' });
    assert.equal(other.answer('plan', '{"variant":"boussole"}'), before, String(call));
  }
  wreck();
  other.free();
  assert.equal(bilan.plan({ variant: 'horizon' }).hours, 18);
});

test('a catalogue is what was read, whatever becomes of the bytes it was read from', () => {
  const bytes = Buffer.from(catalogueText('autre-centre.json'));
  const other = Catalogue.parse(bytes);
  const before = other.answer('catalogue', '{}');
  bytes.fill(0x20);
  wreck();
  assert.throws(() => other.catalogue(), { code: 'internal' });
  assert.equal(other.answer('catalogue', '{}'), before);
});

test('bytes that were transferred away are refused, and the module goes on', () => {
  const starts = started.length;
  const gone = new TextEncoder().encode('{"variant":"horizon"}');
  structuredClone(gone.buffer, { transfer: [gone.buffer] });
  const shrunk = new Uint8Array(new ArrayBuffer(64, { maxByteLength: 64 }), 32, 32);
  shrunk.buffer.resize?.(8);
  for (const bytes of shrunk.buffer.resize ? [gone, shrunk] : [gone]) {
    for (const call of [
      () => bilan.answer('plan', bytes),
      () => bilan.answerLine(bytes),
      () => Catalogue.parse(bytes),
    ]) {
      assert.deepEqual(refused(call), ['wrongType', ''], String(call));
    }
  }
  assert.equal(started.length, starts);
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
