//! Every source of the catalogue names a passage of the page, and the table of passages says where each is.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::collections::BTreeSet;

use serde_json::Value;

const PASSAGES: &str = include_str!("../../docs/passages.md");
const PAGE: &str = "Page du CDG29 «\u{a0}Le bilan professionnel\u{a0}», ";
const PASSAGE: &str = "passage sur ";

fn catalogue() -> Value {
    serde_json::from_str(include_str!("../src/catalogue/cdg29.json")).unwrap()
}

/// The rows of all tables: the passage, and where it is.
fn rows() -> Vec<(&'static str, &'static str)> {
    let lines = PASSAGES.lines().filter(|line| line.starts_with('|') && !line.starts_with("|---"));
    let cells = lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>());
    cells.filter(|cells| cells[0] != "Passage sur").map(|cells| (cells[0], cells[2])).collect()
}

/// The passages that a source names.
fn passages(source: &str) -> Vec<&str> {
    let named = source.strip_prefix(PAGE).unwrap_or_else(|| unreachable!("{source}"));
    named.split("\u{a0}; ").map(|part| part.strip_prefix(PASSAGE).unwrap_or_else(|| unreachable!("{source}"))).collect()
}

fn walk<'v>(value: &'v Value, sources: &mut Vec<&'v str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(item, sources)),
        Value::Object(members) => {
            sources.extend(members.get("source").and_then(Value::as_str));
            members.values().for_each(|member| walk(member, sources));
        }
        _ => {}
    }
}

/// The value at a path whose elements are named by their codes.
fn find<'v>(document: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').try_fold(document, |value, part| {
        let (name, code) = part.split_once('[').unwrap_or((part, ""));
        let member = value.get(name)?;
        match code.strip_suffix(']') {
            None => Some(member),
            Some(code) => {
                let is_named = |item: &&Value| item["code"] == code || item["situation"] == code;
                member.as_array()?.iter().find(is_named)
            }
        }
    })
}

#[test]
fn every_source_names_passages_of_the_table() {
    let known: BTreeSet<&str> = rows().into_iter().map(|(passage, _)| passage).collect();
    let document = catalogue();
    let mut sources = Vec::new();
    walk(&document, &mut sources);
    assert!(sources.len() > 40);
    for source in sources {
        for passage in passages(source) {
            assert!(known.contains(passage), "« {passage} » is no passage of docs/passages.md");
        }
    }
}

#[test]
fn every_place_of_the_table_exists_and_names_its_passage_back() {
    let document = catalogue();
    for (passage, places) in rows() {
        let paths: Vec<&str> = places.split('`').skip(1).step_by(2).collect();
        assert!(!paths.is_empty() || places.starts_with("Non repris"), "{passage}: {places}");
        let mut sources = Vec::new();
        for path in paths {
            let found = find(&document, path).unwrap_or_else(|| unreachable!("{passage}: no {path}"));
            walk(found, &mut sources);
            // A member of an object stands under the source of that object.
            let parent = path.rsplit_once('.').and_then(|(parent, _)| find(&document, parent));
            sources.extend(parent.and_then(|parent| parent["source"].as_str()));
        }
        let told = places.starts_with("Non repris") || sources.iter().any(|source| passages(source).contains(&passage));
        // Legal texts, links and what the price covers have no source of their own: their passage is theirs alone.
        assert!(told || ["les textes"].contains(&passage), "{passage}: no source of {places} names it");
    }
}

#[test]
fn no_source_names_a_heading_that_the_page_does_not_have() {
    let text = catalogue().to_string();
    for word in ["rubrique", "section «"] {
        assert!(!text.contains(word), "{word}");
    }
}
