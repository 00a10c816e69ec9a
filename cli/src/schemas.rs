//! The JSON Schemas of the contract and of a catalogue document, as the library keeps them in `core/schemas`.

use std::fs;
use std::path::Path;

use bilan_professionnel::Catalogue;
use bilan_professionnel::wire::{self, Document};

use crate::failure::Failure;
use crate::output;

/// What a schema is of.
#[derive(Clone, Copy)]
pub(crate) enum Described {
    /// A document of the contract.
    Wire(Document),
    /// The document that a centre writes.
    Catalogue,
}

impl Described {
    fn all() -> impl Iterator<Item = Self> {
        Document::all().map(Self::Wire).chain([Self::Catalogue])
    }

    /// The name of the file that holds its schema.
    fn file_name(self) -> String {
        match self {
            Self::Wire(document) => document.file_name(),
            Self::Catalogue => "catalogue.document.json".to_owned(),
        }
    }

    /// Its schema as text, with a final line break.
    fn pretty(self) -> Result<String, Failure> {
        let schema = match self {
            Self::Wire(document) => wire::schema(document),
            Self::Catalogue => Catalogue::document_schema(),
        };
        let text = serde_json::to_string_pretty(schema.as_value()).map_err(|_| Failure::Internal)?;
        Ok(text + "\n")
    }
}

/// Writes one schema into a new file, or on the standard output.
pub(crate) fn write(described: Described, path: Option<&Path>) -> Result<(), Failure> {
    let text = described.pretty()?;
    let Some(path) = path else { return output::print(&text) };
    output::create(path, &text)?;
    output::warn(&format!("{} est écrit.", path.display()));
    Ok(())
}

/// Writes all the schemas into a folder, which is made if need be.
pub(crate) fn write_all(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure::File { path: folder.to_owned(), error })?;
    for described in Described::all() {
        let path = folder.join(described.file_name());
        fs::write(&path, described.pretty()?).map_err(|error| Failure::File { path, error })?;
    }
    Ok(())
}
