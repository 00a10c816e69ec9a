//! Courses: usual durations, sessions, holidays, closures.

use super::Findings;
use crate::catalogue::course::{Course, UsualDuration, Zone};
use crate::catalogue::offer::Offer;
use crate::error::{Error, Problem};
use crate::values::Hours;

/// Checks the centre's course and that of each variant.
pub(super) fn check(offer: &Offer, findings: &mut Findings) {
    let mut found = Findings::new();
    check_times(offer, offer.course.usual, offer.course.max_session_hours, &mut found);
    check_days(&offer.course, &mut found);
    findings.extend(found.into_iter().map(|error| error.within("course")));
    for (index, variant) in offer.variants.iter().enumerate() {
        let Some(course) = &variant.course else { continue };
        let mut found = Findings::new();
        check_times(offer, course.usual, course.max_session_hours, &mut found);
        let at = |error: Error| error.within("course").within_index(index).within("variants");
        findings.extend(found.into_iter().map(at));
    }
}

fn check_times(offer: &Offer, usual: Option<UsualDuration>, session: Option<Hours>, findings: &mut Findings) {
    if usual.is_some_and(|usual| usual.min_months > usual.max_months) {
        findings.push(Problem::InvertedRange.at("usual.maxMonths"));
    }
    if session.is_some_and(|session| session < offer.granularity) {
        let problem = Problem::HoursOutOfRange { min: offer.granularity, max: crate::limits::MAX_SESSION };
        findings.push(problem.at("maxSessionHours"));
    }
}

fn check_days(course: &Course, findings: &mut Findings) {
    if course.holidays.good_friday && course.holidays.zone != Zone::AlsaceMoselle {
        let expected = "false\u{a0}: le Vendredi saint n’est férié qu’en Alsace et en Moselle";
        findings.push(Problem::out_of_range(expected).at("holidays.goodFriday"));
    }
    for (index, closure) in course.closures.iter().enumerate() {
        let expected = if closure.to < closure.from {
            "un dernier jour de fermeture qui ne précède pas le premier"
        } else if closure.yearly && closure.from.plus_months(12).is_some_and(|year| year <= closure.to) {
            "une fermeture de moins d’un an, puisqu’elle revient chaque année"
        } else {
            continue;
        };
        findings.push(Problem::out_of_range(expected).at("to").within_index(index).within("closures"));
    }
}
