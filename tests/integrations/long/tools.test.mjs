// The other tools: every major version of Vite that is in use, webpack, Parcel, Next, Bun, Deno; the other frameworks.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { elementTest } from '../frameworks.mjs';
import { CARRYING, html, printing, REQUEST, showing, Workshop } from '../support.mjs';
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

for (const entry of ['bilan-professionnel', ...CARRYING.map((entry) => `bilan-professionnel/${entry}`)]) {
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

for (const entry of CARRYING) {
  test(`Next: a server component and a client component, ./${entry}`, async () => {
    const folder = workshop.project(`next-${entry}`, {
      'app/layout.js': `export default function Layout({ children }) { return <html lang="fr"><body>{children}</body></html>; }`,
      'app/page.js': `import { quote } from 'bilan-professionnel/${entry}';
import Client from './client';
export const dynamic = 'force-dynamic';
export default function Page() {
  return <><p id="server">{JSON.stringify(quote(${JSON.stringify(REQUEST)}))}</p><Client /></>;
}`,
      'app/client.js': `'use client';
import { useEffect } from 'react';
import { init, quote } from 'bilan-professionnel/${entry}';
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
}

for (const entry of ['', ...CARRYING.map((entry) => `/${entry}`)]) {
  test(`Bun: bilan-professionnel${entry}`, () => {
    const folder = workshop.project(`bun${entry.replace('/', '-')}`, {
      'main.js': printing(`bilan-professionnel${entry}`),
    });
    assert.equal(workshop.binary(folder, 'bun', 'run', 'main.js'), workshop.answer);
  });

  test(`Deno: bilan-professionnel${entry}`, () => {
    const folder = workshop.project(`deno${entry.replace('/', '-')}`, {
      'main.js': printing(`bilan-professionnel${entry}`),
    });
    // Nothing but the package's own files may be read.
    const given = ['run', '--no-prompt', '--node-modules-dir=manual', `--allow-read=${folder}`, 'main.js'];
    assert.equal(workshop.binary(folder, 'deno', ...given), workshop.answer);
  });
}

for (const entry of CARRYING) {
  test(`a program of one file, made by Bun: ./${entry}`, () => {
    const folder = workshop.project(`bun-file-${entry}`, { 'main.js': printing(`bilan-professionnel/${entry}`) });
    workshop.binary(folder, 'bun', 'build', 'main.js', '--compile', '--outfile', 'program');
    assert.equal(execFileSync('./program', { cwd: folder, encoding: 'utf8' }), workshop.answer);
  });
}

elementTest(() => workshop, 'React', 'vite-8', {
  'main.js': `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import 'bilan-professionnel/simulateur';
import { ATTRIBUTES, shown } from './shown.js';
const root = document.body.appendChild(document.createElement('div'));
createRoot(root).render(createElement('bilan-simulateur', { ...ATTRIBUTES, 'onbilan-result': shown }));
`,
});

elementTest(() => workshop, 'Vue', 'vite-8', {
  'vite.config.js': `import vue from '@vitejs/plugin-vue';
const isCustomElement = (tag) => tag.startsWith('bilan-');
export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
`,
  'Page.vue': `<script setup>
import 'bilan-professionnel/simulateur';
import { ATTRIBUTES, shown } from './shown.js';
const { mode, variant, client, date } = ATTRIBUTES;
</script>
<template>
  <bilan-simulateur :mode="mode" :variant="variant" :client="client" :date="date" @bilan-result="shown" />
</template>
`,
  'main.js': `import { createApp } from 'vue';
import Page from './Page.vue';
createApp(Page).mount(document.body.appendChild(document.createElement('div')));
`,
});

elementTest(() => workshop, 'Svelte', 'vite-8', {
  'vite.config.js': `import { svelte } from '@sveltejs/vite-plugin-svelte';
export default { plugins: [svelte()] };
`,
  'Page.svelte': `<script>
import 'bilan-professionnel/simulateur';
import { ATTRIBUTES, shown } from './shown.js';
const { mode, variant, client, date } = ATTRIBUTES;
</script>
<bilan-simulateur {mode} {variant} {client} {date} onbilan-result={shown}></bilan-simulateur>
`,
  'main.js': `import { mount } from 'svelte';
import Page from './Page.svelte';
mount(Page, { target: document.body });
`,
});

// Its compiler reads the template in the page, so that nothing but Vite has to build it.
elementTest(() => workshop, 'Angular', 'vite-8', {
  'main.js': `import '@angular/compiler';
import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import 'bilan-professionnel/simulateur';
import { ATTRIBUTES, shown } from './shown.js';
class Page {
  attributes = ATTRIBUTES;
  shown = shown;
}
const Decorated = Component({
  selector: 'app-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`<bilan-simulateur [mode]="attributes.mode" [attr.variant]="attributes.variant" [client]="attributes.client"
    [attr.date]="attributes.date" (bilan-result)="shown($event)"></bilan-simulateur>\`,
})(Page) ?? Page;
document.body.append(document.createElement('app-page'));
bootstrapApplication(Decorated, { providers: [provideZonelessChangeDetection()] });
`,
});
