/** The documents of the contract, with the codes of any centre's catalogue. */

import type { Codes } from '../../npm/src/codes.js';
import type { CatalogueResult, Variant as CatalogueVariant } from '../../npm/src/offer.js';
import type * as requests from '../../npm/src/requests.js';
import type * as results from '../../npm/src/results.js';

export type { Cadence, FactCode, FlagCode, SituationCode, Weekday } from '../../npm/src/codes.js';
export type { Calendar, Closure, Day, Proofs } from '../../npm/src/requests.js';
export type { Labelled, SituationReport, SituationReport as Situation } from '../../npm/src/results.js';

export type Case = requests.SimulateRequest<Codes>;
export type Facts = requests.Facts;
export type FactValue = boolean | number | 'fonctionnaire' | 'contractuel';
export type Offer = CatalogueResult<Codes>;
export type Variant = CatalogueVariant<Codes>;
export type Dossier = results.SimulateResult<Codes>;
export type Funding = results.FundingResult;
export type Plan = results.PlanResult<Codes>;
export type PlannedStep = results.PlannedStep<Codes>;
export type Quote = results.QuoteResult<Codes>;
export type Schedule = results.ScheduleResult<Codes>;
