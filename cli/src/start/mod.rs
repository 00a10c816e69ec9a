//! `bilan new`: a catalogue to start from, whose texts say what to write.

use std::path::Path;

use crate::failure::Failure;
use crate::output;

/// A whole catalogue, small, that loads as it is.
pub(crate) const DOCUMENT: &str = include_str!("document.json");

/// Writes the document into a new file, or on the standard output.
pub(crate) fn write(path: Option<&Path>) -> Result<(), Failure> {
    let Some(path) = path else { return output::print(DOCUMENT) };
    output::create(path, DOCUMENT)?;
    output::warn(&format!(
        "{} est prêt : chaque texte dit ce qu’il faut écrire à sa place. Vérifiez-le avec « bilan check », puis relisez \
         « bilan rulebook --catalogue » et signez.",
        path.display()
    ));
    Ok(())
}
