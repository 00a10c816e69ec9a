/**
 * Every operation on the embedded catalogue, without a catalogue in hand.
 */

import { Catalogue } from './catalogue.js';
import type { OperationCode } from './codes.js';
import type { CatalogueResult } from './offer.js';
import type * as Ask from './requests.js';
import type * as Get from './results.js';

/** The embedded catalogue, whole. */
export const catalogue = (request?: Ask.CatalogueRequest): CatalogueResult => Catalogue.embedded().catalogue(request);

/** The variants, most needs served first. */
export const recommend = (request: Ask.RecommendRequest): Get.RecommendResult => Catalogue.embedded().recommend(request);

/** Might the FIPHFP be asked to pay? A possibility, never a right. */
export const funding = (request: Ask.FundingRequest): Get.FundingResult => Catalogue.embedded().funding(request);

/** The steps and their hours. */
export const plan = (request: Ask.PlanRequest): Get.PlanResult => Catalogue.embedded().plan(request);

/** The price, or what can honestly be said of it. */
export const quote = (request: Ask.QuoteRequest): Get.QuoteResult => Catalogue.embedded().quote(request);

/** The sessions of a plan. */
export const schedule = (request: Ask.ScheduleRequest): Get.ScheduleResult => Catalogue.embedded().schedule(request);

/** The certificate of attendance and the term of payment. */
export const settle = (request: Ask.SettleRequest): Get.SettleResult => Catalogue.embedded().settle(request);

/** The whole dossier of a case, and its record. */
export const simulate = (request: Ask.SimulateRequest): Get.SimulateResult => Catalogue.embedded().simulate(request);

/** Whether the record of a case still holds. */
export const replay = (request: Ask.ReplayRequest): Get.ReplayResult => Catalogue.embedded().replay(request);

/** Text in, text out: the result or the error document, the same bytes as in every other host. */
export const answer = (operation: OperationCode, request: string | Uint8Array): string =>
  Catalogue.embedded().answer(operation, request);

/** Answers one line `{"operation":…,"request":…}` by a result or an error document. */
export const answerLine = (line: string | Uint8Array): string => Catalogue.embedded().answerLine(line);
