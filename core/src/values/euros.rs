//! Amounts of money, exact to the cent.

use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::de::{self, Deserialize, Deserializer, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use super::hours::Hours;

/// An amount in euros: never negative, always whole cents; written amounts go up to 999,999,999.99 €.
///
/// # Exactness
/// A decimal, rounded half up to the cent where a product falls between two; no binary fraction ever holds an amount.
///
/// # Format
/// In JSON a string with two decimals: `"2040.50"`. `Display` does the same.
///
/// ```
/// use bilan_professionnel::{Euros, Hours};
///
/// let reference: Euros = "2040.50".parse()?;
/// let scaled = reference.scaled(Hours::from_f64(20.0)?, Hours::from_f64(18.0)?);
/// assert_eq!(scaled.to_string(), "2267.22");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Euros(Decimal);

/// Why a number or a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EurosError {
    /// The text is not digits, a point and two decimals.
    #[error("Il faut {EXPECTED}.")]
    Form,
    /// The amount is negative, or above 999,999,999.99 €.
    #[error("Il faut {EXPECTED}.")]
    OutOfRange,
}

const EXPECTED: &str =
    "un montant entre guillemets, avec un point et deux décimales, de «\u{a0}0.00\u{a0}» à «\u{a0}999999999.99\u{a0}»";

impl Euros {
    /// Nothing to pay.
    pub const ZERO: Self = Self(Decimal::ZERO);

    const MAX_CENTS: i64 = 99_999_999_999;

    /// So many cents.
    ///
    /// # Errors
    /// [`EurosError::OutOfRange`] if negative or above 999,999,999.99 €.
    pub fn from_cents(cents: i64) -> Result<Self, EurosError> {
        if (0..=Self::MAX_CENTS).contains(&cents) {
            Ok(Self(Decimal::new(cents, 2)))
        } else {
            Err(EurosError::OutOfRange)
        }
    }

    /// The exact decimal, with two decimals.
    #[must_use]
    pub fn amount(self) -> Decimal {
        let mut amount = self.0;
        amount.rescale(2);
        amount
    }

    /// This amount, priced for `of` hours, scaled to `hours`; rounded half up to the cent.
    ///
    /// Scaling from no hours at all has no meaning: the amount is unchanged.
    #[must_use]
    pub fn scaled(self, hours: Hours, of: Hours) -> Self {
        let product = self.0.saturating_mul(hours.quarters().into());
        product.checked_div(of.quarters().into()).map_or(self, Self::rounded)
    }

    /// This amount for each hour, times the hours; rounded half up to the cent.
    #[must_use]
    pub fn times(self, hours: Hours) -> Self {
        self.scaled(hours, Hours::ONE)
    }

    /// This amount, so many times.
    #[must_use]
    pub fn repeated(self, count: u32) -> Self {
        Self(self.0.saturating_mul(count.into()))
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        // Whole cents on both sides: nothing to align or to round.
        let cents = self.amount().mantissa().saturating_add(other.amount().mantissa());
        Self(Decimal::try_from_i128_with_scale(cents, 2).unwrap_or(Decimal::MAX))
    }

    fn rounded(amount: Decimal) -> Self {
        Self(amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
    }
}

impl fmt::Display for Euros {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.0)
    }
}

impl std::str::FromStr for Euros {
    type Err = EurosError;

    fn from_str(text: &str) -> Result<Self, EurosError> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
        let (units, cents) = digits.split_once('.').ok_or(EurosError::Form)?;
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if cents.len() != 2 || !is_number(units) || !is_number(cents) {
            return Err(EurosError::Form);
        }
        let total: i64 = format!("{units}{cents}").parse().map_err(|_| EurosError::OutOfRange)?;
        // Not even a zero has a sign.
        if negative { Err(EurosError::OutOfRange) } else { Self::from_cents(total) }
    }
}

impl Serialize for Euros {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Euros {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EurosVisitor;

        impl Visitor<'_> for EurosVisitor {
            type Value = Euros;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(EXPECTED)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Euros, E> {
                text.parse().map_err(|error| match error {
                    EurosError::OutOfRange => E::invalid_value(Unexpected::Str(text), &self),
                    EurosError::Form => E::invalid_type(Unexpected::Str(text), &self),
                })
            }
        }

        deserializer.deserialize_str(EurosVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Euros {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Euros".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": r"^[0-9]+\.[0-9]{2}$",
            "description": "Amount in euros, with two decimals."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_text_with_two_decimals() {
        for (text, expected) in [
            ("2040.50", Ok("2040.50")),
            ("0.00", Ok("0.00")),
            ("007.10", Ok("7.10")),
            ("999999999.99", Ok("999999999.99")),
            ("1000000000.00", Err(EurosError::OutOfRange)),
            ("99999999999999999999999.99", Err(EurosError::OutOfRange)),
            ("-1.00", Err(EurosError::OutOfRange)),
            ("2040.5", Err(EurosError::Form)),
            ("2040,50", Err(EurosError::Form)),
            ("2040", Err(EurosError::Form)),
            ("+1.00", Err(EurosError::Form)),
            ("1e2.00", Err(EurosError::Form)),
            (".50", Err(EurosError::Form)),
            ("", Err(EurosError::Form)),
        ] {
            let found = text.parse::<Euros>().map(|euros| euros.to_string());
            assert_eq!(found, expected.map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn products_are_rounded_half_up_to_the_cent() {
        let hours = |halves: u32| Hours::HALF.times(halves);
        for (cents, asked, of, expected) in [
            (204_050, 40, 36, 226_722), // 2267.2222…
            (204_050, 35, 36, 198_382), // 1983.8194…
            (1, 1, 2, 1),               // half a cent goes up
            (1, 1, 3, 0),
            (1, 2, 3, 1),
            (204_050, 36, 36, 204_050),
        ] {
            let amount = Euros::from_cents(cents).map(|euros| euros.scaled(hours(asked), hours(of)));
            assert_eq!(amount, Euros::from_cents(expected), "{cents} × {asked} / {of}");
        }
    }
}
