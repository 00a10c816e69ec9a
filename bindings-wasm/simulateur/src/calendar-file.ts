/** The sessions as an iCalendar file (RFC 5545). */

import ical from 'ical-generator';

import type { Dossier } from './contract.js';
import { hours } from './french.js';

/**
 * Sessions have a day and no hour yet: whole-day events, which no program moves by a time zone. The mark is the agent's own:
 * a file saved again replaces its own events and no other agent's. `edition` counts the files saved under that mark.
 */
export function calendarFile(
  { plan, schedule }: Dossier,
  centre: string,
  on: string,
  mark: string,
  edition = 0,
): string | null {
  if (!schedule) return null;
  const label = (code: string): string => plan.steps.find((step) => step.code === code)?.label ?? code;
  const calendar = ical({
    // Of all texts, this one is written as it is given.
    name: readable(plan.label).replaceAll(/[\\;,]/g, '\\$&'),
    prodId: { company: 'bilan-professionnel', product: 'simulateur', language: 'FR' },
  });
  const add = (id: string, day: string, summary: string, description: string): void => {
    calendar.createEvent({
      id: `${id}-${mark}@bilan-professionnel`,
      stamp: `${on}T00:00:00Z`,
      start: day,
      end: nextDay(day),
      allDay: true,
      sequence: edition,
      summary: readable(summary),
      description: readable(description),
    });
  };
  for (const milestone of schedule.milestones) {
    if (milestone.code === 'exchanges' || milestone.code === 'kickoffMeeting') {
      add(
        milestone.code,
        milestone.date,
        `${plan.label}\u00a0: ${milestone.label}`,
        `Date envisagée, à confirmer avec le ${centre}.`,
      );
    }
  }
  for (const [index, session] of schedule.sessions.entries()) {
    const text = `${label(session.step)}. Durée\u00a0: ${hours(session.hours)}. Date envisagée, à confirmer avec le ${centre}.`;
    add(
      `seance-${index + 1}`,
      session.date,
      `${plan.label}\u00a0: séance ${index + 1} sur ${schedule.sessions.length}`,
      text,
    );
  }
  return `${calendar.toString()}\r\n`;
}

/** A text without what a file of lines cannot hold, or what cannot be seen: catalogues hold none, and are not alone in this. */
function readable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu, '\ufffd');
}

/** A mark that no other agent has. It is drawn, never made from the answers: a diary is shown to colleagues. */
export function newMark(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
