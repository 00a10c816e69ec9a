/** The ways to start an entry whose module is fetched. */

import { refusal } from './error.js';
import { adopt, adoptNow, Instance, type Kind } from './module.js';
import type { ModuleSource, Starting } from './starting.js';

/** Has a module of that name brought once, by default as `bring` does; after a failed load, the next call tries again. */
export function fetching(name: string, bring: () => Promise<Response>, kind: Kind): Starting {
  let loading: Promise<void> | undefined;

  async function load(given?: ModuleSource | Promise<ModuleSource>): Promise<void> {
    let source = (await given) ?? bring();
    if (typeof source === 'string' || source instanceof URL) source = fetch(source);
    source = await source;
    if (source instanceof WebAssembly.Module) {
      adopt(source, new Instance(await WebAssembly.instantiate(source)), kind);
      return;
    }
    if (source instanceof Response) {
      if (!source.ok)
        throw refusal('internal', '', `${name} n’a pas pu être chargé : le serveur répond ${source.status}.`);
      // Compiled while it arrives, where the server names the type that this needs.
      if (source.headers.get('content-type') === 'application/wasm') {
        const { module, instance } = await WebAssembly.instantiateStreaming(source);
        adopt(module, new Instance(instance), kind);
        return;
      }
      source = await source.arrayBuffer();
      if (!isModule(source as ArrayBuffer)) {
        throw refusal(
          'internal',
          '',
          `Ce que le serveur a envoyé n’est pas ${name} : un outil a déplacé ce code sans lui. Importez « bilan-professionnel/inline ».`,
        );
      }
    }
    const { module, instance } = await WebAssembly.instantiate(source as BufferSource);
    adopt(module, new Instance(instance), kind);
  }

  return {
    init: (source) =>
      (loading ??= load(source).catch((error: unknown) => {
        loading = undefined;
        throw error;
      })),
    initSync: (source) => {
      adoptNow(source as object, kind);
      loading ??= Promise.resolve();
    },
  };
}

/** Whether bytes begin as every module does, and not as a page that a server sends for an address it does not know. */
function isModule(bytes: ArrayBuffer): boolean {
  const [zero, a, s, m] = new Uint8Array(bytes);
  return zero === 0 && a === 0x61 && s === 0x73 && m === 0x6d;
}
