import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AGENTS, answer, fillDate } from './support/agent.js';
import { withCatalogue } from './support/pages.js';
import { goBack, unfoldAll } from './support/result.js';
import { session } from './support/session.js';
import { picture } from './support/site.js';

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
          await fits(page, 'resultat');
          await unfoldAll(page);
          await fits(page, 'resultat-deplie');
          await picture(page, `etroit-${size.width}-${variant}`);
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
        await unfoldAll(page);
        await fits(page, 'resultat');
        await page.getByRole('button', { name: 'Comparer les déclinaisons' }).click();
        await fits(page, 'comparer');
        await picture(page, 'etroit-320-mots-longs');
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

describe('on a phone', () => {
  /** The width and height of a small phone, in CSS pixels. */
  const PHONE = { width: 360, height: 640 };
  const SCREENS = 4;

  async function passQuestions(page) {
    await page.getByLabel(AGENTS.evolution.motives[0]).check();
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByLabel('Je ne sais pas', { exact: true }).check();
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('button', { name: 'Passer ces questions' }).click();
    await page.getByRole('button', { name: 'Voir mon résultat' }).click();
    await page.getByRole('heading', { name: 'Votre résultat' }).waitFor();
  }

  const WAYS = Object.entries(AGENTS).map(([name, agent]) => [name, (page) => answer(page, agent)]);
  for (const [name, toResult] of [...WAYS, ['an agent who passes the questions', passQuestions]]) {
    test(`the folded result is ${SCREENS} screens long at most: ${name}`, (t) =>
      visit(async (page) => {
        await toResult(page);
        const { height } = await page.locator('bilan-simulateur').boundingBox();
        t.diagnostic(`${(height / PHONE.height).toFixed(2)} screens`);
        assert.ok(height <= SCREENS * PHONE.height, `${height / PHONE.height} screens`);
        for (const heading of [
          'Le coût pour l’employeur',
          'Les dates',
          'Et maintenant',
          'Les étapes',
          'La confidentialité',
        ])
          assert.ok(await page.getByRole('heading', { name: heading }).isVisible(), heading);
      }, PHONE));
  }

  test('the comparison is one column, and so are the pages beside the result', () =>
    visit(async (page) => {
      await page.getByRole('button', { name: 'Comparer les déclinaisons' }).click();
      await fits(page, 'comparer');
      const lefts = await page.locator('.compared > li').evaluateAll((cards) => cards.map((card) => card.offsetLeft));
      assert.equal(lefts.length, 5);
      assert.equal(new Set(lefts).size, 1);
      await goBack(page);
      await answer(page, AGENTS.developpement);
      for (const button of ['Comparer les déclinaisons', 'Voir le document', 'Préparer ma lettre']) {
        await page.getByRole('button', { name: button }).click();
        await fits(page, button);
        await goBack(page);
      }
    }, PHONE));
});
