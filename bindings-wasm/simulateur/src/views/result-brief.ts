/** The whole answer in a few words, before the reasons. */

import { html, nothing, type TemplateResult } from 'lit';

import type { Dossier, Quote } from '../contract.js';
import { date, euros, hours } from '../french.js';
import type { View } from '../view.js';

const OUTCOMES: ReadonlyMap<string, string> = new Map([
  ['possible', 'possible, en totalité'],
  ['undetermined', 'à préciser'],
  ['notListed', 'à voir avec une conseillère ou un conseiller'],
]);

export function brief(view: View, { plan, funding, quote, schedule }: Dossier): TemplateResult {
  const rows: readonly (readonly [string, string | TemplateResult])[] = [
    ['Déclinaison', plan.label],
    ['Financement', `FIPHFP\u00a0: ${OUTCOMES.get(funding?.outcome ?? '') ?? 'à préciser'}`],
    ['Durée', plan.average ? `${hours(plan.hours)} en moyenne` : hours(plan.hours)],
    ['Coût', quote ? price(quote) : 'selon l’employeur'],
    ['Dates', schedule ? html`${date(schedule.startsOn)} au ${date(schedule.endsOn)}` : 'à choisir'],
  ];
  return html`
    <div class="brief" part="brief">
      <dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
      ${
        view.expert
          ? nothing
          : html`
        <button type="button" class="button quiet screen" part="button" @click=${() => view.open('recapitulatif')}>Revoir mes réponses</button>`
      }
    </div>`;
}

function price({ status, amount, indicative }: Quote): string {
  if (status === 'free') return 'gratuit';
  if (amount !== null) return euros(amount);
  return indicative ? `de ${euros(indicative.low)} à ${euros(indicative.high)}, indicatif` : 'sur devis';
}
