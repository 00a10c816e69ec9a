//! A path of a document in words, for people.

/// One step of a path.
enum Step<'p> {
    Member(&'p str),
    Element(usize),
}

fn steps(path: &str) -> impl Iterator<Item = Step<'_>> {
    path.split('.').flat_map(|part| {
        let (name, indexes) = part.split_once('[').unwrap_or((part, ""));
        let member = (!name.is_empty()).then_some(Step::Member(name));
        let elements = indexes.split(['[', ']']).filter_map(|index| index.parse().ok().map(Step::Element));
        member.into_iter().chain(elements)
    })
}

/// What an element of a list is called, by the name of the list.
const ELEMENTS: [(&str, &str); 24] = [
    ("clients", "client"),
    ("needs", "besoin"),
    ("modes", "modalité"),
    ("variants", "déclinaison"),
    ("suits", "situation"),
    ("objectives", "objectif"),
    ("steps", "étape"),
    ("tools", "outil"),
    ("covers", "élément du prix"),
    ("tariffs", "tarif"),
    ("fixed", "part fixe"),
    ("cadences", "rythme"),
    ("closures", "fermeture"),
    ("before", "préalable"),
    ("sites", "lieu"),
    ("remote", "forme à distance"),
    ("accompaniment", "accompagnement"),
    ("passages", "passage"),
    ("documents", "document"),
    ("information", "information"),
    ("sentences", "phrase"),
    ("links", "lien"),
    ("texts", "texte"),
    ("readings", "lecture"),
];

/// Says a path in words, counting as people count: « tarif n° 2, price, flat, amount ».
pub(super) fn words(path: &str) -> String {
    let named = |name: &str| ELEMENTS.iter().find(|(list, _)| *list == name).map(|(_, element)| *element);
    let mut words: Vec<String> = Vec::new();
    for step in steps(path) {
        match step {
            Step::Member(name) => words.push(name.to_owned()),
            Step::Element(index) => {
                let list = words.pop().unwrap_or_default();
                let element = named(&list).map_or_else(|| format!("{list},"), str::to_owned);
                words.push(format!("{element} n°\u{a0}{}", index.saturating_add(1)));
            }
        }
    }
    words.join(", ")
}
