import { CatalogueOperations } from './catalogue-operations.js';
import type { Cdg29, Codes, OperationCode } from './codes.js';
import { BilanError, refusal, refusedObject } from './error.js';
import { exchange, type Instance, isBytes, isRunning, lengthOf, sendable, takesObjects, type Text } from './module.js';
import type { CatalogueResult } from './offer.js';
import type { ErrorDocument } from './results.js';
import { OPERATIONS } from './tables.js';
import { write } from './write.js';

/** A catalogue in an instance of the module. */
interface Slot {
  readonly instance: Instance;
  readonly handle: number;
}

/** Gives the room of a catalogue back. What goes wrong with the module is for the next call to say. */
function release({ instance, handle }: Slot): void {
  if (!isRunning(instance)) return;
  try {
    exchange(({ exports }) => exports.free_catalogue?.(handle));
  } catch {}
}

const forgotten = new FinalizationRegistry<Slot>(release);

/** The key of explicit resource management, where the program's own types know it. */
type DisposeKey<Symbols> = Symbols extends { readonly dispose: symbol } ? Symbols['dispose'] : never;

/** What a `using` block asks of a catalogue: nothing that an older compiler would not know. */
type Disposed = { [key in DisposeKey<SymbolConstructor>]: () => void };

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
    if (document !== undefined) exchange((module) => this.#read(module, document));
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
    return new Catalogue<C>(typeof document === 'string' || isBytes(document) ? sendable(document) : write(document));
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
      throw refusal('unknownCode', 'operation', `Le code « ${found} » n’existe pas ; codes admis : ${expected}.`);
    }
    const text = sendable(request);
    return this.#exchange((module, handle) => {
      const { length } = lengthOf(module.exports.answer(handle, number, module.send(text)));
      return module.receive(length);
    });
  }

  /** Answers one line `{"operation":…,"request":…}` by a result or an error document. */
  answerLine(line: string | Uint8Array): string {
    const text = sendable(line);
    return this.#exchange((module, handle) => module.receive(module.exports.answer_line(handle, module.send(text))));
  }

  protected override ask(operation: OperationCode, request: unknown): unknown {
    const number = OPERATIONS.indexOf(operation);
    return takesObjects() ? this.#crossed(number, request) : this.#written(number, request);
  }

  /** The request and the result cross as JSON texts. */
  #written(operation: number, request: unknown): unknown {
    const text = write(request);
    const { failed, answer } = this.#exchange((module, handle) => {
      const { failed, length } = lengthOf(module.exports.answer(handle, operation, module.send(text)));
      return { failed, answer: module.receive(length) };
    });
    const document: unknown = JSON.parse(answer);
    if (failed) throw new BilanError(document as ErrorDocument);
    return document;
  }

  /** The request and the result cross as objects. */
  #crossed(operation: number, request: unknown): unknown {
    return this.#exchange((module, handle) => {
      try {
        return module.answerObject?.(handle, operation, request);
      } catch (thrown) {
        throw refusedObject(thrown) ?? thrown;
      }
    });
  }

  /** One exchange about this catalogue, which is read again where the module was started again. */
  #exchange<T>(run: (module: Instance, handle: number) => T): T {
    if (this.#freed) throw refusal('internal', '', 'Ce catalogue a été libéré.');
    return exchange((module) => run(module, this.#handle(module)));
  }

  #handle(module: Instance): number {
    if (this.#document === undefined) return 0;
    return this.#slot?.instance === module ? this.#slot.handle : this.#read(module, this.#document);
  }

  #read(module: Instance, document: Text): number {
    const { parse_catalogue } = module.exports;
    if (!parse_catalogue)
      throw refusal('internal', '', 'Le module chargé ne lit aucun autre catalogue : attendez la fin de init().');
    const { failed, length } = lengthOf(parse_catalogue(module.send(document)));
    if (failed) throw new BilanError(JSON.parse(module.receive(length)) as ErrorDocument);
    forgotten.unregister(this);
    this.#slot = { instance: module, handle: length };
    forgotten.register(this, this.#slot, this);
    return length;
  }
}

// biome-ignore lint/correctness/noUnusedVariables: merged declarations have the same parameters
export interface Catalogue<C extends Codes = Cdg29> extends Disposed {}

// Older browsers have no explicit resource management.
if (Symbol.dispose) {
  Catalogue.prototype[Symbol.dispose] = function dispose(this: Catalogue) {
    this.free();
  };
}
