/** The whole result: the answer first, then what to do, then the rest under its headings. */

import { html, nothing, type TemplateResult } from 'lit';

import { date } from '../french.js';
import type { View } from '../view.js';
import { icon } from './icons.js';
import { opener } from './aside.js';
import { brief } from './result-brief.js';
import { calendarResult, whenResult } from './result-calendar.js';
import { fundingResult, situationsResult } from './result-funding.js';
import { knowMore } from './result-know.js';
import { nextSteps } from './result-next.js';
import { planResult } from './result-plan.js';
import { priceDetails, priceResult } from './result-price.js';
import { variantResult } from './result-variant.js';
import { answersOnPaper } from './summary.js';

export function result(view: View): TemplateResult {
  const { shown: dossier, problems } = view.evaluation;
  // The others stand beside the answer at fault.
  const general = problems.filter(({ path }) => !/^(facts|validUntil|fixed|calendar)\b/.test(path));
  if (!dossier) {
    return problems.length > 0
      ? html`${problems.map(({ message }) => html`<p class="problem">${message}</p>`)}`
      : html`<p class="empty">${view.expert ? 'Cochez au moins une attente, ou choisissez une déclinaison.' : 'Cochez au moins une attente pour obtenir un résultat.'}</p>`;
  }
  const funding = view.library.offer.funding?.offered ? dossier.funding : null;
  return html`
    <div class="result" part="result">
      <p class="on-paper">Simulation du ${date(view.on)}, ${view.library.offer.centre.name}. Résultat indicatif, qui n’engage ni le centre ni le FIPHFP.</p>
      <p class="on-paper"><strong>Pour ${view.expert ? 'l’agent' : 'moi'}.</strong> Ce document contient toutes ${view.expert ? 'les' : 'mes'} réponses, y compris de santé. Il n’est pas destiné à l’employeur, qui a le sien.</p>
      ${general.map(({ message }) => html`<p class="problem">${message}</p>`)}
      ${view.expert ? brief(view, dossier, funding) : nothing}
      ${variantResult(view, dossier)}
      ${funding ? fundingResult(view, funding) : nothing}
      ${dossier.warnings.map(({ message }) => html`<p class="warning">${message}</p>`)}
      <div class="pair">${priceResult(view, dossier)}${whenResult(view, dossier)}</div>
      ${nextSteps(view, dossier)}
      ${hand(view)}
      <div class="folds">
        ${planResult(view, dossier)}
        ${calendarResult(view, dossier)}
        ${priceDetails(view, dossier)}
        ${funding ? situationsResult(view, funding) : nothing}
        ${knowMore(view, dossier)}
      </div>
      ${answersOnPaper(view)}
      ${end(view)}
    </div>`;
}

/** What may be taken away, and what each holds. */
function hand(view: View): TemplateResult {
  const { expert } = view;
  return html`
    <section class="card hand screen" part="card card-hand" aria-labelledby="hand-title">
      <h3 tabindex="-1" id="hand-title">Imprimer ou enregistrer</h3>
      <div class="take">
        <p><strong>Pour ${expert ? 'l’agent' : 'moi'}</strong> <small>tout, réponses de santé comprises</small></p>
        <div class="actions">
          <button type="button" class="button" part="button" @click=${() => view.print()}>${icon('print')}Imprimer</button>
          <button type="button" class="button" part="button" @click=${() => view.saveDossier()}>${icon('file')}Enregistrer<span class="only-read"> pour ${expert ? 'l’agent' : 'moi'}</span></button>
        </div>
      </div>
      <div class="take">
        <p><strong>Pour ${expert ? 'l’' : 'mon '}employeur</strong> <small>le parcours, le prix et les dates, sans aucune réponse</small></p>
        <div class="actions">${opener(view, 'employeur', 'Voir le document')}${expert ? opener(view, 'attestation', 'Attestation de présence') : nothing}</div>
      </div>
    </section>`;
}

function end(view: View): TemplateResult {
  return html`
    <div class="actions end screen">
      ${
        view.expert
          ? html`<button type="button" class="button" part="button" @click=${() => view.restart()}>Nouvel agent</button>`
          : html`
      <button type="button" class="button quiet" part="button" @click=${() => view.open('recapitulatif')}>Revoir mes réponses</button>
      <button type="button" class="button quiet" part="button" @click=${() => view.restart()}>Effacer mes réponses</button>`
      }
    </div>
    <p class="note screen">Résultat indicatif, qui n’engage ni le centre ni le FIPHFP.</p>`;
}
