/** The files that the visitor takes away, and what each says of itself. */

import { forEmployer } from './answers.js';
import type { Case, Dossier } from './contract.js';
import type { Library } from './library.js';

export interface Employers {
  readonly case: Case;
  readonly dossier: Omit<Dossier, 'record'>;
}

const MINE =
  'Dossier complet de l’agent, réponses de santé comprises, avec l’empreinte qui permet de le vérifier. À garder pour soi.';
const EMPLOYERS =
  'Document pour l’employeur\u00a0: la déclinaison, les étapes et leurs heures, le prix et les dates. Rien d’autre\u00a0: ni attente, ni réponse de l’agent, ni empreinte de celles-ci.';

/** The whole dossier, with its record. */
export function mine(asked: Case, dossier: Dossier): string {
  return text({ about: MINE, case: asked, dossier });
}

/** The dossier made anew without needs and facts; without a record, which is for whoever holds the case. */
export function employers(library: Library, asked: Case, { plan }: Dossier): Employers {
  const handed = forEmployer(asked, plan.variant);
  const { record: _, ...dossier } = library.simulate(handed);
  return { case: handed, dossier };
}

export function employersFile(document: Employers): string {
  return text({ about: EMPLOYERS, ...document });
}

function text(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
