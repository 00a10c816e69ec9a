//! The documents to gather for the fund.

use serde::Serialize;

use super::fact::FactKind;
use super::facts::Facts;
use super::national::Fact;
use super::reports::SituationReport;
use super::sets::FactSet;
use super::verdict::Status;

/// A document that proves a fact on which a situation rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Document {
    /// The fact.
    pub fact: Fact,
    /// The document, in French.
    pub document: &'static str,
    /// Whether the one the agent has will do.
    pub state: DocumentState,
}

/// Whether the document that the agent has will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DocumentState {
    /// To gather.
    ToGather,
    /// No longer valid on the day of the assessment: to renew.
    Expired,
    /// Valid on that day, but not to the end of the bilan: to renew on the way.
    Expiring,
}

/// The documents for the facts by which a situation is met, or may yet be.
///
/// A fact counts once the agent has said that it is so, though its proof has expired; a status alone calls for nothing.
pub(super) fn gathered(
    reports: &[&SituationReport],
    facts: Facts,
    expired: FactSet,
    expiring: FactSet,
) -> Vec<Document> {
    let said = expired.iter().fold(facts, |facts, fact| facts.with(fact, true));
    let concerned = reports.iter().fold(0, |all, report| {
        let rule = report.code.rule();
        let begun = FactSet::from_bits(rule.facts & said.holding());
        if report.status == Status::NotMet || begun.iter().all(|fact| fact.kind() == FactKind::Status) {
            return all;
        }
        // Of a situation met, the facts by which it is; else those of every way that is still open.
        let counts = |term: &&super::terms::Term| match report.status {
            Status::Met => term.is_fulfilled(facts),
            _ => !term.is_contradicted(said),
        };
        rule.met.as_slice().iter().filter(counts).fold(all, |all, term| all | term.facts() & said.known())
    });
    let state = |fact| match (expired.contains(fact), expiring.contains(fact)) {
        (true, _) => DocumentState::Expired,
        (_, true) => DocumentState::Expiring,
        _ => DocumentState::ToGather,
    };
    let document = |fact: Fact| Document { fact, document: fact.document(), state: state(fact) };
    FactSet::from_bits(concerned).iter().map(document).collect()
}
