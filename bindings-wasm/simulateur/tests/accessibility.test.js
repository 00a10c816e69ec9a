import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { check } from './support/accessibility.js';
import { AGENTS, answer, fillDate } from './support/agent.js';
import { withBody, withCatalogue } from './support/pages.js';
import { goBack, open, unfoldAll } from './support/result.js';
import { session } from './support/session.js';

const { visit } = session();

/** Every state that the element can be in. */
const STATES = new Set([
  'debut',
  'refus',
  'besoins',
  'besoins-precises',
  'situations-vides',
  'situations',
  'situations-preuve',
  'situations-preuve-refusee',
  'question',
  'question-sans-reponse',
  'question-taux-refuse',
  'question-expliquee',
  'autres',
  'organisation-vide',
  'organisation',
  'dates-refusees',
  'hors-connexion',
  'reponses',
  'reponses-vides',
  'detour',
  'resultat-evolution',
  'resultat-prevention',
  'resultat-reorientation',
  'resultat-developpement',
  'resultat-horizon',
  'resultat-question',
  'resultat-a-verifier',
  'resultat-deplie',
  'resultat-total-deplace',
  'resultat-fourchette',
  'resultat-autre-declinaison',
  'resultat-hors-duree',
  'resultat-dates-refusees',
  'comparer',
  'comparer-resultat',
  'pour-l-employeur',
  'lettre',
  'conseil-vide',
  'conseil',
  'conseil-refus',
  'attestation-vide',
  'attestation',
  'attestation-refusee',
  'conseil-sans-resultat',
  'chargement',
  'chargement-nu',
  'echec',
  'sans-webassembly',
  'autre-centre',
  'autre-centre-resultat',
]);

const seen = new Set();

/** Looks at a state, once. */
async function look(page, state, options) {
  if (seen.has(state)) return;
  assert.ok(STATES.has(state), `${state} is on the list`);
  seen.add(state);
  await check(page, state, options);
}

const next = (page) => page.getByRole('button', { name: 'Continuer' }).click();

describe('every state is accessible, on a desk and a phone, in light and dark', () => {
  for (const [variant, agent] of Object.entries(AGENTS)) {
    test(`the result of the ${variant} bilan`, () =>
      visit(async (page) => {
        await answer(page, agent);
        await look(page, `resultat-${variant}`);
      }));
  }

  test('the screens of the journey, before and after their answers', () =>
    visit(async (page) => {
      await look(page, 'debut');
      await open(page, 'Comparer les déclinaisons', 'Comparer les déclinaisons');
      await look(page, 'comparer');
      await goBack(page);
      await next(page);
      await look(page, 'refus');
      await page.getByLabel('Mon travail pèse sur ma santé').check();
      await look(page, 'besoins');
      await page.getByText('Préciser mes attentes').click();
      await look(page, 'besoins-precises');
      await next(page);
      await look(page, 'situations-vides');
      await page.getByLabel('RQTH').check();
      await look(page, 'situations-preuve');
      await fillDate(page.getByLabel('Fin de validité'), '0202-12-01');
      await look(page, 'situations-preuve-refusee');
      await fillDate(page.getByLabel('Fin de validité'), '');
      await page.getByLabel('RQTH').uncheck();
      await page.getByLabel('J’ai une pension, une rente').check();
      await page.getByText('Voir la liste complète').click();
      await look(page, 'situations');
      await next(page);
      await look(page, 'question');
      await next(page);
      await look(page, 'question-sans-reponse');
      await page.getByText('Pourquoi cette question').click();
      await page.getByLabel('Non', { exact: true }).check();
      await look(page, 'question-expliquee');
      await next(page);
      for (;;) {
        if ((await page.getByRole('heading', { level: 2 }).innerText()) !== 'Quelques précisions') break;
        const rate = page.getByLabel('Taux en pourcentage');
        if (await rate.count()) {
          await rate.fill('120');
          await next(page);
          await page.getByRole('alert').waitFor();
          await look(page, 'question-taux-refuse');
          await rate.fill('8');
        } else await page.getByLabel('Non', { exact: true }).check();
        await next(page);
      }
      await look(page, 'autres');
      await page.getByLabel('Non, aucune autre').check();
      await next(page);
      await look(page, 'organisation-vide');
      await page.getByLabel('Collectivité affiliée').check();
      await fillDate(page.getByLabel('Dernier échange'), '2026-12-01');
      await page.getByRole('button', { name: 'Ajouter une absence' }).click();
      await look(page, 'organisation');
      await page.context().setOffline(true);
      await page.getByRole('status').filter({ hasText: 'hors connexion' }).waitFor();
      await look(page, 'hors-connexion');
      await page.context().setOffline(false);
      await fillDate(page.getByLabel('Du', { exact: true }), '2027-02-26');
      await fillDate(page.getByLabel('Au', { exact: true }), '2027-02-15');
      await page.getByRole('button', { name: 'Voir mon résultat' }).click();
      await look(page, 'dates-refusees');
      await page.getByRole('button', { name: 'Retirer' }).click();
      await page.getByRole('button', { name: 'Voir mon résultat' }).click();
      await page.getByRole('button', { name: 'Revoir mes réponses' }).first().click();
      await look(page, 'reponses');
      await page.getByRole('button', { name: 'Modifier : Votre situation' }).click();
      await look(page, 'detour');
    }));

  test('a journey without an answer but one', () =>
    visit(async (page) => {
      await page.getByLabel('y voir clair').check();
      for (let screen = 0; screen < 2; screen += 1) await next(page);
      await page.getByRole('button', { name: 'Voir mon résultat' }).click();
      await look(page, 'resultat-question');
      await page.locator('.next-question').getByLabel('Je ne sais pas').click();
      await look(page, 'resultat-a-verifier');
      await page.getByRole('button', { name: 'Revoir mes réponses' }).first().click();
      await look(page, 'reponses-vides');
    }));

  test('a result that is unfolded and changed', () =>
    visit(async (page) => {
      await answer(page, AGENTS.evolution);
      await open(page, 'Voir le document', 'Pour mon employeur');
      await look(page, 'pour-l-employeur');
      await goBack(page);
      await open(page, 'Préparer ma lettre', 'Ma lettre à mon employeur');
      await look(page, 'lettre');
      await goBack(page);
      await unfoldAll(page);
      await look(page, 'resultat-deplie');
      await page.getByRole('slider', { name: 'Pistes professionnelles' }).fill('2');
      await page.getByRole('status').filter({ hasText: 'Le total passe' }).waitFor();
      await look(page, 'resultat-total-deplace');
      await page.getByLabel('Nombre total d’heures').fill('24');
      await page.getByLabel('Réunion tripartite de démarrage').uncheck();
      await look(page, 'resultat-fourchette');
      await page.getByRole('combobox', { name: 'Rythme' }).selectOption({ label: 'Chaque semaine' });
      await page.locator('.warning').first().waitFor();
      await look(page, 'resultat-hors-duree');
      await open(page, 'Comparer les déclinaisons', 'Comparer les déclinaisons');
      await look(page, 'comparer-resultat');
      await page.getByRole('button', { name: 'Choisir : Bilan développement professionnel' }).click();
      await look(page, 'resultat-autre-declinaison');
      await fillDate(page.getByLabel('Pas avant le'), '2032-01-01');
      await page.locator('.problem').first().waitFor();
      await look(page, 'resultat-dates-refusees');
    }));

  test('the adviser’s page, empty, full and refused', () =>
    visit(
      async (page) => {
        const wide = { wide: 1400 };
        await look(page, 'conseil-vide', wide);
        await page.getByLabel('Préserver sa santé').check();
        await page.getByRole('group', { name: 'acte de terrorisme' }).getByLabel('Non').check();
        await page.getByRole('group', { name: 'qualité de travailleur handicapé' }).getByLabel('Oui').check();
        await unfoldAll(page.locator('.form'));
        await fillDate(page.getByLabel('Dernier échange'), '2026-12-01');
        await look(page, 'conseil', wide);
        await open(page, 'Attestation de présence', 'Attestation de présence');
        await look(page, 'attestation-vide', wide);
        await page.getByRole('button', { name: 'Tout cocher' }).click();
        await fillDate(page.getByLabel('Jour, séance 2'), '2027-01-10');
        await look(page, 'attestation', wide);
        await page.getByLabel('Heures, séance 2').fill('30');
        await page.getByLabel('Heures, séance 2').blur();
        await page.getByRole('alert').waitFor();
        await look(page, 'attestation-refusee', wide);
        await goBack(page);
        await page.getByLabel('Taux en pourcentage').fill('120');
        const hours = (step) => page.getByRole('spinbutton', { name: `${step}, heures` });
        for (const [step, value] of [
          ['Synthèse et clôture du bilan professionnel', '0'],
          ['Plan d’action personnalisé', '3'],
          ['Pistes professionnelles qui préservent la santé et premières explorations', '41'],
        ]) {
          await hours(step).fill(value);
          await hours(step).blur();
        }
        await look(page, 'conseil-refus', wide);
        // A visitor's clock that no calendar knows.
        await page.clock.setFixedTime(new Date('0202-12-01T09:00:00'));
        await page.locator('bilan-simulateur').evaluate((element) => {
          element.client = null;
        });
        await page.locator('.outcome > .problem').waitFor();
        await look(page, 'conseil-sans-resultat', wide);
      },
      { path: 'conseil.html' },
    ));

  test('the element before it is there, and when it cannot be', () =>
    visit(
      async (page) => {
        await page.evaluate(() => {
          document.querySelector('bilan-simulateur').catalogueSrc = 'jamais.json';
        });
        await page.getByText('Chargement du simulateur').waitFor();
        await look(page, 'chargement-nu', { judged: ['color-contrast'] });
        await page.evaluate(() => {
          document.querySelector('bilan-simulateur').catalogueSrc = 'refuse.json';
        });
        await page.getByRole('alert').waitFor();
        await look(page, 'echec', { judged: ['color-contrast'] });
      },
      {
        ready: 'bilan-simulateur',
        route: async (page) => {
          await withBody('<bilan-simulateur catalogue-src="jamais.json"></bilan-simulateur>')(page);
          await page.route('**/jamais.json', () => {});
          await page.route('**/refuse.json', (route) =>
            route.fulfill({ body: '{"id":"incomplet"}', contentType: 'application/json' }),
          );
        },
      },
    ));

  test('the frame of the first question while the simulator is on its way', () =>
    visit(
      async (page) => {
        await page.getByText('Chargement du simulateur').waitFor();
        await look(page, 'chargement', { judged: ['color-contrast'] });
      },
      {
        ready: 'bilan-simulateur .frame',
        until: 'commit',
        route: (page) => page.route('**/bilan-simulateur.js', () => {}),
      },
    ));

  test('a browser without WebAssembly', async () => {
    const seen = visit(
      async (page) => {
        await page.getByRole('alert').filter({ hasText: 'Ce navigateur' }).waitFor();
        await look(page, 'sans-webassembly', { judged: ['color-contrast'] });
      },
      { ready: 'bilan-simulateur .problem', route: (page) => page.addInitScript(() => delete globalThis.WebAssembly) },
    );
    await assert.rejects(seen, /console: .*WebAssembly is not there/);
  });

  test('another centre’s offer', () =>
    visit(
      async (page) => {
        await look(page, 'autre-centre');
        await page.getByLabel('Changer de métier').check();
        for (let screen = 0; screen < 2; screen += 1) await next(page);
        await page.getByRole('button', { name: 'Voir mon résultat' }).click();
        await look(page, 'autre-centre-resultat');
      },
      { route: withCatalogue() },
    ));

  test('no state was left out', (t) => {
    t.diagnostic(`${seen.size} states, each in four looks`);
    assert.deepEqual(
      [...STATES].filter((state) => !seen.has(state)),
      [],
    );
  });
});
