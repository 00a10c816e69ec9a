//! Documents that exist on the wire only.

use serde::Deserialize;

/// An object without members.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "CatalogueRequest"))]
pub(super) struct Nothing {}

#[cfg(feature = "schema")]
mod for_schemas {
    use crate::record::Record;
    use crate::schedule::Calendar;
    use crate::simulation::{Case, Dossier};
    use crate::{plan, settlement};

    /// A dossier with its record.
    #[derive(serde::Serialize, schemars::JsonSchema)]
    #[schemars(rename = "SimulateResult")]
    pub(crate) struct Sealed<'c> {
        #[schemars(flatten)]
        dossier: Dossier<'c>,
        record: Record,
    }

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
pub(super) use self::for_schemas::{ReplayRequest, ScheduleRequest, Sealed, SettleRequest};
