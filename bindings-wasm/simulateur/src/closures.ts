/** The days on which the centre is closed, as far as a calendar meets them. */

import type { Offer } from './contract.js';

type Closure = NonNullable<NonNullable<Offer['course']>['closures']>[number];

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The closures that touch a period, both days included, in order; a yearly one in each of its years. */
export function closuresBetween(closures: readonly Closure[], from: string, to: string): readonly Period[] {
  const years: number[] = [];
  for (let year = yearOf(from) - 1; year <= yearOf(to); year += 1) years.push(year);
  return closures
    .flatMap((closure): readonly Period[] => (closure.yearly ? years.map((year) => moved(closure, year)) : [closure]))
    .filter((period) => period.from <= to && period.to >= from)
    .map((period) => ({ from: period.from, to: period.to }))
    .sort((one, other) => one.from.localeCompare(other.from));
}

/** The same days, begun in another year; one that runs over New Year ends in the next. */
function moved({ from, to }: Closure, year: number): Period {
  return { from: inYear(from, year), to: inYear(to, year + yearOf(to) - yearOf(from)) };
}

/** 29 February is 28 February in a year that has none. */
function inYear(day: string, year: number): string {
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return `${String(year).padStart(4, '0')}${day.slice(4) === '-02-29' && !leap ? '-02-28' : day.slice(4)}`;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
