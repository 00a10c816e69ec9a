// Real requests and results are assigned to their types, as literals, so that a code, a key or a form that the types do
// not know is an error of the compiler.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { bilan, Catalogue, catalogueText, outcome, PACKAGE, refused, vectors } from './support.mjs';

const project = mkdtempSync(join(tmpdir(), 'bilan-types-'));
after(() => rmSync(project, { recursive: true }));
mkdirSync(join(project, 'node_modules'));
symlinkSync(fileURLToPath(PACKAGE), join(project, 'node_modules/bilan-professionnel'), 'dir');

const options = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: 'ES2022',
  // No DOM: the types ask nothing of the host's, and read the package's own declarations whole.
  lib: ['ES2022'],
  skipLibCheck: false,
  types: [],
  module: 'NodeNext',
};

/** What the compiler says of a file: nothing, or its complaints by line. */
function complaints(source, libraries = [], version = 'typescript') {
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...options, lib: [...options.lib, ...libraries] }, include: ['sample.ts'] }),
  );
  writeFileSync(join(project, 'sample.ts'), source);
  const compiler = fileURLToPath(new URL(`node_modules/${version}/bin/tsc`, import.meta.url));
  try {
    execFileSync(process.execPath, [compiler, '-p', project], { encoding: 'utf8' });
    return '';
  } catch (error) {
    return error.stdout;
  }
}

const NAMES = bilan.OPERATIONS.map((code) => code[0].toUpperCase() + code.slice(1));

test('every real request and result is of its type', () => {
  const lines = [`import type * as B from 'bilan-professionnel';`];
  const typed = (type, value) => lines.push(`export const v${lines.length}: B.${type} = ${JSON.stringify(value)};`);
  for (const { operation, request, catalogue: file } of vectors) {
    const name = NAMES.find((known) => known.toLowerCase() === operation);
    if (!name) continue;
    const catalogue = file ? Catalogue.parse(catalogueText(file)) : Catalogue.embedded();
    const result = outcome(() => catalogue[operation](request));
    if ('error' in result) {
      typed('ErrorDocument', result);
      continue;
    }
    const open = name === 'Funding' || name === 'Replay' ? '' : '<B.Codes>';
    typed(`${name}Result${file ? open : ''}`, result);
    // An empty list is read as an empty object; the types do not offer it.
    if (!Array.isArray(request)) typed(`${name}Request${file && name !== 'Catalogue' ? open : ''}`, request);
  }
  assert.ok(lines.length > 250, `${lines.length} values`);
  assert.equal(complaints(lines.join('\n')), '');
});

test('what the library refuses, the types refuse', () => {
  const wrong = [
    [`plan({ variant: 'évolution' })`, 'unknownVariant'],
    [`plan({ variant: 'evolution', heures: 18 })`, 'unknownField'],
    [`plan({ variant: 'evolution', fixed: { projet: 2 } })`, 'unknownStep'],
    [`plan({ variant: 'evolution', hours: 18n })`, 'wrongType'],
    [`plan({ variant: 'evolution', hours: '18' })`, 'wrongType'],
    [`plan({})`, 'missingField'],
    [`quote({ variant: 'evolution' })`, 'missingField'],
    [`funding({ on: new Date() })`, 'wrongType'],
    [`funding({ on: '2026-12-01', facts: { handicap: true } })`, 'unknownField'],
    [`funding({ on: '2026-12-01', facts: { rqth: 'oui' } })`, 'wrongType'],
    [`funding({ on: '2026-12-01', facts: { statut: 'stagiaire' } })`, 'unknownCode'],
    [`funding({ on: '2026-12-01', validUntil: { statut: '2027-01-01' } })`, 'unknownField'],
    [`recommend({ needs: ['rebondir'] })`, 'unknownCode'],
    [`schedule({ plan: { variant: 'horizon' }, exchangesOn: '2026-12-01', weekday: 'sunday' })`, 'unknownCode'],
    [`catalogue({ id: 'cdg29' })`, 'unknownField'],
  ];
  for (const [call, code] of wrong) {
    const [refusedWith] = refused(new Function('bilan', `return () => bilan.${call}`)(bilan));
    assert.equal(refusedWith, code, call);
    const said = complaints(`import * as bilan from 'bilan-professionnel';\nbilan.${call};`);
    assert.match(said, /error TS/, call);
  }
});

test('a page that embeds the simulator compiles under strict', () => {
  const source = `
import type { BilanSimulateur, ResultDetail, StepName } from 'bilan-professionnel/simulateur';
const element: BilanSimulateur = document.createElement('bilan-simulateur');
element.mode = 'expert';
element.catalogueSrc = '/catalogue.json';
element.addEventListener('bilan-result', ({ detail }) => {
  const { case: asked, dossier }: ResultDetail = detail;
  const day: string = asked.on;
  const digest: string = dossier.record.result;
  void [day, digest];
});
element.addEventListener('bilan-step', ({ detail }) => {
  const step: StepName = detail.step;
  void step;
});
// @ts-expect-error: the result is the element's own
element.result = null;
// @ts-expect-error: no such step
const wrong: StepName = 'fin';
export { wrong };
`;
  assert.equal(complaints(source, ['DOM']), '');
});

const CONSUMER = `
import { BilanError, Catalogue, decide, decideMany, Fact, init, readVerdict, simulate, Situation } from 'bilan-professionnel';
import type { Codes, ErrorCode, Open, SimulateRequest, SituationCode, VariantCode } from 'bilan-professionnel';

await init();
const request: SimulateRequest = { on: '2026-11-23', needs: ['faireLePoint'], client: 'affiliee', facts: { rqth: true, aah: undefined } };
const { plan, quote, schedule } = simulate(request);
const variant: VariantCode = plan.variant;
const amount: string | null | undefined = quote?.amount;
const days: string[] = (schedule?.sessions ?? []).map(({ date }) => date);
const met: readonly SituationCode[] = readVerdict(decide(Fact.rqth, Fact.rqth)).met;
const verdicts: Uint32Array = decideMany(new Uint32Array(2), new Uint32Array(2));
const bit: number = Situation.rqth;
{
  const other: Catalogue<Codes> = Catalogue.parse('{}');
  other.free();
  const anyVariant: string = other.plan({ variant: 'boussole' }).variant;
  void anyVariant;
}
try {
  Catalogue.embedded().plan({ variant });
} catch (error) {
  if (error instanceof BilanError) {
    const code: Open<ErrorCode> = error.code;
    if (code === 'budgetInfeasible' && error.details && 'min' in error.details) console.log(error.details.min, error.path);
  }
}
export { amount, bit, days, met, verdicts };
declare const console: { log(...values: unknown[]): void };
`;

/** The oldest compiler stated, and the latest. */
const COMPILERS = ['typescript-5.0', 'typescript'];

for (const entry of ['bilan-professionnel', 'bilan-professionnel/inline', 'bilan-professionnel/objects']) {
  for (const compiler of COMPILERS) {
    for (const libraries of [[], ['DOM']]) {
      test(`a consumer of ${entry} compiles under strict with ${compiler}, ${libraries.join() || 'no'} library beside ES2022`, () => {
        assert.equal(complaints(CONSUMER.replaceAll(`'bilan-professionnel'`, `'${entry}'`), libraries, compiler), '');
      });
    }
  }
}

test('a block that knows explicit resource management takes a catalogue, and no other does', () => {
  const source = `import { Catalogue } from 'bilan-professionnel';\n{ using other = Catalogue.parse('{}'); void other; }`;
  assert.equal(complaints(source, ['ESNext.Disposable']), '');
  assert.match(complaints(source), /error TS/);
});

test('what a later library adds is of the types of results, and never of those of requests', () => {
  const report = {
    code: 'situationNouvelle',
    group: 'groupeNouveau',
    label: '',
    articles: [],
    status: 'statutNouveau',
    questions: [],
    missing: ['faitNouveau'],
    failed: [],
    wouldSuffice: [],
    explanation: '',
  };
  const funding = {
    ...bilan.funding({ on: '2026-12-01' }),
    outcome: 'issueNouvelle',
    situations: [report],
    met: ['situationNouvelle'],
    missing: ['faitNouveau'],
    nextQuestion: 'faitNouveau',
    expiring: [{ fact: 'faitNouveau', validUntil: '2027-01-01' }],
  };
  const plan = bilan.plan({ variant: 'evolution' });
  const warned = { ...plan, warnings: [{ code: 'avertissementNouveau', step: 'recherches', message: '' }] };
  const error = { error: { code: 'erreurNouvelle', path: '', message: '' } };
  const source = `
import type { ErrorDocument, FundingRequest, FundingResult, PlanResult } from 'bilan-professionnel';
export const warned: PlanResult = ${JSON.stringify(warned)};
export const error: ErrorDocument = ${JSON.stringify(error)};
const later = ${JSON.stringify({ ...funding, membreNouveau: 1 })} as const;
export const funding: FundingResult = later;
// A program still asks for the codes that it knows.
export const known: boolean = funding.outcome === 'possible';
// @ts-expect-error: a request asks only what this version knows
export const request: FundingRequest = { on: '2026-12-01', facts: { faitNouveau: true } };
`;
  assert.equal(complaints(source), '');
});
