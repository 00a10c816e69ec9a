//! `bilan diff`: what a new edition of the catalogue changes, and which requests get another answer.

use std::io::{self, BufWriter, Write};

use anstream::AutoStream;
use bilan_professionnel::{Catalogue, edition, wire};
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::input::Source;
use crate::{lines, output, render};

/// Compares two catalogues, then the answers of both to each line of a file of requests.
///
/// Lines are read one at a time: their number does not count.
pub(crate) fn run(before: &Catalogue, after: &Catalogue, requests: Option<&Source>, json: bool) -> Result<(), Failure> {
    let changes = edition::changes(before, after).map_err(|_| Failure::Internal)?;
    let mut out: Box<dyn Write> = if json {
        Box::new(BufWriter::new(io::stdout().lock()))
    } else {
        Box::new(BufWriter::new(AutoStream::auto(io::stdout().lock())))
    };
    let heading = if json {
        format!("{}\n", json!({ "before": stamp(before), "after": stamp(after), "changes": changes }))
    } else {
        render::edition::catalogues(before, after, &changes, output::width())
    };
    let mut print = |text: &str| out.write_all(text.as_bytes()).map_err(Failure::Output);
    print(&heading)?;
    let Some(source) = requests else { return out.flush().map_err(Failure::Output) };
    let mut input = source.open()?;
    let mut seen = Seen::default();
    let mut line = Vec::new();
    while lines::read_line(&mut input, &mut line).map_err(Failure::Input)? {
        seen.lines = seen.lines.saturating_add(1);
        let effects = wire::effects(before, after, &line).map_err(|_| Failure::Internal)?;
        if effects.is_empty() {
            continue;
        }
        seen.changed = seen.changed.saturating_add(1);
        print(&if json {
            format!("{}\n", json!({ "line": seen.lines, "changes": effects }))
        } else {
            render::edition::effects(seen.lines, &operation(&line), &effects, output::width())
        })?;
    }
    if !json {
        print(&render::edition::summary(seen.lines, seen.changed, output::width()))?;
    }
    out.flush().map_err(Failure::Output)
}

#[derive(Default)]
struct Seen {
    lines: usize,
    changed: usize,
}

/// What names a catalogue.
fn stamp(catalogue: &Catalogue) -> Value {
    let offer = catalogue.offer();
    json!({ "id": offer.id, "edition": offer.edition, "digest": catalogue.digest() })
}

/// The operation of a line whose answer changes, which is thus a request.
fn operation(line: &[u8]) -> String {
    let line: Value = serde_json::from_slice(line).unwrap_or_default();
    line.get("operation").and_then(Value::as_str).unwrap_or_default().to_owned()
}
