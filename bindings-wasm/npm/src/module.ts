/**
 * The WebAssembly module: loaded once, started again after a trap, and spoken to in texts.
 *
 * The module is compiled to abort on a panic, which JavaScript sees as a trap. The instance is then thrown away
 * with whatever state it was left in, and the next call starts a fresh one from the compiled module: no call ever meets
 * the remains of another.
 */

import { BilanError, refusal } from './error.js';
import { MAX_REQUEST } from './tables.js';

/** The exports of the modules: see the crate `bilan-professionnel-wasm`. */
export interface Exports {
  readonly memory: WebAssembly.Memory;
  input(length: number): number;
  output(): number;
  answer(catalogue: number, operation: number, length: number): number;
  answer_line(catalogue: number, length: number): number;
  /** Not of `embedded.wasm`. */
  parse_catalogue?(length: number): number;
  free_catalogue?(catalogue: number): void;
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

const LONE_SURROGATE = /[\ud800-\udfff]/u;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Answers a request that is an object by one; throws an {@link ErrorDocument}, with its cause if there is one. */
export type AnswerObject = (catalogue: number, operation: number, request: unknown) => unknown;

/** What an instance of a module imports, and what is done with its exports: those of `objects.wasm`. */
export interface Connection {
  readonly imports: WebAssembly.Imports;
  attach(exports: WebAssembly.Exports): AnswerObject;
}

/** Makes the connection of one instance. */
export type Connect = () => Connection;

/** A running module, and the views on its memory. */
export class Instance {
  readonly exports: Exports;
  /** Where objects cross: in `objects.wasm` alone. */
  readonly answerObject: AnswerObject | undefined;
  #bytes: Uint8Array<ArrayBuffer>;
  #input = 0;
  #capacity = 0;

  constructor({ exports }: WebAssembly.Instance, connection?: Connection) {
    this.exports = exports as unknown as Exports;
    this.answerObject = connection?.attach(exports);
    this.#bytes = new Uint8Array(this.exports.memory.buffer as ArrayBuffer);
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
    room.set(text.subarray(0, most));
    return Math.min(text.length, most);
  }

  /** Reads the last answer. */
  receive(length: number): string {
    const start = this.exports.output() >>> 0;
    return decoder.decode(this.bytes().subarray(start, start + length));
  }
}

/**
 * A text that can be handed over. Bytes are copied, so that nothing the caller does with theirs is seen later, and cut
 * past the largest line; half a character is no UTF-8, and the module says so of the byte it stands at.
 */
export function sendable(text: Text): Text {
  if (typeof text === 'string') return isWellFormed(text) ? text : upToHalf(text);
  if (!isBytes(text)) throw refusal('wrongType', '', 'Il faut ici un texte, ou ses octets en UTF-8.');
  try {
    return new Uint8Array(text.subarray(0, MAX_INPUT));
  } catch (cause) {
    throw refusal('wrongType', '', 'Ces octets ne sont plus lisibles : leur mémoire a été transférée ailleurs.', cause);
  }
}

/** Whether a value is a `Uint8Array`, of this window or another. */
export function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';
}

/** Whether a text can be written in UTF-8. */
export function isWellFormed(text: string & { isWellFormed?(): boolean }): boolean {
  return text.isWellFormed?.() ?? !LONE_SURROGATE.test(text);
}

/** The bytes before the first half of a character, then the first byte of what it would be. */
function upToHalf(text: string): Uint8Array {
  return Uint8Array.from([...encoder.encode(text.slice(0, text.search(LONE_SURROGATE))), 0xed]);
}

/** What a module can do, and how its instances are connected. */
export interface Kind {
  /** A module takes the place of one that can do less. */
  readonly ability: number;
  readonly connect?: Connect | undefined;
}

/** `embedded.wasm`: it answers about the embedded catalogue alone. */
export const EMBEDDED: Kind = { ability: 0 };

/** `bilan.wasm`: it reads other catalogues. */
export const CATALOGUES: Kind = { ability: 1 };

/** `objects.wasm`: it takes objects too. */
export const withObjects = (connect: Connect): Kind => ({ ability: 2, connect });

/** A module. */
interface Compiled extends Kind {
  readonly module: WebAssembly.Module;
}

/** How a module is had at once. */
interface Source extends Kind {
  readonly compile: () => WebAssembly.Module;
}

let source: Source | undefined;
let compiled: Compiled | undefined;
let running: Instance | undefined;

/** Whether it is this instance that answers: handles of an earlier one mean nothing. */
export function isRunning(instance: Instance): boolean {
  return instance === running;
}

/** Whether calls can be made that a module of that kind answers. */
export function isReady({ ability }: Kind): boolean {
  const there = compiled ?? source;
  return there !== undefined && there.ability >= ability;
}

/** Whether objects cross as they are. */
export function takesObjects(): boolean {
  return (compiled ?? source)?.connect !== undefined;
}

/** Whether a module can do more than one that is there. */
function surpasses({ ability }: Kind, there: Kind | undefined): boolean {
  return !there || ability > there.ability;
}

/** Where a module comes from, where it can be had at once; one that is there and can do less gives way. */
export function loadWith(compile: () => WebAssembly.Module, kind = CATALOGUES): void {
  if (!surpasses(kind, source)) return;
  source = { ...kind, compile };
  if (compiled && surpasses(kind, compiled)) compiled = running = undefined;
}

/** Takes a compiled module, and an instance of it if there is one. */
export function adopt(module: WebAssembly.Module, instance?: Instance, kind = CATALOGUES): void {
  if (!surpasses(kind, compiled)) return;
  compiled = { ...kind, module };
  running = instance;
}

/** An instance of a module, made without holding the page up. */
export async function newInstance(module: WebAssembly.Module, connect?: Connect): Promise<Instance> {
  const connection = connect?.();
  return new Instance(await WebAssembly.instantiate(module, connection?.imports), connection);
}

function instance(): Instance {
  if (running) return running;
  compiled ??= source && { ...source, module: source.compile() };
  if (!compiled) throw refusal('internal', '', 'Le module n’est pas encore chargé : attendez la fin de init().');
  const connection = compiled.connect?.();
  running = new Instance(new WebAssembly.Instance(compiled.module, connection?.imports), connection);
  return running;
}

/**
 * Runs one exchange with the module. Whatever is thrown in it is a fault of the module, not of the request: that
 * instance is never used again, and the next exchange starts a fresh one.
 */
export function exchange<T>(run: (instance: Instance) => T): T {
  try {
    return run(instance());
  } catch (cause) {
    if (cause instanceof BilanError) throw cause;
    running = undefined;
    throw refusal('internal', '', 'Erreur interne de la bibliothèque\u00a0: merci de la signaler.', cause);
  }
}

/** Takes the module from its bytes or compiled, where a host has it at once. */
export function adoptNow(source: object, kind?: Kind): void {
  const module = source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source as BufferSource);
  adopt(module, undefined, kind);
}

/** The length of an answer, and whether it is an error. */
export function lengthOf(answered: number): { length: number; failed: boolean } {
  return answered < 0 ? { length: ~answered, failed: true } : { length: answered, failed: false };
}
