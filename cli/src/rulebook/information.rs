//! What is told around the rules: topics, links, legal texts.

use bilan_professionnel::catalogue::{LegalText, Link, Offer, Topic};
use bilan_professionnel::french;

use super::markdown::{Document, Inline, line, link};
use super::{or_dash, source};

pub(super) fn write(book: &mut Document, offer: &Offer) {
    if !offer.information.is_empty() {
        book.heading(2, "Ce qui est dit à l’agent");
    }
    for Topic { title, sentences, source: from, .. } in &offer.information {
        book.heading(3, title);
        book.list(sentences);
        source(book, from.as_ref());
    }
    links(book, offer);
    if !offer.texts.is_empty() {
        book.heading(2, "Textes");
    }
    let row = |text: &LegalText| {
        let title = text.url.as_deref().map_or_else(|| Inline::from(&text.title), |url| link(&text.title, url));
        vec![title, french::date(text.date).into(), or_dash(text.note.as_ref())]
    };
    book.table(["Texte", "Date", "Note"], offer.texts.iter().map(row));
}

fn links(book: &mut Document, offer: &Offer) {
    if !offer.links.is_empty() {
        book.heading(2, "Documents à consulter");
    }
    let row = |Link { label, url, variants, .. }: &Link| {
        let variants = variants.as_ref().map_or_else(
            || Inline::from("toutes"),
            |codes| {
                let named = codes.iter().map(|code| {
                    let variant = offer.variants.iter().find(|variant| variant.code == *code);
                    variant.map_or(code.as_str(), |variant| &variant.label)
                });
                named.collect::<Vec<_>>().join(", ").into()
            },
        );
        let address = url.as_deref().map_or_else(|| Inline::from("à demander au centre"), |url| line![link(url, url)]);
        vec![label.into(), variants, address]
    };
    book.table(["Document", "Déclinaisons", "Adresse"], offer.links.iter().map(row));
}
