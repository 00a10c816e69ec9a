//! Hours, counted in quarters of an hour.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

use super::refusal::Refusal;

/// A number of hours on the quarter-hour grid, from 0 to 1,000,000 h.
///
/// # Exactness
/// Counted in quarters: sums are exact, and nothing off the grid can be written. A centre's own grid, by the quarter,
/// the half hour or the hour, is its catalogue's *granularity*: see [`is_multiple_of`](Self::is_multiple_of).
///
/// # Format
/// In JSON a number without a trailing zero: `18`, `4.5`, `1.25`. `Display` does the same.
///
/// ```
/// use bilan_professionnel::Hours;
///
/// let session = Hours::from_f64(4.5)?;
/// assert_eq!(session.quarters(), 18);
/// assert_eq!(session.to_string(), "4.5");
/// assert!(Hours::from_f64(0.3).is_err());
/// # Ok::<(), bilan_professionnel::HoursError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hours(u32);

/// Why a number is not a number of hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HoursError {
    /// It is not a multiple of a quarter of an hour.
    #[error("Les heures se comptent au moins par quarts d’heure\u{a0}: il faut un multiple de 0,25.")]
    Granularity,
    /// It is below 0 or above [`Hours::MAX`].
    #[error("Il faut un nombre d’heures compris entre 0 et 1\u{a0}000\u{a0}000.")]
    OutOfRange,
}

impl Hours {
    /// No time at all.
    pub const ZERO: Self = Self(0);
    /// A quarter of an hour, the finest grid there is.
    pub const QUARTER: Self = Self(1);
    /// Half an hour.
    pub const HALF: Self = Self(2);
    /// One hour.
    pub const ONE: Self = Self(4);
    /// The most that can be written: 1,000,000 h.
    pub const MAX: Self = Self(4_000_000);

    /// Makes hours of so many quarters, at most those of [`Hours::MAX`].
    #[must_use]
    pub const fn from_quarters(quarters: u32) -> Self {
        if quarters > Self::MAX.0 { Self::MAX } else { Self(quarters) }
    }

    /// Makes hours of so many whole hours, at most those of [`Hours::MAX`].
    #[must_use]
    pub const fn from_whole(hours: u32) -> Self {
        Self::from_quarters(hours.saturating_mul(4))
    }

    /// Makes hours of a number of hours.
    ///
    /// # Errors
    /// [`HoursError::Granularity`] off the quarter-hour grid, [`HoursError::OutOfRange`] below 0 or above
    /// [`Hours::MAX`].
    pub fn from_f64(hours: f64) -> Result<Self, HoursError> {
        let AnyHours(quarters) = AnyHours::from_f64(hours).ok_or(HoursError::Granularity)?;
        let quarters = u32::try_from(quarters).map_err(|_| HoursError::OutOfRange)?;
        if quarters > Self::MAX.0 { Err(HoursError::OutOfRange) } else { Ok(Self(quarters)) }
    }

    /// Gives the hours in quarters of an hour.
    #[must_use]
    pub const fn quarters(self) -> u32 {
        self.0
    }

    /// Gives the number of hours; exact, since quarters are.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 4.0
    }

    /// Tells whether there is no time at all.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Tells whether these hours lie on a grid; every number of hours lies on a grid of no hours.
    #[must_use]
    pub const fn is_multiple_of(self, grid: Self) -> bool {
        grid.0 == 0 || self.0.is_multiple_of(grid.0)
    }

    /// Adds hours, up to [`Hours::MAX`].
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self::from_quarters(self.0.saturating_add(other.0))
    }

    /// Takes hours away; nothing is left if `other` is larger.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Multiplies the hours, up to [`Hours::MAX`].
    #[must_use]
    pub const fn times(self, count: u32) -> Self {
        Self::from_quarters(self.0.saturating_mul(count))
    }
}

impl std::iter::Sum for Hours {
    fn sum<I: Iterator<Item = Self>>(hours: I) -> Self {
        hours.fold(Self::ZERO, Self::plus)
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = match self.0 % 4 {
            0 => "",
            1 => ".25",
            2 => ".5",
            _ => ".75",
        };
        write!(f, "{}{part}", self.0 / 4)
    }
}

impl Serialize for Hours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(4) {
            serializer.serialize_u32(self.0 / 4)
        } else {
            serializer.serialize_f64(self.as_f64())
        }
    }
}

impl<'de> Deserialize<'de> for Hours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        hours_between(deserializer, Self::ZERO, Self::MAX)
    }
}

/// Reads hours between two bounds.
pub(crate) fn hours_between<'de, D: Deserializer<'de>>(
    deserializer: D,
    min: Hours,
    max: Hours,
) -> Result<Hours, D::Error> {
    AnyHours::deserialize(deserializer)?.between(min, max).map_err(Refusal::error)
}

/// Reads hours between two bounds, or none.
pub(crate) fn optional_hours_between<'de, D: Deserializer<'de>>(
    deserializer: D,
    min: Hours,
    max: Hours,
) -> Result<Option<Hours>, D::Error> {
    let hours = Option::<AnyHours>::deserialize(deserializer)?;
    hours.map(|hours| hours.between(min, max)).transpose().map_err(Refusal::error)
}

/// Reads a total that is asked for: one below zero is as far out of reach as no hours at all, one above
/// [`Hours::MAX`] as that, and what can be reached is for the plan to say.
pub(crate) fn optional_total<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Hours>, D::Error> {
    Ok(Option::<AnyHours>::deserialize(deserializer)?.map(AnyHours::saturated))
}

/// Any multiple of a quarter of an hour, of either sign, in quarters.
struct AnyHours(i64);

impl AnyHours {
    fn from_f64(hours: f64) -> Option<Self> {
        if (hours.fract() * 4.0).fract() != 0.0 {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "beyond 64 bits it is out of every range")]
        Some(Self((hours * 4.0) as i64))
    }

    fn saturated(self) -> Hours {
        u32::try_from(self.0.max(0)).map_or(Hours::MAX, Hours::from_quarters)
    }

    fn between(self, min: Hours, max: Hours) -> Result<Hours, Refusal> {
        let inside = (i64::from(min.0)..=i64::from(max.0)).contains(&self.0);
        if inside { Ok(self.saturated()) } else { Err(Refusal::OutOfRange { min, max }) }
    }
}

impl<'de> Deserialize<'de> for AnyHours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct HoursVisitor;

        impl Visitor<'_> for HoursVisitor {
            type Value = AnyHours;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("un nombre d’heures")
            }

            fn visit_f64<E: de::Error>(self, hours: f64) -> Result<AnyHours, E> {
                AnyHours::from_f64(hours).ok_or_else(|| Refusal::Granularity.error())
            }

            #[expect(clippy::cast_precision_loss, reason = "such a number is out of range anyway")]
            fn visit_u64<E: de::Error>(self, hours: u64) -> Result<AnyHours, E> {
                self.visit_f64(hours as f64)
            }

            #[expect(clippy::cast_precision_loss, reason = "such a number is out of range anyway")]
            fn visit_i64<E: de::Error>(self, hours: i64) -> Result<AnyHours, E> {
                self.visit_f64(hours as f64)
            }
        }

        deserializer.deserialize_f64(HoursVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Hours {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Hours".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "number", "minimum": 0, "maximum": 1_000_000, "multipleOf": 0.25,
            "description": "Hours, by quarters of an hour."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_count_by_quarters_and_nothing_else() {
        for (hours, expected) in [
            (0.0, Ok(0)),
            (-0.0, Ok(0)),
            (0.25, Ok(1)),
            (0.5, Ok(2)),
            (18.0, Ok(72)),
            (1_000_000.0, Ok(4_000_000)),
            (0.3, Err(HoursError::Granularity)),
            (0.125, Err(HoursError::Granularity)),
            (f64::NAN, Err(HoursError::Granularity)),
            (f64::INFINITY, Err(HoursError::Granularity)),
            (-0.25, Err(HoursError::OutOfRange)),
            (1_000_000.25, Err(HoursError::OutOfRange)),
            (f64::MAX, Err(HoursError::OutOfRange)),
        ] {
            assert_eq!(Hours::from_f64(hours).map(Hours::quarters), expected, "{hours}");
        }
    }

    #[test]
    fn hours_are_written_without_a_trailing_zero() {
        for (quarters, text) in [(0, "0"), (1, "0.25"), (2, "0.5"), (3, "0.75"), (18, "4.5"), (72, "18")] {
            let hours = Hours::from_quarters(quarters);
            assert_eq!(hours.to_string(), text);
            assert_eq!(serde_json::to_string(&hours).ok().as_deref(), Some(text));
        }
    }
}
