//! A price in French sentences.

use std::fmt::Write;

use super::figures::{Figures, optional_kickoff};
use super::{Billed, Interval, Reason};
use crate::catalogue::{Bills, Client, HourlyPrice, Price, ReferencePrice, Tariff, Tax, UnitPrice};
use crate::plan::Plan;
use crate::values::{Date, Euros, Hours, HoursRange, french};

/// What a price is said of.
pub(super) struct Subject<'a, 'c> {
    pub(super) client: &'a Client,
    pub(super) hours: Hours,
    pub(super) on: Option<Date>,
    pub(super) tariff: Option<&'a Tariff>,
    /// The plan; none for a total that no plan of the example has.
    pub(super) plan: Option<&'a Plan<'c>>,
}

/// Says the price, or why only the centre's quote does and who asks for it.
pub(super) fn explain(subject: &Subject<'_, '_>, figures: &Figures) -> String {
    if let Some(reason) = figures.reason {
        return on_quote(subject, reason, figures.indicative);
    }
    let (Some(tariff), Some(amount)) = (subject.tariff, figures.amount) else { return String::new() };
    let known = with_tax(amount, tariff.tax);
    match (&tariff.price, figures.billed) {
        (Price::Reference(reference), _) => published(&known, *reference, subject.plan),
        (Price::Flat(_), _) => flat(&known, tariff.hours),
        (Price::Hourly(price), Some(Billed::Hours(billed))) => hourly(&known, price, billed, subject.plan),
        (Price::Unit(price), Some(Billed::Units(units))) => by_the_unit(&known, price, units),
        _ => "Prestation gratuite.".to_owned(),
    }
}

/// Writes an amount and its tax: « 2 040,50 € TTC ».
fn with_tax(amount: Euros, tax: Tax) -> String {
    let written = format!("{} {}", french::euros(amount), tax.words());
    match tax {
        Tax::Excluded(tax) => {
            format!("{written} (TVA de {}\u{a0}% en sus)", tax.rate.to_string().replace('.', ","))
        }
        _ => written,
    }
}

fn published(known: &str, reference: ReferencePrice, plan: Option<&Plan<'_>>) -> String {
    let mut text = format!("{known}\u{a0}: tarif publié par le centre pour {}", french::hours(reference.hours));
    let without = plan.filter(|plan| !plan.kickoff_meeting).and_then(|plan| optional_kickoff(plan.example));
    if let Some(kickoff) = without {
        let least = reference.hours.minus(kickoff.max());
        let (least, most) = (french::hours(least), french::hours(reference.hours));
        let _ = write!(text, "\u{a0}; il vaut de {least} à {most} sans la réunion de démarrage, qui est facultative");
    }
    text.push('.');
    text
}

fn flat(known: &str, hours: Option<HoursRange>) -> String {
    match hours {
        Some(range) => format!("{known}\u{a0}: forfait publié par le centre pour {}.", span(range)),
        None => format!("{known}\u{a0}: forfait publié par le centre."),
    }
}

fn hourly(known: &str, price: &HourlyPrice, billed: Hours, plan: Option<&Plan<'_>>) -> String {
    let mut parts = Vec::new();
    if price.rate > Euros::ZERO {
        let hours = match price.bills {
            Bills::All => "",
            Bills::AccompaniedWithoutKickoff if plan.is_some_and(|plan| plan.kickoff_meeting) => {
                " d’accompagnement sans la réunion de démarrage"
            }
            Bills::Accompanied | Bills::AccompaniedWithoutKickoff => " d’accompagnement",
        };
        parts.push(format!("{}{hours} à {} l’heure", french::hours(billed), french::euros(price.rate)));
    }
    parts.extend(
        price.fixed.iter().map(|part| format!("«\u{a0}{}\u{a0}» à {}", part.label, french::euros(part.amount))),
    );
    let mut text = known.to_owned();
    if !parts.is_empty() {
        text.push_str("\u{a0}: ");
        french::list(&mut text, parts.iter().map(String::as_str), " et ");
    }
    text.push('.');
    text
}

fn by_the_unit(known: &str, price: &UnitPrice, units: u32) -> String {
    let unit = price.label.as_deref().unwrap_or("unité");
    format!(
        "{known}\u{a0}: {units} fois {}, prix par {unit} de {} d’accompagnement. Une unité commencée est due en entier.",
        french::euros(price.amount),
        french::hours(price.hours)
    )
}

fn on_quote(subject: &Subject<'_, '_>, reason: Reason, indicative: Option<Interval>) -> String {
    const ASK: &str = "l’employeur demande un devis au centre";
    let reference = subject.tariff.and_then(|tariff| match &tariff.price {
        Price::Reference(reference) => Some((*reference, tariff.tax)),
        _ => None,
    });
    let hours = french::hours(subject.hours);
    let published = |(reference, tax): (ReferencePrice, Tax)| {
        format!("Le tarif publié est de {} pour {}", with_tax(reference.amount, tax), french::hours(reference.hours))
    };
    match (reason, reference) {
        (Reason::OtherClient, _) => {
            format!("Aucun tarif n’est publié pour «\u{a0}{}\u{a0}»\u{a0}: {ASK}.", subject.client.label)
        }
        (Reason::NotYetOrNoLonger, _) => {
            let day = subject.on.map_or_else(|| "ce jour-là".to_owned(), |day| format!("le {}", french::date(day)));
            format!("Aucun tarif n’est en vigueur {day}\u{a0}: {ASK}.")
        }
        (Reason::ByQuote, _) => format!("Le centre ne publie pas de montant dans ce cas\u{a0}: {ASK}."),
        (Reason::OtherPlan, Some(reference)) => format!(
            "{} du parcours type. Ce plan s’en écarte\u{a0}: seul le devis du centre donne son prix.",
            published(reference)
        ),
        (Reason::OtherHours, Some(reference)) => {
            let mut text = format!("{}. Pour {hours}, seul le devis du centre donne le prix", published(reference));
            if let Some(interval) = indicative {
                let between = between(interval, reference.1);
                let _ = write!(text, "\u{a0}; ordre de grandeur calculé, non publié par le centre\u{a0}: {between}");
            }
            text.push('.');
            text
        }
        (Reason::OtherHours, None) if subject.plan.is_none() => {
            format!("Le parcours type ne peut pas durer {hours}\u{a0}: seul le devis du centre donne le prix.")
        }
        (Reason::OtherPlan | Reason::OtherHours, None) => {
            format!("Aucun tarif n’est publié pour {hours}\u{a0}: seul le devis du centre donne le prix.")
        }
    }
}

fn between(interval: Interval, tax: Tax) -> String {
    let high = with_tax(interval.high, tax);
    if interval.low == interval.high {
        format!("environ {high}")
    } else {
        format!("entre {} et {high}", french::euros(interval.low))
    }
}

fn span(range: HoursRange) -> String {
    let (min, max) = (french::hours(range.min()), french::hours(range.max()));
    if min == max { min } else { format!("{min} à {max}") }
}
