import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AGENTS, answer } from './support/agent.js';
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
            [`/${path}`, ...FILES].sort(),
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
});
