//! What a centre offers, as its catalogue document says it.
//!
//! Keys are those of the document, in camelCase; `null` and absent mean the same. Every block that carries a figure
//! names its source.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::euros::Euros;
use crate::hours::{Hours, HoursRange};

/// A centre's whole offer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Offer {
    /// Stable name of the catalogue: `cdg29`.
    pub id: String,
    /// Edition: changes with every figure, rule or label.
    pub edition: String,
    /// Who offers it.
    pub centre: Centre,
    /// What an agent may want, in the order of display.
    pub needs: Vec<Labelled>,
    /// Ways of working during a step.
    pub modes: Vec<Mode>,
    /// The variants of the bilan, in the order of display.
    pub variants: Vec<Variant>,
    /// What a price may cover.
    pub covers: Vec<Labelled>,
    /// Prices, by variant, affiliation and date.
    pub tariffs: Vec<Tariff>,
    /// Before, during and around the sessions.
    pub course: Course,
    /// Who accompanies the agent.
    pub accompaniment: Vec<Companion>,
    /// Certificate, invoice, term of payment.
    pub settlement: SettlementTerms,
    /// Legal texts the offer rests on.
    pub texts: Vec<LegalText>,
}

/// A code and its French label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Labelled {
    /// Stable code.
    pub code: String,
    /// French label.
    pub label: String,
}

/// The centre that offers the bilan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Centre {
    /// Full name.
    pub name: String,
    /// Usual abbreviation.
    pub short_name: String,
    /// The service to contact.
    pub service: String,
    /// Where this comes from.
    pub source: String,
}

/// A way of working during a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Mode {
    /// Stable code.
    pub code: String,
    /// French label.
    pub label: String,
    /// Whether a counsellor is present; otherwise the agent works alone.
    pub accompanied: bool,
}

/// One variant (*déclinaison*) of the bilan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Variant {
    /// Stable code.
    pub code: String,
    /// French label.
    pub label: String,
    /// What it is for, in one sentence.
    pub purpose: String,
    /// The stated total, a target never derived from the steps.
    pub stated_hours: Hours,
    /// The needs it serves.
    pub needs: Vec<String>,
    /// The example plan, in order.
    pub steps: Vec<Step>,
    /// Where this comes from.
    pub source: String,
}

/// One step of a variant's example plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Step {
    /// Stable code.
    pub code: String,
    /// French label.
    pub label: String,
    /// Hours of the example.
    pub hours: HoursRange,
    /// Ways of working; all accompanied, or none.
    pub modes: Vec<String>,
    /// Whether a certified coach takes part.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub coach: bool,
    /// The kickoff meeting, which takes place on the day of the last exchange, if this step is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kickoff: Option<Kickoff>,
}

/// Whether a variant can do without its kickoff meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Kickoff {
    /// Held if the employer wishes.
    Optional,
    /// Always held.
    Required,
}

/// A price: for whom, when, how much.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Tariff {
    /// The variants it prices.
    pub variants: Vec<String>,
    /// For affiliated collectivities, for the others, or (absent) for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliated: Option<bool>,
    /// First day in force; absent: since ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day in force; absent: for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// How much.
    pub price: Price,
    /// What it covers.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub covers: Vec<String>,
    /// Where this comes from.
    pub source: String,
}

/// The forms a price can take: a code, or an object whose only key is that of a form with figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Price {
    /// Nothing to pay.
    Free,
    /// One amount for a reference number of hours; other hours on quote.
    Reference(ReferencePrice),
    /// So much an hour, and fixed parts.
    Hourly(HourlyPrice),
    /// No amount is published.
    OnQuote,
}

impl<'de> Deserialize<'de> for Price {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const FREE: &str = "free";
        const ON_QUOTE: &str = "onQuote";

        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        struct Figures {
            reference: Option<ReferencePrice>,
            hourly: Option<HourlyPrice>,
        }

        struct PriceVisitor;

        impl<'de> Visitor<'de> for PriceVisitor {
            type Value = Price;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{FREE}, {ON_QUOTE}, ou un objet qui porte reference ou hourly")
            }

            fn visit_str<E: de::Error>(self, code: &str) -> Result<Price, E> {
                match code {
                    FREE => Ok(Price::Free),
                    ON_QUOTE => Ok(Price::OnQuote),
                    _ => Err(E::unknown_variant(code, &[FREE, ON_QUOTE])),
                }
            }

            fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Price, A::Error> {
                match Figures::deserialize(MapAccessDeserializer::new(members))? {
                    Figures { reference: Some(price), hourly: None } => Ok(Price::Reference(price)),
                    Figures { reference: None, hourly: Some(price) } => Ok(Price::Hourly(price)),
                    _ => Err(de::Error::invalid_value(Unexpected::Map, &"reference ou hourly, l’un des deux")),
                }
            }
        }

        deserializer.deserialize_any(PriceVisitor)
    }
}

/// One amount for a reference number of hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReferencePrice {
    /// The reference hours.
    pub hours: Hours,
    /// The amount for those hours, tax included.
    pub amount: Euros,
}

/// So much an hour, and fixed parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HourlyPrice {
    /// The amount of one hour, tax included.
    pub rate: Euros,
    /// Parts that do not depend on the hours.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<FixedPart>>"))]
    pub fixed: Vec<FixedPart>,
}

/// A part of a price that does not depend on the hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FixedPart {
    /// French label.
    pub label: String,
    /// The amount, tax included.
    pub amount: Euros,
}

/// Before, during and around the sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Course {
    /// Weeks between the last exchange and the effective start, at least.
    pub delay_weeks: u32,
    /// Usual duration in calendar months, at least.
    pub min_months: u32,
    /// Usual duration in calendar months, at most.
    pub max_months: u32,
    /// The longest session, unless told otherwise.
    pub max_session_hours: Hours,
    /// What comes before the start, in order.
    pub before: Vec<Labelled>,
    /// Places where it takes place.
    pub sites: Vec<Labelled>,
    /// Remote forms.
    pub remote: Vec<Labelled>,
    /// Accessibility and adaptations.
    pub accessibility: String,
    /// On working time or not.
    pub working_time: String,
    /// Where this comes from.
    pub source: String,
}

/// Somebody who accompanies the agent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Companion {
    /// Stable code.
    pub code: String,
    /// French label.
    pub label: String,
    /// What this person does.
    pub part: String,
    /// The variants concerned; absent: all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variants: Option<Vec<String>>,
    /// Where this comes from.
    pub source: String,
}

/// Certificate, invoice, term of payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SettlementTerms {
    /// Documents sent to the funder at the end.
    pub documents: Vec<Labelled>,
    /// Days from the receipt of the invoice within which it is due.
    pub due_days: u32,
    /// To whose order.
    pub payee: String,
    /// Who is asked to fund, and who decides.
    pub request: String,
    /// Where this comes from.
    pub source: String,
}

/// A legal text the offer rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LegalText {
    /// Stable code.
    pub code: String,
    /// Short title.
    pub title: String,
    /// Day it was signed.
    pub date: Date,
    /// What became of it, or what it is about.
    pub note: String,
}

impl Variant {
    /// The step of that code.
    #[must_use]
    pub fn step(&self, code: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.code == code)
    }

    /// The kickoff meeting, if the variant has one, and whether it can be left out.
    #[must_use]
    pub fn kickoff(&self) -> Option<(&Step, Kickoff)> {
        self.steps.iter().find_map(|step| step.kickoff.map(|kickoff| (step, kickoff)))
    }

    /// The totals that its steps can reach, kickoff meeting included.
    #[must_use]
    pub fn range(&self) -> HoursRange {
        self.steps.iter().map(|step| step.hours).sum()
    }

    /// Whether it serves that need.
    #[must_use]
    pub fn serves(&self, need: &str) -> bool {
        self.needs.iter().any(|served| served == need)
    }
}

impl Tariff {
    /// Whether this tariff prices that variant for such a collectivity.
    #[must_use]
    pub fn prices(&self, variant: &str, affiliated: bool) -> bool {
        self.affiliated.is_none_or(|only| only == affiliated) && self.variants.iter().any(|code| code == variant)
    }

    /// Whether it is in force on that day; on no day in particular, whether it is undated.
    #[must_use]
    pub fn in_force(&self, on: Option<Date>) -> bool {
        match on {
            Some(day) => self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to),
            None => self.from.is_none() && self.to.is_none(),
        }
    }
}
