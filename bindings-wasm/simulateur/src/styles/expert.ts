/** Everything on one page: the file on one side, the result on the other where there is room. */

import { css } from 'lit';

export const expertLayout = css`
  .is-wide { max-width: 84em; }
  .expert { display: grid; gap: 2em; }
  .form { display: grid; gap: 1.75em; align-content: start; min-width: 0; }
  .form h2, .outcome h2 { margin-bottom: 0; font-size: 1.3em; }
  .outcome { display: grid; gap: 1.25em; align-content: start; min-width: 0; container-type: inline-size; }
  .form section { display: grid; gap: .75em; min-width: 0; }
  .form h3 { font-size: 1.05em; }
  .form legend { font-size: 1em; }
  .form .options { gap: .3em; }
  .form .option { padding: .35em .7em; font-size: .95em; }
  .form .situation { margin: 0; padding: .1em .9em; border: 1px solid var(--line); border-radius: 8px; }
  .form .situation[open] { padding-bottom: 1em; }
  .form .situation.met { border-inline-start: 4px solid var(--met); }
  .form .situation.notMet { border-inline-start: 4px solid var(--line); }
  .form .line { padding-block: .6em; }
  .form .line .options, .form .situation .inline .options { gap: .3em; }
  .form .line legend { margin-bottom: 0; }
  .form .line .options { margin-top: .35em; }
  .form .rest { display: grid; gap: .4em; }
  .met-first { display: grid; gap: .4em; }
  .form .badge { margin-inline-start: .5em; }
  @container (min-width: 48em) { .outcome .situations { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2em; } .outcome .report { grid-template-columns: none; align-content: start; border-top: 1px solid var(--line); } }
  @container (min-width: 60em) { .expert { grid-template-columns: minmax(20em, 26em) minmax(0, 1fr); gap: 2.5em; } }
  @container page (min-width: 60em) { .brief { position: sticky; top: 0; z-index: 1; background: var(--surface); } }
`;
