//! The typed values of the funding module, as a Rust program without the text layer meets them.

#![allow(clippy::unwrap_used, clippy::float_cmp, missing_docs)]

use bilan_professionnel::Problem;
use bilan_professionnel::funding::{Answers, Fact, Request};

#[test]
fn a_rate_answered_is_the_rate_given_back() {
    assert_eq!(Answers::new().rate_percent(), None);
    assert_eq!(Answers::new().flag(Fact::Rqth, true).rate_percent(), None);
    for percent in [0.0, 0.5, 9.99, 10.0, 12.5, 100.0] {
        assert_eq!(Answers::new().rate(percent).unwrap().rate_percent(), Some(percent));
    }
    for percent in [-0.01, 100.01, f64::NAN, f64::INFINITY] {
        assert!(matches!(Answers::new().rate(percent), Err(Problem::OutOfRange { .. })), "{percent}");
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
    let request = Request::new("2026-12-01".parse().unwrap(), Answers::new());
    for fact in Fact::ALL {
        match request.clone().proof(fact, day) {
            Ok(dated) => {
                assert_eq!(
                    Fact::ALL.map(|other| dated.valid_until.get(other)),
                    Fact::ALL.map(|other| (other == fact).then_some(day))
                );
            }
            Err(problem) => {
                assert!(matches!(fact, Fact::Statut | Fact::TauxIncapacitePermanente), "{}", fact.code());
                let dated = Fact::ALL.into_iter().filter(|fact| fact.can_expire()).map(Fact::code);
                assert_eq!(problem, Problem::UnknownField { expected: dated.collect::<Vec<_>>().join(", ") });
            }
        }
    }
}
