/** An agent's way through the simulator: what they answer, screen by screen. */

const AFFILIATED = 'Collectivité affiliée au centre de gestion';
const NOT_AFFILIATED = 'Collectivité non affiliée au centre de gestion';

/** One agent a variant, each with another story. */
export const AGENTS = {
  evolution: {
    motives: ['J’ai envie de changer'],
    others: 'Non, aucune',
    client: AFFILIATED,
    exchanges: '2026-12-01',
    variant: 'Bilan évolution',
    funding: 'à voir avec une conseillère ou un conseiller',
    price: '2 040,50 €',
    sessions: 10,
  },
  prevention: {
    motives: ['Mon travail pèse sur ma santé'],
    situations: ['Reconnaissance de la qualité de travailleur handicapé'],
    client: AFFILIATED,
    exchanges: '2026-12-01',
    proof: '2027-02-28',
    variant: 'Bilan prévention',
    funding: 'possible',
    price: '2 040,50 €',
    sessions: 11,
  },
  reorientation: {
    motives: ['Je dois changer de métier'],
    situations: ['Un avis médical limite'],
    facts: { 'éléments objectifs': 'Oui', 'adaptation de votre poste': 'Je ne sais pas' },
    rest: 'Non, aucune autre',
    client: 'Je ne sais pas',
    exchanges: null,
    variant: 'Bilan réorientation',
    funding: 'à préciser',
    price: null,
    sessions: 0,
  },
  developpement: {
    motives: ['Je veux mieux me connaître'],
    situations: ['Je dois changer d’emploi pour raison de santé'],
    facts: { 'fonctionnaire ou contractuel': 'Contractuel', 'en reclassement': 'Oui' },
    client: AFFILIATED,
    exchanges: '2026-12-01',
    variant: 'Bilan développement professionnel',
    funding: 'possible',
    price: '2 040,50 €',
    sessions: 13,
  },
  horizon: {
    motives: ['J’aborde ma fin de carrière'],
    situations: ['J’ai une pension, une rente'],
    facts: {
      'allocation temporaire d’invalidité': 'Non',
      'taux d’incapacité': '8',
      'pension d’invalidité': 'Non',
      'carte mobilité inclusion': 'Non',
      'allocation aux adultes handicapés': 'Non',
    },
    rest: 'Non, aucune autre',
    client: NOT_AFFILIATED,
    exchanges: '2027-01-04',
    variant: 'Bilan horizon',
    funding: 'à voir avec une conseillère ou un conseiller',
    price: 'Sur devis',
    sessions: 10,
  },
};

const next = (scope) => scope.getByRole('button', { name: 'Continuer' }).click();

/** Answers the questions about the situation, one a screen, as they come; passes the rest from the first without an answer. */
async function answerFacts(scope, facts, seen) {
  const title = scope.getByRole('heading', { level: 2 });
  while ((await title.innerText()) === 'Quelques précisions') {
    const group = scope.locator('fieldset');
    const question = (await group.locator('legend').innerText()).toLowerCase();
    const [, value] = Object.entries(facts).find(([words]) => question.includes(words.toLowerCase())) ?? [];
    if (value === undefined) {
      await scope.getByRole('button', { name: 'Passer ces questions' }).click();
      return;
    }
    if (/^\d/.test(value)) await scope.getByLabel('Taux en pourcentage').fill(value);
    else await group.getByLabel(value, { exact: true }).check();
    await seen('conditions');
    await next(scope);
  }
}

/** What was ticked before is taken back. */
async function untick(scope) {
  for (const box of await scope.locator('fieldset').first().getByRole('checkbox', { checked: true }).all())
    await box.uncheck();
}

/** Answers every question up to the result, whatever was answered before; `seen` is told of every screen, answered, before it is left. */
export async function answer(scope, agent, seen = async () => {}) {
  await untick(scope);
  for (const motive of agent.motives) await scope.getByLabel(motive).check();
  await seen('besoins');
  await next(scope);
  await untick(scope);
  for (const situation of agent.situations ?? []) await scope.getByLabel(situation).check();
  if (agent.others) await scope.getByLabel(agent.others, { exact: true }).check();
  if (agent.proof) await fillDate(scope.getByLabel('Fin de validité'), agent.proof);
  await seen('situations');
  await next(scope);
  await answerFacts(scope, agent.facts ?? {}, seen);
  if (agent.rest) {
    await scope.getByLabel(agent.rest, { exact: true }).check();
    await seen('autres');
    await next(scope);
  }
  await toResult(scope, agent, seen);
}

async function toResult(scope, agent, seen) {
  if (agent.client) await scope.getByLabel(agent.client, { exact: true }).check();
  await fillDate(scope.getByLabel('Dernier échange'), agent.exchanges ?? '');
  await seen('organisation');
  await scope.getByRole('button', { name: 'Voir mon résultat' }).click();
  await scope.getByRole('heading', { name: 'Votre résultat' }).waitFor();
}

/** A date is taken when its field is left. */
export async function fillDate(field, day) {
  await field.fill(day);
  await field.blur();
}

/** The result as the element gives it to the page. */
export function resultOf(page, selector = 'bilan-simulateur') {
  return page.locator(selector).evaluate((element) => element.result);
}
