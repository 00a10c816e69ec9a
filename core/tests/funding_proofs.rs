//! Answers that are more than true or false: a rate with its threshold, a proof with its last day, the end of the bilan.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

#[path = "support/answers.rs"]
mod support;

use bilan_professionnel::funding::{
    Answers, DocumentState, Fact, FactKind, Facts, Outcome, Request, Situation, Status, Until, assess,
};
use bilan_professionnel::{Catalogue, Date, Percent};
use support::{answers, assessed};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The catalogue of the CDG29 with another course.
fn centre(course: &str) -> Catalogue {
    let mut document = serde_json::to_value(Catalogue::embedded().offer()).unwrap();
    document["course"] = serde_json::from_str(course).unwrap();
    Catalogue::parse(document.to_string().as_bytes()).unwrap()
}

#[test]
fn a_rate_counts_from_ten_percent() {
    let rates = [("0", false), ("9.99", false), ("10", true), ("10.01", true), ("100", true)];
    for (rate, counts) in rates {
        let rate = rate.parse::<Percent>().unwrap();
        let answers = Answers::new().flag(Fact::RenteIncapacitePermanente, true);
        let answers = answers.percent(Fact::TauxIncapacitePermanente, rate);
        let request = Request::new(day("2026-12-01"), answers);
        let assessment = assess(Catalogue::embedded(), &request).unwrap();
        let status = if counts { Status::Met } else { Status::NotMet };
        assert_eq!(assessment.situations[Situation::AccidentOuMaladie as usize].status, status, "{rate} %");
    }
    for impossible in ["-0.01", "100.01", "9.999", "NaN"] {
        assert!(impossible.parse::<Percent>().is_err(), "{impossible}");
    }
}

#[test]
fn a_proof_counts_to_its_last_day_included_and_then_its_fact_is_unknown() {
    use Status::{Met, Undetermined};
    let end = "2027-05-31";
    // Last day of the proof, end of the bilan; status, expired, expiring. Assessed on 1 December 2026.
    let table = [
        ("2026-11-30", end, Undetermined, true, false),
        ("1583-01-01", end, Undetermined, true, false),
        ("2026-12-01", end, Met, false, true),
        ("2026-12-02", end, Met, false, true),
        ("2027-05-30", end, Met, false, true),
        ("2027-05-31", end, Met, false, false),
        ("2027-06-01", end, Met, false, false),
        ("9999-12-31", end, Met, false, false),
        ("2026-12-01", "2026-12-01", Met, false, false),
        ("2026-11-30", "2026-12-01", Undetermined, true, false),
    ];
    for (valid_until, until, status, expired, expiring) in table {
        let facts = answers(Facts::unknown().with(Fact::Rqth, true));
        let request = Request::new(day("2026-12-01"), facts).proof(Fact::Rqth, day(valid_until)).unwrap();
        let assessment = assess(Catalogue::embedded(), &request.until(day(until))).unwrap();
        assert_eq!(assessment.situations[Situation::Rqth as usize].status, status, "{valid_until}, bilan to {until}");
        assert_eq!(!assessment.expired.is_empty(), expired, "{valid_until}, bilan to {until}");
        assert_eq!(!assessment.expiring.is_empty(), expiring, "{valid_until}, bilan to {until}");
        assert_eq!(assessment.until, Some(Until { date: day(until), assumed: false }));
        let states = [DocumentState::ToGather, DocumentState::Expired, DocumentState::Expiring];
        let state = states[usize::from(expired) + 2 * usize::from(expiring)];
        let documents: Vec<_> = assessment.documents.iter().map(|document| (document.fact, document.state)).collect();
        assert_eq!(documents, [(Fact::Rqth, state)], "{valid_until}, bilan to {until}");
    }
    let backwards = Request::new(day("2026-12-01"), answers(Facts::unknown())).until(day("2026-11-30"));
    let error = assess(Catalogue::embedded(), &backwards).unwrap_err();
    assert_eq!((error.code(), error.path()), ("outOfRange", "until"));
}

#[test]
fn the_end_of_the_bilan_is_assumed_from_the_delay_and_the_longest_usual_duration() {
    // Course of the centre, day of the assessment, end assumed.
    let table = [
        (r#"{"delay":{"weeks":4},"usual":{"minMonths":4,"maxMonths":6}}"#, "2026-12-01", Some("2027-06-29")),
        (r#"{"delay":{"days":3},"usual":{"minMonths":0,"maxMonths":6}}"#, "2026-08-28", Some("2027-02-28")),
        (r#"{"usual":{"minMonths":1,"maxMonths":1}}"#, "2027-01-31", Some("2027-02-28")),
        (r#"{"delay":{"weeks":4}}"#, "2026-12-01", None),
        (r#"{"delay":{"weeks":4},"usual":{"minMonths":4,"maxMonths":6}}"#, "9999-12-01", None),
    ];
    for (course, on, end) in table {
        let facts = answers(Facts::unknown().with(Fact::Rqth, true));
        let request = Request::new(day(on), facts).proof(Fact::Rqth, day(on)).unwrap();
        let assessment = assess(&centre(course), &request).unwrap();
        assert_eq!(assessment.until, end.map(|end| Until { date: day(end), assumed: true }), "{course}");
        assert_eq!(assessment.expiring.len(), usize::from(end.is_some()), "{course}");
        assert_eq!(assessment.explanation.contains("Fin du bilan supposée"), end.is_some(), "{course}");
    }
}

#[test]
fn an_expired_proof_is_an_unknown_fact_and_no_proof_changes_a_fact_that_is_not_true() {
    let (on, before, after) = (day("2026-12-01"), day("2026-11-30"), day("2026-12-02"));
    let all = (1 << Fact::COUNT) - 1;
    let request = |facts: Facts| Request::new(on, answers(facts)).until(day("2027-05-31"));
    let assess = |request: &Request| assess(Catalogue::embedded(), request).unwrap();
    let past =
        ["tauxIncapacitePermanente", "ancienMilitaire", "sapeurPompierVolontaire", "victimeTerrorisme", "statut"];
    for fact in Fact::ALL {
        assert_eq!(fact.can_expire(), !past.contains(&fact.code()), "{fact:?}");
        for (known, values) in [(0, 0), (0x1_5555, 0x0_1551), (all, 0), (all, 0x2_AAAA)] {
            let without = Facts::from_masks(known & !fact.bit(), values);
            if !fact.can_expire() {
                let refusal = request(without).proof(fact, before).map_err(|problem| problem.code());
                assert_eq!(refusal, Err("unknownField"), "{fact:?}");
                continue;
            }
            let (held, failed) = (without.with(fact, true), without.with(fact, false));
            let expired = assess(&request(held).proof(fact, before).unwrap());
            let unknown = assess(&request(without));
            assert_eq!(expired.situations, unknown.situations, "{fact:?}");
            assert_eq!((expired.outcome, expired.met), (unknown.outcome, unknown.met), "{fact:?}");
            assert_eq!(expired.missing, unknown.missing, "{fact:?}");
            for (facts, day) in [failed, without].into_iter().flat_map(|facts| [(facts, before), (facts, after)]) {
                let dated = assess(&request(facts).proof(fact, day).unwrap());
                assert_eq!(dated, assess(&request(facts)), "{fact:?} until {day}");
            }
        }
    }
}

#[test]
fn a_last_day_for_what_cannot_expire_is_refused_with_the_facts_that_can() {
    let read = |text: &str| serde_json::from_str::<Request>(text).unwrap_err().to_string();
    for code in ["statut", "ancienMilitaire", "rien"] {
        let message = read(&format!(r#"{{"on":"2026-12-01","validUntil":{{"{code}":"2027-01-01"}}}}"#));
        assert!(message.contains("`avisElementsObjectifs`") && message.contains("`reclassement`"), "{message}");
        assert!(!message.contains("`victimeTerrorisme`") && !message.contains("`tauxIncapacite"), "{message}");
    }
}

#[test]
fn the_documents_to_gather_are_those_of_facts_that_are_so_and_still_count() {
    let documents =
        |facts: Facts| -> Vec<&str> { assessed(facts).documents.iter().map(|document| document.fact.code()).collect() };
    let facts = Facts::unknown;
    assert_eq!(documents(facts()), [""; 0], "nothing is said");
    assert_eq!(documents(facts().with(Fact::Statut, true)), [""; 0], "a status alone calls for nothing");
    assert_eq!(documents(facts().with(Fact::PensionInvalidite, true)), ["pensionInvalidite"], "it may yet be met");
    let rejected = facts().with(Fact::PensionInvalidite, true).with(Fact::ReductionCapaciteDeuxTiers, false);
    assert_eq!(documents(rejected), [""; 0], "it cannot be met");
    let redeployed = facts().with(Fact::Statut, false).with(Fact::Reclassement, true).with(Fact::Rqth, true);
    assert_eq!(documents(redeployed), ["rqth", "statut", "reclassement"]);
    let either = facts().with(Fact::PreparationReclassement, true).with(Fact::Reclassement, true);
    assert_eq!(documents(either), ["preparationReclassement", "reclassement"], "met whatever the status");
}

/// Every sentence that assessments of the table's states say, and every text of the table.
fn texts() -> Vec<String> {
    let mut texts = Vec::new();
    for fact in Fact::ALL {
        texts.extend([fact.question(), fact.question_about(), fact.document(), fact.name()].map(str::to_owned));
        texts.extend([fact.answered(true), fact.answered(false)].map(str::to_owned));
        texts.extend(fact.help().map(str::to_owned));
    }
    for situation in Situation::ALL {
        texts.push(situation.label().to_owned());
        let own: Vec<Fact> = situation
            .alternatives()
            .iter()
            .flat_map(|conditions| conditions.iter().map(|condition| condition.fact))
            .collect();
        for state in 0..3_usize.pow(u32::try_from(own.len()).unwrap()) {
            let mut state = state;
            let facts = own.iter().fold(Facts::unknown(), |facts, fact| {
                let digit = state % 3;
                state /= 3;
                if digit == 0 { facts } else { facts.with(*fact, digit == 2) }
            });
            let assessment = assessed(facts);
            texts.push(assessment.situations[situation as usize].explanation.clone());
            texts.push(assessment.explanation);
        }
    }
    let none = Fact::ALL.into_iter().fold(Facts::unknown(), |facts, fact| facts.with(fact, false));
    texts.push(assessed(none).explanation);
    let dated = Request::new(day("2026-12-01"), answers(Facts::unknown().with(Fact::Rqth, true).with(Fact::Aah, true)))
        .proof(Fact::Rqth, day("2026-11-30"))
        .and_then(|request| request.proof(Fact::Aah, day("2027-01-31")));
    texts.push(assess(Catalogue::embedded(), &dated.unwrap()).unwrap().explanation);
    texts
}

#[test]
fn texts_are_typeset_and_never_throw_an_answer_back() {
    for text in texts() {
        let chars: Vec<char> = text.chars().collect();
        for pair in chars.windows(2) {
            let spaced = matches!(pair[1], ':' | ';' | '?' | '!' | '»' | '%') || pair[0] == '«';
            assert!(!spaced || pair.contains(&'\u{a0}'), "no-break space in « {text} »");
            assert!(!pair.contains(&'\'') && pair != [' ', ' '], "« {text} »");
        }
        for forbidden in ["il faudrait", "vous devez", "aurez droit", "hors de la liste", "refus", "CDG"] {
            assert!(!text.to_lowercase().contains(&forbidden.to_lowercase()), "« {text} »");
        }
        for (short, spelled) in [
            ("FIPHFP", "Fonds pour l’insertion des personnes handicapées dans la fonction publique ("),
            ("CDAPH", "commission des droits et de l’autonomie des personnes handicapées ("),
            ("RQTH", "reconnaissance de la qualité de travailleur handicapé ("),
            ("CMI", "carte mobilité inclusion ("),
            ("AAH", "llocation aux adultes handicapés ("),
            ("ATI", "llocation temporaire d’invalidité ("),
            ("PPR", "ériode de préparation au reclassement ("),
        ] {
            let spelled = format!("{spelled}{short})");
            let first = text.find(short);
            assert!(first.is_none() || text.to_lowercase().contains(&spelled.to_lowercase()), "{short} in « {text} »");
        }
        for sentence in text.split(['.', '?']) {
            assert!(sentence.split_whitespace().count() <= 30, "too long: « {sentence} »");
        }
    }
}

#[test]
fn the_outcome_says_that_the_whole_may_be_funded_and_is_no_right() {
    let possible = assessed(Facts::unknown().with(Fact::Rqth, true));
    assert_eq!(
        possible.explanation,
        "Le Fonds pour l’insertion des personnes handicapées dans la fonction publique (FIPHFP) pourrait financer ce bilan \
         en totalité. Situation remplie\u{a0}: reconnaissance de la qualité de travailleur handicapé (RQTH). C’est une \
         possibilité et non un droit\u{a0}: le fonds décide, sur demande de l’employeur."
    );
    let none = assessed(Fact::ALL.into_iter().fold(Facts::unknown(), |facts, fact| facts.with(fact, false)));
    assert_eq!(none.outcome, Outcome::NotListed);
    assert!(none.explanation.contains("à voir avec une conseillère ou un conseiller"), "{}", none.explanation);
    for report in none.situations {
        assert_eq!(report.explanation, "D’après les réponses données, cette situation ne s’applique pas.");
        assert!(report.would_suffice.is_empty());
    }
}

#[test]
fn a_civil_servant_redeployed_outside_the_preparation_is_sent_to_a_counsellor() {
    let facts = Facts::unknown().with(Fact::Statut, true).with(Fact::Reclassement, true);
    let facts = facts.with(Fact::PreparationReclassement, false);
    let report = assessed(facts).situations[Situation::Reclassement as usize];
    assert_eq!(report.status, Status::NotMet);
    assert!(report.explanation.contains("À voir avec une conseillère ou un conseiller"), "{}", report.explanation);
    assert!(!report.explanation.contains("contractuel") && report.would_suffice.is_empty(), "{report:?}");
}

#[test]
fn a_situation_that_is_partly_there_says_what_is_not() {
    let facts =
        Facts::unknown().with(Fact::RenteIncapacitePermanente, true).with(Fact::TauxIncapacitePermanente, false);
    let report = assessed(facts).situations[Situation::AccidentOuMaladie as usize];
    assert_eq!(
        report.explanation,
        "Situation non remplie, d’après les réponses données\u{a0}: taux d’incapacité permanente inférieur à 10\u{a0}%."
    );
}

#[test]
fn every_question_is_put_to_the_agent_and_about_the_agent() {
    for fact in Fact::ALL {
        let (to, about) = (fact.question(), fact.question_about());
        assert!(to.to_lowercase().contains("vous") || to.to_lowercase().contains("votre"), "{to}");
        assert!(about.contains("agent") && !about.contains("vous"), "{about}");
        assert!(to.ends_with("\u{a0}?") && about.ends_with("\u{a0}?"));
        assert_eq!(fact.is_delicate(), matches!(fact, Fact::VictimeTerrorisme | Fact::Aah), "{fact:?}");
        assert_eq!(fact.threshold().is_some(), fact.kind() == FactKind::Percent);
    }
    let opinion = Fact::AvisElementsObjectifs.help().unwrap();
    assert!(["charges", "pencher", "debout", "la réponse est non"].iter().all(|word| opinion.contains(word)));
}
