/** The documents of the contract, with the codes of any centre's catalogue. */

import type { Codes } from '../../npm/src/codes.js';
import type { CatalogueResult, Variant as CatalogueVariant } from '../../npm/src/offer.js';
import type * as requests from '../../npm/src/requests.js';
import type { Day } from '../../npm/src/requests.js';
import type * as results from '../../npm/src/results.js';

export type { Cadence, Weekday } from '../../npm/src/codes.js';
export type { Calendar, Closure, Day } from '../../npm/src/requests.js';
export type { FactQuestion, Labelled, SituationReport, SituationReport as Situation } from '../../npm/src/results.js';

/** Codes are those that the library gives: a situation or a fact may be added. */
export type FactCode = string;
export type SituationCode = string;
export type Facts = { readonly [fact: FactCode]: FactValue | null | undefined };
export type Proofs = { readonly [fact: FactCode]: Day };
export type Case = Omit<requests.SimulateRequest<Codes>, 'facts' | 'validUntil'> & {
  readonly facts?: Facts;
  readonly validUntil?: Proofs;
};
export type FactValue = boolean | number | 'fonctionnaire' | 'contractuel';
export type Offer = CatalogueResult<Codes>;
export type Variant = CatalogueVariant<Codes>;
export type Dossier = results.SimulateResult<Codes>;
export type Funding = results.FundingResult;
export type Plan = results.PlanResult<Codes>;
export type PlanCase = requests.PlanRequest<Codes>;
export type PlannedStep = results.PlannedStep<Codes>;
export type Quote = results.QuoteResult<Codes>;
export type QuoteCase = requests.QuoteRequest<Codes>;
export type Schedule = results.ScheduleResult<Codes>;
export type Session = results.Session<Codes>;
export type SettleCase = requests.SettleRequest<Codes>;
export type Settlement = results.SettleResult<Codes>;
