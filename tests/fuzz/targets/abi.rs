//! Sequences of calls of the C library, with every pointer that its header allows and every one that it promises to
//! survive.
//!
//! Texts and places are heap blocks of exactly their size, so that the address sanitizer sees any byte read or written
//! beyond them; what is not given back is seen as a leak.

#![no_main]

use arbitrary::Arbitrary;
use bilan::*;
use bilan_fuzz::abi::{Answers, INVALID_ARGUMENT, OK, Places, Shelf, Text};
use bilan_fuzz::abi_columns::Batch;
use bilan_professionnel::Date;
use bilan_professionnel::funding::{Facts, decide, decide_on};
use libfuzzer_sys::fuzz_target;
use std::ffi::CStr;
use std::ptr;

/// One call.
#[derive(Arbitrary, Debug)]
enum Call {
    /// A handle on the embedded catalogue, into a slot.
    Default { slot: u8 },
    /// A catalogue of its own, into a slot.
    Parse { slot: u8, text: Text, places: Places, no_handle: bool },
    /// A slot's handle given back; an empty slot gives back NULL.
    Free { slot: u8 },
    /// An operation, or a line; an empty slot asks without a handle.
    Ask { slot: u8, operation: u8, text: Text, places: Places },
    /// One of the texts received so far given back, in any order.
    Return { which: u8 },
    /// One verdict.
    Decide { known: u32, values: u32 },
    /// One verdict on a day, which the calendar may not have.
    DecideOn { day: i32, known: u32, values: u32, nowhere: bool },
    /// Many verdicts.
    DecideMany(Batch),
    /// What is nothing to give back, and no place at all.
    Nothing { len: usize },
}

fuzz_target!(|calls: Vec<Call>| {
    let (mut shelf, mut answers) = (Shelf::default(), Answers::default());
    for call in calls.iter().take(24) {
        match call {
            Call::Default { slot } => shelf.put_default(*slot),
            Call::Parse { slot, text, places, no_handle } => {
                shelf.parse(*slot, text, *places, *no_handle, &mut answers);
            }
            Call::Free { slot } => shelf.free(*slot),
            Call::Ask { slot, operation, text, places } => shelf.ask(*slot, *operation, text, *places, &mut answers),
            Call::Return { which } => answers.give_back(*which),
            Call::Decide { known, values } => {
                let expected = decide(Facts::from_masks(*known, *values)).bits();
                assert_eq!(bilan_funding_decide(*known, *values), expected);
            }
            Call::DecideOn { day, known, values, nowhere } => {
                decide_on_day(*day, Facts::from_masks(*known, *values), *nowhere)
            }
            Call::DecideMany(batch) => batch.decide(),
            Call::Nothing { len } => nothing(*len),
        }
    }
});

/// Decided as the core decides, where there is such a day; the word is zeroed first.
fn decide_on_day(day: i32, facts: Facts, nowhere: bool) {
    // Half of the days are some day of these years, written as a number.
    let day = if day % 2 == 0 { day } else { 20_200_101 + day.rem_euclid(15) * 10_000 + day.rem_euclid(1_231) };
    let mut verdict = 0xA5A5_A5A5;
    let place = if nowhere { ptr::null_mut() } else { &raw mut verdict };
    // SAFETY: a place for a word, or NULL.
    let status = unsafe { bilan_funding_decide_on(day, facts.known(), facts.values(), place) };
    let number = u32::try_from(day).unwrap_or(0);
    let date = Date::new(day / 10_000, number / 100 % 100, number % 100);
    match date.filter(|_| day > 0 && !nowhere) {
        Some(date) => assert_eq!((status, verdict), (OK, decide_on(date, facts).bits()), "{day}"),
        None => assert_eq!((status, verdict), (INVALID_ARGUMENT, if nowhere { 0xA5A5_A5A5 } else { 0 }), "{day}"),
    }
}

fn nothing(len: usize) {
    // SAFETY: NULL is fine for each, whatever the length.
    unsafe {
        bilan_text_free(ptr::null_mut(), len);
        bilan_catalogue_free(ptr::null_mut());
        assert_eq!(bilan_catalogue_default(ptr::null_mut()), INVALID_ARGUMENT);
        assert_eq!(bilan_funding_decide_many(ptr::null(), ptr::null(), 0, ptr::null_mut()), OK);
    }
    assert_eq!(bilan_abi_version(), bilan_abi::BILAN_ABI_VERSION as u32);
    // SAFETY: a static text that ends with a NUL.
    let version = unsafe { CStr::from_ptr(bilan_version()) };
    assert_eq!(version.to_str(), Ok(bilan_professionnel::record::ENGINE));
}
