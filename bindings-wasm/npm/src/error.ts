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
