/**
 * The package with its module inside: nothing to fetch, nothing to configure, the same in a browser, on a server and
 * behind any bundler. Larger by what the module weighs more as text.
 */

import { refusal } from './error.js';
import type { ModuleSource } from './index.js';
import { adopt, adoptNow, loadWith } from './module.js';
import { unpack } from './packed.js';
import packed from './packed-module.js';

export * from './api.js';
export type { ModuleSource } from './index.js';

loadWith(() => {
  try {
    return new WebAssembly.Module(unpack(packed));
  } catch (cause) {
    throw refusal(
      'internal',
      '',
      'Ce navigateur ne compile pas le module d’un coup : attendez la fin de init().',
      cause,
    );
  }
});

let loading: Promise<void> | undefined;

/**
 * Compiles the module without holding the page up, once. Needed in a browser alone, where older ones compile nothing of
 * this size at once; on a server the first call does it.
 *
 * A compiled module or its bytes may be given, as to the other entries; an address or a response is not read.
 */
export function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void> {
  return (loading ??= load(source).catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
}

/** Takes the module at once: its bytes, or the compiled `WebAssembly.Module`. */
export function initSync(source: ModuleSource): void {
  adoptNow(source as object);
}

async function load(given?: ModuleSource | Promise<ModuleSource>): Promise<void> {
  const source = await given;
  if (source instanceof WebAssembly.Module) return adopt(source);
  const bytes = source instanceof ArrayBuffer || ArrayBuffer.isView(source) ? source : unpack(packed);
  const { module, instance } = await WebAssembly.instantiate(bytes as BufferSource);
  adopt(module, instance);
}
