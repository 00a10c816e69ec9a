//! The price, or what can honestly be said of it.

use bilan_professionnel::french;
use bilan_professionnel::pricing::Quote;

use super::page::{Cell, Page};
use super::style::{OPEN, PLAIN, QUIET, STRONG, TOGETHER};
use super::{View, labels};

pub(super) fn write(page: &mut Page, view: &View<'_>) {
    page.heading("Prix");
    let Some(quote) = &view.dossier.quote else {
        page.paragraph(QUIET, "Le cas ne dit pas si la collectivité est affiliée au centre : pas de prix.");
        return;
    };
    if quote.amount.is_some() {
        page.paragraph(STRONG, &quote.explanation);
    } else {
        page.paragraph(OPEN, "Sur devis");
        page.paragraph(PLAIN, &quote.explanation);
    }
    interval(page, quote);
    let covers = labels(&view.offer.covers, quote.covers.iter().map(String::as_str));
    page.gap();
    page.field("Collectivité", PLAIN, if quote.affiliated { "affiliée au centre" } else { "non affiliée au centre" });
    if !covers.is_empty() {
        page.field("Comprend", PLAIN, covers.join(" · "));
    }
    if let Some(source) = quote.source {
        page.field("Source", QUIET, source);
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
