//! JSON Schemas (draft 2020-12) of every document of the contract, made from its types.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::Operation;
use super::documents::{Nothing, ReplayRequest, ScheduleRequest, Sealed, SettleRequest};
use crate::catalogue::Offer;
use crate::error::Error;
use crate::funding::Assessment;
use crate::orientation::Recommendation;
use crate::plan::Plan;
use crate::pricing::Quote;
use crate::record::Replay;
use crate::schedule::Schedule;
use crate::settlement::Settlement;
use crate::simulation::Case;
use crate::{funding, orientation, plan, pricing};

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
        Document::Request(operation) => match operation {
            Operation::Catalogue => read::<Nothing>(),
            Operation::Recommend => read::<orientation::Request>(),
            Operation::Funding => read::<funding::Request>(),
            Operation::Plan => read::<plan::Request>(),
            Operation::Quote => read::<pricing::Request>(),
            Operation::Schedule => read::<ScheduleRequest>(),
            Operation::Settle => read::<SettleRequest>(),
            Operation::Simulate => read::<Case>(),
            Operation::Replay => read::<ReplayRequest>(),
        },
        Document::Result(operation) => match operation {
            Operation::Catalogue => written::<Offer>(),
            Operation::Recommend => written::<Recommendation<'_>>(),
            Operation::Funding => written::<Assessment>(),
            Operation::Plan => written::<Plan<'_>>(),
            Operation::Quote => written::<Quote<'_>>(),
            Operation::Schedule => written::<Schedule<'_>>(),
            Operation::Settle => written::<Settlement<'_>>(),
            Operation::Simulate => written::<Sealed<'_>>(),
            Operation::Replay => written::<Replay>(),
        },
        Document::Error => written::<Error>(),
    }
}

fn read<T: JsonSchema>() -> Schema {
    described(SchemaSettings::draft2020_12().for_deserialize()).into_generator().into_root_schema_for::<T>()
}

fn written<T: JsonSchema>() -> Schema {
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
