import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { AGENTS, answer } from './support/agent.js';
import { unfold } from './support/result.js';
import { session } from './support/session.js';

const { visit } = session();

/** One frame at 60 a second. */
const FRAME = 16;

/** Moves a slider to and fro; the time from the event to the finished layout, each time. */
function drag(page, name, rounds = 60) {
  return page.getByRole('slider', { name }).evaluate(async (slider, times) => {
    const element = document.querySelector('bilan-simulateur');
    const [low, high] = [Number(slider.min), Number(slider.max)];
    const taken = [];
    for (let turn = 0; turn < times; turn += 1) {
      slider.value = String(low + ((turn * 0.5) % (high - low + 0.5)));
      const start = performance.now();
      slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      await element.updateComplete;
      element.getBoundingClientRect();
      taken.push(performance.now() - start);
      await new Promise(requestAnimationFrame);
    }
    return taken.sort((a, b) => a - b);
  }, rounds);
}

describe('a change of the plan takes less than a frame', () => {
  for (const path of ['', 'conseil.html']) {
    test(`event to layout: /${path}`, (t) =>
      visit(
        async (page) => {
          if (path) await page.getByLabel('Faire le point').check();
          else await answer(page, AGENTS.evolution);
          await unfold(page, 'plan');
          for (const name of ['Nombre total', 'Savoirs, savoir-faire']) {
            await drag(page, name, 10);
            const taken = await drag(page, name);
            const [median, late] = [taken[30], taken[57]];
            t.diagnostic(`${name}: median ${median.toFixed(1)} ms, 95 % under ${late.toFixed(1)} ms`);
            assert.ok(median < FRAME, `${name}: ${median} ms`);
          }
        },
        { path, clock: false },
      ));
  }
});
