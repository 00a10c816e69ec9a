//! Answers that are more than true or false: a rate with its threshold, a proof with its last day.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

#[path = "support/answers.rs"]
mod support;

use bilan_professionnel::Date;
use bilan_professionnel::funding::{Fact, Facts, Request, Situation, Status, assess};
use support::answers;

const ALL: u32 = (1 << Fact::COUNT) - 1;

#[test]
fn a_rate_counts_from_ten_percent() {
    let rates = [(0.0, false), (-0.0, false), (9.99, false), (10.0, true), (10.01, true), (100.0, true)];
    for (rate, counts) in rates {
        let answers = answers(Facts::unknown().with(Fact::RenteIncapacitePermanente, true)).rate(rate).unwrap();
        let assessment = assess(&Request::new("2026-12-01".parse().unwrap(), answers)).unwrap();
        let status = if counts { Status::Met } else { Status::NotMet };
        assert_eq!(assessment.situations[Situation::AccidentOuMaladie as usize].status, status, "{rate} %");
    }
    for impossible in [-0.01, 100.01, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let refusal = answers(Facts::unknown()).rate(impossible).map_err(|problem| problem.code());
        assert_eq!(refusal, Err("outOfRange"), "{impossible}");
    }
}

#[test]
fn a_proof_counts_to_its_last_day_included() {
    use Status::{Met, NotMet};
    let day = |text: &str| text.parse::<Date>().unwrap();
    let end = Some("2027-05-31");
    // Last day of the proof, end of the bilan; status, expired, expiring. Assessed on 1 December 2026.
    let table = [
        ("2026-11-30", end, NotMet, true, false),
        ("1583-01-01", end, NotMet, true, false),
        ("2026-12-01", end, Met, false, true),
        ("2026-12-02", end, Met, false, true),
        ("2027-05-30", end, Met, false, true),
        ("2027-05-31", end, Met, false, false),
        ("2027-06-01", end, Met, false, false),
        ("9999-12-31", end, Met, false, false),
        ("2026-11-30", None, NotMet, true, false),
        ("2026-12-01", None, Met, false, false),
        ("2026-12-01", Some("2026-12-01"), Met, false, false),
        ("2026-11-30", Some("2026-12-01"), NotMet, true, false),
    ];
    for (valid_until, until, status, expired, expiring) in table {
        let facts = answers(Facts::unknown().with(Fact::Rqth, true));
        let mut request = Request::new(day("2026-12-01"), facts).proof(Fact::Rqth, day(valid_until)).unwrap();
        request.until = until.map(day);
        let assessment = assess(&request).unwrap();
        assert_eq!(assessment.situations[Situation::Rqth as usize].status, status, "{valid_until}, bilan to {until:?}");
        assert_eq!(!assessment.expired.is_empty(), expired, "{valid_until}, bilan to {until:?}");
        assert_eq!(!assessment.expiring.is_empty(), expiring, "{valid_until}, bilan to {until:?}");
    }
    let backwards = Request::new(day("2026-12-01"), answers(Facts::unknown())).until(day("2026-11-30"));
    let error = assess(&backwards).unwrap_err();
    assert_eq!((error.code(), error.path()), ("outOfRange", "until"));
}

#[test]
fn an_expired_proof_is_a_false_fact_and_no_proof_changes_a_fact_that_is_not_true() {
    let (on, before, after) = ("2026-12-01", "2026-11-30", "2026-12-02");
    let [on, before, after]: [Date; 3] = [on, before, after].map(|text| text.parse().unwrap());
    let request = |facts: Facts| Request::new(on, answers(facts)).until("2027-05-31".parse().unwrap());
    let facts = Facts::from_masks;
    for fact in Fact::ALL {
        for background in [Facts::unknown(), facts(0x1_5555, 0x0_1551), facts(ALL, 0), facts(ALL, 0x2_AAAA)] {
            let without = Facts::from_masks(background.known() & !fact.bit(), background.values());
            if !fact.can_expire() {
                let refusal = request(without).proof(fact, before).map_err(|problem| problem.code());
                assert_eq!(refusal, Err("unknownField"), "{fact:?}");
                continue;
            }
            let (held, failed) = (without.with(fact, true), without.with(fact, false));
            let expired = assess(&request(held).proof(fact, before).unwrap()).unwrap();
            let refused = assess(&request(failed)).unwrap();
            assert_eq!(expired.situations, refused.situations, "{fact:?}");
            assert_eq!((expired.outcome, expired.met), (refused.outcome, refused.met), "{fact:?}");
            assert_eq!((expired.missing, expired.next_question), (refused.missing, refused.next_question), "{fact:?}");
            for (facts, day) in [failed, without].into_iter().flat_map(|facts| [(facts, before), (facts, after)]) {
                let dated = assess(&request(facts).proof(fact, day).unwrap()).unwrap();
                assert_eq!(dated, assess(&request(facts)).unwrap(), "{fact:?} until {day}");
            }
        }
    }
}
