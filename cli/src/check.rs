//! `bilan check`: every fault of a catalogue at once, each with its place and what to write.

use bilan_professionnel::Catalogue;
use bilan_professionnel::catalogue::{Fault, Report, Summary, Warning};

use crate::failure::Failure;
use crate::input::Source;
use crate::{output, words};

/// Checks a catalogue; one with a fault gives the status of a refusal.
pub(crate) fn run(source: &Source, json: bool) -> Result<(), Failure> {
    let text = source.read()?;
    let report = Catalogue::check(&text);
    if json {
        let written = serde_json::to_string(&report).map_err(|_| Failure::Internal)?;
        output::print(&format!("{written}\n"))?;
    } else {
        let hint = if text.trim_ascii().is_empty() { EMPTY } else { UNREADABLE };
        output::print(&written(&source.name(), &report, hint))?;
    }
    if report.is_sound() { Ok(()) } else { Err(Failure::Answered) }
}

/// Where to look for what was forgotten: a reader stops after it.
const UNREADABLE: &str = "Cherchez avant cet endroit une virgule, un guillemet, une accolade ou un crochet oubliés, ou une \
                          virgule de trop.";

/// What to do with a file that holds nothing.
const EMPTY: &str = "Ce fichier est vide ; « bilan new » écrit un catalogue de départ.";

/// The report as lines that an editor or a terminal leads to: `file:line:column`.
fn written(name: &str, report: &Report, hint: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for Fault { code, line, column, place, message, .. } in &report.faults {
        lines.push(finding(name, *line, *column, place, message));
        if *code == "invalidJson" {
            lines.push(hint.to_owned());
        }
    }
    for Warning { line, column, place, message, .. } in &report.warnings {
        lines.push(finding(name, *line, *column, place, &format!("à revoir : {message}")));
    }
    if let Some(summary) = &report.summary {
        lines.push(held(name, summary));
    }
    let faults = report.faults.len();
    if faults > 0 {
        lines.push(words::count(
            faults,
            "faute : ce catalogue ne peut pas servir.",
            "fautes : ce catalogue ne peut pas servir.",
        ));
    }
    let lines = lines.iter().map(|line| words::unbroken(&words::printable(line)) + "\n");
    lines.collect()
}

fn finding(name: &str, line: usize, column: usize, place: &str, message: &str) -> String {
    let place = if place.is_empty() { String::new() } else { format!("{place} : ") };
    format!("{name}:{line}:{column} : {place}{message}")
}

fn held(name: &str, summary: &Summary) -> String {
    let counts = [
        words::count(summary.variants, "déclinaison", "déclinaisons"),
        words::count(summary.steps, "étape", "étapes"),
        words::count(summary.needs, "besoin", "besoins"),
        words::count(summary.clients, "sorte d’employeur", "sortes d’employeurs"),
        words::count(summary.tariffs, "tarif", "tarifs"),
        words::count(summary.topics, "sujet d’information", "sujets d’information"),
    ];
    format!("{name} : aucune faute. {}, édition {} : {}.", summary.id, summary.edition, counts.join(", "))
}
