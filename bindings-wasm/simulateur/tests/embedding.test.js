import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';

import { check } from './support/accessibility.js';
import { AGENTS, answer, resultOf } from './support/agent.js';
import { withBody, withCatalogue, withStyles } from './support/pages.js';
import { session } from './support/session.js';
import { OUTPUT, TODAY } from './support/site.js';

const { visit } = session();

const HOSTILE = `
  html { font-size: 62.5%; } body { margin: 0; background: #fff; }
  * { color: red !important; letter-spacing: .5em; text-transform: uppercase; line-height: 3 !important; font-family: cursive !important; box-sizing: content-box; }
  div, section, p, ul, li, label, fieldset, button, input { display: inline !important; float: left; border: 9px solid lime !important; padding: 40px !important; }
  h2, h3 { display: none !important; } button, input { visibility: hidden !important; width: 1px !important; }
  bilan-simulateur { text-align: right; white-space: pre; font-size: 40px; direction: ltr; word-spacing: 2em; cursor: wait; text-indent: 9em; }
`;

describe('in another page', () => {
  test('two of them do not meet', () =>
    visit(
      async (page) => {
        const [one, two] = [page.locator('#un'), page.locator('#deux')];
        await answer(one, AGENTS.prevention);
        assert.equal(await two.locator(':checked').count(), 0);
        await two.getByLabel('Dépasser des blocages').check();
        await two.getByRole('button', { name: 'Continuer' }).click();
        assert.equal((await resultOf(page, '#un')).dossier.plan.variant, 'prevention');
        await check(page, 'deux-sur-une-page');
      },
      {
        route: withBody('<bilan-simulateur id="un"></bilan-simulateur><bilan-simulateur id="deux"></bilan-simulateur>'),
      },
    ));

  test('the page’s style sheet does not get in', async () => {
    const style = (page) =>
      page.locator('bilan-simulateur').evaluate((element) => {
        const root = element.shadowRoot;
        return ['.root', 'h2', 'legend', '.option', '.option span', 'button'].map((selector) => {
          const {
            color,
            fontFamily,
            fontSize,
            letterSpacing,
            textTransform,
            lineHeight,
            display,
            padding,
            visibility,
            textIndent,
            whiteSpace,
            wordSpacing,
            textAlign,
            cursor,
          } = getComputedStyle(root.querySelector(selector));
          return {
            selector,
            color,
            fontFamily,
            fontSize,
            letterSpacing,
            textTransform,
            lineHeight,
            display,
            padding,
            visibility,
            textIndent,
            whiteSpace,
            wordSpacing,
            textAlign,
            cursor,
          };
        });
      });
    let calm;
    await visit(
      async (page) => {
        calm = await style(page);
      },
      { route: withStyles('') },
    );
    await visit(
      async (page) => {
        assert.deepEqual(await style(page), calm);
        await page.screenshot({ path: `${OUTPUT}feuille-hostile.png`, fullPage: true });
      },
      { route: withStyles(HOSTILE) },
    );
  });

  test('it takes the page’s colours and font', () =>
    visit(
      async (page) => {
        const button = page.getByRole('button', { name: 'Continuer' });
        assert.equal(await button.evaluate((element) => getComputedStyle(element).backgroundColor), 'rgb(90, 20, 120)');
        assert.match(await button.evaluate((element) => getComputedStyle(element).fontFamily), /Georgia/);
        assert.equal(await page.locator('h2').evaluate((element) => getComputedStyle(element).fontStyle), 'italic');
        await check(page, 'aux-couleurs-du-site');
      },
      {
        route: withStyles(
          'bilan-simulateur { --bilan-accent: rgb(90, 20, 120); --bilan-font: Georgia, serif; --bilan-radius: 0; } bilan-simulateur::part(title) { font-style: italic; }',
        ),
      },
    ));

  test('it is light on a page without a dark mode, and leaves the page as it is', () =>
    visit(
      async (page) => {
        const colours = () =>
          page.evaluate(() =>
            [document.body, document.querySelector('main')].map(
              (element) => element && getComputedStyle(element).cssText,
            ),
          );
        assert.equal(
          await page.locator('.root').evaluate((element) => getComputedStyle(element).backgroundColor),
          'rgb(255, 255, 255)',
        );
        const before = await colours();
        await page.getByLabel('Faire le point').check();
        assert.deepEqual(await colours(), before);
      },
      { colorScheme: 'dark', route: withStyles('') },
    ));

  test('attributes settle the variant and the client, and the visitor is not asked', () =>
    visit(
      async (page) => {
        const screens = await page.locator('.ticks span').count();
        assert.equal(screens, 4);
        await page.getByRole('heading', { name: 'Votre situation' }).waitFor();
        await page.getByRole('button', { name: 'Continuer' }).click();
        await page.getByRole('button', { name: 'Continuer' }).click();
        await page.getByRole('button', { name: 'Voir mon résultat' }).click();
        const { dossier } = await resultOf(page);
        assert.deepEqual([dossier.plan.variant, dossier.quote.client], ['horizon', 'nonAffiliee']);
      },
      { route: withBody('<bilan-simulateur variant="horizon" client="nonAffiliee"></bilan-simulateur>') },
    ));

  test('properties do the same, and events tell the page', () =>
    visit(async (page) => {
      const heard = await page.locator('bilan-simulateur').evaluate(async (element) => {
        const told = [];
        document.addEventListener('bilan-result', ({ detail, target }) =>
          told.push([target.localName, detail.dossier.plan.variant, detail.case.on]),
        );
        Object.assign(element, { mode: 'expert', variant: 'prevention', client: 'affiliee', date: '2027-01-04' });
        await element.updateComplete;
        return told;
      });
      assert.deepEqual(heard.at(-1), ['bilan-simulateur', 'prevention', '2027-01-04']);
    }));

  test('another centre’s catalogue is fetched once, and its words are shown', () => {
    let fetched = 0;
    return visit(
      async (page) => {
        await page.getByLabel('Reprendre confiance').check();
        for (let screen = 0; screen < 4; screen += 1) await page.getByRole('button', { name: 'Continuer' }).click();
        await page.getByRole('button', { name: 'Voir mon résultat' }).click();
        await page.getByRole('heading', { name: 'Bilan escale', exact: true }).waitFor();
        assert.equal((await resultOf(page)).dossier.record.catalogue.id, 'cdgArchipel');
        assert.equal(fetched, 1);
      },
      {
        route: async (page) => {
          await withCatalogue()(page);
          page.on('request', (request) => {
            fetched += request.url().endsWith('catalogue.json');
          });
        },
      },
    );
  });

  test('it says that it could not start, to the visitor and to the page', () =>
    visit(
      async (page) => {
        const told = await page.locator('bilan-simulateur').evaluate(
          (element) =>
            new Promise((resolve) => {
              document.addEventListener(
                'bilan-error',
                ({ detail, target }) => resolve([target.localName, detail.code]),
                { once: true },
              );
              element.catalogueSrc = 'autre.json';
            }),
        );
        assert.deepEqual(told, ['bilan-simulateur', 'missingField']);
        assert.match(await page.getByRole('alert').innerText(), /n’a pas pu être chargé/);
        await page.locator('bilan-simulateur').evaluate((element) => {
          element.catalogueSrc = null;
        });
        await page.getByLabel('Faire le point').waitFor();
      },
      { route: (page) => page.route('**/autre.json', (route) => route.fulfill({ json: {} })) },
    ));

  test('it tells the page each step', () =>
    visit(async (page) => {
      await page.evaluate(() => {
        globalThis.steps = [];
        document.addEventListener('bilan-step', ({ detail }) => globalThis.steps.push(detail.step));
      });
      await answer(page, AGENTS.prevention);
      assert.deepEqual(await page.evaluate(() => globalThis.steps), [
        'situations',
        'conditions',
        'collectivite',
        'calendrier',
        'recapitulatif',
        'resultat',
      ]);
    }));

  test('every part that its page can style is there', () =>
    visit(async (page) => {
      const guide = await readFile(new URL('../../../examples/web/README.md', import.meta.url), 'utf8');
      const listed = /^Parts:([\s\S]*?)\n(?=The element)/m.exec(guide)[1];
      const documented = new Set([...listed.matchAll(/`([a-z-]+)`(?! mode)/g)].map(([, name]) => name));
      const found = new Set();
      const collect = async () => {
        const names = await page
          .locator('bilan-simulateur')
          .evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll('[part]')].flatMap(({ part }) => [...part]));
        for (const name of names) found.add(name);
      };
      await answer(page, AGENTS.prevention, collect);
      await collect();
      await page
        .locator('bilan-simulateur')
        .evaluate((element) => Object.assign(element, { mode: 'expert' }).updateComplete);
      await collect();
      assert.deepEqual([...found].sort(), [...documented].sort());
    }));

  for (const [whose, start] of [
    ['its own', true],
    ['another', false],
  ]) {
    test(`with the digest of ${whose} file the script ${start ? 'runs' : 'is refused'}`, async () => {
      const script = await readFile(new URL('../../npm/dist/bilan-simulateur.js', import.meta.url));
      const digest = createHash('sha384')
        .update(start ? script : 'another')
        .digest('base64');
      const seen = visit(
        async (page) => {
          assert.equal(await page.evaluate(() => customElements.get('bilan-simulateur') !== undefined), start);
        },
        {
          ready: start ? 'bilan-simulateur h2' : 'bilan-simulateur',
          route: (page) =>
            page.route(/\/$/, async (route) => {
              const response = await route.fetch();
              const body = (await response.text()).replace(
                'bilan-simulateur.js"',
                `bilan-simulateur.js" integrity="sha384-${digest}"`,
              );
              await route.fulfill({ response, body });
            }),
        },
      );
      if (start) await seen;
      else await assert.rejects(seen, /integrity/);
    });
  }

  test('two answers given at once are both kept', () =>
    visit(async (page) => {
      await page.locator('bilan-simulateur').evaluate(({ shadowRoot }) => {
        for (const box of [...shadowRoot.querySelectorAll('input')].slice(0, 3)) box.click();
      });
      assert.equal(await page.locator('bilan-simulateur :checked').count(), 3);
      assert.equal(
        (
          await page.locator('bilan-simulateur').evaluate(async (element) => {
            element.mode = 'expert';
            await element.updateComplete;
            return element.result;
          })
        ).case.needs.length,
        3,
      );
    }));

  test('moved in the page it keeps the answers and the step, in the journey and in the result', () =>
    visit(async (page) => {
      const move = () =>
        page.locator('bilan-simulateur').evaluate(async (element) => {
          const parent = document.createElement('div');
          element.remove();
          // A tab or an accordion may put it back later.
          await new Promise((resolve) => setTimeout(resolve, 50));
          document.querySelector('main').prepend(parent);
          parent.append(element);
          await element.updateComplete;
        });
      await answer(page, AGENTS.prevention, async (state) => {
        const before = await page
          .locator('bilan-simulateur')
          .evaluate(({ shadowRoot }) => [
            shadowRoot.querySelector('h2').innerText,
            ...[...shadowRoot.querySelectorAll('input')].map(({ checked, value }) => `${checked} ${value}`),
          ]);
        await move();
        const after = await page
          .locator('bilan-simulateur')
          .evaluate(({ shadowRoot }) => [
            shadowRoot.querySelector('h2').innerText,
            ...[...shadowRoot.querySelectorAll('input')].map(({ checked, value }) => `${checked} ${value}`),
          ]);
        assert.deepEqual(after, before, state);
      });
      const before = await resultOf(page);
      await move();
      assert.deepEqual(await resultOf(page), before);
      await page.getByRole('heading', { name: 'Votre résultat' }).waitFor();
      await page.getByRole('button', { name: 'Revoir mes réponses' }).first().click();
      await page.getByRole('heading', { name: 'Vos réponses' }).waitFor();
    }));

  for (const [attribute, value, expected] of [
    ['date', '', 'a day'],
    ['date', 'demain', 'a day'],
    ['date', '2026-02-30', 'a day'],
    ['date', '0202-12-01', 'a day'],
    ['client', 'affilie', 'affiliee, nonAffiliee'],
    ['client', 'constructor', 'affiliee, nonAffiliee'],
    ['variant', 'evolutions', 'evolution, prevention'],
  ]) {
    test(`the author is told at once that ${attribute}="${value}" cannot be used, and the visitor gets the element without it`, () => {
      const warned = [];
      return visit(
        async (page) => {
          assert.equal(warned.length, 1, warned.join('; '));
          assert.ok(warned[0].includes(`${attribute}="${value}"`) && warned[0].includes(expected), warned[0]);
          assert.deepEqual(await page.evaluate(() => globalThis.faults), [
            warned[0].replace(/^<bilan-simulateur |\.$/g, ''),
          ]);
          await answer(page, AGENTS.evolution);
          assert.equal((await resultOf(page)).case.on, TODAY);
          assert.equal(warned.length, 1, 'once');
        },
        {
          route: async (page) => {
            page.on('console', (message) => message.type() === 'warning' && warned.push(message.text()));
            await page.addInitScript(() => {
              globalThis.faults = [];
              addEventListener('bilan-error', ({ detail }) => globalThis.faults.push(detail.message));
            });
            await withBody(`<bilan-simulateur ${attribute}="${value}"></bilan-simulateur>`)(page);
          },
        },
      );
    });
  }

  test('a client taken away by the page is asked again, and has no effect', () =>
    visit(async (page) => {
      const told = await page.locator('bilan-simulateur').evaluate(async (element) => {
        Object.assign(element, { mode: 'expert', variant: 'prevention', client: 'affiliee' });
        await element.updateComplete;
        const before = element.result.case.client;
        element.client = null;
        await element.updateComplete;
        return [before, element.result.case.client, element.result.dossier.quote ?? null];
      });
      assert.deepEqual(told, ['affiliee', undefined, null]);
    }));

  test('it is in French on a page of another language, and no translator changes what it computes', () =>
    visit(
      async (page) => {
        const found = await page.locator('bilan-simulateur').evaluate(({ shadowRoot }) => {
          const outside = [...shadowRoot.querySelectorAll('*')].filter(
            (each) => each.localName !== 'style' && !each.closest('[lang="fr"][translate="no"]'),
          );
          return [document.documentElement.lang, outside.map(({ localName }) => localName)];
        });
        assert.deepEqual(found, ['br', []]);
      },
      {
        route: (page) =>
          page.route(/\/$/, async (route) => {
            const response = await route.fetch();
            await route.fulfill({
              response,
              body: (await response.text()).replace('<html lang="fr">', '<html lang="br">'),
            });
          }),
      },
    ));

  test('the package’s own module does the same, with the module beside it', () =>
    visit(
      async (page) => {
        await answer(page, AGENTS.evolution);
      },
      {
        route: (page) =>
          page.route(/\/$/, async (route) => {
            const response = await route.fetch();
            await route.fulfill({
              response,
              body: (await response.text()).replace('simulateur/bilan-simulateur.js', 'simulateur/simulateur.js'),
            });
          }),
      },
    ));
});
