//! Which national rules an answer was given by.

use serde::{Deserialize, Serialize};

use crate::funding::{Condition, Fact, Group, Situation};
use crate::json;
use crate::values::Date;

/// The edition of the funding rules, and their digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RulesStamp {
    /// Their edition.
    pub edition: String,
    /// SHA-256 of the canonical JSON (RFC 8785) of the situations in force, with what each asks for: `sha256:…`.
    pub digest: String,
}

/// The rules in force on a day.
pub(super) fn rules_in_force(_on: Date) -> RulesStamp {
    #[derive(Serialize)]
    struct Asked {
        fact: Fact,
        holds: bool,
    }
    #[derive(Serialize)]
    struct Listed {
        code: Situation,
        group: Group,
        alternatives: Vec<Vec<Asked>>,
    }
    let asked = |conditions: &&[Condition]| {
        conditions.iter().map(|condition| Asked { fact: condition.fact, holds: condition.holds }).collect()
    };
    let listed = Situation::ALL.map(|situation| Listed {
        code: situation,
        group: situation.group(),
        alternatives: situation.alternatives().iter().map(asked).collect(),
    });
    let digest = json::write(&listed).and_then(|rules| json::digest(rules.root())).unwrap_or_default();
    RulesStamp { edition: "2026-11".to_owned(), digest }
}
