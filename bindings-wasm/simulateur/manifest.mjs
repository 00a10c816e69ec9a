/**
 * Writes what the manifest of the element says into the guide of the embedding page, between its marks; with --check, says
 * whether it is there.
 *
 *   node manifest.mjs [--check]
 */

import { readFileSync, writeFileSync } from 'node:fs';

const GUIDE = new URL('../../examples/web/README.md', import.meta.url);

const { modules } = JSON.parse(readFileSync(new URL('custom-elements.json', import.meta.url), 'utf8'));
const [{ attributes, events, slots, cssProperties, cssParts }] = modules[0].declarations;

const table = (title, rows) =>
  [`| ${title} | |`, '|---|---|', ...rows.map(({ name, description }) => `| ${name} | ${description} |`)].join('\n');
const code = (items) => items.map(({ name, description }) => ({ name: name && `\`${name}\``, description }));

const SECTIONS = {
  attributes: table('attribut', code(attributes)),
  slots: table(
    'emplacement',
    code(slots).map(({ name, description }) => ({ name: name || 'sans nom', description })),
  ),
  events: table('événement', code(events)),
  properties: table('propriété CSS', code(cssProperties)),
  parts: table('partie', code(cssParts)),
};

const before = readFileSync(GUIDE, 'utf8');
let after = before;
for (const [name, text] of Object.entries(SECTIONS)) {
  const marks = new RegExp(`(<!-- manifest: ${name} -->\n)[\\s\\S]*?(<!-- end -->)`);
  if (!marks.test(after)) throw new Error(`no mark for ${name}`);
  after = after.replace(marks, (_, start, end) => `${start}${text}\n${end}`);
}
if (!process.argv.includes('--check')) writeFileSync(GUIDE, after);
else if (after !== before) {
  console.error('examples/web/README.md does not say what custom-elements.json does: node manifest.mjs writes it');
  process.exitCode = 1;
}
