/** Ways to bring the element into a page, and what is seen when one of them fails. */

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { AGENTS, answer } from './support/agent.js';
import { withCatalogue } from './support/pages.js';
import { session } from './support/session.js';
import { visit as open } from './support/site.js';

const visits = session();
const { visit } = visits;

const OTHER_CENTRE = fileURLToPath(new URL('../../../tests/catalogues/autre-centre.json', import.meta.url));
const FALLBACK = 'Appelez le service.';
const LOADER = 'bilan-simulateur-loader.js';
const WHOLE = 'bilan-simulateur.js';
const HELD = `**/${WHOLE}`;

/** A page with that script and an element, under that policy. */
const pageWith = (script, { policy = null, element = '' } = {}) => ({
  route: (page) =>
    page.route(/\/$/, async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      if (policy) headers['content-security-policy'] = `${headers['content-security-policy']}, ${policy}`;
      const body = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title>${script}
        <main><bilan-simulateur ${element}><p>${FALLBACK}</p><p slot="contact">Accueil</p></bilan-simulateur></main>`;
      await route.fulfill({ response, headers, body });
    }),
});

/** Two ways of routing at once. */
const and = (options, more) => ({
  ...options,
  route: async (page) => {
    await options.route(page);
    await more(page);
  },
});

const tag = (file, attributes = 'defer') => `<script ${attributes} src="simulateur/${file}"></script>`;
const alert = (page) => page.getByRole('alert').innerText();
const shown = (page) => page.getByText(FALLBACK).isVisible();

describe('the loader', () => {
  test('shows the frame of the first question before the simulator is there, then gives way to it', () => {
    let release;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    return visit(
      async (page) => {
        const words = () => page.locator('bilan-simulateur').evaluate(({ shadowRoot }) => shadowRoot.textContent);
        assert.match(await words(), /Vos attentes.*Qu’est-ce qui vous amène.*Chargement/s);
        assert.equal(await page.locator('bilan-simulateur input').count(), 0, 'nothing can be answered yet');
        const place = () => page.locator('bilan-simulateur .options').first().boundingBox();
        const before = await place();
        release();
        await page.getByLabel('J’ai envie de changer').waitFor();
        const after = await place();
        for (const side of ['y', 'height'])
          assert.ok(Math.abs(after[side] - before[side]) < 8, `the answers stand where the frame was: ${side}`);
        assert.equal(await page.locator('bilan-simulateur .frame').count(), 0);
      },
      {
        ...and(pageWith(tag(LOADER)), (page) =>
          page.route(HELD, async (route) => {
            await held;
            await route.continue();
          }),
        ),
        ready: 'bilan-simulateur .frame',
        until: 'commit',
      },
    );
  });

  test('says that the simulator did not come, shows whom to ask, and tries again', async () => {
    const seen = visit(
      async (page) => {
        assert.match(await alert(page), /n’a pas pu être chargé/);
        assert.ok(await shown(page));
        assert.ok(await page.getByText('Accueil').isVisible());
        await page.unroute(HELD);
        await page.getByRole('button', { name: 'Réessayer' }).click();
        await page.getByLabel('J’ai envie de changer').waitFor();
        assert.ok(!(await shown(page)));
      },
      {
        ...and(pageWith(tag(LOADER)), (page) => page.route(HELD, (route) => route.abort())),
        ready: 'bilan-simulateur .problem',
      },
    );
    // The browser itself tells the author of the missing file.
    await assert.rejects(seen, /console: Failed to load resource/);
  });

  test('waits for the connection where it is away', async () => {
    const seen = visit(
      async (page) => {
        assert.match(await alert(page), /hors connexion/);
        await page.unroute(HELD);
        await page.evaluate(() => {
          Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
          dispatchEvent(new Event('online'));
        });
        await page.getByLabel('J’ai envie de changer').waitFor();
      },
      {
        ...and(pageWith(tag(LOADER)), async (page) => {
          await page.addInitScript(() =>
            Object.defineProperty(navigator, 'onLine', { value: false, configurable: true }),
          );
          await page.route(HELD, (route) => route.abort());
        }),
        ready: 'bilan-simulateur .problem',
      },
    );
    await assert.rejects(seen, /console: Failed to load resource/);
  });
});

describe('the script', () => {
  for (const attributes of ['type="module"', 'defer', '']) {
    test(`runs as <script ${attributes}>`, () =>
      visit(async (page) => void (await answer(page, AGENTS.evolution)), pageWith(tag(WHOLE, attributes))));
  }

  test('once there needs the network no more, and says so when it goes away', () =>
    visit(
      async (page) => {
        await page.context().setOffline(true);
        await page.getByRole('status').filter({ hasText: 'hors connexion' }).waitFor();
        await answer(page, AGENTS.prevention);
        await page.context().setOffline(false);
        await page.getByRole('status').filter({ hasText: 'hors connexion' }).waitFor({ state: 'detached' });
      },
      pageWith(tag(WHOLE)),
    ));

  test('where the policy allows no WebAssembly tells the visitor, and the author what is missing', async () => {
    const seen = visit(
      async (page) => {
        assert.match(await alert(page), /Ce navigateur, ou ses réglages/);
        assert.ok(await shown(page));
      },
      { ...pageWith(tag(WHOLE), { policy: "script-src 'self'" }), ready: 'bilan-simulateur .problem' },
    );
    await assert.rejects(seen, /'wasm-unsafe-eval'/);
  });
});

describe('the module that reads another centre’s catalogue', () => {
  const MODULE = '**/bilan-simulateur.wasm';

  for (const [what, answered] of [
    ['is not there', { status: 404, body: 'Page introuvable' }],
    ['is of another build', { contentType: 'application/wasm', body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) }],
  ]) {
    test(`${what}: the visitor is told whom to ask, the author which file is meant, and it is tried again`, async () => {
      const seen = visit(
        async (page) => {
          assert.match(await alert(page), /n’a pas pu être chargé/);
          const told = page.evaluate(
            () =>
              new Promise((resolve) =>
                document.addEventListener('bilan-error', ({ detail }) => resolve(detail.message), { once: true }),
              ),
          );
          await page.getByRole('button', { name: 'Réessayer' }).click();
          assert.match(await told, /simulateur\/bilan-simulateur\.wasm: catalogue-src needs this file/);
          await page.unroute(MODULE);
          await page.getByRole('button', { name: 'Réessayer' }).click();
          await page.getByRole('checkbox').first().waitFor();
        },
        {
          ...and({ route: withCatalogue() }, (page) => page.route(MODULE, (route) => route.fulfill(answered))),
          ready: 'bilan-simulateur .problem',
        },
      );
      // The browser itself tells the author of the file.
      await assert.rejects(seen, /console: Failed to (load resource|find a valid digest)/);
    });
  }

  for (const attributes of ['defer', 'type="module"']) {
    test(`has the name of the script, whatever it is called: <script ${attributes}>`, () => {
      const asked = [];
      return visit(
        async (page) => {
          await page.getByRole('checkbox').first().waitFor();
          assert.deepEqual(asked, ['bilan-simulateur-9.9.9.js?v=1', 'bilan-simulateur-9.9.9.wasm?v=1']);
        },
        and(
          pageWith(tag('bilan-simulateur-9.9.9.js?v=1', attributes), { element: 'catalogue-src="catalogue.json"' }),
          async (page) => {
            await page.route('**/catalogue.json', (route) => route.fulfill({ path: OTHER_CENTRE }));
            await page.route('**/bilan-simulateur-9.9.9.*', async (route) => {
              const url = route.request().url();
              asked.push(url.split('/').at(-1));
              await route.fulfill({ response: await route.fetch({ url: url.replace('-9.9.9', '') }) });
            });
          },
        ),
      );
    });
  }
});

describe('Trusted Types', () => {
  const strict = "require-trusted-types-for 'script'";

  test('are satisfied by the two documented policies', () =>
    visit(
      async (page) => void (await answer(page, AGENTS.evolution)),
      pageWith(tag(LOADER), { policy: `${strict}; trusted-types bilan-simulateur bilan-simulateur-loader` }),
    ));

  for (const [file, allowed, name] of [
    [LOADER, 'autre', 'bilan-simulateur-loader'],
    [LOADER, 'bilan-simulateur-loader', 'trusted-types bilan-simulateur'],
    [WHOLE, 'autre', 'trusted-types bilan-simulateur'],
  ]) {
    test(`that refuse tell the visitor, and the author the policy: ${file}, ${allowed} allowed`, async () => {
      const seen = visit(
        async (page) => {
          assert.match(await alert(page), /n’a pas pu être affiché/);
          assert.ok(await shown(page));
        },
        {
          ...pageWith(tag(file), { policy: `${strict}; trusted-types ${allowed}` }),
          ready: 'bilan-simulateur .problem',
        },
      );
      await assert.rejects(seen, new RegExp(name));
    });
  }
});

describe('from a folder opened without a server', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'bilan-'));
    cpSync(fileURLToPath(new URL('../../npm/dist/', import.meta.url)), path.join(folder, 'simulateur'), {
      recursive: true,
    });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const opened = async (script, ready, test) => {
    const file = path.join(folder, 'page.html');
    writeFileSync(
      file,
      `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title>${script}<main><bilan-simulateur><p>${FALLBACK}</p></bilan-simulateur></main>`,
    );
    const { page, close } = await open(visits.browser, pathToFileURL(file).href, { ready });
    try {
      await test(page);
    } finally {
      await close();
    }
  };

  for (const file of [LOADER, WHOLE]) {
    test(`${file} runs`, () =>
      opened(tag(file), 'bilan-simulateur .journey h2', async (page) => {
        await answer(page, AGENTS.evolution);
      }));
  }

  test('a module does not run, and what stands in the element is read', () =>
    opened(tag(WHOLE, 'type="module"'), 'bilan-simulateur', async (page) => {
      assert.ok(await shown(page));
      assert.equal(await page.evaluate(() => customElements.get('bilan-simulateur') ?? null), null);
    }));
});
