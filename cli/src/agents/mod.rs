//! `bilan agents`: a table of agents in, the same table with a verdict for each beside it.

mod cells;
mod columns;
mod encoding;
mod model;
mod progress;
mod quotation;
mod sink;
mod spreadsheet;
mod text_table;
mod verdict;

use std::path::{Path, PathBuf};

use bilan_professionnel::{Catalogue, Date};

use self::columns::Columns;
pub(crate) use self::model::write as write_model;
use self::progress::Progress;
use self::sink::Sink;
use crate::failure::Failure;
use crate::{output, words};

/// How many unreadable cells are named on the standard error; all of them are in the results.
const NAMED: usize = 20;
/// Where the titles of the columns are looked for: notes may stand above them.
const ABOVE: usize = 10;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Text(String),
    /// A number of a spreadsheet.
    Number(f64),
    /// A day of a spreadsheet.
    Day(Date),
    /// True or false, as a spreadsheet has them.
    Flag(bool),
    /// What a spreadsheet could not compute.
    Broken,
}

impl Cell {
    fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }

    /// The cell as a person sees it.
    fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(number) => number.to_string().replace('.', ","),
            Self::Day(day) => day.to_string(),
            Self::Flag(true) => "VRAI".to_owned(),
            Self::Flag(false) => "FAUX".to_owned(),
            Self::Broken => "erreur".to_owned(),
        }
    }
}

/// A row, with its number in the spreadsheet, from 1.
struct Row {
    number: usize,
    cells: Vec<Cell>,
}

/// The forms of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    Spreadsheet,
}

impl Form {
    fn of(path: &Path) -> Self {
        let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
        if end.eq_ignore_ascii_case("xlsx") || end.eq_ignore_ascii_case("xlsm") {
            Self::Spreadsheet
        } else {
            Self::Text
        }
    }
}

/// Assesses every agent of a table, and writes the results beside it.
///
/// Rows are read, assessed and written one at a time: their number does not count.
pub(crate) fn run(catalogue: &Catalogue, path: &Path, on: Option<&str>, strict: bool) -> Result<(), Failure> {
    if !catalogue.offer().funding.as_ref().is_some_and(|terms| terms.offered) {
        return Err(Failure::Told("ce centre ne fait pas intervenir le FIPHFP : il n’y a rien à évaluer.".to_owned()));
    }
    let on = on.map(|day| cells::day(&Cell::Text(day.to_owned())));
    let on = on.transpose().map_err(|expected| Failure::Usage(format!("--on : {expected}")))?.flatten();
    let beside = beside(path);
    let mut table = Table { catalogue, on, columns: None, sink: None, seen: Seen::default(), path, beside: &beside };
    let mut progress = Progress::new();
    let mut each = |row: Row, done: f64| {
        progress.show(done);
        table.take(&row)
    };
    let read = match Form::of(path) {
        Form::Text => text_table::read(path, &mut each),
        Form::Spreadsheet => spreadsheet::read(path, &mut each),
    };
    progress.clear();
    let Table { columns, sink, seen, .. } = table;
    if let Err(failure) = read {
        if let Some(sink) = sink {
            sink.abandon();
        }
        return Err(failure);
    }
    let (Some(_), Some(sink)) = (columns, sink) else {
        return Err(Failure::Told(format!(
            "{} : aucune ligne ne porte les titres des colonnes ; « bilan agents --modele » donne un tableau vide.",
            path.display()
        )));
    };
    sink.finish()?;
    seen.sum_up(&beside);
    if strict && seen.unreadable > 0 { Err(Failure::Answered) } else { Ok(()) }
}

/// Where the results go: `agents.csv` gives `agents.resultats.csv`.
fn beside(path: &Path) -> PathBuf {
    let end = if Form::of(path) == Form::Spreadsheet { "xlsx" } else { "csv" };
    path.with_extension(format!("resultats.{end}"))
}

/// A table being assessed.
struct Table<'a> {
    catalogue: &'a Catalogue,
    on: Option<Date>,
    columns: Option<Columns>,
    sink: Option<Sink>,
    seen: Seen,
    path: &'a Path,
    beside: &'a Path,
}

#[derive(Default)]
struct Seen {
    rows: usize,
    agents: usize,
    /// Of them, those that a cell keeps from being assessed.
    to_correct: usize,
    unreadable: usize,
}

impl Table<'_> {
    fn take(&mut self, row: &Row) -> Result<(), Failure> {
        self.seen.rows = self.seen.rows.saturating_add(1);
        if row.cells.iter().all(Cell::is_blank) {
            return Ok(());
        }
        let (Some(columns), Some(sink)) = (&self.columns, &mut self.sink) else { return self.titles(row) };
        let found = verdict::of(self.catalogue, columns, row, self.on);
        self.seen.agents = self.seen.agents.saturating_add(1);
        self.seen.to_correct = self.seen.to_correct.saturating_add((!found.unreadable.is_empty()).into());
        for fault in &found.unreadable {
            self.seen.unreadable = self.seen.unreadable.saturating_add(1);
            if self.seen.unreadable <= NAMED {
                output::warn(fault);
            }
        }
        sink.write(&[columns.kept(row), found.cells].concat())
    }

    /// The titles of the columns; a row without any of them is a note above the table.
    fn titles(&mut self, row: &Row) -> Result<(), Failure> {
        let told =
            |sentence: String| Failure::Told(format!("{}, ligne {} : {sentence}", self.path.display(), row.number));
        let Some(columns) = Columns::read(&row.cells).map_err(told)? else {
            return if self.seen.rows < ABOVE {
                Ok(())
            } else {
                Err(told(
                    "les titres des colonnes manquent ; « bilan agents --modele » donne un tableau vide.".to_owned(),
                ))
            };
        };
        if self.on.is_none() && !columns.have_days() {
            return Err(Failure::Usage(
                "indiquez le jour de l’évaluation : --on AAAA-MM-JJ, ou une colonne « Jour de l’évaluation »"
                    .to_owned(),
            ));
        }
        let mut sink = Sink::create(self.beside)?;
        let titles = verdict::TITLES.map(str::to_owned);
        sink.write(&[columns.kept(row), titles.to_vec()].concat())?;
        (self.columns, self.sink) = (Some(columns), Some(sink));
        Ok(())
    }
}

impl Seen {
    fn sum_up(&self, beside: &Path) {
        if self.unreadable > NAMED {
            let more = self.unreadable.saturating_sub(NAMED);
            output::warn(&format!("et {}, dans le fichier des résultats.", words::count(more, "autre", "autres")));
        }
        let assessed = self.agents.saturating_sub(self.to_correct);
        let agents = words::count(assessed, "agent évalué", "agents évalués");
        let left = match self.to_correct {
            0 => String::new(),
            left => format!(", {}", words::count(left, "à corriger", "à corriger")),
        };
        output::warn(&format!("{agents}{left}, résultats dans {}.", beside.display()));
    }
}
