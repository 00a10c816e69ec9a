// The other tools: every major version of Vite that is in use, webpack, Parcel, Next.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { html, REQUEST, showing, Workshop } from '../support.mjs';
import { viteTests } from '../vite.mjs';

let workshop;
before(() => {
  workshop = new Workshop('long');
});
after(() => workshop.close());

for (const [tool, served] of [
  ['vite-5', false],
  ['vite-6', false],
  ['vite-8', true],
])
  viteTests(() => workshop, tool, served);

for (const entry of ['bilan-professionnel', 'bilan-professionnel/inline']) {
  test(`webpack 5: ${entry}`, async () => {
    const folder = workshop.project(`webpack-${entry.replace('/', '-')}`, {
      'src/index.js': showing(entry),
      'dist/index.html': html('main.js'),
    });
    workshop.run(folder, 'webpack-cli', 'bin/cli.js', '--mode', 'production');
    assert.equal(await workshop.page(await workshop.serve(path.join(folder, 'dist'))), workshop.answer);
  });

  test(`Parcel 2: ${entry}`, async () => {
    const folder = workshop.project(`parcel-${entry.replace('/', '-')}`, {
      'index.html': html('main.js'),
      'main.js': showing(entry),
    });
    // It reads `exports` where the package.json beside the lock file says so.
    workshop.run(
      folder,
      'parcel',
      'lib/bin.js',
      'build',
      'index.html',
      '--no-cache',
      '--cache-dir',
      'cache',
      '--no-optimize',
      '--log-level',
      'error',
    );
    assert.equal(await workshop.page(await workshop.serve(path.join(folder, 'dist'))), workshop.answer);
  });
}

test('Next: a server component and a client component, ./inline', async () => {
  const folder = workshop.project('next', {
    'app/layout.js': `export default function Layout({ children }) { return <html lang="fr"><body>{children}</body></html>; }`,
    'app/page.js': `import { quote } from 'bilan-professionnel/inline';
import Client from './client';
export const dynamic = 'force-dynamic';
export default function Page() {
  return <><p id="server">{JSON.stringify(quote(${JSON.stringify(REQUEST)}))}</p><Client /></>;
}`,
    'app/client.js': `'use client';
import { useEffect } from 'react';
import { init, quote } from 'bilan-professionnel/inline';
export default function Client() {
  useEffect(() => { init().then(() => { document.title = JSON.stringify(quote(${JSON.stringify(REQUEST)})); }); }, []);
  return null;
}`,
  });
  workshop.run(folder, 'next', 'dist/bin/next', 'build');
  const program = path.join(folder, '../../../node_modules/next/dist/bin/next');
  const server = spawn(process.execPath, [program, 'start', '--port', '0', '--hostname', '127.0.0.1'], {
    cwd: folder,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  });
  workshop.later(() => server.kill());
  let said = '';
  while (!/127\.0\.0\.1:[1-9]\d*/.test(said)) said += (await once(server.stdout, 'data'))[0];
  const address = `http://${/127\.0\.0\.1:[1-9]\d*/.exec(said)[0]}/`;
  const page = await (await fetch(address)).text();
  const shown = /<p id="server">(.*?)<\/p>/s.exec(page)[1].replaceAll('&quot;', '"');
  assert.equal(shown, workshop.answer);
  assert.equal(await workshop.page(address), workshop.answer);
});
