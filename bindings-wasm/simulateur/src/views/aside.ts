/** The pages that take the place of the form and the result: each has its title, and a way back. */

import { html, nothing, type TemplateResult } from 'lit';

import type { Aside } from '../papers.js';
import type { View } from '../view.js';
import { certificate } from './certificate.js';
import { compare } from './compare.js';
import { employerPage } from './employer-page.js';
import { icon } from './icons.js';
import { letter } from './letter.js';

interface Page {
  readonly title: (view: View) => string;
  readonly body: (view: View) => TemplateResult;
}

const PAGES: { readonly [aside in Aside]: Page } = {
  comparer: { title: () => 'Comparer les déclinaisons', body: compare },
  employeur: { title: ({ expert }) => (expert ? 'Pour l’employeur' : 'Pour mon employeur'), body: employerPage },
  lettre: { title: ({ expert }) => (expert ? 'La lettre de l’agent' : 'Ma lettre à mon employeur'), body: letter },
  attestation: { title: () => 'Attestation de présence', body: certificate },
};

export function aside(view: View, which: Aside): TemplateResult {
  const { title, body } = PAGES[which];
  return html`
    <div class="aside ${which}" part="aside">
      ${back(view)}
      <h2 tabindex="-1" part="title" class=${which === 'comparer' ? nothing : 'screen'}>${title(view)}</h2>
      ${body(view)}
      ${back(view)}
    </div>`;
}

function back(view: View): TemplateResult {
  const where =
    view.evaluation.dossier && (view.expert || view.place.step === 'resultat') ? 'au résultat' : 'à mes réponses';
  return html`
    <button type="button" class="button quiet screen" part="button" @click=${() => view.show(null)}>${icon('back')}Revenir ${view.expert ? 'au dossier' : where}</button>`;
}

/** What opens a page: the focus comes back to it. */
export function opener(view: View, which: Aside, label: string): TemplateResult {
  return html`<button type="button" class="button screen" part="button" data-opens=${which} @click=${() => view.show(which)}>${label}</button>`;
}
