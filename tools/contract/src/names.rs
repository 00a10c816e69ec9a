//! What the schemas do not say: the names of types outside Rust, and which texts are codes of a catalogue.

/// Names of types that need more words outside Rust, where no module says whose they are.
const RENAMED: &[(&str, &str)] = &[
    ("Accompanied", "AccompaniedHours"),
    ("Article", "LawArticle"),
    ("Attended", "AttendedSession"),
    ("Autonomous", "PersonalHours"),
    ("Case", "SimulateRequest"),
    ("Document", "ProofDocument"),
    ("Group", "SituationGroup"),
    ("Interval", "PriceInterval"),
    ("Mode", "WorkMode"),
    ("Offer", "CatalogueResult"),
    ("Part", "RecordPart"),
    ("Price", "TariffPrice"),
    ("Question", "FactQuestion"),
    ("Ranked", "RankedVariant"),
    ("Reading", "CatalogueReading"),
    ("Record", "DossierRecord"),
    ("Status", "SituationStatus"),
    ("Step", "VariantStep"),
    ("Totals", "PlanTotals"),
    ("Until", "BilanEnd"),
    ("ValidUntil", "Proofs"),
];

/// The name of a type outside Rust.
pub(crate) fn host_name(name: &str) -> &str {
    RENAMED.iter().find(|(rust, _)| *rust == name).map_or(name, |(_, host)| host)
}

/// Which list of a catalogue a text is a code of, by type and member; `*` is any type. The first that fits counts.
const CATALOGUE_CODES: &[(&str, &str, &str)] = &[
    ("CatalogueResult", "clients", "client"),
    ("CatalogueResult", "needs", "need"),
    ("Client", "code", "client"),
    ("Companion", "code", "companion"),
    ("Course", "before", "before"),
    ("Course", "remote", "remote"),
    ("Course", "sites", "site"),
    ("Cover", "code", "cover"),
    ("LegalText", "code", "text"),
    ("Link", "code", "link"),
    ("PlannedStep", "code", "step"),
    ("Topic", "code", "topic"),
    ("Variant", "code", "variant"),
    ("VariantStep", "code", "step"),
    ("WorkMode", "code", "mode"),
    ("*", "client", "client"),
    ("*", "clients", "client"),
    ("*", "covers", "cover"),
    ("*", "documents", "document"),
    ("*", "fixed", "step"),
    ("*", "modes", "mode"),
    ("*", "needs", "need"),
    ("*", "objective", "need"),
    ("*", "served", "need"),
    ("*", "step", "step"),
    ("*", "unserved", "need"),
    ("*", "variant", "variant"),
    ("*", "variants", "variant"),
];

/// The list of a catalogue whose codes that member holds: `step`.
pub(crate) fn catalogue_code(record: &str, member: &str) -> Option<&'static str> {
    let of = |(owner, name, _): &&(&str, &str, &str)| (*owner == "*" || *owner == record) && *name == member;
    CATALOGUE_CODES.iter().find(of).map(|(.., list)| *list)
}

/// The lists of a catalogue whose codes are told apart.
pub(crate) fn catalogue_lists() -> impl Iterator<Item = (&'static str, &'static str)> {
    LISTS.iter().copied()
}

/// Each list, and what its codes name.
const LISTS: &[(&str, &str)] = &[
    ("variant", "A variant of the bilan."),
    ("client", "A kind of employer."),
    ("need", "What an agent may want."),
    ("step", "A step of a plan."),
    ("mode", "A way of working during a step."),
    ("cover", "What a price covers."),
    ("before", "An appointment before the start."),
    ("site", "A place where it happens."),
    ("remote", "A way of meeting at a distance."),
    ("companion", "Somebody who accompanies the agent."),
    ("document", "What is handed over at the end."),
    ("topic", "A subject on which the reader is told more."),
    ("link", "A page or a document to go to."),
    ("text", "A legal text."),
];

/// The function of the C ABI that answers an operation.
pub(crate) fn c_function(code: &str) -> String {
    // `bilan_catalogue` is the handle.
    if code == "catalogue" { "bilan_catalogue_document".to_owned() } else { format!("bilan_{code}") }
}

/// The rows above that serve nothing, given whether a schema has a type of that name, and a type that member of texts.
pub(crate) fn unused(has_type: impl Fn(&str) -> bool, has_member: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let names = RENAMED.iter().filter(|(rust, _)| !has_type(rust)).map(|(rust, host)| format!("{rust} to {host}"));
    let members = CATALOGUE_CODES.iter().filter(|(owner, member, _)| !has_member(owner, member));
    let lists = LISTS.iter().filter(|(list, _)| !CATALOGUE_CODES.iter().any(|(.., of)| of == list));
    names
        .chain(members.map(|(owner, member, _)| format!("{owner}.{member}")))
        .chain(lists.map(|(list, _)| (*list).to_owned()))
        .collect()
}
