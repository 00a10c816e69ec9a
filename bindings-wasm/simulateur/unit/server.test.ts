import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

test('on a server, without a document, importing the simulator defines nothing and stops nothing', async () => {
  const HOST = ['document', 'HTMLElement', 'customElements'];
  const { BilanSimulateur } = await import(pathToFileURL(path.resolve('../npm/dist/simulateur.js')).href);
  assert.equal(typeof BilanSimulateur, 'function');
  assert.deepEqual(
    HOST.filter((name) => name in globalThis),
    [],
  );
});
