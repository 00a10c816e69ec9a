import { CatalogueOperations } from './catalogue-operations.js';
import type { Cdg29, Codes, OperationCode } from './codes.js';
import { BilanError, refusal } from './error.js';
import { exchange, generation, lengthOf, sendable, type Text } from './module.js';
import type { CatalogueResult } from './offer.js';
import type { ErrorDocument } from './results.js';
import { OPERATIONS } from './tables.js';
import { write } from './write.js';

/** A catalogue in the module. */
interface Slot {
  readonly generation: number;
  readonly handle: number;
}

function release({ generation: of, handle }: Slot): void {
  if (of === generation()) exchange(({ exports }) => exports.free_catalogue(handle));
}

const forgotten = new FinalizationRegistry<Slot>(release);

/**
 * What a centre offers, and every question about it. Immutable.
 *
 * `C` names the codes that the catalogue defines: those of the embedded one by default, open ones for another centre's.
 *
 * A parsed catalogue takes room in the module until {@link free} is called, or the end of a `using` block, or at the
 * latest when it is collected.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: what is merged is the method below, which older browsers lack
export class Catalogue<C extends Codes = Cdg29> extends CatalogueOperations<C> {
  static #embedded: Catalogue | undefined;
  /** The document, to read again if the module had to be started again; none for the embedded catalogue. */
  #document: Text | undefined;
  #slot: Slot | undefined;
  #freed = false;

  private constructor(document?: Text) {
    super();
    this.#document = document;
    if (document !== undefined) this.#read(document);
  }

  /** The catalogue of the Centre de Gestion du Finistère, which the package carries. Always the same object. */
  static embedded(): Catalogue {
    return (Catalogue.#embedded ??= new Catalogue());
  }

  /**
   * Reads and checks a catalogue document: JSON text, its UTF-8 bytes, or the object it says.
   *
   * @throws {BilanError} which names the member at fault.
   */
  static parse<C extends Codes = Codes>(document: string | Uint8Array | CatalogueResult<C>): Catalogue<C> {
    const isText = typeof document === 'string' || document instanceof Uint8Array;
    return new Catalogue<C>(isText ? sendable(document.slice()) : write(document));
  }

  /** Gives the room back. A catalogue answers no more once freed; the embedded one is never freed. */
  free(): void {
    if (this.#document === undefined) return;
    this.#freed = true;
    this.#document = '';
    if (this.#slot) {
      forgotten.unregister(this);
      release(this.#slot);
      this.#slot = undefined;
    }
  }

  /**
   * Text in, text out: the result or the error document, the same bytes as in every other host. Never throws on
   * account of the request, be it text or UTF-8 bytes.
   */
  answer(operation: OperationCode, request: string | Uint8Array): string {
    const number = OPERATIONS.indexOf(operation);
    if (number < 0) {
      const expected = OPERATIONS.join(', ');
      const found = String(operation).slice(0, 40);
      throw refusal('unknownCode', 'operation', `Le code « ${found} » n’existe pas ; codes admis : ${expected}.`);
    }
    const text = sendable(request);
    const handle = this.#handle();
    return exchange((module) => {
      const { length } = lengthOf(module.exports.answer(handle, number, module.send(text)));
      return module.receive(length);
    });
  }

  /** Answers one line `{"operation":…,"request":…}` by a result or an error document. */
  answerLine(line: string | Uint8Array): string {
    const text = sendable(line);
    const handle = this.#handle();
    return exchange((module) => module.receive(module.exports.answer_line(handle, module.send(text))));
  }

  protected override ask(operation: OperationCode, request: unknown): unknown {
    const text = write(request);
    const number = OPERATIONS.indexOf(operation);
    const handle = this.#handle();
    const { failed, answer } = exchange((module) => {
      const { failed, length } = lengthOf(module.exports.answer(handle, number, module.send(text)));
      return { failed, answer: module.receive(length) };
    });
    const document: unknown = JSON.parse(answer);
    if (failed) throw new BilanError(document as ErrorDocument);
    return document;
  }

  #handle(): number {
    if (this.#freed) throw refusal('internal', '', 'Ce catalogue a été libéré.');
    if (this.#document === undefined) return 0;
    if (this.#slot?.generation === generation()) return this.#slot.handle;
    return this.#read(this.#document);
  }

  #read(document: Text): number {
    const { handle, error } = exchange((module) => {
      const { failed, length } = lengthOf(module.exports.parse_catalogue(module.send(document)));
      return failed ? { handle: 0, error: module.receive(length) } : { handle: length, error: undefined };
    });
    if (error !== undefined) throw new BilanError(JSON.parse(error) as ErrorDocument);
    forgotten.unregister(this);
    this.#slot = { generation: generation(), handle };
    forgotten.register(this, this.#slot, this);
    return handle;
  }
}

// biome-ignore lint/correctness/noUnusedVariables: merged declarations have the same parameters
export interface Catalogue<C extends Codes = Cdg29> extends Disposable {}

// Older browsers have no explicit resource management.
if (Symbol.dispose) {
  Catalogue.prototype[Symbol.dispose] = function dispose(this: Catalogue) {
    this.free();
  };
}
