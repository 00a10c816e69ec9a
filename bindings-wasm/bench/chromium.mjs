// What the package and the simulator cost in Chromium, each figure beside its baseline of the same run:
// node bindings-wasm/bench/chromium.mjs, once bindings-wasm/simulateur/tests/run has run.
import { launch, serve } from '../simulateur/tests/support/site.js';
import { REQUESTS } from './requests.mjs';
import { middleAndBest, print } from './table.mjs';
import { warm } from './warm.mjs';

const ROUNDS = 11;
const FOLDER = '/simulateur/';

/** What is started, in a page that has done nothing yet; the function runs there. */
const STARTS = [
  'fetch the module’s bytes',
  'fetch, compile and start the module',
  'import to first quote',
  'import to first dossier',
];

async function start([folder, place, requests]) {
  const library = async () => {
    const bilan = await import(`${folder}index.js`);
    await bilan.init();
    return bilan;
  };
  const module = () => fetch(`${folder}bilan.wasm`);
  const starts = [
    async () => (await module()).arrayBuffer(),
    () => WebAssembly.instantiateStreaming(module()),
    async () => (await library()).quote(requests.quote),
    async () => (await library()).simulate(requests.simulate),
  ];
  const begin = performance.now();
  await starts[place]();
  return performance.now() - begin;
}

/** From the address to the page's own words, and to the first question of the simulator. */
function open() {
  return new Promise((done) => {
    const look = () => {
      const asked = document.querySelector('bilan-simulateur')?.shadowRoot?.querySelector('input');
      const [painted] = performance.getEntriesByName('first-contentful-paint');
      if (asked && painted) done([painted.startTime, performance.now()]);
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** A page of a browser of its own: nothing is cached, nothing compiled. */
async function visit(address, measure, argument) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: 'commit' });
    return await page.evaluate(measure, argument);
  } finally {
    await browser.close();
  }
}

const site = await serve();
try {
  // A picture is a page of the site without a script.
  const blank = `${site.address}icon.svg`;
  const taken = STARTS.map(() => []);
  const pages = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const place of STARTS.keys()) taken[place].push(await visit(blank, start, [FOLDER, place, REQUESTS]));
    pages.push(await visit(site.address, open));
  }
  const rows = STARTS.map((name, place) => [name, ...middleAndBest(taken[place])]);
  ['address to the page’s own words', 'address to the first question'].forEach((name, place) => {
    rows.push([name, ...middleAndBest(pages.map((times) => times[place]))]);
  });
  console.log('Chromium');
  print({ headings: ['ms in a new browser', 'median', 'best'], rows });
  for (const table of await visit(blank, warm, [FOLDER, 'index.js', REQUESTS])) print(table);
  const [objects] = await visit(blank, warm, [FOLDER, 'objects.js', REQUESTS]);
  print({ ...objects, headings: ['ns a call of ./objects', ...objects.headings.slice(1)] });
} finally {
  site.stop();
}
