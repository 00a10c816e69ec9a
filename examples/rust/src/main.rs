//! Prepares a bilan with an agent: what they are told, and what their employer gets.
//!
//! ```text
//! exemple-bilan 2026-11-23 preserverSante rqth=oui
//! ```
//!
//! A day, what the agent wants, and what they chose to declare. The program uses the crate's types, and none of its JSON.

use std::fmt::Write;
use std::process::ExitCode;

use bilan_professionnel::funding::{self, Answers, Fact, FactKind, Outcome, Statut};
use bilan_professionnel::schedule::Calendar;
use bilan_professionnel::simulation::{Case, Dossier, simulate};
use bilan_professionnel::{Catalogue, Date, french};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match prepared(&arguments) {
        Ok(page) => {
            print!("{page}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// The page for the agent, then the page for the employer.
fn prepared(arguments: &[String]) -> Result<String, String> {
    let [day, words @ ..] = arguments else {
        return Err("Indiquez un jour, des besoins et des faits\u{a0}: 2026-11-23 preserverSante rqth=oui".to_owned());
    };
    let on: Date =
        day.parse().map_err(|_| format!("«\u{a0}{day}\u{a0}» n’est pas une date, par exemple 2026-11-23."))?;
    let catalogue = Catalogue::embedded();
    let case = read(on, words)?;
    let dossier = simulate(catalogue, &case).map_err(|error| error.to_string())?;

    // The employer gets another document, made without needs or facts: nothing in it can give health away.
    let theirs = case.for_employer(dossier.plan.variant);
    let theirs = simulate(catalogue, &theirs).map_err(|error| error.to_string())?;
    Ok(format!(
        "Pour l’agent\n{}{}\nPour l’employeur\n{}",
        orientation(&dossier),
        verdict(&dossier),
        arrangements(&theirs)
    ))
}

/// Reads needs, and facts as `rqth=oui`, `statut=contractuel`, `tauxIncapacitePermanente=12.5`.
fn read(on: Date, words: &[String]) -> Result<Case, String> {
    // The last exchange is a week after the assessment; another program would ask for it.
    let exchanges = on.plus_days(7).unwrap_or(on);
    let mut case = Case::new(on).client("affiliee").calendar(Calendar::new(exchanges));
    let mut answers = Answers::new();
    for word in words {
        match word.split_once('=') {
            None => case = case.need(word),
            Some((code, value)) => {
                let fact = Fact::from_code(code)
                    .ok_or_else(|| format!("«\u{a0}{code}\u{a0}» n’est pas le code d’un fait."))?;
                answers = answered(answers, fact, value)
                    .ok_or_else(|| format!("{}\u{a0}: «\u{a0}{value}\u{a0}»\u{a0}?", fact.question()))?;
            }
        }
    }
    Ok(case.facts(answers))
}

fn answered(answers: Answers, fact: Fact, value: &str) -> Option<Answers> {
    match (fact.kind(), value) {
        (FactKind::YesNo, "oui") => Some(answers.flag(fact, true)),
        (FactKind::YesNo, "non") => Some(answers.flag(fact, false)),
        (FactKind::Status, "fonctionnaire") => Some(answers.status(fact, Statut::Fonctionnaire)),
        (FactKind::Status, "contractuel") => Some(answers.status(fact, Statut::Contractuel)),
        (FactKind::Percent, value) => value.parse().ok().map(|percent| answers.percent(fact, percent)),
        _ => None,
    }
}

/// Why this variant.
fn orientation(dossier: &Dossier<'_>) -> String {
    let why = dossier.recommendation.as_ref().map_or("", |found| &found.explanation);
    format!("  {why}\n")
}

/// Might the fund pay, and what to ask or to gather next.
fn verdict(dossier: &Dossier<'_>) -> String {
    let Some(funding) = &dossier.funding else { return String::new() };
    let next = match funding.outcome {
        Outcome::Possible => documents(funding),
        _ => funding
            .next_question
            .map(|fact| format!("  Question suivante\u{a0}: {}\n", fact.question()))
            .unwrap_or_default(),
    };
    format!("  {}\n{next}", funding.explanation)
}

fn documents(funding: &funding::Assessment) -> String {
    let mut list = String::new();
    for document in &funding.documents {
        let _ = writeln!(list, "  À réunir\u{a0}: {}", document.document);
    }
    list
}

/// The plan, the price and the dates.
fn arrangements(dossier: &Dossier<'_>) -> String {
    let plan = &dossier.plan;
    let mut page = format!("  {}, {}\n", plan.label, french::hours(plan.hours));
    for step in &plan.steps {
        let _ = writeln!(page, "    {:>8}  {}", french::hours(step.hours), step.label);
    }
    if let Some(quote) = &dossier.quote {
        let _ = writeln!(page, "  {}", quote.explanation);
    }
    if let Some(schedule) = &dossier.schedule {
        let _ = writeln!(page, "  {}", schedule.explanation);
    }
    page
}
