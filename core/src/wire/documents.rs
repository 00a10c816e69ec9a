//! Documents that exist on the wire only.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::reports;
use crate::funding::{
    Assessment, DatedProof, Document, Fact, FactSet, Outcome, Question, RulesStamp, SituationSet, Until,
};
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
    situations: Vec<&'static RawValue>,
    met: SituationSet,
    missing: FactSet,
    next_question: Option<Fact>,
    next_question_detail: Option<Question>,
    expiring: &'a [DatedProof],
    expired: &'a [DatedProof],
    until: Option<Until>,
    rules: &'a RulesStamp,
    documents: &'a [Document],
    explanation: &'a str,
}

impl<'a> From<&'a Assessment> for Assessed<'a> {
    fn from(assessment: &'a Assessment) -> Self {
        let Assessment {
            outcome,
            ref situations,
            met,
            missing,
            next_question,
            next_question_detail,
            ref expiring,
            ref expired,
            until,
            ref rules,
            ref documents,
            ref explanation,
        } = *assessment;
        let situations = situations.iter().map(|report| reports::text(report)).collect();
        Self {
            outcome,
            situations,
            met,
            missing,
            next_question,
            next_question_detail,
            expiring,
            expired,
            until,
            rules,
            documents,
            explanation,
        }
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
    use crate::Catalogue;
    use crate::funding::{Answers, Request, Statut, assess};
    use crate::json;

    #[test]
    fn reports_written_once_are_the_reports_themselves() -> Result<(), Box<dyn std::error::Error>> {
        let day = "2026-12-01".parse()?;
        let flags = Fact::ALL.into_iter().filter(|fact| fact.can_expire());
        let known = flags.map(|fact| Answers::new().flag(fact, true).flag(Fact::Aah, false));
        let others = Answers::new().percent(Fact::TauxIncapacitePermanente, "12.5".parse()?);
        let others = others.status(Fact::Statut, Statut::Contractuel);
        for answers in known.chain([Answers::new(), others]) {
            let request = Request::new(day, answers).proof(Fact::Rqth, "2026-01-01".parse()?)?;
            let assessment: Assessment = assess(Catalogue::embedded(), &request)?;
            assert_eq!(json::write(&Assessed::from(&assessment))?, json::write(&assessment)?);
        }
        Ok(())
    }
}
