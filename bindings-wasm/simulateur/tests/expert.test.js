import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { fillDate, resultOf } from './support/agent.js';
import { session } from './support/session.js';

const { visit: open } = session();
const visit = (test) => open(test, { path: 'conseil.html', width: 1400 });

describe('the adviser’s page', () => {
  test('answers as one types', () =>
    visit(async (page) => {
      assert.equal(await resultOf(page), null);
      await page.getByRole('combobox', { name: 'Déclinaison' }).selectOption({ label: 'Bilan horizon' });
      assert.equal((await resultOf(page)).dossier.plan.variant, 'horizon');
      await page.locator('summary', { hasText: 'Allocation aux adultes handicapés' }).click();
      await page.getByRole('group', { name: 'allocation aux adultes handicapés' }).getByLabel('Oui').check();
      assert.equal((await resultOf(page)).dossier.funding.outcome, 'possible');
      await fillDate(page.getByLabel('Dernier échange'), '2026-12-01');
      await page.getByRole('combobox', { name: 'Jour des séances' }).selectOption({ label: 'Jeudi' });
      assert.equal((await resultOf(page)).dossier.schedule.startsOn, '2026-12-31');
    }));

  test('takes hours outside the example, with a warning, and removes a step', () =>
    visit(async (page) => {
      await page.getByRole('combobox', { name: 'Déclinaison' }).selectOption({ label: 'Bilan évolution' });
      const number = page.getByRole('spinbutton', { name: 'Synthèse et clôture du bilan professionnel, heures' });
      await number.fill('3');
      await number.blur();
      assert.match(await page.locator('.step .warning').innerText(), /3\u00a0h au lieu de/);
      await number.fill('0');
      await number.blur();
      assert.ok(!(await resultOf(page)).dossier.plan.steps.some(({ code }) => code === 'synthese'));
      assert.match(await page.locator('.step.removed').innerText(), /Étape retirée/);
    }));

  test('refuses a rate over 100 beside its field, and keeps the rest', () =>
    visit(async (page) => {
      await page.getByRole('combobox', { name: 'Déclinaison' }).selectOption({ label: 'Bilan évolution' });
      await page.locator('summary', { hasText: 'Accident du travail' }).click();
      const rate = page.getByLabel('Taux en pourcentage');
      await rate.fill('120');
      await rate.blur();
      assert.equal(await rate.getAttribute('aria-invalid'), 'true');
      assert.match(await page.locator('.problem').innerText(), /0 à 100/);
      assert.equal((await resultOf(page)).dossier.plan.hours, 18);
    }));

  test('refuses an absence that ends before it begins, and keeps the rest', () =>
    visit(async (page) => {
      await page.getByRole('combobox', { name: 'Déclinaison' }).selectOption({ label: 'Bilan évolution' });
      await fillDate(page.getByLabel('Dernier échange'), '2026-12-01');
      await page.getByRole('button', { name: 'Ajouter une absence' }).click();
      await fillDate(page.getByLabel('Du', { exact: true }), '2027-02-26');
      await fillDate(page.getByLabel('Au', { exact: true }), '2027-02-15');
      assert.match(await page.locator('.problem').innerText(), /début de la fermeture/);
      assert.equal((await resultOf(page)).dossier.plan.hours, 18);
      await fillDate(page.getByLabel('Du', { exact: true }), '2027-02-01');
      const { sessions } = (await resultOf(page)).dossier.schedule;
      assert.ok(!sessions.some(({ date }) => date >= '2027-02-01' && date <= '2027-02-15'));
    }));

  test('refuses hours beside their step, and keeps the rest', () =>
    visit(async (page) => {
      await page.getByRole('combobox', { name: 'Déclinaison' }).selectOption({ label: 'Bilan évolution' });
      const number = page.getByRole('spinbutton', { name: 'Synthèse et clôture du bilan professionnel, heures' });
      await number.fill('41');
      await number.blur();
      assert.equal(await number.getAttribute('aria-invalid'), 'true');
      assert.match(await page.locator('.step .problem').innerText(), /entre 0\u00a0h et 40\u00a0h/);
      await number.fill('1.25');
      await number.blur();
      assert.match(await page.locator('.step .problem').innerText(), /demi-heure/);
      await number.fill('1.5');
      await number.blur();
      assert.equal(await page.locator('.problem').count(), 0);
      assert.equal((await resultOf(page)).dossier.plan.steps.find(({ code }) => code === 'synthese').hours, 1.5);
    }));

  test('keeps the short answer in sight while the form is filled in', () =>
    visit(async (page) => {
      await page.getByRole('combobox', { name: 'Déclinaison' }).selectOption({ label: 'Bilan évolution' });
      await page.getByLabel('Dernier échange').scrollIntoViewIfNeeded();
      await page.mouse.wheel(0, 400);
      await page.waitForFunction(() => scrollY > 300);
      const { y, height } = await page.locator('.brief').boundingBox();
      assert.ok(y >= 0 && y + height <= page.viewportSize().height, `${y}`);
    }));
});
