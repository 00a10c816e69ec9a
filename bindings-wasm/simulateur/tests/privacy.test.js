import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AGENTS, answer } from './support/agent.js';
import { withBody, withCatalogue } from './support/pages.js';
import { unfold } from './support/result.js';
import { session } from './support/session.js';

const visits = session();
const { visit } = visits;
const address = () => visits.address;

/** Everything a page could leave behind it. */
function traces(page) {
  return page.evaluate(async () => ({
    address: location.href,
    history: history.length,
    cookie: document.cookie,
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}

/** What the page is made of. */
const FILES = ['/icon.svg', '/simulateur/bilan-simulateur.js', '/site.css'];
const LOADER = '/simulateur/bilan-simulateur-loader.js';

describe('health facts never leave the page', () => {
  for (const path of ['', 'conseil.html']) {
    const requests = [];
    test(`no request, cookie, storage or address changes: /${path}`, () =>
      visit(
        async (page) => {
          await page.waitForLoadState('networkidle');
          assert.deepEqual(
            requests
              .splice(0)
              .map((url) => url.slice(address().length - 1))
              .sort(),
            [`/${path}`, ...FILES, ...(path ? [] : [LOADER])].sort(),
          );
          const before = await traces(page);
          if (path) {
            await page.getByLabel('Préserver sa santé').check();
            await page.getByRole('group', { name: 'qualité de travailleur handicapé' }).getByLabel('Oui').check();
          } else {
            await answer(page, AGENTS.prevention);
          }
          await unfold(page, 'plan');
          await page.getByLabel('Nombre total d’heures').fill('20');
          const [file] = await Promise.all([
            page.waitForEvent('download'),
            page.getByRole('button', { name: /^Enregistrer pour/ }).click(),
          ]);
          assert.match(file.url(), /^blob:/);
          assert.deepEqual(
            requests.filter((url) => !url.startsWith('blob:')),
            [],
          );
          assert.deepEqual(await traces(page), before);
          assert.deepEqual(await page.context().cookies(), []);
        },
        { path, route: (page) => page.on('request', (request) => requests.push(request.url())) },
      ));
  }

  test('for another centre its catalogue and the module that reads it are asked for, and nothing after', () => {
    const requests = [];
    return visit(
      async (page) => {
        await page.waitForLoadState('networkidle');
        assert.deepEqual(
          requests
            .splice(0)
            .map((url) => url.slice(address().length - 1))
            .sort(),
          ['/', ...FILES, LOADER, '/catalogue.json', '/simulateur/bilan-simulateur.wasm'].sort(),
        );
        await page.getByRole('checkbox').first().check();
        await page.getByRole('button', { name: 'Continuer' }).click();
        assert.deepEqual(requests, []);
      },
      {
        route: async (page) => {
          page.on('request', (request) => requests.push(request.url()));
          await withCatalogue()(page);
        },
      },
    );
  });

  test('with the browser’s Back an entry of the history holds a number and a mark, and the address stays', () =>
    visit(
      async (page) => {
        const before = page.url();
        const states = [];
        const keep = async () => states.push(await page.evaluate(() => JSON.stringify(history.state)));
        await answer(page, AGENTS.prevention, keep);
        await keep();
        assert.equal(page.url(), before);
        assert.equal(states.at(0), 'null', 'nothing before the first screen is left');
        for (const state of states.slice(1)) assert.match(state, /^\{"bilanSimulateur":\{"mark":"\d+","at":\d\}\}$/);
        const after = await traces(page);
        assert.deepEqual([after.local, after.session, after.cookie, after.databases], [{}, {}, '', 0]);
      },
      { route: withBody('<bilan-simulateur browser-back></bilan-simulateur>') },
    ));

  test('« Effacer mes réponses » leaves nothing of them in the page, nor behind Back and Forward', () =>
    visit(
      async (page) => {
        const told = () =>
          page
            .locator('bilan-simulateur')
            .evaluate((element) => [
              element.shadowRoot.querySelectorAll(':checked').length,
              [...element.shadowRoot.querySelectorAll('input')].filter(
                ({ type, value }) => type !== 'checkbox' && type !== 'radio' && value,
              ).length,
              element.result,
              element.shadowRoot.querySelector('h2').textContent,
            ]);
        await answer(page, AGENTS.prevention);
        await page.getByRole('button', { name: 'Effacer mes réponses' }).click();
        await page.getByRole('status').filter({ hasText: 'effacées' }).waitFor({ state: 'attached' });
        const nothing = [0, 0, null, 'Vos attentes'];
        assert.deepEqual(await told(), nothing);
        await page.waitForFunction(() => history.state.bilanSimulateur.at === 0);
        await page.goForward();
        assert.deepEqual(await told(), nothing);
        await page.getByLabel('y voir clair').check();
        await page.getByRole('button', { name: 'Continuer' }).click();
        assert.equal(await page.locator('bilan-simulateur :checked').count(), 0);
        assert.equal(await page.getByRole('button', { name: 'Effacer mes réponses' }).count(), 1);
      },
      { route: withBody('<bilan-simulateur browser-back></bilan-simulateur>') },
    ));
});
