//! That the vectors leave out nothing the contract names.

use std::collections::BTreeSet;

use bilan_professionnel::funding::{Fact, FactKind, Situation};
use bilan_professionnel::wire::Operation;
use bilan_professionnel::{Catalogue, ErrorCode};
use serde_json::Value;

use super::Answered;
use super::schemas::Schemas;

/// Every error that a request or a catalogue can bring.
fn error_codes() -> impl Iterator<Item = &'static str> {
    ErrorCode::ALL.iter().filter(|code| **code != ErrorCode::Internal).map(|code| code.as_str())
}

/// Whether the contract says that an operation may answer that error.
fn is_announced(operation: &str, error: &str) -> bool {
    let announced = |code: &&ErrorCode| code.as_str() == error;
    ErrorCode::ALL.iter().filter(|code| code.is_general()).any(|code| announced(&code))
        || Operation::from_code(operation)
            .is_some_and(|operation| operation.errors().iter().any(|code| announced(&code)))
}

/// What no vector shows.
pub(crate) fn gaps(answered: &[Answered], schemas: &Schemas) -> Vec<String> {
    let seen = Seen::in_all(answered);
    let mut gaps = Vec::new();
    let mut need = |what: &str, code: &str, found: bool| {
        if !found {
            gaps.push(format!("no vector shows the {what} « {code} »"));
        }
    };
    for operation in Operation::ALL.map(Operation::code) {
        need("operation", operation, seen.answers.contains(&(operation.to_owned(), true)));
        need("operation that fails", operation, seen.answers.contains(&(operation.to_owned(), false)));
    }
    for code in error_codes() {
        need("error", code, seen.errors.contains(code));
    }
    for situation in Situation::ALL.map(Situation::code) {
        for status in ["met", "notMet", "undetermined"] {
            need(&format!("status {status} of the situation"), situation, seen.verdicts.contains(&(situation, status)));
        }
    }
    for fact in Fact::ALL {
        for answer in answers(fact) {
            need(&format!("answer {answer} to the fact"), fact.code(), seen.facts.contains(&(fact, answer)));
        }
        need("dated proof of the fact", fact.code(), !fact.can_expire() || seen.proofs.contains(&fact));
        need("question on the fact", fact.code(), seen.questions.contains(fact.code()));
    }
    let offer = Catalogue::embedded().offer();
    for variant in &offer.variants {
        need("variant", &variant.code, seen.in_requests.contains(&variant.code));
        for step in &variant.steps {
            need(&format!("step of {}", variant.code), &step.code, seen.steps.contains(&(&variant.code, &step.code)));
        }
    }
    for needed in &offer.needs {
        need("need", &needed.code, seen.in_requests.contains(&needed.code));
    }
    for code in offer.modes.iter().map(|mode| &mode.code).chain(offer.covers.iter().map(|cover| &cover.code)) {
        need("mode or cover", code, seen.in_results.contains(code));
    }
    // The codes of errors are those that the library lists, above.
    for (name, schema) in schemas.iter().filter(|(name, _)| *name != "error") {
        let (seen_here, kind) =
            if name.ends_with(".request") { (&seen.in_requests, "request") } else { (&seen.in_results, "result") };
        for code in codes(schema) {
            need(&format!("code of a {kind}, in the schema {name},"), code, seen_here.contains(code));
        }
        if let Some(operation) = name.strip_suffix(".request") {
            for member in schema["properties"].as_object().into_iter().flat_map(|members| members.keys()) {
                need(
                    &format!("member of a {operation} request"),
                    member,
                    seen.members.contains(&(operation.to_owned(), member.clone())),
                );
            }
        }
    }
    for code in seen.errors.iter().filter(|code| !error_codes().any(|known| known == **code)) {
        gaps.push(format!("an error that no request should bring: {code}"));
    }
    for (operation, code) in &seen.refusals {
        if !is_announced(operation, code) {
            gaps.push(format!("{operation} answers {code}, which the contract does not say of it"));
        }
    }
    gaps
}

/// The answers to a fact that must be shown.
fn answers(fact: Fact) -> [&'static str; 2] {
    match fact.kind() {
        FactKind::YesNo => ["true", "false"],
        FactKind::Percent => ["from 10", "below 10"],
        FactKind::Status => ["fonctionnaire", "contractuel"],
    }
}

/// What occurs in the vectors and their answers.
#[derive(Default)]
struct Seen<'a> {
    /// Operations, with whether they succeeded.
    answers: BTreeSet<(String, bool)>,
    errors: BTreeSet<&'a str>,
    /// Operations with the errors that they answered.
    refusals: BTreeSet<(String, &'a str)>,
    verdicts: BTreeSet<(&'a str, &'a str)>,
    facts: BTreeSet<(Fact, &'static str)>,
    proofs: BTreeSet<Fact>,
    /// Facts asked next.
    questions: BTreeSet<&'a str>,
    /// Variants with the steps of their plans.
    steps: BTreeSet<(&'a str, &'a str)>,
    /// Operations with the members of their requests that succeeded.
    members: BTreeSet<(String, String)>,
    /// Every text of a request that succeeded, and of a result.
    in_requests: BTreeSet<String>,
    in_results: BTreeSet<String>,
}

impl<'a> Seen<'a> {
    fn in_all(answered: &'a [Answered]) -> Self {
        let mut seen = Self::default();
        for one in answered {
            seen.errors.extend(one.answer["error"]["code"].as_str());
            let Some((operation, request)) = one.vector.asked() else { continue };
            seen.answers.insert((operation.clone(), one.succeeded()));
            if !one.succeeded() {
                // A catalogue that is refused is not the operation's fault.
                let refusal = one.answer["error"]["code"].as_str().filter(|_| one.vector.change.is_none());
                seen.refusals.extend(refusal.map(|code| (operation.clone(), code)));
                continue;
            }
            let members = request.as_object().into_iter().flat_map(|members| members.keys().cloned());
            seen.members.extend(members.map(|member| (operation.clone(), member)));
            seen.learn_facts(&request);
            seen.questions.extend(one.answer["nextQuestion"].as_str());
            texts(&request, &mut seen.in_requests);
            texts(&one.answer, &mut seen.in_results);
            for situation in one.answer["situations"].as_array().into_iter().flatten() {
                seen.verdicts.extend(situation["code"].as_str().zip(situation["status"].as_str()));
            }
            for step in one.answer["steps"].as_array().into_iter().flatten() {
                seen.steps.extend(one.answer["variant"].as_str().zip(step["code"].as_str()));
            }
        }
        seen
    }

    fn learn_facts(&mut self, request: &Value) {
        for fact in Fact::ALL {
            let [holds, fails] = answers(fact);
            let found = match &request["facts"][fact.code()] {
                Value::Bool(value) => Some(*value),
                Value::Number(rate) => Some(rate.as_f64() >= Some(10.0)),
                Value::String(status) => Some(status == "fonctionnaire"),
                _ => None,
            };
            self.facts.extend(found.map(|held| (fact, if held { holds } else { fails })));
            if request["validUntil"][fact.code()].is_string() {
                self.proofs.insert(fact);
            }
        }
    }
}

/// Every text of a document, keys included.
fn texts(document: &Value, found: &mut BTreeSet<String>) {
    match document {
        Value::String(text) => {
            found.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(members) => {
            for (key, member) in members {
                found.insert(key.clone());
                texts(member, found);
            }
        }
        _ => {}
    }
}

/// Every code that a schema enumerates.
fn codes(schema: &Value) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    match schema {
        Value::Array(items) => found.extend(items.iter().flat_map(codes)),
        Value::Object(members) => {
            found.extend(members.get("const").and_then(Value::as_str));
            found.extend(members.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str));
            found.extend(members.values().flat_map(codes));
        }
        _ => {}
    }
    found
}
