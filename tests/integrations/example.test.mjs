// The server of the example answers whatever it is asked, and stays.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

let server;
let port;

before(async () => {
  server = spawn(process.execPath, [fileURLToPath(new URL('../../examples/web/serve.mjs', import.meta.url)), '0']);
  const [line] = await once(server.stdout, 'data');
  port = Number(/:(\d+)\//.exec(line)[1]);
});

after(() => server.kill());

/** The status of the answer to a request line as it is, which no client would send. */
async function status(line) {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  const parts = [];
  for await (const part of socket) parts.push(part);
  return Number(/^HTTP\/1\.1 (\d+)/.exec(Buffer.concat(parts).toString('latin1'))?.[1]);
}

const TABLE = [
  ['GET /', 200],
  ['HEAD /', 200],
  ['GET /conseil.html?a=%', 200],
  ['GET /%', 404],
  ['GET /%E0%A4%A', 404],
  ['GET //', 404],
  ['GET //[', 404],
  ['GET http://[/', 404],
  ['GET /%00.html', 404],
  ['GET /..%2f..%2fpackage.json', 404],
  ['GET /simulateur/..%2f..%2fpackage.json', 404],
  ['GET /simulateur', 404],
  ['GET /constructor', 404],
  ['GET /README.md', 404],
  ['GET /serve.mjs', 404],
  ['OPTIONS *', 405],
  ['POST /', 405],
];

for (const [line, expected] of TABLE) {
  test(`${line} is answered by ${expected}`, async () => {
    assert.equal(await status(line), expected);
    assert.equal(server.exitCode, null);
  });
}
