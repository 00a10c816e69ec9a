//! Percentages, exact to the hundredth.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

/// A percentage from 0 to 100 with at most two decimals.
///
/// # Exactness
/// Counted in hundredths of a percent, from the decimal digits as they were written: 9.9999999999999999 is refused, and
/// never taken for 10.
///
/// # Format
/// In JSON a number without a trailing zero: `12.5`. `Display` does the same.
///
/// ```
/// use bilan_professionnel::Percent;
///
/// let rate: Percent = "12.5".parse()?;
/// assert!(rate >= Percent::from_whole(10));
/// assert!("9.999".parse::<Percent>().is_err());
/// # Ok::<(), bilan_professionnel::PercentError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(u16);

/// The number is not a percentage from 0 to 100 with at most two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Il faut un taux de 0 à 100, avec deux décimales au plus.")]
pub struct PercentError;

impl Percent {
    /// The name under which a percentage asks a deserializer for its digits as they were written.
    pub(crate) const DIGITS: &'static str = "bilan_professionnel::Percent";

    const MAX: u16 = 10_000;

    /// Makes so many whole percents, 100 at most.
    #[must_use]
    pub const fn from_whole(percent: u8) -> Self {
        let hundredths = (percent as u16).saturating_mul(100);
        if hundredths > Self::MAX { Self(Self::MAX) } else { Self(hundredths) }
    }

    /// Gives the percentage in hundredths of a percent, from 0 to 10,000.
    #[must_use]
    pub const fn hundredths(self) -> u16 {
        self.0
    }

    /// Gives the nearest number; for display, never for a comparison.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl TryFrom<f64> for Percent {
    type Error = PercentError;

    /// The shortest decimal that means this number decides: 0.1 has one decimal.
    fn try_from(percent: f64) -> Result<Self, PercentError> {
        if !(0.0..=100.0).contains(&percent) {
            return Err(PercentError);
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 10,000")]
        let nearest = Self((percent * 100.0).round() as u16);
        // The shortest decimal of a number has two decimals at most exactly where that number is the nearest to it.
        #[expect(clippy::float_cmp, reason = "the very same number, or another decimal is meant")]
        if f64::from(nearest.0) / 100.0 == percent { Ok(nearest) } else { Err(PercentError) }
    }
}

impl std::str::FromStr for Percent {
    type Err = PercentError;

    /// Reads a number as JSON writes it, exponent included.
    fn from_str(text: &str) -> Result<Self, PercentError> {
        let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().map_err(|_| PercentError)?),
            None => (text, 0),
        };
        let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = || whole.bytes().chain(decimals.bytes());
        if whole.is_empty() || !digits().all(|byte| byte.is_ascii_digit()) {
            return Err(PercentError);
        }
        // The value is the digits × 10^shift, in hundredths.
        let decimals = i64::try_from(decimals.len()).map_err(|_| PercentError)?;
        let shift = exponent.saturating_sub(decimals).saturating_add(2);
        let significant = digits().skip_while(|byte| *byte == b'0').count();
        let zeros = digits().rev_zeros();
        let mut hundredths: u32 = 0;
        // Trailing zeros can be dropped where the shift is negative: 10.500 has one decimal.
        let dropped = usize::try_from(shift.saturating_neg()).unwrap_or(0).min(zeros);
        if shift < 0 && dropped < usize::try_from(shift.saturating_neg()).unwrap_or(usize::MAX) && significant > 0 {
            return Err(PercentError);
        }
        if significant.saturating_sub(dropped) > 5 {
            return Err(PercentError);
        }
        let kept = digits().count().saturating_sub(dropped);
        for digit in digits().take(kept) {
            hundredths = hundredths.saturating_mul(10).saturating_add(u32::from(digit.saturating_sub(b'0')));
        }
        for _ in 0..shift.clamp(0, 6) {
            hundredths = hundredths.saturating_mul(10);
        }
        let hundredths = u16::try_from(hundredths).map_err(|_| PercentError)?;
        if hundredths > Self::MAX || (negative && hundredths > 0) { Err(PercentError) } else { Ok(Self(hundredths)) }
    }
}

/// How many zeros end a run of digits.
trait TrailingZeros {
    fn rev_zeros(self) -> usize;
}

impl<I: Iterator<Item = u8>> TrailingZeros for I {
    fn rev_zeros(self) -> usize {
        self.fold(0, |zeros: usize, byte| if byte == b'0' { zeros.saturating_add(1) } else { 0 })
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, hundredths) = (self.0 / 100, self.0 % 100);
        match (hundredths, hundredths % 10) {
            (0, _) => write!(f, "{whole}"),
            (_, 0) => write!(f, "{whole}.{}", hundredths / 10),
            _ => write!(f, "{whole}.{hundredths:02}"),
        }
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(100) {
            serializer.serialize_u16(self.0 / 100)
        } else {
            serializer.serialize_f64(self.as_f64())
        }
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PercentVisitor;

        impl<'de> Visitor<'de> for PercentVisitor {
            type Value = Percent;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("un taux de 0 à 100, avec deux décimales au plus")
            }

            /// A deserializer that does not know the name of the type passes itself on.
            fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Percent, D::Error> {
                deserializer.deserialize_f64(self)
            }

            /// The digits as they were written.
            fn visit_str<E: de::Error>(self, digits: &str) -> Result<Percent, E> {
                digits.parse().map_err(|PercentError| E::invalid_value(Unexpected::Other("un autre nombre"), &self))
            }

            fn visit_f64<E: de::Error>(self, percent: f64) -> Result<Percent, E> {
                Percent::try_from(percent).map_err(|PercentError| E::invalid_value(Unexpected::Float(percent), &self))
            }

            fn visit_u64<E: de::Error>(self, percent: u64) -> Result<Percent, E> {
                let whole = u8::try_from(percent).ok().filter(|whole| *whole <= 100);
                whole.map(Percent::from_whole).ok_or_else(|| E::invalid_value(Unexpected::Unsigned(percent), &self))
            }

            fn visit_i64<E: de::Error>(self, percent: i64) -> Result<Percent, E> {
                match u64::try_from(percent) {
                    Ok(percent) => self.visit_u64(percent),
                    Err(_) => Err(E::invalid_value(Unexpected::Signed(percent), &self)),
                }
            }
        }

        deserializer.deserialize_newtype_struct(Self::DIGITS, PercentVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Percent {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Percent".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "number", "minimum": 0, "maximum": 100, "multipleOf": 0.01,
            "description": "Percentage with at most two decimals."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_has_at_most_two_decimals_and_is_never_rounded() {
        for (text, expected) in [
            ("0", Some(0)),
            ("-0", Some(0)),
            ("-0.00", Some(0)),
            ("10", Some(1000)),
            ("12.5", Some(1250)),
            ("12.50", Some(1250)),
            ("9.99", Some(999)),
            ("10.500", Some(1050)),
            ("1e1", Some(1000)),
            ("1E2", Some(10_000)),
            ("1250e-2", Some(1250)),
            ("0e999", Some(0)),
            ("0.0000000", Some(0)),
            ("100.00", Some(10_000)),
            ("9.999", None),
            ("9.9999999999999999", None),
            ("100.01", None),
            ("101", None),
            ("-1", None),
            ("1e3", None),
            ("1e99999999999999999999", None),
            ("1e-3", None),
            ("", None),
            (".5", None),
            ("1,5", None),
        ] {
            assert_eq!(text.parse().ok().map(Percent::hundredths), expected, "{text}");
        }
    }

    #[test]
    fn every_hundredth_is_the_number_of_its_digits_and_no_number_beside_it_is() {
        for hundredths in 0..=Percent::MAX {
            let number: f64 = format!("{}.{:02}", hundredths / 100, hundredths % 100).parse().unwrap_or(f64::NAN);
            assert_eq!(Percent::try_from(number).map(Percent::hundredths), Ok(hundredths), "{number}");
            for beside in [number.next_up(), number.next_down()] {
                assert_eq!(Percent::try_from(beside), Err(PercentError), "{beside}");
            }
        }
    }

    #[test]
    fn a_percentage_is_written_without_a_trailing_zero() {
        for (text, written) in [("12.50", "12.5"), ("10.00", "10"), ("9.05", "9.05"), ("0", "0")] {
            let percent: Option<Percent> = text.parse().ok();
            assert_eq!(percent.map(|percent| percent.to_string()).as_deref(), Some(written));
            assert_eq!(percent.and_then(|percent| serde_json::to_string(&percent).ok()).as_deref(), Some(written));
        }
    }
}
