// The element in a page that a framework makes: its attributes arrive, and what it says is heard.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';

import { html } from './support.mjs';

/** What every framework's page shares: the attributes that it gives, and the listener that shows what the element says. */
const SHOWN = `export const ATTRIBUTES = { mode: 'expert', variant: 'prevention', client: 'affiliee', date: '2027-01-15' };
export function shown({ detail }) {
  document.title = [detail.dossier.plan.label, detail.dossier.quote.amount, detail.case.on].join(', ');
}
`;

/** A page of these files is built by a version of Vite, and shows what the element answers to these attributes. */
export function elementTest(workshop, framework, vite, files) {
  test(`${framework}: the element's attributes arrive, and its events are heard`, async () => {
    const folder = workshop().project(`element-${framework.toLowerCase()}`, {
      'index.html': html('/main.js'),
      'shown.js': SHOWN,
      ...files,
    });
    workshop().run(folder, vite, 'bin/vite.js', 'build', '--logLevel', 'error');
    const said = await workshop().page(await workshop().serve(path.join(folder, 'dist')));
    assert.equal(said, 'Bilan prévention, 2040.50, 2027-01-15');
  });
}
