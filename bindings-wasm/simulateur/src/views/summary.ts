/** Every answer, each with a way to change it. */

import { html, type TemplateResult } from 'lit';

import { cadenceName, weekdayName } from './dates.js';
import { concerns } from '../concerns.js';
import type { FactCode } from '../contract.js';
import { date, list, sentence } from '../french.js';
import { TITLES, type StepName } from '../journey.js';
import type { View } from '../view.js';

export function summary(view: View): TemplateResult {
  const shown = STEPS.filter((step) => view.places.some((place) => place.step === step));
  return html`
    <p class="lead">Vérifiez vos réponses&nbsp;; chacune peut être changée.</p>
    <dl class="summary" part="summary">
      ${shown.map(
        (step) => html`
        <div>
          <dt>${TITLES[step]}</dt>
          <dd>
            ${told(view, step)}
            <button type="button" class="button quiet" part="button" @click=${() => view.open(step)}>
              Modifier<span class="only-read">&nbsp;: ${TITLES[step]}</span>
            </button>
          </dd>
        </div>`,
      )}
    </dl>`;
}

const STEPS: readonly StepName[] = ['besoins', 'situations', 'conditions', 'autres', 'organisation'];

/** The answers as plain text, for paper. */
export function answersOnPaper(view: View): TemplateResult {
  // What the page has settled is told too: the paper leaves the page.
  const asked = view.expert
    ? STEPS.filter((step) => step !== 'situations' && step !== 'autres')
    : STEPS.filter((step) => view.places.some((place) => place.step === step));
  const shown = view.settled.variant ? asked.filter((step) => step !== 'besoins') : asked;
  return html`
    <section class="card on-paper">
      <h3 tabindex="-1">Réponses données</h3>
      <dl class="summary">${shown.map((step) => html`<div><dt>${TITLES[step]}</dt><dd>${told(view, step)}</dd></div>`)}</dl>
    </section>`;
}

function told(view: View, step: StepName): TemplateResult {
  switch (step) {
    case 'besoins':
      return lines(labels(view.library.offer.needs ?? [], view.answers.needs), 'Aucune attente cochée');
    case 'situations':
      return lines(situationLines(view), 'Aucune réponse');
    case 'conditions':
      return lines(conditionLines(view), 'Aucune réponse');
    case 'autres':
      return lines(otherLines(view), 'Aucune réponse');
    default:
      return lines([...clientLines(view), ...dateLines(view)], 'Aucune réponse');
  }
}

function lines(items: readonly (string | TemplateResult)[], otherwise: string): TemplateResult {
  return items.length > 0
    ? html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`
    : html`<p class="muted">${otherwise}</p>`;
}

function labels(all: readonly { readonly code: string; readonly label: string }[], codes: readonly string[]): string[] {
  return all.filter(({ code }) => codes.includes(code)).map(({ label }) => label);
}

function situationLines({ library, answers, inquiry }: View): string[] {
  const all = library.blank.situations;
  const ticked = concerns(all)
    .filter(({ situations }) => situations.every((code) => answers.ticked.includes(code)))
    .flatMap(({ label, situations }) => label ?? labels(all, situations));
  if (ticked.length === 0) {
    if (answers.others === 'no') return ['Aucune de ces situations'];
    return answers.others === 'unknown' ? ['Je ne sais pas'] : [];
  }
  const until = all
    .filter(({ code, questions }) => answers.ticked.includes(code) && questions.length === 1)
    .flatMap(({ questions }) => questions.flatMap(({ fact }) => inquiry.validUntil[fact] ?? []));
  return [...ticked, ...until.map((day) => `Justificatif valable jusqu’au ${date(day)}`)];
}

function otherLines({ answers }: View): string[] {
  if (answers.others === null) return [];
  return [answers.others === 'no' ? 'Aucune autre situation' : 'Une autre situation, peut-être'];
}

/** The answers that count, and they alone. */
function conditionLines({ library, inquiry, expert }: View): TemplateResult[] {
  const all = library.blank.situations.flatMap(({ questions }) => questions);
  const asked = expert
    ? all.filter(({ fact }) => fact in inquiry.facts)
    : [...inquiry.answered, ...inquiry.answeredRest];
  return asked.map(({ fact, question }) => {
    const until = inquiry.validUntil[fact];
    return html`<span class="asked">${question}</span> <strong>${answerText(inquiry.facts, fact)}${until ? `, jusqu’au ${date(until)}` : ''}</strong>`;
  });
}

function answerText(facts: View['inquiry']['facts'], fact: FactCode): string {
  const value = facts[fact];
  if (value === true) return 'Oui';
  if (value === false) return 'Non';
  if (typeof value === 'number') return `${String(value).replace('.', ',')}\u00a0%`;
  return typeof value === 'string' ? sentence(value) : 'Je ne sais pas';
}

function clientLines({ answers, library }: View): string[] {
  if (answers.client === null) return ['Employeur\u00a0: je ne sais pas'];
  return library.offer.clients.filter(({ code }) => code === answers.client).map(({ label }) => label);
}

function dateLines({ answers }: View): string[] {
  if (!answers.exchangesOn) return ['Pas encore de date'];
  const absences = answers.closures.flatMap(({ from, to }) => (from && to ? [`du ${date(from)} au ${date(to)}`] : []));
  return [
    `Dernier échange préalable le ${date(answers.exchangesOn)}`,
    ...(answers.startOn ? [`Pas avant le ${date(answers.startOn)}`] : []),
    `Séances\u00a0: ${weekdayName(answers.weekday)}, ${cadenceName(answers.cadence)}`,
    ...(absences.length > 0 ? [`Absences\u00a0: ${list(absences)}`] : []),
  ];
}
