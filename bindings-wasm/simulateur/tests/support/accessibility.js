/** axe-core with the rules of WCAG 2.2 AA and of the RGAA, and the picture of what it saw. */

import axe from 'axe-core';
import assert from 'node:assert/strict';

import { picture } from './site.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4'];

/** Rules that every state must have been judged by: that of contrast, one of WCAG 2.2, one that the RGAA adds. */
const JUDGED = ['color-contrast', 'target-size', 'region'];

/** Widths at which no word of the element may be cut: the narrowest of today's phones, a tablet, a desk. */
const WIDTHS = [360, 768, 1280];

/** The rules that colours alone can break. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** Each state is looked at on a desk and on a phone, in light, and in dark, which differs by its colours alone. */
const LOOKS = [
  { colorScheme: 'light', runOnly: { type: 'tag', values: TAGS } },
  { colorScheme: 'dark', runOnly: { type: 'rule', values: OF_COLOURS } },
].flatMap((look) => [
  { ...look, name: `bureau-${look.colorScheme}`, width: 1000, height: 900 },
  { ...look, name: `telephone-${look.colorScheme}`, width: 390, height: 844 },
]);

/** Words of the element that begin on a line and end on another; a hyphen or an apostrophe may end a line. */
function cutWords(page) {
  return page.evaluate(() => {
    const cut = [];
    for (const { shadowRoot } of document.querySelectorAll('bilan-simulateur')) {
      if (!shadowRoot) continue;
      const texts = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (text.parentElement?.closest('style, textarea')) continue;
        for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) cut.push(word);
        }
      }
    }
    return cut;
  });
}

/** Checks a page as it stands, in every look. */
export async function check(page, state, { wide = 1000, judged = JUDGED } = {}) {
  const before = page.viewportSize();
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe.source);
  for (const { name, colorScheme, runOnly, width, height } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: width > 400 ? wide : width, height });
    const { violations, passes } = await page.evaluate(
      (rules) => axe.run(document, { runOnly: rules, resultTypes: ['violations'] }),
      runOnly,
    );
    await page.evaluate(() => scrollTo(0, 0));
    await picture(page, `${state}-${name}`);
    const told = violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.flat().join(' ')).join(', ')})`,
    );
    assert.deepEqual(told, [], `${state}, ${name}`);
    const rules = new Set(passes.map(({ id }) => id));
    const expected = colorScheme === 'dark' ? judged.filter((id) => OF_COLOURS.includes(id)) : judged;
    assert.deepEqual(
      expected.filter((id) => !rules.has(id)),
      [],
      `${state}, ${name}: rules that judged nothing`,
    );
  }
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await cutWords(page), [], `${state}, ${width} px: words cut in two`);
  }
  await page.setViewportSize(before);
}
