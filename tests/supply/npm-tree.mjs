/**
 * npm-tree.mjs DIR: writes there the manifest and the lock file of the npm package as if what is bundled into it were
 * its dependencies. That is what a bill of materials has to say, and the package's own manifest, without any, does not.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundled } from './bundled.mjs';

const read = (path) => JSON.parse(readFileSync(new URL(`../../bindings-wasm/${path}`, import.meta.url), 'utf8'));
const lock = read('simulateur/package-lock.json');
const { name, version, description, license, repository } = read('npm/package.json');

const packages = {};
function add(dependency) {
  const key = `node_modules/${dependency}`;
  if (key in packages) return;
  const { dev: _, ...locked } = lock.packages[key];
  packages[key] = locked;
  Object.keys(locked.dependencies ?? {}).forEach(add);
}
(await bundled()).forEach(add);

const wanted = Object.keys(lock.packages[''].devDependencies).filter((each) => `node_modules/${each}` in packages);
const dependencies = Object.fromEntries(wanted.map((each) => [each, packages[`node_modules/${each}`].version]));
const manifest = { name, version, description, license, repository, dependencies };
const write = (file, value) => writeFileSync(join(process.argv[2], file), JSON.stringify(value));
write('package.json', manifest);
write('package-lock.json', {
  name,
  version,
  lockfileVersion: 3,
  requires: true,
  packages: { '': manifest, ...packages },
});
