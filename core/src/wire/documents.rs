//! Documents that exist on the wire only.

use serde::{Deserialize, Serialize};

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

#[cfg(feature = "schema")]
mod for_schemas {
    use crate::plan;
    use crate::record::Record;
    use crate::schedule::Calendar;
    use crate::settlement::Facts;
    use crate::simulation::Case;

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
        facts: Facts,
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
