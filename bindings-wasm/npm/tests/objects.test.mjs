// The entry by which objects cross as they are: the same answers and the same refusals as by their texts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { deep, HOSTILE, ON } from './hostile.mjs';
import { bilan, BilanError, Catalogue, catalogueText, outcome, PACKAGE, vectors } from './support.mjs';

const dist = new URL('dist/', PACKAGE);
const { write } = await import(new URL('write.js', dist));
const { unpack } = await import(new URL('packed.js', dist));

const { connect } = await import(new URL('connect.js', dist));

// What was asked before of the smallest entry stays as it is.
const textual = Catalogue.parse(catalogueText('autre-centre.json'));
const before = textual.plan({ variant: 'boussole' });

const objects = await import(new URL('objects.js', dist));
await objects.init();

/** The answer by the text path: the writer of texts, then the text operation. */
function byText(catalogue, operation, request) {
  return outcome(() => JSON.parse(catalogue.answer(operation, write(request))));
}

test('the module inside is the one beside, and is that of the JavaScript beside', async () => {
  const { default: packed } = await import(new URL('packed-objects.js', dist));
  const bytes = readFileSync(new URL('objects.wasm', dist));
  assert.ok(bytes.equals(unpack(packed)));
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
  const connection = connect();
  assert.ok(imports.length > 10);
  // It makes and reads objects, and asks the host for nothing else.
  const script = readFileSync(new URL('connect.js', dist), 'utf8');
  assert.doesNotMatch(script, /\b(Date|Intl|random|crypto|fetch|performance|process|globalThis|window|setTimeout)\b/);
  for (const { module, name } of imports) {
    assert.equal(module, './connect.js');
    assert.equal(typeof connection[name], 'function', name);
  }
});

test('it exports what the other entries export', () => {
  assert.deepEqual(Object.keys(objects).sort(), Object.keys({ ...bilan, BilanError: 1, Catalogue: 1 }).sort());
});

test('objects and texts are answered alike, on every vector', () => {
  let answered = 0;
  let refused = 0;
  for (const { name, operation, request, catalogue: file } of vectors) {
    if (!objects.OPERATIONS.includes(operation)) continue;
    const catalogue = file ? Catalogue.parse(catalogueText(file)) : Catalogue.embedded();
    const expected = byText(catalogue, operation, request);
    const found = outcome(() => catalogue[operation](request));
    assert.deepEqual(found, expected, name);
    assert.equal(JSON.stringify(found), JSON.stringify(expected), name);
    if ('error' in found) refused += 1;
    else answered += 1;
    catalogue.free();
  }
  assert.ok(answered > 100 && refused > 50, `${answered} results, ${refused} errors`);
});

test('what the writer of texts refuses is refused alike: code, path, sentence, details, cause', () => {
  for (const [what, operation, request, code, path] of HOSTILE) {
    const found = outcome(() => objects[operation](request));
    assert.deepEqual(found, byText(Catalogue.embedded(), operation, request), what);
    assert.deepEqual([found.error.code, found.error.path], [code, path], what);
  }
  const thrown = new TypeError('no');
  const request = {
    on: ON,
    facts: {
      get rqth() {
        throw thrown;
      },
    },
  };
  for (const call of [() => objects.funding(request), () => write(request)]) {
    assert.throws(call, (error) => error instanceof BilanError && error.cause === thrown);
  }
});

test('numbers and texts are written alike: records say so', () => {
  const numbers = [
    0,
    -0,
    0.1,
    1e-7,
    123456789.123,
    2 ** 53,
    2 ** 53 + 2,
    -(2 ** 60),
    1e21,
    5e-324,
    1.7976931348623157e308,
  ];
  const texts = ['', 'é', '\u2028', '"\\\n\u0000\u007f', '😀', '\ufffd', 'x'.repeat(1000)];
  for (const value of [...numbers, ...texts, true, false, null, [], [[]], {}, { a: { b: [null, {}] } }]) {
    for (const request of [
      { variant: 'evolution', hours: value },
      { variant: value },
      { [String(value)]: value },
      value,
    ]) {
      const found = outcome(() => objects.plan(request));
      assert.deepEqual(found, byText(Catalogue.embedded(), 'plan', request), JSON.stringify(request));
    }
  }
  const request = { on: '2026-11-23', variant: 'horizon', facts: { tauxIncapacitePermanente: 33.33, rqth: null } };
  assert.deepEqual(objects.simulate(request), byText(Catalogue.embedded(), 'simulate', request));
});

test('a result is the caller’s own: plain, extensible, shared with no other', () => {
  const [one, other] = [objects.plan({ variant: 'horizon' }), objects.plan({ variant: 'horizon' })];
  assert.deepEqual(one, other);
  assert.notEqual(one.steps, other.steps);
  for (const value of [one, one.steps[0]]) assert.equal(Object.getPrototypeOf(value), Object.prototype);
  assert.ok(Array.isArray(one.steps));
  one.steps.push('mine');
  assert.deepEqual(objects.plan({ variant: 'horizon' }), other);
});

test('a catalogue that was read before is answered as before, and so is the smallest entry', () => {
  assert.deepEqual(textual.plan({ variant: 'boussole' }), before);
  assert.equal(bilan.Catalogue, undefined);
  assert.equal(bilan.plan({ variant: 'horizon' }).hours, 18);
});

test('no depth and no repetition of refusals wears the module out', () => {
  const request = {
    on: ON,
    facts: {
      get rqth() {
        throw new Error('no');
      },
    },
  };
  for (let round = 0; round < 20_000; round += 1) outcome(() => objects.funding(request));
  for (let round = 0; round < 200; round += 1) outcome(() => objects.plan(deep(1000)));
  assert.equal(objects.plan({ variant: 'horizon' }).hours, 18);
});
