//! Facts, answers and proofs, as a Rust program without the text layer meets them.

#![allow(clippy::unwrap_used, missing_docs)]

use bilan_professionnel::funding::{Answers, Fact, FactKind, FactSet, Facts, Proofs, Situation, Statut};
use bilan_professionnel::{Percent, Problem};

#[test]
fn a_rate_answered_is_the_rate_given_back() {
    let rate = Fact::TauxIncapacitePermanente;
    assert_eq!(Answers::new().percent_of(rate), None);
    for percent in ["0", "0.5", "9.99", "10", "12.5", "100"] {
        let percent = percent.parse().unwrap();
        let answers = Answers::new().percent(rate, percent);
        assert_eq!((answers.percent_of(rate), answers.percent_of(Fact::Rqth)), (Some(percent), None));
        assert_eq!(serde_json::to_string(&answers).unwrap(), format!(r#"{{"tauxIncapacitePermanente":{percent}}}"#));
    }
}

#[test]
fn an_answer_of_another_kind_than_the_fact_has_no_effect() {
    for fact in Fact::ALL {
        let answered = [
            Answers::new().flag(fact, true),
            Answers::new().percent(fact, Percent::from_whole(50)),
            Answers::new().status(fact, Statut::Fonctionnaire),
        ];
        let kinds = [FactKind::YesNo, FactKind::Percent, FactKind::Status];
        assert_eq!(answered.map(|answers| !answers.is_empty()), kinds.map(|kind| kind == fact.kind()), "{fact:?}");
    }
}

#[test]
fn answers_read_by_any_reader_of_json_refuse_a_fact_that_stands_twice() {
    let read = |text: &str| serde_json::from_str::<Answers>(text);
    assert_eq!(read(r#"{"rqth":true,"ati":null}"#).unwrap(), Answers::new().flag(Fact::Rqth, true));
    for text in [r#"{"rqth":true,"rqth":true}"#, r#"{"rqth":true,"ati":false,"rqth":null}"#] {
        assert!(read(text).unwrap_err().to_string().starts_with("duplicate field `rqth`"), "{text}");
    }
}

#[test]
fn the_last_day_of_a_proof_is_kept_for_the_facts_that_have_one() {
    let day = "2027-01-31".parse().unwrap();
    let dated: Vec<&str> = Fact::ALL.into_iter().filter(|fact| fact.can_expire()).map(Fact::code).collect();
    for fact in Fact::ALL {
        match Proofs::new().with(fact, day) {
            Ok(proofs) => {
                assert_eq!(proofs.iter().collect::<Vec<_>>(), [(fact, day)]);
                assert!(fact.can_expire() && !proofs.is_empty());
            }
            Err(problem) => {
                assert!(!fact.can_expire());
                assert_eq!(problem, Problem::UnknownField { expected: dated.join(", ") });
            }
        }
    }
}

#[test]
fn a_set_of_facts_is_empty_when_no_fact_is_in_it() {
    assert!(FactSet::default().is_empty());
    for fact in Fact::ALL {
        let all_but_one = Fact::ALL.into_iter().filter(|other| *other != fact);
        let facts = all_but_one.fold(Facts::unknown(), |facts, other| facts.with(other, false));
        let one = facts.unknowns();
        assert!(!one.is_empty());
        assert!(Fact::ALL.into_iter().all(|other| one.contains(other) == (other == fact)), "{}", fact.code());
        assert_eq!((one.bits(), one.iter().collect::<Vec<_>>()), (fact.bit(), vec![fact]));
    }
}

#[test]
fn what_is_no_code_of_a_fact_is_said_so() {
    let error = |text: &str| serde_json::from_str::<Fact>(text).unwrap_err().to_string();
    assert!(error("3").contains("le code d’un fait"), "{}", error("3"));
    assert!(error("\"RQTH\"").contains("avisElementsObjectifs"), "{}", error("\"RQTH\""));
}

#[test]
fn a_situation_is_known_by_its_code() {
    for situation in Situation::ALL {
        assert_eq!(Situation::from_code(situation.code()), Some(situation));
    }
    assert_eq!(Situation::from_code("RQTH"), None);
}

#[test]
fn dated_proofs_are_an_object_in_which_a_fact_stands_once() {
    let read = |text: &str| serde_json::from_str::<Proofs>(text).map_err(|error| error.to_string());
    let day = "2027-01-31".parse().unwrap();
    assert_eq!(read(r#"{"rqth":"2027-01-31","ati":null}"#), Ok(Proofs::new().with(Fact::Rqth, day).unwrap()));
    for text in [r#"{"rqth":null,"rqth":"2027-01-31"}"#, r#"{"ati":null,"rqth":null,"rqth":null}"#] {
        assert!(read(text).is_err_and(|error| error.starts_with("duplicate field `rqth`")), "{text}");
    }
    assert!(read("3").is_err_and(|error| error.contains("un objet")));
}
