//! The record by which the answer can be checked again.

use super::View;
use super::page::Page;
use super::style::{PLAIN, QUIET};

/// How much of a digest a person compares.
const SHOWN: usize = 19;

pub(super) fn write(page: &mut Page, view: &View<'_>) {
    let record = view.record;
    let catalogue = &record.catalogue;
    page.heading("Enregistrement");
    page.paragraph(PLAIN, "Ces références permettent de vérifier ce dossier plus tard, même des années après.");
    if !view.is_for_employer() {
        // So few answers are possible that a digest can be guessed by trying them all.
        page.paragraph(PLAIN, "Gardez-les pour vous : elles peuvent renseigner sur votre situation.");
    }
    page.field("Bibliothèque", QUIET, format!("version {}, contrat {}", record.engine, record.contract));
    page.field(
        "Catalogue",
        QUIET,
        format!("{}, édition {}, {}", catalogue.id, catalogue.edition, short(&catalogue.digest)),
    );
    let rules = &record.rules;
    page.field("Règles", QUIET, format!("édition {}, {}", rules.edition, short(&rules.digest)));
    page.field("Demande", QUIET, short(&record.request));
    page.field("Résultat", QUIET, short(&record.result));
}

fn short(digest: &str) -> String {
    let shown: String = digest.chars().take(SHOWN).collect();
    if shown == digest { shown } else { format!("{shown}…") }
}
