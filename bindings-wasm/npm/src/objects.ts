/**
 * The package for programs that call often: requests and results cross as objects, and not as their texts. The module,
 * which is inside, is larger; what it answers and what it refuses is the same.
 *
 * A program has one module: where it loads this entry, the others answer by it too.
 */

import { carry } from './carried.js';
import { connect } from './connect.js';
import type { ModuleSource } from './starting.js';
import { type Connection, withObjects } from './module.js';
import packed from './packed-objects.js';

export * from './api.js';
export type { ModuleSource } from './starting.js';

/** Has objects cross to and from one instance. */
function connected(): Connection {
  const connection = connect();
  return {
    imports: { './connect.js': connection },
    attach(exports) {
      connection.__wbg_set_wasm(exports);
      (exports['__wbindgen_start'] as () => void)();
      return connection.answer_object;
    },
  };
}

const starting = carry(packed, withObjects(connected));

/**
 * Compiles the module without holding the page up, once. Needed in a browser alone, where older ones compile nothing of
 * this size at once; on a server the first call does it.
 *
 * `objects.wasm` may be given, compiled or as its bytes; an address or a response is not read.
 */
export function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void> {
  return starting.init(source);
}

/** Takes `objects.wasm` at once: its bytes, or the compiled `WebAssembly.Module`. */
export function initSync(source: ModuleSource): void {
  starting.initSync(source);
}
