// The tests of a version of Vite: its server for those who write the page, and its build.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';

import { CARRYING, html, showing } from './support.mjs';

/**
 * `served` says what the smallest entry does in the development server: a version before 8 moves the package's code
 * without the module beside it, which the page is told.
 */
export function viteTests(workshop, tool, served) {
  const files = (entry) => ({ 'index.html': html('/main.js'), 'main.js': showing(entry) });
  const develop = async (name, entry) => {
    const root = workshop().project(name, files(entry));
    const { createServer } = await workshop().tool(`${tool}/dist/node/index.js`);
    const server = await createServer({
      root,
      configFile: false,
      logLevel: 'error',
      server: { port: 0, host: '127.0.0.1' },
    });
    await server.listen();
    workshop().later(() => server.close());
    return workshop().page(server.resolvedUrls.local[0]);
  };
  const build = async (name, entry) => {
    const folder = workshop().project(name, files(entry));
    workshop().run(folder, tool, 'bin/vite.js', 'build', '--logLevel', 'error');
    return workshop().page(await workshop().serve(path.join(folder, 'dist')));
  };

  for (const entry of CARRYING) {
    test(`${tool}: ./${entry} in the development server`, async () => {
      assert.equal(await develop(`${tool}-dev-${entry}`, `bilan-professionnel/${entry}`), workshop().answer);
    });
    test(`${tool}: ./${entry}, built`, async () => {
      assert.equal(await build(`${tool}-build-${entry}`, `bilan-professionnel/${entry}`), workshop().answer);
    });
  }
  test(`${tool}: the smallest entry in the development server`, async () => {
    const said = await develop(`${tool}-dev`, 'bilan-professionnel');
    if (served) assert.equal(said, workshop().answer);
    else assert.match(said, /^BilanError: .*bilan-professionnel\/inline/);
  });
  test(`${tool}: the smallest entry, built`, async () => {
    assert.equal(await build(`${tool}-build`, 'bilan-professionnel'), workshop().answer);
  });
}
