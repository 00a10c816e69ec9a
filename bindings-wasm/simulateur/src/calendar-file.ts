/** The sessions as an iCalendar file (RFC 5545). */

import type { Dossier } from './contract.js';
import { hours } from './french.js';

/** What every event and the calendar itself are called: a diary is shown to colleagues, and the name of a variant may tell of health. */
const TITLE = 'Bilan professionnel';

/**
 * The file names neither the variant nor its steps. Sessions have a day and no hour yet: whole-day events, which no program moves by a time zone. The mark is the agent's own:
 * a file saved again replaces its own events and no other agent's. `edition` counts the files saved under that mark.
 */
export function calendarFile(
  { schedule }: Pick<Dossier, 'schedule'>,
  centre: string,
  on: string,
  mark: string,
  edition = 0,
): string | null {
  if (!schedule) return null;
  const confirmed = `Date envisagée, à confirmer avec le ${centre}.`;
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bilan-professionnel//simulateur//FR'];
  lines.push(`NAME:${TITLE}`, `X-WR-CALNAME:${TITLE}`);
  const add = (id: string, day: string, title: string, description: string): void => {
    lines.push(
      'BEGIN:VEVENT',
      `UID:${id}-${mark}@bilan-professionnel`,
      `SEQUENCE:${edition}`,
      `DTSTAMP:${compact(on)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(nextDay(day))}`,
      `SUMMARY:${escaped(`${TITLE}\u00a0: ${title}`)}`,
      `DESCRIPTION:${escaped(description)}`,
      'END:VEVENT',
    );
  };
  for (const { code, date, label: title } of schedule.milestones) {
    if (code === 'exchanges' || code === 'kickoffMeeting') add(code, date, title, confirmed);
  }
  for (const [index, { date, hours: length }] of schedule.sessions.entries()) {
    const title = `séance ${index + 1} sur ${schedule.sessions.length}`;
    add(`seance-${index + 1}`, date, title, `Durée\u00a0: ${hours(length)}. ${confirmed}`);
  }
  lines.push('END:VCALENDAR');
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A mark that no other agent has. It is drawn, never made from the answers. */
export function newMark(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * A text (3.3.11): what would end it, or its line, is written otherwise. What a file of lines cannot hold, or what cannot be
 * seen, is replaced: catalogues hold none, and are not alone in this.
 */
function escaped(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu, '\ufffd')
    .replaceAll(/[\\;,]/g, '\\$&');
}

const MOST = 75;

/** A line in pieces of 75 bytes at most (3.1), none of which ends within a character. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let text = '';
  let room = MOST;
  for (const character of line) {
    const { length } = encoder.encode(character);
    if (length > room) {
      text += '\r\n ';
      room = MOST - 1;
    }
    text += character;
    room -= length;
  }
  return text;
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
