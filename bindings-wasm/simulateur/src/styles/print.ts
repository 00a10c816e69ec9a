/** Paper: the result alone, in black on white, without controls. */

import { css } from 'lit';

export const print = css`
  @media print {
    .root { color-scheme: light; max-width: none; padding: 0; border: 0; background: none; font-size: 9pt; line-height: 1.32; }
    .screen, .progress, .moves, .notice, .more > summary { display: none !important; }
    .on-paper { display: block; }
    .card.on-paper { display: grid; border-bottom: 0; }
    details::details-content { content-visibility: visible; block-size: auto; }
    details > * { display: block; }
    /* Grids break badly between two sheets of paper. */
    .result, .folds, .folded, .sheet, .aside, .outcome { display: block; }
    .result > * + *, .folded > * + *, .sheet > * + * { margin-top: .6em; }
    .name { font-size: 1.4em; }
    .purpose { font-size: 1em; }
    .card { padding: 0 0 .9em; border: 0; border-bottom: 1px solid var(--line); border-radius: 0; background: none; gap: .5em; }
    .verdict { padding: .6em; border: 1px solid var(--line); }
    .bar, .fill, .track::before, .legend li::before, .verdict > .icon, .month time, .path li::before, .dots li::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    .card > h3, .head, .small-title, h4, summary { break-after: avoid; }
    li, .verdict, .month, .summary > div { break-inside: avoid; }
    .step { grid-template-columns: minmax(0, 1fr) 7em 4em; }
    .step, .report { padding-block: .15em; }
    .track { height: 1.2em; }
    .track::before, .track .fill { inset-block: .3em; }
    .what { line-height: 1.25; }
    .what { grid-column: auto; }
    .report { grid-template-columns: 8.5em 1fr; }
    .report small, .report.notMet div span { display: none; }
    .outcome .situations { display: block; }
    .report { border: 0; padding-block: .1em; }
    .report.notMet strong { font-weight: 500; }
    .pair { grid-template-columns: 1fr 1fr; }
    .pair .card { border-bottom: 0; }
    .equals, .few { grid-template-columns: 1fr 1fr; }
    .folds .fold { padding: 0; }
    .fold > summary { padding: .5em 0 .2em; }
    .fold > summary::before { display: none; }
    .folded { padding: 0 0 .6em; }
    .more-to-know .folded { display: block; columns: 2; column-gap: 2em; }
    .topic { break-inside: avoid; margin-bottom: .5em; }
    .sheet { border: 0; padding: 0; font-size: 10pt; }
    .letter { white-space: pre-wrap; font-size: 11pt; line-height: 1.5; }
    .table { break-inside: auto; }
    .table tr { break-inside: avoid; }
    .table :is(th, td) { padding-block: .15em; font-size: 9pt; line-height: 1.25; }
    .table .how { display: table-cell; }
    .sheet h4 { margin-top: 1em; }
    .brief { padding-block: .5em; }
    .agenda { grid-template-columns: 1fr 1fr; gap: .6em 2em; }
    .month h4 { margin-bottom: .3em; }
    .path { grid-template-columns: 1fr 1fr; gap: .3em 2em; }
    .price .dots { columns: 2; }
    .summary li + li { margin-top: 0; }
    .month time { padding: .05em 0; }
    .month ol { gap: .3em; }
    .summary > div { padding-block: .3em; grid-template-columns: 11em 1fr; }
    .expert { display: block; }
    h2 { font-size: 1.4em; margin-bottom: .5em; }
  }
`;
