/** The agent's letter: written, to be changed as one likes, printed or kept. */

import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { letterOf } from '../letter.js';
import { isFree } from '../price.js';
import type { View } from '../view.js';
import { icon } from './icons.js';

export function letter(view: View): TemplateResult {
  const { evaluation, library, papers } = view;
  if (!evaluation.shown) return html`<p class="empty">Il n’y a pas encore de résultat.</p>`;
  const text =
    papers.letter ?? letterOf(library.offer, view.on, evaluation.shown, isFree(view, evaluation.shown.quote));
  const rows = text.split('\n').reduce((lines, line) => lines + 1 + Math.floor(line.length / 62), 0);
  return html`
    <p class="lead screen">${
      view.expert
        ? 'L’agent adresse cette demande à son employeur, qui accepte ou non. Elle ne dit rien de sa santé, ni de la déclinaison\u00a0: son nom pourrait renseigner.'
        : 'Votre employeur accepte ou non de prendre le bilan en charge. Cette lettre ne dit rien de votre santé, ni de la déclinaison\u00a0: son nom pourrait renseigner. Changez-la comme vous voulez.'
    }</p>
    <label class="field screen" for="letter"><span>Le texte de la lettre</span></label>
    <textarea id="letter" class="screen" rows=${rows} spellcheck="true" .value=${live(text)}
      @input=${(event: Event) => view.write({ ...papers, letter: (event.target as HTMLTextAreaElement).value })}></textarea>
    <div class="letter on-paper">${text}</div>
    <div class="actions screen">
      <button type="button" class="button primary" part="button button-primary" @click=${() => view.print()}>${icon('print')}Imprimer la lettre</button>
      <button type="button" class="button" part="button" @click=${() => view.saveLetter(text)}>${icon('file')}Enregistrer le texte</button>
    </div>`;
}
