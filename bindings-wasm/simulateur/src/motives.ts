/**
 * « Qu’est-ce qui vous amène ? »: situations of life in plain words, and what an agent in one usually expects.
 *
 * A shortcut to the catalogue's needs and nothing more: what is ticked is seen under it, and can be changed. A motive none
 * of whose needs the catalogue has is not offered; where too few are left, the needs themselves are.
 */

import { setNeeds, type Answers } from './answers.js';
import type { Offer } from './contract.js';

export const QUESTION = 'Qu’est-ce qui vous amène\u00a0?';
export const HINT = 'Une seule réponse suffit\u00a0; vous pouvez en choisir plusieurs.';

export interface Motive {
  readonly code: string;
  readonly label: string;
  readonly needs: readonly string[];
}

export const MOTIVES: readonly Motive[] = [
  {
    code: 'choix',
    label: 'J’ai envie de changer',
    needs: ['evoluer', 'explorerPistes', 'construireProjet'],
  },
  {
    code: 'sante',
    label: 'Mon travail pèse sur ma santé',
    needs: ['analyserUsure', 'preserverSante'],
  },
  {
    code: 'contrainte',
    label: 'Je dois changer de métier',
    needs: ['explorerPistes', 'construireProjet', 'composerAvecRestrictions'],
  },
  {
    code: 'soi',
    label: 'Je veux mieux me connaître, dépasser un blocage',
    needs: ['mieuxSeComprendre', 'comprendreFonctionnement', 'depasserBlocages'],
  },
  {
    code: 'fin',
    label: 'J’aborde ma fin de carrière',
    needs: ['preparerFinDeCarriere', 'transmettre'],
  },
  {
    code: 'point',
    label: 'Je ne sais pas encore, je voudrais y voir clair',
    needs: ['faireLePoint', 'identifierRessources'],
  },
];

/** Fewer are no choice. */
const FEWEST = 3;

/** The motives that a catalogue can serve; none where its needs are others. */
export function motivesOf({ needs }: Pick<Offer, 'needs'>): readonly Motive[] {
  const known = new Set<string>((needs ?? []).map(({ code }) => code));
  const served = MOTIVES.flatMap((motive) => {
    const kept = motive.needs.filter((need) => known.has(need));
    return kept.length > 0 ? [{ ...motive, needs: kept }] : [];
  });
  return served.length < FEWEST ? [] : served;
}

/** Adds or takes away a motive: the needs become those of the motives, in the catalogue's order. */
export function toggleMotive(answers: Answers, code: string, offer: Pick<Offer, 'needs'>): Answers {
  const motives = MOTIVES.map((motive) => motive.code).filter(
    (other) => answers.motives.includes(other) !== (other === code),
  );
  const meant = new Set(motivesOf(offer).flatMap((motive) => (motives.includes(motive.code) ? motive.needs : [])));
  const needs = (offer.needs ?? []).map((need) => need.code).filter((need) => meant.has(need));
  return { ...setNeeds(answers, needs), motives };
}
