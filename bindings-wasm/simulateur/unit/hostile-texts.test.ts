import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { calendarFile } from '../src/calendar-file.js';
import type { Dossier } from '../src/contract.js';

interface HostileText {
  readonly name: string;
  readonly text?: string;
  readonly units?: readonly number[];
  readonly times?: number;
}

const table = JSON.parse(readFileSync('../../tests/conformance/hostile-texts.json', 'utf8')) as {
  texts: HostileText[];
};
const TEXTS = table.texts.map(({ name, text = '', units, times = 1 }) => ({
  name,
  text: units ? String.fromCharCode(...units) : text.repeat(times),
}));

/** A dossier that says a text wherever a calendar repeats one: a catalogue with it may be refused, the file stands alone. */
const dossier = (text: string): Dossier =>
  ({
    schedule: {
      milestones: [{ code: 'exchanges', label: text, date: '2026-12-01' }],
      sessions: [{ step: 'pistes', date: '2026-12-29', hours: 1.5 }],
    },
  }) as unknown as Dossier;

/** The properties of a file, as RFC 5545 has them read: lines unfolded, parameters apart, texts without their escapes. */
function properties(file: string): { name: string; value: string }[] {
  const lines = file.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  assert.equal(lines.pop() ?? '', '', 'the last line ends');
  return lines.map((line) => {
    const [, name = '', value = ''] =
      /^([A-Z-]+)(?:;[A-Z]+=[A-Z0-9/-]+)*:(.*)$/su.exec(line) ?? assert.fail(`no property: ${line}`);
    return {
      name,
      value: value.replaceAll(/\\(.)/gs, (_, escaped: string) => (escaped.toLowerCase() === 'n' ? '\n' : escaped)),
    };
  });
}

/** What a file must not hold but at the ends of its lines. */
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;

const shape = (file: string): string[] =>
  properties(file).map(({ name, value }) => (/^(BEGIN|END)$/.test(name) ? `${name}:${value}` : name));

test('whatever a text is, it is a text of the calendar and changes nothing of its shape', () => {
  assert.ok(TEXTS.length > 80);
  const file = (text: string): string =>
    calendarFile(dossier(text), `centre ${text}`, '2026-11-23', 'marque') ?? assert.fail('none');
  const expected = shape(file('Bilan'));
  for (const { name, text } of TEXTS) {
    const written = file(text);
    assert.deepEqual(shape(written), expected, name);
    assert.doesNotMatch(written.replaceAll('\r\n', ''), CONTROL, name);
    for (const line of written.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, `${name}: ${line}`);
  }
});

test('a text that can be seen is read in the calendar as it is', () => {
  let read = 0;
  for (const { name, text } of TEXTS) {
    const unseen = /[\p{Cc}\p{Cs}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
    if (unseen.test(text) || text.length > 5_000 || text.trim() === '') continue;
    const found = properties(calendarFile(dossier(text), text, '2026-11-23', 'marque') ?? assert.fail('none'));
    const value = (property: string, nth = 0): string => found.filter((one) => one.name === property)[nth]?.value ?? '';
    assert.equal(value('SUMMARY'), `Bilan professionnel\u00a0: ${text}`, name);
    assert.ok(value('DESCRIPTION', 1).endsWith(`le ${text}.`), name);
    read += 1;
  }
  assert.ok(read > 50, `${read}`);
});
