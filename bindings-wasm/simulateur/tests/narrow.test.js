import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AGENTS, answer, fillDate } from './support/agent.js';
import { withCatalogue } from './support/pages.js';
import { session } from './support/session.js';
import { OUTPUT } from './support/site.js';

const { visit } = session();

/** 200 % zoom on a desk is half its width at twice the density. */
const VIEWS = {
  '320 px': { width: 320, height: 640 },
  '200 % zoom': { width: 640, height: 400, deviceScaleFactor: 2 },
};

async function fits(page, name) {
  const widths = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const inside = [...document.querySelector('bilan-simulateur').shadowRoot.querySelectorAll('*')];
    const beyond = inside.filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && element.checkVisibility(),
    );
    return { clientWidth, scrollWidth, beyond: beyond.map((element) => element.outerHTML.slice(0, 120)) };
  });
  assert.ok(widths.scrollWidth <= widths.clientWidth, `${name}: ${widths.scrollWidth} > ${widths.clientWidth}`);
  assert.deepEqual(widths.beyond, [], name);
}

describe('nothing scrolls sideways', () => {
  for (const [view, size] of Object.entries(VIEWS)) {
    for (const [variant, agent] of Object.entries(AGENTS)) {
      test(`${view}, ${variant}`, () =>
        visit(async (page) => {
          await answer(page, agent, (state) => fits(page, state));
          for (const summary of await page.locator('bilan-simulateur summary').all()) await summary.click();
          await fits(page, 'resultat');
          await page.screenshot({ path: `${OUTPUT}etroit-${size.width}-${variant}.png`, fullPage: true });
        }, size));
    }

    test(`${view}, the adviser’s page`, () =>
      visit(
        async (page) => {
          await page.getByLabel('Préserver sa santé').check();
          for (const summary of await page.locator('.form summary').all()) await summary.click();
          await fillDate(page.getByLabel('Dernier échange'), '2026-12-01');
          await page.getByRole('button', { name: 'Ajouter une absence' }).click();
          await fits(page, 'conseil');
        },
        { ...size, path: 'conseil.html' },
      ));
  }

  test('text twice as large, in a narrow column of the page', () =>
    visit(
      async (page) => {
        await page
          .locator('bilan-simulateur')
          .evaluate((element) => element.style.setProperty('--bilan-font-size', '32px'));
        await answer(page, AGENTS.prevention, (state) => fits(page, state));
        await fits(page, 'resultat');
      },
      { width: 640 },
    ));

  test('320 px, an offer of long words', () =>
    visit(
      async (page) => {
        const long = 'Réorganisationorganisationnelleintercommunalisée '.repeat(3);
        await fits(page, 'besoins');
        await page.getByLabel(long.slice(0, 40)).first().check();
        for (let screen = 0; screen < 2; screen += 1) await page.getByRole('button', { name: 'Continuer' }).click();
        await page.getByRole('button', { name: 'Voir mon résultat' }).click();
        await page.getByRole('button', { name: 'Revoir mes réponses' }).first().click();
        await fits(page, 'reponses');
        await page.getByRole('button', { name: 'Voir mon résultat' }).click();
        for (const summary of await page.locator('bilan-simulateur summary').all()) await summary.click();
        await fits(page, 'resultat');
        await page.screenshot({ path: `${OUTPUT}etroit-320-mots-longs.png`, fullPage: true });
      },
      {
        width: 320,
        route: withCatalogue((offer) => {
          const long = 'Réorganisationorganisationnelleintercommunalisée '.repeat(3);
          for (const variant of offer.variants) Object.assign(variant, { label: long, purpose: long });
          for (const labelled of [...offer.needs, ...offer.variants.flatMap(({ steps }) => steps)])
            labelled.label = long;
          return offer;
        }),
      },
    ));

  test('the spacing of WCAG 1.4.12 hides nothing', () =>
    visit(
      async (page) => {
        await page.locator('bilan-simulateur').evaluate(({ shadowRoot }) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(
            '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }',
          );
          shadowRoot.adoptedStyleSheets.push(sheet);
        });
        const hidden = () =>
          page.locator('bilan-simulateur').evaluate(({ shadowRoot }) =>
            [...shadowRoot.querySelectorAll('*')]
              .filter(
                (element) =>
                  getComputedStyle(element).overflow === 'hidden' && !element.closest('.only-read, .bar, svg'),
              )
              .filter(
                ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
                  scrollWidth > clientWidth || scrollHeight > clientHeight,
              )
              .map(({ outerHTML }) => outerHTML.slice(0, 120)),
          );
        await answer(page, AGENTS.prevention, (state) => fits(page, state));
        await fits(page, 'resultat');
        assert.deepEqual(await hidden(), []);
      },
      { width: 390 },
    ));
});
