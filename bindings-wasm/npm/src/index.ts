/** The package in a browser, or wherever modules are fetched: `await init()` once, then everything is synchronous. */

import { fetching } from './fetched.js';
import { CATALOGUES } from './module.js';
import type { ModuleSource } from './starting.js';

export * from './api.js';
export type { ModuleSource } from './starting.js';

const starting = fetching('bilan.wasm', () => fetch(new URL('./bilan.wasm', import.meta.url)), CATALOGUES);

/**
 * Loads the module, once: by default the `bilan.wasm` that stands beside this file. Later calls wait for the same load;
 * after a failed one, the next call tries again.
 */
export function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void> {
  return starting.init(source);
}

/** Takes the module at once: its bytes, or the compiled `WebAssembly.Module`. */
export function initSync(source: ModuleSource): void {
  starting.initSync(source);
}
