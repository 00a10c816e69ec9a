/** Which packages the scripts of the npm package carry in them, as the bundler tells; as a program, one name a line. */

import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const simulateur = fileURLToPath(new URL('../../bindings-wasm/simulateur/', import.meta.url));

export async function bundled() {
  const { build } = createRequire(simulateur)('esbuild');
  const { metafile } = await build({
    absWorkingDir: simulateur,
    entryPoints: ['src/index.ts'],
    bundle: true,
    format: 'esm',
    metafile: true,
    write: false,
    outdir: 'dist',
    // The package itself.
    external: ['bilan-professionnel'],
    logLevel: 'error',
  });
  const paths = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const names = paths.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean);
  if (names.length === 0) throw new Error('the bundle has no package in it');
  return [...new Set(names)].sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await bundled()).join('\n'));
