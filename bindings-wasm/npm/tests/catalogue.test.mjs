import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Catalogue, catalogueText, refused } from './support.mjs';

const OTHER = catalogueText('autre-centre.json');

test('a catalogue is read from a text, its bytes or its object, with the same digest', () => {
  const digest = (catalogue) => catalogue.simulate({ on: '2026-10-01', variant: 'boussole' }).record.catalogue.digest;
  const [first, ...others] = [OTHER, Buffer.from(OTHER), JSON.parse(OTHER)].map((form) =>
    digest(Catalogue.parse(form)),
  );
  assert.match(first, /^sha256:[0-9a-f]{64}$/);
  for (const other of others) assert.equal(other, first);
});

test('the result of « catalogue » is a catalogue', () => {
  const embedded = Catalogue.embedded().catalogue();
  assert.deepEqual(Catalogue.parse(embedded).catalogue(), embedded);
});

test('a wrong catalogue is refused with the place of the fault', () => {
  const wrong = JSON.parse(OTHER);
  wrong.variants[1].steps[0].hours.min = 3;
  for (const form of [wrong, JSON.stringify(wrong)]) {
    assert.deepEqual(
      refused(() => Catalogue.parse(form)),
      ['invertedRange', 'variants[1].steps[0].hours'],
    );
  }
  assert.deepEqual(
    refused(() => Catalogue.parse('{')),
    ['invalidJson', ''],
  );
  assert.deepEqual(
    refused(() => Catalogue.parse(new Map())),
    ['wrongType', ''],
  );
  assert.deepEqual(
    refused(() => Catalogue.parse(undefined)),
    ['wrongType', ''],
  );
  assert.deepEqual(
    refused(() => Catalogue.parse('"\ud83d"')),
    ['invalidUtf8', ''],
  );
});

test('two catalogues do not meet', () => {
  const [one, two] = [Catalogue.parse(OTHER), Catalogue.parse({ ...JSON.parse(OTHER), id: 'cdgBis' })];
  assert.equal(one.catalogue().id, 'cdgArchipel');
  assert.equal(two.catalogue().id, 'cdgBis');
  one.free();
  assert.equal(two.catalogue().id, 'cdgBis');
  const three = Catalogue.parse(OTHER);
  assert.deepEqual([two.catalogue().id, three.catalogue().id], ['cdgBis', 'cdgArchipel']);
});

test('a catalogue is freed once, and answers no more', () => {
  const catalogue = Catalogue.parse(OTHER);
  catalogue.free();
  catalogue.free();
  assert.deepEqual(
    refused(() => catalogue.plan({ variant: 'boussole' })),
    ['internal', ''],
  );
  assert.deepEqual(
    refused(() => catalogue.answer('plan', '{}')),
    ['internal', ''],
  );
  assert.deepEqual(
    refused(() => catalogue.answerLine('')),
    ['internal', ''],
  );
});

test('the end of a block frees the catalogue', () => {
  const catalogue = Catalogue.parse(OTHER);
  catalogue[Symbol.dispose]();
  assert.deepEqual(
    refused(() => catalogue.catalogue()),
    ['internal', ''],
  );
});

test('the embedded catalogue is one, and stays', () => {
  const embedded = Catalogue.embedded();
  embedded.free();
  embedded[Symbol.dispose]();
  assert.equal(Catalogue.embedded(), embedded);
  assert.equal(embedded.catalogue().id, 'cdg29');
});

test('a method asks for a catalogue', () => {
  assert.throws(() => Catalogue.prototype.plan.call({}, { variant: 'horizon' }), TypeError);
});
