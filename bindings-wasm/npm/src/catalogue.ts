import type { Cdg29, Codes, OperationCode } from './codes.js';
import { BilanError, refusal } from './error.js';
import { exchange, generation, lengthOf, sendable, type Text } from './module.js';
import type { CatalogueResult } from './offer.js';
import type * as Ask from './requests.js';
import type * as Get from './results.js';
import { write } from './write.js';

/** In the order of the contract, by which the module numbers them. */
const OPERATIONS: readonly OperationCode[] = [
  'catalogue',
  'recommend',
  'funding',
  'plan',
  'quote',
  'schedule',
  'settle',
  'simulate',
  'replay',
];

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
export class Catalogue<C extends Codes = Cdg29> {
  static #embedded: Catalogue | undefined;
  /** The document, to read again if the module had to be started again; none for the embedded catalogue. */
  #document: Text | undefined;
  #slot: Slot | undefined;
  #freed = false;

  private constructor(document?: Text) {
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

  /** The catalogue itself, whole. */
  catalogue(request: Ask.CatalogueRequest = {}): CatalogueResult<C> {
    return this.#ask('catalogue', request) as CatalogueResult<C>;
  }

  /** The variants, most needs served first. */
  recommend(request: Ask.RecommendRequest<C>): Get.RecommendResult<C> {
    return this.#ask('recommend', request) as Get.RecommendResult<C>;
  }

  /** Might the FIPHFP be asked to pay? A possibility, never a right. */
  funding(request: Ask.FundingRequest): Get.FundingResult {
    return this.#ask('funding', request) as Get.FundingResult;
  }

  /** The steps and their hours. */
  plan(request: Ask.PlanRequest<C>): Get.PlanResult<C> {
    return this.#ask('plan', request) as Get.PlanResult<C>;
  }

  /** The price, or what can honestly be said of it. */
  quote(request: Ask.QuoteRequest<C>): Get.QuoteResult<C> {
    return this.#ask('quote', request) as Get.QuoteResult<C>;
  }

  /** The sessions of a plan. */
  schedule(request: Ask.ScheduleRequest<C>): Get.ScheduleResult<C> {
    return this.#ask('schedule', request) as Get.ScheduleResult<C>;
  }

  /** The certificate of attendance and the term of payment. */
  settle(request: Ask.SettleRequest<C>): Get.SettleResult<C> {
    return this.#ask('settle', request) as Get.SettleResult<C>;
  }

  /** The whole dossier of a case, and its record. */
  simulate(request: Ask.SimulateRequest<C>): Get.SimulateResult<C> {
    return this.#ask('simulate', request) as Get.SimulateResult<C>;
  }

  /** Whether the record of a case still holds. */
  replay(request: Ask.ReplayRequest<C>): Get.ReplayResult {
    return this.#ask('replay', request) as Get.ReplayResult;
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

  #ask(operation: OperationCode, request: unknown): unknown {
    const text = write(request);
    const number = OPERATIONS.indexOf(operation);
    const handle = this.#handle();
    const { failed, answer } = exchange((module) => {
      const { failed, length } = lengthOf(module.exports.answer(handle, number, module.send(text)));
      return { failed, answer: module.receive(length) };
    });
    const document: unknown = JSON.parse(answer);
    if (failed) throw new BilanError(document as Get.ErrorDocument);
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
    if (error !== undefined) throw new BilanError(JSON.parse(error) as Get.ErrorDocument);
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
