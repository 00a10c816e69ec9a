// The table of hostile texts as vectors: every text in every place of a request, for every host.
import fs from 'node:fs';

/** A text of the table as JSON writes it, half a character included. */
function written({ text, units, times = 1 }) {
  if (!units) return JSON.stringify(text.repeat(times));
  return `"${units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')}"`;
}

/** The vectors, each with the code and the path of the refusal: hosts agree on the whole of it, byte for byte. */
export function hostileVectors() {
  const { places, texts } = JSON.parse(fs.readFileSync(new URL('hostile-texts.json', import.meta.url), 'utf8'));
  return texts.flatMap((text) =>
    places.map(({ operation, request, code, path }) => {
      const line = `{"operation":"${operation}","request":${JSON.stringify(request)}}`;
      // JSON has no half of a character: the text itself is at fault.
      const refused = text.units
        ? { code: 'invalidJson', path: '' }
        : { code, path: path.replace('§', () => text.path ?? text.text.repeat(text.times ?? 1)) };
      return {
        name: `hostile-texts.json, « ${text.name} », ${operation} ${path}`,
        line: Buffer.from(line.replace('"§"', () => written(text))),
        refused,
      };
    }),
  );
}

/** Whether an answer is the refusal of that code and path. */
export function isRefusal(answer, { code, path }) {
  const { error } = JSON.parse(answer?.toString() ?? '{}');
  return error?.code === code && error.path === path && error.message.length > 0;
}
