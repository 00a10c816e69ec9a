// A request line after the other on the standard input, an answer line for each; the argument, if any, is the catalogue.
import { readFileSync } from 'node:fs';

import { Catalogue } from '../../../../bindings-wasm/npm/dist/node.js';

const [file] = process.argv.slice(2);
const catalogue = file ? Catalogue.parse(readFileSync(file)) : Catalogue.embedded();
const LINE_FEED = 10;

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
