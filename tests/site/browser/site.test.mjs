// The documentation site in a browser: the simulator is live in it, what its pages give to copy works, and every page is
// accessible by axe.
import assert from 'node:assert/strict';
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import axe from 'axe-core';
import { chromium } from 'playwright-core';

const SITE = fileURLToPath(new URL('../../../target/site/html/', import.meta.url));
const PAGES = fileURLToPath(new URL('../../../target/site/markdown/', import.meta.url));
const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.svg', 'image/svg+xml'],
]);
/** What the start page of browsers says that the simulator needs. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:";
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4'];

/** The examples of pages that can be shown: those marked so. */
const EXAMPLES = ['demarrer/navigateur.md', 'demarrer/cms.md'].flatMap((page) =>
  [...readFileSync(join(PAGES, page), 'utf8').matchAll(/<!-- essai: page -->\n+```html\n(.*?)```/gs)].map(
    ([, code], index) => [`${page}, example ${index + 1}`, code],
  ),
);
const HTML = readdirSync(SITE, { recursive: true }).filter((name) => name.endsWith('.html') && name !== 'toc.html');

let server;
let browser;
let origin;
const served = new Map();

before(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (served.has(pathname)) {
      response.writeHead(200, { 'content-type': TYPES.get('.html'), 'content-security-policy': POLICY });
      return response.end(served.get(pathname));
    }
    const file = join(SITE, normalize(decodeURIComponent(pathname)));
    if (!file.startsWith(SITE) || !statSync(file, { throwIfNoEntry: false })?.isFile())
      return response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    response.writeHead(200, { 'content-type': TYPES.get(extname(file)) ?? 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

/** A visit without an error in the console and without a request to another host. */
async function visit(path, look) {
  const page = await browser.newPage({ locale: 'fr-FR' });
  const faults = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => new URL(request.url()).origin !== origin && faults.push(request.url()));
  try {
    await page.goto(origin + path);
    await look(page);
    assert.deepEqual(faults, []);
  } finally {
    await page.close();
  }
}

const shown = (page) => page.locator('bilan-simulateur h2').first().waitFor({ timeout: 30_000 });

test('the simulator is live in the site', () =>
  visit('/essayer.html', async (page) => {
    await shown(page);
    assert.ok(await page.locator('bilan-simulateur button').count());
  }));

describe('what the pages give to copy shows the simulator, under the policy that they ask for', () => {
  test('there is something to copy', () => assert.ok(EXAMPLES.length >= 3));
  for (const [name, code] of EXAMPLES) {
    test(name, async () => {
      // A content management system brings the script by its template.
      const script = code.includes('<script')
        ? ''
        : '<script type="module" src="/simulateur/bilan-simulateur.js"></script>';
      served.set(
        '/essai',
        `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title></head><body>${script}${code}</body></html>`,
      );
      await visit('/essai', shown);
    });
  }
});

describe('every page is accessible by axe, in French', () => {
  for (const name of HTML) {
    test(name, () =>
      visit(`/${name}`, async (page) => {
        if (name === 'essayer.html') await shown(page);
        await page.evaluate(axe.source);
        const { violations, passes } = await page.evaluate(
          (tags) => globalThis.axe.run(document, { runOnly: tags }),
          TAGS,
        );
        assert.deepEqual(
          violations.map(
            ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.flat()).slice(0, 3)})`,
          ),
          [],
        );
        assert.ok(passes.some(({ id }) => id === 'color-contrast'));
        assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
        assert.equal(await page.locator('h1').count(), 1);
      }),
    );
  }
});
