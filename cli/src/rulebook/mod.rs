//! The rule book: every rule that is applied, in French, for a counsellor to read and sign off.
//!
//! It is written from the tables that the library applies, and its examples are answered by the library itself:
//! nothing in it is a second copy of a figure or of a rule.

mod course;
mod funding;
mod information;
mod markdown;
mod plans;
mod readings;
mod settlement;
mod situations;
mod tariffs;
mod variants;

use std::fs;
use std::path::Path;

use bilan_professionnel::funding::rules_in_force;
use bilan_professionnel::record::{CONTRACT, ENGINE};
use bilan_professionnel::{Catalogue, Date, Error, french};

use self::markdown::{Document, Inline, code, line};
use crate::failure::Failure;
use crate::output;

/// Writes the whole book, as Markdown, on the standard output or into a file, where a book of before is replaced.
pub(crate) fn write(catalogue: &Catalogue, path: Option<&Path>) -> Result<(), Failure> {
    let text = whole(catalogue).map_err(|error| Failure::Refused { name: "règles".to_owned(), error })?;
    let Some(path) = path else { return output::print(&text) };
    let earlier = fs::read_to_string(path).is_ok_and(|earlier| earlier.starts_with(TITLE));
    if earlier {
        fs::write(path, text).map_err(|error| Failure::File { path: path.to_owned(), error })?;
    } else {
        output::create(path, &text)?;
    }
    output::warn(&format!("{} est écrit. Relisez-le ligne à ligne, puis signez la dernière page.", path.display()));
    Ok(())
}

/// How every book begins: by it, a file is known to be one.
const TITLE: &str = "# Le bilan professionnel\u{a0}: règles appliquées";

fn whole(catalogue: &Catalogue) -> Result<String, Error> {
    let mut book = Document::default();
    preamble(&mut book, catalogue);
    funding::write(&mut book, catalogue)?;
    variants::write(&mut book, catalogue)?;
    plans::write(&mut book, catalogue)?;
    tariffs::write(&mut book, catalogue)?;
    course::write(&mut book, catalogue)?;
    information::write(&mut book, catalogue.offer());
    readings::write(&mut book, catalogue);
    sign_off(&mut book, catalogue);
    Ok(book.into_text())
}

fn preamble(book: &mut Document, catalogue: &Catalogue) {
    let centre = &catalogue.offer().centre;
    let name = centre.short_name.as_ref().unwrap_or(&centre.name);
    book.heading(1, line!["Le bilan professionnel : règles appliquées (", name, ")"]);
    match &centre.service {
        Some(service) => book.paragraph(line![&centre.name, ", ", service, "."]),
        None => book.paragraph(line![&centre.name, "."]),
    }
    book.paragraph(
        "Cette page est produite par le programme à partir des tables qu’il applique ; ses exemples sont calculés par \
         lui. Relisez-la ligne à ligne : une règle fausse ici est une règle fausse dans les réponses. Les codes en \
         caractères fixes sont ceux des documents échangés.",
    );
    book.table(["", "Nom", "Édition", "Empreinte"], editions(catalogue));
    book.paragraph(format!("Bibliothèque : version {ENGINE}. Contrat : version {CONTRACT}."));
}

/// What is signed: the catalogue and the national rules, each with its edition and its digest.
fn editions(catalogue: &Catalogue) -> [Vec<Inline>; 2] {
    let offer = catalogue.offer();
    let rules = rules_in_force(example_day());
    let national = format!("Règles nationales en vigueur le {}", french::date(example_day()));
    [
        vec!["Catalogue".into(), code(&offer.id), offer.edition.as_str().into(), code(catalogue.digest())],
        vec![national.into(), "".into(), rules.edition.as_str().into(), code(&rules.digest)],
    ]
}

fn sign_off(book: &mut Document, catalogue: &Catalogue) {
    book.heading(2, "Validation");
    book.paragraph(
        "J’ai relu ces règles et les lectures cochées ci-dessus ; elles sont celles du centre à la date de ma signature.",
    );
    book.table(["", "Nom", "Édition", "Empreinte"], editions(catalogue));
    let empty = || Inline::from("\u{a0}".repeat(30));
    let row = |name: &str| vec![name.into(), empty()];
    book.table(["", "À remplir"], [row("Nom et fonction"), row("Date"), row("Signature")]);
}

/// The day on which the examples take place: a book that read the clock would never be the same twice.
fn example_day() -> Date {
    Date::new(2026, 12, 1).unwrap_or(Date::MIN)
}

/// « oui » or « non ».
const fn yes(holds: bool) -> &'static str {
    if holds { "oui" } else { "non" }
}

/// « Source : … », where there is one.
fn source(book: &mut Document, source: Option<&String>) {
    if let Some(source) = source {
        book.paragraph(line!["Source : ", source, "."]);
    }
}

/// A text, or a dash.
fn or_dash(text: Option<&String>) -> Inline {
    text.map_or_else(|| "—".into(), Inline::from)
}
