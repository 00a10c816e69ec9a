//! Documents that exist on the wire only.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::funding::{Assessment, DatedProof, Fact, FactSet, Outcome, Situation, SituationSet};
use crate::record::Record;
use crate::simulation::Dossier;

/// An object without members.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "CatalogueRequest"))]
pub(super) struct Nothing {}

/// A dossier with its record.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "SimulateResult"))]
pub(super) struct Sealed<'c> {
    #[serde(flatten)]
    pub(super) dossier: Dossier<'c>,
    pub(super) record: Record,
}

/// An assessment whose reports are not written anew: the same bytes as the assessment itself.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Assessed<'a> {
    outcome: Outcome,
    situations: [&'static RawValue; Situation::COUNT],
    met: SituationSet,
    missing: FactSet,
    next_question: Option<Fact>,
    next_question_label: Option<&'static str>,
    expiring: &'a [DatedProof],
    expired: &'a [DatedProof],
    explanation: &'a str,
}

impl<'a> From<&'a Assessment> for Assessed<'a> {
    fn from(assessment: &'a Assessment) -> Self {
        let Assessment {
            outcome,
            situations,
            met,
            missing,
            next_question,
            next_question_label,
            ref expiring,
            ref expired,
            ref explanation,
        } = *assessment;
        let situations = situations.map(|report| &*report.text.0);
        Self { outcome, situations, met, missing, next_question, next_question_label, expiring, expired, explanation }
    }
}

#[cfg(feature = "schema")]
mod for_schemas {
    use crate::record::Record;
    use crate::schedule::Calendar;
    use crate::simulation::Case;
    use crate::{plan, settlement};

    /// A plan, and when.
    #[derive(schemars::JsonSchema)]
    #[schemars(deny_unknown_fields)]
    #[expect(dead_code, reason = "read member by member; only its schema is used")]
    pub(crate) struct ScheduleRequest {
        /// The plan to place.
        plan: plan::Request,
        #[schemars(flatten)]
        calendar: Calendar,
    }

    /// A plan, and what took place of it.
    #[derive(schemars::JsonSchema)]
    #[schemars(deny_unknown_fields)]
    #[expect(dead_code, reason = "read member by member; only its schema is used")]
    pub(crate) struct SettleRequest {
        /// The plan that was agreed.
        plan: plan::Request,
        #[schemars(flatten)]
        attendance: settlement::Request,
    }

    /// A case, and the record of its dossier.
    #[derive(schemars::JsonSchema)]
    #[schemars(deny_unknown_fields)]
    #[expect(dead_code, reason = "read member by member; only its schema is used")]
    pub(crate) struct ReplayRequest {
        /// The case, as it was.
        case: Case,
        /// The record kept.
        record: Record,
    }
}

#[cfg(feature = "schema")]
pub(super) use self::for_schemas::{ReplayRequest, ScheduleRequest, SettleRequest};

#[cfg(test)]
mod tests {
    use super::{Assessed, Assessment, Fact};
    use crate::funding::{Answers, Request, assess};
    use crate::json;

    #[test]
    fn reports_written_once_are_the_reports_themselves() -> Result<(), Box<dyn std::error::Error>> {
        let day = "2026-12-01".parse()?;
        let flags = Fact::ALL.into_iter().filter(|fact| fact.can_expire());
        let known = flags.map(|fact| Answers::new().flag(fact, true).flag(Fact::Aah, false));
        for answers in known.chain([Answers::new(), Answers::new().rate(12.5)?.civil_servant(false)]) {
            let assessment: Assessment = assess(&Request::new(day, answers).proof(Fact::Rqth, "2026-01-01".parse()?)?)?;
            assert_eq!(json::write(&Assessed::from(&assessment))?, json::write(&assessment)?);
        }
        Ok(())
    }
}
