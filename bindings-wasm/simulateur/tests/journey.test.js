import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AGENTS, answer, fillDate, resultOf } from './support/agent.js';
import { withBody, withCatalogue } from './support/pages.js';
import { goBack, open } from './support/result.js';
import { session } from './support/session.js';

const { visit } = session();

describe('an agent’s whole journey', () => {
  for (const [variant, agent] of Object.entries(AGENTS)) {
    test(`leads to the ${variant} bilan`, () =>
      visit(async (page) => {
        await answer(page, agent);
        await page.getByRole('heading', { name: agent.variant, exact: true }).waitFor();
        await page
          .getByRole('heading', { name: 'Financement par le FIPHFP' })
          .filter({ hasText: agent.funding })
          .waitFor();
        const price = page.locator('.card.price');
        if (agent.price) await price.getByText(agent.price).first().waitFor();
        else assert.match(await price.innerText(), /dépend de l’employeur/);
        const { dossier } = await resultOf(page);
        assert.equal(dossier.plan.variant, variant);
        assert.equal(dossier.schedule?.sessions.length ?? 0, agent.sessions);
        assert.equal(await page.locator('.agenda li:not(.milestone)').count(), agent.sessions);
        assert.doesNotMatch(await page.locator('bilan-simulateur').innerText(), /(vous avez|a) droit/i);
      }));
  }

  test('leads to a bilan that is free whoever the employer is: the result, the letter and the employer’s page say so', () =>
    visit(
      async (page) => {
        await page.getByLabel('Changer de métier').check();
        for (let screen = 0; screen < 2; screen += 1) await next(page);
        await page.getByRole('button', { name: 'Voir mon résultat' }).click();
        await page.locator('.card.price').getByText('Gratuit', { exact: true }).waitFor();
        await open(page, 'Préparer ma lettre', 'Ma lettre à mon employeur');
        assert.match(await page.getByRole('textbox').first().inputValue(), /Il est gratuit\./);
        await goBack(page);
        await open(page, 'Voir le document', 'Pour mon employeur');
        const sheet = await page.locator('.sheet').innerText();
        assert.match(sheet, /Gratuit, quel que soit l’employeur\./);
        assert.doesNotMatch(sheet, /facture/);
      },
      {
        route: withCatalogue((offer) => ({
          ...offer,
          tariffs: [{ variants: offer.variants.map(({ code }) => code), price: 'free' }],
        })),
      },
    ));
});

const next = (page) => page.getByRole('button', { name: 'Continuer' }).click();
const title = (page) => page.getByRole('heading', { level: 2 }).innerText();

/** To the questions about what concerns the agent. */
async function toQuestions(page, ...concerns) {
  await page.getByLabel('y voir clair').check();
  await next(page);
  for (const concern of concerns) await page.getByLabel(concern).check();
  await next(page);
}

describe('the summary', () => {
  test('changes any answer and comes back', () =>
    visit(async (page) => {
      await answer(page, AGENTS.evolution);
      await page.getByRole('button', { name: 'Revoir mes réponses' }).first().click();
      const change = (name) => page.getByRole('button', { name: `Modifier : ${name}` }).click();
      const back = () => page.getByRole('button', { name: 'Revenir à mes réponses' }).click();
      await change('Vos attentes');
      await page.getByLabel('J’ai envie de changer').uncheck();
      await page.getByText('Préciser mes attentes').click();
      await page.getByLabel('Dépasser des blocages').check();
      await back();
      await change('Votre employeur et vos dates');
      await page.getByLabel('Collectivité non affiliée').check();
      await fillDate(page.getByLabel('Dernier échange'), '2027-03-01');
      await back();
      const summary = await page.locator('.summary').first().innerText();
      for (const answered of ['Dépasser des blocages', 'Collectivité non affiliée', '1er mars 2027'])
        assert.ok(summary.includes(answered), answered);
      await page.getByRole('button', { name: 'Voir mon résultat' }).click();
      const { dossier } = await resultOf(page);
      assert.equal(dossier.plan.variant, 'developpement');
      assert.equal(dossier.quote.client, 'nonAffiliee');
      assert.equal(dossier.schedule.earliestStart, '2027-03-29');
    }));

  test('asks about what is ticked on the way', () =>
    visit(async (page) => {
      await answer(page, AGENTS.evolution);
      await page.getByRole('button', { name: 'Revoir mes réponses' }).first().click();
      await page.getByRole('button', { name: 'Modifier : Votre situation' }).click();
      await page.getByLabel('Un avis médical limite').check();
      await next(page);
      assert.equal(await title(page), 'Quelques précisions');
      for (let question = 0; question < 2; question += 1) {
        await page.getByLabel('Oui').check();
        await page.locator('.moves .primary').click();
      }
      await page.getByRole('heading', { name: 'Vos réponses' }).waitFor();
      assert.match(await page.locator('.summary').first().innerText(), /adaptation[\s\S]*Oui/);
    }));
});

describe('the journey', () => {
  test('asks nothing of those whom no situation concerns', () =>
    visit(async (page) => {
      const screens = [];
      await answer(page, AGENTS.evolution, async (name) => void screens.push(name));
      assert.deepEqual(screens, ['besoins', 'situations', 'organisation']);
    }));

  test('begins with a few motives, whose needs can be seen and refined', () =>
    visit(async (page) => {
      assert.equal(await page.getByRole('checkbox').count(), 6);
      await page.getByLabel('J’aborde ma fin de carrière').check();
      await page.getByText('Préciser mes attentes').click();
      assert.ok(await page.getByLabel('Préparer sa seconde partie de carrière').isChecked());
      await page.getByLabel('Valoriser son expertise').uncheck();
      await next(page);
      await page.getByRole('button', { name: 'Retour' }).click();
      assert.ok(await page.getByLabel('J’aborde ma fin de carrière').isChecked());
      await next(page);
      await next(page);
      await page.getByRole('button', { name: 'Voir mon résultat' }).click();
      assert.deepEqual((await resultOf(page)).case.needs, ['preparerFinDeCarriere']);
    }));

  test('does not go on without a motive, and says so', () =>
    visit(async (page) => {
      await next(page);
      assert.match(await page.getByRole('alert').innerText(), /au moins une réponse/);
    }));

  test('does not go on with an answer that is refused, and leads to it', () =>
    visit(async (page) => {
      await page.getByLabel('y voir clair').check();
      await next(page);
      await page.getByLabel('RQTH').check();
      const proof = page.getByLabel('Fin de validité');
      await fillDate(proof, '0202-12-01');
      await next(page);
      assert.match(await page.getByRole('alert').innerText(), /Corrigez la réponse signalée/);
      const field = await page.locator('bilan-simulateur').evaluate(({ shadowRoot }) => {
        const { type, ariaInvalid, attributes } = shadowRoot.activeElement;
        return { type, ariaInvalid, told: shadowRoot.getElementById(attributes['aria-describedby'].value).textContent };
      });
      assert.deepEqual(field, {
        type: 'date',
        ariaInvalid: 'true',
        told: 'Il faut ici un jour qui existe, du 1er janvier 1583 au 31 décembre 9999.',
      });
      await fillDate(proof, '2027-12-01');
      await next(page);
      await page.getByRole('heading', { name: 'Votre employeur' }).waitFor();
    }));

  test('does not go on with a rate that is refused, and leads to it', () =>
    visit(async (page) => {
      await toQuestions(page, 'J’ai une pension, une rente');
      while ((await page.getByLabel('Taux en pourcentage').count()) === 0) {
        await page.getByLabel('Non', { exact: true }).check();
        await next(page);
      }
      await page.getByLabel('Taux en pourcentage').fill('120');
      await next(page);
      await page.getByRole('alert').waitFor();
      assert.match(await page.locator('fieldset .problem').innerText(), /0 à 100/);
      await page.getByLabel('Taux en pourcentage').fill('12');
      await next(page);
      assert.equal(await page.getByRole('alert').count(), 0);
      assert.equal(await page.getByLabel('Taux en pourcentage').count(), 0, 'the next question is there');
    }));

  test('offers « je ne sais pas » for every fact, says why it asks, and puts the delicate ones last', () =>
    visit(async (page) => {
      await toQuestions(page, 'Je ne sais pas');
      const questions = [];
      while ((await title(page)) === 'Quelques précisions') {
        questions.push(await page.locator('legend').innerText());
        await page.getByText('Pourquoi cette question').click();
        assert.match(await page.locator('.refine').innerText(), /FIPHFP pourrait financer/);
        await page.getByText('Pourquoi cette question').click();
        await page.getByLabel('Je ne sais pas').check();
        await next(page);
      }
      assert.equal(questions.length, 18);
      for (const delicate of questions.slice(-2)) assert.match(delicate, /terrorisme|adultes handicapés/);
      await page.getByRole('button', { name: 'Voir mon résultat' }).click();
      const { case: asked, dossier } = await resultOf(page);
      assert.equal(Object.keys(asked.facts).length, 18);
      assert.ok(Object.values(asked.facts).every((fact) => fact === null));
      assert.deepEqual(
        dossier.funding.situations.filter(({ status }) => status !== 'undetermined'),
        [],
      );
    }));

  test('stops asking as soon as no answer can change the outcome', () =>
    visit(async (page) => {
      await toQuestions(page, 'Je ne sais pas');
      await page.getByLabel('Oui').check();
      await next(page);
      assert.equal(await title(page), 'Votre employeur et vos dates');
    }));

  test('can pass the questions at once, and nothing is taken for an answer', () =>
    visit(async (page) => {
      await toQuestions(page, 'Je ne sais pas');
      await page.getByRole('button', { name: 'Passer ces questions' }).click();
      await page.getByRole('button', { name: 'Voir mon résultat' }).click();
      assert.deepEqual((await resultOf(page)).case.facts, {});
    }));

  test('does not take silence for an answer, but for a delicate question', () =>
    visit(async (page) => {
      await toQuestions(page, 'Une autre situation');
      await next(page);
      assert.match(await page.getByRole('alert').innerText(), /Je ne sais pas/);
      while (!/terrorisme/.test(await page.locator('legend').innerText())) {
        await page.getByLabel('Non', { exact: true }).check();
        await next(page);
      }
      await next(page);
      assert.equal(await title(page), 'Une dernière précision');
    }));

  test('« aucune » and « je ne sais pas » take the ticks back, and a tick takes them back', () =>
    visit(async (page) => {
      await page.getByLabel('y voir clair').check();
      await next(page);
      const [tick, none, unknown] = ['RQTH', 'Non, aucune', 'Je ne sais pas'].map((name) => page.getByLabel(name));
      const ticked = () => Promise.all([tick, none, unknown].map((box) => box.isChecked()));
      await tick.check();
      await none.check();
      assert.deepEqual(await ticked(), [false, true, false]);
      await unknown.check();
      assert.deepEqual(await ticked(), [false, false, true]);
      await tick.check();
      assert.deepEqual(await ticked(), [true, false, false]);
    }));

  test('is set as French is: no line begins with « ; », « : », « ? » or « » », nor ends with « « »', () =>
    visit(async (page) => {
      const loose = () =>
        page.locator('bilan-simulateur').evaluate(({ shadowRoot }) => {
          const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode())
            if (
              !walker.currentNode.parentElement?.closest('style, .only-read') &&
              /[^\s] [;:?!»]|« /.test(walker.currentNode.data)
            )
              found.push(walker.currentNode.data);
          return found;
        });
      for (const agent of [AGENTS.horizon, AGENTS.reorientation]) {
        await answer(page, agent, async (state) => assert.deepEqual(await loose(), [], state));
        assert.deepEqual(await loose(), [], 'resultat');
        await page.getByRole('button', { name: 'Effacer mes réponses' }).click();
      }
    }));

  test('goes back without losing an answer', () =>
    visit(async (page) => {
      await page.getByLabel('y voir clair').check();
      await next(page);
      await page.getByRole('button', { name: 'Retour' }).click();
      assert.ok(await page.getByLabel('y voir clair').isChecked());
    }));

  test('asks in the result for the answer that would help most', () =>
    visit(async (page) => {
      await answer(page, { ...AGENTS.evolution, others: null });
      const question = page.locator('.next-question');
      assert.match(await question.innerText(), /RQTH/);
      await question.getByLabel('Oui').click();
      await page.getByRole('heading', { name: 'Financement par le FIPHFP' }).filter({ hasText: 'possible' }).waitFor();
      const focused = await page
        .locator('bilan-simulateur')
        .evaluate((element) => element.shadowRoot.activeElement?.id);
      assert.equal(focused, 'funding-title', 'the focus stays near the question that went away');
    }));

  test('going back after an answer beside the result, « Non, aucune » leaves nothing of it', () =>
    visit(async (page) => {
      await answer(page, { ...AGENTS.evolution, others: null });
      await page.locator('.next-question').getByLabel('Oui').click();
      assert.equal((await resultOf(page)).case.facts.rqth, true);
      await page.getByRole('button', { name: 'Revoir mes réponses' }).first().click();
      assert.match(
        await page.locator('.summary').first().innerText(),
        /\(RQTH\)\s\?\sOui/,
        'the form shows what was answered beside the result',
      );
      await page.getByRole('button', { name: 'Modifier : Votre situation' }).click();
      await page.getByLabel('Non, aucune', { exact: true }).check();
      await page.getByRole('button', { name: 'Revenir à mes réponses' }).click();
      await page.getByRole('button', { name: 'Voir mon résultat' }).click();
      const changed = await resultOf(page);
      assert.notEqual(changed.dossier.funding.outcome, 'possible');
      await page.getByRole('button', { name: 'Effacer mes réponses' }).click();
      await answer(page, AGENTS.evolution);
      assert.deepEqual(changed, await resultOf(page));
    }));

  for (const [first, last] of [
    ['developpement', 'evolution'],
    ['reorientation', 'horizon'],
    ['horizon', 'prevention'],
  ]) {
    test(`gone back to its start and answered anew, a journey to ${first} is a fresh one to ${last}`, () =>
      visit(
        async (page) => {
          await answer(page, AGENTS[first]);
          while ((await title(page)) !== 'Vos attentes') {
            const before = await page.evaluate(() => history.state.bilanSimulateur.at);
            await page.goBack();
            await page.waitForFunction((at) => history.state.bilanSimulateur.at < at, before);
          }
          await answer(page, AGENTS[last]);
          const changed = await resultOf(page);
          await page.getByRole('button', { name: 'Effacer mes réponses' }).click();
          await page.getByRole('heading', { name: 'Vos attentes' }).waitFor();
          await answer(page, AGENTS[last]);
          assert.deepEqual(changed, await resultOf(page));
        },
        { route: withBody('<bilan-simulateur browser-back></bilan-simulateur>') },
      ));
  }

  test('settles every situation that concerns nobody', () =>
    visit(async (page) => {
      await answer(page, AGENTS.evolution);
      const { dossier } = await resultOf(page);
      assert.deepEqual(
        dossier.funding.situations.filter(({ status }) => status !== 'notMet'),
        [],
      );
    }));

  test('denies no more than what was said: an agent with an accident rate is asked about the annuity', () =>
    visit(async (page) => {
      await answer(page, AGENTS.horizon);
      const { case: asked } = await resultOf(page);
      assert.equal(asked.facts.sapeurPompierVolontaire, undefined);
      assert.equal(asked.facts.tauxIncapacitePermanente, 8);
    }));

  test('begins anew', () =>
    visit(async (page) => {
      await answer(page, AGENTS.prevention);
      await page.getByRole('button', { name: 'Effacer mes réponses' }).click();
      assert.equal(await page.locator('bilan-simulateur :checked').count(), 0);
      assert.equal(await resultOf(page), null);
    }));
});
