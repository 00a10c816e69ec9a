/**
 * Builds the second export of the npm package, and the self-contained script, beside the package's own modules:
 *
 *   simulateur.js        an ES module; loads bilan.wasm through the package
 *   bilan-simulateur.js  a module script with everything included, for sites without a build
 *
 * Fails over the budget of either.
 */

import { copyFileSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const dist = at('../npm/dist/');

/** Takes the base package from a module of its folder; `external`: as another file beside this one. */
const base = (module, external) => ({
  name: 'base',
  setup({ onResolve }) {
    onResolve({ filter: /^bilan-professionnel$/ }, () => ({
      path: external ? `./${module}` : `${dist}${module}`,
      external,
    }));
  },
});

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
const banner = { js: '/* bilan-professionnel, MIT OR Apache-2.0; with Lit, BSD-3-Clause */' };
await build({
  ...shared,
  banner,
  entryPoints: [at('src/index.ts')],
  plugins: [base('index.js', true), tidy],
  outfile: `${dist}simulateur.js`,
});
await build({
  ...shared,
  banner,
  entryPoints: [at('src/index.ts')],
  plugins: [base('inline.js', false), tidy],
  outfile: `${dist}bilan-simulateur.js`,
});
copyFileSync(at('simulateur.d.ts'), `${dist}simulateur.d.ts`);

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

const BUDGETS = { 'simulateur.js': 40_000, 'bilan-simulateur.js': 190_000 };
let over = 0;
for (const [name, budget] of Object.entries(BUDGETS)) {
  const { raw, brotli } = compressed(name);
  if (brotli > budget) over += 1;
  console.log(
    `${name}: ${raw} bytes, ${brotli} with Brotli (budget ${budget})${brotli > budget ? ' OVER BUDGET' : ''}`,
  );
}
process.exitCode = over > 0 ? 1 : 0;
