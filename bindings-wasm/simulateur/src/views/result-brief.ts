/** The whole answer in a few words, that stay in sight while the counsellor fills in the form. */

import { html, type TemplateResult } from 'lit';

import type { Dossier, Funding } from '../contract.js';
import { date, hours } from '../french.js';
import { isFree } from '../price.js';
import type { View } from '../view.js';
import { short } from './result-price.js';

const OUTCOMES: ReadonlyMap<string, string> = new Map([
  ['possible', 'possible, en totalité'],
  ['undetermined', 'à préciser'],
  ['notListed', 'à voir avec une conseillère ou un conseiller'],
]);

/** Without a word of the fund where the centre does not bring it in. */
export function brief(
  view: View,
  { plan, quote, schedule }: Dossier,
  funding: Funding | null | undefined,
): TemplateResult {
  const unknown = isFree(view, quote) ? 'gratuit' : 'selon l’employeur';
  const rows: readonly (readonly [string, string | TemplateResult])[] = [
    ['Déclinaison', plan.label],
    ...(funding ? ([['Financement', `FIPHFP\u00a0: ${OUTCOMES.get(funding.outcome) ?? 'à préciser'}`]] as const) : []),
    ['Durée', plan.average ? `${hours(plan.hours)} en moyenne` : hours(plan.hours)],
    ['Coût', quote ? short(quote) : unknown],
    ['Dates', schedule ? html`${date(schedule.startsOn)} au ${date(schedule.endsOn)}` : 'à choisir'],
  ];
  return html`
    <div class="brief" part="brief">
      <dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    </div>`;
}
