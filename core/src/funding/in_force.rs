//! Which rules are in force on a day, and the stamp by which a record names them.

use std::cell::Cell;

use serde::{Deserialize, Serialize};

use super::national::Situation;
use super::rule::{OutcomeTerms, outcome_terms};
use super::sets::SituationSet;
use super::situation::{Condition, Group};
use super::table::EDITION;
use crate::json;
use crate::shared::{Own, Shared};
use crate::values::Date;

/// Which national rules an answer was made by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RulesStamp {
    /// The edition of the table, for people to read.
    pub edition: String,
    /// SHA-256 of the canonical JSON (RFC 8785) of the rules in force on the day, for programs to compare.
    pub digest: String,
}

/// The rules in force during some period.
pub(super) struct InForce {
    /// The situations in force.
    pub(super) situations: SituationSet,
    /// The terms by which some situation in force is met.
    pub(super) outcome: OutcomeTerms,
    pub(super) stamp: RulesStamp,
}

/// Names the rules in force on a day.
///
/// The digest is that of the list `[{ "code", "group", "alternatives" }]` of the situations in force, without bits, dates
/// or texts; an alternative is a list of [`Condition`]s. A row that is in force on other days only does not change it.
///
/// ```
/// use bilan_professionnel::funding::rules_in_force;
///
/// let rules = rules_in_force("2026-12-01".parse()?);
/// assert_eq!(rules.edition, "2026-11");
/// assert!(rules.digest.starts_with("sha256:"));
/// # Ok::<(), bilan_professionnel::DateError>(())
/// ```
#[must_use]
pub fn rules_in_force(on: Date) -> RulesStamp {
    self::on(on).stamp.clone()
}

/// The rules in force on a day: made once for each period.
pub(super) fn on(day: Date) -> &'static InForce {
    static PERIODS: Shared<Vec<(Date, InForce)>> = Shared::new();
    thread_local!(static OWN: Own<Vec<(Date, InForce)>> = const { Cell::new(None) });
    let periods = PERIODS.get(&OWN, || first_days().into_iter().map(|first| (first, InForce::of(first))).collect());
    let place = periods.partition_point(|(first, _)| *first <= day).saturating_sub(1);
    #[expect(clippy::indexing_slicing, reason = "the first period begins on the first day there is")]
    &periods[place].1
}

/// The first day of each period in which the same situations are in force, in order.
fn first_days() -> Vec<Date> {
    let begin = Situation::ALL.into_iter().filter_map(Situation::since);
    let end = Situation::ALL.into_iter().filter_map(|situation| situation.until()?.plus_days(1));
    let mut days: Vec<Date> = begin.chain(end).chain([Date::MIN]).collect();
    days.sort_unstable();
    days.dedup();
    days
}

impl InForce {
    fn of(day: Date) -> Self {
        let situations: SituationSet =
            Situation::ALL.into_iter().filter(|situation| situation.is_in_force(day)).collect();
        let stamp = RulesStamp { edition: EDITION.to_owned(), digest: digest(situations) };
        Self { situations, outcome: outcome_terms(situations.bits()), stamp }
    }
}

fn digest(situations: SituationSet) -> String {
    #[derive(Serialize)]
    struct Written {
        code: Situation,
        group: Group,
        alternatives: &'static [&'static [Condition]],
    }

    let rules: Vec<Written> = situations
        .iter()
        .map(|code| Written { code, group: code.group(), alternatives: code.alternatives() })
        .collect();
    // Codes and small numbers can always be written.
    json::write(&rules).and_then(|rules| json::digest(rules.root())).unwrap_or_default()
}
