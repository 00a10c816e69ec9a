//! Lists: codes that stand once, and references to what is defined.

use super::Findings;
use crate::catalogue::offer::Offer;
use crate::error::{Error, Problem, quoted};

/// Checks that every list defines each of its codes once, and that persons, links and passages name what exists.
pub(super) fn check(offer: &Offer, findings: &mut Findings) {
    let lists: [(&str, Vec<&String>); 14] = [
        ("clients", offer.clients.iter().map(|item| &item.code).collect()),
        ("needs", offer.needs.iter().map(|item| &item.code).collect()),
        ("modes", offer.modes.iter().map(|item| &item.code).collect()),
        ("variants", offer.variants.iter().map(|item| &item.code).collect()),
        ("covers", offer.covers.iter().map(|item| &item.code).collect()),
        ("course.before", offer.course.before.iter().map(|item| &item.code).collect()),
        ("course.sites", offer.course.sites.iter().map(|item| &item.code).collect()),
        ("course.remote", offer.course.remote.iter().map(|item| &item.code).collect()),
        ("accompaniment", offer.accompaniment.iter().map(|item| &item.code).collect()),
        ("settlement.documents", offer.settlement.documents.iter().map(|item| &item.code).collect()),
        ("information", offer.information.iter().map(|item| &item.code).collect()),
        ("links", offer.links.iter().map(|item| &item.code).collect()),
        ("texts", offer.texts.iter().map(|item| &item.code).collect()),
        ("readings", offer.readings.iter().map(|item| &item.code).collect()),
    ];
    for (path, codes) in lists {
        once(path, "code", &codes, findings);
    }
    if let Some(funding) = &offer.funding {
        let situations: Vec<&String> = funding.passages.iter().map(|passage| &passage.situation).collect();
        once("funding.passages", "situation", &situations, findings);
    }
    let variants = || offer.variants.iter().map(|variant| variant.code.as_str());
    for (index, companion) in offer.accompaniment.iter().enumerate() {
        let at = |error: Error| error.within_index(index).within("accompaniment");
        findings.extend(known("variants", companion.variants.as_deref().unwrap_or_default(), variants()).map(at));
    }
    for (index, link) in offer.links.iter().enumerate() {
        let at = |error: Error| error.within_index(index).within("links");
        findings.extend(known("variants", link.variants.as_deref().unwrap_or_default(), variants()).map(at));
    }
}

/// Finds the codes that stand again in their list.
pub(super) fn once(path: &str, member: &str, codes: &[&String], findings: &mut Findings) {
    let mut seen = std::collections::BTreeSet::new();
    for (index, code) in codes.iter().enumerate() {
        if !seen.insert(*code) {
            let problem = Problem::DuplicateCode { code: (*code).clone() };
            findings.push(problem.at(member).within_index(index).within(path));
        }
    }
}

/// Finds the references of a list to what nothing defines.
pub(super) fn known<'a>(
    list: &'a str,
    references: &'a [String],
    codes: impl Iterator<Item = &'a str> + Clone + 'a,
) -> impl Iterator<Item = Error> + 'a {
    references.iter().enumerate().filter_map(move |(index, reference)| {
        unknown(reference, codes.clone()).map(|problem| problem.at("").within_index(index).within(list))
    })
}

/// Tells what is wrong with a reference, if nothing defines it.
pub(super) fn unknown<'a>(reference: &str, mut codes: impl Iterator<Item = &'a str> + Clone) -> Option<Problem> {
    let all = codes.clone();
    if codes.any(|code| code == reference) {
        return None;
    }
    Some(Problem::UnknownCode { found: quoted(reference), expected: all.collect::<Vec<_>>().join(", ") })
}
