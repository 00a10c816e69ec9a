/** All words by which a health answer, a situation or an expectation could be known. */

import { catalogue, funding } from '../../../npm/dist/node.js';
import { TODAY } from './site.js';

export function wordsOfTheAgent() {
  const { situations } = funding({ on: TODAY });
  const facts = situations.flatMap(({ questions }) => questions);
  return {
    codes: [
      ...new Set([
        ...facts.map(({ fact }) => fact),
        ...situations.flatMap(({ code, group }) => [code, group]),
        ...catalogue().needs.map(({ code }) => code),
        'facts',
        'needs',
        'validUntil',
        'asked',
      ]),
    ],
    labels: [
      ...new Set([
        ...facts.flatMap(({ question, questionAbout, document, help }) => [question, questionAbout, document, help]),
        ...situations.map(({ label }) => label),
        ...catalogue().needs.map(({ label }) => label),
        'FIPHFP',
        'RQTH',
        'handicap',
      ]),
    ].filter(Boolean),
  };
}

/** Spaces of every kind are one: lines are broken anew on paper. */
export const flat = (text) => text.replace(/[\s\u00a0\u202f]+/g, ' ');

/** The words that a text holds: codes as whole words, labels wherever they stand. */
export function found(text, { codes, labels }) {
  const whole = flat(text);
  const lower = whole.toLowerCase();
  return [
    ...codes.filter((code) => new RegExp(`\\b${code}\\b`).test(whole)),
    ...labels.filter((label) => lower.includes(flat(label).toLowerCase())),
  ];
}
