/** The pages beside the result: the comparison, and what is printed or handed over. */

import { css } from 'lit';

export const aside = css`
  .aside { display: grid; gap: 1.25em; justify-items: stretch; }
  .aside > * { min-width: 0; }
  .aside > .button { justify-self: start; }
  .aside h2, .aside .lead { margin-bottom: 0; }

  .compared { display: grid; gap: 1em; }
  .compared > li { display: grid; gap: .6em; align-content: start; padding: 1em; border: 1px solid var(--line); border-radius: var(--bilan-radius, 12px); }
  .compared > .current { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--accent-soft); }
  .compared dl { display: grid; gap: .6em; align-content: start; }
  .compared dt, .totals dt { font-size: .9em; color: var(--ink-soft); }
  .compared .dots { display: grid; gap: .25em; }
  .compared .button { justify-self: start; align-self: end; }
  .fit { font-size: .9em; }
  .fit:empty { display: none; }
  /* One under the other, each question in its column. */
  @container page (min-width: 40em) and (max-width: 61.99em) {
    .compared > li { grid-template-columns: 11em 1fr; grid-template-rows: auto auto 1fr; gap: .4em 1.25em; font-size: .95em; }
    .compared dl { grid-column: 2; grid-row: 1 / span 3; grid-template-columns: 1fr 1.25fr; grid-template-rows: auto auto 1fr; gap: .4em 1.25em; }
    .compared dl > div:nth-child(4) { grid-column: 2; grid-row: 1 / span 3; }
    .compared .button { align-self: start; }
  }
  /* Side by side, what answers the same question stands on the same line. */
  @container page (min-width: 62em) {
    .compared { grid-template-columns: repeat(auto-fit, minmax(11em, 1fr)); gap: .75em; font-size: .9em; }
    @supports (grid-template-rows: subgrid) {
      .compared { grid-auto-rows: auto; }
      .compared > li { grid-row: span 7; grid-template-rows: subgrid; gap: .6em; }
      .compared dl { grid-row: span 4; grid-template-rows: subgrid; }
      .fit:empty { display: block; }
    }
  }

  .sheet { max-width: 50em; display: grid; gap: .75em; padding: clamp(1em, 4cqi, 2em); border: 1px solid var(--edge); border-radius: 4px; }
  .sheet h4 { margin-top: .5em; }
  .dates { columns: 17em; column-gap: 2em; }
  .dates li { break-inside: avoid; padding-block: .1em; }
  @container page (max-width: 34em) { .table { font-size: .9em; } .aside .sheet { padding: .9em; } }
  .table { border-collapse: collapse; width: 100%; }
  .table th { text-align: start; font-weight: 650; }
  .table th, .table td { padding: .35em .6em .35em 0; border-bottom: 1px solid var(--line); vertical-align: top; }
  .table small { display: block; color: var(--ink-soft); }
  .table :is(th, td):last-child { white-space: nowrap; padding-inline-end: 0; text-align: end; }
  .blank { display: inline-block; min-width: 12em; border-bottom: 1px solid var(--edge); }
  .totals { display: grid; gap: .5em; }

  textarea { font: inherit; line-height: 1.5; color: inherit; background: var(--surface); border: 1px solid var(--edge); border-radius: 8px; padding: .9em; width: 100%; resize: vertical; field-sizing: content; min-height: 20em; }
  textarea:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .attendance { display: grid; gap: 1.25em; max-width: 56em; }
  .attendance input[type='text'] { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--edge); border-radius: 8px; padding: .5em .7em; min-height: 2.75em; width: min(100%, 24em); }
  .sessions { display: grid; gap: .4em; margin-top: .75em; }
  .sessions li { display: flex; flex-wrap: wrap; align-items: center; gap: .4em 1em; }
  .sessions .option { flex: 1 1 18em; }
  .took { display: flex; align-items: center; gap: .4em; }
  .took input[type='number'] { width: 5.5em; }
  .settled { display: grid; gap: .4em; padding: 1em; border-radius: 8px; background: var(--raised); }
`;
