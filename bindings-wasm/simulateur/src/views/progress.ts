/** Where the visitor is. */

import { html, nothing, type TemplateResult } from 'lit';

import { stage } from '../journey.js';
import type { View } from '../view.js';

export function progress(view: View): TemplateResult | typeof nothing {
  const { place, count } = stage(view.place.step, view.places);
  if (place === 0) return nothing;
  return html`
    <div class="progress" part="progress">
      <p>Étape ${place} sur ${count}${left(view)}</p>
      <div class="ticks" aria-hidden="true">${Array.from({ length: count }, (_, index) => html`<span class=${index < place ? 'done' : ''}></span>`)}</div>
    </div>`;
}

/** How many questions may come before the next stage, said only while the visitor is among them. */
function left({ place, places, inquiry }: View): string {
  if (place.step !== 'conditions') return '';
  const here = places.findIndex(({ fact }) => fact === place.fact);
  const known = places.slice(here + 1).filter(({ step }) => step === 'conditions' || step === 'autres').length;
  const most = known + (inquiry.open ? inquiry.left : 0);
  if (most === 0) return '\u00a0; c’est la dernière question sur votre situation';
  return `\u00a0; encore ${most} question${most > 1 ? 's' : ''} au plus sur votre situation`;
}
