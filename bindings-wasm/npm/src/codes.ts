/**
 * The stable codes of the contract, as unions.
 *
 * A fact or a situation is national. A variant, a need, a step and so on are those of a catalogue: {@link Cdg29} names
 * those of the embedded one, which every type takes by default; with another centre's, {@link Codes} leaves them open.
 */

/** A fact about the agent, on which the FIPHFP's list rests. */
export type FactCode =
  | 'avisElementsObjectifs'
  | 'avisAdaptationPoste'
  | 'rqth'
  | 'tauxIncapacitePermanente'
  | 'renteIncapacitePermanente'
  | 'pensionInvalidite'
  | 'reductionCapaciteDeuxTiers'
  | 'ancienMilitaire'
  | 'pensionMilitaireInvalidite'
  | 'sapeurPompierVolontaire'
  | 'allocationOuRenteService'
  | 'victimeTerrorisme'
  | 'cmiInvalidite'
  | 'aah'
  | 'ati'
  | 'statut'
  | 'preparationReclassement'
  | 'reclassement';

/** A fact answered by yes or no, whose proof may have a last valid day. */
export type FlagCode = Exclude<FactCode, 'tauxIncapacitePermanente' | 'statut'>;

/** A situation that the FIPHFP's list names. */
export type SituationCode =
  | 'restrictionsAptitude'
  | 'rqth'
  | 'accidentOuMaladie'
  | 'pensionInvalidite'
  | 'pensionMilitaire'
  | 'sapeurPompier'
  | 'victimeTerrorisme'
  | 'cmiInvalidite'
  | 'aah'
  | 'ati'
  | 'reclassement';

/** A group of situations. */
export type SituationGroup = 'aptitudeAvecRestrictions' | 'obligationEmploi';

/** The agent's status. */
export type Statut = 'fonctionnaire' | 'contractuel';

/** Might the FIPHFP be asked? `notListed` is never a refusal: ask a counsellor. */
export type FundingOutcome = 'possible' | 'notListed' | 'undetermined';

/** Whether a situation is met, whatever the unknown facts are. */
export type SituationStatus = 'met' | 'notMet' | 'undetermined';

/** How a price is known. */
export type QuoteStatus = 'published' | 'computed' | 'free' | 'onQuote';

/** How sessions are spaced. */
export type Cadence = 'auto' | 'weekly' | 'fortnightly';

/** A working day. */
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday';

/** A day to remember. */
export type MilestoneCode = 'exchanges' | 'kickoffMeeting' | 'earliestStart' | 'firstSession' | 'lastSession';

/** A warning on a plan. */
export type PlanWarningCode = 'outsideExampleRange';

/** A warning on a calendar. */
export type ScheduleWarningCode = 'shorterThanUsual' | 'longerThanUsual';

/** What a record may no longer agree with. */
export type RecordPart = 'engine' | 'contract' | 'catalogue' | 'request' | 'result';

/** An operation of the contract. */
export type OperationCode =
  | 'catalogue'
  | 'recommend'
  | 'funding'
  | 'plan'
  | 'quote'
  | 'schedule'
  | 'settle'
  | 'simulate'
  | 'replay';

/** What is wrong with a request or a catalogue. */
export type ErrorCode =
  | 'invalidUtf8'
  | 'invalidJson'
  | 'tooLarge'
  | 'unknownField'
  | 'duplicateField'
  | 'missingField'
  | 'wrongType'
  | 'unknownCode'
  | 'outOfRange'
  | 'noNeeds'
  | 'unknownVariant'
  | 'unknownStep'
  | 'kickoffRequired'
  | 'kickoffNotOffered'
  | 'hoursGranularity'
  | 'hoursOutOfRange'
  | 'budgetInfeasible'
  | 'noOpenDay'
  | 'nothingToSchedule'
  | 'duplicateCode'
  | 'invertedRange'
  | 'totalOutOfReach'
  | 'overlappingTariffs'
  | 'internal';

/** The codes that a catalogue defines: open, for a catalogue that is not known in advance. */
export interface Codes {
  variant: string;
  need: string;
  step: string;
  mode: string;
  cover: string;
  /** Appointments before the start. */
  before: string;
  site: string;
  /** Ways of meeting at a distance. */
  remote: string;
  companion: string;
  /** What is handed over at the end. */
  document: string;
  /** A legal text. */
  text: string;
}

/** The codes of the embedded catalogue, that of the Centre de Gestion du Finistère. */
export interface Cdg29 extends Codes {
  variant: 'evolution' | 'prevention' | 'reorientation' | 'developpement' | 'horizon';
  need:
    | 'faireLePoint'
    | 'identifierRessources'
    | 'mieuxSeComprendre'
    | 'explorerPistes'
    | 'construireProjet'
    | 'retrouverDynamique'
    | 'analyserUsure'
    | 'preserverSante'
    | 'composerAvecRestrictions'
    | 'situerCompetences'
    | 'comprendreFonctionnement'
    | 'depasserBlocages'
    | 'seProjeter'
    | 'preparerFinDeCarriere'
    | 'transmettre';
  step:
    | 'reunionDemarrage'
    | 'analyseDemande'
    | 'axesTravail'
    | 'analyseParcours'
    | 'identificationCompetences'
    | 'profilPersonnalite'
    | 'pistes'
    | 'misesEnSituation'
    | 'projection'
    | 'bilanAccompagnement'
    | 'recherches'
    | 'analyseRecherches'
    | 'demarchesTerrain'
    | 'analyseProjets'
    | 'planAction'
    | 'synthese'
    | 'reunionCloture';
  mode: 'reunion' | 'entretien' | 'travailAccompagne' | 'autonomie' | 'coaching';
  cover: 'accompagnement' | 'preparation' | 'reunionCloture' | 'testsQuestionnaires' | 'fraisGestion';
  before: 'presentation' | 'echangeEmployeur' | 'demarrage' | 'devis';
  site: 'quimper' | 'brest';
  remote: 'telephone' | 'visioconference';
  companion: 'conseillere' | 'coach';
  document: 'attestationPresence' | 'facture';
  text: 'loi83634' | 'loi8453' | 'decret20071845' | 'circulaire20170410';
}

export type VariantCode = Cdg29['variant'];
export type NeedCode = Cdg29['need'];
export type StepCode = Cdg29['step'];
export type ModeCode = Cdg29['mode'];
export type CoverCode = Cdg29['cover'];
