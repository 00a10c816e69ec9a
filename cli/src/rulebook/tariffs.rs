//! Prices, and what is said where no price exists.

use bilan_professionnel::catalogue::{Bills, FixedPart, Price, Tariff, Tax};
use bilan_professionnel::pricing::{self, Request};
use bilan_professionnel::{Catalogue, Error, Hours, french};

use super::example_day;
use super::markdown::{Document, Inline, code, line};
use super::or_dash;
use crate::words;

/// How far from the reference the examples stand: two hours.
const AWAY: Hours = Hours::from_whole(2);

pub(super) fn write(book: &mut Document, catalogue: &Catalogue) -> Result<(), Error> {
    let offer = catalogue.offer();
    if offer.tariffs.is_empty() {
        return Ok(());
    }
    book.heading(2, "Tarifs");
    book.paragraph("Montants exacts au centime, suivis de leur régime de taxe.");
    let row = |tariff: &Tariff| {
        let variants = labels(&tariff.variants, |code| {
            offer.variants.iter().find(|one| one.code == code).map(|one| one.label.as_str())
        });
        let covers = labels(&tariff.covers, |code| {
            offer.covers.iter().find(|one| one.code == code).map(|one| one.label.as_str())
        });
        vec![
            variants,
            clients(catalogue, tariff),
            tariff.hours.map_or_else(|| "tous".to_owned(), words::range).into(),
            dates(tariff).into(),
            price(tariff),
            covers,
            or_dash(tariff.source.as_ref()),
        ]
    };
    book.table(
        ["Déclinaisons", "Collectivités", "Totaux", "En vigueur", "Prix", "Comprend", "Source"],
        offer.tariffs.iter().map(row),
    );
    principles(book, &offer.tariffs);
    examples(book, catalogue)
}

/// What the forms of price that the centre uses mean.
fn principles(book: &mut Document, tariffs: &[Tariff]) {
    let any = |found: fn(&Price) -> bool| tariffs.iter().any(|tariff| found(&tariff.price));
    if any(|price| matches!(price, Price::Reference(_))) {
        book.paragraph(
            "Un prix publié pour des heures de référence vaut pour le parcours type de ces heures. Pour d’autres heures, \
             aucun prix n’existe avant le devis. Le prix est une somme de parts horaires et de parts fixes, toutes \
             positives ou nulles. Il se trouve donc entre le montant de référence et ce montant rapporté aux heures avec \
             une conseillère ou un conseiller, réunion de démarrage exclue. Cet intervalle est un ordre de grandeur calculé, \
             non publié par le centre, jamais un prix ; le catalogue peut l’interdire.",
        );
    }
    if any(|price| matches!(price, Price::Hourly(_))) {
        book.paragraph("Un prix à l’heure est calculé : les heures à payer, multipliées par le prix d’une heure.");
    }
    if any(|price| matches!(price, Price::Unit(_))) {
        book.paragraph(
            "Un prix par demi-journée, par séance ou par autre unité est calculé ; une unité commencée est due.",
        );
    }
    book.paragraph("Sans tarif pour une collectivité, une date ou des heures, aucun chiffre n’est donné.");
}

fn labels<'a>(codes: &'a [String], label: impl Fn(&'a str) -> Option<&'a str>) -> Inline {
    codes.iter().map(|code| label(code).unwrap_or(code)).collect::<Vec<_>>().join(" ; ").into()
}

fn clients(catalogue: &Catalogue, tariff: &Tariff) -> Inline {
    let known = &catalogue.offer().clients;
    match &tariff.clients {
        Some(codes) => labels(codes, |code| known.iter().find(|one| one.code == code).map(|one| one.label.as_str())),
        None => "toutes".into(),
    }
}

fn dates(tariff: &Tariff) -> String {
    match (tariff.from.map(french::date), tariff.to.map(french::date)) {
        (None, None) => "sans limite de date".to_owned(),
        (Some(from), None) => format!("à partir du {from}"),
        (None, Some(to)) => format!("jusqu’au {to}"),
        (Some(from), Some(to)) => format!("du {from} au {to}"),
    }
}

fn price(tariff: &Tariff) -> Inline {
    let tax = match tariff.tax {
        Tax::Excluded(tax) => format!("HT (taxe : {} %)", tax.rate.to_string().replace('.', ",")),
        other => other.words().to_owned(),
    };
    let amount = |amount| format!("{} {tax}", french::euros(amount));
    match &tariff.price {
        Price::Free => "gratuit".into(),
        Price::OnQuote => "sur devis".into(),
        // A package says its hours in their own column.
        Price::Flat(flat) if tariff.hours.is_some() => format!("{}, forfait", amount(flat.amount)).into(),
        Price::Flat(flat) => format!("{}, quelles que soient les heures", amount(flat.amount)).into(),
        Price::Reference(reference) => {
            format!("{} pour {}", amount(reference.amount), french::hours(reference.hours)).into()
        }
        Price::Hourly(hourly) => {
            let hours = match hourly.bills {
                Bills::All => "l’heure de plan, travail personnel compris",
                Bills::Accompanied => "l’heure avec une conseillère ou un conseiller",
                _ => "l’heure avec une conseillère ou un conseiller, réunion de démarrage exclue",
            };
            let fixed = |part: &FixedPart| format!(" ; {} : {}", part.label, amount(part.amount));
            let fixed: String = hourly.fixed.iter().map(fixed).collect();
            format!("{} {hours}{fixed}", amount(hourly.rate)).into()
        }
        Price::Unit(unit) => {
            let label = unit.label.as_deref().unwrap_or("unité");
            format!("{} par {label} commencée de {}", amount(unit.amount), french::hours(unit.hours)).into()
        }
        _ => "forme de prix inconnue de ce document".into(),
    }
}

/// Each tariff at its reference or stated hours, and where that changes something, away from them.
fn examples(book: &mut Document, catalogue: &Catalogue) -> Result<(), Error> {
    let offer = catalogue.offer();
    let mut rows = Vec::new();
    for tariff in &offer.tariffs {
        let Some(variant) = tariff.variants.first().map(|code| catalogue.variant(code)).transpose()? else { continue };
        let client =
            tariff.clients.as_ref().and_then(|codes| codes.first()).or(offer.clients.first().map(|one| &one.code));
        let Some(client) = client.map(|code| catalogue.client(code)).transpose()? else { continue };
        let stated =
            tariff.hours.map_or(variant.stated_hours, |hours| variant.stated_hours.clamp(hours.min(), hours.max()));
        let hours = match &tariff.price {
            Price::Reference(reference) => {
                vec![reference.hours.minus(AWAY), reference.hours, reference.hours.plus(AWAY)]
            }
            Price::Hourly(_) | Price::Flat(_) => vec![stated, stated.plus(AWAY)],
            Price::Unit(unit) => vec![stated.minus(unit.hours), stated],
            _ => vec![stated],
        };
        let day = tariff.from.or(tariff.to).unwrap_or_else(example_day);
        for hours in hours.into_iter().filter(|hours| !hours.is_zero()) {
            let request = Request::new(&variant.code, &client.code).hours(hours).on(day);
            let asked = line![&variant.label, " (", code(&variant.code), "), ", french::hours(hours)];
            // Reference hours may be more than any plan of that variant has.
            let answer = pricing::quote(catalogue, &request)
                .map_or_else(|error| format!("Refus : {error}"), |quote| quote.explanation);
            rows.push(vec![asked, (&client.label).into(), french::date(day).into(), answer.into()]);
        }
    }
    book.table(["Demande", "Collectivité", "Date", "Réponse"], rows);
    Ok(())
}
