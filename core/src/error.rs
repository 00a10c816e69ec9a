//! What can go wrong, as values.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::codes::code_of;
use crate::quoting::visible;
pub(crate) use crate::quoting::{quoted, quoted_key};
use crate::values::{Bounds, Hours, Refusal, french};

/// A request, a case or a catalogue that cannot be answered: what is wrong, and where.
///
/// [`problem`](Self::problem) says what, [`code`](Self::code) is its stable name in every host, and
/// [`path`](Self::path) names the member at fault (`facts.rqth`, `closures[0].to`; empty for the whole
/// document). `Display` is one French sentence that says what was expected.
///
/// ```
/// use bilan_professionnel::{Catalogue, Hours, plan};
///
/// let error = plan::plan(Catalogue::embedded(), &plan::Request::new("evolution").hours(Hours::from_whole(99))).unwrap_err();
/// assert_eq!(error.code(), "budgetInfeasible");
/// assert_eq!(error.path(), "hours");
/// assert_eq!(error.to_string(), "Avec ces choix, le plan peut compter de 18\u{a0}h à 30\u{a0}h.");
/// ```
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", .0.problem)]
// Boxed: what reads and writes documents passes results on at every step, and they stay a pointer wide.
pub struct Error(Box<Fault>);

#[derive(Clone, Debug, PartialEq)]
struct Fault {
    path: String,
    first: First,
    problem: Problem,
}

/// What a path begins with: a member may have any name, that of an index as well.
#[derive(Clone, Copy, Debug, PartialEq)]
enum First {
    /// The path is that of the whole document.
    Nothing,
    Member,
    Index,
}

/// Declares [`Problem`], and from it [`ErrorCode`]: one row says the sentence, the code (the variant's name with a small
/// first letter), the documentation and the fields of an error.
macro_rules! problems {
    (
        $(#[$attribute:meta])*
        pub enum Problem {$(
            $(#[doc = $doc:literal])+
            #[error($($sentence:tt)+)]
            $variant:ident $({ $($(#[doc = $field_doc:literal])+ $field:ident: $kind:ty,)+ })?,
        )+}
    ) => {
        $(#[$attribute])*
        pub enum Problem {$(
            $(#[doc = $doc])+
            #[error($($sentence)+)]
            $variant $({ $($(#[doc = $field_doc])+ $field: $kind,)+ })?,
        )+}

        /// The stable code of an error, the same in every host. The set grows: match with a wildcard.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(rename_all = "camelCase"))]
        #[non_exhaustive]
        pub enum ErrorCode {$(
            $(#[doc = $doc])+
            $variant,
        )+}

        impl ErrorCode {
            /// Every code there is, in the order of the contract.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code as documents write it: `budgetInfeasible`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {$( Self::$variant => code_of!($variant), )+}
            }

            /// The members that an error document of this code has in `details`; empty for most codes.
            #[must_use]
            pub fn details(self) -> &'static [&'static str] {
                let fields: &[&str] = match self {$( Self::$variant => &[$($(stringify!($field)),+)?], )+};
                DETAILS.iter().copied().find(|told| *told == fields).unwrap_or_default()
            }
        }

        impl Problem {
            /// The stable code, as a value to match.
            #[must_use]
            pub const fn error_code(&self) -> ErrorCode {
                match self {$( Self::$variant { .. } => ErrorCode::$variant, )+}
            }
        }
    };
}

/// Fields that stand in `details` where a problem has them and no other: bounds, and a place in a text.
const DETAILS: [&[&str]; 2] = [&["min", "max"], &["line", "column"]];

problems! {
/// What is wrong. The set grows: match with a wildcard.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// The bytes are not UTF-8.
    #[error("Le texte reçu n’est pas en UTF-8\u{a0}: l’octet {offset} est invalide.")]
    InvalidUtf8 {
        /// Position of the first byte that does not fit.
        offset: usize,
    },
    /// The text is not JSON, or is nested deeper than 32 levels.
    #[error("Le texte reçu n’est pas du JSON lisible, à la ligne {line}, colonne {column}.")]
    InvalidJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1, in characters.
        column: usize,
    },
    /// The document is larger than the limit.
    #[error("Le document dépasse la taille permise de {limit} octets.")]
    TooLarge {
        /// The largest size accepted, in bytes.
        limit: usize,
    },
    /// A key that the contract does not know at this place.
    #[error(
        "Ce champ n’est pas prévu ici\u{a0}; {}.",
        admitted("champs admis", expected, "aucun champ n’est admis ici")
    )]
    UnknownField {
        /// The keys that are known here, separated by commas.
        expected: String,
    },
    /// A key that stands twice in the same object.
    #[error("Ce champ figure plusieurs fois\u{a0}; il doit figurer une seule fois.")]
    DuplicateField,
    /// A key that must be there.
    #[error("{}", why.unwrap_or("Ce champ est obligatoire."))]
    MissingField {
        /// One French sentence that says why, where that is not plain.
        why: Option<&'static str>,
    },
    /// A value of another type.
    #[error("Il faut ici {}, et non {}.", visible(expected), visible(found))]
    WrongType {
        /// The type expected.
        expected: String,
        /// The type found.
        found: String,
    },
    /// A code that is not in the list.
    #[error(
        "Le code «\u{a0}{}\u{a0}» n’existe pas\u{a0}; {}.",
        quoted(found),
        admitted("codes admis", expected, "aucun code n’est admis ici")
    )]
    UnknownCode {
        /// The code found.
        found: String,
        /// The codes that are known here, separated by commas.
        expected: String,
    },
    /// A value of the right type, outside what is possible.
    #[error("Il faut ici {}.", visible(expected))]
    OutOfRange {
        /// What is possible.
        expected: String,
    },
    /// No need to rank the variants by.
    #[error("Indiquez au moins un besoin de l’agent.")]
    NoNeeds,
    /// The catalogue has no such variant.
    #[error(
        "La déclinaison «\u{a0}{}\u{a0}» n’existe pas\u{a0}; déclinaisons proposées\u{a0}: {}.",
        quoted(found),
        visible(expected)
    )]
    UnknownVariant {
        /// The code found.
        found: String,
        /// The variants of the catalogue, separated by commas.
        expected: String,
    },
    /// The variant has no such step in this plan.
    #[error(
        "L’étape «\u{a0}{}\u{a0}» ne fait pas partie de ce plan\u{a0}; étapes possibles\u{a0}: {}.",
        quoted(found),
        visible(expected)
    )]
    UnknownStep {
        /// The code found.
        found: String,
        /// The steps of the plan, separated by commas.
        expected: String,
    },
    /// The variant cannot do without its kickoff meeting.
    #[error("La réunion de démarrage est obligatoire pour cette déclinaison.")]
    KickoffRequired,
    /// The variant has no kickoff meeting.
    #[error("Cette déclinaison ne comporte pas de réunion de démarrage.")]
    KickoffNotOffered,
    /// Hours off the grid on which hours count here.
    #[error("{}", grid(*granularity))]
    HoursGranularity {
        /// The grid: a quarter of an hour, half an hour or an hour.
        granularity: Hours,
    },
    /// Hours outside what one step, session or plan can have.
    #[error("Il faut un nombre d’heures compris entre {} et {}.", french::hours(*min), french::hours(*max))]
    HoursOutOfRange {
        /// The fewest hours possible.
        min: Hours,
        /// The most hours possible.
        max: Hours,
    },
    /// Two members of a request that cannot both be meant.
    #[error("{sentence}")]
    Contradiction {
        /// One French sentence that says which.
        sentence: &'static str,
    },
    /// A total that no choice of the remaining steps can reach, or a plan of no hours at all.
    #[error("{}", reach(*min, *max))]
    BudgetInfeasible {
        /// The smallest total within reach.
        min: Hours,
        /// The largest total within reach.
        max: Hours,
    },
    /// No open day within two years, from the exchanges to the first session or from one session to the next.
    #[error(
        "Aucun jour ouvert n’a été trouvé dans les deux ans\u{a0}: allégez les fermetures ou changez de jour de semaine."
    )]
    NoOpenDay,
    /// The plan has no session to place on a calendar.
    #[error("Ce plan ne comporte aucune séance à placer dans le calendrier.")]
    NothingToSchedule,
    /// A code that stands twice in the same list.
    #[error("Le code «\u{a0}{}\u{a0}» figure plusieurs fois\u{a0}; il doit figurer une seule fois.", quoted(code))]
    DuplicateCode {
        /// The code found twice.
        code: String,
    },
    /// A range whose lower bound is above its upper bound.
    #[error("Le premier nombre ou le premier jour dépasse le second : corrigez l’un des deux.")]
    InvertedRange,
    /// A stated total that the variant's steps cannot reach.
    #[error("Le total annoncé est hors de portée\u{a0}: les étapes permettent {}.", span(*min, *max))]
    TotalOutOfReach {
        /// The smallest total of the variant's steps.
        min: Hours,
        /// The largest total of the variant's steps.
        max: Hours,
    },
    /// Two tariffs for the same variant, client, hours and day.
    #[error(
        "Les tarifs n°\u{a0}{other} et n°\u{a0}{tariff} s’appliquent tous deux à «\u{a0}{variant}\u{a0}» pour les mêmes \
         clients, heures et dates\u{a0}: changez l’un d’eux."
    )]
    OverlappingTariffs {
        /// This tariff's place in the list, from 1.
        tariff: usize,
        /// The other tariff's place in the list, from 1.
        other: usize,
        /// The variant that both price.
        variant: String,
    },
    /// A fault of the library itself: please report it.
    #[error("Erreur interne de la bibliothèque\u{a0}: merci de la signaler.")]
    Internal,
}
}

fn reach(min: Hours, max: Hours) -> String {
    if max.is_zero() {
        return "Ces choix ne laissent aucune heure au plan\u{a0}: gardez au moins une étape.".to_owned();
    }
    format!("Avec ces choix, le plan peut compter {}.", span(min, max))
}

fn span(min: Hours, max: Hours) -> String {
    if min == max {
        format!("exactement {}", french::hours(min))
    } else {
        format!("de {} à {}", french::hours(min), french::hours(max))
    }
}

/// What is admitted, or that nothing is.
fn admitted(words: &str, expected: &str, nothing: &str) -> String {
    if expected.is_empty() { nothing.to_owned() } else { format!("{words}\u{a0}: {}", visible(expected)) }
}

fn grid(granularity: Hours) -> String {
    let (unit, multiple) = match granularity {
        Hours::QUARTER => ("par quarts d’heure", "0,25"),
        Hours::HALF => ("par demi-heures", "0,5"),
        _ => ("par heures entières", "1"),
    };
    format!("Les heures se comptent {unit}\u{a0}: il faut un multiple de {multiple}.")
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Granularity => Self::HoursGranularity { granularity: Hours::QUARTER },
            Refusal::OutOfRange { min, max } => Self::HoursOutOfRange { min, max },
            Refusal::InvertedRange => Self::InvertedRange,
        }
    }
}

impl ErrorCode {
    /// Whether every operation may answer it, being about a document as such and not about what it says.
    #[must_use]
    pub const fn is_general(self) -> bool {
        matches!(
            self,
            Self::InvalidUtf8
                | Self::InvalidJson
                | Self::TooLarge
                | Self::UnknownField
                | Self::DuplicateField
                | Self::MissingField
                | Self::WrongType
                | Self::UnknownCode
                | Self::OutOfRange
                | Self::Internal
        )
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Problem {
    /// The stable code, the same in every host.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.error_code().as_str()
    }

    /// The hours between which an answer exists, where the problem is one of hours.
    #[must_use]
    pub const fn possible_hours(&self) -> Option<(Hours, Hours)> {
        match *self {
            Self::HoursOutOfRange { min, max }
            | Self::BudgetInfeasible { min, max }
            | Self::TotalOutOfReach { min, max } => Some((min, max)),
            _ => None,
        }
    }

    pub(crate) const fn missing() -> Self {
        Self::MissingField { why: None }
    }

    pub(crate) fn out_of_range(expected: impl Into<String>) -> Self {
        Self::OutOfRange { expected: expected.into() }
    }

    /// This problem, at a member of the document.
    #[must_use]
    pub fn at(self, path: impl Into<String>) -> Error {
        let path = path.into();
        let first = if path.is_empty() { First::Nothing } else { First::Member };
        Error(Box::new(Fault { path, first, problem: self }))
    }
}

impl Error {
    /// What is wrong.
    #[must_use]
    pub fn problem(&self) -> &Problem {
        &self.0.problem
    }

    /// The stable code, the same in every host.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.0.problem.code()
    }

    /// Where: `facts.rqth`, `closures[0].to`; empty for the whole document.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The same error, seen from the object that has the faulty value as its member `key`.
    pub(crate) fn within(mut self, key: &str) -> Self {
        self.step_out(key, First::Member);
        self
    }

    /// The same error, seen from the list that has the faulty value at `index`.
    pub(crate) fn within_index(mut self, index: usize) -> Self {
        self.step_out(&format!("[{index}]"), First::Index);
        self
    }

    fn step_out(&mut self, step: &str, first: First) {
        if self.0.first == First::Member {
            self.0.path.insert(0, '.');
        }
        self.0.path.insert_str(0, step);
        self.0.first = first;
    }
}

/// The error document of the contract: `{"error":{"code","path","message","details"?}}`.
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_map(Some(1))?;
        document.serialize_entry("error", &Body(self))?;
        document.end()
    }
}

struct Body<'a>(&'a Error);

impl Serialize for Body<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_map(None)?;
        body.serialize_entry("code", self.0.code())?;
        body.serialize_entry("path", self.0.path())?;
        body.serialize_entry("message", &Message(self.0))?;
        if let Some((min, max)) = self.0.problem().possible_hours() {
            body.serialize_entry("details", &Bounds { min, max })?;
        } else if let Problem::InvalidJson { line, column } = *self.0.problem() {
            body.serialize_entry("details", &Position { line, column })?;
        }
        body.end()
    }
}

struct Message<'a>(&'a Error);

impl Serialize for Message<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self.0 as &dyn fmt::Display)
    }
}

#[derive(serde::Serialize)]
struct Position {
    line: usize,
    column: usize,
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Error {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ErrorDocument".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schema::Document::json_schema(generator)
    }
}

/// The members that [`Error`] writes, for its schema.
#[cfg(feature = "schema")]
mod schema {
    use super::ErrorCode;
    use crate::values::HoursRange;

    /// What an operation answers when it cannot answer the request.
    #[derive(schemars::JsonSchema)]
    #[schemars(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its schema is used")]
    pub(super) struct Document {
        /// What is wrong, and where.
        error: ErrorBody,
    }

    /// What is wrong with a request or a catalogue, and where.
    #[derive(schemars::JsonSchema)]
    #[schemars(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its schema is used")]
    struct ErrorBody {
        /// Stable code, the same in every host.
        code: ErrorCode,
        /// Member at fault: `facts.rqth`, `closures[0].to`; empty for the whole document.
        path: String,
        /// One French sentence that says what is expected.
        message: String,
        /// Figures that go with some codes: what is possible, or the place in the text.
        #[schemars(default, skip_serializing_if = "no_details")]
        details: Details,
    }

    const fn no_details(_: &Details) -> bool {
        false
    }

    #[derive(schemars::JsonSchema)]
    #[schemars(untagged, inline)]
    #[expect(dead_code, reason = "only its schema is used")]
    enum Details {
        Hours(HoursRange),
        Place(TextPosition),
    }

    impl Default for Details {
        fn default() -> Self {
            Self::Place(TextPosition { line: 1, column: 1 })
        }
    }

    /// Where a text stops being JSON.
    #[derive(schemars::JsonSchema)]
    #[schemars(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its schema is used")]
    struct TextPosition {
        /// Line, from 1.
        line: usize,
        /// Column, from 1, in bytes.
        column: usize,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{ErrorCode, Hours, Problem};

    #[test]
    fn every_code_stands_once_and_is_that_of_its_problem() {
        let codes: BTreeSet<&str> = ErrorCode::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(codes.len(), ErrorCode::ALL.len());
        assert_eq!(Problem::NoNeeds.code(), "noNeeds");
        assert_eq!(Problem::InvalidUtf8 { offset: 3 }.code(), "invalidUtf8");
    }

    #[test]
    fn details_are_told_for_exactly_the_codes_that_have_them() -> Result<(), crate::Error> {
        let (min, max) = (Hours::from_whole(1), Hours::from_whole(2));
        for problem in [
            Problem::InvalidJson { line: 1, column: 2 },
            Problem::BudgetInfeasible { min, max },
            Problem::HoursOutOfRange { min, max },
            Problem::TotalOutOfReach { min, max },
            Problem::HoursGranularity { granularity: min },
            Problem::TooLarge { limit: 3 },
            Problem::NoNeeds,
        ] {
            let document = crate::json::write(&problem.clone().at(""))?.into_text();
            let members = problem.error_code().details();
            assert_eq!(document.contains("\"details\""), !members.is_empty(), "{document}");
            for member in members {
                assert!(document.contains(&format!("\"{member}\":")), "{document}");
            }
        }
        Ok(())
    }
}
