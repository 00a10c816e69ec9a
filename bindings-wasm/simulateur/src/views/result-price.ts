/** What it costs the employer: an amount where one exists, an interval or nothing where none does. */

import { html, nothing, type TemplateResult } from 'lit';

import type { Dossier, Quote } from '../contract.js';
import { euros, hours } from '../french.js';
import { isFree, quotes } from '../price.js';
import type { View } from '../view.js';
import { fold } from './fold.js';
import { organisation } from './organisation.js';

export const TAX: ReadonlyMap<string, string> = new Map([
  ['included', 'TTC'],
  ['exempt', 'net de taxe'],
  ['excluded', 'HT'],
]);

const FREE = html`<p class="amount">Gratuit</p>`;

/** The price of the plan itself; where the employer is not known, that of each kind of employer. */
export function priceResult(view: View, { quote }: Dossier): TemplateResult {
  return html`
    <section class="card price" part="card card-price" aria-labelledby="price-title">
      <h3 tabindex="-1" id="price-title">Le coût pour l’employeur</h3>
      ${quote ? html`${figure(quote)}<p>${quote.status === 'published' && quote.reference ? `Tarif publié par le centre pour ${hours(quote.reference.hours)}.` : quote.explanation}</p>` : isFree(view, quote) ? html`${FREE}<p>Quel que soit l’employeur.</p>` : each(view)}
    </section>`;
}

/** What the price covers, and who the employer is, where that is still open. */
export function priceDetails(view: View, { quote }: Dossier): TemplateResult | typeof nothing {
  const covered = quote ? quote.covers : quotes(view).flatMap(({ covers }) => covers ?? []);
  const covers = (view.library.offer.covers ?? []).filter(({ code }) => covered?.includes(code));
  const ask = !quote && !view.settled.client && !view.expert;
  if (covers.length === 0 && !ask) return nothing;
  return fold(
    view,
    { name: 'price-details', title: 'Ce que le prix comprend' },
    html`
      ${covers.length > 0 ? html`<ul class="dots">${covers.map(({ label }) => html`<li>${label}</li>`)}</ul>` : nothing}
      ${ask ? html`<div class="screen">${organisation(view)}</div>` : nothing}`,
  );
}

function each(view: View): TemplateResult {
  const label = (code: string): string =>
    view.library.offer.clients.find((client) => client.code === code)?.label ?? code;
  return html`
    <p>Le tarif dépend de l’employeur.</p>
    <dl class="each">${quotes(view).map((quote) => html`<div><dt>${label(quote.client)}</dt><dd>${short(quote)}</dd></div>`)}</dl>`;
}

/** A price in a few words. */
export function short({ status, amount, indicative, tax }: Quote): string {
  if (status === 'free') return 'gratuit';
  if (amount !== null) return `${euros(amount)} ${TAX.get(tax ?? '') ?? ''}`.trim();
  return indicative ? `de ${euros(indicative.low)} à ${euros(indicative.high)}, indicatif` : 'sur devis';
}

function figure({ status, amount, indicative, tax }: Quote): TemplateResult {
  if (status === 'free') return FREE;
  if (amount !== null) return html`<p class="amount">${euros(amount)} <small>${TAX.get(tax ?? '') ?? ''}</small></p>`;
  if (indicative)
    return html`<p class="amount between"><small>entre</small> ${euros(indicative.low)} <small>et</small> ${euros(indicative.high)} <small>ordre de grandeur, non publié par le centre</small></p>`;
  return html`<p class="amount">Sur devis</p>`;
}
