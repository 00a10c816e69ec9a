import type { ErrorCode, Open } from './codes.js';
import type { ErrorBody, ErrorDocument } from './results.js';

/** A request or a catalogue that cannot be answered: what is wrong, and where. The message is a French sentence. */
export class BilanError extends Error {
  override readonly name = 'BilanError';
  /** Stable, and the same in every host. */
  readonly code: Open<ErrorCode>;
  /** The member at fault: `facts.rqth`, `closures[0].to`; empty for the whole document. */
  readonly path: string;
  /** The hours between which an answer exists, or where a text stops being JSON. */
  readonly details: ErrorBody['details'] | undefined;

  constructor({ error }: ErrorDocument, options?: ErrorOptions) {
    super(error.message, options);
    this.code = error.code;
    this.path = error.path;
    this.details = error.details;
  }

  /** The error document of the contract. */
  toJSON(): ErrorDocument {
    const { code, path, message, details } = this;
    return { error: { code, path, message, ...(details && { details }) } };
  }
}

/** An error that JavaScript alone can cause. */
export function refusal(code: ErrorCode, path: string, message: string, cause?: unknown): BilanError {
  return new BilanError({ error: { code, path, message } }, cause === undefined ? undefined : { cause });
}

/** The error that an instance throws which takes objects; nothing of any other value that is thrown. */
export function refusedObject(thrown: unknown): BilanError | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('error' in thrown)) return undefined;
  if (!('cause' in thrown)) return new BilanError(thrown as ErrorDocument);
  // A getter of the request may have asked the library something else, and been refused.
  if (thrown.cause instanceof BilanError) return thrown.cause;
  return new BilanError(thrown as ErrorDocument, { cause: thrown.cause });
}
