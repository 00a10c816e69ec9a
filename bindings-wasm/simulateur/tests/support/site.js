/** The example site, and a browser to visit it with. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export const OUTPUT = at('../output/');
mkdirSync(OUTPUT, { recursive: true });

/** With PICTURES=1, a picture of a page that people may look at: beside what else the tests write. */
export async function picture(page, name) {
  if (process.env.PICTURES) await page.screenshot({ path: `${OUTPUT}${name}.png`, fullPage: true });
}

/** A Monday; every date in the tests follows from it. */
export const TODAY = '2026-11-23';

/** Serves the example: its address, and how to stop. */
export async function serve() {
  const server = spawn(process.execPath, [at('../../../../examples/web/serve.mjs'), '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [address] = await once(createInterface(server.stdout), 'line');
  return { address, stop: () => server.kill() };
}

/** Nothing but what the page asks for goes through the network. */
export function launch() {
  return chromium.launch({
    env: { ...process.env, LANGUAGE: 'fr' },
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--lang=fr-FR',
    ],
  });
}

/** A visitor: phone or desk, light or dark, on the fixed day. A fixed clock counts in whole milliseconds. */
export async function visit(
  browser,
  address,
  {
    width = 1000,
    height = 900,
    colorScheme = 'light',
    clock = true,
    until = 'load',
    ready = 'bilan-simulateur :is(.journey, .expert) h2',
    route,
    ...options
  } = {},
) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...options,
  });
  const page = await context.newPage();
  if (route) await route(page);
  page.setDefaultTimeout(60_000);
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  if (clock) await page.clock.setFixedTime(new Date(`${TODAY}T09:00:00`));
  await page.goto(address, { waitUntil: until });
  await page.locator(ready).first().waitFor({ state: 'attached' });
  return { page, errors, close: () => context.close() };
}
