/**
 * Calls of a module that is warm, in nanoseconds: rows of a name and its figures, under their headings.
 *
 * The function is handed over to the page as its text, so it holds all that it needs. It takes the folder of the package
 * and its entry, and the requests.
 */
export async function warm([folder, entry, requests]) {
  const bilan = await import(folder + entry);
  const { write } = await import(`${folder}write.js`);
  await bilan.init();

  const EMPTY = Uint8Array.of(
    0,
    97,
    115,
    109,
    1,
    0,
    0,
    0,
    1,
    4,
    1,
    96,
    0,
    0,
    3,
    2,
    1,
    0,
    7,
    5,
    1,
    1,
    102,
    0,
    0,
    10,
    4,
    1,
    2,
    0,
    11,
  );
  const { instance } = await WebAssembly.instantiate(EMPTY);
  const empty = instance.exports.f;
  /** The calls of a row take turns, so that what else the machine does weighs on all of them: the best of 21 batches. */
  function race(...calls) {
    const batches = calls.map((call) => {
      let count = 1;
      const batch = () => {
        const start = performance.now();
        for (let index = 0; index < count; index += 1) call();
        return performance.now() - start;
      };
      while (Math.min(batch(), batch(), batch()) < 4) count *= 2;
      return () => (batch() * 1e6) / count;
    });
    const taken = calls.map(() => []);
    for (let round = 0; round < 21; round += 1) batches.forEach((batch, place) => taken[place].push(batch()));
    return taken.map((times) => Math.min(...times));
  }

  const operations = Object.entries(requests).map(([operation, request]) => {
    const text = JSON.stringify(request);
    const result = bilan.answer(operation, text);
    return [
      operation,
      ...race(
        () => bilan[operation](request),
        () => bilan.answer(operation, text),
        () => JSON.parse(result) && JSON.stringify(request),
        empty,
      ),
    ];
  });

  const count = 100_000;
  const column = (factor) => Uint32Array.from({ length: count }, (_, index) => Math.imul(index, factor) >>> 14);
  const [known, values, verdicts] = [column(2654435761), column(2246822519), new Uint32Array(count)];
  let place = 0;
  const next = () => (place = (place + 1) % count);
  const one = race(() => bilan.decide(known[next()], values[place]), empty);
  const many = race(
    () => bilan.decideMany(known, values, verdicts),
    () => [known, values, known].forEach((words) => verdicts.set(words)),
  );

  const encoder = new TextEncoder();
  const room = new Uint8Array(2048);
  const fields = Object.fromEntries(
    Object.keys(bilan.Fact)
      .concat('on', 'until', 'by')
      .map((code) => [code, true]),
  );
  const text = JSON.stringify(requests.simulate).padEnd(500);
  return [
    { headings: ['ns a call', 'objects', 'text', 'bare JSON', 'empty call'], rows: operations },
    {
      headings: ['ns an agent', 'verdict', 'baseline'],
      rows: [
        ['decide, beside an empty call', ...one],
        ['decideMany, beside three copies', ...many.map((time) => time / count)],
      ],
    },
    {
      headings: ['ns to the memory', 'here', 'usual way'],
      rows: [
        [
          'an object of 21 fields',
          ...race(
            () => encoder.encodeInto(write(fields), room),
            () => room.set(encoder.encode(JSON.stringify(fields))),
          ),
        ],
        [
          'a text of 500 bytes',
          ...race(
            () => encoder.encodeInto(text, room),
            () => room.set(encoder.encode(text)),
          ),
        ],
      ],
    },
  ];
}
