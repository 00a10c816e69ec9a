//! JSON Schemas (draft 2020-12) of every document of the contract, made from its types.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::Operation;
use crate::error::Error;

/// A document of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// What an operation is asked.
    Request(Operation),
    /// What it answers.
    Result(Operation),
    /// What it answers when it cannot.
    Error,
}

impl Document {
    /// Every document of the contract: the requests and results in the order of the operations, then the error.
    pub fn all() -> impl Iterator<Item = Self> {
        let both = |operation| [Self::Request(operation), Self::Result(operation)];
        Operation::ALL.into_iter().flat_map(both).chain([Self::Error])
    }

    /// The name of the file that holds its schema: `plan.request.json`.
    #[must_use]
    pub fn file_name(self) -> String {
        match self {
            Self::Request(operation) => format!("{operation}.request.json"),
            Self::Result(operation) => format!("{operation}.result.json"),
            Self::Error => "error.json".to_owned(),
        }
    }
}

/// The JSON Schema (draft 2020-12) of a document. That of a catalogue is the result of the operation `catalogue`.
///
/// ```
/// use bilan_professionnel::wire::{Document, Operation, schema};
///
/// let schema = schema(Document::Request(Operation::Plan));
/// assert_eq!(schema.as_value()["required"][0], "variant");
/// ```
#[must_use]
pub fn schema(document: Document) -> Schema {
    match document {
        Document::Request(operation) => operation.request_schema(),
        Document::Result(operation) => operation.result_schema(),
        Document::Error => written::<Error>(),
    }
}

pub(super) fn read<T: JsonSchema>() -> Schema {
    described(SchemaSettings::draft2020_12().for_deserialize()).into_generator().into_root_schema_for::<T>()
}

pub(super) fn written<T: JsonSchema>() -> Schema {
    described(SchemaSettings::draft2020_12().for_serialize()).into_generator().into_root_schema_for::<T>()
}

/// Descriptions are the first paragraphs of the types' documentation: examples and headings concern Rust alone.
fn described(settings: SchemaSettings) -> SchemaSettings {
    settings.with_transform(RecursiveTransform(|schema: &mut Schema| {
        let Some(Value::String(text)) = schema.get_mut("description") else { return };
        let prose = text.split("\n\n").take_while(|paragraph| !paragraph.starts_with(['`', '#']));
        *text = prose.collect::<Vec<_>>().join("\n\n");
    }))
}
