import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

test('the guide of the embedding page says what the manifest does', () => {
  execFileSync(process.execPath, ['manifest.mjs', '--check'], { stdio: 'pipe' });
});

test('the package names its manifest, and what it is about is what the package exports', () => {
  const { customElements, exports } = JSON.parse(readFileSync('../npm/package.json', 'utf8'));
  assert.equal(customElements, 'dist/custom-elements.json');
  const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
  assert.equal(`./${modules[0].path}`, exports['./simulateur'].default);
});
