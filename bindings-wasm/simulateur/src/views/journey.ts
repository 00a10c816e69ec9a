/** The agent's journey: one question at a time. */

import { html, nothing, type TemplateResult } from 'lit';

import { NOTHING } from '../answers.js';
import { TITLES, type StepName } from '../journey.js';
import type { View } from '../view.js';
import { opener } from './aside.js';
import { question } from './conditions.js';
import { icon } from './icons.js';
import { motives } from './needs.js';
import { organisationAndDates } from './organisation.js';
import { progress } from './progress.js';
import { result } from './result.js';
import { others, situations } from './situations.js';
import { summary } from './summary.js';

export interface Moves {
  /** What keeps the visitor from going on, once they have tried. */
  readonly hindrance: string | null;
  /** Whether the step was opened from the summary. */
  readonly detour: boolean;
  /** Whether something is asked before the summary, on a detour. */
  readonly more: boolean;
  next(): void;
  /** Leaves the questions about the situation. */
  skip(): void;
  back(): void;
}

export function journey(view: View, moves: Moves): TemplateResult {
  const { step } = view.place;
  return html`
    <div class="journey ${step}" part="step">
      ${progress(view)}
      <h2 tabindex="-1" part="title">${TITLES[step]}</h2>
      ${body(view, step)}
      ${moves.hindrance ? html`<p class="problem" role="alert">${moves.hindrance}</p>` : nothing}
      ${step === 'resultat' ? nothing : buttons(view, moves)}
      ${step === 'resultat' ? nothing : foot(view)}
    </div>`;
}

function buttons(view: View, moves: Moves): TemplateResult {
  const { place, places, settled } = view;
  const first = places[0]?.step === place.step;
  const last = place.step === 'organisation' || place.step === 'recapitulatif';
  const name = moves.detour && !moves.more ? 'Revenir à mes réponses' : last ? 'Voir mon résultat' : 'Continuer';
  const asking = place.step === 'conditions' || place.step === 'autres';
  return html`
    <div class="moves">
      <button type="button" class="button primary" part="button button-primary" @click=${() => moves.next()}>${name}${icon('next')}</button>
      ${
        asking
          ? html`<button type="button" class="button quiet" part="button" @click=${() => moves.skip()}>Passer ces questions</button>`
          : nothing
      }
      ${
        first || moves.detour || place.step === 'recapitulatif'
          ? nothing
          : html`<button type="button" class="button quiet" part="button" @click=${() => moves.back()}>${icon('back')}Retour</button>`
      }
      ${first && !settled.variant ? opener(view, 'comparer', 'Comparer les déclinaisons') : nothing}
    </div>`;
}

/** What becomes of the answers, and how to leave none behind. */
function foot({ restart, answers, place }: View): TemplateResult {
  return html`
    <div class="private screen">
      ${
        place.step === 'resultat'
          ? nothing
          : html`<p>Vos réponses restent dans cette page&nbsp;: rien n’est envoyé ni enregistré.</p>`
      }
      ${
        answers === NOTHING
          ? nothing
          : html`<button type="button" class="button quiet" part="button" @click=${() => restart()}>Effacer mes réponses</button>`
      }
    </div>`;
}

function body(view: View, step: StepName): TemplateResult | typeof nothing {
  switch (step) {
    case 'besoins':
      return motives(view);
    case 'situations':
      return situations(view);
    case 'conditions':
      return question(view);
    case 'autres':
      return others(view);
    case 'organisation':
      return organisationAndDates(view);
    case 'recapitulatif':
      return summary(view);
    case 'resultat':
      return result(view);
  }
}
