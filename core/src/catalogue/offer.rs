//! What a centre offers, as its catalogue document says it.
//!
//! Keys are those of the document, in camelCase; `null` and absent mean the same. What a small centre has nothing to
//! say in is optional.

use serde::{Deserialize, Serialize};

use super::course::Course;
use super::tariff::Tariff;
use super::variant::Variant;
use crate::values::{Date, Hours};

/// A centre's whole offer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Offer {
    /// Address of the JSON Schema that an editor completes from; it has no other effect.
    #[serde(default, rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Stable name of the catalogue: `cdg29`.
    pub id: String,
    /// Edition, which changes with every figure, rule or label.
    pub edition: String,
    /// Who offers it.
    pub centre: Centre,
    /// The grid on which hours count: a quarter of an hour, half an hour (the default) or an hour.
    #[serde(default = "half_hour", deserialize_with = "granularity", skip_serializing_if = "is_half_hour")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Hours>", extend("enum" = [0.25, 0.5, 1, null])))]
    pub granularity: Hours,
    /// Kinds of employers that tariffs tell apart.
    pub clients: Vec<Client>,
    /// What an agent may want, in the order of display.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Labelled>>"))]
    pub needs: Vec<Labelled>,
    /// Ways of working during a step.
    pub modes: Vec<Mode>,
    /// The variants of the bilan, in the order of display.
    pub variants: Vec<Variant>,
    /// What a price may cover.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Cover>>"))]
    pub covers: Vec<Cover>,
    /// Prices, by variant, client, hours and date.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Tariff>>"))]
    pub tariffs: Vec<Tariff>,
    /// Before, during and around the sessions; a variant may have its own.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Course>"))]
    pub course: Course,
    /// Who accompanies the agent.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Companion>>"))]
    pub accompaniment: Vec<Companion>,
    /// Whether the centre brings in the FIPHFP, and how; absent: it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding: Option<FundingTerms>,
    /// Certificate, invoice, term of payment.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<SettlementTerms>"))]
    pub settlement: SettlementTerms,
    /// What else the reader is told, by topic.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Topic>>"))]
    pub information: Vec<Topic>,
    /// Pages and documents to go to.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Link>>"))]
    pub links: Vec<Link>,
    /// Legal texts the offer rests on.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<LegalText>>"))]
    pub texts: Vec<LegalText>,
    /// How the catalogue understands what the centre's page leaves open, to be confirmed by the centre.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Reading>>"))]
    pub readings: Vec<Reading>,
}

const fn half_hour() -> Hours {
    Hours::HALF
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the member by reference")]
fn is_half_hour(granularity: &Hours) -> bool {
    *granularity == Hours::HALF
}

fn granularity<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Hours, D::Error> {
    Option::<Hours>::deserialize(deserializer).map(|hours| hours.unwrap_or(Hours::HALF))
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_name: Option<String>,
    /// The service to contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// How to reach it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// How to reach a service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Contact {
    /// Telephone number, as people write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Electronic address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Postal address, on one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// A kind of employer that tariffs tell apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Client {
    /// Stable code.
    pub code: String,
    /// French label.
    pub label: String,
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

/// Something that a price covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Cover {
    /// Stable code.
    pub code: String,
    /// French label.
    pub label: String,
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Whether the centre brings in the FIPHFP, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FundingTerms {
    /// Whether a bilan of this centre may be funded by the FIPHFP.
    pub offered: bool,
    /// Who asks whom, and who decides, in sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<String>,
    /// Where the centre's page names the situations.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Passage>>"))]
    pub passages: Vec<Passage>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Where the centre's page names a situation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Passage {
    /// Code of the situation.
    pub situation: String,
    /// The passage.
    pub source: String,
}

/// Certificate, invoice, term of payment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SettlementTerms {
    /// Documents sent to the funder at the end.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Labelled>>"))]
    pub documents: Vec<Labelled>,
    /// Days from the receipt of the invoice within which it is due; absent: 30, the public purse's term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_days: Option<u32>,
    /// To whose order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payee: Option<String>,
    /// Who is asked to fund, and who decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

impl SettlementTerms {
    /// The term of an invoice where the catalogue says none, in days: that of the public purse.
    pub const USUAL_DUE_DAYS: u32 = 30;

    /// Gives the days from the receipt of an invoice within which it is due, whether the catalogue says them or not.
    #[must_use]
    pub fn days_to_pay(&self) -> u32 {
        self.due_days.unwrap_or(Self::USUAL_DUE_DAYS)
    }
}

/// What the agent is told on one topic, in sentences addressed to them.
///
/// A page, a rule book or a program picks topics by their codes. Any code may be used; these have one meaning
/// everywhere:
///
/// | code | topic |
/// |---|---|
/// | `presentation` | what a bilan is |
/// | `origine` | who may have the idea of it |
/// | `benefices` | what it brings, whatever the variant |
/// | `declinaisons` | that there are several variants, and that their steps can be adapted |
/// | `avant` | what comes before: appointments, exchanges, proposal |
/// | `delai` | why there is a delay before the start |
/// | `deroulement` | duration, rhythm, working time |
/// | `lieux` | where, and at a distance |
/// | `methode` | method and tools |
/// | `moyensTechniques` | equipment, on site and at a distance |
/// | `moyensMateriels` | rooms, documentation, tests |
/// | `confidentialite` | what stays between the agent and the counsellor |
/// | `accessibilite` | accessible premises and adaptations |
/// | `tarifs` | who votes the tariffs, what the quote says |
/// | `financement` | whom to ask, who decides |
/// | `differenceBilanDeCompetences` | how it differs from a *bilan de compétences* |
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Topic {
    /// Stable code.
    pub code: String,
    /// Heading.
    pub title: String,
    /// Short sentences, in order.
    pub sentences: Vec<String>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A page or a document to go to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Link {
    /// Stable code.
    pub code: String,
    /// French label.
    pub label: String,
    /// Address, which begins with `https://`; absent: to be asked of the centre.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The variants that it describes; absent: all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variants: Option<Vec<String>>,
}

/// A legal text the offer rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LegalText {
    /// Stable code.
    pub code: String,
    /// Title, to the letter.
    pub title: String,
    /// Day it was signed.
    pub date: Date,
    /// What became of it, or what it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Address, which begins with `https://`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// How the catalogue understands something that the centre's page leaves open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reading {
    /// Stable code.
    pub code: String,
    /// The reading, in one sentence that the centre can confirm.
    pub sentence: String,
    /// The passage that is read so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}
