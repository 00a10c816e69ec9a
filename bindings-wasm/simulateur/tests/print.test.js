import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';

import { AGENTS, answer, fillDate } from './support/agent.js';
import { session } from './support/session.js';
import { OUTPUT } from './support/site.js';

const { visit } = session();
const tool = (name, ...args) => execFileSync(name, args, { encoding: 'utf8' });

describe('on paper', () => {
  for (const colorScheme of ['light', 'dark']) {
    test(`the result is a clean A4, without controls, whatever the screen: ${colorScheme}`, () =>
      visit(
        async (page) => {
          await answer(page, AGENTS.prevention);
          const path = `${OUTPUT}resultat-${colorScheme}.pdf`;
          await page.pdf({ path, preferCSSPageSize: true, printBackground: false });
          assert.match(tool('pdfinfo', path), /Page size:\s+59[45]\.\d* x 84[12]\.\d* pts/);
          const pages = Number(/Pages:\s+(\d+)/.exec(tool('pdfinfo', path))[1]);
          assert.ok(pages <= 3, `${pages} pages`);
          const text = tool('pdftotext', '-layout', path, '-').replace(/[\s\u00a0]+/g, ' ');
          for (const told of [
            'Simulation du 23 novembre 2026',
            'Bilan prévention',
            'pourrait financer',
            'Pension d’invalidité',
            '2 040,50 €',
            '18 mai 2027',
            'Réponses données',
            'valable jusqu’au 28 février 2027',
          ]) {
            assert.ok(text.includes(told), `${told} is on paper`);
          }
          for (const control of [
            'Imprimer',
            'Modifier',
            'Recommencer',
            'Choisir',
            'Changer les dates',
            'Étape 3',
            'Effacer',
            'Revoir mes réponses',
            'Nombre total',
            'Conseillers',
          ]) {
            assert.ok(!text.includes(control), `${control} is not on paper`);
          }
          tool('pdftoppm', '-r', '60', '-png', path, path.replace('.pdf', ''));
        },
        { colorScheme },
      ));
  }

  test('the adviser’s page prints the result and the answers, not the form', () =>
    visit(
      async (page) => {
        await page.getByLabel('Préserver sa santé').check();
        await page.locator('summary', { hasText: 'RQTH' }).first().click();
        await page.getByRole('group', { name: 'qualité de travailleur handicapé' }).getByLabel('Oui').check();
        await fillDate(page.getByLabel('Dernier échange'), '2026-12-01');
        const path = `${OUTPUT}conseil.pdf`;
        await page.pdf({ path, preferCSSPageSize: true });
        const text = tool('pdftotext', '-layout', path, '-').replace(/[\s\u00a0]+/g, ' ');
        for (const told of [
          'Bilan prévention',
          '2 040,50 €',
          'Réponses données',
          '(RQTH) ? Oui',
          'Collectivité affiliée',
        ])
          assert.ok(text.includes(told), told);
        for (const control of ['Le dossier de l’agent', 'La mieux placée', 'Ajouter une absence'])
          assert.ok(!text.includes(control), control);
      },
      { path: 'conseil.html', width: 1400 },
    ));
});
