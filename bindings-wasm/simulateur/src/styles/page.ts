/** The frame, the text and the journey. */

import { css } from 'lit';

export const page = css`
  /* Nothing inherited from the page's rules gets in but its colour scheme and its direction. Sizes are in em of the
     reader's own text size, whatever the page does to the root element. */
  .root {
    all: initial;
    color-scheme: inherit;
    container: page / inline-size;
    display: block;
    box-sizing: border-box;
    max-width: 48em;
    margin-inline: auto;
    padding: var(--bilan-padding, clamp(1em, 4vw, 2em));
    font: 400 medium/1.55 var(--bilan-font, system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif);
    font-size: var(--bilan-font-size, medium);
    color: var(--ink);
    background: var(--surface);
    border: var(--bilan-border, 1px solid var(--line));
    border-radius: var(--bilan-radius, 12px);
    overflow-wrap: anywhere;
    hyphens: manual;
  }
  .root, .root * { box-sizing: border-box; }
  h2, h3, h4, p, ul, ol, dl, dd, fieldset { margin: 0; padding: 0; border: 0; }
  fieldset { min-width: 0; }
  ul, ol { list-style: none; }
  h2 { font-size: 1.6em; font-weight: 650; line-height: 1.2; letter-spacing: -.01em; margin-bottom: .9em; outline: none; text-wrap: balance; }
  h3 { outline: none; font-size: 1.15em; font-weight: 650; line-height: 1.3; }
  h4 { font-size: 1em; font-weight: 650; }
  small { font-size: .875em; }
  em { font-style: normal; color: var(--ink-soft); }
  .only-read { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .on-paper, .card.on-paper { display: none; }
  .icon { width: 1.25em; height: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }

  .lead, .hint, .muted, .note, .private, small { color: var(--ink-soft); }
  .lead { margin-bottom: 1.5em; max-width: 38em; }
  .hint { margin-block: .25em .75em; max-width: 38em; }
  .note { font-size: .9em; }
  .refine { margin-top: 1em; }
  .private { display: flex; flex-wrap: wrap; gap: .25em 1em; align-items: center; justify-content: space-between; margin-top: 1.5em; font-size: .9em; padding-inline-start: 1em; border-inline-start: 3px solid var(--line); }
  .problem { color: var(--problem); font-weight: 550; margin-top: .75em; }
  .warning { color: var(--open); font-size: .9em; }
  ::slotted(p) { margin-block: 0; }
  .empty { color: var(--ink-soft); padding: 1.5em 0; }
  .frame .option { color: var(--ink-soft); cursor: default; }
  .frame .legend { font-size: 1.1em; font-weight: 600; line-height: 1.35; margin-bottom: .35em; }
  .box { width: 1.25em; height: 1.25em; margin-top: .15em; border: 1px solid var(--edge); border-radius: 3px; flex: none; }
  .notice { position: sticky; bottom: 1em; margin-top: 1em; padding: .75em 1em; border-radius: 8px; background: var(--ink); color: var(--surface); }

  .progress { margin-bottom: 1.75em; }
  .progress p { font-size: .9em; color: var(--ink-soft); margin-bottom: .5em; }
  .ticks { display: flex; gap: 4px; }
  .ticks span { flex: 1; height: 5px; border-radius: 3px; background: var(--line); }
  .ticks .done { background: var(--accent); }
  .moves { display: flex; flex-wrap: wrap; gap: .75em; margin-top: 2em; }

  .summary > div { display: grid; gap: .25em 1.5em; padding-block: 1em; border-top: 1px solid var(--line); }
  .summary > div:last-child { border-bottom: 1px solid var(--line); }
  .summary dt { font-weight: 650; }
  .summary dd { display: grid; gap: .5em; justify-items: start; }
  .summary li + li { margin-top: .35em; }
  .summary .button { min-height: 0; padding-block: .15em; }
  .summary strong { font-weight: 650; white-space: nowrap; }
  .asked { color: var(--ink-soft); }
  @container (min-width: 34em) {
    .summary > div { grid-template-columns: 11em 1fr; }
    .summary dd { grid-template-columns: 1fr auto; align-items: start; }
  }
  @media (prefers-reduced-motion: no-preference) {
    .option, .button, .ticks span, .fill, .bar span { transition: background-color .15s, border-color .15s; }
  }
`;
