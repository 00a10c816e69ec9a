import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AGENTS, answer as journey, resultOf } from './support/agent.js';
import { open, unfold } from './support/result.js';
import { session } from './support/session.js';

const { visit } = session();
/** To the result, with its plan unfolded. */
async function answer(page, agent) {
  await journey(page, agent);
  await unfold(page, 'plan');
}

const planned = async (page) => (await resultOf(page)).dossier.plan;
const hoursOf = (plan, code) => plan.steps.find((step) => step.code === code)?.hours;

describe('the hours of the plan', () => {
  test('follow the slider of the total, and the price with them', () =>
    visit(async (page) => {
      await answer(page, AGENTS.evolution);
      await page.getByLabel('Nombre total d’heures').fill('20');
      const plan = await planned(page);
      assert.equal(plan.hours, 20);
      assert.equal(
        plan.steps.reduce((sum, step) => sum + step.hours, 0),
        20,
      );
      const price = (await page.locator('.card.price .amount').innerText()).replace(/\s/g, ' ');
      assert.match(price, /entre 2 040,50 € et 2 354,42 € ordre de grandeur, non publié par le centre/i);
    }));

  test('of one step are moved by the arrow keys, within the total', () =>
    visit(async (page) => {
      await answer(page, { ...AGENTS.evolution });
      await page.getByLabel('Nombre total d’heures').fill('24');
      const step = page.getByRole('slider', { name: 'Pistes professionnelles et premières explorations' });
      const before = await planned(page);
      await step.focus();
      await page.keyboard.press('Home');
      assert.equal(hoursOf(await planned(page), 'pistes'), 1);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      const after = await planned(page);
      assert.equal(hoursOf(after, 'pistes'), 2);
      assert.equal(after.hours, before.hours);
      assert.equal(await step.getAttribute('aria-valuetext'), '2\u00a0h');
    }));

  test('that the total cannot hold move the total, and the page says so', () =>
    visit(async (page) => {
      await answer(page, AGENTS.evolution);
      await page.getByRole('slider', { name: 'Pistes professionnelles et premières explorations' }).fill('2');
      assert.equal((await planned(page)).hours, 19);
      assert.match(await page.getByRole('status').first().innerText(), /Le total passe à 19\u00a0h/);
      await page.getByRole('button', { name: 'Revenir au parcours type' }).click();
      assert.equal((await planned(page)).hours, 18);
    }));

  test('do without the kickoff meeting where it is optional', () =>
    visit(async (page) => {
      await answer(page, AGENTS.horizon);
      await page.getByLabel('Réunion tripartite de démarrage').uncheck();
      const plan = await planned(page);
      assert.equal(plan.kickoffMeeting, false);
      assert.equal(plan.range.max, 29);
    }));

  test('keep the kickoff meeting where it is required', () =>
    visit(async (page) => {
      await answer(page, AGENTS.developpement);
      assert.equal(await page.getByLabel('Réunion tripartite de démarrage').count(), 0);
    }));

  test('start afresh with another variant', () =>
    visit(async (page) => {
      await answer(page, AGENTS.evolution);
      await page.getByLabel('Nombre total d’heures').fill('20');
      await open(page, 'Comparer les déclinaisons', 'Comparer les déclinaisons');
      await page.getByRole('button', { name: 'Choisir : Bilan développement professionnel' }).click();
      const plan = await planned(page);
      assert.deepEqual([plan.variant, plan.hours], ['developpement', 20]);
      await page.getByRole('button', { name: 'Revenir à la déclinaison conseillée' }).click();
      assert.equal((await planned(page)).variant, 'evolution');
    }));
});
