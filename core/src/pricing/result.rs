//! A price, or what can honestly be said of it.

use serde::Serialize;

use crate::catalogue::{ReferencePrice, Tax};
use crate::values::{Euros, Hours, Percent};

/// A price, or what can honestly be said of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "QuoteResult"))]
#[non_exhaustive]
pub struct Quote<'c> {
    /// Code of the variant.
    pub variant: &'c str,
    /// The total priced, in hours.
    pub hours: Hours,
    /// Code of the client.
    pub client: &'c str,
    /// How the price is known.
    pub status: Status,
    /// Why only the centre's quote says the price; null where an amount is known.
    pub reason: Option<Reason>,
    /// The price, where one exists.
    pub amount: Option<Euros>,
    /// The currency of the amounts: always euros.
    pub currency: Currency,
    /// Whether the amounts include tax; null where no tariff applies.
    pub tax: Option<Taxation>,
    /// The rate of the tax to be added, in percent; absent unless the amounts exclude tax.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_rate: Option<Percent>,
    /// The published amount and its hours, where the tariff is one of reference.
    pub reference: Option<ReferencePrice>,
    /// Where no price exists for other hours: between which amounts it lies. Never a price.
    pub indicative: Option<Interval>,
    /// What the amount of a tariff multiplies: hours of an hourly rate, or started units.
    pub billed: Option<Billed>,
    /// What the price covers, by codes; null where no tariff applies.
    pub covers: Option<&'c [String]>,
    /// Where the tariff comes from.
    pub source: Option<&'c str>,
    /// One or two French sentences.
    pub explanation: String,
}

/// How a price is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "QuoteStatus"))]
#[non_exhaustive]
pub enum Status {
    /// The amount is published: for the reference hours, or whatever the hours.
    Published,
    /// The amount is computed from a published rate, by the hour or by the unit.
    Computed,
    /// There is nothing to pay.
    Free,
    /// Only the centre's quote (*devis*) says the price.
    OnQuote,
}

/// Why only the centre's quote says the price. Where several hold, the first of this list is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "QuoteReason"))]
#[non_exhaustive]
pub enum Reason {
    /// No tariff of the variant is for this client.
    OtherClient,
    /// No tariff of the variant for this client is in force on that day.
    NotYetOrNoLonger,
    /// The tariff itself says that the price is on quote.
    ByQuote,
    /// The plan drops a step that the price covers, or gives one other hours than the example.
    OtherPlan,
    /// No amount is published for these hours.
    OtherHours,
}

/// The currency of every amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Currency {
    /// Euro.
    #[serde(rename = "EUR")]
    Euro,
}

/// Whether amounts include tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Taxation {
    /// Amounts include tax (TTC).
    Included,
    /// No tax is due (net de taxe).
    Exempt,
    /// Tax is added to the amounts (HT).
    Excluded,
}

impl From<Tax> for Taxation {
    fn from(tax: Tax) -> Self {
        match tax {
            Tax::Included => Self::Included,
            Tax::Exempt => Self::Exempt,
            Tax::Excluded(_) => Self::Excluded,
        }
    }
}

/// Two amounts between which a price lies: `low` ≤ `high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Interval {
    /// The lower amount.
    pub low: Euros,
    /// The higher amount.
    pub high: Euros,
}

impl Interval {
    /// Makes the interval between two amounts, whichever is the lower.
    pub(super) fn between(one: Euros, other: Euros) -> Self {
        Self { low: one.min(other), high: one.max(other) }
    }
}

/// What the amount of a tariff multiplies: in JSON a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Billed {
    /// The hours that an hourly rate multiplies.
    Hours(Hours),
    /// The units, started ones included.
    Units(u32),
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Billed {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Billed".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "minimum": 0, "multipleOf": 0.25 })
    }
}
