//! What a bilan costs: the published amount, a computed one, or an honest interval.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::catalogue::{Catalogue, HourlyPrice, Price, ReferencePrice, Tariff};
use crate::error::{Error, Problem};
use crate::values::Date;
use crate::values::Euros;
use crate::values::Hours;
use crate::values::french;

/// What is asked: a variant, hours, for whom, when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "QuoteRequest"))]
#[non_exhaustive]
pub struct Request {
    /// Code of a variant of the catalogue.
    pub variant: String,
    /// Total hours, a multiple of 0.5; by default the variant's stated total.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("multipleOf" = 0.5)))]
    pub hours: Option<Hours>,
    /// Code of a client of the catalogue.
    pub client: String,
    /// The day of the price; needed where the tariffs are dated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
}

impl Request {
    /// The price of that variant, at its stated total, for a collectivity affiliated or not.
    #[must_use]
    pub fn new(variant: impl Into<String>, client: impl Into<String>) -> Self {
        Self { variant: variant.into(), hours: None, client: client.into(), on: None }
    }

    /// For that total.
    #[must_use]
    pub const fn hours(mut self, hours: Hours) -> Self {
        self.hours = Some(hours);
        self
    }

    /// On that day.
    #[must_use]
    pub const fn on(mut self, day: Date) -> Self {
        self.on = Some(day);
        self
    }
}

/// How a price is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "QuoteStatus"))]
#[non_exhaustive]
pub enum Status {
    /// The amount is published for these hours.
    Published,
    /// The amount is computed from a published hourly rate.
    Computed,
    /// Nothing to pay.
    Free,
    /// The centre's quote says.
    OnQuote,
}

/// A price, or what can honestly be said of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "QuoteResult"))]
#[non_exhaustive]
pub struct Quote<'c> {
    /// Code of the variant.
    pub variant: &'c str,
    /// Total hours.
    pub hours: Hours,
    /// Code of the client.
    pub client: &'c str,
    /// How the price is known.
    pub status: Status,
    /// The price, where one exists.
    pub amount: Option<Euros>,
    /// Always euros.
    pub currency: Currency,
    /// Always true: amounts include tax.
    pub tax_included: bool,
    /// The published amount and its hours.
    pub reference: Option<ReferencePrice>,
    /// Where no price exists: between which amounts it lies. Never a price.
    pub indicative: Option<Interval>,
    /// What the price covers.
    pub covers: &'c [String],
    /// Where the tariff comes from.
    pub source: Option<&'c str>,
    /// One French sentence.
    pub explanation: String,
}

/// The currency of every amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Currency {
    /// Euro.
    #[serde(rename = "EUR")]
    Euro,
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

/// The price of a bilan.
///
/// Where a tariff gives one amount for reference hours, other hours have no price before the centre's quote. The price
/// being a sum of hourly and fixed parts, none negative, it lies between the reference amount and that amount scaled by
/// the hours: the interval is given as indicative. Source: page of the CDG29, section « Coût ».
///
/// ```
/// use bilan_professionnel::{Catalogue, Hours, pricing};
///
/// let quote = pricing::quote(Catalogue::embedded(), &pricing::Request::new("evolution", "affiliee").hours(Hours::from_whole(20)))?;
/// assert_eq!(quote.amount, None);
/// assert_eq!(quote.indicative.map(|between| between.high.to_string()), Some("2267.22".into()));
/// # Ok::<(), bilan_professionnel::Error>(())
/// ```
///
/// # Errors
/// [`Problem::UnknownVariant`]; at `hours` [`Problem::HoursGranularity`] or [`Problem::HoursOutOfRange`] (from half an
/// hour to forty hours a step); [`Problem::MissingField`] at `on` where all the tariffs that apply are dated.
pub fn quote<'c>(catalogue: &'c Catalogue, request: &Request) -> Result<Quote<'c>, Error> {
    let variant = catalogue.variant(&request.variant)?;
    let client = catalogue.client(&request.client)?;
    let hours = match request.hours {
        Some(hours) => hours,
        None => variant.stated_hours,
    };
    let tariffs = || catalogue.offer().tariffs.iter().filter(|tariff| tariff.prices(&variant.code, &client.code));
    let tariff = tariffs().find(|tariff| tariff.in_force(request.on));
    if tariff.is_none() && request.on.is_none() && tariffs().next().is_some() {
        return Err(Problem::MissingField.at("on"));
    }
    let found = Found::of(tariff, hours);
    Ok(Quote {
        variant: &variant.code,
        hours,
        client: &client.code,
        status: found.status,
        amount: found.amount,
        currency: Currency::Euro,
        tax_included: true,
        reference: found.reference,
        indicative: found.indicative,
        covers: tariff.map_or(&[], |tariff| &tariff.covers),
        source: tariff.and_then(|tariff| tariff.source.as_deref()),
        explanation: found.explanation,
    })
}

/// What a tariff says for so many hours.
struct Found {
    status: Status,
    amount: Option<Euros>,
    reference: Option<ReferencePrice>,
    indicative: Option<Interval>,
    explanation: String,
}

impl Found {
    fn of(tariff: Option<&Tariff>, hours: Hours) -> Self {
        match tariff.map(|tariff| &tariff.price) {
            Some(Price::Free) => Self::exact(Status::Free, Euros::ZERO, "Prestation gratuite.".into()),
            Some(Price::Reference(reference)) => Self::by_reference(*reference, hours),
            Some(Price::Hourly(price)) => Self::by_the_hour(price, hours),
            Some(Price::OnQuote | Price::Flat(_) | Price::Unit(_)) => {
                Self::on_quote("Aucun montant n’est publié dans ce cas : demandez un devis au centre.")
            }
            None => Self::on_quote("Aucun tarif n’est en vigueur à cette date : demandez un devis au centre."),
        }
    }

    fn exact(status: Status, amount: Euros, explanation: String) -> Self {
        Self { status, amount: Some(amount), reference: None, indicative: None, explanation }
    }

    fn on_quote(explanation: &str) -> Self {
        let explanation = explanation.to_owned();
        Self { status: Status::OnQuote, amount: None, reference: None, indicative: None, explanation }
    }

    fn by_reference(reference: ReferencePrice, hours: Hours) -> Self {
        let (amount, usual) = (french::euros(reference.amount), french::hours(reference.hours));
        if hours == reference.hours {
            let explanation = format!("{amount} TTC, tarif publié pour {usual}.");
            let exact = Self::exact(Status::Published, reference.amount, explanation);
            return Self { reference: Some(reference), ..exact };
        }
        let scaled = reference.amount.scaled(hours, reference.hours);
        let (low, high) = if hours < reference.hours { (scaled, reference.amount) } else { (reference.amount, scaled) };
        let between = format!("entre {} et {} TTC", french::euros(low), french::euros(high));
        let explanation = format!(
            "Le tarif publié vaut pour {usual} ({amount} TTC). Pour {}, seul le devis fait foi ; à titre indicatif, {between}.",
            french::hours(hours)
        );
        let indicative = Some(Interval { low, high });
        Self { status: Status::OnQuote, amount: None, reference: Some(reference), indicative, explanation }
    }

    fn by_the_hour(price: &HourlyPrice, hours: Hours) -> Self {
        let parts = price.fixed.iter().fold(Euros::ZERO, |sum, part| sum.plus(part.amount));
        let amount = price.rate.times(hours).plus(parts);
        let mut explanation =
            format!("{} TTC : {} à {} l’heure", french::euros(amount), french::hours(hours), french::euros(price.rate));
        for part in &price.fixed {
            let _ = write!(explanation, ", {} ({})", part.label, french::euros(part.amount));
        }
        explanation.push('.');
        Self::exact(Status::Computed, amount, explanation)
    }
}
