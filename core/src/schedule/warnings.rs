//! What departs from the usual in a calendar: allowed, and said.

use std::ops::RangeInclusive;

use super::{OpenDays, Warning, WarningCode};
use crate::catalogue::UsualDuration;
use crate::values::{Date, french};

/// Says that the regular sessions end before or after the usual duration.
pub(super) fn unusual_duration(
    ends_on: Date,
    usual_ends: &RangeInclusive<Date>,
    usual: UsualDuration,
) -> Option<Warning> {
    let (code, comparison) = if ends_on < *usual_ends.start() {
        (WarningCode::ShorterThanUsual, "court")
    } else if ends_on > *usual_ends.end() {
        (WarningCode::LongerThanUsual, "long")
    } else {
        return None;
    };
    let message = format!("Ce bilan est plus {comparison} que {}.", announced(usual));
    Some(Warning { code, message })
}

/// The duration that the centre announces: « les 4 à 6 mois annoncés ».
fn announced(UsualDuration { min_months, max_months }: UsualDuration) -> String {
    match (min_months, max_months) {
        (0 | 1, 1) => "le mois annoncé".to_owned(),
        (min, max) if min == 0 || min == max => format!("les {max}\u{a0}mois annoncés"),
        (min, max) => format!("les {min} à {max}\u{a0}mois annoncés"),
    }
}

/// Says that the last exchange, and the kickoff meeting with it, is on a day without sessions.
pub(super) fn exchanges_on_closed_day(open: &OpenDays, exchanges_on: Date, with_kickoff: bool) -> Option<Warning> {
    let closed = open.closed(exchanges_on)?;
    let what = if with_kickoff {
        "Le dernier échange et la réunion de démarrage sont prévus"
    } else {
        "Le dernier échange est prévu"
    };
    let message = format!("{what} le {}, {closed}.", french::date_with_weekday(exchanges_on));
    Some(Warning { code: WarningCode::ExchangesOnClosedDay, message })
}

/// Says which personal work comes after the last session: some that nothing follows, some that a follow-up alone does, on
/// that day.
pub(super) fn work_after_last_session(labels: &[&str], follow_up: Option<Date>) -> Option<Warning> {
    let (comes, them) = match labels.len() {
        0 => return None,
        1 => ("vient", "lui"),
        _ => ("viennent", "leur"),
    };
    let quoted: Vec<String> = labels.iter().map(|label| format!("«\u{a0}{label}\u{a0}»")).collect();
    let mut works = String::new();
    french::list(&mut works, quoted.iter().map(String::as_str), " et ");
    let message = match follow_up {
        Some(day) => format!(
            "{works} {comes} après la dernière séance, et le calendrier {them} laisse jusqu’au suivi du {}.",
            french::date(day)
        ),
        None => {
            format!("{works} {comes} après la dernière séance\u{a0}: aucun rendez-vous ne permet ensuite d’en parler.")
        }
    };
    Some(Warning { code: WarningCode::WorkAfterLastSession, message })
}
