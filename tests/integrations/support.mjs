// What the tools' tests share: projects that have the packed package installed, a browser, and a site without a policy of
// its own.
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdirSync, mkdtempSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { chromium } from 'playwright-core';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
  ['.mjs', 'text/javascript'],
  ['.wasm', 'application/wasm'],
]);

/** The entries that have their module inside. */
export const CARRYING = ['inline', 'objects'];

export const REQUEST = { variant: 'prevention', client: 'affiliee', hours: 20 };

/** Projects below a folder whose own `node_modules` hold the tools. */
export class Workshop {
  #folder;
  #tools;
  #tarball;
  #closing = [];
  #browser;
  #answer;

  constructor(tools = '.') {
    this.#tools = path.join(HERE, tools);
    mkdirSync(path.join(this.#tools, 'projects'), { recursive: true });
    this.#folder = mkdtempSync(path.join(this.#tools, 'projects', 'run-'));
    const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', this.#folder], {
      cwd: path.join(HERE, '../../bindings-wasm/npm'),
      encoding: 'utf8',
    });
    this.#tarball = path.join(this.#folder, packed.trim().split('\n').at(-1));
  }

  /** A project of these files, that has the package installed from its tarball. */
  project(name, files, manifest = {}) {
    const folder = path.join(this.#folder, name);
    mkdirSync(folder);
    writeFileSync(
      path.join(folder, 'package.json'),
      JSON.stringify({ name, private: true, type: 'module', ...manifest }),
    );
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    // Unpacked as npm unpacks it; an installation would take away what the tools' folder above has no need to hold.
    const installed = path.join(folder, 'node_modules/bilan-professionnel');
    mkdirSync(installed, { recursive: true });
    execFileSync('tar', ['-xzf', this.#tarball, '-C', installed, '--strip-components=1']);
    return folder;
  }

  /** A tool's program, run in a project: what it printed. */
  run(folder, tool, program, ...given) {
    const file = path.join(this.#tools, 'node_modules', tool, program);
    return execFileSync(process.execPath, [file, ...given], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', PARCEL_WORKERS: '0' },
    });
  }

  /** A tool that is a program of its own, run in a project: what it printed. */
  binary(folder, tool, ...given) {
    const file = path.join(this.#tools, 'node_modules/.bin', tool);
    return execFileSync(file, given, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** A module of a tool. */
  tool(file) {
    return import(pathToFileURL(path.join(this.#tools, 'node_modules', file)).href);
  }

  /** What a program that was built prints in Node. */
  node(folder, file) {
    return execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
  }

  /** What the package answers in Node, from its own files. */
  get answer() {
    this.#answer ??= this.node(this.project('node', { 'main.js': printing('bilan-professionnel') }), 'main.js');
    return this.#answer;
  }

  /** The address of a folder that is served as it is. */
  async serve(folder) {
    const server = createServer((request, response) => {
      const file = path.join(folder, new URL(request.url, 'http://localhost').pathname.replace(/\/$/, '/index.html'));
      if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': TYPES.get(path.extname(file)) ?? 'application/octet-stream' });
      return pipeline(createReadStream(file), response, () => {});
    });
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
    this.#closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${server.address().port}/`;
  }

  /** What is to be ended with the run. */
  later(end) {
    this.#closing.push(end);
  }

  /** What a page of an address says, in its title. */
  async page(address) {
    this.#browser ??= await chromium.launch({
      executablePath: ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync),
      args: QUIET,
    });
    const page = await this.#browser.newPage();
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(address);
    await page.waitForFunction(() => document.title !== '', null, { timeout: 60_000 }).catch(() => {});
    const title = await page.title();
    await page.close();
    return title || faults.join('\n');
  }

  async close() {
    await this.#browser?.close();
    for (const end of this.#closing) await end();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const QUIET = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A program that prints an answer. */
export const printing = (entry) =>
  `import { answer } from '${entry}';\nprocess.stdout.write(answer('quote', '${JSON.stringify(REQUEST)}'));\n`;

/** A page's script that writes an answer, or what was thrown, in the title. */
export const showing = (entry) => `import { answer, BilanError, init } from '${entry}';
init().then(
  () => { document.title = answer('quote', '${JSON.stringify(REQUEST)}'); },
  (error) => { document.title = (error instanceof BilanError ? 'BilanError: ' : 'Error: ') + error.message; },
);
`;

export const html = (script) =>
  `<!doctype html>\n<html lang="fr"><head><meta charset="utf-8"><title></title></head><body><script type="module" src="${script}"></script></body></html>\n`;
