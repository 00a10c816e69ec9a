//! Until when the proof of a fact is valid.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::fact::DATED_CODES;
use super::facts::Facts;
use super::national::Fact;
use super::sets::FactSet;
use crate::error::Problem;
use crate::values::Date;

/// Last valid days of proofs, by fact; never of a fact that [cannot expire](Fact::can_expire).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proofs([Option<Date>; Fact::COUNT]);

impl Proofs {
    /// Makes proofs of which none has a last day.
    #[must_use]
    pub const fn new() -> Self {
        Self([None; Fact::COUNT])
    }

    /// Says that the proof of a fact is valid until that day, included.
    ///
    /// # Errors
    /// [`Problem::UnknownField`] for a fact whose proof [cannot expire](Fact::can_expire).
    pub fn with(mut self, fact: Fact, valid_until: Date) -> Result<Self, Problem> {
        if !fact.can_expire() {
            return Err(Problem::UnknownField { expected: DATED_CODES.join(", ") });
        }
        self.set(fact, Some(valid_until));
        Ok(self)
    }

    /// Gives the last valid day of a fact's proof, if one was given.
    #[must_use]
    pub fn get(&self, fact: Fact) -> Option<Date> {
        self.0.get(fact as usize).copied().flatten()
    }

    /// Gives the facts whose proof has a last day, with that day, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (Fact, Date)> {
        Fact::ALL.into_iter().zip(self.0).filter_map(|(fact, valid_until)| Some((fact, valid_until?)))
    }

    /// Tells whether no proof has a last day.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// The facts known to hold whose proof is no longer valid on that day.
    pub(super) fn expired(&self, facts: Facts, on: Date) -> FactSet {
        let passed = self.iter().filter(|(fact, valid_until)| facts.get(*fact) == Some(true) && *valid_until < on);
        passed.map(|(fact, _)| fact).collect()
    }

    fn set(&mut self, fact: Fact, valid_until: Option<Date>) {
        if let Some(place) = self.0.get_mut(fact as usize) {
            *place = valid_until;
        }
    }
}

impl Serialize for Proofs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Proofs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ProofsVisitor;

        impl<'de> Visitor<'de> for ProofsVisitor {
            type Value = Proofs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("un objet")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Proofs, A::Error> {
                let mut proofs = Proofs::new();
                let mut seen = 0;
                while let Some(DatedFact(fact)) = entries.next_key()? {
                    if seen & fact.bit() != 0 {
                        return Err(de::Error::duplicate_field(fact.code()));
                    }
                    seen |= fact.bit();
                    proofs.set(fact, entries.next_value()?);
                }
                Ok(proofs)
            }
        }

        deserializer.deserialize_map(ProofsVisitor)
    }
}

/// A fact whose proof may have a last day.
struct DatedFact(Fact);

impl<'de> Deserialize<'de> for DatedFact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(DatedVisitor).map(Self)
    }
}

struct DatedVisitor;

impl Visitor<'_> for DatedVisitor {
    type Value = Fact;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("le code d’un fait dont le justificatif peut expirer")
    }

    fn visit_str<E: de::Error>(self, code: &str) -> Result<Fact, E> {
        let dated = Fact::from_code(code).filter(|fact| fact.can_expire());
        dated.ok_or_else(|| E::unknown_field(code, &DATED_CODES))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Proofs {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ValidUntil".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let date = generator.subschema_for::<Option<Date>>();
        let dated = Fact::ALL.into_iter().filter(|fact| fact.can_expire());
        let properties: serde_json::Map<_, _> = dated.map(|fact| (fact.code().into(), date.clone().into())).collect();
        schemars::json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
    }
}
