import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AGENTS, answer, fillDate, resultOf } from './support/agent.js';
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
});

describe('the summary', () => {
  test('changes any answer and comes back', () =>
    visit(async (page) => {
      await answer(page, AGENTS.evolution);
      await page.getByRole('button', { name: 'Revoir mes réponses' }).first().click();
      const change = (name) => page.getByRole('button', { name: `Modifier : ${name}` }).click();
      const back = () => page.getByRole('button', { name: 'Revenir à mes réponses' }).click();
      await change('Vos attentes');
      await page.getByLabel('Faire le point').uncheck();
      await page.getByLabel('Dépasser des blocages').check();
      await back();
      await change('Votre collectivité');
      await page.getByLabel('Collectivité non affiliée').check();
      await back();
      await change('Vos dates');
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

  test('asks the conditions of a situation that is ticked on the way', () =>
    visit(async (page) => {
      await answer(page, AGENTS.evolution);
      await page.getByRole('button', { name: 'Revoir mes réponses' }).first().click();
      await page.getByRole('button', { name: 'Modifier : Votre situation' }).click();
      await page.getByLabel('Pension d’invalidité', { exact: true }).check();
      await page.getByRole('button', { name: 'Revenir à mes réponses' }).click();
      await page.getByRole('heading', { name: 'Quelques précisions' }).waitFor();
      await page.getByRole('group', { name: 'Percevez-vous une pension d’invalidité' }).getByLabel('Oui').check();
      await page.getByRole('button', { name: 'Revenir à mes réponses' }).click();
      await page.getByRole('heading', { name: 'Vos réponses' }).waitFor();
    }));
});

describe('the journey', () => {
  test('asks nothing of those whom no situation concerns', () =>
    visit(async (page) => {
      const screens = [];
      await answer(page, AGENTS.evolution, async (name) => void screens.push(name));
      assert.ok(!screens.includes('conditions'));
    }));

  test('does not go on without an expectation, and says so', () =>
    visit(async (page) => {
      await page.getByRole('button', { name: 'Continuer' }).click();
      assert.match(await page.getByRole('alert').innerText(), /au moins une attente/);
    }));

  test('does not go on with an answer that is refused, and leads to it', () =>
    visit(async (page) => {
      await page.getByLabel('Faire le point').check();
      await page.getByRole('button', { name: 'Continuer' }).click();
      await page.getByLabel('RQTH').check();
      await page.getByRole('button', { name: 'Continuer' }).click();
      const proof = page.getByLabel('Fin de validité');
      await fillDate(proof, '0202-12-01');
      await page.getByRole('button', { name: 'Continuer' }).click();
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
      await page.getByRole('button', { name: 'Continuer' }).click();
      await page.getByRole('heading', { name: 'Votre collectivité' }).waitFor();
    }));

  test('offers « je ne sais pas » for every fact', () =>
    visit(async (page) => {
      await page.getByLabel('Faire le point').check();
      await page.getByRole('button', { name: 'Continuer' }).click();
      const boxes = await page.getByRole('checkbox').all();
      assert.equal(boxes.length, 11);
      for (const box of boxes) await box.check();
      await page.getByRole('button', { name: 'Continuer' }).click();
      await page.getByRole('heading', { name: 'Quelques précisions' }).waitFor();
      const questions = await page.getByRole('group').all();
      assert.equal(questions.length, 18);
      for (const question of questions) await question.getByLabel('Je ne sais pas').check();
      await page.getByRole('button', { name: 'Continuer' }).click();
      for (let screen = 0; screen < 2; screen += 1) await page.getByRole('button', { name: 'Continuer' }).click();
      await page.getByRole('button', { name: 'Voir mon résultat' }).click();
      const { case: asked, dossier } = await resultOf(page);
      assert.equal(Object.keys(asked.facts).length, 18);
      assert.ok(Object.values(asked.facts).every((fact) => fact === null));
      assert.deepEqual(
        dossier.funding.situations.filter(({ status }) => status !== 'undetermined'),
        [],
      );
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
        await page.getByRole('button', { name: 'Recommencer' }).click();
      }
    }));

  test('goes back without losing an answer', () =>
    visit(async (page) => {
      await page.getByLabel('Faire le point').check();
      await page.getByRole('button', { name: 'Continuer' }).click();
      await page.getByRole('button', { name: 'Retour' }).click();
      assert.ok(await page.getByLabel('Faire le point').isChecked());
    }));

  test('asks in the result for the answer that would help most', () =>
    visit(async (page) => {
      await answer(page, { ...AGENTS.evolution, others: 'Je ne sais pas' });
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
      await answer(page, { ...AGENTS.evolution, others: 'Je ne sais pas' });
      await page.locator('.next-question').getByLabel('Oui').click();
      assert.equal((await resultOf(page)).case.facts.rqth, true);
      await page.getByRole('button', { name: 'Revoir mes réponses' }).first().click();
      await page.getByRole('button', { name: 'Modifier : Votre situation' }).click();
      const box = page.getByLabel('Reconnaissance de la qualité de travailleur handicapé');
      assert.ok(await box.isChecked(), 'the form shows what was answered beside the result');
      await box.uncheck();
      await page.getByLabel('Non, aucune', { exact: true }).check();
      await page.getByRole('button', { name: 'Revenir à mes réponses' }).click();
      await page.getByRole('button', { name: 'Voir mon résultat' }).click();
      const changed = await resultOf(page);
      assert.notEqual(changed.dossier.funding.outcome, 'possible');
      await page.getByRole('button', { name: 'Recommencer' }).click();
      await answer(page, AGENTS.evolution);
      assert.deepEqual(changed, await resultOf(page));
    }));

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
      await page.getByRole('button', { name: 'Recommencer' }).click();
      assert.equal(await page.locator('bilan-simulateur :checked').count(), 0);
      assert.equal(await resultOf(page), null);
    }));
});
