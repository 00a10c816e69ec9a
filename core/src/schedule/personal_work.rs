//! When the agent works alone: between two sessions, in the order of the plan.

use super::sittings::is_session;
use super::warnings::work_after_last_session;
use super::{PersonalWork, Session, Warning};
use crate::catalogue::Variant;
use crate::plan::Plan;
use crate::values::Date;

/// Places personal work from the session before it to the session after it, and says what no session closes.
///
/// Work before all sessions begins on the day of the last exchange. Where nothing follows, no end is known; where only a
/// follow-up does, the months before it are all the agent's. Either is what the plan says, and may not be what is meant.
pub(super) fn personal_work<'c>(
    variant: &Variant,
    plan: &Plan<'c>,
    sessions: &[Session<'c>],
    exchanges_on: Date,
) -> (Vec<PersonalWork<'c>>, impl Iterator<Item = Warning>) {
    let mut all = Vec::new();
    let (mut before_follow_up, mut follow_up, mut at_the_end) = (Vec::new(), None, Vec::new());
    for (place, step) in plan.steps.iter().enumerate().filter(|(_, step)| !step.accompanied) {
        let before = plan.steps.iter().take(place).rev().find(|step| is_session(step));
        let after = plan.steps.iter().skip(place).find(|step| is_session(step));
        let from = before.and_then(|before| sessions.iter().rev().find(|session| session.step == before.code));
        let to = after.and_then(|after| sessions.iter().find(|session| session.step == after.code));
        let from = from.map_or(exchanges_on, |session| session.date);
        let to = to.map_or(from, |session| session.date);
        let is_follow_up = |code: &str| variant.step(code).is_some_and(|step| step.after.is_some());
        match after {
            None => at_the_end.push(step.label),
            Some(after) if before.is_some() && is_follow_up(after.code) => {
                before_follow_up.push(step.label);
                follow_up = follow_up.or(Some(to));
            }
            Some(_) => {}
        }
        all.push(PersonalWork { step: step.code, hours: step.hours, from, to });
    }
    let warnings = [work_after_last_session(&before_follow_up, follow_up), work_after_last_session(&at_the_end, None)];
    (all, warnings.into_iter().flatten())
}
