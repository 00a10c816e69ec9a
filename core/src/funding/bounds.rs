//! A table that masks and verdicts cannot hold does not compile: the checks refuse each fault, and nothing else.

use super::fact::{FactRow, PERCENT, YES_NO, check_facts};
use super::national::Fact;
use super::situation::{Condition, LISTED, SituationRow, check_situations, holds};

/// Why the table is refused; nothing if it is not.
fn refusal(check: impl FnOnce() + std::panic::UnwindSafe) -> Option<String> {
    let thrown = std::panic::catch_unwind(check).err()?;
    thrown.downcast_ref::<&str>().map(|reason| (*reason).to_owned())
}

const fn fact(bit: u8) -> FactRow {
    FactRow { bit, ..YES_NO }
}

const fn situation(bit: u8, alternatives: &'static [&'static [Condition]]) -> SituationRow {
    SituationRow { bit, alternatives, ..LISTED }
}

const RQTH: &[&[Condition]] = &[&[holds(Fact::Rqth)]];
const ONE: &[Condition] = &[holds(Fact::Rqth)];
const NINE: &[&[Condition]] = &[ONE; 9];
#[expect(clippy::indexing_slicing, reason = "runs, and is checked, when compiled")]
const fn first(place: usize) -> Condition {
    holds(Fact::ALL[place])
}
const SEVEN_FACTS: &[&[Condition]] = &[&[first(0), first(1), first(2), first(3), first(4), first(5), first(6)]];

#[test]
fn a_table_of_facts_is_refused_for_each_of_its_faults() {
    for (rows, reason) in [
        (vec![fact(3), fact(3)], "a bit is given to one fact only"),
        (vec![fact(0), fact(31), fact(4), fact(31)], "a bit is given to one fact only"),
        (vec![fact(32)], "facts stand in the 32 bits of a mask"),
        (vec![FactRow { frequency: 10_001, ..fact(1) }], "a frequency is out of ten thousand"),
        (vec![FactRow { expires: true, ..PERCENT }], "only a proof of yes or no expires"),
    ] {
        assert_eq!(refusal(move || check_facts(&rows)).as_deref(), Some(reason));
    }
    let full: Vec<FactRow> = (0..32).map(fact).collect();
    assert_eq!(refusal(move || check_facts(&full)), None);
    assert_eq!(refusal(|| check_facts(&[FactRow { frequency: 10_000, ..fact(1) }, PERCENT])), None);
}

#[test]
fn a_table_of_situations_is_refused_for_each_of_its_faults() {
    for (rows, reason) in [
        (vec![situation(3, RQTH), situation(3, RQTH)], "a bit is given to one situation only"),
        (vec![situation(16, RQTH)], "a verdict has two halves of 16 bits"),
        (vec![situation(0, &[])], "a situation without an alternative is never met"),
        (vec![situation(0, &[&[]])], "an alternative without a condition is always met"),
        (vec![situation(0, NINE)], "a rule has more prime terms than its list has places"),
        (vec![situation(0, SEVEN_FACTS)], "a report is kept for each state of a rule's facts"),
    ] {
        assert_eq!(refusal(move || check_situations(&rows)).as_deref(), Some(reason));
    }
    let full: Vec<SituationRow> = (0..16).map(|bit| situation(bit, RQTH)).collect();
    assert_eq!(refusal(move || check_situations(&full)), None);
}
