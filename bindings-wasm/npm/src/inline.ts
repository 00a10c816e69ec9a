/**
 * The package with its module inside: nothing to fetch, nothing to configure, the same in a browser, on a server and
 * behind any bundler. Larger by what the module weighs more as text.
 */

import { carry } from './carried.js';
import type { ModuleSource } from './starting.js';
import packed from './packed-module.js';

export * from './api.js';
export type { ModuleSource } from './starting.js';

const starting = carry(packed);

/**
 * Compiles the module without holding the page up, once. Needed in a browser alone, where older ones compile nothing of
 * this size at once; on a server the first call does it.
 *
 * A compiled module or its bytes may be given, as to the other entries; an address or a response is not read.
 */
export function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void> {
  return starting.init(source);
}

/** Takes the module at once: its bytes, or the compiled `WebAssembly.Module`. */
export function initSync(source: ModuleSource): void {
  starting.initSync(source);
}
