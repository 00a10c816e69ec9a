/** The ways to start an entry that has its module inside. */

import { refusal } from './error.js';
import type { ModuleSource, Starting } from './starting.js';
import { adopt, adoptNow, CATALOGUES, type Kind, loadWith, newInstance } from './module.js';
import { unpack } from './packed.js';

/** Has the first call compile a module, where a host does it at once, and says how it is done before. */
export function carry(packed: string, kind: Kind = CATALOGUES): Starting {
  loadWith(() => {
    try {
      return new WebAssembly.Module(unpack(packed));
    } catch (cause) {
      throw refusal(
        'internal',
        '',
        'Ce navigateur ne compile pas le module d’un coup : attendez la fin de init().',
        cause,
      );
    }
  }, kind);

  let loading: Promise<void> | undefined;

  async function load(given?: ModuleSource | Promise<ModuleSource>): Promise<void> {
    const source = await given;
    const bytes = source instanceof ArrayBuffer || ArrayBuffer.isView(source) ? source : unpack(packed);
    const module = source instanceof WebAssembly.Module ? source : await WebAssembly.compile(bytes as BufferSource);
    adopt(module, await newInstance(module, kind.connect), kind);
  }

  return {
    init(source) {
      return (loading ??= load(source).catch((error: unknown) => {
        loading = undefined;
        throw error;
      }));
    },
    initSync: (source) => adoptNow(source as object, kind),
  };
}
