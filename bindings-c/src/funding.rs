//! Verdicts as words: no text, no allocation.

use bilan_professionnel::Date;
use bilan_professionnel::funding::{Facts, decide, decide_many, decide_on};

use crate::memory::{Columns, Out};
use crate::panic::caught;
use crate::status::bilan_status;

/// The verdict on one agent, exact over every completion of the unknown facts. A few nanoseconds.
///
/// Inputs: `known`, the facts that are known; `values`, those of them that hold. Both are BILAN_FACT_* added up; bits
///   that are not known, or not facts, have no effect. The rate of incapacity holds from 10 %, the status for a
///   fonctionnaire.
/// Result: a word; bits 0 to 15 are the situations met, 16 to 31 those not met. See bilan_verdict.
/// Errors: none.
/// Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn bilan_funding_decide(known: u32, values: u32) -> u32 {
    // Should it ever panic, nothing is decided: no situation is met, none is not met.
    caught(|| decide(Facts::from_masks(known, values)).bits()).unwrap_or(0)
}

/// The verdict on one agent by the rules in force on a day: a situation that is not in force that day is not met.
///
/// bilan_funding_decide knows no day, and goes by the whole table of this library.
///
/// Inputs: `day`, as the number YYYYMMDD: 20261201 is 1 December 2026; from 15830101 to 99991231. `known` and `values` as
///   for bilan_funding_decide. `verdict`, where the word goes; set to 0 first, which decides nothing.
/// Errors: BILAN_INVALID_ARGUMENT if `verdict` is NULL, or the calendar has no such day. No text.
/// Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_funding_decide_on(day: i32, known: u32, values: u32, verdict: *mut u32) -> i32 {
    // SAFETY: the caller answers for `verdict`.
    let (Some(verdict), Some(day)) = (unsafe { Out::new(verdict, 0) }, date(day)) else {
        return bilan_status::BILAN_INVALID_ARGUMENT.code();
    };
    let Some(decided) = caught(|| decide_on(day, Facts::from_masks(known, values))) else {
        return bilan_status::BILAN_PANIC.code();
    };
    verdict.write(decided.bits());
    bilan_status::BILAN_OK.code()
}

/// The day that a number YYYYMMDD writes; none if there is no such day.
fn date(number: i32) -> Option<Date> {
    let number = u32::try_from(number).ok()?;
    let (month_and_day, year) = (number % 10_000, number / 10_000);
    Date::new(i32::try_from(year).ok()?, month_and_day / 100, month_and_day % 100)
}

/// The verdicts on many agents, column by column: `verdicts[i]` is bilan_funding_decide(`known[i]`, `values[i]`).
///
/// Inputs: three columns of `n` words, which must not overlap `verdicts`; with `n` 0 they may be NULL.
/// Ownership: all three are yours; nothing is allocated.
/// Errors: BILAN_INVALID_ARGUMENT if `n` is not 0 and a column is NULL or misaligned, or `verdicts` overlaps another:
///   nothing is written. No text.
/// Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_funding_decide_many(
    known: *const u32,
    values: *const u32,
    n: usize,
    verdicts: *mut u32,
) -> i32 {
    // SAFETY: the caller answers for the columns.
    let Some(Columns { known, values, verdicts }) = (unsafe { Columns::new(known, values, verdicts, n) }) else {
        return bilan_status::BILAN_INVALID_ARGUMENT.code();
    };
    let done = caught(|| decide_many(known, values, verdicts));
    done.map_or(bilan_status::BILAN_PANIC, |_| bilan_status::BILAN_OK).code()
}

#[cfg(test)]
mod tests {
    use bilan_professionnel::funding::{Facts, Situation, Verdict, decide};

    use crate::codes::bilan_fact::BILAN_FACT_RQTH;
    use crate::codes::bilan_situation::BILAN_SITUATION_RQTH;
    use crate::codes::bilan_verdict::{BILAN_VERDICT_NOT_MET_SHIFT, BILAN_VERDICT_SITUATIONS};

    #[test]
    fn a_verdict_is_read_by_the_constants_of_the_header() {
        let situations = Situation::ALL.iter().fold(0, |bits, situation| bits | situation.bit());
        assert_eq!(situations, BILAN_VERDICT_SITUATIONS as u32);
        for situation in Situation::ALL {
            assert!(Verdict::from_bits(situation.bit()).met().contains(situation));
            let not_met = situation.bit() << (BILAN_VERDICT_NOT_MET_SHIFT as u32);
            assert!(Verdict::from_bits(not_met).not_met().contains(situation));
        }
        let rqth = decide(Facts::from_masks(BILAN_FACT_RQTH as u32, BILAN_FACT_RQTH as u32)).bits();
        assert_eq!(rqth & BILAN_VERDICT_SITUATIONS as u32, BILAN_SITUATION_RQTH as u32);
    }
}
