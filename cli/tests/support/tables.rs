//! Tables of agents: made, assessed, read again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use calamine::{Data, Reader, Xlsx, open_workbook};
use rust_xlsxwriter::{Workbook, Worksheet};

use super::run;

/// A folder of its own for a test.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("agents").join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Assesses a table on a day, and gives what is said and the rows of the results, titles included.
pub(crate) fn assessed(path: &Path) -> (Output, Vec<Vec<String>>) {
    let output = run(&["agents", "--on", "2026-11-23", path.to_str().unwrap()], b"");
    let results = path.with_extension("resultats.csv");
    let rows = if results.exists() { rows(&fs::read(results).unwrap()) } else { Vec::new() };
    (output, rows)
}

pub(crate) fn rows(csv: &[u8]) -> Vec<Vec<String>> {
    let csv = csv.strip_prefix(b"\xef\xbb\xbf").unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(csv);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

pub(crate) fn sheet(path: &Path, write: impl FnOnce(&mut Worksheet)) {
    let mut workbook = Workbook::new();
    write(workbook.add_worksheet());
    workbook.save(path).unwrap();
}

pub(crate) fn first_sheet(path: &Path) -> Vec<Vec<String>> {
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    let name = workbook.sheet_names().first().unwrap().clone();
    let cell = |cell: &Data| cell.to_string();
    workbook.worksheet_range(&name).unwrap().rows().map(|row| row.iter().map(cell).collect()).collect()
}
