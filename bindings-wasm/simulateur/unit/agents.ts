/**
 * Ten agents whom a counsellor would recognise, each a case of `examples/cases/parcours`, and what they say of themselves.
 * Three are in a situation of the list, as the frequencies of the library's table have it; two know a date.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Case } from '../src/contract.js';
import type { Visitor } from './walk.js';

const FOLDER = path.resolve('../../examples/cases/parcours');

export interface Agent extends Pick<Visitor, 'motives' | 'concerns' | 'others'> {
  /** Name of the file. */
  readonly name: string;
  readonly story: string;
  /** The questions answered before the agent passes the rest; by default none is passed. */
  readonly patience?: number;
  /** On commit aa089ce, with the journey of two lists to tick: screens, answers given, answers to read. */
  readonly before: Counts;
}

export interface Counts {
  readonly screens: number;
  readonly given: number;
  readonly read: number;
}

const NOBODY = { concerns: 'no', others: 'no' } as const;

export const AGENTS: readonly Agent[] = [
  {
    name: 'adjoint-envie-de-changer',
    story: 'adjoint administratif, en bonne santé, qui a envie de changer',
    motives: ['choix'],
    ...NOBODY,
    before: { screens: 6, given: 6, read: 34 },
  },
  {
    name: 'agent-entretien-mal-de-dos',
    story: 'agente d’entretien qui a mal au dos, sans rien de reconnu',
    motives: ['sante'],
    ...NOBODY,
    before: { screens: 6, given: 6, read: 34 },
  },
  {
    name: 'atsem-travailleuse-handicapee',
    story: 'ATSEM, reconnue travailleuse handicapée jusqu’en février',
    motives: ['sante'],
    concerns: ['rqth'],
    others: 'no',
    before: { screens: 7, given: 9, read: 38 },
  },
  {
    name: 'agent-voirie-restrictions',
    story: 'agent de voirie, apte avec restrictions',
    motives: ['contrainte'],
    concerns: ['restrictions'],
    others: 'no',
    before: { screens: 7, given: 9, read: 42 },
  },
  {
    name: 'cuisinier-en-ppr',
    story: 'cuisinier en période de préparation au reclassement',
    motives: ['contrainte'],
    concerns: ['reclassement'],
    others: 'no',
    before: { screens: 7, given: 11, read: 44 },
  },
  {
    name: 'cadre-qui-veut-depasser-un-blocage',
    story: 'cadre qui veut dépasser un blocage',
    motives: ['soi'],
    ...NOBODY,
    before: { screens: 6, given: 6, read: 34 },
  },
  {
    name: 'secretaire-de-mairie-fin-de-carriere',
    story: 'secrétaire de mairie, à cinq ans de la retraite',
    motives: ['fin'],
    ...NOBODY,
    before: { screens: 6, given: 6, read: 34 },
  },
  {
    name: 'aide-a-domicile-dans-le-doute',
    story: 'aide à domicile qui ne sait pas ce qui la concerne, et passe les questions après la deuxième',
    motives: ['point'],
    concerns: 'unknown',
    others: 'unknown',
    patience: 2,
    before: { screens: 6, given: 6, read: 34 },
  },
  {
    name: 'policiere-poste-supprime',
    story: 'policière municipale dont le poste est supprimé',
    motives: ['contrainte'],
    ...NOBODY,
    before: { screens: 6, given: 6, read: 34 },
  },
  {
    name: 'animatrice-autre-metier',
    story: 'animatrice contractuelle qui vise un autre métier',
    motives: ['choix'],
    ...NOBODY,
    before: { screens: 6, given: 7, read: 34 },
  },
];

export function caseOf({ name }: Agent): Case {
  return JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8')) as Case;
}
