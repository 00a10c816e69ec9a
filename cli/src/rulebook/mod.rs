//! The rule book: every rule that is applied, in French, for a counsellor to read and sign off.
//!
//! It is written from the tables that the library applies, and its examples are answered by the library itself:
//! nothing in it is a second copy of a figure or of a rule.

mod course;
mod funding;
mod markdown;
mod plans;
mod situations;
mod tariffs;
mod variants;

use bilan_professionnel::record::{CONTRACT, ENGINE};
use bilan_professionnel::{Catalogue, Date, Error};

use self::markdown::{Document, code};
use crate::failure::Failure;

/// The whole book, as Markdown.
pub(crate) fn rulebook(catalogue: &Catalogue) -> Result<String, Failure> {
    write(catalogue).map_err(|error| Failure::Refused { name: "règles".to_owned(), error })
}

fn write(catalogue: &Catalogue) -> Result<String, Error> {
    let mut book = Document::default();
    preamble(&mut book, catalogue);
    funding::write(&mut book)?;
    variants::write(&mut book, catalogue)?;
    plans::write(&mut book, catalogue)?;
    tariffs::write(&mut book, catalogue)?;
    course::write(&mut book, catalogue)?;
    sign_off(&mut book, catalogue);
    Ok(book.into_text())
}

fn preamble(book: &mut Document, catalogue: &Catalogue) {
    let offer = catalogue.offer();
    book.heading(1, format!("Le bilan professionnel : règles appliquées ({})", offer.centre.short_name));
    book.paragraph(format!("{}, {}.", offer.centre.name, offer.centre.service));
    book.paragraph(
        "Cette page est produite par le programme à partir des tables qu’il applique ; ses exemples sont calculés par \
         lui. Relisez-la ligne à ligne : une règle fausse ici est une règle fausse dans les réponses. Les codes en \
         caractères fixes sont ceux des documents échangés.",
    );
    book.table(
        &["Catalogue", "Édition", "Empreinte", "Bibliothèque", "Contrat"],
        [vec![
            code(&offer.id),
            offer.edition.clone(),
            code(catalogue.digest()),
            ENGINE.to_owned(),
            CONTRACT.to_string(),
        ]],
    );
}

fn sign_off(book: &mut Document, catalogue: &Catalogue) {
    book.heading(2, "Validation");
    book.paragraph("J’ai relu ces règles ; elles sont celles du centre à la date de ma signature.");
    let empty = || "                              ".to_owned();
    let row = |name: &str, value: String| vec![name.to_owned(), value];
    book.table(
        &["", ""],
        [
            row("Édition", catalogue.offer().edition.clone()),
            row("Empreinte", code(catalogue.digest())),
            row("Nom et fonction", empty()),
            row("Date", empty()),
            row("Signature", empty()),
        ],
    );
}

/// The day on which the examples take place: a book that read the clock would never be the same twice.
fn example_day() -> Date {
    Date::new(2026, 12, 1).unwrap_or(Date::MIN)
}

/// « oui » or « non ».
const fn yes(holds: bool) -> &'static str {
    if holds { "oui" } else { "non" }
}
