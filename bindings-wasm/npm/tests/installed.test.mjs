// The package as its users get it: packed, installed from the tarball, run in Node, built by Vite, and in a plain page.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { bilan, catalogueText, PACKAGE } from './support.mjs';

const REQUEST = '{"variant":"prevention","client":"affiliee","hours":20}';
const EXPECTED = bilan.answer('quote', REQUEST);
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'";
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);

const root = mkdtempSync(join(tmpdir(), 'bilan-installed-'));
let tarball;
let browser;
let server;

/** A project that has the package installed. */
function project(name, files) {
  const folder = join(root, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const install = ['install', '--offline', '--no-audit', '--no-fund', '--silent', tarball];
  execFileSync('npm', install, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return folder;
}

/** What a page served from a folder writes into its title, and every address it asks for. */
async function run(folder, file = 'index.html') {
  const { port } = server.address();
  const page = await browser.newPage();
  const asked = [];
  const faults = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`http://127.0.0.1:${port}/${folder}/${file}`);
  await page.waitForFunction(() => document.title !== '', null, { timeout: 20_000 }).catch(() => {});
  const title = await page.title();
  await page.close();
  assert.deepEqual(faults, []);
  return { title, asked };
}

const MAIN = (from) => `
import { answer, BilanError, init, plan } from '${from}';
await init();
let code;
try { plan({ variant: 'evolution', hours: 99 }); } catch (error) { code = error instanceof BilanError && error.code; }
document.title = code === 'budgetInfeasible' ? answer('quote', '${REQUEST}') : 'no error';
`;
const PAGE = (script) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title></title></head><body>${script}</body></html>`;

before(async () => {
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', root], {
    cwd: fileURLToPath(PACKAGE),
    encoding: 'utf8',
  });
  tarball = join(root, packed.trim().split('\n').at(-1));
  server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const file = join(root, path);
    if (path === '/favicon.ico') return response.writeHead(204).end();
    if (!file.startsWith(root) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'text/plain',
      'content-security-policy': POLICY,
    });
    return createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const quiet = [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  browser = await chromium.launch({ executablePath: CHROMIUM, args: quiet });
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  rmSync(root, { recursive: true, force: true });
});

test('the tarball holds the package, its licences and those of what is built in, no source and no test', () => {
  const names = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n').sort();
  for (const name of [
    'package.json',
    'README.md',
    'LICENSE-MIT',
    'LICENSE-APACHE',
    'THIRD-PARTY.md',
    'dist/bilan.wasm',
    'dist/embedded.wasm',
    'dist/embedded.js',
    'dist/objects.wasm',
    'dist/index.js',
    'dist/index.d.ts',
    'dist/node.js',
    'dist/simulateur.js',
    'dist/simulateur.d.ts',
    'dist/bilan-simulateur.js',
    'dist/bilan-simulateur.wasm',
    'dist/bilan-simulateur-loader.js',
    'dist/custom-elements.json',
  ]) {
    assert.ok(names.includes(`package/${name}`), name);
  }
  assert.deepEqual(
    names.filter((name) => /\/(src|node_modules)\/|tsconfig/.test(name)),
    [],
  );
});

test('in Node it is imported and answers, with nothing to wait for', () => {
  const folder = project('node', {
    'main.js': `import { answer } from 'bilan-professionnel';\nprocess.stdout.write(answer('quote', '${REQUEST}'));`,
  });
  assert.equal(execFileSync(process.execPath, ['main.js'], { cwd: folder, encoding: 'utf8' }), EXPECTED);
});

test('the raw module is there for those who load it themselves', () => {
  const folder = project('raw', {
    'main.js': `
import { readFileSync } from 'node:fs';
const bytes = readFileSync(new URL(import.meta.resolve('bilan-professionnel/bilan.wasm')));
const { instance } = await WebAssembly.instantiate(bytes);
process.stdout.write(String(instance.exports.decide(4, 4) & 4));`,
  });
  assert.equal(execFileSync(process.execPath, ['main.js'], { cwd: folder, encoding: 'utf8' }), '4');
});

test('a Vite build works without any configuration', async () => {
  const folder = project('vite', {
    'index.html': PAGE('<script type="module" src="./main.js"></script>'),
    'main.js': MAIN('bilan-professionnel'),
  });
  const vite = fileURLToPath(new URL('node_modules/vite/bin/vite.js', import.meta.url));
  execFileSync(process.execPath, [vite, 'build', '--base', './', '--logLevel', 'warn'], { cwd: folder });
  const { title, asked } = await run('vite/dist');
  assert.equal(title, EXPECTED);
  assert.equal(asked.filter((path) => path.endsWith('.wasm')).length, 1);
  const bundled = readdirSync(join(folder, 'dist/assets'));
  assert.ok(
    bundled.some((name) => /^bilan-.*\.wasm$/.test(name)),
    bundled.join(),
  );
  assert.equal(
    bundled.some((name) => readFileSync(join(folder, 'dist/assets', name), 'latin1').includes('node:fs')),
    false,
  );
});

test('a plain page works, under a strict policy and without a build', async () => {
  project('page', {
    'index.html': PAGE('<script type="module" src="main.js"></script>'),
    'main.js': MAIN('./node_modules/bilan-professionnel/dist/index.js'),
  });
  const { title, asked } = await run('page');
  assert.equal(title, EXPECTED);
  assert.equal(asked.filter((path) => path.endsWith('.wasm')).length, 1);
});

test('in a browser what one operation says, the next accepts and agrees with', async () => {
  project('chains', {
    'index.html': PAGE('<script type="module" src="main.js"></script>'),
    'chains.js': readFileSync(new URL('chains.mjs', import.meta.url), 'utf8'),
    'main.js': `
import * as bilan from './node_modules/bilan-professionnel/dist/index.js';
import { certificates, dossiers, prices } from './chains.js';
await bilan.init();
const wrong = [];
let held = 0;
for (const chain of [certificates, prices, dossiers]) {
  for (const [what, found, expected] of chain(bilan)) {
    if (JSON.stringify(found) === JSON.stringify(expected)) held += 1;
    else wrong.push(what);
  }
}
document.title = wrong.length > 0 ? wrong.join() : 'agreed, ' + held;`,
  });
  const { title } = await run('chains');
  assert.equal(title, `agreed, ${7 * 3 + 7 * 2 + 7 * 8}`);
});

/** Chooses nothing, and says what the adviser's page answers. */
const ELEMENT =
  '<bilan-simulateur mode="expert" variant="prevention" client="affiliee" date="2026-11-23"></bilan-simulateur>';
const WATCH = `document.addEventListener('bilan-result', ({ detail }) => { document.title = detail.dossier.plan.label + ', ' + detail.dossier.quote.amount; });`;

test('the simulator is built by Vite without any configuration, and loads the module that it needs and no other', async () => {
  const script = '<script type="module" src="./main.js"></script>';
  const other = ELEMENT.replace(
    'variant="prevention" client="affiliee"',
    'variant="boussole" client="affiliee" catalogue-src="catalogue.json"',
  );
  const folder = project('vite-element', {
    'index.html': PAGE(`${script}${ELEMENT}`),
    'other.html': PAGE(`${script}${other}`),
    'vite.config.js': `export default { build: { rollupOptions: { input: ['index.html', 'other.html'] } } };`,
    'main.js': `${WATCH}\nimport 'bilan-professionnel/simulateur';`,
  });
  mkdirSync(join(folder, 'public'));
  writeFileSync(join(folder, 'public/catalogue.json'), catalogueText('autre-centre.json'));
  const vite = fileURLToPath(new URL('node_modules/vite/bin/vite.js', import.meta.url));
  execFileSync(process.execPath, [vite, 'build', '--base', './', '--logLevel', 'warn'], { cwd: folder });
  for (const [page, expected, module] of [
    ['index.html', /^Bilan prévention, 2040\.50$/, /\/embedded-[^/]*\.wasm$/],
    ['other.html', /^Bilan boussole, /, /\/bilan-[^/]*\.wasm$/],
  ]) {
    const { title, asked } = await run('vite-element/dist', page);
    assert.match(title, expected);
    const modules = asked.filter((path) => path.endsWith('.wasm'));
    assert.equal(modules.length, 1, modules.join());
    assert.match(modules[0], module);
  }
});

test('the simulator is one file for a plain page, and one line more', async () => {
  project('page-element', {
    'index.html': PAGE(
      `<script src="watch.js"></script><script type="module" src="node_modules/bilan-professionnel/dist/bilan-simulateur.js"></script>${ELEMENT}`,
    ),
    'watch.js': WATCH,
  });
  const { title, asked } = await run('page-element');
  assert.equal(title, 'Bilan prévention, 2040.50');
  assert.deepEqual(
    asked.filter((path) => /dist/.test(path)),
    ['/page-element/node_modules/bilan-professionnel/dist/bilan-simulateur.js'],
  );
});

test('a call before init is refused with a sentence that says so, and a failed load can be tried again', async () => {
  project('early', {
    'index.html': PAGE('<script type="module" src="main.js"></script>'),
    'main.js': `
import { answer, BilanError, init, initSync, plan } from './node_modules/bilan-professionnel/dist/index.js';
const said = [];
try { plan({ variant: 'evolution' }); } catch (error) { said.push(error instanceof BilanError && error.message); }
await init(new Uint8Array([0, 97, 115, 109])).catch((error) => said.push(error.constructor.name));
await init(fetch('./node_modules/bilan-professionnel/dist/bilan.wasm'));
said.push(answer('quote', '${REQUEST}'));
document.title = JSON.stringify(said);`,
  });
  const [early, failed, answered] = JSON.parse((await run('early')).title);
  assert.match(early, /attendez la fin de init/);
  assert.equal(failed, 'CompileError');
  assert.equal(answered, EXPECTED);
});
