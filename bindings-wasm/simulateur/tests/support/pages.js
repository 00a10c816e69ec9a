/** The example with something else in it. */

import { readFileSync } from 'node:fs';

/** Another element, or several. */
export const withBody = (html) => (page) =>
  page.route(/\/$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<bilan-simulateur>[\s\S]*<\/bilan-simulateur>/, html);
    await route.fulfill({ response, body });
  });

/** Another style sheet of the site. */
export const withStyles = (css) => (page) =>
  page.route('**/site.css', (route) => route.fulfill({ contentType: 'text/css', body: css }));

/** The offer of the imaginary centre of the tests, changed or not. */
export const withCatalogue =
  (change = (offer) => offer) =>
  async (page) => {
    await withBody('<bilan-simulateur catalogue-src="catalogue.json"></bilan-simulateur>')(page);
    const offer = JSON.parse(
      readFileSync(new URL('../../../../tests/catalogues/autre-centre.json', import.meta.url), 'utf8'),
    );
    await page.route('**/catalogue.json', (route) => route.fulfill({ json: change(offer) }));
  };
