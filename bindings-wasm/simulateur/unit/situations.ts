/** Situations of every shape that the library has: one fact, two, a rate, a status; what they name must never reach the employer. */

import type { FactCode, Situation } from '../src/contract.js';

type Kind = Situation['questions'][number]['kind'];

function situation(code: string, label: string, questions: readonly [FactCode, Kind][]): Situation {
  return {
    code,
    label,
    questions: questions.map(([fact, kind]) => ({
      fact,
      kind,
      question: `${fact} ?`,
      questionAbout: `${fact} ?`,
      help: null,
      document: `justificatif ${fact}`,
      delicate: false,
    })),
  } as unknown as Situation;
}

export const SITUATIONS: readonly Situation[] = [
  situation('restrictionsAptitude', 'Aptitude avec restrictions', [
    ['avisElementsObjectifs', 'yesNo'],
    ['avisAdaptationPoste', 'yesNo'],
  ]),
  situation('rqth', 'Travailleur handicapé', [['rqth', 'yesNo']]),
  situation('accidentOuMaladie', 'Accident du travail', [
    ['tauxIncapacitePermanente', 'percent'],
    ['renteIncapacitePermanente', 'yesNo'],
  ]),
  situation('sapeurPompier', 'Sapeur-pompier volontaire', [
    ['sapeurPompierVolontaire', 'yesNo'],
    ['allocationOuRenteService', 'yesNo'],
  ]),
  situation('reclassement', 'Reclassement', [
    ['statut', 'status'],
    ['preparationReclassement', 'yesNo'],
    ['reclassement', 'yesNo'],
  ]),
];

/** Facts whose proof may have a last valid day: benefits, not events. */
export const CAN_END: ReadonlySet<FactCode> = new Set([
  'avisElementsObjectifs',
  'avisAdaptationPoste',
  'rqth',
  'renteIncapacitePermanente',
  'allocationOuRenteService',
  'preparationReclassement',
  'reclassement',
]);

export function named(code: string): Situation {
  const found = SITUATIONS.find((each) => each.code === code);
  if (!found) throw new Error(code);
  return found;
}
