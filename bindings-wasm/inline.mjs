// Writes the modules as texts, for the entries that have them inside: npm/dist/packed-module.js, packed-objects.js.
import { readFileSync, writeFileSync } from 'node:fs';

const dist = new URL('npm/dist/', import.meta.url);
const { pack } = await import(new URL('packed.js', dist));

for (const [module, script] of [
  ['bilan.wasm', 'packed-module.js'],
  ['objects.wasm', 'packed-objects.js'],
]) {
  const text = pack(readFileSync(new URL(module, dist)));
  writeFileSync(new URL(script, dist), `export default ${JSON.stringify(text)};\n`);
}
