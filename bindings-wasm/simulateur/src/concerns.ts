/**
 * The situations of the list, gathered under a few plain words to tick.
 *
 * It is a way to show them and no rule: a situation that is not named here stands under the last words.
 */

import type { Situation, SituationCode } from './contract.js';

export interface Concern {
  readonly code: string;
  /** Its own words; otherwise those of its only situation. */
  readonly label: string | null;
  readonly hint: string | null;
  readonly situations: readonly SituationCode[];
  /** Whether to tick it is to say that its situation is one's own: there is nothing to ask. */
  readonly sure: boolean;
}

const CONCERNS: readonly Concern[] = [
  { code: 'rqth', label: null, hint: null, situations: ['rqth'], sure: true },
  {
    code: 'restrictions',
    label: 'Un avis médical limite ce que je peux faire à mon poste',
    hint: 'Aptitude avec restrictions',
    situations: ['restrictionsAptitude'],
    sure: false,
  },
  {
    code: 'reclassement',
    label: 'Je dois changer d’emploi pour raison de santé',
    hint: 'Reclassement, période de préparation au reclassement (PPR)',
    situations: ['reclassement'],
    sure: false,
  },
  {
    code: 'invalidite',
    label: 'J’ai une pension, une rente, une allocation ou une carte',
    hint: 'Après un accident du travail ou une maladie, pour une invalidité ou un handicap',
    situations: ['accidentOuMaladie', 'pensionInvalidite', 'cmiInvalidite', 'aah', 'ati'],
    sure: false,
  },
];

const REST = {
  code: 'autre',
  label: 'Une autre situation',
  hint: 'Ancien militaire, sapeur-pompier volontaire, victime d’un acte de terrorisme',
} as const;

/** What can be ticked: every situation in force, once. */
export function concerns(situations: readonly Situation[]): readonly Concern[] {
  const there = situations.map(({ code }) => code);
  const named = CONCERNS.map((concern) => ({
    ...concern,
    situations: concern.situations.filter((code) => there.includes(code)),
  })).filter((concern) => concern.situations.length > 0);
  const rest = there.filter((code) => !named.some((concern) => concern.situations.includes(code)));
  return rest.length > 0 ? [...named, { ...REST, situations: rest, sure: false }] : named;
}
