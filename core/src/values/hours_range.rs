//! The fewest and the most hours that something can take.

use serde::de::{Deserialize, Deserializer};

use super::hours::Hours;
use super::refusal::Refusal;

/// The fewest and the most hours that something can take: `min` ≤ `max`.
///
/// # Format
/// In JSON an object: `{"min": 1, "max": 2}`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(into = "Bounds")]
pub struct HoursRange {
    min: Hours,
    max: Hours,
}

/// The lower bound of a range is above its upper bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Le premier nombre ou le premier jour dépasse le second\u{a0}: corrigez l’un des deux.")]
pub struct InvertedRange;

impl HoursRange {
    /// Makes a range of hours.
    ///
    /// # Errors
    /// [`InvertedRange`] if `min` is above `max`.
    pub fn new(min: Hours, max: Hours) -> Result<Self, InvertedRange> {
        if min > max { Err(InvertedRange) } else { Ok(Self { min, max }) }
    }

    /// Makes the range of exactly so many hours.
    #[must_use]
    pub const fn exactly(hours: Hours) -> Self {
        Self { min: hours, max: hours }
    }

    /// Gives the fewest hours.
    #[must_use]
    pub const fn min(self) -> Hours {
        self.min
    }

    /// Gives the most hours.
    #[must_use]
    pub const fn max(self) -> Hours {
        self.max
    }

    /// Gives the hours between the fewest and the most.
    #[must_use]
    pub const fn width(self) -> Hours {
        self.max.minus(self.min)
    }

    /// Tells whether so many hours are within the range, bounds included.
    #[must_use]
    pub fn contains(self, hours: Hours) -> bool {
        self.min <= hours && hours <= self.max
    }

    /// Gives the range of a total: bounds add up.
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
pub(crate) struct Bounds {
    pub(crate) min: Hours,
    pub(crate) max: Hours,
}

impl From<HoursRange> for Bounds {
    fn from(HoursRange { min, max }: HoursRange) -> Self {
        Self { min, max }
    }
}

impl<'de> Deserialize<'de> for HoursRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Bounds { min, max } = Bounds::deserialize(deserializer)?;
        Self::new(min, max).map_err(|InvertedRange| Refusal::InvertedRange.error())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for HoursRange {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "HoursRange".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Bounds::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_cannot_be_inverted() {
        let [one, two] = [1, 2].map(Hours::from_whole);
        assert_eq!(HoursRange::new(two, one), Err(InvertedRange));
        assert!(HoursRange::new(one, two).is_ok_and(|range| range.contains(one) && range.contains(two)));
    }
}
