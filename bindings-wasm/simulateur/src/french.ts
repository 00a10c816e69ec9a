/** Values as they are written in French, for people to read. */

const NBSP = '\u00a0';

/** `1.5` as « 1 h 30 ». */
export function hours(value: number): string {
  const whole = Math.floor(value);
  const minutes = Math.round((value - whole) * 60);
  if (minutes === 0) return `${whole}${NBSP}h`;
  return whole === 0 ? `${minutes}${NBSP}min` : `${whole}${NBSP}h${NBSP}${minutes}`;
}

/** `"2040.50"` as « 2 040,50 € », digit by digit: an amount is never a binary number. */
export function euros(amount: string): string {
  const [units = '0', cents = '00'] = amount.split('.');
  return `${units.replace(/\B(?=(\d{3})+$)/g, NBSP)},${cents}${NBSP}€`;
}

const LONG = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const DAY = formatter({ day: 'numeric', month: 'long', year: 'numeric' });
const WEEKDAY = formatter({ weekday: 'short' });
const MONTH = formatter({ month: 'long', year: 'numeric' });

/** Writes a day. What the browser needs to know French dates is loaded with the first one: no question waits for it. */
function formatter(options: Intl.DateTimeFormatOptions): (day: string) => string {
  let french: Intl.DateTimeFormat | undefined;
  return (day) => {
    french ??= new Intl.DateTimeFormat('fr-FR', { ...options, timeZone: 'UTC' });
    return french.format(instant(day));
  };
}

function instant(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The first of a month is an ordinal in French. */
function ordinal(text: string): string {
  return text.replace(/(^|\s)1 /, '$11er ');
}

/** « mardi 12 janvier 2027 » */
export const longDate = (day: string): string => ordinal(LONG(day));
/** « 12 janvier 2027 » */
export const date = (day: string): string => ordinal(DAY(day));
/** « mar. » */
export const shortWeekday = (day: string): string => WEEKDAY(day);
/** « janvier 2027 » */
export const month = (day: string): string => MONTH(day);
export const dayOfMonth = (day: string): number => Number(day.slice(8));

/** « a, b et c » */
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;
}

/** With a capital first. */
export function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Texts as French typography sets them: no line begins with « » », « ; », « : » or « ? ». */
export function typeset<T>(document: T): T {
  if (typeof document === 'string') return document.replace(/ (?=[;:?!»])|(?<=«) /g, NBSP) as T;
  if (Array.isArray(document)) return document.map(typeset) as T;
  if (document === null || typeof document !== 'object') return document;
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, typeset(value)])) as T;
}

export function plural(count: number, one: string, many: string): string {
  return `${count}${NBSP}${count > 1 ? many : one}`;
}

/** The visitor's own day, as the contract writes it. */
export function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The first day of the first whole year of the Gregorian calendar: the library knows none before. */
const FIRST_DAY = '1583-01-01';

/** Whether a text is a day that exists, as the contract writes it. */
export function isDay(text: string | null): boolean {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text) || text < FIRST_DAY) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

/** What the agent does alone: within the total, or beside it where the total counts accompanied hours only. */
export function inAutonomy(alone: number, counts: string | null | undefined): string {
  if (alone === 0) return '';
  return counts === 'accompanied' ? `, et ${hours(alone)} en autonomie en plus` : `, dont ${hours(alone)} en autonomie`;
}
