/**
 * A centre's catalogue: what the operation `catalogue` answers, and what `Catalogue.parse` reads.
 */

import type { Cdg29, Codes } from './codes.js';
import type { Amount, Day } from './requests.js';
import type { HoursRange, Labelled, ReferencePrice } from './results.js';

export interface CatalogueStep<C extends Codes = Cdg29> {
  readonly code: C['step'];
  readonly label: string;
  readonly hours: HoursRange;
  readonly modes: readonly C['mode'][];
  readonly coach?: boolean | null;
  /** Whether the step is the tripartite meeting before the start. */
  readonly kickoff?: 'optional' | 'required' | null;
}

export interface CatalogueVariant<C extends Codes = Cdg29> {
  readonly code: C['variant'];
  readonly label: string;
  readonly purpose: string;
  readonly statedHours: number;
  readonly needs: readonly C['need'][];
  readonly steps: readonly CatalogueStep<C>[];
  readonly source: string;
}

/** An hourly rate and fixed parts. */
export interface HourlyPrice {
  readonly rate: Amount;
  readonly fixed?: readonly { readonly label: string; readonly amount: Amount }[] | null;
}

export type TariffPrice = 'free' | 'onQuote' | { readonly reference: ReferencePrice } | { readonly hourly: HourlyPrice };

export interface Tariff<C extends Codes = Cdg29> {
  readonly variants: readonly C['variant'][];
  /** Whom it is for; all without it. */
  readonly affiliated?: boolean | null;
  /** First day in force. */
  readonly from?: Day | null;
  /** Last day in force. */
  readonly to?: Day | null;
  readonly price: TariffPrice;
  readonly covers?: readonly C['cover'][] | null;
  readonly source: string;
}

export interface CatalogueResult<C extends Codes = Cdg29> {
  readonly id: string;
  readonly edition: string;
  readonly centre: { readonly name: string; readonly shortName: string; readonly service: string; readonly source: string };
  readonly needs: readonly Labelled<C['need']>[];
  readonly modes: readonly (Labelled<C['mode']> & { readonly accompanied: boolean })[];
  readonly variants: readonly CatalogueVariant<C>[];
  readonly covers: readonly Labelled<C['cover']>[];
  readonly tariffs: readonly Tariff<C>[];
  readonly course: {
    readonly delayWeeks: number;
    readonly minMonths: number;
    readonly maxMonths: number;
    readonly maxSessionHours: number;
    readonly before: readonly Labelled<C['before']>[];
    readonly sites: readonly Labelled<C['site']>[];
    readonly remote: readonly Labelled<C['remote']>[];
    readonly accessibility: string;
    readonly workingTime: string;
    readonly source: string;
  };
  readonly accompaniment: readonly (Labelled<C['companion']> & {
    readonly part: string;
    readonly variants?: readonly C['variant'][] | null;
    readonly source: string;
  })[];
  readonly settlement: {
    readonly documents: readonly Labelled<C['document']>[];
    readonly dueDays: number;
    readonly payee: string;
    readonly request: string;
    readonly source: string;
  };
  readonly texts: readonly { readonly code: C['text']; readonly title: string; readonly date: Day; readonly note: string }[];
}
