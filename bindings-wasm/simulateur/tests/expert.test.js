import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';

import { fillDate, resultOf } from './support/agent.js';
import { withCatalogue } from './support/pages.js';
import { goBack, open } from './support/result.js';
import { session } from './support/session.js';
import { OUTPUT } from './support/site.js';
import { flat } from './support/words.js';

const { visit: visitPage } = session();
const visit = (test) => visitPage(test, { path: 'conseil.html', width: 1400 });

describe('the adviser’s page', () => {
  test('answers as one types', () =>
    visit(async (page) => {
      assert.equal(await resultOf(page), null);
      await page.getByRole('combobox', { name: 'Déclinaison' }).selectOption({ label: 'Bilan horizon' });
      assert.equal((await resultOf(page)).dossier.plan.variant, 'horizon');
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

  test('puts the other situations away once one is met, and brings them back', () =>
    visit(async (page) => {
      await page.getByLabel('Faire le point').check();
      const terror = page.getByRole('group', { name: 'acte de terrorisme' });
      assert.ok(await terror.isVisible());
      const rqth = page.getByRole('group', { name: 'travailleur handicapé' });
      await rqth.getByLabel('Oui').check();
      assert.ok(!(await terror.isVisible()));
      assert.ok(await rqth.getByLabel('Oui').isVisible());
      await page.getByText('Une situation suffit').click();
      assert.ok(await terror.isVisible());
      await rqth.getByLabel('Non').check();
      assert.ok(await terror.isVisible());
      assert.equal(await page.getByText('Une situation suffit').count(), 0);
    }));

  test('takes two agents one after the other, without a trace of the first', () =>
    visit(async (page) => {
      const everything = () =>
        page.locator('bilan-simulateur').evaluate(({ shadowRoot }) => ({
          text: shadowRoot.querySelector('.expert').innerText,
          fields: [...shadowRoot.querySelectorAll('input, select, textarea')].map(({ value, checked }) => [
            value,
            checked,
          ]),
          open: [...shadowRoot.querySelectorAll('details')].map(({ open }) => open),
        }));
      const empty = await everything();
      await page.getByLabel('Préserver sa santé').check();
      await page.locator('summary', { hasText: 'Accident du travail' }).click();
      await page.getByLabel('Taux en pourcentage').fill('12');
      await page.getByRole('group', { name: 'travailleur handicapé' }).getByLabel('Oui').check();
      await fillDate(page.getByLabel('Dernier échange'), '2026-12-01');
      await open(page, 'Préparer la lettre', 'La lettre de l’agent');
      await page.getByLabel('Le texte de la lettre').fill('Écrit pour le premier agent');
      await goBack(page);
      await open(page, 'Attestation de présence', 'Attestation de présence');
      await page.getByLabel('Nom et prénom').fill('Premier Agent');
      await page.getByRole('button', { name: 'Tout cocher' }).click();
      await goBack(page);
      await page.getByRole('button', { name: 'Nouvel agent' }).first().click();
      assert.equal(await resultOf(page), null);
      assert.deepEqual(await everything(), empty);
      const focused = await page
        .locator('bilan-simulateur')
        .evaluate(({ shadowRoot }) => shadowRoot.activeElement?.textContent);
      assert.equal(focused, 'Le dossier de l’agent');
      await page.getByLabel('Préserver sa santé').check();
      await fillDate(page.getByLabel('Dernier échange'), '2026-12-01');
      await open(page, 'Préparer la lettre', 'La lettre de l’agent');
      assert.match(await page.getByLabel('Le texte de la lettre').inputValue(), /Je souhaite faire un bilan/);
      await goBack(page);
      await open(page, 'Attestation de présence', 'Attestation de présence');
      assert.equal(await page.getByLabel('Nom et prénom').inputValue(), '');
      assert.equal(await page.locator('.sessions :checked').count(), 0);
    }));

  test('keeps what was unfolded and typed when one goes to a page beside and back', () =>
    visit(async (page) => {
      await page.getByLabel('Faire le point').check();
      await page.locator('summary', { hasText: 'Accident du travail' }).click();
      await page.getByLabel('Taux en pourcentage').fill('8');
      const opener = page.getByRole('button', { name: 'Comparer les déclinaisons' }).first();
      await opener.click();
      assert.equal(await page.locator('.compared > li').count(), 5);
      await goBack(page);
      assert.equal(await page.getByLabel('Taux en pourcentage').inputValue(), '8');
      assert.ok(await page.getByLabel('Taux en pourcentage').isVisible());
      const focused = await page
        .locator('bilan-simulateur')
        .evaluate(({ shadowRoot }) => shadowRoot.activeElement?.textContent);
      assert.equal(focused, 'Comparer les déclinaisons', 'the focus comes back to what opened the page');
    }));

  test('the calendar tells the days on which the centre is closed', () =>
    visitPage(
      async (page) => {
        await page
          .locator('bilan-simulateur')
          .evaluate((element) => Object.assign(element, { mode: 'expert' }).updateComplete);
        await page.getByRole('combobox', { name: 'Déclinaison' }).selectOption({ index: 1 });
        await fillDate(page.getByLabel('Dernier échange'), '2026-12-01');
        const { schedule } = (await resultOf(page)).dossier;
        assert.ok(schedule.sessions.every(({ date }) => date < '2026-12-21' || date > '2027-01-08'));
        assert.match(
          (await page.locator('.fold.calendar').innerText()).replace(/\s/g, ' '),
          /Centre fermé du 21 décembre 2026 au 8 janvier 2027/,
        );
      },
      {
        width: 1400,
        route: withCatalogue((offer) => {
          offer.course.closures = [{ from: '2020-12-21', to: '2021-01-08', yearly: true }];
          return offer;
        }),
      },
    ));
});

describe('the certificate of attendance', () => {
  const ready = async (page) => {
    await page.getByRole('combobox', { name: 'Déclinaison' }).selectOption({ label: 'Bilan évolution' });
    await fillDate(page.getByLabel('Dernier échange'), '2026-12-01');
    await open(page, 'Attestation de présence', 'Attestation de présence');
  };
  const told = async (page) => (await page.locator('.settled').innerText()).replace(/\s/g, ' ');

  test('of an agent who came to every session is complete', () =>
    visit(async (page) => {
      await ready(page);
      assert.ok(await page.getByRole('button', { name: 'Imprimer l’attestation' }).isDisabled());
      await page.getByRole('button', { name: 'Tout cocher' }).click();
      await page.getByLabel('Nom et prénom').fill('Camille Le Goff');
      await page.getByLabel('Travail réalisé en autonomie').fill('3.5');
      await page.getByLabel('Travail réalisé en autonomie').blur();
      await fillDate(page.getByLabel('Facture reçue'), '2027-06-10');
      assert.match(await told(page), /14 h faites avec le centre, sur 14 h prévues\. Le bilan est complet\./);
      assert.match(
        await told(page),
        /au plus tard le 10 juillet 2027, à l’ordre de : perception de Quimper municipale/,
      );
      const path = `${OUTPUT}attestation.pdf`;
      await page.pdf({ path, preferCSSPageSize: true });
      const text = flat(execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }));
      for (const words of ['Camille Le Goff', '14 h réalisées, en 11 séances', '3 h 30 réalisées (4 h prévues)'])
        assert.ok(text.includes(words), words);
      for (const words of ['Tout cocher', 'Facture', 'Bilan évolution', 'Revenir'])
        assert.ok(!text.includes(words), words);
    }));

  test('counts what took place, on another day and for other hours, and tells what is odd', () =>
    visit(async (page) => {
      await ready(page);
      await page.locator('.sessions').getByRole('checkbox').nth(1).check();
      await fillDate(page.getByLabel('Jour, séance 2'), '2027-01-10');
      await page.getByLabel('Heures, séance 2').fill('1.25');
      await page.getByLabel('Heures, séance 2').blur();
      assert.match(await told(page), /1 h 15 faites avec le centre, sur 13 h prévues\. Le bilan n’est pas complet\./);
      assert.match(await told(page), /dimanche 10 janvier 2027, jour non ouvré/);
      await page.locator('.sessions').getByRole('checkbox').nth(1).uncheck();
      assert.match(await told(page), /^0 h faites/);
    }));

  test('refuses hours that nobody can do, beside the form', () =>
    visit(async (page) => {
      await ready(page);
      await page.getByRole('button', { name: 'Tout cocher' }).click();
      await page.getByLabel('Heures, séance 2').fill('30');
      await page.getByLabel('Heures, séance 2').blur();
      assert.match(await page.getByRole('alert').innerText(), /24/);
    }));
});
