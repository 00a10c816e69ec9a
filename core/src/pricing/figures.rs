//! What a tariff says of a plan, in figures.

use super::{Billed, Interval, Reason, Status};
use crate::catalogue::{Bills, Catalogue, HourlyPrice, Kickoff, Price, ReferencePrice, Tariff, UnitPrice, Variant};
use crate::plan::{self, Plan};
use crate::values::{Euros, Hours, HoursRange};

/// The figures of a quote.
pub(super) struct Figures {
    pub(super) status: Status,
    pub(super) reason: Option<Reason>,
    pub(super) amount: Option<Euros>,
    pub(super) indicative: Option<Interval>,
    pub(super) billed: Option<Billed>,
}

impl Figures {
    /// Makes the figures of a price that only the centre's quote says.
    pub(super) const fn on_quote(reason: Reason) -> Self {
        Self { status: Status::OnQuote, reason: Some(reason), amount: None, indicative: None, billed: None }
    }

    const fn exact(status: Status, amount: Euros) -> Self {
        Self { status, reason: None, amount: Some(amount), indicative: None, billed: None }
    }

    const fn computed(amount: Euros, billed: Billed) -> Self {
        Self { billed: Some(billed), ..Self::exact(Status::Computed, amount) }
    }

    /// Reads a tariff for a plan that its hours and its day let it price.
    pub(super) fn of(catalogue: &Catalogue, tariff: &Tariff, plan: &Plan<'_>) -> Self {
        match &tariff.price {
            Price::Free => Self::exact(Status::Free, Euros::ZERO),
            Price::OnQuote => Self::on_quote(Reason::ByQuote),
            Price::Flat(price) => Self::exact(Status::Published, price.amount),
            Price::Reference(_) if !plan.follows_example() => Self::on_quote(Reason::OtherPlan),
            Price::Reference(reference) if is_published(plan, reference.hours) => {
                Self::exact(Status::Published, reference.amount)
            }
            Price::Reference(reference) => {
                let may_scale = tariff.indicative.unwrap_or(true);
                let indicative = if may_scale { interval(catalogue, plan, *reference) } else { None };
                Self { indicative, ..Self::on_quote(Reason::OtherHours) }
            }
            Price::Hourly(price) => hourly(price, plan),
            Price::Unit(price) => by_the_unit(price, plan),
        }
    }
}

/// Gives the hours that a total loses where an optional kickoff meeting is left out; none where it cannot be.
pub(super) fn optional_kickoff(variant: &Variant) -> Option<HoursRange> {
    variant.kickoff().filter(|(_, kickoff)| *kickoff == Kickoff::Optional).map(|(step, _)| step.hours)
}

/// Tells whether the amount for the reference hours is that of a plan which follows the example.
///
/// The kickoff meeting is free and optional: without it the same amount pays for the reference hours, for those hours
/// less the meeting's, and for any total between. Source: page of the CDG29, passage on the price, and the tables of
/// the variants, where the meeting is optional.
fn is_published(plan: &Plan<'_>, reference: Hours) -> bool {
    let kickoff = if plan.kickoff_meeting { None } else { optional_kickoff(plan.example) };
    let least = reference.minus(kickoff.map_or(Hours::ZERO, HoursRange::max));
    (least..=reference).contains(&plan.hours)
}

/// Gives the interval in which the price of other hours lies.
///
/// A price is a sum of hourly and fixed parts, none negative, so it lies between the reference amount and that amount
/// scaled by the hours that are priced: those with the counsellor, without the free kickoff meeting. Source: page of
/// the CDG29, passage on the price, which lists the parts.
fn interval(catalogue: &Catalogue, plan: &Plan<'_>, reference: ReferencePrice) -> Option<Interval> {
    let request = plan::Request::new(plan.variant).hours(reference.hours);
    let at_reference =
        plan::plan(catalogue, &request).or_else(|_| plan::plan(catalogue, &request.without_kickoff())).ok()?;
    let (priced, of) = (plan.totals.accompanied_without_kickoff(), at_reference.totals.accompanied_without_kickoff());
    (!of.is_zero()).then(|| Interval::between(reference.amount, reference.amount.scaled(priced, of)))
}

fn hourly(price: &HourlyPrice, plan: &Plan<'_>) -> Figures {
    let billed = match price.bills {
        Bills::All => plan.totals.all(),
        Bills::Accompanied => plan.totals.accompanied,
        Bills::AccompaniedWithoutKickoff => plan.totals.accompanied_without_kickoff(),
    };
    let parts = price.fixed.iter().fold(Euros::ZERO, |sum, part| sum.plus(part.amount));
    Figures::computed(price.rate.times(billed).plus(parts), Billed::Hours(billed))
}

/// A unit that is started is due whole. The kickoff meeting is time with the counsellor and counts as such: a tariff
/// that leaves it out is an hourly one.
fn by_the_unit(price: &UnitPrice, plan: &Plan<'_>) -> Figures {
    let units = plan.totals.accompanied.quarters().div_ceil(price.hours.quarters().max(1));
    Figures::computed(price.amount.repeated(units), Billed::Units(units))
}
