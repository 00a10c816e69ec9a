// One tool of each kind: a server for development and a build for pages, bundles for servers, a plain page, a framework.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { elementTest } from './frameworks.mjs';
import { CARRYING, html, printing, REQUEST, showing, Workshop } from './support.mjs';
import { viteTests } from './vite.mjs';

let workshop;
before(() => {
  workshop = new Workshop();
});
after(() => workshop.close());

test('the answer compared with is a price', () => {
  assert.equal(JSON.parse(workshop.answer).reference.amount, '2040.50');
});

viteTests(() => workshop, 'vite', false);

/** The server's bundle of esbuild, in a format. */
async function esbuild(name, entry, format, platform) {
  const folder = workshop.project(name, {
    'main.js': platform === 'node' ? printing(entry) : showing(entry),
    'index.html': html('out/main.js'),
  });
  const { build } = await workshop.tool('esbuild/lib/main.js');
  const file = format === 'cjs' ? 'out/main.cjs' : 'out/main.js';
  await build({
    absWorkingDir: folder,
    entryPoints: ['main.js'],
    bundle: true,
    platform,
    format,
    outfile: file,
    logLevel: 'error',
    logOverride: { 'empty-import-meta': 'silent' },
  });
  return { folder, file };
}

for (const format of ['cjs', 'esm']) {
  for (const entry of CARRYING) {
    test(`esbuild for a server, ${format}: ./${entry}`, async () => {
      const { folder, file } = await esbuild(
        `esbuild-${format}-${entry}`,
        `bilan-professionnel/${entry}`,
        format,
        'node',
      );
      assert.equal(workshop.node(folder, file), workshop.answer);
    });
  }

  test(`esbuild for a server, ${format}: the smallest entry says which one to import`, async () => {
    const { folder, file } = await esbuild(`esbuild-${format}`, 'bilan-professionnel', format, 'node');
    assert.throws(() => workshop.node(folder, file), /BilanError: .*bilan-professionnel\/inline/);
  });
}

for (const entry of CARRYING) {
  test(`esbuild for a page: ./${entry}`, async () => {
    const { folder } = await esbuild(`esbuild-page-${entry}`, `bilan-professionnel/${entry}`, 'esm', 'browser');
    assert.equal(await workshop.page(await workshop.serve(folder)), workshop.answer);
  });

  test(`Rollup for a server: ./${entry}`, async () => {
    const folder = workshop.project(`rollup-${entry}`, { 'main.js': printing(`bilan-professionnel/${entry}`) });
    const [{ rollup }, { nodeResolve }] = await Promise.all([
      workshop.tool('rollup/dist/es/rollup.js'),
      workshop.tool('@rollup/plugin-node-resolve/dist/es/index.js'),
    ]);
    const bundle = await rollup({
      input: path.join(folder, 'main.js'),
      plugins: [nodeResolve({ exportConditions: ['node'] })],
    });
    await bundle.write({ file: path.join(folder, 'out.js'), format: 'es' });
    assert.equal(workshop.node(folder, 'out.js'), workshop.answer);
  });
}

test('a plain page, without a build: every entry', async () => {
  for (const entry of ['index', ...CARRYING]) {
    const folder = workshop.project(`page-${entry}`, {
      'index.html': html('main.js'),
      'main.js': showing(`./node_modules/bilan-professionnel/dist/${entry}.js`),
    });
    assert.equal(await workshop.page(await workshop.serve(folder)), workshop.answer, entry);
  }
});

test('Node: every entry', () => {
  for (const entry of ['', ...CARRYING.map((entry) => `/${entry}`)]) {
    const folder = workshop.project(`node${entry.replace('/', '-')}-alone`, {
      'main.js': printing(`bilan-professionnel${entry}`),
    });
    assert.equal(workshop.node(folder, 'main.js'), workshop.answer, entry);
  }
});

test('a component of Preact, built by Vite', async () => {
  const component = `import { h, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { init, quote } from 'bilan-professionnel/inline';
function Price() {
  const [known, setKnown] = useState(null);
  useEffect(() => { init().then(() => setKnown(quote(${JSON.stringify(REQUEST)}))); }, []);
  useEffect(() => { if (known) document.title = JSON.stringify(known); }, [known]);
  return h('p', null, known?.status);
}
render(h(Price), document.body);
`;
  const folder = workshop.project('preact', { 'index.html': html('/main.js'), 'main.js': component });
  workshop.run(folder, 'vite', 'bin/vite.js', 'build', '--logLevel', 'error');
  assert.equal(await workshop.page(await workshop.serve(path.join(folder, 'dist'))), workshop.answer);
});

elementTest(() => workshop, 'Preact', 'vite', {
  'main.js': `import { h, render } from 'preact';
import 'bilan-professionnel/simulateur';
import { ATTRIBUTES, shown } from './shown.js';
render(h('bilan-simulateur', { ...ATTRIBUTES, 'onbilan-result': shown }), document.body);
`,
});
