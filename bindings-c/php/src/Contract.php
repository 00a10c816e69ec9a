<?php

declare(strict_types=1);

namespace BilanProfessionnel;

/**
 * The documents of the wire contract, version 1, as array shapes for PHPStan and for readers. Dates are `YYYY-MM-DD`,
 * hours are numbers by halves, amounts are texts with two decimals. In requests `null` and absent mean the same; for a
 * fact they mean unknown. Results may gain keys, and never lose one.
 *
 * What is asked:
 *
 * @phpstan-type FactCode value-of<Fact>
 * @phpstan-type SituationCode value-of<Situation>
 * @phpstan-type Facts array{
 *     avisElementsObjectifs?: bool|null, avisAdaptationPoste?: bool|null, rqth?: bool|null,
 *     tauxIncapacitePermanente?: int|float|null, renteIncapacitePermanente?: bool|null,
 *     pensionInvalidite?: bool|null, reductionCapaciteDeuxTiers?: bool|null, ancienMilitaire?: bool|null,
 *     pensionMilitaireInvalidite?: bool|null, sapeurPompierVolontaire?: bool|null,
 *     allocationOuRenteService?: bool|null, victimeTerrorisme?: bool|null, cmiInvalidite?: bool|null,
 *     aah?: bool|null, ati?: bool|null, statut?: 'fonctionnaire'|'contractuel'|null,
 *     preparationReclassement?: bool|null, reclassement?: bool|null
 * }
 * @phpstan-type ValidUntil array<FactCode, string|null>
 * @phpstan-type RecommendRequest array{needs: list<string>}
 * @phpstan-type FundingRequest array{
 *     on: string, until?: string|null, facts?: Facts|null, validUntil?: ValidUntil|null
 * }
 * @phpstan-type PlanRequest array{
 *     variant: string, hours?: int|float|null, kickoffMeeting?: bool|null,
 *     fixed?: array<string, int|float|null>|null
 * }
 * @phpstan-type QuoteRequest array{variant: string, hours?: int|float|null, affiliated: bool, on?: string|null}
 * @phpstan-type Cadence 'auto'|'weekly'|'fortnightly'
 * @phpstan-type Weekday 'monday'|'tuesday'|'wednesday'|'thursday'|'friday'
 * @phpstan-type Closure array{from: string, to: string}
 * @phpstan-type Calendar array{
 *     exchangesOn: string, startOn?: string|null, cadence?: Cadence|null, weekday?: Weekday|null,
 *     closures?: list<Closure>|null, maxSessionHours?: int|float|null
 * }
 * @phpstan-type ScheduleRequest array{
 *     plan: PlanRequest, exchangesOn: string, startOn?: string|null, cadence?: Cadence|null,
 *     weekday?: Weekday|null, closures?: list<Closure>|null, maxSessionHours?: int|float|null
 * }
 * @phpstan-type SettleRequest array{
 *     plan: PlanRequest, attended?: list<array{date: string, hours: int|float}>|null, invoiceReceivedOn?: string|null
 * }
 * @phpstan-type SimulateRequest array{
 *     on: string, needs?: list<string>|null, variant?: string|null, affiliated?: bool|null, facts?: Facts|null,
 *     validUntil?: ValidUntil|null, hours?: int|float|null, kickoffMeeting?: bool|null,
 *     fixed?: array<string, int|float|null>|null, calendar?: Calendar|null
 * }
 * @phpstan-type Record array{
 *     engine: string, contract: int, catalogue: array{id: string, edition: string, digest: string},
 *     request: string, result: string
 * }
 * @phpstan-type ReplayRequest array{case: SimulateRequest, record: Record}
 *
 * What is answered:
 *
 * @phpstan-type Range array{min: int|float, max: int|float}
 * @phpstan-type Recommendation array{
 *     ranking: list<array{
 *         variant: string, label: string, purpose: string, served: list<string>, unserved: list<string>
 *     }>
 * }
 * @phpstan-type SituationReport array{
 *     code: SituationCode, group: 'aptitudeAvecRestrictions'|'obligationEmploi', label: string, source: string,
 *     status: 'met'|'notMet'|'undetermined', questions: list<array{fact: FactCode, question: string}>,
 *     missing: list<FactCode>, failed: list<FactCode>, wouldSuffice: list<Facts>, explanation: string
 * }
 * @phpstan-type DatedProof array{fact: FactCode, validUntil: string}
 * @phpstan-type Assessment array{
 *     outcome: 'possible'|'notListed'|'undetermined', situations: list<SituationReport>, met: list<SituationCode>,
 *     missing: list<FactCode>, nextQuestion: FactCode|null, nextQuestionLabel: string|null,
 *     expiring: list<DatedProof>, expired: list<DatedProof>, explanation: string
 * }
 * @phpstan-type Plan array{
 *     variant: string, label: string, hours: int|float, kickoffMeeting: bool, range: Range,
 *     steps: list<array{
 *         code: string, label: string, hours: int|float, range: Range, modes: list<string>, coach: bool,
 *         accompanied: bool
 *     }>,
 *     totals: array{accompanied: int|float, autonomous: int|float},
 *     warnings: list<array{code: 'outsideExampleRange', step: string, message: string}>
 * }
 * @phpstan-type Quote array{
 *     variant: string, hours: int|float, affiliated: bool, status: 'published'|'computed'|'free'|'onQuote',
 *     amount: string|null, currency: 'EUR', taxIncluded: bool,
 *     reference: array{hours: int|float, amount: string}|null, indicative: array{low: string, high: string}|null,
 *     covers: list<string>, source: string|null, explanation: string
 * }
 * @phpstan-type Schedule array{
 *     earliestStart: string, startsOn: string, endsOn: string, withinUsualDuration: bool,
 *     sessions: list<array{date: string, step: string, hours: int|float}>,
 *     autonomous: list<array{step: string, hours: int|float, from: string, to: string}>,
 *     milestones: list<array{
 *         code: 'exchanges'|'kickoffMeeting'|'earliestStart'|'firstSession'|'lastSession', label: string, date: string
 *     }>,
 *     warnings: list<array{code: 'shorterThanUsual'|'longerThanUsual', message: string}>, explanation: string
 * }
 * @phpstan-type Settlement array{
 *     attendance: array{
 *         planned: int|float, done: int|float, sessions: int, firstOn: string|null, lastOn: string|null
 *     },
 *     payment: array{receivedOn: string, dueOn: string, payee: string}|null,
 *     documents: list<Labelled>, source: string, explanation: string
 * }
 * @phpstan-type Dossier array{
 *     recommendation?: Recommendation, funding: Assessment, plan: Plan, quote?: Quote, schedule?: Schedule,
 *     record: Record
 * }
 * @phpstan-type Replay array{
 *     holds: bool, differs?: list<'engine'|'contract'|'catalogue'|'request'|'result'>,
 *     engine?: array{recorded: string, current: string}, explanation: string
 * }
 *
 * A catalogue:
 *
 * @phpstan-type Labelled array{code: string, label: string}
 * @phpstan-type Step array{
 *     code: string, label: string, hours: Range, modes: list<string>, coach: bool, kickoff?: 'optional'|'required'
 * }
 * @phpstan-type Variant array{
 *     code: string, label: string, purpose: string, statedHours: int|float, needs: list<string>, steps: list<Step>,
 *     source: string
 * }
 * @phpstan-type Price 'free'|'onQuote'|array{reference: array{hours: int|float, amount: string}}|array{
 *     hourly: array{rate: string, fixed: list<array{label: string, amount: string}>}
 * }
 * @phpstan-type Tariff array{
 *     variants: list<string>, affiliated?: bool, from?: string, to?: string, price: Price, covers: list<string>,
 *     source: string
 * }
 * @phpstan-type Course array{
 *     delayWeeks: int, minMonths: int, maxMonths: int, maxSessionHours: int|float, before: list<Labelled>,
 *     sites: list<Labelled>, remote: list<Labelled>, accessibility: string, workingTime: string, source: string
 * }
 * @phpstan-type Offer array{
 *     id: string, edition: string,
 *     centre: array{name: string, shortName: string, service: string, source: string},
 *     needs: list<Labelled>, modes: list<array{code: string, label: string, accompanied: bool}>,
 *     variants: list<Variant>, covers: list<Labelled>, tariffs: list<Tariff>, course: Course,
 *     accompaniment: list<array{code: string, label: string, part: string, variants?: list<string>, source: string}>,
 *     settlement: array{documents: list<Labelled>, dueDays: int, payee: string, request: string, source: string},
 *     texts: list<array{code: string, title: string, date: string, note: string}>
 * }
 */
final class Contract
{
    /** The version of the wire contract. */
    public const VERSION = 1;

    private function __construct()
    {
    }
}
