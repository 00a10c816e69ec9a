/** The steps of the agent's journey, and their order. */

import type { Answers } from './answers.js';

export type StepName =
  | 'besoins'
  | 'situations'
  | 'conditions'
  | 'collectivite'
  | 'calendrier'
  | 'recapitulatif'
  | 'resultat';

export const TITLES: { readonly [step in StepName]: string } = {
  besoins: 'Vos attentes',
  situations: 'Votre situation',
  conditions: 'Quelques précisions',
  collectivite: 'Votre collectivité',
  calendrier: 'Vos dates',
  recapitulatif: 'Vos réponses',
  resultat: 'Votre résultat',
};

/** What the page that embeds the simulator has settled by its attributes. */
export interface Settled {
  readonly variant: boolean;
  readonly client: boolean;
}

/** The steps that these answers call for: nobody is asked about what does not concern them. */
export function steps(answers: Answers, settled: Settled): readonly StepName[] {
  const all: [StepName, boolean][] = [
    ['besoins', !settled.variant],
    ['situations', true],
    ['conditions', answers.ticked.length > 0],
    ['collectivite', !settled.client],
    ['calendrier', true],
    ['recapitulatif', true],
    ['resultat', true],
  ];
  return all.filter(([, kept]) => kept).map(([name]) => name);
}
