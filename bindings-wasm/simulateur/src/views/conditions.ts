/** The questions about the agent's situation, one at a time. */

import { html, nothing, type TemplateResult } from 'lit';

import type { View } from '../view.js';
import { factField } from './fact-field.js';

/** The question of this screen, and why it is put. */
export function question(view: View): TemplateResult | typeof nothing {
  const { inquiry, library, place } = view;
  const asked = [...inquiry.answered, ...inquiry.answeredRest, ...(inquiry.open ? [inquiry.open] : [])];
  const current = asked.find(({ fact }) => fact === place.fact);
  if (!current) return nothing;
  const about = library.blank.situations.filter(({ questions }) => questions.some(({ fact }) => fact === current.fact));
  return html`
    ${factField(view, current)}
    <details class="refine">
      <summary>Pourquoi cette question&nbsp;?</summary>
      <p>Votre réponse aide à savoir si le FIPHFP pourrait financer le bilan en totalité, au titre de la situation&nbsp;: ${about.map(({ label }) => `«\u00a0${label}\u00a0»`).join(', ')}. Justificatif habituel&nbsp;: ${current.document}.</p>
    </details>`;
}
