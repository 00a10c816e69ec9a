/** One agent's journey in the distribution's Firefox, driven by the protocol that it speaks itself (WebDriver BiDi). */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';

import { picture, serve } from './support/site.js';

let site;
let browser;
before(async () => {
  site = await serve();
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    extraPrefsFirefox: { 'intl.accept_languages': 'fr-FR', 'layout.css.devPixelsPerPx': '1' },
  });
});
after(async () => {
  await browser?.close();
  site?.stop();
});

/** What bears those words in the element, once it is there. */
async function find(page, selector, words = '') {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await page.evaluateHandle(
      (wanted, said) => {
        const inside = document.querySelector('bilan-simulateur')?.shadowRoot;
        return (
          [...(inside?.querySelectorAll(wanted) ?? [])].find(({ textContent }) => textContent.includes(said)) ?? null
        );
      },
      selector,
      words,
    );
    const element = found.asElement();
    if (element) return element;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return assert.fail(`${selector} ${words}`);
}

test('in Firefox an agent comes to a result, and moves an hour of the plan', async () => {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.setViewport({ width: 390, height: 844 });
  await page.goto(site.address);
  const field = (selector) => find(page, selector);
  const press = async (words) => (await find(page, 'button', words)).click();
  const tick = async (words) => (await find(page, 'label', words)).click();
  const title = async () => (await field('h2')).evaluate(({ textContent }) => textContent);
  await tick('Mon travail pèse sur ma santé');
  await press('Continuer');
  assert.equal(await title(), 'Votre situation');
  await tick('Un avis médical limite');
  await press('Continuer');
  await tick('Oui');
  await press('Continuer');
  await tick('Oui');
  await press('Continuer');
  await tick('Collectivité affiliée');
  const date = await field('#exchanges');
  await date.evaluate((input) => {
    input.value = '2026-12-01';
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await press('Voir mon résultat');
  assert.equal(await title(), 'Votre résultat');

  const result = () => page.$eval('bilan-simulateur', (element) => element.result.dossier);
  const { plan, funding, schedule } = await result();
  assert.deepEqual(
    [plan.variant, plan.hours, funding.outcome, schedule.startsOn],
    ['prevention', 18, 'possible', '2026-12-29'],
  );
  await (await field('.fold.plan > summary')).click();
  await (await field('.budget input[type=range]')).focus();
  await page.keyboard.press('ArrowRight');
  assert.equal((await result()).plan.hours, 18.5);

  const wide = await page.$eval('html', ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  assert.equal(wide, 0, 'nothing scrolls sideways');
  await picture(page, 'firefox-resultat');
  assert.deepEqual(errors, []);
});
