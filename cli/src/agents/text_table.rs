//! A table as text: separated by semicolons, commas or tabs.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use csv::{ReaderBuilder, StringRecord};

use super::encoding::Survey;
use super::quotation::misplaced;
use super::{Cell, Row};
use crate::failure::Failure;

/// Reads the rows of a file, one at a time, with how much of it has been read.
pub(super) fn read(path: &Path, each: &mut dyn FnMut(Row, f64) -> Result<(), Failure>) -> Result<(), Failure> {
    let unreadable = |error| Failure::File { path: path.to_owned(), error };
    let mut file = File::open(path).map_err(unreadable)?;
    let survey = Survey::of(&mut file).map_err(unreadable)?;
    let mut text = BufReader::new(survey.decode(file));
    let (delimiter, declared) = delimiter(&mut text).map_err(unreadable)?;
    if let Some(sentence) = misplaced(text, delimiter).map_err(unreadable)? {
        return Err(Failure::Told(format!("{} : {sentence}.", path.display())));
    }
    let text = BufReader::new(survey.decode(File::open(path).map_err(unreadable)?));
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(1 << 16)
        .from_reader(text);
    let mut record = StringRecord::new();
    // Lines inside cells are no rows; nor is the first line where it declares the separator.
    let mut inside = 0_u64;
    loop {
        let read = reader.read_record(&mut record).map_err(|error| broken(path, &error))?;
        if !read {
            break;
        }
        let lines = record.iter().map(|cell| cell.bytes().filter(|byte| *byte == b'\n').count()).sum::<usize>();
        inside = inside.saturating_add(u64::try_from(lines).unwrap_or(0));
        // Every line has its end: the reader stands on the next one.
        let number = reader.position().line().saturating_sub(inside).saturating_sub(1);
        let number = usize::try_from(number).unwrap_or(usize::MAX);
        let stray = record.iter().find(|cell| cell.contains(['\u{0}']));
        if stray.is_some() {
            return Err(Failure::Told(format!(
                "{}, ligne {number} : ce fichier n’est pas un tableau en texte ; enregistrez-le en .xlsx ou en .csv.",
                path.display()
            )));
        }
        let cells = record.iter().map(|cell| Cell::Text(cell.to_owned())).collect();
        let done = fraction(reader.position().byte(), survey.length);
        if !(declared && number == 1 && record.len() <= 2 && is_declaration(record.get(0).unwrap_or_default())) {
            each(Row { number, cells }, done)?;
        }
    }
    Ok(())
}

fn fraction(part: u64, whole: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a fraction for a bar")]
    let fraction = part as f64 / whole.max(1) as f64;
    fraction.min(1.0)
}

fn broken(path: &Path, error: &csv::Error) -> Failure {
    Failure::Told(format!("{} : lecture impossible : {error}.", path.display()))
}

fn is_declaration(cell: &str) -> bool {
    cell.trim_start().to_ascii_lowercase().starts_with("sep=")
}

/// The separator: the one that the first line declares, else the most frequent of the first lines outside quotation
/// marks; and whether it was declared.
fn delimiter(text: &mut BufReader<impl Read>) -> std::io::Result<(u8, bool)> {
    let start = text.fill_buf()?;
    let first = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', declared, ..] = first {
        return Ok((*declared, true));
    }
    let mut counts = [(b';', 0_usize), (b'\t', 0), (b',', 0)];
    let mut quoted = false;
    for byte in start {
        quoted ^= *byte == b'"';
        if !quoted {
            for (_, count) in counts.iter_mut().filter(|(delimiter, _)| delimiter == byte) {
                *count = count.saturating_add(1);
            }
        }
        // The titles tell enough, once there are some.
        if *byte == b'\n' && !quoted && counts.iter().any(|(_, count)| *count > 1) {
            break;
        }
    }
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    Ok((most.map_or(b';', |(delimiter, _)| *delimiter), false))
}
