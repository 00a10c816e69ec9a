/** axe-core with the rules of WCAG 2.2 AA and of the RGAA, and the picture of what it saw. */

import AxeBuilder from '@axe-core/playwright';
import assert from 'node:assert/strict';

import { OUTPUT } from './site.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4'];

/** Checks a page as it stands and keeps its picture. */
export async function check(page, name) {
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: `${OUTPUT}${name}.png`, fullPage: true });
  const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(node => node.target.flat().join(' ')).join(', ')})`);
  assert.deepEqual(told, [], name);
  assert.ok(passes.some(({ id }) => id === 'color-contrast'), `${name}: contrast was looked at`);
}
