/**
 * The plan as bars of hours that can be changed, within the total. A counsellor types hours: the keyboard goes from number to
 * number, and the bars are for the pointer.
 */

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import type { Dossier, Labelled, Plan, PlannedStep } from '../contract.js';
import { hours, list, plural, sentence } from '../french.js';
import { problemAt } from '../evaluation.js';
import type { View } from '../view.js';
import { cssVars } from './css-vars.js';
import { fold } from './fold.js';
import { told } from './problem.js';
import { KINDS, kindOf } from './step-kind.js';

export function planResult(view: View, { plan }: Dossier): TemplateResult {
  const { answers, change } = view;
  const changed = answers.hours !== null || answers.kickoff !== null || Object.keys(answers.fixed).length > 0;
  const kinds = new Set(plan.steps.map(kindOf));
  return fold(
    view,
    {
      name: 'plan',
      title: 'Les étapes',
      gist: `${plural(plan.steps.length, 'étape', 'étapes')}, ${hours(plan.hours)}`,
    },
    html`
      <p class="total"><strong>${hours(plan.hours)}</strong>${shares(plan)}</p>
      <div class="bar" part="bar" aria-hidden="true">
        ${plan.steps.map(
          (step, index) => html`
          <span class=${kindOf(step)} ${cssVars({ '--hours': step.hours })} title=${`${step.label}, ${hours(step.hours)}`}><b>${index + 1}</b></span>`,
        )}
      </div>
      <ul class="legend">${KINDS.filter(({ kind }) => kinds.has(kind)).map(({ kind, label }) => html`<li class=${kind}>${label}</li>`)}</ul>
      <div class="budget screen">${total(view, plan)}${kickoff(view, plan)}</div>
      <ol class="steps">${rows(view, plan)}</ol>
      ${
        changed
          ? html`
        <button type="button" class="button quiet screen" part="button" @click=${() => change({ ...answers, hours: null, kickoff: null, fixed: {} })}>
          Revenir au parcours type
        </button>`
          : nothing
      }
      <p class="note">Ce parcours est un exemple&nbsp;: il s’adapte à chaque personne.</p>`,
  );
}

function shares({ totals }: Plan): string {
  const accompanied = `${hours(totals.accompanied)} avec une conseillère ou un conseiller`;
  return totals.autonomous > 0 ? `${accompanied}, ${hours(totals.autonomous)} en autonomie` : accompanied;
}

/** The grid on which the centre counts hours. */
function grid({ library }: View): number {
  return library.offer.granularity ?? 0.5;
}

function total(view: View, plan: Plan): TemplateResult {
  const { answers, change } = view;
  const { min, max } = plan.range;
  const set = (event: Event): void => change({ ...answers, hours: (event.target as HTMLInputElement).valueAsNumber });
  return html`
    <label class="slider">
      <span>Nombre total d’heures <strong>${hours(plan.hours)}</strong></span>
      <input type="range" min=${min} max=${max} step=${grid(view)} .value=${live(String(plan.hours))} ?disabled=${min === max}
        aria-valuetext=${hours(plan.hours)} @input=${set}>
      <small><span>${hours(min)}</span><span>${hours(max)}</span></small>
    </label>`;
}

function kickoff({ library, answers, change }: View, plan: Plan): TemplateResult | typeof nothing {
  const meeting = library.offer.variants.find(({ code }) => code === plan.variant)?.steps.find((step) => step.kickoff);
  if (meeting?.kickoff !== 'optional') return nothing;
  return html`
    <label class="option" part="option">
      <input type="checkbox" .checked=${live(plan.kickoffMeeting)}
        @change=${(event: Event) => change({ ...answers, kickoff: (event.target as HTMLInputElement).checked, fixed: without(answers.fixed, meeting.code) })}>
      <span>${meeting.label}<small>Gratuite, sans engagement</small></span>
    </label>`;
}

function without(fixed: { readonly [step: string]: number }, code: string): { readonly [step: string]: number } {
  return Object.fromEntries(Object.entries(fixed).filter(([step]) => step !== code));
}

/** Every step of the variant, a removed one too, so that it can come back. */
function rows(view: View, plan: Plan): readonly TemplateResult[] {
  const all = view.library.offer.variants.find(({ code }) => code === plan.variant)?.steps ?? [];
  // The bars share one scale.
  const longest = Math.max(...all.map((step) => step.hours.max), ...plan.steps.map((step) => step.hours));
  const removed = (code: string): boolean => view.answers.fixed[code] === 0;
  return all.flatMap(({ code, label, hours: range, modes, coach }) => {
    const place = plan.steps.findIndex((step) => step.code === code);
    const planned = plan.steps[place];
    if (planned) return [row(view, plan, planned, longest, place + 1)];
    const accompanied = modes.some(
      (mode) => view.library.offer.modes.find(({ code: known }) => known === mode)?.accompanied,
    );
    const step = { code, label, hours: 0, range, modes, tools: [], coach: coach ?? false, accompanied, kickoff: null };
    return removed(code) ? [row(view, plan, step, longest)] : [];
  });
}

function row(view: View, plan: Plan, step: PlannedStep, longest: number, place?: number): TemplateResult {
  const { code, label, range } = step;
  const warning = plan.warnings.find(({ step: at }) => at === code);
  const modes = step.modes.map((mode) => modeLabel(view.library.offer.modes, mode));
  const set = (event: Event): void => {
    const typed = (event.target as HTMLInputElement).valueAsNumber;
    if (!Number.isNaN(typed)) view.change({ ...view.answers, fixed: { ...view.answers.fixed, [code]: typed } });
  };
  const filled = cssVars({
    '--done': step.hours / longest,
    '--least': range.min / longest,
    '--most': range.max / longest,
  });
  const path = `fixed.${code}`;
  const problem = problemAt(view.evaluation, path);
  const adjustable = range.min < range.max && step.hours >= range.min && step.hours <= range.max;
  return html`
    <li class="step ${kindOf(step)} ${step.hours === 0 ? 'removed' : ''}">
      <p class="what"><span class="label"><span class="place" aria-hidden="true">${place ?? '–'}</span>${label}</span><small>${sentence(list(modes))}${step.coach ? ', avec une coach' : ''}</small></p>
      <div class="track" ${filled}>
        <span class="fill"></span>
        ${
          adjustable
            ? html`
          <input class="screen" type="range" tabindex=${view.expert ? -1 : nothing} min=${range.min} max=${range.max} step=${grid(view)} .value=${live(String(step.hours))}
            aria-label=${label} aria-valuetext=${hours(step.hours)} @input=${set}>`
            : nothing
        }
      </div>
      ${
        view.expert
          ? html`
        <input class="number screen" type="number" min="0" max="40" step=${grid(view)} .value=${live(String(step.hours))} aria-label=${`${label}, heures`}
          aria-invalid=${problem ? 'true' : nothing} aria-describedby=${problem ? path : nothing} @change=${set}>`
          : nothing
      }
      <span class="hours ${view.expert ? 'on-paper' : ''}">${hours(step.hours)}</span>
      ${told(problem, path)}
      ${warning ? html`<p class="warning">${warning.message}</p>` : nothing}
    </li>`;
}

function modeLabel(modes: readonly Labelled[], code: string): string {
  return modes.find((mode) => mode.code === code)?.label.toLowerCase() ?? code;
}
