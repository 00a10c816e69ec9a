/** What it costs the employer: an amount where one exists, an interval or nothing where none does. */

import { html, nothing, type TemplateResult } from 'lit';

import type { Dossier, Quote } from '../contract.js';
import { euros } from '../french.js';
import type { View } from '../view.js';
import { organisation } from './organisation.js';

export function priceResult(view: View, { quote }: Dossier): TemplateResult {
  return html`
    <section class="card price" part="card card-price" aria-labelledby="price-title">
      <h3 tabindex="-1" id="price-title">Le coût pour l’employeur</h3>
      ${
        quote
          ? priced(view, quote)
          : html`
        <p>Le tarif dépend de l’employeur.</p>
        ${view.settled.client || view.expert ? nothing : html`<div class="screen">${organisation(view)}</div>`}`
      }
    </section>`;
}

function priced({ library }: View, quote: Quote): TemplateResult {
  const covers = (library.offer.covers ?? []).filter(({ code }) => quote.covers?.includes(code));
  return html`
    ${figure(quote)}
    <p>${quote.explanation}</p>
    ${
      covers.length > 0
        ? html`
      <p class="small-title">Ce que le prix comprend</p>
      <ul class="dots">${covers.map(({ label }) => html`<li>${label}</li>`)}</ul>`
        : nothing
    }`;
}

const TAX: ReadonlyMap<string, string> = new Map([
  ['included', 'TTC'],
  ['exempt', 'net de taxe'],
  ['excluded', 'HT'],
]);

function figure({ status, amount, indicative, tax }: Quote): TemplateResult {
  if (status === 'free') return html`<p class="amount">Gratuit</p>`;
  if (amount !== null) return html`<p class="amount">${euros(amount)} <small>${TAX.get(tax ?? '') ?? ''}</small></p>`;
  if (indicative)
    return html`<p class="amount between"><small>entre</small> ${euros(indicative.low)} <small>et</small> ${euros(indicative.high)} <small>ordre de grandeur, non publié par le centre</small></p>`;
  return html`<p class="amount">Sur devis</p>`;
}
