// Reads lines `["document","its canonical form"]` and holds each to ECMAScript, by whose numbers, strings and order of
// keys RFC 8785 is defined.
import { createInterface } from 'node:readline';

const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
};

let same = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const [document, expected] = JSON.parse(line);
  const found = canonical(JSON.parse(document));
  if (found !== expected) {
    console.log(`${document}\n${found}\n${expected}`);
    process.exit(1);
  }
  same += 1;
}
console.log(`${same} the same`);
