// Writes the module as a text, for the entry that has it inside: npm/dist/packed-module.js.
import { readFileSync, writeFileSync } from 'node:fs';

const dist = new URL('npm/dist/', import.meta.url);
const { pack } = await import(new URL('packed.js', dist));

writeFileSync(
  new URL('packed-module.js', dist),
  `export default ${JSON.stringify(pack(readFileSync(new URL('bilan.wasm', dist))))};\n`,
);
