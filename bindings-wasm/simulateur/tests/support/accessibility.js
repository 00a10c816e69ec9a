/** axe-core with the rules of WCAG 2.2 AA and of the RGAA, and the picture of what it saw. */

import axe from 'axe-core';
import assert from 'node:assert/strict';

import { OUTPUT } from './site.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4'];

/** Rules that every state must have been judged by: that of contrast, one of WCAG 2.2, one that the RGAA adds. */
const JUDGED = ['color-contrast', 'target-size', 'region'];

/** Each state is looked at on a desk and on a phone, in light and in dark. */
const LOOKS = ['light', 'dark'].flatMap((colorScheme) => [
  { name: `bureau-${colorScheme}`, colorScheme, width: 1000, height: 900 },
  { name: `telephone-${colorScheme}`, colorScheme, width: 390, height: 844 },
]);

/** Checks a page as it stands, in every look, and keeps the pictures. */
export async function check(page, state, { wide = 1000, judged = JUDGED } = {}) {
  const before = page.viewportSize();
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe.source);
  for (const { name, colorScheme, width, height } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: width > 400 ? wide : width, height });
    const { violations, passes } = await page.evaluate(
      (tags) => axe.run(document, { runOnly: tags, resultTypes: ['violations'] }),
      TAGS,
    );
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: `${OUTPUT}${state}-${name}.png`, fullPage: true });
    const told = violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.flat().join(' ')).join(', ')})`,
    );
    assert.deepEqual(told, [], `${state}, ${name}`);
    const rules = new Set(passes.map(({ id }) => id));
    assert.deepEqual(
      judged.filter((id) => !rules.has(id)),
      [],
      `${state}, ${name}: rules that judged nothing`,
    );
  }
  await page.setViewportSize(before);
}
