//! Hours, counted in half hours.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::error::Problem;

/// A number of hours on the half-hour grid, from 0 to 1,000,000 h.
///
/// # Exactness
/// Counted in half hours: sums are exact, and nothing off the grid can be written.
///
/// # Format
/// In JSON a number without a trailing `.0`: `18`, `4.5`. `Display` does the same.
///
/// ```
/// use bilan_professionnel::Hours;
///
/// let session = Hours::from_f64(4.5)?;
/// assert_eq!(session.half_hours(), 9);
/// assert_eq!(session.to_string(), "4.5");
/// assert!(Hours::from_f64(0.25).is_err());
/// # Ok::<(), bilan_professionnel::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hours(u32);

impl Hours {
    /// No time at all.
    pub const ZERO: Self = Self(0);
    /// The most that can be written: 1,000,000 h.
    pub const MAX: Self = Self(2_000_000);

    /// So many half hours, at most those of [`Hours::MAX`].
    #[must_use]
    pub const fn from_half_hours(half_hours: u32) -> Self {
        if half_hours > Self::MAX.0 { Self::MAX } else { Self(half_hours) }
    }

    /// So many hours.
    ///
    /// # Errors
    /// [`Problem::HoursGranularity`] off the half-hour grid, [`Problem::HoursOutOfRange`] below 0 or above [`Hours::MAX`].
    pub fn from_f64(hours: f64) -> Result<Self, Problem> {
        Self::between(hours, Self::ZERO, Self::MAX)
    }

    /// So many hours, within bounds.
    pub(crate) fn between(hours: f64, min: Self, max: Self) -> Result<Self, Problem> {
        if (hours.fract() * 2.0).fract() != 0.0 {
            return Err(Problem::HoursGranularity);
        }
        let half_hours = hours * 2.0;
        if !(f64::from(min.0)..=f64::from(max.0)).contains(&half_hours) {
            return Err(Problem::HoursOutOfRange { min, max });
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number between two u32")]
        Ok(Self(half_hours as u32))
    }

    /// In half hours.
    #[must_use]
    pub const fn half_hours(self) -> u32 {
        self.0
    }

    /// As a number of hours; exact, since halves are.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 2.0
    }

    /// Whether there is no time at all.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum, at most [`Hours::MAX`].
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self::from_half_hours(self.0.saturating_add(other.0))
    }

    /// The difference, nothing if `other` is larger.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl std::iter::Sum for Hours {
    fn sum<I: Iterator<Item = Self>>(hours: I) -> Self {
        hours.fold(Self::ZERO, Self::plus)
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = if self.0 % 2 == 1 { ".5" } else { "" };
        write!(f, "{}{half}", self.0 / 2)
    }
}

impl Serialize for Hours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(2) {
            serializer.serialize_u32(self.0 / 2)
        } else {
            serializer.serialize_f64(self.as_f64())
        }
    }
}

impl<'de> Deserialize<'de> for Hours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct HoursVisitor;

        impl Visitor<'_> for HoursVisitor {
            type Value = Hours;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("un nombre d’heures, multiple de 0,5")
            }

            fn visit_f64<E: de::Error>(self, hours: f64) -> Result<Hours, E> {
                Hours::from_f64(hours).map_err(|problem| match problem {
                    Problem::HoursGranularity => E::custom(problem),
                    _ => E::invalid_value(Unexpected::Float(hours), &self),
                })
            }

            #[expect(clippy::cast_precision_loss, reason = "such a number is out of range anyway")]
            fn visit_u64<E: de::Error>(self, hours: u64) -> Result<Hours, E> {
                self.visit_f64(hours as f64)
            }

            #[expect(clippy::cast_precision_loss, reason = "such a number is out of range anyway")]
            fn visit_i64<E: de::Error>(self, hours: i64) -> Result<Hours, E> {
                self.visit_f64(hours as f64)
            }
        }

        deserializer.deserialize_f64(HoursVisitor)
    }
}

/// The fewest and the most hours that something can take: `min` ≤ `max`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "Span", into = "Span")]
pub struct HoursRange {
    min: Hours,
    max: Hours,
}

impl HoursRange {
    /// A range of hours.
    ///
    /// # Errors
    /// [`Problem::InvertedRange`] if `min` is above `max`.
    pub const fn new(min: Hours, max: Hours) -> Result<Self, Problem> {
        if min.0 > max.0 { Err(Problem::InvertedRange) } else { Ok(Self { min, max }) }
    }

    /// Exactly so many hours.
    #[must_use]
    pub const fn exactly(hours: Hours) -> Self {
        Self { min: hours, max: hours }
    }

    /// The fewest hours.
    #[must_use]
    pub const fn min(self) -> Hours {
        self.min
    }

    /// The most hours.
    #[must_use]
    pub const fn max(self) -> Hours {
        self.max
    }

    /// What lies between the fewest and the most.
    #[must_use]
    pub const fn width(self) -> Hours {
        self.max.minus(self.min)
    }

    /// Whether so many hours are within the range, bounds included.
    #[must_use]
    pub const fn contains(self, hours: Hours) -> bool {
        self.min.0 <= hours.0 && hours.0 <= self.max.0
    }

    /// The range of a total: bounds add up.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self { min: self.min.plus(other.min), max: self.max.plus(other.max) }
    }
}

impl std::iter::Sum for HoursRange {
    fn sum<I: Iterator<Item = Self>>(ranges: I) -> Self {
        ranges.fold(Self::default(), Self::plus)
    }
}

/// A range as it is written, before its bounds are compared.
#[derive(Clone, Copy, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Span {
    pub(crate) min: Hours,
    pub(crate) max: Hours,
}

impl From<HoursRange> for Span {
    fn from(HoursRange { min, max }: HoursRange) -> Self {
        Self { min, max }
    }
}

impl TryFrom<Span> for HoursRange {
    type Error = Problem;

    fn try_from(Span { min, max }: Span) -> Result<Self, Problem> {
        Self::new(min, max)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{Hours, HoursRange, Span};

    impl JsonSchema for Hours {
        fn schema_name() -> Cow<'static, str> {
            "Hours".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "type": "number", "minimum": 0, "multipleOf": 0.5, "description": "Hours, by half hours." })
        }
    }

    impl JsonSchema for HoursRange {
        fn schema_name() -> Cow<'static, str> {
            "HoursRange".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            Span::json_schema(generator)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_count_by_halves_and_nothing_else() {
        for (hours, expected) in [
            (0.0, Ok(0)),
            (-0.0, Ok(0)),
            (0.5, Ok(1)),
            (18.0, Ok(36)),
            (1_000_000.0, Ok(2_000_000)),
            (0.25, Err("hoursGranularity")),
            (f64::NAN, Err("hoursGranularity")),
            (f64::INFINITY, Err("hoursGranularity")),
            (-0.5, Err("hoursOutOfRange")),
            (1_000_000.5, Err("hoursOutOfRange")),
            (f64::MAX, Err("hoursOutOfRange")),
        ] {
            let found = Hours::from_f64(hours).map(Hours::half_hours).map_err(|problem| problem.code());
            assert_eq!(found, expected, "{hours}");
        }
    }

    #[test]
    fn hours_are_written_without_a_trailing_zero() {
        for (half_hours, text) in [(0, "0"), (1, "0.5"), (9, "4.5"), (36, "18")] {
            let hours = Hours::from_half_hours(half_hours);
            assert_eq!(hours.to_string(), text);
            assert_eq!(serde_json::to_string(&hours).ok().as_deref(), Some(text));
        }
    }

    #[test]
    fn a_range_cannot_be_inverted() {
        let [one, two] = [2, 4].map(Hours::from_half_hours);
        assert_eq!(HoursRange::new(two, one), Err(Problem::InvertedRange));
        assert!(HoursRange::new(one, two).is_ok_and(|range| range.contains(one) && range.contains(two)));
    }
}
