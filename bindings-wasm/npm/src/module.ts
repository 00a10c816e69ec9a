/**
 * The WebAssembly module: loaded once, started again after a trap, and spoken to in texts.
 *
 * The module is compiled to abort on a panic, which JavaScript sees as a trap. The instance is then thrown away
 * with whatever state it was left in, and the next call starts a fresh one from the compiled module: no call ever meets
 * the remains of another.
 */

import { refusal } from './error.js';
import { MAX_REQUEST } from './tables.js';

/** The exports of `bilan.wasm`: see the crate `bilan-professionnel-wasm`. */
export interface Exports {
  readonly memory: WebAssembly.Memory;
  input(length: number): number;
  output(): number;
  answer(catalogue: number, operation: number, length: number): number;
  answer_line(catalogue: number, length: number): number;
  parse_catalogue(length: number): number;
  free_catalogue(catalogue: number): void;
  decide(known: number, values: number): number;
  columns(count: number): number;
  decide_columns(): void;
}

/** A text as JavaScript holds it, or as UTF-8. */
export type Text = string | Uint8Array;

/** Past the largest line, so that the module sees that a text is too large without seeing all of it. */
const MAX_INPUT = MAX_REQUEST + 2048;

/** Holds all but large texts from the first call on. */
const FIRST_INPUT = 1 << 14;

const LONE_SURROGATE = /\p{Surrogate}/u;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A running module, and the views on its memory. */
class Instance {
  readonly exports: Exports;
  #bytes: Uint8Array<ArrayBuffer>;
  #input = 0;
  #capacity = 0;

  constructor(exports: Exports) {
    this.exports = exports;
    this.#bytes = new Uint8Array(exports.memory.buffer as ArrayBuffer);
  }

  /** The module's memory: growing it detaches every view. */
  bytes(): Uint8Array<ArrayBuffer> {
    if (this.#bytes.byteLength === 0) this.#bytes = new Uint8Array(this.exports.memory.buffer as ArrayBuffer);
    return this.#bytes;
  }

  /** Hands a text over, straight into the module's memory: its length in bytes. */
  send(text: Text): number {
    const most = Math.min(text.length * 3, MAX_INPUT);
    if (most > this.#capacity) {
      this.#capacity = Math.max(most, FIRST_INPUT);
      this.#input = this.exports.input(this.#capacity) >>> 0;
    }
    const room = this.bytes().subarray(this.#input, this.#input + most);
    if (typeof text === 'string') return encoder.encodeInto(text, room).written;
    const read = text.subarray(0, most);
    room.set(read);
    return read.length;
  }

  /** Reads the last answer. */
  receive(length: number): string {
    const start = this.exports.output() >>> 0;
    return decoder.decode(this.bytes().subarray(start, start + length));
  }
}

/** A text that can be handed over; half a character is no UTF-8, and the module says so of the byte it stands at. */
export function sendable(text: Text): Text {
  if (typeof text === 'string') return isWellFormed(text) ? text : upToHalf(text);
  if (text instanceof Uint8Array) return text;
  throw refusal('wrongType', '', 'Il faut ici un texte, ou ses octets en UTF-8.');
}

/** Whether a text can be written in UTF-8. */
export function isWellFormed(text: string & { isWellFormed?(): boolean }): boolean {
  return text.isWellFormed?.() ?? !LONE_SURROGATE.test(text);
}

/** The bytes before the first half of a character, then the first byte of what it would be. */
function upToHalf(text: string): Uint8Array {
  return Uint8Array.from([...encoder.encode(text.slice(0, text.search(LONE_SURROGATE))), 0xed]);
}

let compiled: WebAssembly.Module | undefined;
let compile: (() => WebAssembly.Module) | undefined;
let running: Instance | undefined;
let starts = 0;

/** How many times the module was started: handles of an earlier start mean nothing now. */
export function generation(): number {
  return starts;
}

/** Whether calls can be made. */
export function isReady(): boolean {
  return running !== undefined || compiled !== undefined || compile !== undefined;
}

/** Where the module comes from, where it can be had at once. */
export function loadWith(load: () => WebAssembly.Module): void {
  compile = load;
}

/** Takes a compiled module, and an instance of it if there is one. */
export function adopt(module: WebAssembly.Module, instance?: WebAssembly.Instance): void {
  if (compiled) return;
  compiled = module;
  if (instance) start(instance);
}

function start(instance: WebAssembly.Instance): Instance {
  starts += 1;
  running = new Instance(instance.exports as unknown as Exports);
  return running;
}

function instance(): Instance {
  if (running) return running;
  compiled ??= compile?.();
  if (!compiled) throw refusal('internal', '', 'Le module n’est pas encore chargé : attendez la fin de init().');
  return start(new WebAssembly.Instance(compiled, {}));
}

/** Runs one exchange with the module, which is started again after any trap. */
export function exchange<T>(run: (instance: Instance) => T): T {
  const current = instance();
  try {
    return run(current);
  } catch (cause) {
    if (running === current) running = undefined;
    throw refusal('internal', '', 'Erreur interne de la bibliothèque : merci de la signaler.', cause);
  }
}

/** The length of an answer, and whether it is an error. */
export function lengthOf(answered: number): { length: number; failed: boolean } {
  return answered < 0 ? { length: ~answered, failed: true } : { length: answered, failed: false };
}
