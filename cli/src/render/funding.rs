//! Might the FIPHFP pay: the verdict in careful words, what is met, what is still to know.

use bilan_professionnel::funding::{Fact, Outcome, Situation, SituationReport, Status};

use super::View;
use super::page::{Cell, Page};
use super::style::{GOOD, MARK_YES, OPEN, PLAIN, QUIET, STRONG};
use crate::words;

pub(super) fn write(page: &mut Page, view: &View<'_>) {
    let funding = &view.dossier.funding;
    let with = |status: Status| -> Vec<&SituationReport> {
        funding.situations.iter().copied().filter(|report| report.status == status).collect()
    };
    page.heading("Financement par le FIPHFP");
    let style = match funding.outcome {
        Outcome::Possible => GOOD,
        Outcome::NotListed => STRONG,
        Outcome::Undetermined => OPEN,
    };
    page.paragraph(style, title(funding.outcome));
    page.paragraph(PLAIN, &funding.explanation);

    if funding.outcome == Outcome::Possible {
        page.gap();
    }
    for report in with(Status::Met) {
        page.marked(GOOD, MARK_YES, STRONG, report.label);
        page.row(&[Cell::blank(1), Cell::text(PLAIN, &report.explanation)]);
        page.row(&[Cell::blank(1), Cell::text(QUIET, report.source)]);
    }
    let undetermined = with(Status::Undetermined);
    if funding.outcome == Outcome::Undetermined {
        to_know(page, &undetermined);
        if let Some(question) = funding.next_question_label {
            page.field("À demander", OPEN, question);
        }
    }
    page.gap();
    listed(page, "Non remplies", &with(Status::NotMet));
    if funding.outcome == Outcome::Possible && !undetermined.is_empty() {
        let others = words::count(undetermined.len(), "autre situation", "autres situations");
        page.field("Non examinées", QUIET, format!("{others}, sans effet sur ce résultat"));
    }
    page.field("Démarche", QUIET, &view.offer.settlement.request);
}

const fn title(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Possible => "Possible",
        Outcome::NotListed => "Hors des situations citées",
        Outcome::Undetermined => "À préciser",
    }
}

/// What the situations already begun lack, and those of which nothing is known.
fn to_know(page: &mut Page, undetermined: &[&SituationReport]) {
    let (begun, untouched): (Vec<&SituationReport>, Vec<_>) = undetermined.iter().partition(|report| is_begun(report));
    page.gap();
    for (place, report) in begun.iter().enumerate() {
        let missing: Vec<&str> = report.missing.iter().map(missing).collect();
        let name = if place == 0 { "À compléter" } else { "" };
        page.field(name, PLAIN, format!("{} ; il manque : {}", report.label, missing.join(", ")));
    }
    listed(page, "Sans réponse", &untouched);
}

/// Situations on a line, or the whole list in a word.
fn listed(page: &mut Page, name: &str, reports: &[&SituationReport]) {
    let labels: Vec<&str> = reports.iter().map(|report| report.label).collect();
    match labels.len() {
        0 => {}
        Situation::COUNT => page.field(name, PLAIN, format!("les {} situations de la liste", Situation::COUNT)),
        _ => page.field(name, PLAIN, labels.join(" · ")),
    }
}

/// Whether one of the facts of the situation is known.
fn is_begun(report: &SituationReport) -> bool {
    report.missing.iter().count() < report.questions.len()
}

fn missing(fact: Fact) -> &'static str {
    if fact == Fact::Statut { "statut (fonctionnaire ou contractuel)" } else { fact.name(true) }
}
