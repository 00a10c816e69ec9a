/**
 * Builds the second export of the npm package, and the self-contained script, beside the package's own modules:
 *
 *   simulateur.js        an ES module; loads embedded.wasm through the package, and bilan.wasm for another catalogue
 *   bilan-simulateur.js  a script with everything included, for sites without a build; a module or not
 *   bilan-simulateur.wasm  what that script fetches for another catalogue, and for nothing else: bilan.wasm
 *   bilan-simulateur-loader.js  a small script that shows the frame of the first question and brings the former
 *   custom-elements.json the manifest of the element
 *
 * Fails over the budget of one of them.
 */

import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const dist = at('../npm/dist/');

/** Takes the base package from a file beside the script, which stays there, or from the sources. */
const base = ({ beside, source }) => ({
  name: 'base',
  setup({ onResolve }) {
    onResolve({ filter: /^bilan-professionnel$/ }, () =>
      beside ? { path: `./${beside}`, external: true } : { path: at(source) },
    );
  },
});

/** The module that a script carries, as a text. */
const packed = {
  name: 'packed',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^packed-embedded$/ }, ({ path }) => ({ path, namespace: 'packed' }));
    onLoad({ filter: /.*/, namespace: 'packed' }, async () => {
      const { pack } = await import(`${dist}packed.js`);
      return { contents: pack(readFileSync(`${dist}embedded.wasm`)), loader: 'text' };
    });
  },
};

const digest = (file) => createHash('sha384').update(readFileSync(file)).digest('base64');

/** Spaces between the tags and rules of the templates are for those who read the sources. */
const tidy = {
  name: 'tidy',
  setup({ onLoad }) {
    onLoad({ filter: /simulateur\/src\/.*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const lean = /\/(views|styles)\//.test(path) ? text.replace(/\n\s+/g, '\n') : text;
      return { contents: lean, loader: 'ts' };
    });
  },
};

/** Lit makes its markup under the element's own policy of Trusted Types; refused, it is told when it is used. */
const trust = {
  name: 'trust',
  setup({ onLoad }) {
    onLoad({ filter: /\/lit-html\/lit-html\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const policy = /(\w)\.createPolicy\("lit-html",\{createHTML:(\w)=>\2\}\)/;
      if (!policy.test(text)) throw new Error('lit-html makes its policy in another way');
      const ours =
        '((policies)=>{try{return policies.createPolicy("bilan-simulateur",{createHTML:(text)=>text})}catch{}})($1)';
      return { contents: text.replace(policy, ours), loader: 'js' };
    });
  },
};

/** Importing has no effect on a server, where there is no document. */
const SERVER =
  'const HTMLElement=globalThis.HTMLElement??class{},document=globalThis.document??{createTreeWalker(){},createComment(){}};';

/** The oldest browsers that the package states. */
const target = ['chrome96', 'firefox92', 'safari15.4'];
const shared = {
  bundle: true,
  format: 'esm',
  target,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
};
const notice = '/* bilan-professionnel, MIT OR Apache-2.0; with Lit, BSD-3-Clause */';
await build({
  ...shared,
  banner: { js: `${notice}\n${SERVER}` },
  entryPoints: [at('src/index.ts')],
  plugins: [base({ beside: 'embedded.js' }), tidy, trust],
  outfile: `${dist}simulateur.js`,
});
await build({
  ...shared,
  format: 'iife',
  banner: { js: notice },
  entryPoints: [at('src/index.ts')],
  plugins: [base({ source: 'src/carried.ts' }), packed, tidy, trust],
  define: { CATALOGUES_DIGEST: JSON.stringify(`sha384-${digest(`${dist}bilan.wasm`)}`) },
  outfile: `${dist}bilan-simulateur.js`,
});
await build({
  ...shared,
  format: 'iife',
  banner: { js: notice },
  entryPoints: [at('src/loader.ts')],
  // The styles need nothing else of Lit.
  alias: { lit: '@lit/reactive-element/css-tag.js' },
  plugins: [tidy],
  outfile: `${dist}bilan-simulateur-loader.js`,
});
copyFileSync(`${dist}bilan.wasm`, `${dist}bilan-simulateur.wasm`);
for (const name of ['simulateur.d.ts', 'custom-elements.json']) copyFileSync(at(name), `${dist}${name}`);

/** Brotli at its best, as a server keeps it. */
function compressed(name) {
  const bytes = readFileSync(`${dist}${name}`);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return { raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
}

const BUDGETS = { 'simulateur.js': 40_000, 'bilan-simulateur.js': 160_000, 'bilan-simulateur-loader.js': 5_000 };
let over = 0;
for (const [name, budget] of Object.entries(BUDGETS)) {
  const { raw, brotli } = compressed(name);
  if (brotli > budget) over += 1;
  console.log(
    `${name}: ${raw} bytes, ${brotli} with Brotli (budget ${budget})${brotli > budget ? ' OVER BUDGET' : ''}`,
  );
}
process.exitCode = over > 0 ? 1 : 0;
