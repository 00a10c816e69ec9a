/** The package in Node: the module is read on the first call, and nothing has to be waited for. */

import { readFileSync } from 'node:fs';

import { adopt, loadWith } from './module.js';
import type { ModuleSource } from './index.js';

export * from './api.js';
export type { ModuleSource } from './index.js';

loadWith(() => new WebAssembly.Module(readFileSync(new URL('./bilan.wasm', import.meta.url))));

/** As in a browser, where it is needed; here it is not. */
export async function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void> {
  const given = await source;
  if (given instanceof WebAssembly.Module || given instanceof ArrayBuffer || ArrayBuffer.isView(given)) initSync(given);
}

/** Takes the module at once: its bytes, or the compiled `WebAssembly.Module`. */
export function initSync(source: ModuleSource): void {
  adopt(source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source as BufferSource));
}
