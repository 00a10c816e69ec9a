//! The JSON Schemas of the contract, as the library keeps them in `core/schemas`.

use std::fs;
use std::path::Path;

use bilan_professionnel::wire::{Document, schema};

use crate::failure::Failure;

/// A schema as text, with a final line break.
pub(crate) fn pretty(document: Document) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(schema(document).as_value()).map_err(|_| Failure::Internal)?;
    Ok(text + "\n")
}

/// Writes all the schemas into a folder, which is made if need be.
pub(crate) fn write_all(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure::File { path: folder.to_owned(), error })?;
    for document in Document::all() {
        let path = folder.join(document.file_name());
        fs::write(&path, pretty(document)?).map_err(|error| Failure::File { path, error })?;
    }
    Ok(())
}
