// What is asked, in Node and in the browser alike.

export const CASE = {
  on: '2026-11-23',
  needs: ['preserverSante', 'construireProjet'],
  client: 'affiliee',
  facts: { rqth: true, statut: 'fonctionnaire', tauxIncapacitePermanente: 12.5, ati: false },
  validUntil: { rqth: '2027-01-31' },
  calendar: { exchangesOn: '2026-12-01', closures: [{ from: '2027-02-15', to: '2027-02-26' }] },
};

export const REQUESTS = {
  recommend: { needs: CASE.needs },
  funding: { on: '2026-12-01', until: '2027-05-31', facts: CASE.facts, validUntil: CASE.validUntil },
  plan: { variant: 'evolution', hours: 20, kickoffMeeting: false, fixed: { analyseDemande: 1.5, recherches: 0 } },
  quote: { variant: 'evolution', hours: 20, client: 'affiliee', on: '2026-12-01' },
  schedule: { plan: { variant: 'evolution' }, ...CASE.calendar },
  simulate: CASE,
};
