// A request line after the other on the standard input, an answer line for each; the argument, if any, is the catalogue,
// whose error is every answer if it is refused.
import { readFileSync } from 'node:fs';

import { launch, serve } from './site.js';

/** Lines that are handed to the page at once. */
const BATCH = 200;
const LINE_FEED = 10;

/** Lines as bytes: one may hold bytes that are no UTF-8, which the answer says. */
function lines(bytes) {
  const found = [];
  let from = 0;
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
    found.push(bytes.subarray(from, end));
    from = end + 1;
  }
  if (from < bytes.length) found.push(bytes.subarray(from));
  return found;
}

const [file] = process.argv.slice(2);
const [site, browser] = await Promise.all([serve(), launch()]);
try {
  const page = await browser.newPage();
  await page.goto(site.address);
  const host = await page.evaluateHandle(
    async (document) => {
      const { BilanError, Catalogue, init } = await import('/simulateur/index.js');
      await init();
      let catalogue;
      try {
        catalogue = document === null ? Catalogue.embedded() : Catalogue.parse(document);
      } catch (error) {
        if (!(error instanceof BilanError)) throw error;
        return { answer: (asked) => asked.map(() => JSON.stringify(error)) };
      }
      const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
      return { answer: (asked) => asked.map((line) => catalogue.answerLine(bytes(line))) };
    },
    file ? readFileSync(file, 'utf8') : null,
  );

  const asked = lines(readFileSync(0));
  for (let first = 0; first < asked.length; first += BATCH) {
    const batch = asked.slice(first, first + BATCH).map((line) => line.toString('base64'));
    const answers = await page.evaluate(([host, batch]) => host.answer(batch), [host, batch]);
    process.stdout.write(answers.map((answer) => `${answer}\n`).join(''));
  }
} finally {
  await browser.close();
  site.stop();
}
