//! What differs between two JSON trees, member by member.

use std::collections::BTreeSet;

use super::tree::Node;

/// One place where two documents differ.
pub(crate) struct Difference<'t> {
    pub(crate) path: String,
    pub(crate) before: Option<&'t Node<'t>>,
    pub(crate) after: Option<&'t Node<'t>>,
}

/// Members that name an element within its list, the surest first.
const NAMES: [&str; 3] = ["code", "variant", "fact"];

/// Every place where the two differ, in the order of the documents; none exactly when they say the same.
pub(crate) fn compare<'t>(before: &'t Node<'t>, after: &'t Node<'t>) -> Vec<Difference<'t>> {
    let mut found = Vec::new();
    walk("", Some(before), Some(after), &mut found);
    found
}

fn walk<'t>(path: &str, before: Option<&'t Node<'t>>, after: Option<&'t Node<'t>>, found: &mut Vec<Difference<'t>>) {
    match (before, after) {
        (Some(before), Some(after)) if before == after => {}
        (Some(Node::Object(before)), Some(Node::Object(after))) => {
            let value = |members: &'t [(_, Node<'t>)], key: &str| {
                members.iter().find(|(name, _)| name == key).map(|(_, value)| value)
            };
            for (key, old) in before {
                walk(&member(path, key), Some(old), value(after, key), found);
            }
            for (key, new) in after.iter().filter(|(key, _)| value(before, key).is_none()) {
                walk(&member(path, key), None, Some(new), found);
            }
        }
        (Some(old @ Node::Array(before)), Some(new @ Node::Array(after))) => match names(before).zip(names(after)) {
            Some((before, after)) => {
                named(path, &before, &after, found);
                if !same_order(&before, &after) {
                    found.push(Difference { path: path.to_owned(), before: Some(old), after: Some(new) });
                }
            }
            None => in_place(path, before, after, found),
        },
        (before, after) => found.push(Difference { path: path.to_owned(), before, after }),
    }
}

/// The elements of a list with their names.
type Named<'t> = [(&'t str, &'t Node<'t>)];

fn get<'t>(named: &Named<'t>, name: &str) -> Option<&'t Node<'t>> {
    named.iter().find(|(other, _)| *other == name).map(|(_, node)| *node)
}

/// Elements of the same name are compared with one another, wherever they stand.
fn named<'t>(path: &str, before: &Named<'t>, after: &Named<'t>, found: &mut Vec<Difference<'t>>) {
    let at = |name: &str| format!("{path}[{name}]");
    for (name, old) in before {
        walk(&at(name), Some(old), get(after, name), found);
    }
    for (name, new) in after.iter().filter(|(name, _)| get(before, name).is_none()) {
        walk(&at(name), None, Some(new), found);
    }
}

/// Whether the elements that both have stand in the same order.
fn same_order(before: &Named<'_>, after: &Named<'_>) -> bool {
    let kept = before.iter().filter(|(name, _)| get(after, name).is_some()).map(|(name, _)| name);
    kept.eq(after.iter().filter(|(name, _)| get(before, name).is_some()).map(|(name, _)| name))
}

/// Elements without names: those between what begins and what ends the two lists alike are compared place by place.
fn in_place<'t>(path: &str, before: &'t [Node<'t>], after: &'t [Node<'t>], found: &mut Vec<Difference<'t>>) {
    let start = before.iter().zip(after).take_while(|(old, new)| old == new).count();
    let (before, after) = (before.get(start..).unwrap_or_default(), after.get(start..).unwrap_or_default());
    let end = before.iter().rev().zip(after.iter().rev()).take_while(|(old, new)| old == new).count();
    let kept = |items: &'t [Node<'t>]| items.get(..items.len().saturating_sub(end)).unwrap_or_default();
    let (before, after) = (kept(before), kept(after));
    for place in 0..before.len().max(after.len()) {
        let path = format!("{path}[{}]", start.saturating_add(place));
        walk(&path, before.get(place), after.get(place), found);
    }
}

/// The elements with their names, if each has one of its own.
fn names<'t>(items: &'t [Node<'t>]) -> Option<Vec<(&'t str, &'t Node<'t>)>> {
    let named: Vec<_> = items.iter().map(|item| Some((name_of(item)?, item))).collect::<Option<_>>()?;
    let distinct: BTreeSet<_> = named.iter().map(|(name, _)| name).collect();
    (distinct.len() == named.len()).then_some(named)
}

fn name_of<'t>(item: &'t Node<'t>) -> Option<&'t str> {
    let Node::Object(members) = item else { return None };
    NAMES.iter().find_map(|name| {
        members.iter().find_map(|(key, value)| match value {
            Node::String(text) if key == name => Some(text.as_ref()),
            _ => None,
        })
    })
}

fn member(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}
