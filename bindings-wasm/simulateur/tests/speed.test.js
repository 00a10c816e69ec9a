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

/** What the page's own thread worked, in milliseconds of its processor: scripts, styles, layout. Other programs do not count. */
async function worked(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = (wanted) => metrics.find(({ name }) => name === wanted).value;
  return 1000 * (seconds('ScriptDuration') + seconds('RecalcStyleDuration') + seconds('LayoutDuration'));
}

/** From the arrival of the script to the first question, in milliseconds of the clock. */
function untilFirstQuestion(page) {
  return page.evaluate(() => {
    const script = performance.getEntriesByType('resource').find(({ name }) => /bilan-simulateur\.js$/.test(name));
    return globalThis.firstQuestion - script.responseEnd;
  });
}

/** Notes when the first question is there. */
function watch() {
  const question = document.querySelector('bilan-simulateur')?.shadowRoot?.querySelector('.journey input');
  if (question) globalThis.firstQuestion = performance.now();
  else setTimeout(globalThis.watch);
}

test('the page works less than a tenth of a second for the first question', async (t) => {
  const [work, clock] = [[], []];
  for (let load = 0; load < 5; load += 1) {
    let session;
    const route = async (page) => {
      session = await page.context().newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      await page.addInitScript(`globalThis.watch = ${watch}; watch();`);
    };
    const options = { clock: false, ready: 'bilan-simulateur .journey input', route };
    await visit(async (page) => {
      work.push(await worked(session));
      clock.push(await untilFirstQuestion(page));
    }, options);
  }
  const [median, late] = [work, clock].map((taken) => taken.sort((one, other) => one - other)[2]);
  t.diagnostic(`median ${median.toFixed(0)} ms of work; by the clock, other programs included, ${late.toFixed(0)} ms`);
  assert.ok(median < 100, `${median} ms`);
});
