//! The contract itself, as plain data: what each host's copy is made from.
//!
//! Nothing is declared here. Each table is read off the one declaration of what it lists: operations, facts,
//! situations, error codes, limits and documents each say their own codes and documentation.
//!
//! ```
//! let contract = bilan_professionnel::contract::contract();
//! assert_eq!(contract.operations[0].code, "catalogue");
//! assert_eq!(contract.facts.len(), bilan_professionnel::funding::Fact::ALL.len());
//! ```

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::Value;

use crate::error::ErrorCode;
use crate::funding::{Fact, FactKind, Situation};
use crate::limits;
use crate::record::CONTRACT;
use crate::wire::{Document, Operation, schema};

/// Everything that the contract names.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Contract {
    /// The version of the contract.
    pub version: u32,
    /// The operations, in the order of the contract.
    pub operations: Vec<OperationRow>,
    /// The facts about an agent, in the order of the contract.
    pub facts: Vec<FactRow>,
    /// The listed situations, in the order of the contract.
    pub situations: Vec<SituationRow>,
    /// The error codes, the general ones first.
    pub errors: Vec<ErrorRow>,
    /// The bounds on documents.
    pub limits: Vec<LimitRow>,
    /// The schema of each document, by the name of its file.
    pub schemas: Vec<(String, Value)>,
}

/// An operation.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct OperationRow {
    /// Its code.
    pub code: &'static str,
    /// What it does, in one English sentence.
    pub doc: String,
    /// The codes of the errors of its own.
    pub errors: Vec<&'static str>,
    /// The schema of its request.
    pub request: Value,
    /// The schema of its result.
    pub result: Value,
}

/// What the answer to a fact looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AnswerKind {
    /// True or false.
    YesNo,
    /// A percentage.
    Percent,
    /// One of the agent's two statuses.
    Status,
}

/// A fact about the agent.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct FactRow {
    /// Its code.
    pub code: &'static str,
    /// Its place in a mask: a power of two.
    pub bit: u32,
    /// What its answer looks like.
    pub kind: AnswerKind,
    /// What it is, in one English sentence.
    pub doc: String,
    /// What it is called when it holds, in French.
    pub name: &'static str,
    /// For a percentage, from which it holds.
    pub threshold: Option<String>,
    /// The question to the agent, in French.
    pub question: &'static str,
    /// The question about the agent, in French.
    pub question_about: &'static str,
    /// An example, or what to answer where the question means nothing, in French.
    pub help: Option<&'static str>,
    /// The document that usually proves it, in French.
    pub document: &'static str,
    /// Whether it is asked last, and its answer never thrown back.
    pub delicate: bool,
    /// Whether its proof may have a last valid day.
    pub can_expire: bool,
}

/// A listed situation.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SituationRow {
    /// Its code.
    pub code: &'static str,
    /// Its place in each half of a verdict: a power of two.
    pub bit: u32,
    /// What it is, in one English sentence.
    pub doc: String,
    /// The code of its group.
    pub group: String,
    /// Its label, in French.
    pub label: &'static str,
    /// Where it comes from, in French.
    pub sources: Vec<String>,
}

/// An error code.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ErrorRow {
    /// The code.
    pub code: &'static str,
    /// What it means, in one English sentence.
    pub doc: String,
    /// Whether every operation may answer it.
    pub general: bool,
    /// Whether a catalogue document may be refused with it.
    pub catalogue: bool,
    /// The members of its `details`.
    pub details: &'static [&'static str],
}

/// A bound.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LimitRow {
    /// The name of the constant.
    pub name: &'static str,
    /// Its value.
    pub value: String,
    /// What it bounds, in one English sentence.
    pub doc: String,
}

/// The codes, other than the general ones, with which a catalogue document is refused.
const CATALOGUE_ERRORS: [ErrorCode; 6] = [
    ErrorCode::DuplicateCode,
    ErrorCode::InvertedRange,
    ErrorCode::TotalOutOfReach,
    ErrorCode::OverlappingTariffs,
    ErrorCode::HoursGranularity,
    ErrorCode::HoursOutOfRange,
];

/// Everything that the contract names, read off its declarations.
#[must_use]
pub fn contract() -> Contract {
    Contract {
        version: CONTRACT,
        operations: Operation::ALL.into_iter().map(operation).collect(),
        facts: facts(),
        situations: situations(),
        errors: errors(),
        limits: limits::all()
            .into_iter()
            .map(|(name, value, doc)| LimitRow { name, value, doc: doc.to_owned() })
            .collect(),
        schemas: Document::all().map(|document| (document.file_name(), schema(document).to_value())).collect(),
    }
}

fn operation(operation: Operation) -> OperationRow {
    OperationRow {
        code: operation.code(),
        doc: operation.description().to_owned(),
        errors: operation.errors().iter().map(|code| code.as_str()).collect(),
        request: schema(Document::Request(operation)).to_value(),
        result: schema(Document::Result(operation)).to_value(),
    }
}

fn facts() -> Vec<FactRow> {
    let documented = documentation::<Fact>();
    let row = |fact: Fact| FactRow {
        code: fact.code(),
        bit: fact.bit(),
        kind: match fact.kind() {
            FactKind::YesNo => AnswerKind::YesNo,
            FactKind::Percent => AnswerKind::Percent,
            FactKind::Status => AnswerKind::Status,
        },
        doc: doc_of(&documented, fact.code()),
        name: fact.name(),
        threshold: fact.threshold().map(|threshold| threshold.to_string()),
        question: fact.question(),
        question_about: fact.question_about(),
        help: fact.help(),
        document: fact.document(),
        delicate: fact.is_delicate(),
        can_expire: fact.can_expire(),
    };
    Fact::ALL.into_iter().map(row).collect()
}

fn situations() -> Vec<SituationRow> {
    let documented = documentation::<Situation>();
    let row = |situation: Situation| SituationRow {
        code: situation.code(),
        bit: situation.bit(),
        doc: doc_of(&documented, situation.code()),
        group: serde_json::to_value(situation.group())
            .ok()
            .and_then(|code| code.as_str().map(str::to_owned))
            .unwrap_or_default(),
        label: situation.label(),
        sources: situation.articles().iter().map(|source| format!("{}, {}", source.code, source.article)).collect(),
    };
    Situation::ALL.into_iter().map(row).collect()
}

fn errors() -> Vec<ErrorRow> {
    let documented = documentation::<ErrorCode>();
    let row = |code: ErrorCode| ErrorRow {
        code: code.as_str(),
        doc: doc_of(&documented, code.as_str()),
        general: code.is_general(),
        catalogue: CATALOGUE_ERRORS.contains(&code),
        details: code.details(),
    };
    let mut errors: Vec<ErrorRow> = ErrorCode::ALL.iter().copied().map(row).collect();
    errors.sort_by_key(|error| !error.general);
    errors
}

/// The codes of an enumeration and their documentation, as its schema says them.
fn documentation<T: JsonSchema>() -> Vec<(String, String)> {
    let schema = T::json_schema(&mut SchemaGenerator::default()).to_value();
    let text = |word: &Value, key: &str| word.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let words = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    words.map(|word| (text(word, "const"), text(word, "description"))).collect()
}

fn doc_of(documented: &[(String, String)], code: &str) -> String {
    documented.iter().find(|(known, _)| known == code).map(|(_, doc)| doc.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::contract;

    #[test]
    fn every_row_is_documented_and_every_code_stands_once() {
        let contract = contract();
        let rows: Vec<(&str, &str)> = (contract.operations.iter().map(|row| (row.code, row.doc.as_str())))
            .chain(contract.errors.iter().map(|row| (row.code, row.doc.as_str())))
            .chain(contract.limits.iter().map(|row| (row.name, row.doc.as_str())))
            .collect();
        for (code, doc) in &rows {
            assert!(!doc.is_empty(), "{code}");
        }
        let facts = contract.facts.iter().map(|row| (row.code, row.doc.as_str(), row.bit)).collect::<Vec<_>>();
        let situations =
            contract.situations.iter().map(|row| (row.code, row.doc.as_str(), row.bit)).collect::<Vec<_>>();
        for table in [facts, situations] {
            let codes: BTreeSet<_> = table.iter().map(|(code, ..)| code).collect();
            let bits = table.iter().fold(0_u32, |bits, (.., bit)| bits | bit);
            assert!(codes.len() == table.len() && bits.count_ones() as usize == table.len(), "{table:?}");
            assert!(table.iter().all(|(_, doc, _)| !doc.is_empty()), "{table:?}");
        }
    }

    #[test]
    fn every_error_is_general_or_that_of_an_operation_or_of_a_catalogue() {
        let contract = contract();
        for error in &contract.errors {
            let of_an_operation = contract.operations.iter().any(|operation| operation.errors.contains(&error.code));
            assert!(error.general || error.catalogue || of_an_operation, "{}", error.code);
            assert!(!(error.general && (error.catalogue || of_an_operation)), "{}", error.code);
        }
    }
}
