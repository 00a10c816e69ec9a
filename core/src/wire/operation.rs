//! The operations of the contract, declared once.

use std::fmt;

#[cfg(feature = "schema")]
use schemars::Schema;

use crate::codes::code_of;
use crate::error::ErrorCode::{
    self, BudgetInfeasible, Contradiction, DuplicateCode, HoursGranularity, HoursOutOfRange, KickoffNotOffered,
    KickoffRequired, NoNeeds, NoOpenDay, NothingToSchedule, UnknownStep, UnknownVariant,
};

/// Declares the operations: what each does, the types of its request and of its result, and the errors of its own. The
/// code is the name with a small first letter.
macro_rules! operations {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident: $request:ty => $result:ty, errors [$($error:ident),*];
    )+) => {
        /// An operation of the contract.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Operation {$(
            $(#[doc = $doc])+
            $name,
        )+}

        impl Operation {
            /// All of them, in the order of the contract.
            pub const ALL: [Self; [$(stringify!($name)),+].len()] = [$(Self::$name),+];

            /// The stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {$( Self::$name => code_of!($name), )+}
            }

            /// What it answers, in one English sentence.
            #[must_use]
            pub fn description(self) -> &'static str {
                match self {$( Self::$name => concat!($($doc),+).trim(), )+}
            }

            /// The errors of its own; the general ones ([`ErrorCode::is_general`]) come from every operation.
            #[must_use]
            pub const fn errors(self) -> &'static [ErrorCode] {
                match self {$( Self::$name => &[$($error),*], )+}
            }

            /// The schema of its request.
            #[cfg(feature = "schema")]
            pub(super) fn request_schema(self) -> Schema {
                match self {$( Self::$name => super::schema::read::<$request>(), )+}
            }

            /// The schema of its result.
            #[cfg(feature = "schema")]
            pub(super) fn result_schema(self) -> Schema {
                match self {$( Self::$name => super::schema::written::<$result>(), )+}
            }
        }
    };
}

operations! {
    /// Gives the catalogue in force, whole.
    Catalogue: super::documents::Nothing => crate::catalogue::Offer, errors [];

    /// Ranks the variants, those that serve most needs of the agent first.
    Recommend: crate::orientation::Request => crate::orientation::Recommendation<'_>,
        errors [NoNeeds, DuplicateCode];

    /// Says whether the FIPHFP might pay: a possibility, never a right.
    Funding: crate::funding::Request => crate::funding::Assessment,
        errors [];

    /// Shares hours among the steps of a variant.
    Plan: crate::plan::Request => crate::plan::Plan<'_>,
        errors [UnknownVariant, UnknownStep, Contradiction, KickoffRequired, KickoffNotOffered, HoursGranularity, HoursOutOfRange,
            BudgetInfeasible];

    /// Gives the price, or what can honestly be said of it.
    Quote: crate::pricing::Request => crate::pricing::Quote<'_>,
        errors [UnknownVariant, UnknownStep, Contradiction, KickoffRequired, KickoffNotOffered, HoursGranularity,
            HoursOutOfRange, BudgetInfeasible];

    /// Places the sessions of a plan on a calendar without weekends, public holidays and closures.
    Schedule: super::documents::ScheduleRequest => crate::schedule::Schedule<'_>,
        errors [UnknownVariant, UnknownStep, Contradiction, KickoffRequired, KickoffNotOffered, HoursGranularity, HoursOutOfRange,
            BudgetInfeasible, NoOpenDay, NothingToSchedule];

    /// Gives the certificate of attendance and the term of payment.
    Settle: super::documents::SettleRequest => crate::settlement::Settlement<'_>,
        errors [UnknownVariant, UnknownStep, Contradiction, KickoffRequired, KickoffNotOffered, HoursGranularity, HoursOutOfRange,
            BudgetInfeasible];

    /// Gives the whole dossier of one case (ranking, verdict, plan, price, calendar) and its record.
    Simulate: crate::simulation::Case => super::documents::Sealed<'_>,
        errors [DuplicateCode, UnknownVariant, UnknownStep, Contradiction, KickoffRequired, KickoffNotOffered, HoursGranularity,
            HoursOutOfRange, BudgetInfeasible, NoOpenDay, NothingToSchedule];

    /// Says whether the record of a dossier still holds with this library and this catalogue.
    Replay: super::documents::ReplayRequest => crate::record::Replay,
        errors [DuplicateCode, UnknownVariant, UnknownStep, Contradiction, KickoffRequired, KickoffNotOffered, HoursGranularity,
            HoursOutOfRange, BudgetInfeasible, NoOpenDay, NothingToSchedule];
}

impl Operation {
    /// The operation of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|operation| operation.code() == code)
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
