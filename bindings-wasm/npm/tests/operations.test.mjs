import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BilanError, bilan, Catalogue, catalogueText, outcome, vectors } from './support.mjs';

const { OPERATIONS } = bilan;

test('objects and texts are answered alike, on every vector', () => {
  const known = vectors.filter(({ operation }) => OPERATIONS.includes(operation));
  assert.ok(known.length > 100, `${known.length} vectors`);
  for (const { name, operation, request, catalogue: file } of known) {
    const catalogue = file ? Catalogue.parse(catalogueText(file)) : Catalogue.embedded();
    const text = catalogue.answer(operation, JSON.stringify(request));
    const line = catalogue.answerLine(`{"operation":"${operation}","request":${JSON.stringify(request)}}`);
    const object = outcome(() => catalogue[operation](request));
    assert.equal(line, text, name);
    assert.deepEqual(object, JSON.parse(text), name);
    assert.equal(JSON.stringify(object), text, name);
    catalogue.free();
  }
  assert.deepEqual([...new Set(known.map(({ operation }) => operation))].sort(), [...OPERATIONS].sort());
});

test('every operation is also a function on the embedded catalogue', () => {
  const embedded = Catalogue.embedded();
  for (const { name, operation, request, catalogue } of vectors) {
    if (catalogue || !OPERATIONS.includes(operation)) continue;
    assert.deepEqual(
      outcome(() => bilan[operation](request)),
      outcome(() => embedded[operation](request)),
      name,
    );
  }
});

test('a text may be UTF-8 bytes', () => {
  const request = '{"variant":"horizon","client":"affiliee"}';
  assert.equal(bilan.answer('quote', Buffer.from(request)), bilan.answer('quote', request));
  assert.equal(bilan.answer('quote', request), JSON.stringify(bilan.quote(JSON.parse(request))));
});

test('the catalogue is asked for nothing, or by an empty request', () => {
  assert.equal(bilan.catalogue().id, 'cdg29');
  assert.deepEqual(bilan.catalogue({}), bilan.catalogue());
  assert.deepEqual(outcome(() => bilan.catalogue({ id: 'cdg29' })).error.code, 'unknownField');
});

test('a dossier still holds, kept as an object or as a text', () => {
  const request = { on: '2026-11-23', variant: 'horizon', facts: { rqth: true, aah: undefined }, client: 'affiliee' };
  const { record } = bilan.simulate(request);
  assert.equal(bilan.replay({ case: request, record }).holds, true);
  assert.deepEqual(bilan.replay({ case: { ...request, hours: 19 }, record }).differs, ['request', 'result']);
});

test('an error is an Error with the code, the path and the details of the contract', () => {
  assert.throws(
    () => bilan.plan({ variant: 'evolution', hours: 99 }),
    (error) =>
      error instanceof BilanError &&
      error instanceof Error &&
      error.name === 'BilanError' &&
      error.code === 'budgetInfeasible' &&
      error.path === 'hours' &&
      error.details.min === 18 &&
      error.details.max === 30 &&
      error.message.startsWith('Avec ces choix') &&
      JSON.stringify(error) === bilan.answer('plan', '{"variant":"evolution","hours":99}'),
  );
});

test('an operation that does not exist is refused in both paths', () => {
  assert.throws(() => bilan.answer('devis', '{}'), { code: 'unknownCode', path: 'operation' });
  assert.match(bilan.answerLine('{"operation":"devis","request":{}}'), /"code":"unknownCode","path":"operation"/);
});

test('init is not needed in Node, and does no harm', async () => {
  await bilan.init();
  await bilan.init();
  assert.equal(bilan.plan({ variant: 'horizon' }).hours, 18);
});
