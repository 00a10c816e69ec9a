/**
 * What the simulator loads: the module that answers about the embedded catalogue alone, smaller than the others. The one
 * that reads other catalogues, that of the entry `.`, arrives when it is asked for.
 */

import { fetching } from './fetched.js';
import { CATALOGUES, EMBEDDED, isReady } from './module.js';

export * from './api.js';

const smaller = fetching('embedded.wasm', () => fetch(new URL('./embedded.wasm', import.meta.url)), EMBEDDED);
const larger = fetching('bilan.wasm', () => fetch(new URL('./bilan.wasm', import.meta.url)), CATALOGUES);

/** Loads the smaller module, unless the page has one that does. */
export async function init(): Promise<void> {
  if (!isReady(EMBEDDED)) await smaller.init();
}

/** Loads the module that reads other catalogues, unless the page has one that does. */
export async function initForCatalogues(): Promise<void> {
  if (!isReady(CATALOGUES)) await larger.init();
}
