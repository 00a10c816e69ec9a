/** The package in Node: the module is read on the first call, and nothing has to be waited for. */

import { readFileSync } from 'node:fs';

import { refusal } from './error.js';
import { adoptNow, loadWith } from './module.js';
import type { ModuleSource } from './starting.js';

export * from './api.js';
export type { ModuleSource } from './starting.js';

loadWith(() => new WebAssembly.Module(bytes()));

/** The module that stands beside this file; a bundler that moves this code leaves it behind. */
function bytes() {
  try {
    return readFileSync(new URL('./bilan.wasm', import.meta.url));
  } catch (cause) {
    throw refusal(
      'internal',
      '',
      'bilan.wasm est introuvable à côté de ce code, qui a été déplacé : importez « bilan-professionnel/inline ».',
      cause,
    );
  }
}

/** As in a browser, where it is needed; here it is not. */
export async function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void> {
  const given = await source;
  if (given instanceof WebAssembly.Module || given instanceof ArrayBuffer || ArrayBuffer.isView(given)) adoptNow(given);
}

/** Takes the module at once: its bytes, or the compiled `WebAssembly.Module`. */
export function initSync(source: ModuleSource): void {
  adoptNow(source as object);
}
