//! `bilan diff` on every part of a catalogue: what a new edition changes is told whole, member by member.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod support;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use bilan_professionnel::Catalogue;
use serde_json::Value;
use support::{bilan, file, finish, said, text};

/// The edition before: small, with every part.
const BEFORE: &str = include_str!("data/avant.json");

/// What changes; the members that do, each by its JSON pointer (« - » adds to a list) and its new value as JSON, empty where
/// it goes; and the page, line by line.
type Row = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

#[rustfmt::skip]
const CHANGES: &[Row] = &[
    ("the centre's name and how to reach it", &[
        ("/centre/name", r#""Centre de l’Essai""#),
        ("/centre/contact", r#"{"phone": "01 99 00 00 02", "email": "a@exemple.fr", "address": "1 rue de la Mairie"}"#),
        ("/centre/shortName", r#""Essai""#),
        ("/centre/service", r#""Mobilité""#),
    ], &[
        "centre.name",
        "-  Centre d’essai",
        "+  Centre de l’Essai",
        "centre.contact.phone",
        "-  01 99 00 00 01",
        "+  01 99 00 00 02",
        "centre.contact.email",
        "-  (absent)",
        "+  a@exemple.fr",
        "centre.contact.address",
        "-  (absent)",
        "+  1 rue de la Mairie",
        "centre.shortName",
        "-  (absent)",
        "+  Essai",
        "centre.service",
        "-  (absent)",
        "+  Mobilité",
    ]),
    ("a finer granularity", &[
        ("/granularity", "0.25"),
    ], &[
        "granularity",
        "-  (absent : 0.5)",
        "+  0.25",
    ]),
    ("a client more", &[
        ("/clients/-", r#"{"code": "autre", "label": "Autre employeur"}"#),
    ], &[
        "clients[autre]",
        "-  (absent)",
        "+  code : autre",
        "+  label : Autre employeur",
    ]),
    ("a client less", &[
        ("/clients", r#"[{"code": "petite", "label": "Petite commune"}]"#),
        ("/tariffs", r#"[{"variants": ["bilan"], "clients": ["petite"], "price": {"reference": {"hours": 10, "amount": "500.00"}}, "covers": ["tests"]}]"#),
    ], &[
        "clients[grande]",
        "-  code : grande",
        "-  label : Grande commune",
        "+  (retiré)",
        "tariffs[1]",
        "-  variants : bilan",
        "-  clients : grande",
        "-  price : onQuote",
        "+  (retiré)",
    ]),
    ("a client said otherwise", &[
        ("/clients/1/label", r#""Ville""#),
    ], &[
        "clients[grande].label",
        "-  Grande commune",
        "+  Ville",
    ]),
    ("clients in another order", &[
        ("/clients", r#"[{"code": "grande", "label": "Grande commune"}, {"code": "petite", "label": "Petite commune"}]"#),
    ], &[
        "clients",
        "-  ordre : petite, grande",
        "+  ordre : grande, petite",
    ]),
    ("a need more", &[
        ("/needs/-", r#"{"code": "sante", "label": "Préserver sa santé"}"#),
    ], &[
        "needs[sante]",
        "-  (absent)",
        "+  code : sante",
        "+  label : Préserver sa santé",
    ]),
    ("a way of working that becomes accompanied", &[
        ("/modes/2/accompanied", "true"),
    ], &[
        "modes[seul].accompanied",
        "-  false",
        "+  true",
    ]),
    ("a stated total that is no longer an average", &[
        ("/variants/0/statedHours", "12"),
        ("/variants/0/average", ""),
    ], &[
        "variants[bilan].statedHours",
        "-  10",
        "+  12",
        "variants[bilan].average",
        "-  true",
        "+  (retiré : false)",
    ]),
    ("a total that counts accompanied hours alone", &[
        ("/variants/0/counts", r#""accompanied""#),
    ], &[
        "variants[bilan].counts",
        "-  (absent : all)",
        "+  accompanied",
    ]),
    ("another objective", &[
        ("/variants/0/objective", r#""point""#),
    ], &[
        "variants[bilan].objective",
        "-  projet",
        "+  point",
    ]),
    ("needs that a variant no longer serves", &[
        ("/variants/0/needs", r#"["projet"]"#),
    ], &[
        "variants[bilan].needs[0]",
        "-  point",
        "+  (retiré)",
    ]),
    ("situations that a variant suits", &[
        ("/variants/0/suits", r#"["rqth", "reclassement"]"#),
    ], &[
        "variants[bilan].suits[0]",
        "-  (absent)",
        "+  rqth",
    ]),
    ("what a variant is for", &[
        ("/variants/0/purpose", r#""Bâtir un projet.""#),
        ("/variants/0/objectives", r#"["Connaître ses compétences.", "Choisir."]"#),
    ], &[
        "variants[bilan].purpose",
        "-  Faire le point.",
        "+  Bâtir un projet.",
        "variants[bilan].objectives[1]",
        "-  (absent)",
        "+  Choisir.",
    ]),
    ("a variant more", &[
        ("/variants/-", r#"{"code": "court", "label": "Bilan court", "purpose": "Aller vite.", "statedHours": 2, "steps": [{"code": "rdv", "label": "Rendez-vous", "hours": {"min": 1, "max": 3}, "modes": ["entretien"]}]}"#),
    ], &[
        "variants[court]",
        "-  (absent)",
        "+  code : court",
        "+  label : Bilan court",
        "+  purpose : Aller vite.",
        "+  statedHours : 2",
        "+  steps[0].code : rdv",
        "+  steps[0].label : Rendez-vous",
        "+  steps[0].hours.min : 1",
        "+  steps[0].hours.max : 3",
        "+  steps[0].modes : entretien",
    ]),
    ("the hours of a step", &[
        ("/variants/0/steps/1/hours", r#"{"min": 4, "max": 9}"#),
    ], &[
        "variants[bilan].steps[entretiens].hours.max",
        "-  8",
        "+  9",
    ]),
    ("the label, the public label and the tools of a step", &[
        ("/variants/0/steps/1/label", r#""Entretiens et santé""#),
        ("/variants/0/steps/1/publicLabel", r#""Entretiens""#),
        ("/variants/0/steps/1/tools", r#"["tests", "cartes"]"#),
    ], &[
        "variants[bilan].steps[entretiens].label",
        "-  Entretiens",
        "+  Entretiens et santé",
        "variants[bilan].steps[entretiens].tools[1]",
        "-  (absent)",
        "+  cartes",
        "variants[bilan].steps[entretiens].publicLabel",
        "-  (absent : le libellé)",
        "+  Entretiens",
    ]),
    ("a coach in a step", &[
        ("/variants/0/steps/1/coach", "true"),
    ], &[
        "variants[bilan].steps[entretiens].coach",
        "-  (absent : false)",
        "+  true",
    ]),
    ("a kickoff meeting that becomes required", &[
        ("/variants/0/steps/0/kickoff", r#""required""#),
    ], &[
        "variants[bilan].steps[demarrage].kickoff",
        "-  optional",
        "+  required",
    ]),
    ("a follow-up later", &[
        ("/variants/0/steps/3/after/months", "9"),
    ], &[
        "variants[bilan].steps[suivi].after.months",
        "-  6",
        "+  9",
    ]),
    ("a follow-up that is one no longer", &[
        ("/variants/0/steps/3/after", ""),
    ], &[
        "variants[bilan].steps[suivi].after",
        "-  months : 6",
        "+  (retiré)",
    ]),
    ("a step less", &[
        ("/variants/0/steps", r#"[{"code": "demarrage", "label": "Démarrage", "hours": {"min": 1, "max": 1}, "modes": ["reunion"], "kickoff": "optional"}, {"code": "entretiens", "label": "Entretiens", "hours": {"min": 4, "max": 8}, "modes": ["entretien"], "tools": ["tests"]}, {"code": "recherches", "label": "Recherches", "hours": {"min": 2, "max": 4}, "modes": ["seul"]}]"#),
    ], &[
        "variants[bilan].steps[suivi]",
        "-  code : suivi",
        "-  label : Suivi",
        "-  hours.min : 1",
        "-  hours.max : 1",
        "-  modes : entretien",
        "-  after.months : 6",
        "+  (retiré)",
    ]),
    ("steps in another order", &[
        ("/variants/0/steps", r#"[{"code": "demarrage", "label": "Démarrage", "hours": {"min": 1, "max": 1}, "modes": ["reunion"], "kickoff": "optional"}, {"code": "recherches", "label": "Recherches", "hours": {"min": 2, "max": 4}, "modes": ["seul"]}, {"code": "entretiens", "label": "Entretiens", "hours": {"min": 4, "max": 8}, "modes": ["entretien"], "tools": ["tests"]}, {"code": "suivi", "label": "Suivi", "hours": {"min": 1, "max": 1}, "modes": ["entretien"], "after": {"months": 6}}]"#),
    ], &[
        "variants[bilan].steps",
        "-  ordre : demarrage, entretiens, recherches, suivi",
        "+  ordre : demarrage, recherches, entretiens, suivi",
    ]),
    ("a course of the variant's own", &[
        ("/variants/0/course", r#"{"delay": {"days": 10}, "usual": {"minMonths": 1, "maxMonths": 2}, "maxSessionHours": 1.5, "cadences": ["monthly"]}"#),
    ], &[
        "variants[bilan].course",
        "-  (absent : comme le centre)",
        "+  delay.days : 10",
        "+  usual.minMonths : 1",
        "+  usual.maxMonths : 2",
        "+  maxSessionHours : 1.5",
        "+  cadences : monthly",
    ]),
    ("another amount", &[
        ("/tariffs/0/price/reference/amount", r#""520.00""#),
    ], &[
        "tariffs[0].price.reference.amount",
        "-  500.00",
        "+  520.00",
    ]),
    ("other reference hours", &[
        ("/tariffs/0/price/reference/hours", "9"),
    ], &[
        "tariffs[0].price.reference.hours",
        "-  10",
        "+  9",
    ]),
    ("a reference that becomes a flat price", &[
        ("/tariffs/0/price", r#"{"flat": {"amount": "500.00"}}"#),
    ], &[
        "tariffs[0].price.reference",
        "-  hours : 10",
        "-  amount : 500.00",
        "+  (retiré)",
        "tariffs[0].price.flat",
        "-  (absent)",
        "+  amount : 500.00",
    ]),
    ("a reference that becomes an hourly rate with a fixed part", &[
        ("/tariffs/0/price", r#"{"hourly": {"rate": "44.00", "bills": "accompaniedWithoutKickoff", "fixed": [{"label": "Dossier", "amount": "45.00"}]}}"#),
    ], &[
        "tariffs[0].price.reference",
        "-  hours : 10",
        "-  amount : 500.00",
        "+  (retiré)",
        "tariffs[0].price.hourly",
        "-  (absent)",
        "+  rate : 44.00",
        "+  bills : accompaniedWithoutKickoff",
        "+  fixed[0].label : Dossier",
        "+  fixed[0].amount : 45.00",
    ]),
    ("a reference that becomes a price by the half-day", &[
        ("/tariffs/0/price", r#"{"unit": {"hours": 3.5, "amount": "200.00", "label": "demi-journée"}}"#),
    ], &[
        "tariffs[0].price.reference",
        "-  hours : 10",
        "-  amount : 500.00",
        "+  (retiré)",
        "tariffs[0].price.unit",
        "-  (absent)",
        "+  hours : 3.5",
        "+  amount : 200.00",
        "+  label : demi-journée",
    ]),
    ("a price that becomes free", &[
        ("/tariffs/0/price", r#""free""#),
    ], &[
        "tariffs[0].price",
        "-  reference.hours : 10",
        "-  reference.amount : 500.00",
        "+  free",
    ]),
    ("a price on quote that gets an amount", &[
        ("/tariffs/1/price", r#"{"flat": {"amount": "900.00"}}"#),
    ], &[
        "tariffs[1].price",
        "-  onQuote",
        "+  flat.amount : 900.00",
    ]),
    ("a price for some hours", &[
        ("/tariffs/0/hours", r#"{"min": 10, "max": 10}"#),
    ], &[
        "tariffs[0].hours",
        "-  (absent : toutes les durées)",
        "+  min : 10",
        "+  max : 10",
    ]),
    ("a tariff for a client less", &[
        ("/tariffs", r#"[{"variants": ["bilan"], "clients": ["petite", "grande"], "price": {"reference": {"hours": 10, "amount": "500.00"}}, "covers": ["tests"]}]"#),
    ], &[
        "tariffs[0].clients[1]",
        "-  (absent)",
        "+  grande",
        "tariffs[1]",
        "-  variants : bilan",
        "-  clients : grande",
        "-  price : onQuote",
        "+  (retiré)",
    ]),
    ("a tariff for all clients", &[
        ("/tariffs", r#"[{"variants": ["bilan"], "price": {"reference": {"hours": 10, "amount": "500.00"}}, "covers": ["tests"]}]"#),
    ], &[
        "tariffs[0].clients",
        "-  petite",
        "+  (retiré : tous les clients)",
        "tariffs[1]",
        "-  variants : bilan",
        "-  clients : grande",
        "-  price : onQuote",
        "+  (retiré)",
    ]),
    ("net of tax", &[
        ("/tariffs/0/tax", r#""exempt""#),
    ], &[
        "tariffs[0].tax",
        "-  (absent : included)",
        "+  exempt",
    ]),
    ("tax added at its rate", &[
        ("/tariffs/0/tax", r#"{"excluded": {"rate": 20}}"#),
    ], &[
        "tariffs[0].tax",
        "-  (absent : included)",
        "+  excluded.rate : 20",
    ]),
    ("what a price covers", &[
        ("/tariffs/0/covers", r#"["tests", "frais"]"#),
    ], &[
        "tariffs[0].covers[1]",
        "-  (absent)",
        "+  frais",
    ]),
    ("no indication for other hours", &[
        ("/tariffs/0/indicative", "false"),
    ], &[
        "tariffs[0].indicative",
        "-  (absent : true)",
        "+  false",
    ]),
    ("the source of a tariff", &[
        ("/tariffs/0/source", r#""Délibération du 3 décembre 2026""#),
    ], &[
        "tariffs[0].source",
        "-  (absent)",
        "+  Délibération du 3 décembre 2026",
    ]),
    ("January's tariff, after the one that it follows", &[
        ("/tariffs", r#"[{"variants": ["bilan"], "clients": ["petite"], "price": {"reference": {"hours": 10, "amount": "500.00"}}, "covers": ["tests"], "to": "2026-12-31"}, {"variants": ["bilan"], "clients": ["petite"], "price": {"reference": {"hours": 10, "amount": "520.00"}}, "covers": ["tests"], "from": "2027-01-01"}, {"variants": ["bilan"], "clients": ["grande"], "price": "onQuote"}]"#),
    ], &[
        "tariffs[0].to",
        "-  (absent : sans fin prévue)",
        "+  2026-12-31",
        "tariffs[1]",
        "-  (absent)",
        "+  variants : bilan",
        "+  clients : petite",
        "+  from : 2027-01-01",
        "+  price.reference.hours : 10",
        "+  price.reference.amount : 520.00",
        "+  covers : tests",
    ]),
    ("January's tariff, before the one that it follows", &[
        ("/tariffs", r#"[{"variants": ["bilan"], "clients": ["petite"], "price": {"reference": {"hours": 10, "amount": "520.00"}}, "covers": ["tests"], "from": "2027-01-01"}, {"variants": ["bilan"], "clients": ["petite"], "price": {"reference": {"hours": 10, "amount": "500.00"}}, "covers": ["tests"], "to": "2026-12-31"}, {"variants": ["bilan"], "clients": ["grande"], "price": "onQuote"}]"#),
    ], &[
        "tariffs[1].to",
        "-  (absent : sans fin prévue)",
        "+  2026-12-31",
        "tariffs[0]",
        "-  (absent)",
        "+  variants : bilan",
        "+  clients : petite",
        "+  from : 2027-01-01",
        "+  price.reference.hours : 10",
        "+  price.reference.amount : 520.00",
        "+  covers : tests",
    ]),
    ("a delay in days and no longer in weeks", &[
        ("/course/delay", r#"{"days": 21}"#),
    ], &[
        "course.delay.weeks",
        "-  4",
        "+  (retiré)",
        "course.delay.days",
        "-  (absent)",
        "+  21",
    ]),
    ("no usual duration any more", &[
        ("/course/usual", ""),
    ], &[
        "course.usual",
        "-  minMonths : 3",
        "-  maxMonths : 5",
        "+  (retiré : aucune durée habituelle)",
    ]),
    ("longer sessions", &[
        ("/course/maxSessionHours", "3.5"),
    ], &[
        "course.maxSessionHours",
        "-  2",
        "+  3.5",
    ]),
    ("another cadence", &[
        ("/course/cadences", r#"["fortnightly", "monthly"]"#),
    ], &[
        "course.cadences[0]",
        "-  weekly",
        "+  fortnightly",
        "course.cadences[1]",
        "-  fortnightly",
        "+  monthly",
    ]),
    ("Good Friday off", &[
        ("/course/holidays/goodFriday", "true"),
    ], &[
        "course.holidays.goodFriday",
        "-  (absent : false)",
        "+  true",
    ]),
    ("another zone", &[
        ("/course/holidays", r#"{"zone": "reunion"}"#),
    ], &[
        "course.holidays.zone",
        "-  alsaceMoselle",
        "+  reunion",
    ]),
    ("a closure that comes back every year", &[
        ("/course/closures/0/yearly", "true"),
    ], &[
        "course.closures[0].yearly",
        "-  (absent : false)",
        "+  true",
    ]),
    ("a closure more", &[
        ("/course/closures/-", r#"{"from": "2027-05-07", "to": "2027-05-07"}"#),
    ], &[
        "course.closures[1]",
        "-  (absent)",
        "+  from : 2027-05-07",
        "+  to : 2027-05-07",
    ]),
    ("another place, and a remote form", &[
        ("/course/sites", r#"[{"code": "antenne", "label": "À l’antenne"}]"#),
        ("/course/remote", r#"[{"code": "visio", "label": "Par vidéo"}]"#),
    ], &[
        "course.sites[siege]",
        "-  code : siege",
        "-  label : Au siège",
        "+  (retiré)",
        "course.sites[antenne]",
        "-  (absent)",
        "+  code : antenne",
        "+  label : À l’antenne",
        "course.remote",
        "-  (absent)",
        "+  [0].code : visio",
        "+  [0].label : Par vidéo",
    ]),
    ("accessibility, working time, what comes before", &[
        ("/course/accessibility", r#""De plain-pied.""#),
        ("/course/workingTime", r#""Hors du temps de travail.""#),
        ("/course/before", r#"[{"code": "appel", "label": "Un appel"}]"#),
    ], &[
        "course.before",
        "-  (absent)",
        "+  [0].code : appel",
        "+  [0].label : Un appel",
        "course.accessibility",
        "-  (absent)",
        "+  De plain-pied.",
        "course.workingTime",
        "-  (absent)",
        "+  Hors du temps de travail.",
    ]),
    ("funding no longer offered", &[
        ("/funding/offered", "false"),
    ], &[
        "funding.offered",
        "-  true",
        "+  false",
    ]),
    ("funding left out", &[
        ("/funding", ""),
    ], &[
        "funding",
        "-  offered : true",
        "-  procedure : Renseignez-vous.",
        "+  (retiré : le centre n’y fait pas appel)",
    ]),
    ("a passage on a situation", &[
        ("/funding/passages", r#"[{"situation": "rqth", "source": "Page 3"}]"#),
    ], &[
        "funding.passages",
        "-  (absent)",
        "+  [0].situation : rqth",
        "+  [0].source : Page 3",
    ]),
    ("the term, the payee and the documents of the end", &[
        ("/settlement/dueDays", "45"),
        ("/settlement/payee", ""),
        ("/settlement/request", r#""Votre employeur décide.""#),
        ("/settlement/documents/-", r#"{"code": "facture", "label": "Facture"}"#),
    ], &[
        "settlement.documents[facture]",
        "-  (absent)",
        "+  code : facture",
        "+  label : Facture",
        "settlement.dueDays",
        "-  30",
        "+  45",
        "settlement.payee",
        "-  Trésor public",
        "+  (retiré)",
        "settlement.request",
        "-  (absent)",
        "+  Votre employeur décide.",
    ]),
    ("who accompanies", &[
        ("/accompaniment/0/part", r#""Vous écoute.""#),
        ("/accompaniment/0/variants", r#"["bilan"]"#),
    ], &[
        "accompaniment[conseil].part",
        "-  Vous accompagne.",
        "+  Vous écoute.",
        "accompaniment[conseil].variants",
        "-  (absent : toutes les déclinaisons)",
        "+  bilan",
    ]),
    ("what the agent is told", &[
        ("/information/0/sentences", r#"["Vos échanges restent confidentiels.", "Toujours."]"#),
    ], &[
        "information[secret].sentences[1]",
        "-  (absent)",
        "+  Toujours.",
    ]),
    ("a link, a text and a reading", &[
        ("/links/0/url", r#""https://exemple.fr/autre""#),
        ("/texts/0/date", r#""2007-12-27""#),
        ("/texts/0/note", r#""Abrogé.""#),
        ("/texts/0/title", r#""Décret modifié""#),
        ("/readings/0/sentence", r#""Un mois veut dire un mois.""#),
    ], &[
        "links[page].url",
        "-  https://exemple.fr/page",
        "+  https://exemple.fr/autre",
        "texts[decret].title",
        "-  Décret",
        "+  Décret modifié",
        "texts[decret].date",
        "-  2007-12-26",
        "+  2007-12-27",
        "texts[decret].note",
        "-  (absent)",
        "+  Abrogé.",
        "readings[mois].sentence",
        "-  Un mois veut dire vingt-huit jours.",
        "+  Un mois veut dire un mois.",
    ]),
];

fn put(document: &mut Value, pointer: &str, value: &str) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let value: Option<Value> = (!value.is_empty()).then(|| serde_json::from_str(value).unwrap());
    match (document.pointer_mut(parent).unwrap(), value) {
        (Value::Array(items), Some(value)) if key == "-" => items.push(value),
        (Value::Array(items), Some(value)) => items[key.parse::<usize>().unwrap()] = value,
        (Value::Object(members), Some(value)) => drop(members.insert(key.to_owned(), value)),
        (Value::Object(members), None) => assert!(members.remove(key).is_some(), "{pointer}"),
        (other, _) => unreachable!("{pointer}: {other}"),
    }
}

/// What the page says of the catalogues, without its frame.
fn told(before: &Value, after: &Value) -> Vec<String> {
    // Tests run side by side: each pair has files of its own.
    static PAIRS: AtomicUsize = AtomicUsize::new(0);
    let pair = PAIRS.fetch_add(1, Ordering::Relaxed);
    let [before, after] = [("avant", before), ("apres", after)]
        .map(|(name, document)| file(&format!("parties-{name}-{pair}.json"), &document.to_string()));
    let mut command = bilan(&["diff", "--catalogue", before.to_str().unwrap(), after.to_str().unwrap()]);
    let output = finish(command.env("COLUMNS", "100"), b"");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    let page = said(&output.stdout);
    let part = page.split("Catalogue ─").nth(1).unwrap().split("\n\n").next().unwrap();
    part.lines().skip(1).map(|line| line.strip_prefix("  ").unwrap_or(line).to_owned()).collect()
}

#[test]
fn every_part_that_changes_is_told_whole_and_nothing_else_is() {
    let before: Value = serde_json::from_str(BEFORE).unwrap();
    let mut wrong = Vec::new();
    for (name, changes, expected) in CHANGES {
        let mut after = before.clone();
        for (pointer, value) in *changes {
            put(&mut after, pointer, value);
        }
        let told = told(&before, &after);
        if told != *expected {
            wrong.push(format!("{name}: {told:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// No part of a catalogue is without a row: each member of the document of before, and each that an edition may add.
#[test]
fn every_member_of_a_catalogue_is_in_a_row() {
    fn members(schema: &Value, found: &mut BTreeSet<String>) {
        match schema {
            Value::Object(held) => {
                let properties = held.get("properties").and_then(Value::as_object).into_iter().flatten();
                found.extend(properties.map(|(name, _)| name.clone()));
                held.values().for_each(|value| members(value, found));
            }
            Value::Array(items) => items.iter().for_each(|item| members(item, found)),
            _ => {}
        }
    }
    let mut all = BTreeSet::new();
    members(Catalogue::document_schema().as_value(), &mut all);
    // What names the document and its schema.
    for other in ["$schema", "id", "edition"] {
        assert!(all.remove(other), "{other}");
    }
    let lines = CHANGES.iter().flat_map(|(_, _, told)| *told).copied().collect::<Vec<_>>().join("\n");
    let words: BTreeSet<&str> = lines.split(|letter: char| !letter.is_ascii_alphanumeric()).collect();
    let missing: Vec<&String> = all.iter().filter(|member| !words.contains(member.as_str())).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_long_text_is_told_to_its_end() {
    let mut before: Value = serde_json::from_str(BEFORE).unwrap();
    let long = "Le début ne dit rien de ce qui a changé. ".repeat(20);
    before["variants"][0]["purpose"] = format!("{long}Oui.").into();
    let mut after = before.clone();
    after["variants"][0]["purpose"] = format!("{long}Non.").into();
    let told = told(&before, &after);
    assert!(
        told.iter().any(|line| line.ends_with("Oui.")) && told.iter().any(|line| line.ends_with("Non.")),
        "{told:?}"
    );
}
