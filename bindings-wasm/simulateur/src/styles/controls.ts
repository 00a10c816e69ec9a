/** Questions, answers, buttons: large targets, visible focus. */

import { css } from 'lit';

export const controls = css`
  legend { padding: 0; font-size: 1.1em; font-weight: 600; line-height: 1.35; margin-bottom: .35em; }
  .choices + .choices, .proof + .choices { margin-top: 1.5em; }
  .options { display: grid; gap: .5em; margin-top: .6em; }
  @container (min-width: 38em) { [part~='step'] .choices:not(.inline) .options { grid-template-columns: 1fr 1fr; } }
  .apart { display: flex; flex-wrap: wrap; gap: .5em; grid-column: 1 / -1; }
  .choices + .plain { margin-top: 2.25em; }
  .inline .options { display: flex; flex-wrap: wrap; }
  .option { display: flex; gap: .7em; align-items: flex-start; padding: .65em .9em; border: 1px solid var(--line); border-radius: var(--bilan-control-radius, 8px); background: var(--surface); cursor: pointer; }
  .option:hover { border-color: var(--accent); }
  .option:has(:checked) { border-color: var(--accent); background: var(--accent-soft); box-shadow: inset 0 0 0 1px var(--accent); }
  .option small { display: block; }
  .option input { flex: none; width: 1.25em; height: 1.25em; margin: .15em 0 0; accent-color: var(--accent); cursor: pointer; }
  .option:has(:focus-visible), .button:focus-visible, summary:focus-visible, input:focus-visible, select:focus-visible {
    outline: 3px solid var(--accent); outline-offset: 2px;
  }
  .option input:focus-visible { outline: none; }
  /* What stays in sight while the page scrolls never covers what has the focus. */
  input, select, button, summary { scroll-margin-block: 7.5em; }

  .fields { display: grid; gap: 1.1em; }
  @container (min-width: 34em) { .fields { grid-template-columns: 1fr 1fr; } .wide { grid-column: 1 / -1; } }
  .compact { grid-column: 1 / -1; justify-self: start; }
  .plain > legend { margin-bottom: .8em; }
  .field { display: grid; gap: .3em; justify-items: start; }
  .field > span, .field > label { font-weight: 600; }
  .field .hint { margin: 0; }
  .proof { margin-top: .75em; padding-inline-start: 1em; border-inline-start: 3px solid var(--accent-soft); }
  /* Room for what may be wrong: a button must not move away under the finger that leaves the field. */
  .told { min-height: 4em; }
  .suffixed { display: flex; align-items: center; gap: .4em; }
  input[type='date'], input[type='number'], select {
    font: inherit; color: inherit; background: var(--bilan-field, var(--surface)); border: 1px solid var(--edge); border-radius: var(--bilan-control-radius, 8px); padding: .5em .7em; min-height: 2.75em; max-width: 100%;
  }
  select { width: 100%; }
  input[type='number'] { width: 6.5em; }
  [aria-invalid] { border-color: var(--problem); box-shadow: inset 0 0 0 1px var(--problem); }
  .closures { display: grid; gap: .75em; justify-items: start; }
  .closure { display: flex; flex-wrap: wrap; gap: .75em; align-items: end; }

  .button {
    display: inline-flex; align-items: center; gap: .5em; font: inherit; font-weight: 600; line-height: 1.3; text-align: start; color: var(--accent); background: transparent;
    border: 1px solid var(--accent); border-radius: var(--bilan-button-radius, 8px); padding: .6em 1.1em; min-height: 2.75em; cursor: pointer;
  }
  .button:hover { background: var(--accent-soft); }
  .primary { color: var(--on-accent); background: var(--accent); }
  .primary:hover { background: color-mix(in srgb, var(--accent) 85%, var(--ink)); }
  .quiet { border-color: transparent; padding-inline: .5em; margin-inline-start: -.5em; text-decoration: underline; text-underline-offset: .2em; text-decoration-thickness: 1px; }
  .moves .quiet { margin-inline-start: 0; }
  .primary + .quiet { text-decoration: none; }

  summary { cursor: pointer; font-weight: 600; color: var(--accent); padding-block: .5em; border-radius: 4px; }
  details[open] > summary { margin-bottom: .5em; }
  .situation { margin-top: 2em; }
  .situation h3 { padding-bottom: .5em; margin-bottom: 1em; border-bottom: 1px solid var(--line); }
`;
