//! What the embedded catalogue says of the CDG29's offer, against the tables of the page; and what its digest is of.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use bilan_professionnel::catalogue::{Delay, Kickoff, Labelled, Price, Spacing, Variant};
use bilan_professionnel::{Catalogue, Hours, HoursRange};
use serde_json::{Value, json};

const CDG29: &[u8] = include_bytes!("../src/catalogue/cdg29.json");
#[cfg(feature = "wire")]
const OTHER_CENTRE: &[u8] = include_bytes!("../../tests/catalogues/autre-centre.json");

fn document() -> Value {
    serde_json::from_slice(CDG29).unwrap()
}

fn hours(hours: f64) -> Hours {
    Hours::from_f64(hours).unwrap()
}

/// The table of the domain, section 1: steps, hours with and without the kickoff, alone, stated.
#[test]
fn the_variants_have_the_steps_and_hours_of_the_page() {
    let offer = Catalogue::embedded().offer();
    let table = [
        ("evolution", 13, (18.0, 30.0), Some((17.0, 29.0)), 4.0, 18.0),
        ("prevention", 12, (16.0, 26.0), Some((15.0, 25.0)), 4.0, 18.0),
        ("reorientation", 13, (18.0, 30.0), Some((17.0, 29.0)), 4.0, 18.0),
        ("developpement", 10, (15.5, 24.5), None, 0.0, 20.0),
        ("horizon", 13, (18.0, 30.0), Some((17.0, 29.0)), 4.0, 18.0),
    ];
    assert_eq!(offer.variants.len(), table.len());
    for (variant, (code, steps, with_kickoff, without_kickoff, alone, stated)) in offer.variants.iter().zip(table) {
        let bounds = |range: HoursRange| (range.min().as_f64(), range.max().as_f64());
        assert_eq!((variant.code.as_str(), variant.steps.len()), (code, steps));
        let range = Catalogue::embedded().range(variant);
        assert_eq!(bounds(range), with_kickoff, "{code}");
        let (kickoff, presence) = variant.kickoff().unwrap();
        let (min, max) = bounds(range);
        let shortened = (min - kickoff.hours.min().as_f64(), max - kickoff.hours.max().as_f64());
        assert_eq!((presence == Kickoff::Optional).then_some(shortened), without_kickoff, "{code}");
        assert_eq!(variant.stated_hours, hours(stated), "{code}");
        assert!(variant.average, "{code}");
        let autonomous = variant.steps.iter().filter(|step| !Catalogue::embedded().is_accompanied(step));
        assert_eq!(autonomous.map(|step| step.hours.max()).sum::<Hours>(), hours(alone), "{code}");
    }
}

/// A step, its modes, and for each variant its fewest and most hours, if the variant has it.
type Row = (&'static str, &'static [&'static str], [Option<(f64, f64)>; 5]);

/// The table of the domain, section 1, row by row.
#[test]
fn every_step_has_the_hours_of_the_page_in_every_variant() {
    const ONE: Option<(f64, f64)> = Some((1.0, 1.0));
    const ONE_TWO: Option<(f64, f64)> = Some((1.0, 2.0));
    const TWO: Option<(f64, f64)> = Some((2.0, 2.0));
    const TWO_FOUR: Option<(f64, f64)> = Some((2.0, 4.0));
    let table: [Row; 17] = [
        ("reunionDemarrage", &["reunion"], [ONE; 5]),
        ("analyseDemande", &["entretien"], [ONE_TWO; 5]),
        ("axesTravail", &["entretien"], [None, None, None, ONE_TWO, None]),
        ("analyseParcours", &["entretien", "travailAccompagne"], [ONE_TWO, None, ONE_TWO, ONE_TWO, ONE_TWO]),
        (
            "identificationCompetences",
            &["entretien", "travailAccompagne"],
            [TWO_FOUR, ONE_TWO, TWO_FOUR, TWO_FOUR, TWO_FOUR],
        ),
        ("profilPersonnalite", &["entretien", "travailAccompagne"], [TWO_FOUR; 5]),
        ("pistes", &["entretien", "travailAccompagne"], [ONE_TWO, ONE_TWO, ONE_TWO, None, ONE_TWO]),
        ("misesEnSituation", &["entretien", "coaching"], [None, None, None, Some((4.5, 4.5)), None]),
        ("projection", &["entretien", "coaching"], [None, None, None, ONE_TWO, None]),
        ("bilanAccompagnement", &["entretien", "coaching"], [None, None, None, ONE_TWO, None]),
        ("recherches", &["autonomie"], [TWO, TWO, TWO, None, TWO]),
        ("analyseRecherches", &["entretien"], [ONE_TWO, ONE_TWO, ONE_TWO, None, ONE_TWO]),
        ("demarchesTerrain", &["autonomie"], [TWO, TWO, TWO, None, TWO]),
        ("analyseProjets", &["entretien", "travailAccompagne"], [TWO_FOUR, TWO_FOUR, TWO_FOUR, None, TWO_FOUR]),
        ("planAction", &["entretien", "travailAccompagne"], [ONE_TWO, ONE_TWO, ONE_TWO, None, ONE_TWO]),
        ("synthese", &["entretien", "travailAccompagne"], [ONE_TWO, ONE_TWO, ONE_TWO, None, ONE_TWO]),
        ("reunionCloture", &["reunion"], [ONE; 5]),
    ];
    for (place, variant) in Catalogue::embedded().offer().variants.iter().enumerate() {
        let expected: Vec<_> =
            table.iter().filter_map(|(code, modes, row)| Some((*code, *modes, row[place]?))).collect();
        let found = variant.steps.iter().map(|step| {
            (step.code.as_str(), step.modes.clone(), (step.hours.min().as_f64(), step.hours.max().as_f64()))
        });
        for (found, (code, modes, hours)) in found.zip(&expected) {
            assert_eq!((found.0, found.2), (*code, *hours), "{}", variant.code);
            assert_eq!(found.1, *modes, "{} of {}", code, variant.code);
        }
        assert_eq!(variant.steps.len(), expected.len(), "{}", variant.code);
    }
}

#[test]
fn only_developpement_has_coached_steps_and_a_required_kickoff() {
    let coached = |variant: &Variant| -> Vec<String> {
        variant.steps.iter().filter(|step| step.coach).map(|step| step.code.clone()).collect()
    };
    for variant in &Catalogue::embedded().offer().variants {
        let developpement = variant.code == "developpement";
        let expected: &[&str] =
            if developpement { &["misesEnSituation", "projection", "bilanAccompagnement"] } else { &[] };
        assert_eq!(coached(variant), expected, "{}", variant.code);
        let kickoff = variant.kickoff().map(|(step, kickoff)| (step.code.as_str(), kickoff));
        let presence = if developpement { Kickoff::Required } else { Kickoff::Optional };
        assert_eq!(kickoff, Some(("reunionDemarrage", presence)), "{}", variant.code);
    }
}

/// The table of the domain, section 2.
#[test]
fn every_need_is_served_by_the_variants_of_the_page() {
    let table = [
        ("evoluer", "x – – – –"),
        ("faireLePoint", "x x x – x"),
        ("identifierRessources", "x x x x x"),
        ("mieuxSeComprendre", "x x x x x"),
        ("explorerPistes", "x x x x x"),
        ("construireProjet", "x x x – x"),
        ("retrouverDynamique", "x – x – x"),
        ("analyserUsure", "– x – – –"),
        ("preserverSante", "– x – – –"),
        ("composerAvecRestrictions", "– – x – –"),
        ("situerCompetences", "– – – x –"),
        ("comprendreFonctionnement", "– – – x –"),
        ("depasserBlocages", "– – – x –"),
        ("seProjeter", "– – – x –"),
        ("preparerFinDeCarriere", "– – – – x"),
        ("transmettre", "– – – – x"),
    ];
    let offer = Catalogue::embedded().offer();
    let served = |need: &str| -> String {
        let marks: Vec<&str> =
            offer.variants.iter().map(|variant| if variant.serves(need) { "x" } else { "–" }).collect();
        marks.join(" ")
    };
    let found: Vec<(&str, String)> = offer.needs.iter().map(|need| (need.code.as_str(), served(&need.code))).collect();
    assert_eq!(found, table.map(|(need, marks)| (need, marks.to_owned())));
}

#[test]
fn each_variant_has_one_objective_of_its_own_among_its_needs() {
    let offer = Catalogue::embedded().offer();
    let found: Vec<_> = offer
        .variants
        .iter()
        .map(|variant| (variant.code.as_str(), variant.objective.as_deref().unwrap(), variant.suits.join(" ")))
        .collect();
    let expected = [
        ("evolution", "evoluer", ""),
        ("prevention", "preserverSante", "restrictionsAptitude"),
        ("reorientation", "composerAvecRestrictions", "restrictionsAptitude reclassement"),
        ("developpement", "comprendreFonctionnement", ""),
        ("horizon", "preparerFinDeCarriere", ""),
    ];
    assert_eq!(found, expected.map(|(variant, need, suits)| (variant, need, suits.to_owned())));
    for variant in &offer.variants {
        assert!(variant.serves(variant.objective.as_deref().unwrap()), "{}", variant.code);
        assert_eq!(variant.objectives.len(), 6, "{}: the page lists six", variant.code);
    }
}

/// Tests and questionnaires stand beside the first block alone; the closing block has supervised work without them.
#[test]
fn tools_belong_to_steps_and_not_to_their_modes() {
    const FIRST_BLOCK: [&str; 4] = ["analyseParcours", "identificationCompetences", "profilPersonnalite", "pistes"];
    const COACHING: [&str; 3] = ["misesEnSituation", "projection", "bilanAccompagnement"];
    for variant in &Catalogue::embedded().offer().variants {
        for step in &variant.steps {
            let expected: &[&str] = match step.code.as_str() {
                code if FIRST_BLOCK.contains(&code) => &["tests", "questionnaires"],
                code if COACHING.contains(&code) => &["grille d’analyse", "formulaires", "exercices de coaching"],
                _ => &[],
            };
            assert_eq!(step.tools, expected, "{} of {}", step.code, variant.code);
        }
    }
}

/// Each element of the page's line, by a word that says it.
#[test]
fn a_label_keeps_every_element_of_the_page_s_line() {
    let table: &[(&str, &str, &[&str])] = &[
        ("evolution", "reunionDemarrage", &["tripartite", "(facultative)"]),
        ("developpement", "reunionDemarrage", &["tripartite"]),
        ("evolution", "analyseDemande", &["demande", "objectifs", "méthode", "cadre"]),
        ("developpement", "analyseDemande", &["demande", "objectifs d’ensemble", "méthode", "cadre"]),
        ("developpement", "axesTravail", &["Axes", "outils", "protocoles", "indicateurs de réussite"]),
        ("evolution", "analyseParcours", &["formations", "expériences professionnelles", "extra-professionnelles"]),
        ("reorientation", "analyseParcours", &["Parcours", "restrictions médicales"]),
        ("developpement", "analyseParcours", &["formations", "expériences professionnelles", "extra-professionnelles"]),
        ("horizon", "analyseParcours", &["professionnel", "extra-professionnel"]),
        ("evolution", "identificationCompetences", &["Savoirs", "savoir-faire", "savoir-être", "transférables"]),
        ("prevention", "identificationCompetences", &["compétences", "ressources", "mobilisables"]),
        ("reorientation", "identificationCompetences", &["Compétences", "ressources", "mobilisables"]),
        ("developpement", "identificationCompetences", &["Savoirs", "savoir-faire", "savoir-être", "transférables"]),
        ("horizon", "identificationCompetences", &["Compétences", "ressources"]),
        ("evolution", "profilPersonnalite", &["Personnalité", "intérêts", "motivations", "synthèse du profil"]),
        (
            "prevention",
            "profilPersonnalite",
            &["Personnalité", "intérêts", "motivations", "conditions de travail", "synthèse du profil"],
        ),
        ("reorientation", "profilPersonnalite", &["Personnalité", "intérêts", "motivations", "synthèse du profil"]),
        (
            "developpement",
            "profilPersonnalite",
            &["Personnalité", "intérêts", "motivations", "style", "points d’appui", "limites"],
        ),
        (
            "horizon",
            "profilPersonnalite",
            &["Personnalité", "intérêts", "motivations", "valeurs", "synthèse du profil"],
        ),
        ("evolution", "pistes", &["Pistes", "premières explorations"]),
        ("prevention", "pistes", &["Pistes", "santé", "premières explorations"]),
        ("reorientation", "pistes", &["Pistes", "contraintes de santé", "premières explorations"]),
        ("horizon", "pistes", &["Droits à la retraite", "modalités", "date", "conditions", "premières pistes"]),
        ("evolution", "analyseRecherches", &["recherches", "démarches de terrain"]),
        ("prevention", "analyseRecherches", &["recherches", "situation", "démarches de terrain"]),
        ("reorientation", "analyseRecherches", &["recherches", "situation", "démarches de terrain"]),
        ("horizon", "analyseRecherches", &["informations", "situation", "confirmées ou ajustées", "prochaines étapes"]),
        ("evolution", "demarchesTerrain", &["terrain", "marché de l’emploi"]),
        ("horizon", "demarchesTerrain", &["terrain"]),
        ("evolution", "analyseProjets", &["Projets", "atouts", "axes de développement"]),
        ("horizon", "analyseProjets", &["Bilan des démarches", "compétences", "ressources", "confirmés ou ajustés"]),
        ("developpement", "misesEnSituation", &["Situations vécues", "difficiles", "solutions", "objectifs fixés"]),
        ("developpement", "projection", &["avenir", "domaines", "secteurs d’activité"]),
        ("developpement", "bilanAccompagnement", &["Objectifs atteints ou non", "actions", "évolution"]),
        ("evolution", "synthese", &["Synthèse", "clôture"]),
        ("evolution", "reunionCloture", &["tripartite", "clôture"]),
    ];
    for (variant, step, words) in table {
        let label = &Catalogue::embedded().variant(variant).unwrap().step(step).unwrap().label;
        for word in *words {
            assert!(label.contains(word), "{step} of {variant} without « {word} »: {label}");
        }
    }
}

#[test]
fn what_an_employer_reads_of_a_step_says_nothing_of_health() {
    let mut hidden = Vec::new();
    for variant in &Catalogue::embedded().offer().variants {
        for step in &variant.steps {
            let public = step.label_for_employer().to_lowercase();
            for word in ["santé", "médical", "restriction", "usure", "handicap", "conditions de travail", "contrainte"]
            {
                assert!(!public.contains(word), "{} of {}: {public}", step.code, variant.code);
            }
            if step.public_label.is_some() {
                hidden.push((variant.code.as_str(), step.code.as_str()));
            }
        }
    }
    let expected = [
        ("prevention", "profilPersonnalite"),
        ("prevention", "pistes"),
        ("reorientation", "analyseParcours"),
        ("reorientation", "pistes"),
    ];
    assert_eq!(hidden, expected);
}

#[test]
fn the_price_delay_duration_and_terms_are_those_of_the_page() {
    let offer = Catalogue::embedded().offer();
    for variant in &offer.variants {
        let tariffs = |client| -> Vec<_> {
            offer.tariffs.iter().filter(move |tariff| tariff.prices(&variant.code, client)).collect()
        };
        let affiliated = tariffs("affiliee");
        let expected = if variant.code == "developpement" { 20.0 } else { 18.0 };
        let Price::Reference(reference) = &affiliated[0].price else { unreachable!("{}", variant.code) };
        assert_eq!((reference.hours, reference.amount.to_string()), (hours(expected), "2040.50".to_owned()));
        assert_eq!((affiliated.len(), affiliated[0].tax.words()), (1, "TTC"));
        assert!(tariffs("nonAffiliee").is_empty(), "no amount is published: {}", variant.code);
        assert_eq!(
            affiliated[0].covers,
            ["accompagnement", "preparation", "reunionCloture", "testsQuestionnaires", "fraisGestion"]
        );
    }
    let course = &offer.course;
    assert_eq!(course.delay.map(Delay::in_days), Some(28));
    assert_eq!(course.usual.map(|usual| (usual.min_months, usual.max_months)), Some((4, 6)));
    assert_eq!(course.max_session_hours, Some(hours(2.0)));
    assert_eq!(course.cadences, [Spacing::Weekly, Spacing::Fortnightly]);
    let labels = |list: &[Labelled]| -> Vec<String> { list.iter().map(|item| item.label.clone()).collect() };
    assert_eq!(labels(&course.sites), ["Quimper", "Brest"]);
    assert_eq!(course.remote.len(), 2);
    let settlement = &offer.settlement;
    assert_eq!(
        (settlement.due_days, settlement.payee.as_deref()),
        (Some(30), Some("perception de Quimper municipale"))
    );
    assert!(offer.centre.contact.is_none(), "the page gives no telephone, no address");
}

/// The titles are those of the page to the letter, their spaces made fast.
#[test]
fn legal_texts_have_the_titles_of_the_page() {
    let found: Vec<_> = Catalogue::embedded()
        .offer()
        .texts
        .iter()
        .map(|text| (text.title.replace('\u{a0}', " "), text.date.to_string()))
        .collect();
    let expected = [
        (
            "Loi n° 83-634 du 13 juillet 1983 portant droits et obligations des fonctionnaires (statut général)",
            "1983-07-13",
        ),
        (
            "Loi n° 84-53 du 26 janvier 1984 portant dispositions statutaires relatives à la fonction publique territoriale",
            "1984-01-26",
        ),
        (
            "Décret n° 2007-1845 du 26 décembre 2007 relatif à la formation professionnelle tout au long de la vie des agents de la FPT",
            "2007-12-26",
        ),
        (
            "Circulaire du 10 avril 2017 relative à l’accompagnement des parcours professionnels dans la fonction publique territoriale",
            "2017-04-10",
        ),
    ];
    assert_eq!(found, expected.map(|(title, date)| (title.to_owned(), date.to_owned())));
}

#[test]
fn every_topic_of_the_page_is_told_with_its_source() {
    let offer = Catalogue::embedded().offer();
    let codes: Vec<&str> = offer.information.iter().map(|topic| topic.code.as_str()).collect();
    let expected = [
        "presentation",
        "origine",
        "benefices",
        "declinaisons",
        "avant",
        "delai",
        "deroulement",
        "lieux",
        "methode",
        "moyensTechniques",
        "moyensMateriels",
        "confidentialite",
        "accessibilite",
        "tarifs",
        "financement",
        "differenceBilanDeCompetences",
    ];
    assert_eq!(codes, expected);
    assert!(offer.information.iter().all(|topic| topic.source.is_some() && !topic.sentences.is_empty()));
    let persons: Vec<&str> = offer.accompaniment.iter().map(|companion| companion.label.as_str()).collect();
    assert_eq!(persons, ["Conseillère en évolution professionnelle", "Coach certifiée"]);
    assert_eq!(offer.accompaniment[1].variants.as_deref(), Some(&["developpement".to_owned()][..]));
    for variant in &offer.variants {
        let sheets = offer.links.iter().filter(|link| link.variants.as_deref() == Some(&[variant.code.clone()][..]));
        assert_eq!(sheets.count(), 1, "{}", variant.code);
    }
    assert!(offer.links.iter().any(|link| link.code == "livretAccueil"));
}

#[test]
fn funding_is_offered_and_each_situation_has_its_passage() {
    use bilan_professionnel::funding::Situation;
    let funding = Catalogue::embedded().offer().funding.as_ref().unwrap();
    assert!(funding.offered);
    let found: Vec<&str> = funding.passages.iter().map(|passage| passage.situation.as_str()).collect();
    let expected: Vec<&str> = Situation::ALL.into_iter().map(Situation::code).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_block_that_carries_a_figure_names_its_source() {
    fn walk(value: &Value, path: &str, sources: &mut usize) {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    walk(item, &format!("{path}[{index}]"), sources);
                }
            }
            Value::Object(members) => {
                if let Some(source) = members.get("source") {
                    assert!(source.as_str().is_some_and(|text| !text.trim().is_empty()), "{path}");
                    *sources += 1;
                    return;
                }
                for (key, member) in members {
                    assert!(!member.is_number(), "{path}.{key}: a figure without a source");
                    walk(member, &format!("{path}.{key}"), sources);
                }
            }
            _ => {}
        }
    }
    let mut sources = 0;
    walk(&document(), "", &mut sources);
    // The centre, five variants, two tariffs, the course, two companions, funding, settlement, sixteen topics, thirteen
    // readings.
    assert_eq!(sources, 42);
}

#[test]
fn the_order_of_keys_and_white_space_do_not_change_the_digest() {
    /// The document with the keys of every object in the opposite order.
    fn reversed(value: &Value) -> String {
        match value {
            Value::Array(items) => format!("[ {} ]", items.iter().map(reversed).collect::<Vec<_>>().join(" ,\n")),
            Value::Object(members) => {
                let mut members: Vec<String> =
                    members.iter().map(|(key, member)| format!("{} : {}", json!(key), reversed(member))).collect();
                members.reverse();
                format!("{{\n{} }}", members.join(" ,\t"))
            }
            other => other.to_string(),
        }
    }
    let shuffled = Catalogue::parse(reversed(&document()).as_bytes()).unwrap();
    assert_eq!(&shuffled, Catalogue::embedded());
}

#[cfg(feature = "wire")]
mod digest {
    use std::collections::BTreeMap;

    use bilan_professionnel::Catalogue;
    use bilan_professionnel::wire::{Operation, answer};
    use serde_json::{Value, json};
    use sha2::{Digest, Sha256};

    use super::{CDG29, OTHER_CENTRE};

    /// Compact JSON with sorted keys, which for whole and half numbers and plain text is RFC 8785.
    fn canonical(value: &Value) -> String {
        match value {
            Value::Array(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
            Value::Object(members) => {
                let sorted: BTreeMap<&String, &Value> = members.iter().collect();
                let members = sorted.into_iter().map(|(key, member)| format!("{}:{}", json!(key), canonical(member)));
                format!("{{{}}}", members.collect::<Vec<_>>().join(","))
            }
            other => other.to_string(),
        }
    }

    #[test]
    fn the_digest_is_of_the_document_as_loaded_and_the_operation_catalogue_gives_the_same_offer() {
        for text in [CDG29, OTHER_CENTRE] {
            let catalogue = Catalogue::parse(text).unwrap();
            let answer = answer(&catalogue, Operation::Catalogue, b"{}").unwrap();
            let canonical = canonical(&serde_json::from_slice(text).unwrap());
            let hexadecimal =
                Sha256::digest(&canonical).iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
            assert_eq!(catalogue.digest(), format!("sha256:{hexadecimal}"));
            // What the operation gives is a catalogue too. It says the defaults that a document may leave unsaid.
            let given = Catalogue::parse(answer.as_bytes()).unwrap();
            assert_eq!(given.offer(), catalogue.offer());
        }
    }
}
