/** Texts of a catalogue are shown as texts: whatever they hold, the page has the same elements and says their words. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { withBody, withCatalogue } from './support/pages.js';
import { session } from './support/session.js';

const site = session();

const table = new URL('../../../tests/conformance/hostile-texts.json', import.meta.url);
/** Texts that a catalogue may hold, short enough for a label. */
const TEXTS = JSON.parse(readFileSync(table, 'utf8'))
  .texts.filter(({ label, times }) => label === 'text' && !times)
  .map(({ text }) => text);

/** What the visitor of the first screen, and the adviser of a variant, see of the catalogue. */
const PAGES = {
  'the first screen': '<bilan-simulateur catalogue-src="catalogue.json"></bilan-simulateur>',
  'the adviser’s page':
    '<bilan-simulateur mode="expert" variant="boussole" catalogue-src="catalogue.json"></bilan-simulateur>',
};

/** A catalogue that says these texts wherever one is shown: as many needs as there are texts, and a variant’s labels. */
const withTexts = (texts, body) => async (page) => {
  await withCatalogue((offer) => {
    for (const [place, label] of texts.entries()) offer.needs.push({ code: `texte${place}`, label });
    const [variant] = offer.variants;
    variant.label = texts[0];
    variant.purpose = texts[1];
    for (const [place, step] of variant.steps.entries()) step.label = texts[place + 2];
    return offer;
  })(page);
  await withBody(body)(page);
};

const words = (text) => text.split(/\s+/).join(' ').trim();

/** The elements inside the simulator with the names of their attributes, and the words that are seen. */
const inside = () => {
  const { shadowRoot } = document.querySelector('bilan-simulateur');
  const of = (node) => `${node.localName} ${[...node.attributes].map(({ name }) => name).sort()}`;
  const shown = [...shadowRoot.children].filter(({ localName }) => localName !== 'style');
  return {
    elements: [...shadowRoot.querySelectorAll('*')].map(of),
    seen: shown.map(({ textContent }) => textContent).join('\n'),
  };
};

/** What a page has in it with these texts; nothing may be asked of the network, or of the visitor. */
async function shown(texts, body) {
  let found;
  await site.visit(
    async (page) => {
      page.on('dialog', (dialog) => assert.fail(`a text ran: ${dialog.message()}`));
      page.on('request', (request) => assert.fail(`a text asked for ${request.url()}`));
      found = await page.evaluate(inside);
      await page.waitForTimeout(200);
    },
    { route: withTexts(texts, body) },
  );
  return { ...found, seen: words(found.seen) };
}

for (const [name, body] of Object.entries(PAGES)) {
  test(`a text of a catalogue is a text of ${name}, and nothing else`, async () => {
    assert.ok(TEXTS.length > 50);
    const plain = await shown(
      TEXTS.map((_, place) => `Texte ${place}`),
      body,
    );
    const hostile = await shown(TEXTS, body);
    assert.deepEqual(hostile.elements, plain.elements);
    for (const [place, text] of TEXTS.entries()) {
      // What the page shows of the plain texts it shows of the others.
      if (!new RegExp(`Texte ${place}(?!\\d)`).test(plain.seen)) continue;
      assert.ok(hostile.seen.includes(words(text)), `${text}\n${hostile.seen}`);
    }
    assert.ok(plain.seen.split('Texte ').length > 5, plain.seen);
  });
}
