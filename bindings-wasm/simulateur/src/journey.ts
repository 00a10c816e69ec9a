/** The steps of the agent's journey, and their order. */

import type { FactCode } from './contract.js';
import type { Inquiry } from './inquiry.js';

export type StepName =
  | 'besoins'
  | 'situations'
  | 'conditions'
  | 'autres'
  | 'organisation'
  | 'recapitulatif'
  | 'resultat';

export const TITLES: { readonly [step in StepName]: string } = {
  besoins: 'Vos attentes',
  situations: 'Votre situation',
  conditions: 'Quelques précisions',
  autres: 'Une dernière précision',
  organisation: 'Votre employeur et vos dates',
  recapitulatif: 'Vos réponses',
  resultat: 'Votre résultat',
};

/** What the page that embeds the simulator, or the centre's offer, has settled: the visitor is not asked. */
export interface Settled {
  readonly variant: boolean;
  readonly client: boolean;
  /** Nothing depends on the agent's situation: neither a variant nor a funding. */
  readonly situation: boolean;
}

/** A screen: a step, and the question that it puts if it is one of several. */
export interface Place {
  readonly step: StepName;
  readonly fact: FactCode | null;
}

export const at = (step: StepName, fact: FactCode | null = null): Place => ({ step, fact });

export const same = (one: Place, other: Place): boolean => one.step === other.step && one.fact === other.fact;

/** The screens that these answers call for, in order: nobody is asked about what does not concern them. */
export function places(inquiry: Inquiry, settled: Settled): readonly Place[] {
  const asked = ({ fact }: { readonly fact: FactCode }): Place => at('conditions', fact);
  const { answered, closing, answeredRest, open } = inquiry;
  const questions = [
    ...answered.map(asked),
    ...(closing ? [at('autres')] : []),
    ...answeredRest.map(asked),
    ...(open ? [asked(open)] : []),
  ];
  return [
    ...(settled.variant ? [] : [at('besoins')]),
    ...(settled.situation ? [] : [at('situations'), ...questions]),
    at('organisation'),
    at('resultat'),
  ];
}

/** What the visitor is told to be at: the questions about their situation are one stage. */
const STAGES: readonly (readonly StepName[])[] = [
  ['besoins'],
  ['situations', 'conditions', 'autres'],
  ['organisation'],
];

/** The stages of a journey, and the place of a step among them. */
export function stage(step: StepName, all: readonly Place[]): { readonly place: number; readonly count: number } {
  const stages = STAGES.filter((steps) => all.some((place) => steps.includes(place.step)));
  return { place: stages.findIndex((steps) => steps.includes(step)) + 1, count: stages.length };
}
