/** The whole result. */

import { html, nothing, type TemplateResult } from 'lit';

import { date } from '../french.js';
import type { View } from '../view.js';
import { icon } from './icons.js';
import { brief } from './result-brief.js';
import { calendarResult } from './result-calendar.js';
import { fundingResult } from './result-funding.js';
import { nextSteps } from './result-next.js';
import { planResult } from './result-plan.js';
import { priceResult } from './result-price.js';
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
  return html`
    <div class="result" part="result">
      <p class="on-paper">Simulation du ${date(view.on)}, ${view.library.offer.centre.name}. Résultat indicatif, qui n’engage ni le centre ni le FIPHFP.</p>
      ${general.map(({ message }) => html`<p class="problem">${message}</p>`)}
      ${brief(view, dossier)}
      ${variantResult(view, dossier)}
      ${dossier.funding && view.library.offer.funding?.offered ? fundingResult(view, dossier.funding) : nothing}
      ${dossier.warnings.map(({ message }) => html`<p class="warning">${message}</p>`)}
      ${planResult(view, dossier)}
      ${priceResult(view, dossier)}
      ${calendarResult(view, dossier)}
      ${nextSteps(view)}
      ${answersOnPaper(view)}
      <div class="actions screen">
        <button type="button" class="button" part="button" @click=${() => view.print()}>${icon('print')}Imprimer</button>
        <button type="button" class="button" part="button" @click=${() => view.saveDossier()}>${icon('file')}Enregistrer pour moi</button>
        <button type="button" class="button" part="button" @click=${() => view.saveForEmployer()}>${icon('file')}Enregistrer pour mon employeur</button>
        ${
          view.expert
            ? nothing
            : html`
          <button type="button" class="button quiet" part="button" @click=${() => view.open('recapitulatif')}>Revoir mes réponses</button>`
        }
        <button type="button" class="button quiet" part="button" @click=${() => view.restart()}>Recommencer</button>
      </div>
      <p class="note screen">Résultat indicatif, qui n’engage ni le centre ni le FIPHFP. Le fichier «&nbsp;pour moi&nbsp;» contient vos réponses, y compris de santé&nbsp;: gardez-le. Le fichier «&nbsp;pour mon employeur&nbsp;» n’en contient aucune&nbsp;; le nom de la déclinaison peut toutefois renseigner sur votre santé.</p>
    </div>`;
}
