//! Which members of a dossier its digest is of.

/// The members of a dossier, at every level, that the digest of a result is of.
///
/// They are those that the contract promises: figures, dates and codes. Members of any other name are left out with
/// all that they hold: the record itself, the edition of the rules, and what is there for people to read, such as labels
/// and explanations. So a sentence can be said better, and a member added, and records still hold.
pub const DIGESTED: [&str; 64] = [
    // The parts of a dossier.
    "recommendation",
    "funding",
    "plan",
    "quote",
    "schedule",
    "warnings",
    // Several of them.
    "code",
    "date",
    "from",
    "hours",
    "max",
    "min",
    "path",
    "step",
    "to",
    "variant",
    // The recommendation.
    "objective",
    "ranking",
    "served",
    "suits",
    "tied",
    "unserved",
    // The funding.
    "assumed",
    "delicate",
    "expired",
    "expiring",
    "fact",
    "group",
    "kind",
    "met",
    "missing",
    "nextQuestion",
    "nextQuestionDetail",
    "outcome",
    "situations",
    "status",
    "until",
    "validUntil",
    // The plan.
    "accompanied",
    "autonomous",
    "coach",
    "kickoff",
    "kickoffMeeting",
    "modes",
    "range",
    "steps",
    "totals",
    // The quote.
    "amount",
    "billed",
    "client",
    "covers",
    "currency",
    "high",
    "indicative",
    "low",
    "reason",
    "reference",
    "tax",
    // The schedule.
    "earliestStart",
    "endsOn",
    "milestones",
    "sessions",
    "startsOn",
    "withinUsualDuration",
];

/// Whether the digest of a result is of the members of that name.
pub(super) fn is_digested(name: &str) -> bool {
    let (start, end) = match BY_LENGTH.get(name.len()..) {
        Some([start, end, ..]) => (*start, *end),
        _ => return false,
    };
    SORTED.get(start..end).unwrap_or_default().contains(&name)
}

/// The longest name, and one more.
const LENGTHS: usize = 21;

/// The names by their length: few have the same.
#[expect(clippy::indexing_slicing, reason = "checked when compiled")]
const SORTED: [&str; DIGESTED.len()] = {
    let mut sorted = DIGESTED;
    let (mut place, mut length) = (0, 0);
    while length < LENGTHS {
        let mut next = 0;
        while next < DIGESTED.len() {
            if DIGESTED[next].len() == length {
                sorted[place] = DIGESTED[next];
                place += 1;
            }
            next += 1;
        }
        length += 1;
    }
    assert!(place == DIGESTED.len(), "every name is shorter than LENGTHS");
    sorted
};

/// Where the names of each length begin among the sorted ones; the names of the next length begin where they end.
#[expect(clippy::indexing_slicing, reason = "checked when compiled")]
const BY_LENGTH: [usize; LENGTHS + 1] = {
    let mut starts = [0; LENGTHS + 1];
    let mut length = 0;
    while length < LENGTHS {
        let (mut count, mut next) = (0, 0);
        while next < DIGESTED.len() {
            if DIGESTED[next].len() == length {
                count += 1;
            }
            next += 1;
        }
        starts[length + 1] = starts[length] + count;
        length += 1;
    }
    starts
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_stands_once_and_is_found_among_all() {
        for (place, name) in DIGESTED.iter().enumerate() {
            assert!(is_digested(name), "{name}");
            assert!(!DIGESTED.iter().take(place).any(|other| other == name), "{name}");
            for other in [format!("{name}s"), name.to_uppercase(), name.chars().skip(1).collect()] {
                assert_eq!(is_digested(&other), DIGESTED.contains(&other.as_str()), "{other}");
            }
        }
        for name in ["record", "rules", "label", "explanation", "message", "", &"a".repeat(1_000)] {
            assert!(!is_digested(name), "{name}");
        }
    }

    /// The members of dossiers that are there for people, or said elsewhere: each is here by decision.
    #[cfg(feature = "schema")]
    const OTHERS: &[&str] = &[
        // The record, and what it says by itself.
        "record",
        "rules",
        // French texts.
        "basis",
        "covered",
        "document",
        "explanation",
        "help",
        "label",
        "message",
        "nextQuestionLabel",
        "note",
        "publicLabel",
        "purpose",
        "question",
        "questionAbout",
        "source",
        "taxIncluded",
        "taxLabel",
        "text",
        "tools",
        // What the contract does not name: the catalogue, the rules or the request say it.
        "articles",
        "average",
        "counts",
        "documents",
        "taxRate",
        // What follows from the facts and the rules.
        "failed",
        "questions",
        "wouldSuffice",
    ];

    /// Every object of the schema of a dossier, the record's and those of members left out excepted.
    #[cfg(feature = "schema")]
    #[test]
    fn every_member_of_a_dossier_is_digested_or_left_out_by_decision() {
        use std::collections::BTreeSet;

        use serde_json::Value;

        fn walk<'s>(root: &'s Value, schema: &'s Value, seen: &mut BTreeSet<&'s str>, names: &mut BTreeSet<&'s str>) {
            match schema {
                Value::Object(members) => {
                    if let Some(Value::String(target)) = members.get("$ref")
                        && seen.insert(target)
                    {
                        let target = target.strip_prefix('#').and_then(|pointer| root.pointer(pointer));
                        walk(root, target.unwrap_or(&Value::Null), seen, names);
                    }
                    for (keyword, value) in members {
                        match (keyword.as_str(), value) {
                            ("properties", Value::Object(properties)) => {
                                for (name, property) in properties {
                                    names.insert(name);
                                    if is_digested(name) {
                                        walk(root, property, seen, names);
                                    }
                                }
                            }
                            ("$defs", _) => {}
                            ("additionalProperties", value) => assert!(!value.is_object(), "{schema}: keys of a map"),
                            (_, value) => walk(root, value, seen, names),
                        }
                    }
                }
                Value::Array(items) => items.iter().for_each(|item| walk(root, item, seen, names)),
                _ => {}
            }
        }

        let schema = crate::wire::schema(crate::wire::Document::Result(crate::wire::Operation::Simulate));
        let (mut seen, mut names) = (BTreeSet::new(), BTreeSet::new());
        walk(schema.as_value(), schema.as_value(), &mut seen, &mut names);
        assert!(names.len() > 50, "{names:?}");
        let undecided: Vec<_> = names.iter().filter(|name| !is_digested(name) && !OTHERS.contains(name)).collect();
        assert!(undecided.is_empty(), "neither digested nor left out by decision: {undecided:?}");
    }
}
