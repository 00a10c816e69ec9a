//! Every bound of the library, once: what a request, a plan, a calendar and a catalogue may hold at most.

use crate::values::Hours;

/// Declares the bounds, and lists them for whoever tells of them.
macro_rules! limits {
    ($($(#[doc = $doc:literal])+ pub const $name:ident: $kind:ty = $value:expr;)+) => {
        $($(#[doc = $doc])+ pub const $name: $kind = $value;)+

        /// Every bound, with its name, its value and what it bounds.
        #[cfg(feature = "schema")]
        pub(crate) fn all() -> Vec<(&'static str, String, &'static str)> {
            vec![$((stringify!($name), $name.to_string(), concat!($($doc),+).trim())),+]
        }
    };
}

limits! {
/// The largest request or catalogue, in bytes: 1 MiB.
pub const MAX_DOCUMENT_BYTES: usize = 1 << 20;
/// The largest line of `wire::answer_line`, in bytes: a request and its envelope.
pub const MAX_LINE_BYTES: usize = MAX_DOCUMENT_BYTES + 1024;
/// The deepest nesting of lists and objects that is read: 32 levels.
pub const MAX_DEPTH: usize = 32;

/// The shortest step, plan or session: a quarter of an hour, the finest granularity there is.
pub const MIN_HOURS: Hours = Hours::QUARTER;
/// The longest step: 40 h.
pub const MAX_STEP: Hours = Hours::from_whole(40);
/// The longest planned session: 8 h.
pub const MAX_SESSION: Hours = Hours::from_whole(8);
/// The longest attendance of one day that can be recorded: 24 h.
pub const MAX_ATTENDANCE: Hours = Hours::from_whole(24);
/// The longest attendance of one day that calls for no warning: 8 h.
pub const LONG_DAY: Hours = Hours::from_whole(8);
/// The most hours of personal work that can be recorded: 2,560 h, as many as the largest plan can hold.
pub const MAX_PERSONAL_WORK: Hours = MAX_STEP.times(64);

/// The most variants of a catalogue.
pub const MAX_VARIANTS: usize = 64;
/// The most steps of a variant, and so of hours that a request decides.
pub const MAX_STEPS: usize = 64;
/// The most ways of working in one step.
pub const MAX_MODES_OF_A_STEP: usize = 16;
/// The most elements of any other list of a catalogue.
pub const MAX_LIST: usize = 200;
/// The longest code of a catalogue, in characters.
pub const MAX_CODE: usize = 64;
/// The longest text of a catalogue, in characters.
pub const MAX_TEXT: usize = 2000;
/// The most faults that the check of a catalogue reports.
pub const MAX_FAULTS: usize = 1000;
/// The longest sentence of a catalogue that calls for no warning, in words.
pub const LONG_SENTENCE: usize = 30;
/// The longest delay before the start, in days.
pub const MAX_DELAY_DAYS: u32 = 366;
/// The longest usual duration, and the furthest follow-up, in months.
pub const MAX_MONTHS: u32 = 24;
/// The longest term of payment, in days.
pub const MAX_DUE_DAYS: u32 = 365;

/// How far ahead an open day is looked for, and how long after the exchanges a start may be asked, in months.
pub const LOOK_AHEAD_MONTHS: u32 = 24;

/// The most characters of a list of codes that a message repeats.
pub const MAX_LISTED: usize = 500;
/// The most characters of a request that a message repeats.
pub const MAX_QUOTED: usize = 40;
}
