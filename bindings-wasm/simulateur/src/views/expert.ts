/** Everything on one page, live, for a counsellor who has the file at hand; then the next agent. */

import { html, nothing, type TemplateResult } from 'lit';

import { chooseVariant } from '../answers.js';
import type { View } from '../view.js';
import { opener } from './aside.js';
import { dates } from './dates.js';
import { expertSituations } from './expert-situations.js';
import { needs } from './needs.js';
import { organisation } from './organisation.js';
import { result } from './result.js';

export function expert(view: View): TemplateResult {
  const { settled } = view;
  return html`
    <div class="expert" part="expert">
      <div class="form screen" part="form">
        <div class="head">
          <h2 tabindex="-1" part="title">Le dossier de l’agent</h2>
          <button type="button" class="button" part="button" @click=${() => view.restart()}>Nouvel agent</button>
        </div>
        ${settled.variant ? nothing : html`<section><h3 class="only-read">Attentes</h3>${needs(view)}${variantSelect(view)}${opener(view, 'comparer', 'Comparer les déclinaisons')}</section>`}
        ${view.library.offer.funding?.offered ? html`<section><h3 tabindex="-1">Situations du FIPHFP</h3>${expertSituations(view)}</section>` : nothing}
        ${settled.client ? nothing : html`<section><h3 class="only-read">Collectivité</h3>${organisation(view)}</section>`}
        <section><h3 tabindex="-1">Dates</h3>${dates(view)}</section>
      </div>
      <div class="outcome">
        <h2 tabindex="-1" part="title">Le résultat</h2>
        ${result(view)}
      </div>
    </div>`;
}

function variantSelect({ library, answers, change }: View): TemplateResult {
  return html`
    <label class="field">
      <span>Déclinaison</span>
      <select @change=${(event: Event) => change(chooseVariant(answers, (event.target as HTMLSelectElement).value || null))}>
        <option value="" ?selected=${answers.variant === null}>La mieux placée selon les attentes</option>
        ${library.offer.variants.map(({ code, label }) => html`<option value=${code} ?selected=${answers.variant === code}>${label}</option>`)}
      </select>
    </label>`;
}
