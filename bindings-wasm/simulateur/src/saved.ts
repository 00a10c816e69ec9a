/** What the visitor saves as a file. */

import { calendarFile } from './calendar-file.js';
import type { Case, Day, Dossier, Offer } from './contract.js';
import { download } from './download.js';
import { employers, employersFile, mine } from './files.js';
import type { Library } from './library.js';

/** A case and its dossier. */
interface Result {
  readonly case: Case;
  readonly dossier: Dossier;
}

/** The calendar, under a mark that is the visitor's own; `edition` counts those saved under it. */
export function saveCalendar(dossier: Dossier, { centre }: Offer, on: Day, mark: string, edition: number): void {
  const text = calendarFile(dossier, centre.shortName ?? centre.name, on, mark, edition);
  if (text) download('bilan-professionnel.ics', 'text/calendar;charset=utf-8', text);
}

/** « Pour moi »: everything. */
export function saveDossier({ case: asked, dossier }: Result): void {
  download('bilan-professionnel.json', 'application/json', mine(asked, dossier));
}

/** « Pour mon employeur »: made anew, without an answer. */
export function saveForEmployer(library: Library, { case: asked, dossier }: Result): void {
  const text = employersFile(employers(library, asked, dossier));
  download('bilan-professionnel-employeur.json', 'application/json', text);
}

export function saveLetter(letter: string): void {
  download('demande-de-bilan-professionnel.txt', 'text/plain;charset=utf-8', letter);
}
