//! Why a value is refused while a document is read.

use std::fmt::{self, Display};

use serde::de::{self, Unexpected};

use super::hours::Hours;

/// A refusal that has more to say than serde's errors can carry.
///
/// It crosses serde as the word of an [`Unexpected::Other`], which a reader that wants codes and figures takes apart,
/// and any other reader shows beside what was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The hours are not a multiple of a quarter of an hour.
    Granularity,
    /// The hours are below the least or above the most that they can be here.
    OutOfRange {
        /// The fewest hours possible.
        min: Hours,
        /// The most hours possible.
        max: Hours,
    },
    /// The lower bound is above the upper one.
    InvertedRange,
}

const GRANULARITY: &str = "hoursGranularity";
const OUT_OF_RANGE: &str = "hoursOutOfRange";
const INVERTED: &str = "invertedRange";

impl Refusal {
    /// The refusal as an error of a deserializer.
    pub(crate) fn error<E: de::Error>(self) -> E {
        E::invalid_value(Unexpected::Other(&self.to_string()), &"une valeur admise")
    }

    /// The refusal that this word stands for.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        let mut parts = word.split(' ');
        let code = parts.next()?;
        let mut hours = || parts.next()?.parse().ok().map(Hours::from_quarters);
        match code {
            GRANULARITY => Some(Self::Granularity),
            OUT_OF_RANGE => Some(Self::OutOfRange { min: hours()?, max: hours()? }),
            INVERTED => Some(Self::InvertedRange),
            _ => None,
        }
    }
}

impl Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Granularity => f.write_str(GRANULARITY),
            Self::OutOfRange { min, max } => write!(f, "{OUT_OF_RANGE} {} {}", min.quarters(), max.quarters()),
            Self::InvertedRange => f.write_str(INVERTED),
        }
    }
}
