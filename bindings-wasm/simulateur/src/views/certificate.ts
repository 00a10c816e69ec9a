/** The certificate of attendance: the sessions of the calendar to tick, and what the library makes of them. */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import type { Day, Dossier, PlanCase, Session, Settlement } from '../contract.js';
import { date, hours, longDate, plural } from '../french.js';
import { problemOf, type Problem } from '../library.js';
import { correct, foreseen, nameOf, tick, toSettle, untick } from '../papers.js';
import type { View } from '../view.js';
import { icon } from './icons.js';

export function certificate(view: View): TemplateResult {
  const { asked, shown } = view.evaluation;
  if (!asked || !shown?.schedule)
    return html`<p class="empty">Choisissez d’abord les dates\u00a0: l’attestation se remplit à partir du calendrier.</p>`;
  const sessions = foreseen(shown);
  const { hours: total, kickoffMeeting, fixed } = asked;
  const plan = { variant: shown.plan.variant, hours: total, kickoffMeeting, fixed } as PlanCase;
  const { settled, problem } = settle(view, plan, sessions);
  return html`
    ${form(view, shown, sessions, problem)}
    ${settled ? html`${payment(settled)}${paper(view, sessions, settled)}` : nothing}
    <div class="actions screen">
      <button type="button" class="button primary" part="button button-primary" ?disabled=${!settled || settled.attendance.sessions === 0} @click=${() => view.print()}>${icon('print')}Imprimer l’attestation</button>
    </div>`;
}

function settle(
  { library, papers }: View,
  plan: PlanCase,
  sessions: readonly Session[],
): { readonly settled?: Settlement; readonly problem?: Problem } {
  try {
    return { settled: library.settle(toSettle(plan, sessions, papers)) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function form(view: View, { plan }: Dossier, sessions: readonly Session[], problem?: Problem): TemplateResult {
  const { papers, write } = view;
  const alone = plan.totals.autonomous;
  return html`
    <div class="screen attendance">
      <label class="field"><span>Nom et prénom de l’agent</span>
        <input type="text" autocomplete="off" .value=${live(papers.agent)} @input=${(event: Event) => write({ ...papers, agent: typed(event).value })}></label>
      <fieldset class="plain">
        <legend>Les séances suivies</legend>
        <p class="hint">Cochez ce qui a eu lieu\u00a0; changez le jour ou la durée s’il le faut.</p>
        <button type="button" class="button" part="button" @click=${() => write(tick(papers, sessions))}>Tout cocher</button>
        <ol class="sessions">${sessions.map((session, index) => row(view, plan, session, index))}</ol>
      </fieldset>
      <div class="fields">
        ${
          alone > 0
            ? html`
        <label class="field"><span>Travail réalisé en autonomie, en heures</span>
          <input type="number" min="0" step="0.25" .value=${live(papers.autonomousHours === null ? '' : String(papers.autonomousHours))} aria-describedby="alone-hint"
            @change=${(event: Event) => write({ ...papers, autonomousHours: number(event) })}>
          <small id="alone-hint">${hours(alone)} prévues. Laissez vide si ces heures ne sont pas comptées.</small></label>`
            : nothing
        }
        <label class="field"><span>Facture reçue le (facultatif)</span>
          <input type="date" .value=${live(papers.invoiceReceivedOn ?? '')} @change=${(event: Event) => write({ ...papers, invoiceReceivedOn: (typed(event).value || null) as Day | null })}></label>
      </div>
      ${problem ? html`<p class="problem" role="alert">${problem.message}</p>` : nothing}
    </div>`;
}

function row({ papers, write }: View, plan: Dossier['plan'], session: Session, index: number): TemplateResult {
  const took = papers.attended[nameOf(session)];
  const label = plan.steps.find(({ code }) => code === session.step)?.label ?? session.step;
  const which = `séance ${index + 1}`;
  return html`
    <li>
      <label class="option compact" part="option">
        <input type="checkbox" .checked=${live(took !== undefined)} @change=${() => write(took ? untick(papers, session) : tick(papers, [session]))}>
        <span>${longDate(session.date)}, ${hours(session.hours)}<small>${label}</small></span>
      </label>
      ${
        took
          ? html`
      <div class="took">
        <input type="date" aria-label=${`Jour, ${which}`} .value=${live(took.date)} @change=${(event: Event) => {
          const day = typed(event).value;
          if (day) write(correct(papers, session, { date: day as Day }));
        }}>
        <input type="number" min="0.25" max="24" step="0.25" aria-label=${`Heures, ${which}`} .value=${live(String(took.hours))} @change=${(
          event: Event,
        ) => {
          const length = number(event);
          if (length !== null) write(correct(papers, session, { hours: length }));
        }}>
        <span aria-hidden="true">h</span>
      </div>`
          : nothing
      }
    </li>`;
}

/** When to pay, and what is odd: for the counsellor, never on the certificate. */
function payment({ payment: due, warnings, attendance }: Settlement): TemplateResult {
  const { accompanied, complete } = attendance;
  return html`
    <div class="screen settled" aria-live="polite">
      <p><strong>${hours(accompanied.done)} faites avec le centre, sur ${hours(accompanied.planned)} prévues.</strong> ${complete ? 'Le bilan est complet.' : 'Le bilan n’est pas complet.'}</p>
      ${due ? html`<p>Facture à régler au plus tard le ${date(due.dueOn)}${due.payee ? html`, à l’ordre de\u00a0: ${due.payee}` : nothing}.</p>` : nothing}
      ${warnings.map(({ message }) => html`<p class="warning">${message}</p>`)}
    </div>`;
}

/** The certificate itself, seen before it is printed. */
function paper({ library, papers, on }: View, sessions: readonly Session[], settled: Settlement): TemplateResult {
  const { centre } = library.offer;
  const { accompanied, autonomous, sessions: count, firstOn, lastOn } = settled.attendance;
  const held = sessions
    .flatMap((session) => papers.attended[nameOf(session)] ?? [])
    .sort((one, other) => one.date.localeCompare(other.date));
  return html`
    <div class="sheet" part="sheet">
      <p class="kicker">${[centre.name, centre.service].filter(Boolean).join(', ')}</p>
      <h3 tabindex="-1" class="name">Attestation de présence</h3>
      <p>Le centre de gestion atteste que <strong class="blank">${papers.agent || '\u00a0'}</strong> a suivi un bilan professionnel${firstOn && lastOn ? html`, du ${date(firstOn)} au ${date(lastOn)}` : nothing}.</p>
      <dl class="totals">
        <div><dt>Heures accompagnées</dt><dd>${hours(accompanied.done)} réalisées, en ${plural(count, 'séance', 'séances')} (${hours(accompanied.planned)} prévues)</dd></div>
        ${autonomous.done === null ? nothing : html`<div><dt>En autonomie</dt><dd>${hours(autonomous.done)} réalisées (${hours(autonomous.planned)} prévues)</dd></div>`}
      </dl>
      ${
        held.length > 0
          ? html`
      <table class="table"><thead><tr><th scope="col">Séance</th><th scope="col">Durée</th></tr></thead>
        <tbody>${held.map(({ date: day, hours: length }) => html`<tr><td>${longDate(day)}</td><td>${hours(length)}</td></tr>`)}</tbody></table>`
          : nothing
      }
      <p>Fait le ${date(on)}, à <span class="blank">\u00a0</span></p>
      <p>Nom, qualité et signature\u00a0:</p>
    </div>`;
}

function typed(event: Event): HTMLInputElement {
  return event.target as HTMLInputElement;
}

function number(event: Event): number | null {
  const { valueAsNumber } = typed(event);
  return Number.isNaN(valueAsNumber) ? null : valueAsNumber;
}
