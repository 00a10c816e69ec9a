import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';

import { check } from './support/accessibility.js';
import { AGENTS, answer, resultOf } from './support/agent.js';
import { session } from './support/session.js';
import { OUTPUT } from './support/site.js';

const { visit } = session();

/** Serves the example with another body, or another style sheet. */
const withBody = html => page => page.route(/\/$/, async route => {
  const response = await route.fetch();
  const body = (await response.text()).replace(/<bilan-simulateur>[^]*<\/bilan-simulateur>/, html);
  await route.fulfill({ response, body });
});
const withStyles = css => page => page.route('**/site.css', route => route.fulfill({ contentType: 'text/css', body: css }));

const HOSTILE = `
  html { font-size: 62.5%; } body { margin: 0; background: #fff; }
  * { color: red !important; letter-spacing: .5em; text-transform: uppercase; line-height: 3 !important; font-family: cursive !important; box-sizing: content-box; }
  div, section, p, ul, li, label, fieldset, button, input { display: inline !important; float: left; border: 9px solid lime !important; padding: 40px !important; }
  h2, h3 { display: none !important; } button, input { visibility: hidden !important; width: 1px !important; }
  bilan-simulateur { text-align: right; white-space: pre; font-size: 40px; direction: ltr; word-spacing: 2em; cursor: wait; text-indent: 9em; }
`;

describe('in another page', () => {
  test('two of them do not meet', () => visit(async page => {
    const [one, two] = [page.locator('#un'), page.locator('#deux')];
    await answer(one, AGENTS.prevention);
    assert.equal(await two.locator(':checked').count(), 0);
    await two.getByLabel('Dépasser des blocages').check();
    await two.getByRole('button', { name: 'Continuer' }).click();
    assert.equal((await resultOf(page, '#un')).dossier.plan.variant, 'prevention');
    await check(page, 'deux-sur-une-page');
  }, { route: withBody('<bilan-simulateur id="un"></bilan-simulateur><bilan-simulateur id="deux"></bilan-simulateur>') }));

  test('the page’s style sheet does not get in', async () => {
    const style = page => page.locator('bilan-simulateur').evaluate(element => {
      const root = element.shadowRoot;
      return ['.root', 'h2', 'legend', '.option', '.option span', 'button'].map(selector => {
        const { color, fontFamily, fontSize, letterSpacing, textTransform, lineHeight, display, padding, visibility, textIndent, whiteSpace, wordSpacing, textAlign, cursor } = getComputedStyle(root.querySelector(selector));
        return { selector, color, fontFamily, fontSize, letterSpacing, textTransform, lineHeight, display, padding, visibility, textIndent, whiteSpace, wordSpacing, textAlign, cursor };
      });
    });
    let calm;
    await visit(async page => { calm = await style(page); }, { route: withStyles('') });
    await visit(async page => {
      assert.deepEqual(await style(page), calm);
      await page.screenshot({ path: `${OUTPUT}feuille-hostile.png`, fullPage: true });
    }, { route: withStyles(HOSTILE) });
  });

  test('it takes the page’s colours and font', () => visit(async page => {
    const button = page.getByRole('button', { name: 'Continuer' });
    assert.equal(await button.evaluate(element => getComputedStyle(element).backgroundColor), 'rgb(90, 20, 120)');
    assert.match(await button.evaluate(element => getComputedStyle(element).fontFamily), /Georgia/);
    assert.equal(await page.locator('h2').evaluate(element => getComputedStyle(element).fontStyle), 'italic');
    await check(page, 'aux-couleurs-du-site');
  }, { route: withStyles("bilan-simulateur { --bilan-accent: rgb(90, 20, 120); --bilan-font: Georgia, serif; --bilan-radius: 0; } bilan-simulateur::part(title) { font-style: italic; }") }));

  test('it is light on a page without a dark mode, and leaves the page as it is', () => visit(async page => {
    const colours = () => page.evaluate(() => [document.body, document.querySelector('main')].map(element => element && getComputedStyle(element).cssText));
    assert.equal(await page.locator('.root').evaluate(element => getComputedStyle(element).backgroundColor), 'rgb(255, 255, 255)');
    const before = await colours();
    await page.getByLabel('Faire le point').check();
    assert.deepEqual(await colours(), before);
  }, { colorScheme: 'dark', route: withStyles('') }));

  test('attributes settle the variant and the affiliation, and the visitor is not asked', () => visit(async page => {
    const screens = await page.locator('.ticks span').count();
    assert.equal(screens, 4);
    await page.getByRole('heading', { name: 'Votre situation' }).waitFor();
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByRole('button', { name: 'Voir mon résultat' }).click();
    const { dossier } = await resultOf(page);
    assert.deepEqual([dossier.plan.variant, dossier.quote.affiliated], ['horizon', false]);
  }, { route: withBody('<bilan-simulateur variant="horizon" affiliation="non-affiliee"></bilan-simulateur>') }));

  test('properties do the same, and events tell the page', () => visit(async page => {
    const heard = await page.locator('bilan-simulateur').evaluate(async element => {
      const told = [];
      document.addEventListener('bilan:result', ({ detail, target }) => told.push([target.localName, detail.dossier.plan.variant, detail.case.on]));
      Object.assign(element, { mode: 'expert', variant: 'prevention', affiliation: 'affiliee', on: '2027-01-04' });
      await element.updateComplete;
      return told;
    });
    assert.deepEqual(heard.at(-1), ['bilan-simulateur', 'prevention', '2027-01-04']);
  }));

  test('another centre’s catalogue is fetched once, and its words are shown', () => visit(async page => {
    await page.getByLabel('Se poser un moment').waitFor();
  }, {
    route: async page => {
      await withBody('<bilan-simulateur catalogue-src="catalogue.json"></bilan-simulateur>')(page);
      const offer = JSON.parse(await readFile(new URL('../../core/src/catalogue/cdg29.json', import.meta.url), 'utf8'));
      offer.id = 'autre';
      offer.needs[0].label = 'Se poser un moment';
      await page.route('**/catalogue.json', route => route.fulfill({ json: offer }));
    },
  }));

  test('it survives being moved in the page', () => visit(async page => {
    await page.locator('bilan-simulateur').evaluate(element => document.querySelector('main').prepend(element));
    await page.getByLabel('Faire le point').check();
  }));

  test('the package’s own module does the same, with the module beside it', () => visit(async page => {
    await answer(page, AGENTS.evolution);
  }, {
    route: page => page.route(/\/$/, async route => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('simulateur/bilan-simulateur.js', 'simulateur/simulateur.js') });
    }),
  }));
});
