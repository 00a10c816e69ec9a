//! Where results are written: a file beside the table, whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{Format, Workbook};

use super::Form;
use crate::failure::Failure;

/// A table of results being written.
pub(super) struct Sink {
    path: PathBuf,
    /// Where it is written until it is whole.
    draft: PathBuf,
    form: Writing,
}

enum Writing {
    Text(Box<csv::Writer<BufWriter<File>>>),
    Spreadsheet { workbook: Box<Workbook>, rows: u32 },
}

impl Sink {
    pub(super) fn create(path: &Path) -> Result<Self, Failure> {
        let draft = path.with_extension("en-cours");
        let form = if Form::of(path) == Form::Spreadsheet {
            let mut workbook = Workbook::new();
            let _ = workbook.add_worksheet_with_constant_memory();
            Writing::Spreadsheet { workbook: Box::new(workbook), rows: 0 }
        } else {
            let at_fault = |error| Failure::File { path: draft.clone(), error };
            let mut file = BufWriter::new(File::create(&draft).map_err(at_fault)?);
            // Spreadsheets know by the mark that it is UTF-8.
            file.write_all(b"\xef\xbb\xbf").map_err(at_fault)?;
            let writer = csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(file);
            Writing::Text(Box::new(writer))
        };
        Ok(Self { path: path.to_owned(), draft, form })
    }

    /// Writes a row.
    pub(super) fn write(&mut self, cells: &[String]) -> Result<(), Failure> {
        match &mut self.form {
            Writing::Text(writer) => {
                let written = writer.write_record(cells.iter().map(|cell| inert(cell)));
                written.map_err(|error| Self::failed(&self.draft, io::Error::other(error)))
            }
            Writing::Spreadsheet { workbook, rows } => {
                let row = *rows;
                *rows = row.saturating_add(1);
                let bold = Format::new().set_bold();
                let written = workbook.worksheet_from_index(0).and_then(|sheet| {
                    for (column, cell) in (0_u16..).zip(cells) {
                        // A cell of a workbook holds so many characters.
                        let cell: String = cell.chars().take(32_000).collect();
                        // A text of a workbook is never run.
                        if row == 0 {
                            sheet.write_string_with_format(row, column, cell, &bold)?;
                        } else {
                            sheet.write_string(row, column, cell)?;
                        }
                    }
                    Ok(())
                });
                written.map_err(|error| Self::failed(&self.draft, io::Error::other(error)))
            }
        }
    }

    /// Puts the table in its place.
    pub(super) fn finish(self) -> Result<(), Failure> {
        let Self { path, draft, form } = self;
        let written = match form {
            Writing::Text(writer) => writer
                .into_inner()
                .map_err(|error| io::Error::other(error.to_string()))
                .and_then(|mut file| file.flush()),
            Writing::Spreadsheet { mut workbook, .. } => workbook.save(&draft).map_err(io::Error::other),
        };
        written.map_err(|error| Self::failed(&draft, error))?;
        fs::rename(&draft, &path).map_err(|error| {
            let _ = fs::remove_file(&draft);
            Failure::File { path, error }
        })
    }

    /// Leaves nothing behind.
    pub(super) fn abandon(self) {
        let _ = fs::remove_file(&self.draft);
    }

    fn failed(draft: &Path, error: io::Error) -> Failure {
        // What is left of it would be taken for a result.
        let _ = fs::remove_file(draft);
        Failure::File { path: draft.to_owned(), error }
    }
}

/// What begins a formula, in letters of one width or of two.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A text that no spreadsheet runs: one that begins like a formula gets an apostrophe before it.
pub(super) fn inert(cell: &str) -> String {
    let runs = cell.trim_start().starts_with(FORMULA) || cell.starts_with(['\t', '\r', '\n']);
    if runs { format!("'{cell}") } else { cell.to_owned() }
}
