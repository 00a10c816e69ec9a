// The oldest browsers stated really run the package: Chrome and Edge 96, Firefox 92, Safari 15.4.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { transform } from 'esbuild';

import { bilan, PACKAGE } from './support.mjs';

const FLOOR = ['chrome96', 'firefox92', 'safari15.4'];
const dist = new URL('dist/', PACKAGE);
const scripts = readdirSync(dist).filter((name) => name.endsWith('.js') && !name.startsWith('packed-'));

test('no script is of a syntax that they do not know', async () => {
  assert.ok(scripts.includes('index.js') && scripts.includes('inline.js'));
  for (const name of scripts) {
    const text = readFileSync(new URL(name, dist), 'utf8');
    const [written, lowered] = await Promise.all(
      ['esnext', FLOOR].map(async (target) => (await transform(text, { target, format: 'esm', charset: 'utf8' })).code),
    );
    assert.equal(lowered === written, true, `${name} would have to be rewritten for ${FLOOR.join(', ')}`);
  }
});

test('a syntax that they do not know would be seen', async () => {
  const text = 'using a = b; export class C { static { d(); } }';
  const [written, lowered] = await Promise.all(
    ['esnext', FLOOR].map(async (target) => (await transform(text, { target, format: 'esm' })).code),
  );
  assert.notEqual(lowered, written);
});

for (const entry of ['inline', 'objects']) {
  test(`every operation answers without the methods that came later: ${entry}`, () => {
    const script = `
    const { takeLaterAway } = await import(${JSON.stringify(new URL('later.mjs', import.meta.url).href)});
    const taken = takeLaterAway();
    const bilan = await import(${JSON.stringify(new URL(`${entry}.js`, dist).href)});
    const other = bilan.Catalogue.parse(bilan.catalogue());
    const request = { on: '2026-11-23', needs: ['preserverSante'], facts: { rqth: true }, client: 'affiliee', calendar: { exchangesOn: '2026-12-01' } };
    const dossier = other.simulate(request);
    const said = [bilan.replay({ case: request, record: dossier.record }).holds, bilan.answer('plan', '"\\ud83d"').length > 0];
    other.free();
    bilan.decideMany(new Uint32Array(3), new Uint32Array(3));
    process.stdout.write(JSON.stringify({ taken, said, amount: dossier.quote.amount }));`;
    const { taken, said, amount } = JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
    );
    assert.ok(
      taken.includes('Array.prototype.toSorted') && taken.includes('String.prototype.isWellFormed'),
      taken.join(),
    );
    assert.deepEqual(said, [true, true]);
    assert.equal(amount, bilan.quote({ variant: 'prevention', client: 'affiliee' }).amount);
  });
}

test('the module is of the WebAssembly that they know', () => {
  const known = [
    'bulk-memory',
    'multivalue',
    'mutable-globals',
    'nontrapping-float-to-int',
    'reference-types',
    'sign-ext',
  ];
  const check = (module, features) =>
    execFileSync(
      process.execPath,
      [
        fileURLToPath(new URL('node_modules/binaryen/bin/wasm-opt', PACKAGE)),
        '--mvp-features',
        ...features.map((name) => `--enable-${name}`),
        fileURLToPath(new URL(module, dist)),
      ],
      { stdio: 'pipe' },
    );
  for (const module of ['embedded.wasm', 'bilan.wasm', 'objects.wasm']) {
    check(module, known);
    assert.throws(() => check(module, []), /unexpected|invalid|validat/i);
  }
});
