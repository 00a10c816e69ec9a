//! Tariffs: what they name, when and for which hours they apply, and that no two apply at once.

use super::Findings;
use super::lists::known;
use super::variants::off_grid;
use crate::catalogue::offer::Offer;
use crate::catalogue::tariff::{Price, Tariff};
use crate::error::{Error, Problem};

/// Checks every tariff.
pub(super) fn check(offer: &Offer, findings: &mut Findings) {
    for (index, tariff) in offer.tariffs.iter().enumerate() {
        let at = |error: Error| error.within_index(index).within("tariffs");
        let mut found = Findings::new();
        check_tariff(offer, tariff, &mut found);
        findings.extend(found.into_iter().map(at));
        let earlier = offer.tariffs.iter().enumerate().take(index);
        for (other_index, variant) in earlier.filter_map(|(place, other)| Some((place, shared(tariff, other)?))) {
            let problem = Problem::OverlappingTariffs {
                tariff: index.saturating_add(1),
                other: other_index.saturating_add(1),
                variant: variant.clone(),
            };
            findings.push(at(problem.at("")));
        }
    }
}

fn check_tariff(offer: &Offer, tariff: &Tariff, findings: &mut Findings) {
    findings.extend(known("variants", &tariff.variants, offer.variants.iter().map(|variant| variant.code.as_str())));
    let clients = tariff.clients.as_deref().unwrap_or_default();
    findings.extend(known("clients", clients, offer.clients.iter().map(|client| client.code.as_str())));
    findings.extend(known("covers", &tariff.covers, offer.covers.iter().map(|cover| cover.code.as_str())));
    if let (Some(from), Some(to)) = (tariff.from, tariff.to)
        && to < from
    {
        findings.push(Problem::InvertedRange.at("to"));
    }
    let bounds = tariff.hours.map(|hours| [("hours.min", hours.min()), ("hours.max", hours.max())]);
    let priced = match &tariff.price {
        Price::Reference(price) => Some(("price.reference.hours", price.hours)),
        Price::Unit(price) => Some(("price.unit.hours", price.hours)),
        _ => None,
    };
    let hours = bounds.into_iter().flatten().chain(priced);
    findings.extend(hours.filter_map(|(path, hours)| off_grid(offer, hours).map(|problem| problem.at(path))));
}

/// Gives a variant that both tariffs price for some client, hours and day, if there is one.
fn shared<'t>(tariff: &'t Tariff, other: &Tariff) -> Option<&'t String> {
    let clients = match (&tariff.clients, &other.clients) {
        (Some(some), Some(others)) => some.iter().any(|code| others.contains(code)),
        _ => true,
    };
    let hours = match (tariff.hours, other.hours) {
        (Some(some), Some(others)) => some.min() <= others.max() && others.min() <= some.max(),
        _ => true,
    };
    let begins_before_end = |a: &Tariff, b: &Tariff| a.from.zip(b.to).is_none_or(|(from, to)| from <= to);
    let days = begins_before_end(tariff, other) && begins_before_end(other, tariff);
    let variant = tariff.variants.iter().find(|code| other.variants.contains(code));
    variant.filter(|_| clients && hours && days)
}
