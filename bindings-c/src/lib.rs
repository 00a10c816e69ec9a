//! The C ABI of `bilan-professionnel`: the library `bilan`.
//!
//! Its manual is the header, `include/bilan.h`, which is generated from the comments of this crate. Documents cross the
//! boundary as JSON text, a catalogue as an opaque immutable handle, verdicts as fixed-width words; no rule is added.
//!
//! - `panic`: the whole policy on panics.
//! - `memory`: every pointer that is read, written, given or taken back. No other module dereferences one.
//! - the others: the exported functions, each a few lines.

#![expect(non_camel_case_types, reason = "types and constants bear here the names they have in C")]
#![expect(clippy::missing_safety_doc, reason = "the header's conventions and the comment of each function say it")]

mod call;
mod error;
mod panic;

// In this order the header declares them.
mod version;

mod status;

mod catalogue;

mod operations;

mod memory;

mod codes;

mod funding;

#[cfg(feature = "test-panic")]
mod test_panic;

pub use self::catalogue::{
    bilan_catalogue, bilan_catalogue_check, bilan_catalogue_default, bilan_catalogue_free, bilan_catalogue_parse,
};
pub use self::codes::{bilan_fact, bilan_situation, bilan_verdict};
pub use self::funding::{bilan_funding_decide, bilan_funding_decide_many, bilan_funding_decide_on};
pub use self::memory::bilan_text_free;
pub use self::operations::*;
pub use self::status::bilan_status;
#[cfg(feature = "test-panic")]
pub use self::test_panic::bilan_test_panic;
pub use self::version::{bilan_abi, bilan_abi_version, bilan_version};
