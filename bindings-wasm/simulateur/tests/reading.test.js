/**
 * The order in which a screen reader reads each state, and the name and state of everything in it, compared with what is
 * expected: reading/*.txt. BLESS=1 writes those anew; read their difference before you commit it.
 */

import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { AGENTS, answer, fillDate } from './support/agent.js';
import { goBack, open } from './support/result.js';
import { session } from './support/session.js';
import { tree } from './support/tree.js';

const { visit } = session();

const EXPECTED = fileURLToPath(new URL('reading/', import.meta.url));
const seen = new Set();

async function reads(page, state) {
  const file = `${EXPECTED}${state}.txt`;
  const read = await tree(page);
  seen.add(`${state}.txt`);
  if (process.env.BLESS) {
    mkdirSync(EXPECTED, { recursive: true });
    writeFileSync(file, read);
  }
  assert.deepEqual(read.split('\n'), readFileSync(file, 'utf8').split('\n'), state);
}

const next = (page) => page.getByRole('button', { name: 'Continuer' }).click();

describe('a screen reader reads each state in the order of the screen, and everything by its name', () => {
  test('the journey, from its start to the result', () =>
    visit(async (page) => {
      await reads(page, 'debut');
      await next(page);
      await reads(page, 'refus');
      await page.getByLabel('Mon travail pèse sur ma santé').check();
      await next(page);
      await reads(page, 'situations');
      await page.getByLabel('J’ai une pension, une rente').check();
      await next(page);
      await reads(page, 'question');
      await page.getByRole('button', { name: 'Passer ces questions' }).click();
      await page.getByLabel('Collectivité affiliée').check();
      await fillDate(page.getByLabel('Dernier échange'), '2026-12-01');
      await reads(page, 'organisation');
    }));

  test('the result and what is beside it', () =>
    visit(async (page) => {
      await answer(page, AGENTS.prevention);
      await reads(page, 'resultat');
      await open(page, 'Comparer les déclinaisons', 'Comparer les déclinaisons');
      await reads(page, 'comparer');
      await goBack(page);
      await open(page, 'Voir le document', 'Pour mon employeur');
      await reads(page, 'pour-l-employeur');
      await goBack(page);
      await open(page, 'Préparer ma lettre', 'Ma lettre à mon employeur');
      await reads(page, 'lettre');
      await goBack(page);
      await page.getByRole('button', { name: 'Revoir mes réponses' }).first().click();
      await reads(page, 'reponses');
    }));

  test('the adviser’s page, and the certificate', () =>
    visit(
      async (page) => {
        await reads(page, 'conseil-vide');
        await page.getByLabel('Préserver sa santé').check();
        await page.getByRole('group', { name: 'qualité de travailleur handicapé' }).getByLabel('Oui').check();
        await fillDate(page.getByLabel('Dernier échange'), '2026-12-01');
        await reads(page, 'conseil');
        await open(page, 'Attestation de présence', 'Attestation de présence');
        await reads(page, 'attestation');
      },
      { path: 'conseil.html' },
    ));

  test('no expectation is left of a state that is gone', () =>
    assert.deepEqual(readdirSync(EXPECTED).sort(), [...seen].sort()));
});

test('every state begins with its title, and nothing that can be used is without a name', () => {
  for (const file of readdirSync(EXPECTED)) {
    const lines = readFileSync(`${EXPECTED}${file}`, 'utf8').split('\n');
    const nameless = lines.filter((line) =>
      /^ *(button|checkbox|radio|textbox|spinbutton|slider|combobox|Date|group|region|link|heading|DisclosureTriangle)( \[|$| =)/.test(
        line,
      ),
    );
    assert.deepEqual(nameless, [], file);
    // The adviser's page is two: the form, and what comes of it.
    const titles = file.startsWith('conseil') ? 2 : 1;
    assert.equal(lines.filter((line) => /heading .*level 2/.test(line)).length, titles, file);
  }
});
