//! What a bilan costs: the published amount, a computed one, or an honest interval.

mod asked;
mod figures;
mod request;
mod result;
mod selection;
mod sentences;

use self::asked::Asked;
use self::figures::Figures;
pub use self::request::{PlanToPrice, Request};
pub use self::result::{Billed, Currency, Interval, Quote, Reason, Status, Taxation};
use self::selection::{Selection, select};
use self::sentences::{Subject, explain};
use crate::catalogue::{Catalogue, Client, Price, Tax, Variant};
use crate::error::Error;
use crate::plan::Plan;
use crate::values::{Date, Hours};

/// Prices a bilan: a plan, or the example plan of so many hours.
///
/// A *reference* tariff publishes one amount for the example of its reference hours: every step but perhaps an
/// optional kickoff meeting, each within its range. Any other plan is on quote. For other hours of the example the
/// price, a sum of hourly and fixed parts of which none is negative, lies between the reference amount and that amount
/// scaled by the hours with the counsellor, the kickoff meeting excluded: the interval is given as indicative, unless
/// the tariff forbids it. Source: page of the CDG29, passage on the price.
///
/// `hours` alone asks for the example plan of that total. Where the example has no such total, the price is on quote;
/// the reference hours less those of an optional kickoff meeting then mean the plan without that meeting.
///
/// ```
/// use bilan_professionnel::{Catalogue, Hours, pricing};
///
/// let quote = pricing::quote(Catalogue::embedded(), &pricing::Request::new("evolution", "affiliee").hours(Hours::from_whole(20)))?;
/// assert_eq!(quote.amount, None);
/// assert_eq!(quote.indicative.map(|between| between.high.to_string()), Some("2354.42".into()));
/// # Ok::<(), bilan_professionnel::Error>(())
/// ```
///
/// # Errors
/// In this order, by their codes: `unknownVariant` at `variant`, and `missingField` there where neither the quote nor
/// its plan has a variant; `contradiction` at `hours` where there is also a plan, and at `plan.variant` where it is
/// another variant; within `plan`, those of [`plan`](crate::plan::plan); at `hours`, `hoursGranularity` off the
/// catalogue's grid, `hoursOutOfRange` for no hours or more than 40 a step; `unknownCode` at `client`; `missingField`
/// at `on` where the tariffs are dated and no day is given.
pub fn quote<'c>(catalogue: &'c Catalogue, request: &Request) -> Result<Quote<'c>, Error> {
    match Asked::of(catalogue, request)? {
        Asked::Plan(plan) => quote_plan(catalogue, &plan, &request.client, request.on),
        Asked::Total(variant, hours) => {
            let client = catalogue.client(&request.client)?;
            let selection = select(catalogue, &variant.code, &client.code, hours, request.on)?;
            let plan = asked::without_kickoff(catalogue, variant, hours, selection.tariff());
            Ok(written(catalogue, client, request.on, selection, &Priced { variant, hours, plan: plan.as_ref() }))
        }
    }
}

/// Prices a plan that is already made, on a day; no day is needed where no tariff is dated.
///
/// The answer is that of [`quote`] for the request from which the plan was made.
///
/// # Errors
/// [`Problem::UnknownCode`](crate::Problem::UnknownCode) at `client`;
/// [`Problem::MissingField { why: Some("Les tarifs changent selon la date\u{a0}: indiquez le jour auquel le prix est demandé.") }`](crate::Problem::MissingField { why: Some("Les tarifs changent selon la date\u{a0}: indiquez le jour auquel le prix est demandé.") }) at `on` where the tariffs are dated and no day is given.
pub fn quote_plan<'c>(
    catalogue: &'c Catalogue,
    plan: &Plan<'c>,
    client: &str,
    on: Option<Date>,
) -> Result<Quote<'c>, Error> {
    let client = catalogue.client(client)?;
    let selection = select(catalogue, plan.variant, &client.code, plan.hours, on)?;
    let priced = Priced { variant: plan.example, hours: plan.hours, plan: Some(plan) };
    Ok(written(catalogue, client, on, selection, &priced))
}

/// What a quote prices: a plan, or a total that no plan of the variant's example has.
struct Priced<'p, 'c> {
    variant: &'c Variant,
    hours: Hours,
    plan: Option<&'p Plan<'c>>,
}

fn written<'c>(
    catalogue: &'c Catalogue,
    client: &'c Client,
    on: Option<Date>,
    selection: Selection<'c>,
    priced: &Priced<'_, 'c>,
) -> Quote<'c> {
    let hours = priced.plan.map_or(priced.hours, |plan| plan.hours);
    let figures = match (selection, priced.plan) {
        (Selection::None(reason), _) => Figures::on_quote(reason),
        (Selection::Applies(tariff), Some(plan)) => Figures::of(catalogue, tariff, plan),
        (Selection::Applies(tariff), None) if tariff.price == Price::OnQuote => Figures::on_quote(Reason::ByQuote),
        (Selection::Applies(_), None) => Figures::on_quote(Reason::OtherHours),
    };
    let tariff = selection.tariff();
    let explanation = explain(&Subject { client, hours, on, tariff, plan: priced.plan }, &figures);
    Quote {
        variant: &priced.variant.code,
        hours,
        client: &client.code,
        status: figures.status,
        reason: figures.reason,
        amount: figures.amount,
        currency: Currency::Euro,
        tax: tariff.map(|tariff| tariff.tax.into()),
        tax_rate: tariff.and_then(|tariff| match tariff.tax {
            Tax::Excluded(tax) => Some(tax.rate),
            _ => None,
        }),
        reference: tariff.and_then(|tariff| match tariff.price {
            Price::Reference(reference) => Some(reference),
            _ => None,
        }),
        indicative: figures.indicative,
        billed: figures.billed,
        covers: tariff.map(|tariff| tariff.covers.as_slice()),
        source: tariff.and_then(|tariff| tariff.source.as_deref()),
        explanation,
    }
}
