//! The verdict on one agent, in words for an HR office.

use bilan_professionnel::funding::{Answers, Assessment, Fact, Outcome, Request, Situation, assess};
use bilan_professionnel::{Catalogue, Date, french};

use super::cells;
use super::columns::{Column, Columns};
use super::{Cell, Row};

/// The titles of what is found.
pub(super) const TITLES: [&str; 7] = [
    "Ligne",
    "Résultat",
    "Situations remplies",
    "Réponses manquantes",
    "Prochaine question",
    "Justificatifs à renouveler",
    "Explication",
];

/// What is found of an agent.
pub(super) struct Found {
    /// The cells of the results.
    pub(super) cells: Vec<String>,
    /// What could not be read, a sentence each.
    pub(super) unreadable: Vec<String>,
}

/// What a row says.
#[derive(Default)]
struct Said {
    on: Option<Date>,
    until: Option<Date>,
    answers: Answers,
    proofs: Vec<(Fact, Date)>,
    unreadable: Vec<String>,
}

/// Assesses the agent of a row, unless a cell of it cannot be read.
pub(super) fn of(catalogue: &Catalogue, columns: &Columns, row: &Row, on: Option<Date>) -> Found {
    let mut said = read(columns, row);
    let found = match said.on.or(on) {
        _ if !said.unreadable.is_empty() => None,
        None => {
            said.unreadable.push(format!("ligne {} : le jour de l’évaluation manque.", row.number));
            None
        }
        Some(on) => match assessed(catalogue, &said, on) {
            Ok(found) => Some(found),
            Err(sentence) => {
                said.unreadable.push(format!("ligne {} : {sentence}", row.number));
                None
            }
        },
    };
    let cells = found.map_or_else(|| to_correct(row, &said.unreadable), |found| cells_of(row, &found));
    Found { cells, unreadable: said.unreadable }
}

fn read(columns: &Columns, row: &Row) -> Said {
    let mut said = Said::default();
    for (place, ((column, title), cell)) in columns.iter().zip(&row.cells).enumerate() {
        let read = match column {
            Some(Column::Kept) => Ok(()),
            Some(Column::On) => cells::day(cell).map(|day| said.on = day),
            Some(Column::Until) => cells::day(cell).map(|day| said.until = day),
            Some(Column::Fact(fact)) => cells::answer(said.answers, fact, cell).map(|answers| said.answers = answers),
            Some(Column::Proof(fact)) => cells::day(cell).map(|day| said.proofs.extend(day.map(|day| (fact, day)))),
            None if cell.is_blank() => Ok(()),
            None => Err("cette colonne n’a pas de titre"),
        };
        if let Err(expected) = read {
            said.unreadable.push(unreadable(row, &named(title, place), cell, expected));
        }
    }
    for (place, cell) in row.cells.iter().enumerate().skip(columns.len()).filter(|(_, cell)| !cell.is_blank()) {
        said.unreadable.push(unreadable(row, &named("", place), cell, "cette colonne n’a pas de titre"));
    }
    said
}

/// A column by its title, or by the letters that spreadsheets give it.
fn named(title: &str, place: usize) -> String {
    if title.is_empty() { letters(place) } else { format!("« {title} »") }
}

/// « A » for the first column, « AA » for the twenty-seventh.
fn letters(place: usize) -> String {
    let before = place.div_euclid(26);
    let last = u8::try_from(place.rem_euclid(26)).map_or('A', |place| char::from(b'A'.saturating_add(place)));
    let first = before.checked_sub(1).map(letters).unwrap_or_default();
    format!("{first}{last}")
}

fn unreadable(row: &Row, column: &str, cell: &Cell, expected: &str) -> String {
    let shown: String = cell.shown().chars().take(40).collect();
    format!("ligne {}, colonne {column} : « {shown} » ; {expected}.", row.number)
}

fn assessed(catalogue: &Catalogue, said: &Said, on: Date) -> Result<Assessment, String> {
    let mut request = Request::new(on, said.answers);
    if let Some(until) = said.until {
        request = request.until(until);
    }
    for (fact, day) in &said.proofs {
        request = request.proof(*fact, *day).map_err(|problem| problem.to_string())?;
    }
    assess(catalogue, &request).map_err(|error| error.to_string())
}

fn cells_of(row: &Row, found: &Assessment) -> Vec<String> {
    let outcome = match found.outcome {
        Outcome::Possible => "possible",
        Outcome::NotListed => "à voir avec une conseillère ou un conseiller",
        Outcome::Undetermined => "à préciser",
    };
    let renewed = found.expired.iter().map(|proof| (proof, "expiré depuis le"));
    let renewed = renewed.chain(found.expiring.iter().map(|proof| (proof, "valable jusqu’au")));
    let renewed =
        renewed.map(|(proof, when)| format!("{} : {when} {}", proof.fact.name(), french::date(proof.valid_until)));
    vec![
        row.number.to_string(),
        outcome.to_owned(),
        found.met.iter().map(Situation::label).collect::<Vec<_>>().join(" ; "),
        found.missing.iter().map(Fact::name).collect::<Vec<_>>().join(" ; "),
        found.next_question.map(Fact::question_about).unwrap_or_default().to_owned(),
        renewed.collect::<Vec<_>>().join(" ; "),
        found.explanation.clone(),
    ]
}

fn to_correct(row: &Row, unreadable: &[String]) -> Vec<String> {
    let mut cells = vec![row.number.to_string(), "à corriger".to_owned()];
    cells.resize(TITLES.len().saturating_sub(1), String::new());
    cells.push(unreadable.join(" "));
    cells
}
