/** What else the centre tells, under headings: who accompanies, confidentiality, the law. */

import { html, nothing, type TemplateResult } from 'lit';

import type { Dossier, Offer } from '../contract.js';
import { list } from '../french.js';
import type { View } from '../view.js';
import { fold } from './fold.js';

type Topic = NonNullable<Offer['information']>[number];

/** The topics that have a heading of their own in the result. */
const CONFIDENTIAL = 'confidentialite';
const DIFFERENCE = 'differenceBilanDeCompetences';

export function knowMore(view: View, { plan }: Dossier): readonly (TemplateResult | typeof nothing)[] {
  const { accompaniment, course, information, links, texts } = view.library.offer;
  const topics = information ?? [];
  const of = (code: string): readonly Topic[] => topics.filter((topic) => topic.code === code);
  const rest = topics.filter(({ code }) => code !== CONFIDENTIAL && code !== DIFFERENCE);
  const companions = (accompaniment ?? []).filter(({ variants }) => !variants || variants.includes(plan.variant));
  const pages = (links ?? []).filter(({ variants }) => !variants || variants.includes(plan.variant));
  return [
    companions.length > 0 || course
      ? part(
          view,
          'who',
          'Qui vous accompagne',
          'Qui accompagne',
          html`
        ${companions.map(({ label, part }) => html`<p><strong>${label}.</strong> ${part}</p>`)}
        ${where(course)}`,
        )
      : nothing,
    part(
      view,
      'confidential',
      'La confidentialité',
      'La confidentialité',
      html`
      ${of(CONFIDENTIAL).map(({ sentences }) => sentences.map((sentence) => html`<p>${sentence}</p>`))}
      <p>Les réponses données ici restent dans cette page&nbsp;: rien n’est envoyé ni enregistré.</p>
      <p>Le document pour l’employeur ne contient ni attente ni réponse de santé. ${view.expert ? 'C’est l’agent qui décide de ce qu’il dit de sa santé, et à qui.' : 'C’est vous qui décidez de ce que vous dites de votre santé, et à qui\u00a0: parlez-en d’abord au centre.'}</p>`,
    ),
    ...of(DIFFERENCE).map((topic) => part(view, 'difference', topic.title, topic.title, sentences(topic))),
    rest.length > 0 || pages.length > 0
      ? part(
          view,
          'more-to-know',
          'Pour en savoir plus',
          'Ce qu’en dit le centre',
          html`
        ${rest.map((topic) => html`<div class="topic"><h4>${topic.title}</h4>${sentences(topic)}</div>`)}
        ${
          pages.length > 0
            ? html`<div class="topic"><h4>Documents</h4><ul class="dots">${pages.map(
                ({ label, url }) =>
                  html`<li>${url ? html`<a href=${url}>${label}</a>` : `${label}, à demander au centre`}</li>`,
              )}</ul></div>`
            : nothing
        }`,
        )
      : nothing,
    texts?.length
      ? part(
          view,
          'law',
          'Les textes de loi',
          'Les textes de loi',
          html`
        <ul class="dots">${texts.map(({ title, note, url }) => html`<li>${url ? html`<a href=${url}>${title}</a>` : title}.${note ? html` <small>${note}</small>` : nothing}</li>`)}</ul>`,
        )
      : nothing,
  ];
}

/** Folded for the counsellor too, who knows. */
function part(view: View, name: string, title: string, about: string, body: TemplateResult): TemplateResult {
  return fold(view, { name, title: view.expert ? about : title, open: false }, body);
}

function sentences({ sentences }: Topic): TemplateResult {
  return html`<ul class="dots">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

function where(course: Offer['course']): TemplateResult {
  const places = (course?.sites ?? []).map(({ label }) => label);
  const remote = (course?.remote ?? []).map(({ label }) => label.toLowerCase());
  const told = [
    places.length > 0 &&
      `Rendez-vous à ${list(places)}${remote.length > 0 ? `, ou à distance (${list(remote)})` : ''}.`,
    course?.workingTime,
    course?.accessibility,
  ].filter(Boolean);
  return html`${told.map((line) => html`<p>${line}</p>`)}`;
}
