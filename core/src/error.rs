//! What can go wrong, as values.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::values::{Bounds, Hours, Refusal, french};

/// A request, a case or a catalogue that cannot be answered: what is wrong, and where.
///
/// [`problem`](Self::problem) says what, [`code`](Self::code) is its stable name in every host, and
/// [`path`](Self::path) names the member at fault (`facts.rqth`, `closures[0].to`; empty for the whole
/// document). `Display` is one French sentence that says what was expected.
///
/// ```
/// use bilan_professionnel::{Catalogue, plan};
///
/// let error = plan::plan(Catalogue::embedded(), &plan::Request::new("evolution").hours(99.0)).unwrap_err();
/// assert_eq!(error.code(), "budgetInfeasible");
/// assert_eq!(error.path(), "hours");
/// assert_eq!(error.to_string(), "Avec ces choix, le plan peut compter de 18\u{a0}h à 30\u{a0}h.");
/// ```
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{problem}")]
pub struct Error {
    path: String,
    problem: Problem,
}

/// What is wrong. The set grows: match with a wildcard.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// The bytes are not UTF-8.
    #[error("Le texte reçu n’est pas en UTF-8 : l’octet {offset} est invalide.")]
    InvalidUtf8 {
        /// Position of the first byte that does not fit.
        offset: usize,
    },
    /// The text is not JSON, or is nested deeper than 128 levels.
    #[error("Le texte reçu n’est pas du JSON lisible, à la ligne {line}, colonne {column}.")]
    InvalidJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1, in bytes.
        column: usize,
    },
    /// The document is larger than the limit.
    #[error("Le document dépasse la taille permise de {limit} octets.")]
    TooLarge {
        /// The largest size accepted, in bytes.
        limit: usize,
    },
    /// A key that the contract does not know at this place.
    #[error("Ce champ n’est pas prévu ici ; champs admis : {expected}.")]
    UnknownField {
        /// The keys that are known here, separated by commas.
        expected: String,
    },
    /// A key that stands twice in the same object.
    #[error("Ce champ figure plusieurs fois ; il doit figurer une seule fois.")]
    DuplicateField,
    /// A key that must be there.
    #[error("Ce champ est obligatoire.")]
    MissingField,
    /// A value of another type.
    #[error("Il faut ici {expected}, et non {found}.")]
    WrongType {
        /// The type expected.
        expected: String,
        /// The type found.
        found: String,
    },
    /// A code that is not in the list.
    #[error("Le code « {found} » n’existe pas ; codes admis : {expected}.")]
    UnknownCode {
        /// The code found.
        found: String,
        /// The codes that are known here, separated by commas.
        expected: String,
    },
    /// A value of the right type, outside what is possible.
    #[error("Il faut ici {expected}.")]
    OutOfRange {
        /// What is possible.
        expected: String,
    },
    /// No need to rank the variants by.
    #[error("Indiquez au moins un besoin de l’agent.")]
    NoNeeds,
    /// The catalogue has no such variant.
    #[error("La déclinaison « {found} » n’existe pas ; déclinaisons proposées : {expected}.")]
    UnknownVariant {
        /// The code found.
        found: String,
        /// The variants of the catalogue, separated by commas.
        expected: String,
    },
    /// The variant has no such step in this plan.
    #[error("L’étape « {found} » ne fait pas partie de ce plan ; étapes possibles : {expected}.")]
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
    /// A total that no choice of the remaining steps can reach.
    #[error("Avec ces choix, le plan peut compter {}.", span(*min, *max))]
    BudgetInfeasible {
        /// The smallest total within reach.
        min: Hours,
        /// The largest total within reach.
        max: Hours,
    },
    /// No open day in the two years that follow the day on which a session was due.
    #[error(
        "Aucun jour ouvert n’a été trouvé dans les deux ans : allégez les fermetures ou changez de jour de semaine."
    )]
    NoOpenDay,
    /// The plan has no session to place on a calendar.
    #[error("Ce plan ne comporte aucune séance à placer dans le calendrier.")]
    NothingToSchedule,
    /// A code that stands twice in the same list.
    #[error("Le code « {code} » figure plusieurs fois ; il doit figurer une seule fois.")]
    DuplicateCode {
        /// The code found twice.
        code: String,
    },
    /// A range whose lower bound is above its upper bound.
    #[error("La borne basse dépasse la borne haute.")]
    InvertedRange,
    /// A stated total that the variant's steps cannot reach.
    #[error("Le total annoncé est hors de portée : les étapes permettent {}.", span(*min, *max))]
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
    #[error("Erreur interne de la bibliothèque : merci de la signaler.")]
    Internal,
}

fn span(min: Hours, max: Hours) -> String {
    if min == max {
        format!("exactement {}", french::hours(min))
    } else {
        format!("de {} à {}", french::hours(min), french::hours(max))
    }
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

impl Problem {
    /// The stable code, the same in every host.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::InvalidUtf8 { .. } => "invalidUtf8",
            Self::InvalidJson { .. } => "invalidJson",
            Self::TooLarge { .. } => "tooLarge",
            Self::UnknownField { .. } => "unknownField",
            Self::DuplicateField => "duplicateField",
            Self::MissingField => "missingField",
            Self::WrongType { .. } => "wrongType",
            Self::UnknownCode { .. } => "unknownCode",
            Self::OutOfRange { .. } => "outOfRange",
            Self::NoNeeds => "noNeeds",
            Self::UnknownVariant { .. } => "unknownVariant",
            Self::UnknownStep { .. } => "unknownStep",
            Self::KickoffRequired => "kickoffRequired",
            Self::KickoffNotOffered => "kickoffNotOffered",
            Self::HoursGranularity { .. } => "hoursGranularity",
            Self::HoursOutOfRange { .. } => "hoursOutOfRange",
            Self::BudgetInfeasible { .. } => "budgetInfeasible",
            Self::NoOpenDay => "noOpenDay",
            Self::NothingToSchedule => "nothingToSchedule",
            Self::DuplicateCode { .. } => "duplicateCode",
            Self::InvertedRange => "invertedRange",
            Self::TotalOutOfReach { .. } => "totalOutOfReach",
            Self::OverlappingTariffs { .. } => "overlappingTariffs",
            Self::Internal => "internal",
        }
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

    pub(crate) fn out_of_range(expected: impl Into<String>) -> Self {
        Self::OutOfRange { expected: expected.into() }
    }

    /// This problem, at a member of the document.
    pub(crate) fn at(self, path: impl Into<String>) -> Error {
        Error { path: path.into(), problem: self }
    }
}

impl Error {
    /// What is wrong.
    #[must_use]
    pub const fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The stable code, the same in every host.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// Where: `facts.rqth`, `closures[0].to`; empty for the whole document.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The same error, seen from the object that has the faulty value as its member `key`.
    pub(crate) fn within(mut self, key: &str) -> Self {
        let separator = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = format!("{key}{separator}{}", self.path);
        self
    }

    /// The same error, seen from the list that has the faulty value at `index`.
    pub(crate) fn within_index(self, index: usize) -> Self {
        self.within(&format!("[{index}]"))
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
        if let Some((min, max)) = self.0.problem.possible_hours() {
            body.serialize_entry("details", &Bounds { min, max })?;
        } else if let Problem::InvalidJson { line, column } = self.0.problem {
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
        "Error".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "object",
            "properties": {
                "error": {
                    "type": "object",
                    "properties": {
                        "code": { "type": "string", "description": "Stable code, the same in every host." },
                        "path": { "type": "string", "description": "Member at fault; empty for the whole document." },
                        "message": { "type": "string", "description": "One French sentence that says what is expected." },
                        "details": { "type": "object", "additionalProperties": { "type": "number" } }
                    },
                    "required": ["code", "path", "message"],
                    "additionalProperties": false
                }
            },
            "required": ["error"],
            "additionalProperties": false
        })
    }
}
