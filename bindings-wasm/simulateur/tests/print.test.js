import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';

import { AGENTS, answer, fillDate } from './support/agent.js';
import { goBack, open } from './support/result.js';
import { session } from './support/session.js';
import { OUTPUT } from './support/site.js';
import { flat, found, wordsOfTheAgent } from './support/words.js';

const { visit } = session();
/** Something of each part that is folded on the screen. */
const UNFOLDED = [
  'Recherches documentaires',
  'Séance 11 sur 11',
  'Forfait pour les tests',
  'Victime d’un acte de terrorisme',
  'Interlocutrice privilégiée',
  'garantissent la confidentialité',
  'Contrairement au bilan de compétences',
  'Livret d’accueil',
  'Loi n° 83-634',
];

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
          assert.ok(pages <= 5, `${pages} pages`);
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
            ...UNFOLDED,
          ]) {
            assert.ok(text.includes(told), `${told} is on paper`);
          }
          for (const control of [
            'Imprimer',
            'Modifier',
            'Choisir',
            'Changer les dates',
            'Étape 3',
            'Effacer',
            'Revoir mes réponses',
            'Nombre total',
            'Comparer',
            'Préparer ma lettre',
            'Voir le document',
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

  /** A page as a reader of its paper has it. */
  async function onPaper(page, name) {
    const path = `${OUTPUT}${name}.pdf`;
    await page.pdf({ path, preferCSSPageSize: true });
    return flat(tool('pdftotext', '-layout', path, '-'));
  }

  for (const name of Object.keys(AGENTS)) {
    test(`what the employer gets says nothing of the agent’s answers: ${name}`, () =>
      visit(async (page) => {
        const words = wordsOfTheAgent();
        await answer(page, AGENTS[name]);
        const mine = await onPaper(page, `moi-${name}`);
        assert.ok(found(mine, words).length > 5, 'the agent’s own paper has them');
        assert.match(mine, /Pour moi\. Ce document contient toutes mes réponses/);
        await open(page, 'Voir le document', 'Pour mon employeur');
        const employers = await onPaper(page, `employeur-${name}`);
        assert.deepEqual(found(employers, words), []);
        for (const told of [
          AGENTS[name].variant,
          'Ce document contient la déclinaison',
          'Réunion tripartite de clôture',
        ])
          assert.ok(employers.includes(told), told);
        for (const other of ['Pour moi', 'Imprimer', 'Revenir', 'sha256']) assert.ok(!employers.includes(other), other);
        await goBack(page);
        await open(page, 'Préparer ma lettre', 'Ma lettre à mon employeur');
        const letter = await onPaper(page, `lettre-${name}`);
        assert.deepEqual(found(letter, words), []);
        assert.match(letter, /Objet : demande de bilan professionnel/);
        for (const other of [AGENTS[name].variant, 'santé', 'Imprimer', 'Revenir'])
          assert.ok(!letter.includes(other), other);
      }));
  }

  test('the letter is printed as it was rewritten', () =>
    visit(async (page) => {
      await answer(page, AGENTS.evolution);
      await open(page, 'Préparer ma lettre', 'Ma lettre à mon employeur');
      await page.getByLabel('Le texte de la lettre').fill('Bonjour,\nPuis-je ?');
      await goBack(page);
      await open(page, 'Préparer ma lettre', 'Ma lettre à mon employeur');
      assert.match(await onPaper(page, 'lettre-reecrite'), /Bonjour, Puis-je \?/);
    }));

  test('what is folded is open on paper, and folded again on the screen', () =>
    visit(async (page) => {
      await answer(page, AGENTS.prevention);
      const folded = () => page.locator('details:not([open])').count();
      const before = await folded();
      assert.ok(before > 8, `${before}`);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      assert.equal(await folded(), 0);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      assert.equal(await folded(), before);
    }));
});
