/**
 * The letter by which the agent asks their employer: what is asked, what it costs, when. Without a word of health: neither
 * the variant, whose name may tell of it, nor the fund.
 */

import type { Day, Dossier, Offer, Quote } from './contract.js';
import { date, euros, hours, inAutonomy, list } from './french.js';

const BLANK = '…………………………………………';

export function letterOf(
  { centre, course, settlement }: Offer,
  on: Day,
  { plan, quote, schedule }: Dossier,
  free: boolean,
): string {
  const whose = [centre.service, centre.name].filter(Boolean).join(', ');
  const before = (course?.before ?? []).map(({ label }) => label.toLowerCase());
  const alone = inAutonomy(plan.totals.autonomous, plan.counts);
  const paragraphs = [
    `Je souhaite faire un bilan professionnel avec le centre de gestion (${whose}) et je vous demande votre accord.`,
    'C’est un accompagnement individuel pour faire le point sur mon parcours et préparer la suite de ma carrière.',
    `Il dure ${hours(plan.hours)}${plan.average ? ' en moyenne' : ''}${alone}.${
      schedule ? ` Les séances pourraient avoir lieu du ${date(schedule.startsOn)} au ${date(schedule.endsOn)}.` : ''
    }${free ? ' Il est gratuit.' : cost(quote)}`,
    before.length > 0 ? `Avant le début, le centre prévoit\u00a0: ${list(before)}.` : '',
    settlement?.documents?.length
      ? 'À la fin, une attestation de présence vous indiquera les heures réalisées. Le contenu des entretiens reste confidentiel.'
      : 'Le contenu des entretiens reste confidentiel.',
    'Je vous remercie de me dire si vous acceptez de prendre ce bilan en charge, et s’il peut avoir lieu sur mon temps de travail. Je suis à votre disposition pour en parler.',
  ].filter(Boolean);
  return `${BLANK}  (nom, prénom)
${BLANK}  (service, fonction)

À l’attention de ${BLANK}
(maire, présidente ou président, direction)

Le ${date(on)}

Objet\u00a0: demande de bilan professionnel

Madame, Monsieur,

${paragraphs.join('\n\n')}

Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.

Signature
`;
}

function cost(quote: Quote | null | undefined): string {
  return quote?.amount
    ? ` Le prix annoncé par le centre est de ${euros(quote.amount)}.`
    : ' Le prix figure sur le devis que le centre établit.';
}
