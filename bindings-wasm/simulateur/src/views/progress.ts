/** Where the visitor is. */

import { html, type TemplateResult } from 'lit';

import type { View } from '../view.js';

export function progress({ step, steps }: View): TemplateResult {
  const place = steps.indexOf(step);
  return html`
    <div class="progress" part="progress">
      <p>Étape ${place + 1} sur ${steps.length}</p>
      <div class="ticks" aria-hidden="true">${steps.map((_, index) => html`<span class=${index <= place ? 'done' : ''}></span>`)}</div>
    </div>`;
}
