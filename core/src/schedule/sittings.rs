//! The sessions of a plan, before they have dates.

use crate::catalogue::Variant;
use crate::plan::{Plan, PlannedStep};
use crate::values::Hours;

/// A session that has no date yet.
pub(super) struct Sitting<'c> {
    pub(super) step: &'c str,
    pub(super) hours: Hours,
    /// The calendar months that must pass since the session before, for the first session of a follow-up.
    pub(super) after: Option<u32>,
}

/// Splits the accompanied steps of a plan into sessions, as few as the longest allows and as even as the granularity
/// allows, the longer sessions of a step first.
pub(super) fn sittings<'c>(
    variant: &'c Variant,
    plan: &Plan<'c>,
    longest: Hours,
    granularity: Hours,
) -> Vec<Sitting<'c>> {
    let units = |hours: Hours| hours.quarters().checked_div(granularity.quarters()).unwrap_or(0);
    let split = |step: &PlannedStep<'c>| {
        let (code, total) = (step.code, units(step.hours));
        let count = total.div_ceil(units(longest).max(1));
        let after = variant.step(code).and_then(|step| step.after).map(|after| after.months);
        (0..count).map(move |place| {
            let hours = granularity.times(total.saturating_sub(place).div_ceil(count));
            Sitting { step: code, hours, after: after.filter(|_| place == 0) }
        })
    };
    plan.steps.iter().filter(|step| is_session(step)).flat_map(split).collect()
}

/// Counts the sessions before the follow-up, which comes months later; all of them where there is none, and the first
/// session in any case, since it follows nothing.
pub(super) fn regular(sittings: &[Sitting<'_>]) -> usize {
    let follow_up = sittings.iter().skip(1).position(|sitting| sitting.after.is_some());
    follow_up.map_or(sittings.len(), |place| place.saturating_add(1))
}

/// Whether a step becomes sessions: it is accompanied, and not the kickoff meeting, which is held before the delay.
pub(super) const fn is_session(step: &PlannedStep<'_>) -> bool {
    step.accompanied && step.kickoff.is_none()
}
