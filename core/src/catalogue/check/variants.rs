//! Variants and their steps.

use super::Findings;
use super::lists::{known, once, unknown};
use crate::catalogue::offer::Offer;
use crate::catalogue::variant::{Counts, Kickoff, Step, Variant};
use crate::error::Problem;
use crate::values::{Hours, HoursRange};

/// Checks every variant.
pub(super) fn check(offer: &Offer, findings: &mut Findings) {
    for (index, variant) in offer.variants.iter().enumerate() {
        let mut found = Findings::new();
        check_variant(offer, variant, &mut found);
        findings.extend(found.into_iter().map(|error| error.within_index(index).within("variants")));
    }
}

fn check_variant(offer: &Offer, variant: &Variant, findings: &mut Findings) {
    findings.extend(known("needs", &variant.needs, offer.needs.iter().map(|need| need.code.as_str())));
    if let Some(objective) = &variant.objective {
        let among = unknown(objective, variant.needs.iter().map(String::as_str));
        findings.extend(among.map(|problem| problem.at("objective")));
    }
    once("steps", "code", &variant.steps.iter().map(|step| &step.code).collect::<Vec<_>>(), findings);
    for (index, step) in variant.steps.iter().enumerate() {
        let mut found = Findings::new();
        check_step(offer, variant, index, step, &mut found);
        findings.extend(found.into_iter().map(|error| error.within_index(index).within("steps")));
    }
    findings.extend(off_grid(offer, variant.stated_hours).map(|problem| problem.at("statedHours")));
    let off_grid = findings.iter().any(|found| matches!(found.problem(), Problem::HoursGranularity { .. }));
    let range = range(offer, variant);
    if !off_grid && !range.contains(variant.stated_hours) {
        findings.push(Problem::TotalOutOfReach { min: range.min(), max: range.max() }.at("statedHours"));
    }
}

fn check_step(offer: &Offer, variant: &Variant, index: usize, step: &Step, findings: &mut Findings) {
    let mut refuse = |path: &str, expected: &str| findings.push(Problem::out_of_range(expected).at(path));
    let accompanied = accompanied(offer, step);
    if step.modes.iter().filter_map(|code| accompanies(offer, code)).any(|with| Some(with) != accompanied) {
        refuse("modes", "des modalités toutes accompagnées, ou toutes en autonomie");
    } else if accompanied == Some(false) {
        if step.coach {
            refuse("coach", "une étape accompagnée pour l’intervention d’un coach");
        }
        if step.kickoff.is_some() {
            refuse("kickoff", "une étape accompagnée pour la réunion de démarrage");
        }
        if step.after.is_some() {
            refuse("after", "une étape accompagnée pour un rendez-vous à distance du précédent");
        }
    }
    if step.kickoff.is_some() {
        if index > 0 {
            refuse("kickoff", "une seule réunion de démarrage, en première étape");
        }
        if step.after.is_some() {
            refuse("after", "une autre étape que la réunion de démarrage, qui a lieu avant les séances");
        }
    } else if step.after.is_some() {
        let earlier = variant.steps.iter().take(index);
        let is_session = |earlier: &Step| earlier.kickoff.is_none() && self::accompanied(offer, earlier) == Some(true);
        if !earlier.into_iter().any(is_session) {
            refuse("after", "une étape qui suit une autre séance\u{a0}: celle-ci serait la première");
        }
    }
    let modes = offer.modes.iter().map(|mode| mode.code.as_str());
    findings.extend(known("modes", &step.modes, modes));
    let bounds = [("min", step.hours.min()), ("max", step.hours.max())];
    findings.extend(
        bounds
            .into_iter()
            .filter_map(|(bound, hours)| off_grid(offer, hours).map(|problem| problem.at(bound).within("hours"))),
    );
}

/// Tells whether a way of working is accompanied, if it is defined.
fn accompanies(offer: &Offer, mode: &str) -> Option<bool> {
    offer.modes.iter().find(|defined| defined.code == mode).map(|mode| mode.accompanied)
}

/// Tells whether a step is accompanied, by the first of its ways of working that is defined.
pub(super) fn accompanied(offer: &Offer, step: &Step) -> Option<bool> {
    step.modes.iter().find_map(|mode| accompanies(offer, mode))
}

/// Gives the totals that a variant's steps can reach, its kickoff included.
pub(super) fn range(offer: &Offer, variant: &Variant) -> HoursRange {
    let counted =
        variant.steps.iter().filter(|step| variant.counts == Counts::All || accompanied(offer, step) == Some(true));
    counted.map(|step| step.hours).sum()
}

/// The same, the kickoff left out where it can be.
pub(super) fn range_without_kickoff(offer: &Offer, variant: &Variant) -> HoursRange {
    let shortened = Variant {
        steps: variant.steps.iter().filter(|step| step.kickoff != Some(Kickoff::Optional)).cloned().collect(),
        ..variant.clone()
    };
    range(offer, &shortened)
}

/// Tells what is wrong with hours that are no multiple of the granularity.
pub(super) fn off_grid(offer: &Offer, hours: Hours) -> Option<Problem> {
    let granularity = offer.granularity;
    let on_grid = hours.quarters().is_multiple_of(granularity.quarters().max(1));
    (!on_grid).then_some(Problem::HoursGranularity { granularity })
}
