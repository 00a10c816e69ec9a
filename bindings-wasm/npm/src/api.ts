/** What every entry of the package exports. */

export { Catalogue } from './catalogue.js';
export { BilanError } from './error.js';
export * from './operations.js';
export { OPERATIONS } from './tables.js';
export { decide, decideMany, Fact, readVerdict, Situation, type Verdict } from './verdict.js';
export type * from './codes.js';
export type * from './offer.js';
export type * from './requests.js';
export type * from './results.js';
