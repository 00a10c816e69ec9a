/** One browser and one server for a file of tests. */

import { after, before } from 'node:test';

import { launch, serve, visit } from './site.js';

export function session() {
  let site;
  let browser;
  before(async () => {
    [site, browser] = await Promise.all([serve(), launch()]);
  });
  after(async () => {
    await browser?.close();
    site?.stop();
  });
  return {
    get address() {
      return site.address;
    },
    /** Runs a visit of a page of the site, which must end without an error in its console. */
    async visit(test, { path = '', ...options } = {}) {
      const { page, errors, close } = await visit(browser, site.address + path, options);
      try {
        await test(page);
        if (errors.length > 0) throw new Error(`console: ${errors.join('; ')}`);
      } finally {
        await close();
      }
    },
    get browser() {
      return browser;
    },
  };
}
