/** The situations of the FIPHFP's list: a short list to tick; their conditions come later, for those alone. */

import { html, type TemplateResult } from 'lit';

import { setOthers, toggleSituation, type Answers } from '../answers.js';
import type { SituationCode } from '../contract.js';
import type { View } from '../view.js';
import { checkboxes, radios, type Option } from './choice.js';

type Others = NonNullable<Answers['others']>;

export function situations({ library, answers, change }: View): TemplateResult {
  const reports = library.blank.situations;
  const some = answers.ticked.length > 0;
  const others: readonly Option<Others>[] = [
    { value: 'no', label: some ? 'Non, aucune autre' : 'Non, aucune' },
    { value: 'unknown', label: 'Je ne sais pas' },
  ];
  const toggle = (code: SituationCode): void => {
    const situation = reports.find((report) => report.code === code);
    if (situation) change(toggleSituation(answers, situation));
  };
  return html`
    ${checkboxes(
      {
        name: 'situations',
        legend: 'Lesquelles de ces situations vous concernent\u00a0?',
        hint: 'Le Fonds pour l’insertion des personnes handicapées dans la fonction publique (FIPHFP) pourrait financer le bilan en totalité dans certaines situations. Cochez celles qui vous concernent peut-être\u00a0: les détails viennent ensuite.',
        options: reports.map(({ code, label }) => ({ value: code, label })),
      },
      answers.ticked,
      toggle,
    )}
    ${radios(
      {
        name: 'others',
        legend: some
          ? 'Une autre situation de la liste vous concerne-t-elle\u00a0?'
          : 'L’une d’elles vous concerne-t-elle\u00a0?',
        options: others,
        inline: true,
      },
      answers.others ?? undefined,
      (value) => change(setOthers(answers, value, reports)),
    )}
    <p class="private">Vos réponses restent dans cette page&nbsp;: rien n’est envoyé ni enregistré.</p>`;
}
