import { describe, test } from 'node:test';

import { check } from './support/accessibility.js';
import { AGENTS, answer, fillDate } from './support/agent.js';
import { session } from './support/session.js';

const { visit } = session();

const DEVICES = { bureau: { width: 1000 }, telephone: { width: 390, height: 844 } };

for (const colorScheme of ['light', 'dark']) {
  for (const [device, size] of Object.entries(DEVICES)) {
    const name = state => `${device}-${colorScheme}-${state}`;
    describe(`every state is accessible, ${device}, ${colorScheme}`, () => {
      for (const [variant, agent] of Object.entries(AGENTS)) {
        test(`the journey to the ${variant} bilan`, () => visit(async page => {
          // The first screens are the same for all: one agent looks at every one of them, the others at their own.
          const own = state => variant === 'prevention' || state === 'conditions';
          await answer(page, agent, async state => own(state) && check(page, name(`${variant}-${state}`)));
          await check(page, name(`${variant}-resultat`));
        }, { ...size, colorScheme }));
      }

      test('first screen, refusal, a detour, everything unfolded, a changed plan', () => visit(async page => {
        await check(page, name('debut'));
        await page.getByRole('button', { name: 'Continuer' }).click();
        await check(page, name('refus'));
        await answer(page, AGENTS.prevention);
        await page.getByRole('slider', { name: 'Premières pistes' }).fill('2');
        for (const summary of await page.locator('bilan-simulateur summary').all()) await summary.click();
        await page.getByRole('button', { name: 'Ajouter une absence' }).click();
        await check(page, name('deplie'));
        await page.getByRole('button', { name: 'Revoir mes réponses' }).click();
        await page.getByRole('button', { name: 'Modifier : Votre situation' }).click();
        await check(page, name('detour'));
      }, { ...size, colorScheme }));

      test('the adviser’s page, empty and full', () => visit(async page => {
        await check(page, name('conseil-vide'));
        await page.getByLabel('Préserver sa santé').check();
        for (const summary of await page.locator('.form summary').all()) await summary.click();
        await page.getByRole('group', { name: 'reconnu travailleur handicapé' }).getByLabel('Oui').check();
        await page.getByLabel('Taux en pourcentage').fill('120');
        await fillDate(page.getByLabel('Dernier échange'), '2026-12-01');
        const number = page.getByRole('spinbutton', { name: 'Synthèse et clôture du bilan, heures' });
        await number.fill('0');
        await number.blur();
        await check(page, name('conseil'));
      }, { ...size, width: device === 'bureau' ? 1400 : size.width, colorScheme, path: 'conseil.html' }));
    });
  }
}
