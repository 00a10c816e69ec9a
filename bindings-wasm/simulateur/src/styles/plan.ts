/** The plan: one bar for the whole, one bar a step, on one scale. */

import { css } from 'lit';

export const plan = css`
  .head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .25em 1.5em; }
  .total { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .6em; color: var(--ink-soft); font-size: .9em; }
  .total strong { font-size: 1.7em; color: var(--ink); font-variant-numeric: tabular-nums; }
  .meeting { --kind: var(--meeting); } .guided { --kind: var(--guided); } .coached { --kind: var(--coached); } .alone { --kind: var(--alone); }

  .bar { display: flex; gap: 2px; height: 1.9em; border-radius: 8px; overflow: hidden; }
  .bar span { flex: var(--hours) 1 0; min-width: 3px; background: var(--kind); display: grid; place-items: center; overflow: hidden; }
  .bar b { display: none; padding: 0 .35em; border-radius: 4px; background: var(--kind); color: var(--surface); font-size: .8em; font-weight: 650; }
  @container (min-width: 40em) { .bar b { display: block; } }
  .bar .alone, .steps .alone .fill { background: repeating-linear-gradient(135deg, var(--kind) 0 5px, color-mix(in srgb, var(--kind) 60%, var(--surface)) 5px 9px); }
  .legend { display: flex; flex-wrap: wrap; gap: .25em 1.25em; font-size: .9em; color: var(--ink-soft); }
  .legend li { display: flex; align-items: center; gap: .45em; }
  .legend li::before { content: ''; width: .85em; height: .85em; border-radius: 3px; background: var(--kind); }

  .budget { display: grid; gap: 1em; padding: 1em; border-radius: 8px; background: var(--raised); }
  @container (min-width: 40em) { .budget { grid-template-columns: 1fr 1fr; align-items: center; gap: 2em; } }
  .slider { display: grid; }
  .slider > span, .slider small { display: flex; justify-content: space-between; gap: 1em; }
  .slider > span { font-weight: 600; }
  .slider strong { white-space: nowrap; }

  /* The thumb's middle stands exactly at the end of the bar: the control is as wide as what can be chosen, and a thumb more. */
  input[type='range'] { --thumb: 24px; appearance: none; font: inherit; margin: 0; width: 100%; height: 2em; background: transparent; cursor: pointer; border-radius: 12px; }
  input[type='range']::-webkit-slider-runnable-track { height: 6px; border-radius: 3px; background: var(--edge); }
  input[type='range']::-moz-range-track { height: 6px; border-radius: 3px; background: var(--edge); }
  input[type='range']::-webkit-slider-thumb { appearance: none; width: var(--thumb); height: var(--thumb); margin-top: -9px; border-radius: 50%; border: 3px solid var(--surface); background: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
  input[type='range']::-moz-range-thumb { box-sizing: border-box; width: var(--thumb); height: var(--thumb); border-radius: 50%; border: 3px solid var(--surface); background: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
  input[type='range']:disabled { cursor: default; opacity: .5; }

  .steps { display: grid; }
  .step { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: .3em 1em; padding-block: .65em; border-top: 1px solid var(--line); }
  .what { display: grid; line-height: 1.35; grid-column: 1 / -1; }
  .hours { min-width: 3.6em; text-align: end; font-weight: 600; font-variant-numeric: tabular-nums; }
  .step .warning, .step .problem { margin: 0; grid-column: 1 / -1; }
  .step .number { min-height: 2.4em; width: 5em; padding: .3em .5em; }
  .label { display: grid; grid-template-columns: auto 1fr; gap: .5em; }
  .place { width: 1.5em; color: var(--ink-soft); font-variant-numeric: tabular-nums; }
  .what small { margin-inline-start: calc(2em / .875); }
  .removed .fill { display: none; }
  .removed .label { text-decoration: line-through; }
  @container (min-width: 40em) { .step { grid-template-columns: minmax(0, 1fr) 13em auto; } .what { grid-column: auto; } }

  .track { --inset: 12px; position: relative; height: 2em; margin-inline: var(--inset); }
  .track::before, .track .fill { content: ''; position: absolute; inset-block: .6em; inset-inline-start: calc(-1 * var(--inset)); border-radius: 4px; }
  .track::before { width: calc(100% * var(--most) + var(--inset)); background: color-mix(in srgb, var(--kind) 22%, var(--surface)); }
  .track .fill { width: calc(100% * var(--done) + var(--inset)); background: var(--kind); }
  .track input { position: absolute; inset-block: 0; inset-inline-start: calc(100% * var(--least) - var(--inset)); width: calc(100% * (var(--most) - var(--least)) + 2 * var(--inset)); }
  .track input::-webkit-slider-runnable-track { background: transparent; }
  .track input::-moz-range-track { background: transparent; }
  .track input::-webkit-slider-thumb { background: var(--kind); box-shadow: 0 0 0 1px var(--kind); }
  .track input::-moz-range-thumb { background: var(--kind); box-shadow: 0 0 0 1px var(--kind); }
  /* Forced colours are two: kinds are told apart by their pattern, and what is only a ground gets an edge. */
  @media (forced-colors: active) {
    .meeting { --ground: CanvasText; }
    .guided { --ground: Canvas; }
    .coached { --ground: repeating-linear-gradient(0deg, CanvasText 0 2px, Canvas 2px 5px); }
    .alone { --ground: repeating-linear-gradient(135deg, CanvasText 0 2px, Canvas 2px 6px); }
    .bar span, .bar .alone, .track .fill, .steps .alone .fill, .legend li::before {
      forced-color-adjust: none; background: var(--ground, CanvasText); border: 1px solid CanvasText;
    }
    .bar b { forced-color-adjust: none; background: Canvas; color: CanvasText; }
    .ticks span, .track::before { border: 1px solid CanvasText; }
    .ticks .done { forced-color-adjust: none; background: CanvasText; }
    .budget input::-webkit-slider-runnable-track { forced-color-adjust: none; background: CanvasText; }
    .budget input::-moz-range-track { forced-color-adjust: none; background: CanvasText; }
    input[type='range']::-webkit-slider-thumb, .track input::-webkit-slider-thumb { forced-color-adjust: none; background: Highlight; border-color: Canvas; box-shadow: 0 0 0 1px CanvasText; }
    input[type='range']::-moz-range-thumb, .track input::-moz-range-thumb { forced-color-adjust: none; background: Highlight; border-color: Canvas; box-shadow: 0 0 0 1px CanvasText; }
    .option:has(:checked) { outline: 2px solid Highlight; }
  }
`;
