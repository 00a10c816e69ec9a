/**
 * What each operation answers, labels and explanations in French included.
 */

import type {
  Cdg29,
  Codes,
  ErrorCode,
  FactCode,
  FlagCode,
  FundingOutcome,
  MilestoneCode,
  PlanWarningCode,
  QuoteStatus,
  RecordPart,
  ScheduleWarningCode,
  SituationCode,
  SituationGroup,
  SituationStatus,
  Statut,
} from './codes.js';
import type { Amount, Day } from './requests.js';

/** Hours, multiples of 0.5. */
export interface HoursRange {
  readonly min: number;
  readonly max: number;
}

export interface RankedVariant<C extends Codes = Cdg29> {
  readonly variant: C['variant'];
  readonly label: string;
  readonly purpose: string;
  readonly served: readonly C['need'][];
  readonly unserved: readonly C['need'][];
}

export interface RecommendResult<C extends Codes = Cdg29> {
  /** Most needs served first. */
  readonly ranking: readonly RankedVariant<C>[];
}

/** What would make a situation met. */
export type SufficientFacts = { readonly [fact in FlagCode]?: boolean } & {
  readonly tauxIncapacitePermanente?: number;
  readonly statut?: Statut;
};

export interface SituationReport {
  readonly code: SituationCode;
  readonly group: SituationGroup;
  readonly label: string;
  readonly source: string;
  readonly status: SituationStatus;
  readonly questions: readonly { readonly fact: FactCode; readonly question: string }[];
  /** The facts that can still change the status. */
  readonly missing: readonly FactCode[];
  /** The conditions that are not fulfilled. */
  readonly failed: readonly FactCode[];
  /** Facts that would make it met, one alternative after the other. */
  readonly wouldSuffice: readonly SufficientFacts[];
  readonly explanation: string;
}

export interface DatedProof {
  readonly fact: FlagCode;
  readonly validUntil: Day;
}

export interface FundingResult {
  readonly outcome: FundingOutcome;
  /** All eleven, in the order of the list. */
  readonly situations: readonly SituationReport[];
  readonly met: readonly SituationCode[];
  /** The facts that can still change the outcome. */
  readonly missing: readonly FactCode[];
  /** `null` exactly when nothing is missing. */
  readonly nextQuestion: FactCode | null;
  readonly nextQuestionLabel: string | null;
  /** Proofs that end during the bilan. */
  readonly expiring: readonly DatedProof[];
  /** Proofs that ended before the assessment. */
  readonly expired: readonly DatedProof[];
  readonly explanation: string;
}

export interface PlannedStep<C extends Codes = Cdg29> {
  readonly code: C['step'];
  readonly label: string;
  readonly hours: number;
  /** Hours in the example. */
  readonly range: HoursRange;
  readonly modes: readonly C['mode'][];
  /** Whether a certified coach takes part. */
  readonly coach: boolean;
  /** Whether a counsellor is present. */
  readonly accompanied: boolean;
}

export interface PlanResult<C extends Codes = Cdg29> {
  readonly variant: C['variant'];
  readonly label: string;
  readonly hours: number;
  readonly kickoffMeeting: boolean;
  /** The totals that these choices can reach. */
  readonly range: HoursRange;
  readonly steps: readonly PlannedStep<C>[];
  readonly totals: { readonly accompanied: number; readonly autonomous: number };
  readonly warnings: readonly { readonly code: PlanWarningCode; readonly step: C['step']; readonly message: string }[];
}

export interface ReferencePrice {
  readonly hours: number;
  readonly amount: Amount;
}

export interface QuoteResult<C extends Codes = Cdg29> {
  readonly variant: C['variant'];
  readonly hours: number;
  readonly affiliated: boolean;
  readonly status: QuoteStatus;
  /** The price, where one exists. */
  readonly amount: Amount | null;
  readonly currency: 'EUR';
  readonly taxIncluded: true;
  /** The published amount and its hours. */
  readonly reference: ReferencePrice | null;
  /** Between which amounts the price lies. Never a price. */
  readonly indicative: { readonly low: Amount; readonly high: Amount } | null;
  readonly covers: readonly C['cover'][];
  readonly source: string | null;
  readonly explanation: string;
}

export interface ScheduledSession<C extends Codes = Cdg29> {
  readonly date: Day;
  readonly step: C['step'];
  readonly hours: number;
}

export interface AutonomousWork<C extends Codes = Cdg29> {
  readonly step: C['step'];
  readonly hours: number;
  readonly from: Day;
  readonly to: Day;
}

export interface ScheduleResult<C extends Codes = Cdg29> {
  readonly earliestStart: Day;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly withinUsualDuration: boolean;
  readonly sessions: readonly ScheduledSession<C>[];
  readonly autonomous: readonly AutonomousWork<C>[];
  readonly milestones: readonly { readonly code: MilestoneCode; readonly label: string; readonly date: Day }[];
  readonly warnings: readonly { readonly code: ScheduleWarningCode; readonly message: string }[];
  readonly explanation: string;
}

export interface Labelled<Code extends string = string> {
  readonly code: Code;
  readonly label: string;
}

export interface SettleResult<C extends Codes = Cdg29> {
  readonly attendance: {
    readonly planned: number;
    readonly done: number;
    readonly sessions: number;
    readonly firstOn: Day | null;
    readonly lastOn: Day | null;
  };
  readonly payment: { readonly receivedOn: Day; readonly dueOn: Day; readonly payee: string } | null;
  readonly documents: readonly Labelled<C['document']>[];
  readonly source: string;
  readonly explanation: string;
}

/** `sha256:` and 64 hexadecimal digits. */
export type Digest = `sha256:${string}`;

/** What a dossier was made from: keep it, and `replay` says whether it still holds. */
export interface DossierRecord {
  readonly engine: string;
  readonly contract: number;
  readonly catalogue: { readonly id: string; readonly edition: string; readonly digest: Digest };
  readonly request: Digest;
  readonly result: Digest;
}

export interface SimulateResult<C extends Codes = Cdg29> {
  /** If needs were given. */
  readonly recommendation?: RecommendResult<C>;
  readonly funding: FundingResult;
  readonly plan: PlanResult<C>;
  /** If the affiliation was given. */
  readonly quote?: QuoteResult<C>;
  /** If a calendar was given. */
  readonly schedule?: ScheduleResult<C>;
  readonly record: DossierRecord;
}

/** Two versions of the library: the one that made a record, and the one that replays it. */
export interface EngineVersions {
  readonly recorded: string;
  readonly current: string;
}

interface Replayed {
  readonly explanation: string;
  /** If another version of the library made the record. A record holds across versions as long as the answer is the same. */
  readonly engine?: EngineVersions;
}

export type ReplayResult =
  | ({ readonly holds: true } & Replayed)
  | ({ readonly holds: false; readonly differs: readonly RecordPart[] } & Replayed);

/** The hours between which an answer exists, or the place where the text stops being JSON. */
export type ErrorDetails = HoursRange | { readonly line: number; readonly column: number };

export interface ErrorDocument {
  readonly error: {
    readonly code: ErrorCode;
    /** The member at fault: `facts.rqth`, `closures[0].to`; empty for the whole document. */
    readonly path: string;
    /** One French sentence that says what is expected. */
    readonly message: string;
    readonly details?: ErrorDetails;
  };
}
