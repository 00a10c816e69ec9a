//! Prices: for whom, for which hours, when, how much.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Serialize};

use crate::values::{Date, Euros, Hours, HoursRange, Percent};

/// A price: for whom, for which hours, when, how much.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Tariff {
    /// The variants it prices.
    pub variants: Vec<String>,
    /// The clients it is for; absent: all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clients: Option<Vec<String>>,
    /// The totals that it prices, bounds included; absent: all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<HoursRange>,
    /// First day in force; absent: since ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day in force; absent: for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// How much.
    pub price: Price,
    /// Whether the amounts include tax; by default they do.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Tax::is_included")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Tax>"))]
    pub tax: Tax,
    /// Whether other hours may be given an indicative interval; by default they may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicative: Option<bool>,
    /// What it covers.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub covers: Vec<String>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Whether amounts include tax: `included`, `exempt`, or an object whose only key is `excluded`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Tax {
    /// Amounts include tax (TTC).
    #[default]
    Included,
    /// No tax is due (net de taxe).
    Exempt,
    /// Tax of that rate is added to the amounts (HT).
    Excluded(TaxRate),
}

/// A rate of tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TaxRate {
    /// In percent.
    pub rate: Percent,
}

impl Tax {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the member by reference")]
    fn is_included(&self) -> bool {
        *self == Self::Included
    }

    /// Gives the words that follow an amount: « TTC », « net de taxe », « HT ».
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Included => "TTC",
            Self::Exempt => "net de taxe",
            Self::Excluded(_) => "HT",
        }
    }
}

impl<'de> Deserialize<'de> for Tax {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        struct Figures {
            excluded: TaxRate,
        }

        struct TaxVisitor;

        impl<'de> Visitor<'de> for TaxVisitor {
            type Value = Tax;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("included, exempt, ou un objet qui porte excluded")
            }

            fn visit_str<E: de::Error>(self, code: &str) -> Result<Tax, E> {
                match code {
                    "included" => Ok(Tax::Included),
                    "exempt" => Ok(Tax::Exempt),
                    _ => Err(E::unknown_variant(code, &["included", "exempt"])),
                }
            }

            fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Tax, A::Error> {
                let Figures { excluded } = Figures::deserialize(MapAccessDeserializer::new(members))?;
                Ok(Tax::Excluded(excluded))
            }
        }

        deserializer.deserialize_any(TaxVisitor)
    }
}

/// The forms a price can take: a code, or an object whose only key is that of a form with figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Price {
    /// Nothing to pay.
    Free,
    /// No amount is published.
    OnQuote,
    /// One amount, whatever the hours.
    Flat(FlatPrice),
    /// One amount for a reference number of hours; other hours on quote.
    Reference(ReferencePrice),
    /// So much an hour, and fixed parts.
    Hourly(HourlyPrice),
    /// So much for each started unit of accompanied hours: a half-day, a session of three hours.
    Unit(UnitPrice),
}

impl<'de> Deserialize<'de> for Price {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const FREE: &str = "free";
        const ON_QUOTE: &str = "onQuote";
        const FORMS: &str = "flat, reference, hourly ou unit, un seul d’entre eux";

        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        struct Figures {
            flat: Option<FlatPrice>,
            reference: Option<ReferencePrice>,
            hourly: Option<HourlyPrice>,
            unit: Option<UnitPrice>,
        }

        struct PriceVisitor;

        impl<'de> Visitor<'de> for PriceVisitor {
            type Value = Price;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{FREE}, {ON_QUOTE}, ou un objet qui porte {FORMS}")
            }

            fn visit_str<E: de::Error>(self, code: &str) -> Result<Price, E> {
                match code {
                    FREE => Ok(Price::Free),
                    ON_QUOTE => Ok(Price::OnQuote),
                    _ => Err(E::unknown_variant(code, &[FREE, ON_QUOTE])),
                }
            }

            fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Price, A::Error> {
                let figures = Figures::deserialize(MapAccessDeserializer::new(members))?;
                match (figures.flat, figures.reference, figures.hourly, figures.unit) {
                    (Some(price), None, None, None) => Ok(Price::Flat(price)),
                    (None, Some(price), None, None) => Ok(Price::Reference(price)),
                    (None, None, Some(price), None) => Ok(Price::Hourly(price)),
                    (None, None, None, Some(price)) => Ok(Price::Unit(price)),
                    _ => Err(de::Error::invalid_value(Unexpected::Map, &FORMS)),
                }
            }
        }

        deserializer.deserialize_any(PriceVisitor)
    }
}

/// One amount, whatever the hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FlatPrice {
    /// The amount.
    pub amount: Euros,
}

/// One amount for a reference number of hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReferencePrice {
    /// The reference hours.
    pub hours: Hours,
    /// The amount for those hours.
    pub amount: Euros,
}

/// So much an hour, and fixed parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HourlyPrice {
    /// The amount of one hour.
    pub rate: Euros,
    /// The hours that the rate multiplies.
    pub bills: Bills,
    /// Parts that do not depend on the hours.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<FixedPart>>"))]
    pub fixed: Vec<FixedPart>,
}

/// The hours that an hourly rate multiplies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Bills {
    /// All hours of the plan, personal work included.
    All,
    /// Hours with the counsellor, the kickoff meeting included.
    Accompanied,
    /// Hours with the counsellor, the kickoff meeting excluded.
    AccompaniedWithoutKickoff,
}

/// So much for each started unit of accompanied hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnitPrice {
    /// The accompanied hours of one unit.
    pub hours: Hours,
    /// The amount of one unit.
    pub amount: Euros,
    /// What a unit is called in the singular: « demi-journée »; absent: « unité ».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// A part of a price that does not depend on the hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FixedPart {
    /// French label.
    pub label: String,
    /// The amount.
    pub amount: Euros,
}

impl Tariff {
    /// Tells whether this tariff prices that variant for such a client.
    #[must_use]
    pub fn prices(&self, variant: &str, client: &str) -> bool {
        self.clients.as_ref().is_none_or(|only| only.iter().any(|code| code == client))
            && self.variants.iter().any(|code| code == variant)
    }

    /// Tells whether this tariff is in force on that day; on no day in particular, whether it is undated.
    #[must_use]
    pub fn in_force(&self, on: Option<Date>) -> bool {
        match on {
            Some(day) => self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to),
            None => self.from.is_none() && self.to.is_none(),
        }
    }
}
