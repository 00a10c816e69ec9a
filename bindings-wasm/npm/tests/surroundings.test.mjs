// Whatever the time zone, the language, the folder and the switches of Node are, objects are answered alike.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { Catalogue, catalogueText, PACKAGE, refused } from './support.mjs';

const SAYS = `
const { answer, plan, quote, simulate } = await import(${JSON.stringify(new URL('dist/node.js', PACKAGE).href)});
const on = '2026-11-23';
const facts = { tauxIncapacitePermanente: 9.96, renteIncapacitePermanente: true };
const said = [
  new Date(0).toString(),
  (1234.5).toLocaleString(),
  simulate({ on, variant: 'horizon', hours: 18.5, client: 'affiliee', facts, calendar: { exchangesOn: '2026-12-01' } }),
  quote({ variant: 'evolution', hours: 20, client: 'affiliee', on }),
  plan({ variant: 'developpement' }),
  answer('funding', JSON.stringify({ on, facts: { tauxIncapacitePermanente: 100 / 3 } })),
];
process.stdout.write(JSON.stringify(said));`;

/** What a Node of its own says in such surroundings: what these change of Node, and what is answered. */
function said(environment = {}, switches = [], cwd = process.cwd()) {
  const env = { PATH: process.env.PATH, ...environment };
  const text = execFileSync(process.execPath, [...switches, '--input-type=module', '--eval', SAYS], { cwd, env });
  const [zone, number, ...answers] = JSON.parse(text);
  return { ambient: `${zone} ${number}`, answers };
}

test('the time zone, the language and the switches of Node change no answer', () => {
  const expected = said({ TZ: 'UTC', LANG: 'C' });
  const table = [
    ['a day ahead', { TZ: 'Pacific/Kiritimati' }, []],
    ['a day behind', { TZ: 'Pacific/Niue' }, []],
    ['an hour that is skipped', { TZ: 'America/Sao_Paulo' }, []],
    ['commas', { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }, []],
    ['the i of Turkish', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, []],
    ['digits of Arabic', { LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' }, []],
    ['no WebAssembly by parts', {}, ['--no-wasm-lazy-compilation']],
    ['frozen objects', {}, ['--frozen-intrinsics']],
    ['no __proto__', {}, ['--disable-proto=delete']],
    ['a small heap', {}, ['--max-old-space-size=32']],
    ['no code from texts', {}, ['--disallow-code-generation-from-strings']],
  ];
  const ambient = new Set();
  for (const [what, environment, switches] of table) {
    const found = said({ TZ: 'UTC', LANG: 'C', ...environment }, switches);
    ambient.add(found.ambient);
    assert.deepEqual(found.answers, expected.answers, what);
  }
  // The surroundings are in force.
  assert.ok(ambient.size >= 4, [...ambient].join('\n'));
});

test('the working folder changes no answer, also when it is gone', () => {
  const expected = said().answers;
  assert.deepEqual(said({}, [], '/').answers, expected);
  const gone = mkdtempSync(join(tmpdir(), 'bilan-gone-'));
  try {
    const script = `process.chdir(${JSON.stringify(gone)}); (await import('node:fs')).rmdirSync(${JSON.stringify(gone)});${SAYS}`;
    const text = execFileSync(process.execPath, ['--input-type=module', '--eval', script]);
    assert.deepEqual(JSON.parse(text).slice(2), expected);
  } finally {
    rmSync(gone, { recursive: true, force: true });
  }
});

test('a catalogue is read whatever ends its lines, and refused with a mark before it or in UTF-16', () => {
  const text = catalogueText('autre-centre.json');
  const windows = text.replaceAll('\n', '\r\n');
  const digest = (document) => {
    const catalogue = Catalogue.parse(document);
    const found = catalogue.simulate({ on: '2026-10-01', variant: 'boussole' }).record.catalogue.digest;
    catalogue.free();
    return found;
  };
  assert.equal(digest(windows), digest(text));
  assert.equal(digest(Buffer.from(windows)), digest(text));
  for (const [document, code] of [
    [`\ufeff${windows}`, 'invalidJson'],
    [Buffer.from(`\ufeff${windows}`), 'invalidJson'],
    [Buffer.from(`\ufeff${text}`, 'utf16le'), 'invalidUtf8'],
  ]) {
    assert.deepEqual(
      refused(() => Catalogue.parse(document)),
      [code, ''],
    );
  }
});
