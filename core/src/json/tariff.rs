//! Which tariff of one edition is which of the next: tariffs have no code, and are known by what they price.

use std::collections::{BTreeMap, VecDeque};

use super::document::{Kind, Node};

/// By what two tariffs are the same, the surest first; the last are what is left when client, hours and form all change,
/// and when the variants do.
const KEYS: [&[&str]; 8] = [
    &["variants", "clients", "hours", "price", "from"],
    &["variants", "clients", "hours", "form", "from"],
    &["variants", "clients", "hours", "form"],
    &["variants", "clients", "hours"],
    &["variants", "clients"],
    &["variants"],
    &["clients", "hours", "form", "from"],
    &["clients", "form"],
];

/// Whether an element is a tariff: it has variants and a price.
pub(super) fn is_one(item: Node<'_>) -> bool {
    item.kind() == Kind::Object && ["variants", "price"].iter().all(|name| member(item, name).is_some())
}

/// Gives for each old tariff the place of the new one that it has become, if it is still there.
pub(super) fn pairs(before: &[Node<'_>], after: &[Node<'_>]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; before.len()];
    let mut free: Vec<usize> = (0..after.len()).collect();
    for keys in KEYS {
        let mut waiting: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for place in free.drain(..) {
            if let Some(new) = after.get(place) {
                waiting.entry(key(*new, keys)).or_default().push_back(place);
            }
        }
        for (pair, old) in pairs.iter_mut().zip(before).filter(|(pair, _)| pair.is_none()) {
            *pair = waiting.get_mut(&key(*old, keys)).and_then(VecDeque::pop_front);
        }
        free.extend(waiting.into_values().flatten());
        free.sort_unstable();
    }
    pairs
}

fn key(tariff: Node<'_>, names: &[&str]) -> String {
    let part = |name: &&str| match *name {
        "form" => form(tariff),
        name => member(tariff, name).map_or_else(String::new, |value| value.raw().to_owned()),
    };
    names.iter().map(part).collect::<Vec<_>>().join("\n")
}

/// The form of a price: its code, or the only member of its object.
fn form(tariff: Node<'_>) -> String {
    let Some(price) = member(tariff, "price") else { return String::new() };
    match price.kind() {
        Kind::Object => price.members().next().map(|(key, _)| key.string().into_owned()).unwrap_or_default(),
        _ => price.raw().to_owned(),
    }
}

fn member<'t>(object: Node<'t>, name: &str) -> Option<Node<'t>> {
    object.members().find(|(key, _)| key.string() == name).map(|(_, value)| value)
}
