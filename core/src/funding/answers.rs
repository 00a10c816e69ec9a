//! What the agent or the HR office answered, fact by fact.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Unexpected, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::fact::{Fact, FactKind, RATE_THRESHOLD};
use super::facts::Facts;
use crate::error::Problem;

/// Answers to some of the eighteen questions; a fact without an answer is unknown.
///
/// # Format
/// In JSON an object by fact code: `{"rqth": true, "statut": "fonctionnaire", "tauxIncapacitePermanente": 12.5}`;
/// `null` and absent mean unknown.
///
/// ```
/// use bilan_professionnel::funding::{Answers, Fact, Status};
///
/// let answers = Answers::new().flag(Fact::Rqth, true).rate(12.5)?.civil_servant(true);
/// assert_eq!(answers.facts().get(Fact::TauxIncapacitePermanente), Some(true));
/// # Ok::<(), bilan_professionnel::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Answers {
    facts: Facts,
    rate: Option<f64>,
}

impl Answers {
    /// No answer yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { facts: Facts::unknown(), rate: None }
    }

    /// Answers true or false; has no effect on the rate and the status, which have answers of their own.
    #[must_use]
    pub const fn flag(mut self, fact: Fact, holds: bool) -> Self {
        if fact.can_expire() {
            self.facts = self.facts.with(fact, holds);
        }
        self
    }

    /// Answers the rate of permanent incapacity, in percent.
    ///
    /// # Errors
    /// [`Problem::OutOfRange`] unless it is from 0 to 100.
    pub fn rate(mut self, percent: f64) -> Result<Self, Problem> {
        if !(0.0..=100.0).contains(&percent) {
            return Err(Problem::out_of_range(RATE_EXPECTED));
        }
        // -0 is 0, as in canonical JSON.
        self.rate = Some(percent.abs());
        self.facts = self.facts.with(Fact::TauxIncapacitePermanente, percent >= RATE_THRESHOLD);
        Ok(self)
    }

    /// Answers whether the agent is a civil servant (true) or a contract agent (false).
    #[must_use]
    pub const fn civil_servant(mut self, is: bool) -> Self {
        self.facts = self.facts.with(Fact::Statut, is);
        self
    }

    /// The answers as known and unknown facts.
    #[must_use]
    pub const fn facts(&self) -> Facts {
        self.facts
    }

    /// The rate of permanent incapacity answered, in percent.
    #[must_use]
    pub const fn rate_percent(&self) -> Option<f64> {
        self.rate
    }
}

const RATE_EXPECTED: &str = "un taux de 0 à 100";

/// The two answers to the question on status, as the wire writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Statut {
    /// Civil servant.
    Fonctionnaire,
    /// Contract agent.
    Contractuel,
}

impl Statut {
    const fn of(civil_servant: bool) -> Self {
        if civil_servant { Self::Fonctionnaire } else { Self::Contractuel }
    }
}

/// A number without a trailing `.0`.
fn number<S: Serializer>(value: f64, serializer: S) -> Result<S::Ok, S::Error> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 0 to 100")]
    if value.fract() == 0.0 { serializer.serialize_u8(value as u8) } else { serializer.serialize_f64(value) }
}

impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Rate(f64);

        impl Serialize for Rate {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                number(self.0, serializer)
            }
        }

        let mut map = serializer.serialize_map(None)?;
        for fact in Fact::ALL {
            let Some(holds) = self.facts.get(fact) else { continue };
            match (fact.kind(), self.rate) {
                (FactKind::Rate, Some(rate)) => map.serialize_entry(&fact, &Rate(rate))?,
                (FactKind::Status, _) => map.serialize_entry(&fact, &Statut::of(holds))?,
                _ => map.serialize_entry(&fact, &holds)?,
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnswersVisitor;

        impl<'de> Visitor<'de> for AnswersVisitor {
            type Value = Answers;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("un objet")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Answers, A::Error> {
                let mut answers = Answers::new();
                let mut seen = 0;
                while let Some(fact) = entries.next_key::<Fact>()? {
                    if seen & fact.bit() != 0 {
                        return Err(de::Error::duplicate_field(fact.code()));
                    }
                    seen |= fact.bit();
                    answers = match fact.kind() {
                        FactKind::Flag => {
                            entries.next_value::<Option<bool>>()?.map_or(answers, |holds| answers.flag(fact, holds))
                        }
                        FactKind::Status => entries
                            .next_value::<Option<Statut>>()?
                            .map_or(answers, |statut| answers.civil_servant(statut == Statut::Fonctionnaire)),
                        FactKind::Rate => {
                            let rate = entries.next_value::<Option<Percent>>()?;
                            rate.and_then(|Percent(rate)| answers.rate(rate).ok()).unwrap_or(answers)
                        }
                    };
                }
                Ok(answers)
            }
        }

        deserializer.deserialize_map(AnswersVisitor)
    }
}

/// A rate read from a document, checked where its path is known.
struct Percent(f64);

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let percent = f64::deserialize(deserializer)?;
        match Answers::new().rate(percent) {
            Ok(_) => Ok(Self(percent)),
            Err(_) => Err(de::Error::invalid_value(Unexpected::Float(percent), &RATE_EXPECTED)),
        }
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{Answers, Fact, FactKind, Statut};

    impl JsonSchema for Answers {
        fn schema_name() -> Cow<'static, str> {
            "Facts".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let mut properties = serde_json::Map::new();
            for fact in Fact::ALL {
                let mut answer = match fact.kind() {
                    FactKind::Flag => json_schema!({ "type": ["boolean", "null"] }),
                    FactKind::Rate => json_schema!({ "type": ["number", "null"], "minimum": 0, "maximum": 100 }),
                    FactKind::Status => generator.subschema_for::<Option<Statut>>(),
                };
                answer.insert("description".into(), fact.question().into());
                properties.insert(fact.code().into(), answer.into());
            }
            json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
        }
    }
}
