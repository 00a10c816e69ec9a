// Figures as they are printed.

const shown = (figure) => (figure < 100 ? figure.toFixed(1) : String(Math.round(figure)));

export function print({ headings, rows }) {
  const line = (cells) =>
    console.log(cells.map((cell, place) => (place === 0 ? cell.padEnd(38) : cell.padStart(12))).join(''));
  console.log();
  line(headings);
  for (const [name, ...figures] of rows) line([name, ...figures.map(shown)]);
}

/** The middle of several times, and the best of them, which what else the machine does disturbs least. */
export function middleAndBest(times) {
  const sorted = [...times].sort((one, other) => one - other);
  return [sorted[sorted.length >> 1], sorted[0]];
}
