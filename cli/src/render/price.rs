//! The price, or what can honestly be said of it.

use bilan_professionnel::french;
use bilan_professionnel::pricing::{Quote, Taxation};

use super::View;
use super::page::{Cell, Page};
use super::style::{OPEN, PLAIN, QUIET, STRONG, TOGETHER};

pub(super) fn write(page: &mut Page, view: &View<'_>) {
    if view.offer.tariffs.is_empty() {
        return;
    }
    page.heading("Prix");
    let Some(quote) = &view.dossier.quote else {
        if view.is_free() {
            page.paragraph(STRONG, "Gratuit, quel que soit l’employeur.");
        } else {
            page.paragraph(QUIET, "Le cas ne dit pas pour quelle collectivité : pas de prix.");
        }
        return;
    };
    if quote.amount.is_some() {
        page.paragraph(STRONG, &quote.explanation);
    } else {
        page.paragraph(OPEN, "Sur devis");
        page.paragraph(PLAIN, &quote.explanation);
    }
    interval(page, quote);
    page.gap();
    let client = view.offer.clients.iter().find(|client| client.code == quote.client);
    page.field("Pour", PLAIN, client.map_or(quote.client, |client| &client.label));
    let covers: Vec<&str> = quote
        .covers
        .unwrap_or_default()
        .iter()
        .map(|code| view.offer.covers.iter().find(|cover| cover.code == *code).map_or(code.as_str(), |one| &one.label))
        .collect();
    if !covers.is_empty() {
        page.field("Comprend", PLAIN, covers.join(" · "));
    }
    if let Some(source) = quote.source {
        page.field("Source", QUIET, source);
    }
}

/// « TTC » after an amount, with the space before it.
pub(super) const fn tax(quote: &Quote<'_>) -> &'static str {
    match quote.tax {
        Some(Taxation::Included) => "\u{a0}TTC",
        Some(Taxation::Excluded) => "\u{a0}HT",
        Some(Taxation::Exempt) => " net de taxe",
        _ => "",
    }
}

/// Between which amounts a price lies that only the quote will tell.
fn interval(page: &mut Page, quote: &Quote<'_>) {
    let Some(between) = quote.indicative else { return };
    let (low, high) = (french::euros(between.low), french::euros(between.high));
    page.gap();
    page.row(&[Cell::pieces(vec![
        (PLAIN, low),
        (TOGETHER, format!(" ├{}┤ ", "╌".repeat(14))),
        (PLAIN, high),
        (QUIET, "  indicatif, jamais un prix".to_owned()),
    ])]);
}
