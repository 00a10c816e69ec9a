/** When it could take place: sessions month by month, with the dates that the visitor chooses. */

import { html, nothing, type TemplateResult } from 'lit';

import { closuresBetween } from '../closures.js';
import type { Dossier, Offer, Plan, Schedule } from '../contract.js';
import { date, dayOfMonth, hours, longDate, month, plural, shortWeekday } from '../french.js';
import type { View } from '../view.js';
import { dates } from './dates.js';
import { fold } from './fold.js';
import { icon } from './icons.js';
import { kindOf, type Kind } from './step-kind.js';

interface Entry {
  readonly date: string;
  readonly title: string;
  readonly detail: string;
  readonly kind: Kind | 'milestone';
}

/** When, in a few words. */
export function whenResult({ library }: View, { schedule }: Dossier): TemplateResult {
  return html`
    <section class="card when" part="card card-when" aria-labelledby="when-title">
      <h3 tabindex="-1" id="when-title">Les dates</h3>
      ${
        schedule
          ? html`<p class="span"><b>${date(schedule.startsOn)}</b> <span>au</span> <b>${date(schedule.endsOn)}</b></p>
          <p>${plural(schedule.sessions.length, 'séance', 'séances')}, à confirmer.</p>`
          : html`<p class="span">À choisir</p><p>${usual(library.offer)}</p>`
      }
      ${schedule?.warnings.map(({ message }) => html`<p class="warning">${message}</p>`)}
    </section>`;
}

/** What is known of the dates before any is chosen. */
function usual({ course }: Offer): string {
  const { delay, usual } = course ?? {};
  const wait = delay?.weeks
    ? plural(delay.weeks, 'semaine', 'semaines')
    : delay?.days
      ? plural(delay.days, 'jour', 'jours')
      : '';
  return [
    wait && `Le bilan commence ${wait} au moins après le dernier échange.`,
    usual && `Il dure de ${usual.minMonths} à ${plural(usual.maxMonths, 'mois', 'mois')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

export function calendarResult(view: View, { plan, schedule }: Dossier): TemplateResult {
  const gist = schedule ? plural(schedule.sessions.length, 'séance', 'séances') : 'dates à choisir';
  return fold(
    view,
    { name: 'calendar', title: 'Le calendrier', gist },
    html`
      ${schedule ? html`<p>${schedule.explanation}</p>` : html`<p class="screen">${view.expert ? 'Indiquez' : 'Choisissez'} la date du dernier échange préalable&nbsp;: le calendrier s’affiche aussitôt.</p>`}
      ${
        view.expert
          ? nothing
          : html`
        <details class="more screen" ?open=${!schedule}>
          <summary>Changer les dates</summary>
          ${dates(view)}
        </details>`
      }
      ${schedule ? html`${agenda(plan, schedule)}${closed(view, schedule)}` : html`<p class="on-paper">Aucune date n’a été choisie.</p>`}
      ${
        schedule
          ? html`
        <button type="button" class="button screen" part="button" @click=${() => view.saveCalendar()}>${icon('calendar')}Ajouter à mon agenda (.ics)</button>`
          : nothing
      }`,
  );
}

/** The days without sessions that the calendar works around: the centre's own, and the absences that were told. */
function closed(
  { library, answers }: View,
  { milestones, startsOn, endsOn }: Schedule,
): TemplateResult | typeof nothing {
  const [from, to] = [milestones[0]?.date ?? startsOn, endsOn];
  const centre = closuresBetween(library.offer.course?.closures ?? [], from, to);
  const told = answers.closures.filter(
    (closure) => closure.from && closure.to && closure.from <= to && closure.to >= from,
  );
  const lines = [
    ...centre.map((closure) => `Centre fermé ${period(closure)}`),
    ...told.map((closure) => `Absence ${period(closure)}`),
  ];
  if (lines.length === 0) return nothing;
  return html`
    <p class="small-title">Jours sans séance</p>
    <ul class="dots">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function period({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? `le ${date(from)}` : `du ${date(from)} au ${date(to)}`;
}

function agenda(plan: Plan, schedule: Schedule): TemplateResult {
  const months = new Map<string, Entry[]>();
  for (const entry of entries(plan, schedule)) {
    const name = month(entry.date);
    months.set(name, [...(months.get(name) ?? []), entry]);
  }
  return html`
    <div class="agenda">
      ${[...months].map(
        ([name, inMonth]) => html`
        <section class="month">
          <h4>${name}</h4>
          <ol>${inMonth.map(entry)}</ol>
        </section>`,
      )}
    </div>
    ${
      schedule.autonomous.length > 0
        ? html`
      <p class="small-title">En autonomie, entre deux séances</p>
      <ul class="dots">
        ${schedule.autonomous.map(
          ({ step, hours: length, from, to }) => html`
          <li>${label(plan, step)}&nbsp;: ${hours(length)}, ${from === to ? html`à partir du ${date(from)}` : html`entre le ${date(from)} et le ${date(to)}`}</li>`,
        )}
      </ul>`
        : nothing
    }`;
}

/** What happens before the start, then the sessions; each session says which one it is. */
function entries(plan: Plan, schedule: Schedule): readonly Entry[] {
  const before = schedule.milestones
    .filter(({ code }) => code === 'exchanges' || code === 'kickoffMeeting')
    .map(({ date: day, label: title }) => ({
      date: day,
      title,
      detail: 'Avant le démarrage',
      kind: 'milestone' as const,
    }));
  const count = schedule.sessions.length;
  const sessions = schedule.sessions.map(({ date: day, step, hours: length }, index) => {
    const planned = plan.steps.find(({ code }) => code === step);
    return {
      date: day,
      title: planned?.label ?? step,
      detail: `Séance ${index + 1} sur ${count}, ${hours(length)}`,
      kind: planned ? kindOf(planned) : ('guided' as const),
    };
  });
  return [...before, ...sessions];
}

function entry({ date: day, title, detail, kind }: Entry): TemplateResult {
  return html`
    <li class=${kind}>
      <time datetime=${day}>
        <span aria-hidden="true"><small>${shortWeekday(day)}</small>${dayOfMonth(day)}</span>
        <span class="only-read">${longDate(day)}</span>
      </time>
      <span class="entry">${title}<small>${detail}</small></span>
    </li>`;
}

function label(plan: Plan, step: string): string {
  return plan.steps.find(({ code }) => code === step)?.label ?? step;
}
