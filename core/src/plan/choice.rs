//! The steps that a request keeps, and the hours that each may have.

use super::Request;
use super::result::{Warning, WarningCode};
use crate::catalogue::{Catalogue, Counts, Kickoff, Step, Variant};
use crate::error::{Error, Problem, quoted, quoted_key};
use crate::limits::MAX_STEP;
use crate::values::{Hours, HoursRange, french};

/// A step of the variant that the request names or keeps.
pub(super) struct Chosen<'c> {
    pub(super) step: &'c Step,
    pub(super) accompanied: bool,
    /// Whether the total counts its hours.
    counted: bool,
    fixed: Option<Hours>,
}

impl<'c> Chosen<'c> {
    /// Gives the hours that the step may have.
    ///
    /// The hours of a step that the total does not count are nobody's to share: where they are not fixed they are the
    /// fewest of the example.
    pub(super) fn range(&self) -> HoursRange {
        match self.fixed {
            Some(hours) => HoursRange::exactly(hours),
            None if self.counted => self.step.hours,
            None => HoursRange::exactly(self.step.hours.min()),
        }
    }

    /// Gives what the step adds to the totals that can be reached.
    pub(super) fn counted_range(&self) -> HoursRange {
        if self.counted { self.range() } else { HoursRange::default() }
    }

    /// Says that fixed hours are not those of the example.
    pub(super) fn warning(&self) -> Option<Warning<'c>> {
        let hours = self.fixed.filter(|hours| !self.step.hours.contains(*hours))?;
        let (min, max) = (french::hours(self.step.hours.min()), french::hours(self.step.hours.max()));
        let example = if min == max { min } else { format!("{min} à {max}") };
        let message = match (hours.is_zero(), self.step.kickoff) {
            (false, _) => format!("{} au lieu de {example} dans le parcours type.", french::hours(hours)),
            (true, Some(Kickoff::Optional)) => {
                format!("Étape facultative retirée\u{a0}; le parcours type lui donne {example}.")
            }
            (true, _) => format!("Étape retirée\u{a0}; le parcours type lui donne {example}."),
        };
        Some(Warning { code: WarningCode::OutsideExampleRange, step: &self.step.code, message })
    }
}

/// Chooses the steps of a plan: those of the variant, without a kickoff meeting that is not held.
///
/// A kickoff meeting fixed at 0 hours is chosen all the same, so that it brings its warning.
pub(super) fn choose<'c>(
    catalogue: &Catalogue,
    variant: &'c Variant,
    request: &Request,
) -> Result<Vec<Chosen<'c>>, Error> {
    let with_kickoff = kickoff_is_held(variant, request)?;
    for (code, hours) in request.fixed.iter() {
        check_fixed(catalogue, variant, code, hours)
            .map_err(|problem| problem.at("").within(&quoted_key(code)).within("fixed"))?;
    }
    let chosen = variant.steps.iter().map(|step| {
        let accompanied = catalogue.is_accompanied(step);
        let counted = accompanied || variant.counts == Counts::All;
        Chosen { step, accompanied, counted, fixed: request.fixed.get(&step.code) }
    });
    Ok(chosen.filter(|chosen| with_kickoff || chosen.step.kickoff.is_none() || chosen.fixed.is_some()).collect())
}

fn check_fixed(catalogue: &Catalogue, variant: &Variant, code: &str, hours: Option<Hours>) -> Result<(), Problem> {
    if variant.step(code).is_none() {
        let expected = variant.steps.iter().map(|step| step.code.as_str()).collect::<Vec<_>>().join(", ");
        return Err(Problem::UnknownStep { found: quoted(code), expected });
    }
    let hours = hours.unwrap_or_default();
    if hours > MAX_STEP {
        return Err(Problem::HoursOutOfRange { min: Hours::ZERO, max: MAX_STEP });
    }
    on_the_grid(catalogue, hours)
}

/// Refuses hours that the catalogue's granularity does not know.
pub(crate) fn on_the_grid(catalogue: &Catalogue, hours: Hours) -> Result<(), Problem> {
    let granularity = catalogue.offer().granularity;
    if hours.is_multiple_of(granularity) { Ok(()) } else { Err(Problem::HoursGranularity { granularity }) }
}

/// Tells whether the kickoff meeting is held; a choice that contradicts itself is never settled silently.
fn kickoff_is_held(variant: &Variant, request: &Request) -> Result<bool, Error> {
    let written = request.kickoff_meeting;
    let Some((step, kickoff)) = variant.kickoff() else {
        return match written {
            Some(true) => Err(Problem::KickoffNotOffered.at("kickoffMeeting")),
            _ => Ok(false),
        };
    };
    let held_by_hours = request.fixed.get(&step.code).map(|hours| !hours.is_zero());
    if kickoff == Kickoff::Required {
        if written == Some(false) {
            return Err(Problem::KickoffRequired.at("kickoffMeeting"));
        }
        if held_by_hours == Some(false) {
            return Err(Problem::KickoffRequired.at(quoted_key(&step.code)).within("fixed"));
        }
    }
    match (written, held_by_hours) {
        (Some(true), Some(false)) => {
            let sentence = "La réunion de démarrage ne peut pas être à la fois tenue et fixée à 0\u{a0}h.";
            Err(Problem::Contradiction { sentence }.at("kickoffMeeting"))
        }
        (Some(false), Some(true)) => {
            let sentence = "La réunion de démarrage ne peut pas être à la fois retirée et dotée d’heures.";
            Err(Problem::Contradiction { sentence }.at("kickoffMeeting"))
        }
        (written, held_by_hours) => Ok(written.or(held_by_hours).unwrap_or(true)),
    }
}
