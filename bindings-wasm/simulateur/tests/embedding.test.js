import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';

import { check } from './support/accessibility.js';
import { AGENTS, answer, resultOf } from './support/agent.js';
import { withBody, withCatalogue, withStyles } from './support/pages.js';
import { goBack, open, unfold } from './support/result.js';
import { session } from './support/session.js';
import { picture, TODAY } from './support/site.js';

const { visit } = session();

const MANIFEST = JSON.parse(await readFile(new URL('../custom-elements.json', import.meta.url), 'utf8'));

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
        await two.getByLabel('dépasser un blocage').check();
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
        await picture(page, 'feuille-hostile');
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
        await page.getByLabel('y voir clair').check();
        assert.deepEqual(await colours(), before);
      },
      { colorScheme: 'dark', route: withStyles('') },
    ));

  test('attributes settle the variant and the client, and the visitor is not asked', () =>
    visit(
      async (page) => {
        const screens = await page.locator('.ticks span').count();
        assert.equal(screens, 2);
        await page.getByRole('heading', { name: 'Votre situation' }).waitFor();
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
        for (let screen = 0; screen < 2; screen += 1) await page.getByRole('button', { name: 'Continuer' }).click();
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
        await page.getByLabel('y voir clair').waitFor();
      },
      { route: (page) => page.route('**/autre.json', (route) => route.fulfill({ json: {} })) },
    ));

  test('it tells the page each step', () =>
    visit(async (page) => {
      await page.evaluate(() => {
        globalThis.steps = [];
        document.addEventListener('bilan-step', ({ detail }) => globalThis.steps.push(detail.step));
      });
      await answer(page, AGENTS.reorientation);
      assert.deepEqual(await page.evaluate(() => globalThis.steps), [
        'situations',
        'conditions',
        'conditions',
        'autres',
        'organisation',
        'resultat',
      ]);
    }));

  test('the manifest says what the element has: attributes, events, slots, custom properties, parts', () =>
    visit(
      async (page) => {
        const [{ attributes, events, slots, cssProperties, cssParts }] = MANIFEST.modules[0].declarations;
        const names = (items) => items.map(({ name }) => name).sort();
        const element = page.locator('bilan-simulateur');
        const found = { parts: new Set(), slots: new Set(), events: new Set() };
        await page.exposeFunction('heard', (name) => void found.events.add(name));
        await page.evaluate(() => {
          const { dispatchEvent } = EventTarget.prototype;
          EventTarget.prototype.dispatchEvent = function (event) {
            if (this.localName === 'bilan-simulateur') globalThis.heard(event.type);
            return dispatchEvent.call(this, event);
          };
        });
        const collect = async () => {
          const seen = await element.evaluate(({ shadowRoot }) => ({
            parts: [...shadowRoot.querySelectorAll('[part]')].flatMap(({ part }) => [...part]),
            slots: [...shadowRoot.querySelectorAll('slot')].map(({ name }) => name),
          }));
          for (const name of seen.parts) found.parts.add(name);
          for (const name of seen.slots) found.slots.add(name);
        };
        await answer(page, AGENTS.prevention, collect);
        await collect();
        for (const [button, title] of [
          ['Comparer les déclinaisons', 'Comparer les déclinaisons'],
          ['Voir le document', 'Pour mon employeur'],
        ]) {
          await open(element, button, title);
          await collect();
          await goBack(element);
        }
        await page.getByRole('button', { name: 'Revoir mes réponses' }).first().click();
        await collect();
        await element.evaluate((each) => Object.assign(each, { mode: 'expert', client: 'autre' }).updateComplete);
        await collect();
        await element.evaluate((each) => {
          each.catalogueSrc = 'nulle-part.json';
        });
        await page.getByRole('alert').waitFor();
        await collect();
        assert.deepEqual([...found.parts].sort(), names(cssParts));
        assert.deepEqual([...found.slots].sort(), names(slots));
        assert.deepEqual([...found.events].sort(), names(events));

        const [observed, fields, properties] = await element.evaluate(
          (each, known) => {
            const text = each.constructor.elementStyles.map(({ cssText }) => cssText).join('');
            return [
              each.constructor.observedAttributes,
              known.filter((name) => name in each),
              [...new Set([...text.matchAll(/--bilan-[a-z-]+/g)].map(([name]) => name))],
            ];
          },
          attributes.map(({ fieldName }) => fieldName),
        );
        assert.deepEqual([...observed].sort(), names(attributes));
        assert.equal(fields.length, attributes.length);
        assert.deepEqual(properties.sort(), names(cssProperties));
      },
      { route: (page) => page.route('**/nulle-part.json', (route) => route.fulfill({ json: {} })) },
    ));

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
          ready: start ? 'bilan-simulateur .journey h2' : 'bilan-simulateur .problem',
          route: (page) =>
            page.route(/\/$/, async (route) => {
              const response = await route.fetch();
              const body = (await response.text()).replace(
                'bilan-simulateur-loader.js"',
                `bilan-simulateur-loader.js" data-integrity="sha384-${digest}"`,
              );
              await route.fulfill({ response, body });
            }),
        },
      );
      if (start) await seen;
      else await assert.rejects(seen, /integrity/);
    });
  }

  for (const [page, name] of [
    ['site-simple.html', 'aux-couleurs-site-simple'],
    ['dsfr.html', 'aux-couleurs-dsfr'],
  ]) {
    test(`the look of ${page} is accessible, in every look`, () =>
      visit(
        async (visited) => {
          await check(visited, name);
          await answer(visited, { ...AGENTS.evolution, client: page === 'dsfr.html' ? AGENTS.evolution.client : null });
          await check(visited, `${name}-resultat`);
        },
        { path: page },
      ));
  }

  test('in forced colours the kinds of hours are told apart, and the total has its track', () =>
    visit(async (page) => {
      await answer(page, AGENTS.developpement);
      await page.emulateMedia({ forcedColors: 'active' });
      const seen = await page.locator('bilan-simulateur').evaluate(({ shadowRoot }) => {
        const of = (element, pseudo) => getComputedStyle(element, pseudo);
        const swatches = [...shadowRoot.querySelectorAll('.legend li')].map((each) => {
          const { backgroundColor, backgroundImage, borderStyle } = of(each, '::before');
          return `${backgroundColor} ${backgroundImage} ${borderStyle}`;
        });
        const track = of(shadowRoot.querySelector('.track'), '::before');
        return { swatches, track: track.borderTopStyle };
      });
      assert.ok(seen.swatches.length > 2, 'several kinds');
      assert.equal(new Set(seen.swatches).size, seen.swatches.length);
      assert.equal(seen.track, 'solid');
      await unfold(page, 'plan');
      await picture(page, 'couleurs-forcees');
      // The track of the total is drawn by the browser: it is looked for in the picture.
      const slider = page.locator('.budget input[type=range]');
      const { width, height } = await slider.boundingBox();
      const blank = await page.context().newPage();
      const edges = await blank.evaluate(
        async ([picture, middle]) => {
          const image = await createImageBitmap(await (await fetch(picture)).blob());
          const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
          canvas.drawImage(image, 0, 0);
          const column = canvas.getImageData(middle, 0, 1, image.height).data;
          return new Set(Array.from({ length: image.height }, (_, y) => column.slice(y * 4, y * 4 + 3).join())).size;
        },
        [`data:image/png;base64,${(await slider.screenshot()).toString('base64')}`, Math.floor(width * 0.75)],
      );
      assert.ok(edges > 1, `a line crosses the ${height} px of the slider`);
    }));

  test('two answers given at once are both kept', () =>
    visit(async (page) => {
      await page.locator('bilan-simulateur').evaluate(({ shadowRoot }) => {
        for (const box of [...shadowRoot.querySelectorAll('input')].slice(0, 3)) box.click();
      });
      assert.equal(await page.locator('fieldset').first().locator(':checked').count(), 3);
      assert.equal(
        (
          await page.locator('bilan-simulateur').evaluate(async (element) => {
            element.mode = 'expert';
            await element.updateComplete;
            return element.result;
          })
        ).case.needs.length,
        6,
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
    ['mode', 'Expert', 'expert'],
    ['mode', '', 'expert'],
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
              body: (await response.text()).replace(
                '<script defer src="simulateur/bilan-simulateur-loader.js">',
                '<script type="module" src="simulateur/simulateur.js">',
              ),
            });
          }),
      },
    ));
});
