/** What may be handed to the employer, as it is printed: made anew, without needs and facts. */

import { html, nothing, type TemplateResult } from 'lit';

import { aroundTheSessions } from '../around.js';
import { date, euros, hours, inAutonomy, list, longDate, sentence, typeset } from '../french.js';
import { employers } from '../files.js';
import type { Plan, Schedule } from '../contract.js';
import { isFree } from '../price.js';
import type { View } from '../view.js';
import { icon } from './icons.js';
import { TAX } from './result-price.js';

export function employerPage(view: View): TemplateResult {
  const { asked, dossier } = view.evaluation;
  if (!asked || !dossier) return html`<p class="empty">Il n’y a pas encore de résultat à remettre.</p>`;
  const { plan, quote, schedule } = typeset(employers(view.library, asked, dossier).dossier);
  const free = isFree(view, quote);
  const { offer } = view.library;
  const covers = (offer.covers ?? []).filter(({ code }) => quote?.covers?.includes(code));
  return html`
    <p class="lead screen">Voici tout ce que contiennent cette page et son fichier. ${view.expert ? 'Les' : 'Vos'} attentes et ${view.expert ? 'les' : 'vos'} réponses n’y sont pas. <strong>Le nom de la déclinaison peut toutefois renseigner sur ${view.expert ? 'la' : 'votre'} santé${view.expert ? ' de l’agent' : ''}.</strong></p>
    <div class="actions screen">
      <button type="button" class="button primary" part="button button-primary" @click=${() => view.print()}>${icon('print')}Imprimer cette page</button>
      <button type="button" class="button" part="button" @click=${() => view.saveForEmployer()}>${icon('file')}Enregistrer le fichier pour l’employeur</button>
    </div>
    <div class="sheet" part="sheet">
      <p class="kicker">${[offer.centre.name, offer.centre.service].filter(Boolean).join(', ')}. Simulation du ${date(view.on)}.</p>
      <p class="note">Ce document contient la déclinaison envisagée, ses étapes et leurs heures, le prix et les dates. Il ne contient ni attente ni réponse de l’agent. Il est indicatif et n’engage pas le centre.</p>
      <h3 tabindex="-1" class="name">${plan.label}</h3>
      <p>${plan.average ? `${hours(plan.hours)} en moyenne` : hours(plan.hours)}${inAutonomy(plan.totals.autonomous, plan.counts)}.</p>
      <h4>Le prix</h4>
      ${
        quote
          ? html`
        ${quote.amount === null ? nothing : html`<p class="amount">${euros(quote.amount)} <small>${TAX.get(quote.tax ?? '') ?? ''}</small></p>`}
        <p>${quote.explanation}${covers.length > 0 ? ` Le prix comprend\u00a0: ${list(covers.map(({ label }) => label.toLowerCase()))}.` : ''}</p>`
          : html`<p>${free ? 'Gratuit, quel que soit l’employeur.' : 'Il dépend de l’employeur\u00a0: le centre de gestion le précise.'}</p>`
      }
      <h4>Les dates</h4>
      ${schedule ? sessions(schedule) : html`<p>Aucune date n’est encore choisie.</p>`}
      <h4 id="sheet-steps">Les étapes</h4>
      ${steps(view, plan)}
      ${practical(view, free)}
    </div>`;
}

function sessions({ explanation, milestones, sessions }: Schedule): TemplateResult {
  const before = milestones.filter(({ code }) => code === 'exchanges' || code === 'kickoffMeeting');
  return html`
    <p>${explanation}</p>
    <ul class="dates">
      ${before.map(({ date: day, label }) => html`<li>${longDate(day)}\u00a0: ${label.toLowerCase()}</li>`)}
      ${sessions.map(({ date: day, hours: length }) => html`<li>${longDate(day)}\u00a0: ${hours(length)}</li>`)}
    </ul>`;
}

function steps({ library }: View, plan: Plan): TemplateResult {
  const mode = (code: string): string =>
    library.offer.modes.find((known) => known.code === code)?.label.toLowerCase() ?? code;
  return html`
    <table class="table" aria-labelledby="sheet-steps">
      <thead><tr><th scope="col">Étape</th><th scope="col">Durée</th></tr></thead>
      <tbody>${plan.steps.map(
        (step) => html`
        <tr><td>${step.label} <small>${sentence(list(step.modes.map(mode)))}${step.coach ? ', avec une coach' : ''}</small></td><td>${hours(step.hours)}</td></tr>`,
      )}</tbody>
    </table>`;
}

/** What comes before, what comes after. */
function practical({ library }: View, free: boolean): TemplateResult | typeof nothing {
  const told = aroundTheSessions(library.offer, free);
  return told.length > 0
    ? html`<h4>En pratique</h4><ul class="dots">${told.map((line) => html`<li>${line}</li>`)}</ul>`
    : nothing;
}
