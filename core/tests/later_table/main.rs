//! The crate itself, compiled with a later table: the rows of today, and five situations that begin on 1 January 2028.
//!
//! The five are what a table may grow by: a situation on new facts, one on four facts, one that needs three together, and
//! two that share facts with situations of today. Adding their rows is all that was done; everything is held against brute
//! force over the completions, and what was answered before 2028 is answered alike, byte for byte.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]
#![allow(dead_code, unused_imports, unreachable_pub, missing_docs, reason = "the modules of the library are its own")]

#[path = "../../src/catalogue/mod.rs"]
pub mod catalogue;
#[path = "../../src/codes.rs"]
mod codes;
#[path = "../../src/edition.rs"]
pub mod edition;
#[path = "../../src/error.rs"]
mod error;
pub mod funding;
#[path = "../../src/json/mod.rs"]
mod json;
#[path = "../../src/limits.rs"]
pub mod limits;
#[path = "../../src/orientation.rs"]
pub mod orientation;
#[path = "../../src/plan/mod.rs"]
pub mod plan;
#[path = "../../src/pricing/mod.rs"]
pub mod pricing;
#[path = "../../src/quoting.rs"]
mod quoting;
#[path = "../../src/record/mod.rs"]
pub mod record;
#[path = "../../src/schedule/mod.rs"]
pub mod schedule;
#[path = "../../src/settlement/mod.rs"]
pub mod settlement;
#[path = "../../src/shared.rs"]
mod shared;
#[path = "../../src/simulation.rs"]
pub mod simulation;
#[path = "../../src/values/mod.rs"]
mod values;
#[cfg(feature = "wire")]
#[path = "../../src/wire/mod.rs"]
pub mod wire;

mod brute_force;
#[cfg(feature = "wire")]
mod replayed;

pub use self::catalogue::Catalogue;
pub use self::error::{Error, ErrorCode, Problem};
pub use self::values::{
    Date, DateError, Euros, EurosError, Hours, HoursError, HoursRange, InvertedRange, Percent, PercentError, french,
};
