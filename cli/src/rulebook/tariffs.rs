//! Prices, and what is said where no price exists.

use bilan_professionnel::catalogue::{Price, ReferencePrice, Tariff};
use bilan_professionnel::pricing::{self, Request};
use bilan_professionnel::{Catalogue, Error, Hours, french};

use super::example_day;
use super::markdown::{Document, code};

/// How far from the reference the examples stand: two hours.
const AWAY: Hours = Hours::from_half_hours(4);

pub(super) fn write(book: &mut Document, catalogue: &Catalogue) -> Result<(), Error> {
    let offer = catalogue.offer();
    book.heading(2, "Tarifs");
    book.paragraph("Montants toutes taxes comprises, exacts au centime.");
    let row = |tariff: &Tariff| {
        vec![
            labels(&tariff.variants, |code| offer.variants.iter().find(|one| one.code == code).map(|one| &*one.label)),
            clients(tariff).to_owned(),
            dates(tariff),
            price(&tariff.price),
            labels(&tariff.covers, |code| offer.covers.iter().find(|one| one.code == code).map(|one| &*one.label)),
            tariff.source.clone(),
        ]
    };
    book.table(
        &["Déclinaisons", "Collectivités", "En vigueur", "Prix", "Comprend", "Source"],
        offer.tariffs.iter().map(row),
    );
    book.paragraph(
        "Un prix publié vaut pour ses heures de référence. Pour d’autres heures, aucun prix n’existe avant le devis. Le \
         prix étant une somme de parts horaires et de parts fixes, toutes positives ou nulles, il se trouve entre le \
         montant de référence et ce montant rapporté aux heures demandées : l’intervalle est donné à titre indicatif, \
         jamais comme un prix. Sans tarif publié, aucun chiffre n’est donné.",
    );
    examples(book, catalogue)
}

fn labels<'a>(codes: &'a [String], label: impl Fn(&'a str) -> Option<&'a str>) -> String {
    codes.iter().map(|code| label(code).unwrap_or(code)).collect::<Vec<_>>().join(" ; ")
}

const fn clients(tariff: &Tariff) -> &'static str {
    match tariff.affiliated {
        Some(true) => "affiliées",
        Some(false) => "non affiliées",
        None => "toutes",
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

fn price(price: &Price) -> String {
    match price {
        Price::Free => "gratuit".to_owned(),
        Price::OnQuote => "sur devis".to_owned(),
        Price::Reference(ReferencePrice { hours, amount }) => {
            format!("{} pour {}", french::euros(*amount), french::hours(*hours))
        }
        Price::Hourly(hourly) => {
            let fixed = hourly.fixed.iter().map(|part| format!("{} : {}", part.label, french::euros(part.amount)));
            std::iter::once(format!("{} l’heure", french::euros(hourly.rate)))
                .chain(fixed)
                .collect::<Vec<_>>()
                .join(" ; ")
        }
    }
}

/// Each tariff at its reference or stated hours, and where that changes something, away from them.
fn examples(book: &mut Document, catalogue: &Catalogue) -> Result<(), Error> {
    let mut rows = Vec::new();
    for tariff in &catalogue.offer().tariffs {
        let Some(variant) = tariff.variants.first().map(|code| catalogue.variant(code)).transpose()? else { continue };
        let hours = match &tariff.price {
            Price::Reference(reference) => {
                vec![reference.hours.minus(AWAY), reference.hours, reference.hours.plus(AWAY)]
            }
            Price::Hourly(_) => vec![variant.stated_hours, variant.stated_hours.plus(AWAY)],
            Price::Free | Price::OnQuote => vec![variant.stated_hours],
        };
        let day = tariff.from.or(tariff.to).unwrap_or_else(example_day);
        for hours in hours.into_iter().filter(|hours| !hours.is_zero()) {
            let request = Request::new(&variant.code, tariff.affiliated.unwrap_or(true)).hours(hours.as_f64()).on(day);
            let clients = if request.affiliated { "affiliée" } else { "non affiliée" };
            let asked = format!("{} ({}), {}", variant.label, code(&variant.code), french::hours(hours));
            // Reference hours may be more than any plan of that variant has.
            let answer = pricing::quote(catalogue, &request)
                .map_or_else(|error| format!("Refus : {error}"), |quote| quote.explanation);
            rows.push(vec![asked, clients.to_owned(), answer]);
        }
    }
    book.table(&["Demande", "Collectivité", "Réponse"], rows);
    Ok(())
}
