/** The package in a browser, or wherever modules are fetched: `await init()` once, then everything is synchronous. */

import { refusal } from './error.js';
import { adopt, adoptNow, Instance } from './module.js';

export * from './api.js';

/** The module: where it is, a response that carries it, its bytes, or the compiled `WebAssembly.Module` itself. */
export type ModuleSource = string | object;

let loading: Promise<void> | undefined;

/**
 * Loads the module, once: by default the `bilan.wasm` that stands beside this file. Later calls wait for the same load;
 * after a failed one, the next call tries again.
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
  loading ??= Promise.resolve();
}

async function load(given?: ModuleSource | Promise<ModuleSource>): Promise<void> {
  let source = (await given) ?? fetch(new URL('./bilan.wasm', import.meta.url));
  if (typeof source === 'string' || source instanceof URL) source = fetch(source);
  source = await source;
  if (source instanceof WebAssembly.Module) {
    adopt(source, new Instance(await WebAssembly.instantiate(source)));
    return;
  }
  if (source instanceof Response) {
    if (!source.ok)
      throw refusal('internal', '', `bilan.wasm n’a pas pu être chargé : le serveur répond ${source.status}.`);
    // Compiled while it arrives, where the server names the type that this needs.
    if (source.headers.get('content-type') === 'application/wasm') {
      const { module, instance } = await WebAssembly.instantiateStreaming(source);
      adopt(module, new Instance(instance));
      return;
    }
    source = await source.arrayBuffer();
    if (!isModule(source as ArrayBuffer)) {
      throw refusal(
        'internal',
        '',
        'Ce que le serveur a envoyé n’est pas bilan.wasm : un outil a déplacé ce code sans lui. Importez « bilan-professionnel/inline ».',
      );
    }
  }
  const { module, instance } = await WebAssembly.instantiate(source as BufferSource);
  adopt(module, new Instance(instance));
}

/** Whether bytes begin as every module does, and not as a page that a server sends for an address it does not know. */
function isModule(bytes: ArrayBuffer): boolean {
  const [zero, a, s, m] = new Uint8Array(bytes);
  return zero === 0 && a === 0x61 && s === 0x73 && m === 0x6d;
}
