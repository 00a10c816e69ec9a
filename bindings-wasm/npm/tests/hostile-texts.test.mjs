// The table of hostile texts, in objects: refused with the contract's code and path, or handed on as they are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { bilan, Catalogue, catalogueText, refused } from './support.mjs';

const table = JSON.parse(
  readFileSync(new URL('../../../tests/conformance/hostile-texts.json', import.meta.url), 'utf8'),
);

/** Every text with what the check of a catalogue says of it, and how a path names a member of that name. */
const TEXTS = table.texts.map(({ name, text, units, times = 1, label, path }) => {
  const whole = units ? String.fromCharCode(...units) : text.repeat(times);
  return { name, label, text: whole, shown: path ?? whole };
});

/** A request with a text in the place that is marked « § »; a member may have any name. */
function inPlace(request, text) {
  if (Array.isArray(request)) return request.map((item) => inPlace(item, text));
  if (request === null || typeof request !== 'object') return request === '§' ? text : request;
  const written = {};
  for (const [key, value] of Object.entries(request)) {
    Object.defineProperty(written, key === '§' ? text : key, {
      value: inPlace(value, text),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return written;
}

test('every place of a request refuses a hostile text with its code and its path', () => {
  assert.ok(TEXTS.length > 80 && table.places.length > 10);
  for (const { name, text, label, shown } of TEXTS) {
    for (const { operation, request, code, path } of table.places) {
      const found = refused(() => bilan[operation](inPlace(request, text)));
      if (label === 'invalidUtf8') {
        // JavaScript sees half a character before the module does, and tells its place.
        assert.equal(found[0], 'invalidUtf8', name);
        assert.match(found[1], path.includes('§') ? /\\u\{d[8-f]/ : /^[\x20-\x7e]+$/, name);
      } else {
        assert.deepEqual(found, [code, path.replace('§', () => shown)], `${name}: ${path}`);
      }
    }
  }
});

test('what JavaScript itself refuses in a member of a hostile name has the same path', () => {
  for (const { name, text, label, shown } of TEXTS.filter(({ label }) => label !== 'invalidUtf8')) {
    const found = refused(() => bilan.plan(inPlace({ variant: 'evolution', fixed: { '§': Number.NaN } }, text)));
    assert.deepEqual(found, ['wrongType', `fixed.${shown}`], `${name}, ${label}`);
  }
});

test('a catalogue with a hostile text is refused at its place, or hands it on as it is', () => {
  const document = JSON.parse(catalogueText('autre-centre.json'));
  for (const { name, text, label } of TEXTS) {
    document.variants[0].purpose = text;
    if (label === 'text') {
      const catalogue = Catalogue.parse(document);
      assert.equal(catalogue.catalogue().variants[0].purpose, text, name);
      catalogue.free();
    } else {
      assert.deepEqual(
        refused(() => Catalogue.parse(document)),
        [label, 'variants[0].purpose'],
        name,
      );
    }
  }
});

test('a legal code is a code in objects, whatever it means in JavaScript', () => {
  const codes = table.texts.filter(({ code }) => code).map(({ text }) => text);
  assert.ok(codes.includes('constructor') && codes.some((code) => code.length === 64));
  for (const code of codes) {
    const renamed = catalogueText('autre-centre.json').replaceAll(/"(boussole|affiliee)"/g, `"${code}"`);
    const catalogue = Catalogue.parse(renamed);
    const { variant, steps } = catalogue.plan({ variant: code });
    assert.equal(variant, code);
    assert.ok(steps.length > 0);
    assert.deepEqual(
      refused(() => catalogue.plan({ variant: code, fixed: { [code]: 1 } })),
      ['unknownStep', `fixed.${code}`],
    );
    catalogue.free();
  }
});
