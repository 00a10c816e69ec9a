import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AGENTS, answer, fillDate } from './support/agent.js';
import { session } from './support/session.js';
import { OUTPUT } from './support/site.js';

const { visit } = session();

/** 200 % zoom on a desk is half its width at twice the density. */
const VIEWS = { '320 px': { width: 320, height: 640 }, '200 % zoom': { width: 640, height: 400, deviceScaleFactor: 2 } };

async function fits(page, name) {
  const widths = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const inside = [...document.querySelector('bilan-simulateur').shadowRoot.querySelectorAll('*')];
    const beyond = inside.filter(element => element.getBoundingClientRect().right > clientWidth + 1 && element.checkVisibility());
    return { clientWidth, scrollWidth, beyond: beyond.map(element => element.outerHTML.slice(0, 120)) };
  });
  assert.ok(widths.scrollWidth <= widths.clientWidth, `${name}: ${widths.scrollWidth} > ${widths.clientWidth}`);
  assert.deepEqual(widths.beyond, [], name);
}

describe('nothing scrolls sideways', () => {
  for (const [view, size] of Object.entries(VIEWS)) {
    for (const [variant, agent] of Object.entries(AGENTS)) {
      test(`${view}, ${variant}`, () => visit(async page => {
        await answer(page, agent, state => fits(page, state));
        for (const summary of await page.locator('bilan-simulateur summary').all()) await summary.click();
        await fits(page, 'resultat');
        await page.screenshot({ path: `${OUTPUT}etroit-${size.width}-${variant}.png`, fullPage: true });
      }, size));
    }

    test(`${view}, the adviser’s page`, () => visit(async page => {
      await page.getByLabel('Préserver sa santé').check();
      for (const summary of await page.locator('.form summary').all()) await summary.click();
      await fillDate(page.getByLabel('Dernier échange'), '2026-12-01');
      await page.getByRole('button', { name: 'Ajouter une absence' }).click();
      await fits(page, 'conseil');
    }, { ...size, path: 'conseil.html' }));
  }

  test('text twice as large, in a narrow column of the page', () => visit(async page => {
    await page.locator('bilan-simulateur').evaluate(element => element.style.setProperty('--bilan-font-size', '32px'));
    await answer(page, AGENTS.prevention, state => fits(page, state));
    await fits(page, 'resultat');
  }, { width: 640 }));
});
