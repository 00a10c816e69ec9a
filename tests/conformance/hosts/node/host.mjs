// A request line after the other on the standard input, an answer line for each; the argument, if any, is the catalogue,
// whose error is every answer if it is refused.
import { readFileSync } from 'node:fs';

import { BilanError, Catalogue } from '../../../../bindings-wasm/npm/dist/node.js';

const [file] = process.argv.slice(2);
const catalogue = open();
const LINE_FEED = 10;

function open() {
  try {
    return file ? Catalogue.parse(readFileSync(file)) : Catalogue.embedded();
  } catch (error) {
    if (!(error instanceof BilanError)) throw error;
    return { answerLine: () => JSON.stringify(error) };
  }
}

let pending = [];
const answer = () => {
  process.stdout.write(`${catalogue.answerLine(Buffer.concat(pending))}\n`);
  pending = [];
};

// Bytes, not text: a line may hold bytes that are no UTF-8, which the answer says.
for await (const chunk of process.stdin) {
  let from = 0;
  for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
    pending.push(chunk.subarray(from, end));
    answer();
    from = end + 1;
  }
  if (from < chunk.length) pending.push(chunk.subarray(from));
}
if (pending.length > 0) answer();
