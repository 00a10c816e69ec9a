//! A table as an .xlsx workbook: its first sheet.

use std::path::Path;

use bilan_professionnel::Date;
use calamine::{DataRef, Reader, Xlsx, open_workbook};

use super::{Cell, Row};
use crate::failure::Failure;

/// Reads the rows of the first sheet, one at a time, with how many of them have been read.
pub(super) fn read(path: &Path, each: &mut dyn FnMut(Row, f64) -> Result<(), Failure>) -> Result<(), Failure> {
    // The system says what is wrong with a file better than the reader of workbooks does.
    std::fs::metadata(path).map_err(|error| Failure::File { path: path.to_owned(), error })?;
    let broken = |_| {
        Failure::Told(format!(
            "{} : ce classeur ne se lit pas ; enregistrez-le en .xlsx, sans mot de passe.",
            path.display()
        ))
    };
    let mut workbook: Xlsx<_> = open_workbook(path).map_err(broken)?;
    let Some(sheet) = workbook.sheet_names().first().cloned() else {
        return Err(Failure::Told(format!("{} : ce classeur n’a pas de feuille.", path.display())));
    };
    let mut cells = workbook.worksheet_cells_reader(&sheet).map_err(broken)?;
    let last = f64::from(cells.dimensions().end.0).max(1.0);
    let mut row = Row { number: 1, cells: Vec::new() };
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        let (line, column) = cell.get_position();
        let number = usize::try_from(line).unwrap_or(usize::MAX).saturating_add(1);
        if number != row.number {
            let full = std::mem::replace(&mut row, Row { number, cells: Vec::new() });
            each(full, (f64::from(line) / last).min(1.0))?;
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        while row.cells.len() < column {
            row.cells.push(Cell::Text(String::new()));
        }
        row.cells.push(value(cell.get_value()));
    }
    each(row, 1.0)
}

fn value(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Text(String::new()),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::Text(text.clone()),
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        DataRef::Float(number) => Cell::Number(*number),
        #[expect(clippy::cast_precision_loss, reason = "no rate is so large")]
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Bool(holds) => Cell::Flag(*holds),
        DataRef::DateTime(day) if day.is_datetime() => {
            let (year, month, date, ..) = day.to_ymd_hms_milli();
            let day = Date::new(i32::from(year), u32::from(month), u32::from(date));
            day.map_or(Cell::Broken, Cell::Day)
        }
        DataRef::DateTime(_) | DataRef::Error(_) => Cell::Broken,
    }
}
