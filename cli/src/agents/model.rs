//! The empty table that an HR office fills.

use std::path::Path;

use bilan_professionnel::funding::{Fact, FactKind};
use rust_xlsxwriter::{DataValidation, Format, Workbook, XlsxError};

use super::columns::{ON, PROOF, UNTIL};
use crate::failure::Failure;
use crate::output;

/// What stands above the table.
const NOTE: &str = "N’inscrivez que ce que chaque agent a choisi de déclarer : sans réponse, laissez la case vide ou \
                    écrivez « ? ». Ces informations touchent à la santé : gardez ce fichier à l’abri et ne le transmettez pas.";
/// How many rows of a workbook offer their answers in a list.
const ROWS: u32 = 5000;

/// The titles of the columns, each with what it takes.
fn columns() -> Vec<(String, String, Option<FactKind>)> {
    let mut columns = vec![
        ("Agent".to_owned(), "Un nom, un matricule ou toute autre référence.".to_owned(), None),
        (ON.to_owned(), "Une date, par exemple 23/11/2026 ; sinon celle de --on.".to_owned(), None),
        (UNTIL.to_owned(), "La date de la dernière séance, si elle est connue.".to_owned(), None),
    ];
    for fact in Fact::ALL {
        let answers = match fact.kind() {
            FactKind::YesNo => "oui, non ou ?",
            FactKind::Percent => "Un taux de 0 à 100, par exemple 12,5.",
            FactKind::Status => "fonctionnaire, contractuel ou ?",
        };
        let help = [Some(fact.question_about()), fact.help(), Some(answers)].into_iter().flatten();
        columns.push((fact.name().to_owned(), help.collect::<Vec<_>>().join(" "), Some(fact.kind())));
        if fact.can_expire() {
            columns.push((format!("{}{PROOF}", fact.name()), "Le dernier jour de validité du justificatif, s’il en a un.".to_owned(), None));
        }
    }
    columns
}

/// Writes the empty table: a workbook in that file, or a text on the standard output.
pub(crate) fn write(path: Option<&Path>) -> Result<(), Failure> {
    let Some(path) = path else { return output::print(&text()?) };
    if path.exists() {
        return Err(Failure::Exists { path: path.to_owned() });
    }
    let failed = |error: std::io::Error| Failure::File { path: path.to_owned(), error };
    if super::Form::of(path) == super::Form::Text {
        return std::fs::write(path, text()?).map_err(failed);
    }
    workbook().and_then(|mut workbook| workbook.save(path)).map_err(|error| failed(std::io::Error::other(error)))
}

fn text() -> Result<String, Failure> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).flexible(true).from_writer(Vec::new());
    let titles = columns().into_iter().map(|(title, ..)| title);
    let written = writer.write_record([NOTE]).and_then(|()| writer.write_record(titles));
    written.map_err(|_| Failure::Internal)?;
    let bytes = writer.into_inner().map_err(|_| Failure::Internal)?;
    Ok(format!("\u{feff}{}", String::from_utf8(bytes).map_err(|_| Failure::Internal)?))
}

fn workbook() -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let (title, wrapped) = (Format::new().set_bold().set_text_wrap(), Format::new().set_text_wrap());
    let sheet = workbook.add_worksheet().set_name("Agents")?;
    sheet.write_string(0, 0, NOTE)?;
    for (column, (name, _, kind)) in (0_u16..).zip(columns()) {
        sheet.write_string_with_format(1, column, name, &title)?.set_column_width(column, 22)?;
        let answers: &[&str] = match kind {
            Some(FactKind::YesNo) => &["oui", "non", "?"],
            Some(FactKind::Status) => &["fonctionnaire", "contractuel", "?"],
            _ => continue,
        };
        let validation = DataValidation::new().allow_list_strings(answers)?;
        sheet.add_data_validation(2, column, ROWS, column, &validation)?;
    }
    sheet.set_freeze_panes(2, 1)?;
    let help = workbook.add_worksheet().set_name("Mode d’emploi")?;
    help.set_column_width(0, 50)?.set_column_width(1, 110)?;
    help.write_string_with_format(0, 0, NOTE, &wrapped)?;
    for (row, (name, help_text, _)) in (2_u32..).zip(columns()) {
        help.write_string_with_format(row, 0, name, &title)?.write_string_with_format(row, 1, help_text, &wrapped)?;
    }
    Ok(workbook)
}
