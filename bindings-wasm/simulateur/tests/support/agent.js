/** An agent's way through the simulator: what they answer, screen by screen. */

const AFFILIATED = 'Collectivité affiliée au centre de gestion';
const NOT_AFFILIATED = 'Collectivité non affiliée au centre de gestion';

/** One agent a variant, each with another story. */
export const AGENTS = {
  evolution: {
    needs: ['Faire le point sur sa situation'],
    others: 'Non, aucune',
    client: AFFILIATED,
    exchanges: '2026-12-01',
    variant: 'Bilan évolution',
    funding: 'à voir avec une conseillère ou un conseiller',
    price: '2 040,50 €',
    sessions: 10,
  },
  prevention: {
    needs: ['Analyser ses facteurs d’usure professionnelle', 'Préserver sa santé'],
    situations: ['Reconnaissance de la qualité de travailleur handicapé'],
    others: 'Je ne sais pas',
    client: AFFILIATED,
    exchanges: '2026-12-01',
    proof: '2027-02-28',
    variant: 'Bilan prévention',
    funding: 'possible',
    price: '2 040,50 €',
    sessions: 11,
  },
  reorientation: {
    needs: ['Se reconvertir avec des contraintes'],
    situations: ['Aptitude avec restrictions'],
    facts: { 'éléments objectifs': 'Oui', 'adaptation de votre poste': 'Je ne sais pas' },
    others: 'Non, aucune autre',
    client: 'Je ne sais pas',
    exchanges: null,
    variant: 'Bilan réorientation',
    funding: 'à préciser',
    price: null,
    sessions: 0,
  },
  developpement: {
    needs: ['Dépasser des blocages', 'Comprendre son fonctionnement'],
    situations: ['Période de préparation au reclassement'],
    facts: { 'fonctionnaire ou contractuel': 'Contractuel', 'période de préparation': 'Non', 'en reclassement': 'Oui' },
    others: 'Non, aucune autre',
    client: AFFILIATED,
    exchanges: '2026-12-01',
    variant: 'Bilan développement professionnel',
    funding: 'possible',
    price: '2 040,50 €',
    sessions: 13,
  },
  horizon: {
    needs: ['Préparer sa seconde partie de carrière', 'Valoriser son expertise'],
    situations: ['Accident du travail'],
    rate: '8',
    facts: { 'une rente': 'Oui' },
    others: 'Non, aucune autre',
    client: NOT_AFFILIATED,
    exchanges: '2027-01-04',
    variant: 'Bilan horizon',
    funding: 'à voir avec une conseillère ou un conseiller',
    price: 'Sur devis',
    sessions: 10,
  },
};

const next = (scope) => scope.getByRole('button', { name: 'Continuer' }).click();

/** Answers every question up to the result; `seen` is told of every screen, answered, before it is left. */
export async function answer(scope, agent, seen = async () => {}) {
  for (const need of agent.needs) await scope.getByLabel(need).check();
  await seen('besoins');
  await next(scope);
  for (const situation of agent.situations ?? []) await scope.getByLabel(situation).check();
  await scope.getByLabel(agent.others, { exact: true }).check();
  await seen('situations');
  await next(scope);
  if (agent.situations) {
    if (agent.rate) await scope.getByLabel('Taux en pourcentage').fill(agent.rate);
    for (const [question, value] of Object.entries(agent.facts ?? {}))
      await scope.getByRole('group', { name: question }).getByLabel(value, { exact: true }).check();
    if (agent.proof) await fillDate(scope.getByLabel('Fin de validité'), agent.proof);
    await seen('conditions');
    await next(scope);
  }
  await scope.getByLabel(agent.client, { exact: true }).check();
  await seen('collectivite');
  await next(scope);
  if (agent.exchanges) await fillDate(scope.getByLabel('Dernier échange'), agent.exchanges);
  else await scope.getByLabel('Je ne sais pas encore').check();
  await seen('calendrier');
  await next(scope);
  await seen('recapitulatif');
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
