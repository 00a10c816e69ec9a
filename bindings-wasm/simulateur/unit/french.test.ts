import assert from 'node:assert/strict';
import { test } from 'node:test';

import { date, euros, hours, isDay, list, longDate, plural, sentence, typeset } from '../src/french.js';

/** A text with its no-break spaces written « _ ». */
const shown = (text: string): string => text.replaceAll('\u00a0', '_');

test('hours are written as people say them', () => {
  const cases: [number, string][] = [
    [0.5, '30_min'],
    [1, '1_h'],
    [1.5, '1_h_30'],
    [18, '18_h'],
  ];
  for (const [value, expected] of cases) assert.equal(shown(hours(value)), expected);
});

test('amounts have a comma and groups of three digits', () => {
  const cases: [string, string][] = [
    ['0.50', '0,50_€'],
    ['2040.50', '2_040,50_€'],
    ['1234567.00', '1_234_567,00_€'],
  ];
  for (const [value, expected] of cases) assert.equal(shown(euros(value)), expected);
});

test('the first of a month is an ordinal, and no other day is', () => {
  assert.equal(date('2026-12-01'), '1er décembre 2026');
  assert.equal(date('2026-12-11'), '11 décembre 2026');
  assert.equal(longDate('2027-01-12'), 'mardi 12 janvier 2027');
});

test('a list has commas and an « et »', () => {
  assert.deepEqual([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])], ['', 'a', 'a et b', 'a, b et c']);
});

test('a sentence has a capital, accents included', () => {
  assert.equal(sentence('évolution'), 'Évolution');
});

test('no line begins with a mark that goes with the word before it', () => {
  const document = { texts: ['Quoi ?', 'Vu : « oui » ; non !'], hours: 2, none: null };
  assert.deepEqual(JSON.parse(shown(JSON.stringify(typeset(document)))), {
    texts: ['Quoi_?', 'Vu_: «_oui_»_; non_!'],
    hours: 2,
    none: null,
  });
});

test('one and nought are singular', () => {
  assert.deepEqual(
    [0, 1, 2].map((count) => shown(plural(count, 'séance', 'séances'))),
    ['0_séance', '1_séance', '2_séances'],
  );
});

test('a day is one that exists, as the contract writes it', () => {
  const cases: [string | null, boolean][] = [
    ['2026-11-23', true],
    ['2028-02-29', true],
    ['1583-01-01', true],
    ['9999-12-31', true],
    [null, false],
    ['', false],
    ['demain', false],
    ['2026-11-31', false],
    ['2027-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['23/11/2026', false],
    ['2026-11-23T09:00', false],
    [' 2026-11-23', false],
    ['0202-12-01', false],
    ['1582-12-31', false],
  ];
  for (const [text, expected] of cases) assert.equal(isDay(text), expected, String(text));
});
