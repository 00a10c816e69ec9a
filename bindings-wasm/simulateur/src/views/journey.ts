/** The agent's journey: one question at a time. */

import { html, nothing, type TemplateResult } from 'lit';

import { TITLES, type StepName } from '../journey.js';
import type { View } from '../view.js';
import { opener } from './aside.js';
import { conditions } from './conditions.js';
import { dates } from './dates.js';
import { icon } from './icons.js';
import { needs } from './needs.js';
import { organisation } from './organisation.js';
import { progress } from './progress.js';
import { result } from './result.js';
import { situations } from './situations.js';
import { summary } from './summary.js';

export interface Moves {
  /** What keeps the visitor from going on, once they have tried. */
  readonly hindrance: string | null;
  /** Whether the step was opened from the summary. */
  readonly detour: boolean;
  next(): void;
  back(): void;
}

export function journey(view: View, moves: Moves): TemplateResult {
  const { step, steps } = view;
  const first = steps[0] === step;
  return html`
    <div class="journey ${step}" part="step">
      ${progress(view)}
      <h2 tabindex="-1" part="title">${TITLES[step]}</h2>
      ${body(view, step)}
      ${moves.hindrance ? html`<p class="problem" role="alert">${moves.hindrance}</p>` : nothing}
      ${
        step === 'resultat'
          ? nothing
          : html`
        <div class="moves">
          ${
            moves.detour
              ? nothing
              : html`
            <button type="button" class="button primary" part="button button-primary" @click=${() => moves.next()}>
              ${step === 'recapitulatif' ? 'Voir mon résultat' : 'Continuer'}${icon('next')}
            </button>`
          }
          ${
            moves.detour
              ? html`
            <button type="button" class="button primary" part="button button-primary" @click=${() => moves.next()}>Revenir à mes réponses${icon('next')}</button>`
              : nothing
          }
          ${
            first || moves.detour
              ? nothing
              : html`
            <button type="button" class="button quiet" part="button" @click=${() => moves.back()}>${icon('back')}Retour</button>`
          }
          ${first && !view.settled.variant ? opener(view, 'comparer', 'Comparer les déclinaisons') : nothing}
        </div>`
      }
    </div>`;
}

function body(view: View, step: StepName): TemplateResult {
  switch (step) {
    case 'besoins':
      return needs(view);
    case 'situations':
      return situations(view);
    case 'conditions':
      return conditions(view);
    case 'collectivite':
      return organisation(view);
    case 'calendrier':
      return dates(view);
    case 'recapitulatif':
      return summary(view);
    case 'resultat':
      return result(view);
  }
}
