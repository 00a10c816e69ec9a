/** When it could take place: sessions month by month, with the dates that the visitor chooses. */

import { html, nothing, type TemplateResult } from 'lit';

import type { Dossier, Plan, Schedule } from '../contract.js';
import { date, dayOfMonth, hours, longDate, month, shortWeekday } from '../french.js';
import type { View } from '../view.js';
import { dates } from './dates.js';
import { icon } from './icons.js';
import { kindOf, type Kind } from './step-kind.js';

interface Entry {
  readonly date: string;
  readonly title: string;
  readonly detail: string;
  readonly kind: Kind | 'milestone';
}

export function calendarResult(view: View, { plan, schedule }: Dossier): TemplateResult {
  return html`
    <section class="card calendar" part="card card-calendar" aria-labelledby="calendar-title">
      <h3 tabindex="-1" id="calendar-title">Le calendrier possible</h3>
      ${schedule ? html`<p>${schedule.explanation}</p>` : html`<p class="screen">Choisissez la date du dernier échange préalable&nbsp;: le calendrier s’affiche aussitôt.</p>`}
      ${schedule?.warnings.map(({ message }) => html`<p class="warning">${message}</p>`)}
      ${
        view.expert
          ? nothing
          : html`
        <details class="more screen" ?open=${!schedule}>
          <summary>Changer les dates</summary>
          ${dates(view)}
        </details>`
      }
      ${schedule ? agenda(plan, schedule) : html`<p class="on-paper">Aucune date n’a été choisie.</p>`}
      ${
        schedule
          ? html`
        <button type="button" class="button screen" part="button" @click=${() => view.saveCalendar()}>${icon('calendar')}Ajouter à mon agenda (.ics)</button>`
          : nothing
      }
    </section>`;
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
          <li>${label(plan, step)}&nbsp;: ${hours(length)}, entre le ${date(from)} et le ${date(to)}</li>`,
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
