/** When: the dates and the rhythm that the visitor chooses. */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import type { Answers, OpenClosure } from '../answers.js';
import type { Cadence, Day, Weekday } from '../contract.js';
import { plural } from '../french.js';
import type { Problem } from '../library.js';
import type { View } from '../view.js';

const WEEKDAYS: readonly [Weekday | '', string][] = [
  ['', 'Indifférent'],
  ['monday', 'Lundi'],
  ['tuesday', 'Mardi'],
  ['wednesday', 'Mercredi'],
  ['thursday', 'Jeudi'],
  ['friday', 'Vendredi'],
];
const CADENCES: readonly [Cadence, string][] = [
  ['auto', 'Le plus régulier'],
  ['weekly', 'Chaque semaine'],
  ['fortnightly', 'Tous les quinze jours'],
  ['monthly', 'Chaque mois'],
];

export function dates(view: View): TemplateResult {
  const { answers, change, library, expert, evaluation } = view;
  const problems = evaluation.problems.filter(({ path }) => path.startsWith('calendar'));
  const delay = waiting(library.offer.course?.delay);
  return html`
    <fieldset class="plain">
      <legend class=${expert ? 'only-read' : ''}>Quand votre bilan pourrait-il avoir lieu&nbsp;?</legend>
      <div class="fields">
        <div class="field wide">
          <label for="exchanges">Date du dernier échange préalable${expert ? nothing : ' (facultatif)'}</label>
          <p class="hint" id="exchanges-hint">Le jour où ${expert ? 'l’employeur, l’agent et le centre se mettent' : 'votre employeur, le centre et vous vous mettez'} d’accord&nbsp;; ${delay ? html`le bilan débute ${delay} plus tard au moins` : html`le bilan peut débuter ensuite`}.${expert ? nothing : html` Laissez vide si vous ne la savez pas encore.`}</p>
          <input id="exchanges" type="date" autocomplete="off" aria-describedby="exchanges-hint calendar-problem" aria-invalid=${invalid(problems, 'exchangesOn')} .value=${live(answers.exchangesOn ?? '')}
            @change=${(event: Event) => change({ ...answers, exchangesOn: day(event) })}>
        </div>
        ${answers.exchangesOn ? rhythm(answers, change, problems) : nothing}
      </div>
      <div id="calendar-problem">${problems.map(({ message }) => html`<p class="problem">${message}</p>`)}</div>
    </fieldset>`;
}

function waiting(
  delay: { readonly days?: number | null; readonly weeks?: number | null } | null | undefined,
): string | null {
  if (delay?.weeks) return plural(delay.weeks, 'semaine', 'semaines');
  return delay?.days ? plural(delay.days, 'jour', 'jours') : null;
}

function invalid(problems: readonly Problem[], member: string): 'true' | typeof nothing {
  return problems.some(({ path }) => path === `calendar.${member}`) ? 'true' : nothing;
}

function rhythm(answers: Answers, change: View['change'], problems: readonly Problem[]): TemplateResult {
  return html`
    ${select('Jour des séances', WEEKDAYS, answers.weekday ?? '', (weekday) => change({ ...answers, weekday: weekday || null }))}
    ${select('Rythme', CADENCES, answers.cadence, (cadence) => change({ ...answers, cadence }))}
    <label class="field">
      <span>Pas avant le (facultatif)</span>
      <input type="date" aria-describedby="calendar-problem" aria-invalid=${invalid(problems, 'startOn')} .value=${live(answers.startOn ?? '')} @change=${(event: Event) => change({ ...answers, startOn: day(event) })}>
    </label>
    <div class="closures wide">
      ${answers.closures.map((closure, index) => absence(answers, change, closure, index, problems))}
      <button type="button" class="button quiet" part="button" @click=${() => change({ ...answers, closures: [...answers.closures, { from: '', to: '' }] })}>
        Ajouter une absence
      </button>
    </div>`;
}

function absence(
  answers: Answers,
  change: View['change'],
  closure: OpenClosure,
  index: number,
  problems: readonly Problem[],
): TemplateResult {
  // A period without its two days is not handed over yet.
  const place = answers.closures.slice(0, index).filter(({ from, to }) => from && to).length;
  const wrong = (end: 'from' | 'to'): 'true' | typeof nothing =>
    closure.from && closure.to ? invalid(problems, `closures[${place}].${end}`) : nothing;
  const set = (next: OpenClosure): void =>
    change({ ...answers, closures: answers.closures.map((other, place) => (place === index ? next : other)) });
  return html`
    <div class="closure" role="group" aria-label=${`Absence ${index + 1}`}>
      <label class="field"><span>Du</span>
        <input type="date" aria-describedby="calendar-problem" aria-invalid=${wrong('from')} .value=${live(closure.from)} @change=${(event: Event) => set({ ...closure, from: day(event) ?? '' })}></label>
      <label class="field"><span>Au</span>
        <input type="date" aria-describedby="calendar-problem" aria-invalid=${wrong('to')} .value=${live(closure.to)} @change=${(event: Event) => set({ ...closure, to: day(event) ?? '' })}></label>
      <button type="button" class="button quiet" part="button" @click=${() => change({ ...answers, closures: answers.closures.filter((_, place) => place !== index) })}>
        Retirer<span class="only-read"> l’absence ${index + 1}</span>
      </button>
    </div>`;
}

function select<Value extends string>(
  label: string,
  options: readonly [Value, string][],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`
    <label class="field">
      <span>${label}</span>
      <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Value)}>
        ${options.map(([value, text]) => html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`)}
      </select>
    </label>`;
}

function day(event: Event): Day | null {
  return ((event.target as HTMLInputElement).value || null) as Day | null;
}

export function weekdayName(weekday: Weekday | null): string {
  const name = WEEKDAYS.find(([code]) => code === weekday)?.[1];
  return name ? `le ${name.toLowerCase()}` : 'jour indifférent';
}

export function cadenceName(cadence: Cadence): string {
  return cadence === 'auto'
    ? 'au rythme le plus régulier'
    : (CADENCES.find(([code]) => code === cadence)?.[1] ?? '').toLowerCase();
}
