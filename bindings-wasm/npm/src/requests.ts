/**
 * What each operation is asked. `null`, `undefined` and absent mean the same; for a fact they mean *unknown*.
 */

import type { Cadence, Cdg29, Codes, FlagCode, Statut, Weekday } from './codes.js';

/** A day, `YYYY-MM-DD`. A JavaScript `Date` is an instant, not a day: it is refused. */
export type Day = `${number}-${number}-${number}`;

/** An amount in euros, tax included, with two decimals: `"2040.50"`. Never a number. */
export type Amount = `${number}.${number}`;

/** A member that may be left out. */
type Absent = null | undefined;

/** What is known of the agent. */
export type Facts = { readonly [fact in FlagCode]?: boolean | Absent } & {
  /** A percentage, from 0 to 100. */
  readonly tauxIncapacitePermanente?: number | Absent;
  readonly statut?: Statut | Absent;
};

/** The last day on which the proof of a fact is valid. */
export type Proofs = { readonly [fact in FlagCode]?: Day | Absent };

/** Hours of some steps, multiples of 0.5; 0 drops the step. */
export type FixedSteps<C extends Codes = Cdg29> = { readonly [step in C['step']]?: number | Absent };

/** The operation `catalogue` asks nothing. */
export type CatalogueRequest = { readonly [key: string]: never };

export interface RecommendRequest<C extends Codes = Cdg29> {
  readonly needs: readonly C['need'][];
}

export interface FundingRequest {
  /** The day of the assessment. */
  readonly on: Day;
  /** The last day of the bilan. */
  readonly until?: Day | Absent;
  readonly facts?: Facts | Absent;
  readonly validUntil?: Proofs | Absent;
}

export interface PlanRequest<C extends Codes = Cdg29> {
  readonly variant: C['variant'];
  /** Total hours, a multiple of 0.5; by default the variant's stated total. */
  readonly hours?: number | Absent;
  /** By default, if the variant has one. */
  readonly kickoffMeeting?: boolean | Absent;
  readonly fixed?: FixedSteps<C> | Absent;
}

export interface QuoteRequest<C extends Codes = Cdg29> {
  readonly variant: C['variant'];
  readonly hours?: number | Absent;
  /** Whether the collectivity is affiliated to the centre. */
  readonly affiliated: boolean;
  /** The day of the price; needed where the tariffs are dated. */
  readonly on?: Day | Absent;
}

/** Days on which there is no session, both included. */
export interface Closure {
  readonly from: Day;
  readonly to: Day;
}

/** When. */
export interface Calendar {
  /** The day of the last exchange before the start. */
  readonly exchangesOn: Day;
  /** No session before this day. */
  readonly startOn?: Day | Absent;
  /** `auto` by default: a bilan of the usual duration where that is possible. */
  readonly cadence?: Cadence | Absent;
  readonly weekday?: Weekday | Absent;
  readonly closures?: readonly Closure[] | Absent;
  /** The longest session, a multiple of 0.5; by default the catalogue's. */
  readonly maxSessionHours?: number | Absent;
}

export interface ScheduleRequest<C extends Codes = Cdg29> extends Calendar {
  readonly plan: PlanRequest<C>;
}

/** A session that took place. */
export interface AttendedSession {
  readonly date: Day;
  readonly hours: number;
}

export interface SettleRequest<C extends Codes = Cdg29> {
  readonly plan: PlanRequest<C>;
  readonly attended?: readonly AttendedSession[] | Absent;
  readonly invoiceReceivedOn?: Day | Absent;
}

/** One agent's case: `on`, and one of `variant` and `needs`. */
export interface Case<C extends Codes = Cdg29> {
  /** The day of the assessment and of the price. */
  readonly on: Day;
  readonly needs?: readonly C['need'][] | Absent;
  /** By default the variant that serves most needs. */
  readonly variant?: C['variant'] | Absent;
  /** Without it, no quote. */
  readonly affiliated?: boolean | Absent;
  readonly facts?: Facts | Absent;
  readonly validUntil?: Proofs | Absent;
  readonly hours?: number | Absent;
  readonly kickoffMeeting?: boolean | Absent;
  readonly fixed?: FixedSteps<C> | Absent;
  /** Without it, no calendar. */
  readonly calendar?: Calendar | Absent;
}

export type SimulateRequest<C extends Codes = Cdg29> = Case<C>;

/** A record as it was kept: that of a dossier, or a text from elsewhere that may not be one. */
export interface KeptRecord {
  readonly engine: string;
  readonly contract: number;
  readonly catalogue: { readonly id: string; readonly edition: string; readonly digest: string };
  readonly request: string;
  readonly result: string;
}

export interface ReplayRequest<C extends Codes = Cdg29> {
  readonly case: Case<C>;
  readonly record: KeptRecord;
}
