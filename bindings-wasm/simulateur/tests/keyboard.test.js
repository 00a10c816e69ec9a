import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { resultOf } from './support/agent.js';
import { unfold } from './support/result.js';
import { session } from './support/session.js';

const { visit } = session();

/** What has the focus, in words: its role and its name. */
function focused(page) {
  return page.evaluate(() => {
    const inside = document.activeElement?.shadowRoot?.activeElement;
    if (!inside) return '';
    return `${inside.type ?? inside.localName} ${inside.getAttribute('aria-label') ?? inside.labels?.[0]?.innerText ?? inside.innerText}`
      .replace(/\s+/g, ' ')
      .trim();
  });
}

/** Tabs to what bears that name; the focus must show. */
async function tabTo(page, name) {
  for (let presses = 0; presses < 90; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)).includes(name)) {
      const shown = await page.evaluate(() => {
        const inside = document.activeElement.shadowRoot.activeElement;
        return [inside, inside.closest('label')].some(
          (element) =>
            element &&
            parseFloat(getComputedStyle(element).outlineWidth) >= 2 &&
            getComputedStyle(element).outlineStyle !== 'none',
        );
      });
      assert.ok(shown, `the focus shows on ${name}`);
      return;
    }
  }
  assert.fail(`${name} cannot be reached; focus on ${await focused(page)}`);
}

const press = (page, key, times = 1) => Promise.all(Array.from({ length: times }, () => page.keyboard.press(key)));

describe('with the keyboard alone', () => {
  test('an agent reaches the result, changes the plan and comes back', () =>
    visit(async (page) => {
      await tabTo(page, 'Mon travail pèse sur ma santé');
      await press(page, 'Space');
      await tabTo(page, 'Continuer');
      await press(page, 'Enter');
      assert.equal(await focused(page), 'h2 Votre situation', 'the title of the new screen has the focus');
      await tabTo(page, 'Un avis médical limite');
      await press(page, 'Space');
      await tabTo(page, 'Continuer');
      await press(page, 'Enter');
      for (const answer of ['Oui', 'Oui']) {
        assert.equal(await focused(page), 'h2 Quelques précisions', 'for each question');
        await tabTo(page, answer);
        await press(page, 'Space');
        await tabTo(page, 'Continuer');
        await press(page, 'Enter');
      }
      await tabTo(page, 'Collectivité affiliée');
      await press(page, 'Space');
      await tabTo(page, 'dernier échange');
      await page.keyboard.type('01122026');
      await tabTo(page, 'Voir mon résultat');
      await press(page, 'Enter');
      assert.equal((await resultOf(page)).dossier.schedule.startsOn, '2026-12-29');
      await tabTo(page, 'Les étapes');
      await press(page, 'Enter');
      await tabTo(page, 'Nombre total');
      await press(page, 'ArrowRight', 4);
      assert.equal((await resultOf(page)).dossier.plan.hours, 20);
      await tabTo(page, 'Pistes professionnelles');
      await press(page, 'End');
      assert.equal((await resultOf(page)).dossier.plan.steps.find(({ code }) => code === 'pistes').hours, 2);
      await tabTo(page, 'Revoir mes réponses');
      await press(page, 'Enter');
      assert.equal(await focused(page), 'h2 Vos réponses');
    }));

  test('a counsellor goes from the hours of one step to those of the next', () =>
    visit(
      async (page) => {
        await page.getByLabel('Faire le point').check();
        const numbers = page.locator('.step input[type=number]');
        await numbers.nth(1).focus();
        await press(page, 'ArrowUp');
        const changed = (await resultOf(page)).dossier.plan.steps[1];
        assert.equal(changed.hours, Number(await numbers.nth(1).inputValue()));
        await press(page, 'Tab');
        const name = await numbers.nth(2).getAttribute('aria-label');
        assert.equal(await focused(page), `number ${name.replace(/\s+/g, ' ')}`);
      },
      { path: 'conseil.html', width: 1400 },
    ));

  test('an agent goes to the comparison and back, and is where they were', () =>
    visit(async (page) => {
      await tabTo(page, 'Mon travail pèse sur ma santé');
      await press(page, 'Space');
      await tabTo(page, 'Comparer les déclinaisons');
      await press(page, 'Enter');
      assert.equal(await focused(page), 'h2 Comparer les déclinaisons');
      await tabTo(page, 'Revenir');
      await press(page, 'Enter');
      assert.match(await focused(page), /Comparer les déclinaisons$/);
      assert.ok(await page.getByLabel('Mon travail pèse sur ma santé').isChecked());
    }));

  test('each slider of the plan goes to its ends and back by half hours', () =>
    visit(async (page) => {
      await page
        .locator('bilan-simulateur')
        .evaluate((element) => Object.assign(element, { variant: 'developpement', mode: 'expert' }).updateComplete);
      const sliders = await page.locator('.step input[type=range]').all();
      assert.ok(sliders.length > 4, `${sliders.length} sliders`);
      for (const slider of sliders) {
        const [min, max] = [Number(await slider.getAttribute('min')), Number(await slider.getAttribute('max'))];
        await slider.focus();
        for (const [key, value] of [
          ['Home', min],
          ['ArrowRight', min + 0.5],
          ['ArrowLeft', min],
          ['End', max],
          ['ArrowDown', max - 0.5],
        ]) {
          await page.keyboard.press(key);
          assert.equal(Number(await slider.inputValue()), value, key);
        }
        const {
          dossier: { plan },
        } = await resultOf(page);
        assert.equal(
          plan.steps.reduce((sum, { hours }) => sum + hours, 0),
          plan.hours,
        );
      }
    }));

  for (const [path, size] of [
    ['', { width: 390, height: 640 }],
    ['conseil.html', { width: 1400, height: 640 }],
  ]) {
    test(`nothing that stays in sight covers what has the focus: /${path}`, () =>
      visit(
        async (page) => {
          if (!path)
            await page
              .locator('bilan-simulateur')
              .evaluate(
                (element) => Object.assign(element, { variant: 'evolution', client: 'affiliee' }).updateComplete,
              );
          if (path) await page.getByLabel('Faire le point').check();
          else for (const name of ['Continuer', 'Voir mon résultat']) await page.getByRole('button', { name }).click();
          await unfold(page, 'plan');
          await page.getByRole('slider', { name: 'Pistes professionnelles' }).fill('2');
          await page.locator('.notice').waitFor();
          const covered = () =>
            page.evaluate(() => {
              const { shadowRoot } = document.activeElement;
              const focused = shadowRoot?.activeElement;
              if (!focused) return null;
              const { left, top, width, height } = focused.getBoundingClientRect();
              const over = shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
              return over?.closest('.notice, .brief') &&
                !over.contains(focused) &&
                !over.closest('.brief')?.contains(focused)
                ? focused.outerHTML.slice(0, 100)
                : null;
            });
          for (const key of ['Tab', 'Shift+Tab']) {
            for (let presses = 0; presses < 40; presses += 1) {
              await page.keyboard.press(key);
              assert.equal(await covered(), null, key);
            }
          }
        },
        { path, ...size },
      ));
  }

  for (const [wish, moves] of [
    ['reduce', false],
    ['no-preference', true],
  ]) {
    test(`nothing moves for those who ask for it: ${wish}`, () =>
      visit(
        async (page) => {
          const times = await page
            .locator('bilan-simulateur')
            .evaluate(({ shadowRoot }) =>
              [...shadowRoot.querySelectorAll('*')].flatMap((element) => [
                getComputedStyle(element).transitionDuration,
                getComputedStyle(element).animationDuration,
              ]),
            );
          assert.equal(
            times.some((time) => parseFloat(time) > 0),
            moves,
          );
        },
        { reducedMotion: wish },
      ));
  }
});
