import { init } from 'bilan-professionnel';
import packed from 'packed:bilan.wasm';

import { unpack } from './packing.js';

// The element waits for the same load and says what went wrong with it.
init(unpack(packed)).catch(() => undefined);
