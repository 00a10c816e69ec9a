/** The result: one card a question that the visitor came with. */

import { css } from 'lit';

export const result = css`
  .result { display: grid; gap: 1.25em; }
  .card { display: grid; gap: .9em; padding: clamp(1em, 4cqi, 1.75em); border: 1px solid var(--line); border-radius: var(--bilan-radius, 12px); min-width: 0; }
  .card > .button { justify-self: start; }
  .kicker { font-size: .9em; color: var(--ink-soft); }
  .small-title { font-weight: 600; margin-bottom: -.5em; }

  .brief { padding-block: 1em; border-block: 1px solid var(--line); }
  .brief dl { display: grid; gap: .4em 1.5em; }
  .brief dl > div { display: grid; grid-template-columns: 7em 1fr; align-items: baseline; }
  .brief dt { font-size: .9em; color: var(--ink-soft); }
  .brief dd { font-weight: 650; line-height: 1.35; }
  @container (min-width: 38em) {
    .brief dl { grid-template-columns: repeat(4, auto); gap: .75em 1.5em; }
    .brief dl > div { display: block; }
    .brief dl > div:last-child { grid-column: 1 / -1; }
  }

  .variant { background: var(--accent-soft); border-color: transparent; }
  .variant .kicker { margin-bottom: -.7em; }
  .name { font-size: 1.7em; letter-spacing: -.01em; line-height: 1.2; }
  .purpose { font-size: 1.1em; }
  .because { font-weight: 600; margin-bottom: -.4em; }
  .reasons { display: grid; gap: .4em; }
  .reasons li { display: flex; gap: .6em; }
  .reasons .icon { margin-top: .15em; color: var(--met); }
  .reasons .unserved .icon { color: var(--ink-soft); }
  .equals { display: grid; gap: .5em; }
  .equals li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 .5em; padding: .4em .7em; min-height: 3em; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
  .equals .current { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
  .equals .name { font-size: 1.05em; letter-spacing: 0; }
  .equals .badge { color: var(--met); align-self: center; }
  .equals .button { min-height: 0; padding-block: .15em; margin: 0; }
  .few li { display: grid; align-content: start; gap: .4em; padding-block: .8em; }
  .few .name { font-size: 1.3em; }
  .few .badge, .few .button { justify-self: start; align-self: end; padding-inline: 0; }
  @container (min-width: 34em) { .few { grid-template-columns: 1fr 1fr; } .few li { grid-template-rows: auto 1fr auto; } }

  .verdict { display: grid; grid-template-columns: auto 1fr; align-items: center; gap: .5em .8em; padding: 1em; border-radius: 8px; background: var(--raised); }
  .verdict p { grid-column: 1 / -1; }
  @container (min-width: 34em) { .verdict p { grid-column: 2; } }
  .verdict > .icon { width: 1.8em; height: 1.8em; padding: .3em; border-radius: 50%; background: var(--ink-soft); color: var(--surface); stroke-width: 2.6; }
  .verdict.met { background: var(--met-soft); }
  .verdict.met > .icon { background: var(--met); }
  .verdict.undetermined { background: var(--open-soft); }
  .verdict.undetermined > .icon { background: var(--open); }
  .report { display: grid; gap: .25em 1em; padding-block: .9em; border-top: 1px solid var(--line); }
  .report .badge { align-self: start; }
  .report:first-child { border-top: 0; }
  .report div { display: grid; gap: .15em; }
  @container (min-width: 34em) { .report { grid-template-columns: 8.5em 1fr; } }
  .badge { display: inline-flex; align-items: center; gap: .4em; align-self: start; justify-self: start; font-size: .9em; font-weight: 600; color: var(--ink-soft); }
  .badge .icon { width: 1.1em; height: 1.1em; stroke-width: 2.6; }
  .met .badge { color: var(--met); }
  .undetermined .badge { color: var(--open); }
  .next-question { display: grid; gap: .5em; padding: 1em; border: 1px dashed var(--edge); border-radius: 8px; }

  .pair { display: grid; gap: 1.25em; }
  @container (min-width: 38em) { .pair { grid-template-columns: 1fr 1fr; } }
  .pair .card { align-content: start; gap: .4em; }
  .each > div { display: grid; padding-block: .3em; }
  .each dd { font-weight: 650; }
  .span { font-size: 1.25em; font-weight: 650; line-height: 1.3; }
  .span b { font-weight: inherit; white-space: nowrap; }
  .span span { font-weight: 400; }
  .amount { font-size: 1.9em; font-weight: 650; letter-spacing: -.01em; line-height: 1.25; font-variant-numeric: tabular-nums; }
  .amount small { font-size: .5em; font-weight: 400; letter-spacing: 0; }
  .dots li { position: relative; padding-inline-start: 1.1em; }
  .dots li::before { content: ''; position: absolute; inset-inline-start: .1em; top: .65em; width: .35em; height: .35em; border-radius: 50%; background: var(--accent); }

  .agenda { display: grid; gap: 1.25em; }
  .month h4 { text-transform: capitalize; padding-bottom: .35em; margin-bottom: .6em; border-bottom: 1px solid var(--line); }
  .month ol { display: grid; gap: .5em; }
  .month li { display: flex; gap: .9em; align-items: center; }
  .month time {
    flex: none; display: grid; place-items: center; width: 3.1em; padding: .3em 0 .4em; border-radius: 8px; background: var(--raised);
    border-inline-start: 4px solid var(--guided); font-size: 1.05em; font-weight: 650; line-height: 1.15; font-variant-numeric: tabular-nums;
  }
  .month time span:first-child { display: grid; justify-items: center; }
  .month time small { font-size: .7em; font-weight: 400; }
  .month .meeting time { border-color: var(--meeting); }
  .month .coached time { border-color: var(--coached); }
  .month .milestone time { border: 1px solid var(--line); background: none; }
  .entry { display: grid; line-height: 1.35; }
  @container (min-width: 40em) { .agenda { grid-template-columns: 1fr 1fr; gap: 1.5em 2em; } }

  .path { display: grid; gap: .6em; counter-reset: path; }
  .path > li { display: flex; gap: .8em; align-items: baseline; counter-increment: path; }
  .path > li::before {
    content: counter(path); flex: none; display: grid; place-items: center; width: 1.8em; height: 1.8em; border-radius: 50%;
    background: var(--accent-soft); color: var(--accent); font-weight: 650; font-size: .9em;
  }
  .actions { display: flex; flex-wrap: wrap; gap: .5em .75em; }
  .path strong { display: block; }
  .path .button { display: flex; width: fit-content; margin-top: .4em; }
  .card.funding { padding: 0; border: 0; }
  .contact { display: flex; flex-wrap: wrap; gap: 0 1em; }
  a { color: var(--accent); }
  .take { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .4em 1em; }
  .take p { flex: 1 1 15em; }
  .take + .take { padding-top: .75em; border-top: 1px solid var(--line); }
  .take small { display: block; }

  /* The rest under its headings: one line each while folded. */
  .folds { display: grid; }
  .folds .fold { padding: 0; border-width: 1px 0 0; border-radius: 0; display: block; }
  .fold:last-child { border-bottom-width: 1px; }
  .fold > summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .75em; padding: .7em .2em .7em 1.6em; position: relative; }
  .fold > summary::marker { content: ''; }
  .fold > summary::-webkit-details-marker { display: none; }
  .fold > summary::before { content: ''; position: absolute; inset-inline-start: .35em; top: 1.3em; width: .5em; height: .5em; border: solid var(--accent); border-width: 0 2px 2px 0; transform: rotate(-45deg); }
  .fold[open] > summary::before { transform: rotate(45deg); top: 1.15em; }
  .fold > summary h3 { font-size: 1.05em; }
  .fold[open] > summary { margin-bottom: 0; }
  .gist { color: var(--ink-soft); font-weight: 400; font-size: .9em; }
  .folded { display: grid; gap: .9em; padding: .25em 0 1.5em; }
  .folded > .button { justify-self: start; }
  .journey.resultat .progress { display: none; }
  .topic { display: grid; gap: .3em; }
  /* On a phone the words have the width: a rule between two answers, no frame within the frame. */
  @container page (max-width: 30em) {
    .result { gap: .9em; line-height: 1.42; font-size: .95em; }
    .card:not(.variant, .fold, .funding) { border-width: 1px 0 0; border-radius: 0; padding: .9em 0 0; gap: .6em; }
    .card.variant, .verdict { padding: .8em; gap: .6em; }
    .purpose { font-size: 1em; }
    .pair { gap: .7em; }
    .pair .card + .card { border: 0; padding: 0; }
    .result .button { padding-inline: .65em; }
    .take .button { gap: .3em; }
    .path > li { gap: .6em; }
    .result h3:not(.name) { font-size: 1.1em; }
    .next-question { padding: .7em; }
    .next-question legend { font-size: 1em; }
    .next-question .options { gap: .35em; margin-top: .3em; }
    .next-question .option { padding: .45em .6em; }
    .each > div { padding-block: .1em; }
    .take { gap: .3em; }
    .take small { display: inline; }
    .take .actions { gap: .5em; }
    .end { gap: 0 .5em; font-size: .92em; }
    .end .quiet { padding-inline: 0; margin-inline: 0 auto; }
    .fold > summary { padding-block: .5em; }
    .fold > summary::before { top: 1.05em; }
  }
`;
