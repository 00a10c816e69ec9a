//! What differs between two JSON documents, member by member, in about the time it takes to read them.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Kind, Node};
use super::tariff;

/// One place where two documents differ.
pub(crate) struct Difference<'t> {
    pub(crate) path: String,
    pub(crate) before: Option<Node<'t>>,
    pub(crate) after: Option<Node<'t>>,
}

/// Members that name an element within its list, the surest first.
const NAMES: [&str; 3] = ["code", "variant", "fact"];

/// Every place where the two differ, in the order of the documents; none exactly when they say the same.
pub(crate) fn compare<'t>(before: Node<'t>, after: Node<'t>) -> Vec<Difference<'t>> {
    let mut found = Vec::new();
    walk("", Some(before), Some(after), &mut found);
    found
}

fn walk<'t>(path: &str, before: Option<Node<'t>>, after: Option<Node<'t>>, found: &mut Vec<Difference<'t>>) {
    if before == after {
        return;
    }
    match (before, after) {
        (Some(old), Some(new)) if old.kind() == Kind::Object && new.kind() == Kind::Object => {
            let members = |node: Node<'t>| node.members().map(|(key, value)| (key.string().into_owned(), value));
            let (before, after): (Vec<_>, Vec<_>) = (members(old).collect(), members(new).collect());
            each(&before, &after, &|key| member(path, key), found);
        }
        (Some(old), Some(new)) if old.kind() == Kind::Array && new.kind() == Kind::Array => {
            let (before, after): (Vec<_>, Vec<_>) = (old.items().collect(), new.items().collect());
            match names(&before).zip(names(&after)) {
                Some((before, after)) => {
                    each(&before, &after, &|name| format!("{path}[{name}]"), found);
                    if !same_order(&before, &after) {
                        found.push(Difference { path: path.to_owned(), before: Some(old), after: Some(new) });
                    }
                }
                None if before.iter().chain(&after).all(|item| tariff::is_one(*item)) => {
                    let pairs = tariff::pairs(&before, &after);
                    paired(path, &before, &after, &pairs, found);
                    if !pairs.iter().flatten().is_sorted() {
                        found.push(Difference { path: path.to_owned(), before: Some(old), after: Some(new) });
                    }
                }
                None => in_place(path, &before, &after, found),
            }
        }
        (before, after) => found.push(Difference { path: path.to_owned(), before, after }),
    }
}

/// Values with their names, in the order of the document.
type Named<'t> = [(String, Node<'t>)];

fn by_name<'n, 't>(named: &'n Named<'t>) -> BTreeMap<&'n str, Node<'t>> {
    named.iter().map(|(name, node)| (name.as_str(), *node)).collect()
}

/// Values of the same name are compared with one another, wherever they stand; then come those that are new.
fn each<'t>(before: &Named<'t>, after: &Named<'t>, path: &dyn Fn(&str) -> String, found: &mut Vec<Difference<'t>>) {
    let (old_ones, new_ones) = (by_name(before), by_name(after));
    for (name, old) in before {
        walk(&path(name), Some(*old), new_ones.get(name.as_str()).copied(), found);
    }
    for (name, new) in after.iter().filter(|(name, _)| !old_ones.contains_key(name.as_str())) {
        walk(&path(name), None, Some(*new), found);
    }
}

/// Whether the elements that both have stand in the same order.
fn same_order(before: &Named<'_>, after: &Named<'_>) -> bool {
    fn kept<'n>(named: &'n Named<'_>, others: &BTreeMap<&str, Node<'_>>) -> Vec<&'n str> {
        named.iter().map(|(name, _)| name.as_str()).filter(|name| others.contains_key(name)).collect()
    }
    kept(before, &by_name(after)) == kept(after, &by_name(before))
}

/// Elements without names, each compared with the one it is paired with, at its place in the new list; then those that
/// are new. One that is gone is at its place in the old list.
fn paired<'t>(
    path: &str,
    before: &[Node<'t>],
    after: &[Node<'t>],
    pairs: &[Option<usize>],
    found: &mut Vec<Difference<'t>>,
) {
    for (place, (old, pair)) in before.iter().zip(pairs).enumerate() {
        let new = pair.and_then(|pair| after.get(pair)).copied();
        walk(&format!("{path}[{}]", pair.unwrap_or(place)), Some(*old), new, found);
    }
    let kept: BTreeSet<usize> = pairs.iter().flatten().copied().collect();
    for (place, new) in after.iter().enumerate().filter(|(place, _)| !kept.contains(place)) {
        walk(&format!("{path}[{place}]"), None, Some(*new), found);
    }
}

/// Elements without names: those between what begins and what ends the two lists alike are compared place by place.
fn in_place<'t>(path: &str, before: &[Node<'t>], after: &[Node<'t>], found: &mut Vec<Difference<'t>>) {
    let start = before.iter().zip(after).take_while(|(old, new)| old == new).count();
    let (before, after) = (before.get(start..).unwrap_or_default(), after.get(start..).unwrap_or_default());
    let end = before.iter().rev().zip(after.iter().rev()).take_while(|(old, new)| old == new).count();
    let (before, after) = (but_the_last(before, end), but_the_last(after, end));
    for place in 0..before.len().max(after.len()) {
        let path = format!("{path}[{}]", start.saturating_add(place));
        walk(&path, before.get(place).copied(), after.get(place).copied(), found);
    }
}

fn but_the_last<T>(items: &[T], count: usize) -> &[T] {
    items.get(..items.len().saturating_sub(count)).unwrap_or_default()
}

/// The elements with their names, if each has one of its own.
fn names<'t>(items: &[Node<'t>]) -> Option<Vec<(String, Node<'t>)>> {
    let named: Vec<_> = items.iter().map(|item| Some((name_of(*item)?, *item))).collect::<Option<_>>()?;
    let distinct: BTreeSet<&str> = named.iter().map(|(name, _)| name.as_str()).collect();
    (distinct.len() == named.len()).then_some(named)
}

fn name_of(item: Node<'_>) -> Option<String> {
    NAMES.iter().find_map(|name| {
        let mut named = item.members().filter(|(key, value)| value.kind() == Kind::String && key.string() == *name);
        named.next().map(|(_, value)| value.string().into_owned())
    })
}

fn member(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}
