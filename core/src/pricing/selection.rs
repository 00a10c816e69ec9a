//! Which tariff of the catalogue prices a request.

use super::Reason;
use crate::catalogue::{Catalogue, Tariff};
use crate::error::{Error, Problem};
use crate::values::{Date, Hours};

/// The tariff that applies, or why none does.
#[derive(Clone, Copy)]
pub(super) enum Selection<'c> {
    Applies(&'c Tariff),
    None(Reason),
}

impl<'c> Selection<'c> {
    pub(super) const fn tariff(self) -> Option<&'c Tariff> {
        match self {
            Self::Applies(tariff) => Some(tariff),
            Self::None(_) => None,
        }
    }
}

/// Selects the tariff of a variant for a client, a total and a day.
///
/// A catalogue has at most one: its check refuses two that price the same total on the same day.
///
/// # Errors
/// [`Problem::MissingField { why: Some("Les tarifs changent selon la date\u{a0}: indiquez le jour auquel le prix est demandé.") }`], at `on`, where no day is given and only a day could tell.
pub(super) fn select<'c>(
    catalogue: &'c Catalogue,
    variant: &str,
    client: &str,
    hours: Hours,
    on: Option<Date>,
) -> Result<Selection<'c>, Error> {
    let tariffs: Vec<&Tariff> =
        catalogue.offer().tariffs.iter().filter(|tariff| tariff.prices(variant, client)).collect();
    let prices_hours = |tariff: &Tariff| tariff.hours.is_none_or(|range| range.contains(hours));
    if tariffs.is_empty() {
        return Ok(Selection::None(Reason::OtherClient));
    }
    if let Some(tariff) = tariffs.iter().find(|tariff| prices_hours(tariff) && tariff.in_force(on)) {
        return Ok(Selection::Applies(tariff));
    }
    if on.is_none() && tariffs.iter().any(|tariff| !tariff.in_force(None)) {
        return Err(Problem::MissingField {
            why: Some("Les tarifs changent selon la date\u{a0}: indiquez le jour auquel le prix est demandé."),
        }
        .at("on"));
    }
    let other_days = tariffs.iter().any(|tariff| prices_hours(tariff)) || !tariffs.iter().any(|t| t.in_force(on));
    Ok(Selection::None(if other_days { Reason::NotYetOrNoLonger } else { Reason::OtherHours }))
}
