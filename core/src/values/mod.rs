//! Values that cannot be wrong once built: hours, days, amounts, percentages. Each has its own errors; nothing else of
//! the crate is known here.

mod date;
mod euros;
pub mod french;
mod hours;
mod hours_range;
mod percent;
mod refusal;

pub use self::date::{Date, DateError};
pub use self::euros::{Euros, EurosError};
pub use self::hours::{Hours, HoursError};
pub(crate) use self::hours::{hours_between, optional_hours_between, optional_total};
pub(crate) use self::hours_range::Bounds;
pub use self::hours_range::{HoursRange, InvertedRange};
pub use self::percent::{Percent, PercentError};
pub(crate) use self::refusal::Refusal;
