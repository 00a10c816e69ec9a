//! What the agent or the HR office answered, fact by fact.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::fact::{FactKind, FactMember};
use super::facts::Facts;
use super::national::Fact;
use crate::values::Percent;

/// Answers to some of the questions; a fact without an answer is unknown.
///
/// # Format
/// In JSON an object by fact code: `{"rqth": true, "statut": "fonctionnaire", "tauxIncapacitePermanente": 12.5}`;
/// `null` and absent mean unknown.
///
/// ```
/// use bilan_professionnel::funding::{Answers, Fact, Statut};
///
/// let answers = Answers::new()
///     .flag(Fact::Rqth, true)
///     .percent(Fact::TauxIncapacitePermanente, "12.5".parse()?)
///     .status(Fact::Statut, Statut::Fonctionnaire);
/// assert_eq!(answers.facts().get(Fact::TauxIncapacitePermanente), Some(true));
/// # Ok::<(), bilan_professionnel::PercentError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answers {
    facts: Facts,
    percents: [Option<Percent>; PERCENTS],
}

/// How many facts are answered by a percentage.
const PERCENTS: usize = percents_before(Fact::COUNT);

/// How many of the first facts are answered by a percentage.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "callers count facts that there are")]
const fn percents_before(place: usize) -> usize {
    let (mut count, mut index) = (0, 0);
    while index < place {
        count += matches!(Fact::ALL[index].kind(), FactKind::Percent) as usize;
        index += 1;
    }
    count
}

impl Answers {
    /// Makes answers of which there is none yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { facts: Facts::unknown(), percents: [None; PERCENTS] }
    }

    /// Answers a fact by yes (true) or no; has no effect on a fact of another kind.
    #[must_use]
    pub const fn flag(mut self, fact: Fact, holds: bool) -> Self {
        if matches!(fact.kind(), FactKind::YesNo) {
            self.facts = self.facts.with(fact, holds);
        }
        self
    }

    /// Answers a fact by a percentage; has no effect on a fact of another kind.
    #[must_use]
    pub fn percent(mut self, fact: Fact, percent: Percent) -> Self {
        if let Some(threshold) = fact.threshold() {
            self.facts = self.facts.with(fact, percent >= threshold);
            if let Some(place) = self.percents.get_mut(percents_before(fact as usize)) {
                *place = Some(percent);
            }
        }
        self
    }

    /// Answers a fact by a status; has no effect on a fact of another kind.
    #[must_use]
    pub const fn status(mut self, fact: Fact, status: Statut) -> Self {
        if matches!(fact.kind(), FactKind::Status) {
            self.facts = self.facts.with(fact, matches!(status, Statut::Fonctionnaire));
        }
        self
    }

    /// Answers a fact by what makes it hold, or not hold: a percentage by its threshold, or by 0.
    pub(super) fn so(self, fact: Fact, holds: bool) -> Self {
        match (fact.kind(), fact.threshold()) {
            (FactKind::Status, _) => self.status(fact, Statut::of(holds)),
            (FactKind::Percent, Some(threshold)) if holds => self.percent(fact, threshold),
            (FactKind::Percent, _) => self.percent(fact, Percent::from_whole(0)),
            (FactKind::YesNo, _) => self.flag(fact, holds),
        }
    }

    /// Gives the answers as known and unknown facts.
    #[must_use]
    pub const fn facts(&self) -> Facts {
        self.facts
    }

    /// Tells whether there is no answer.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.facts.known() == 0
    }

    /// Gives the percentage that a fact was answered by, if it was.
    #[must_use]
    pub fn percent_of(&self, fact: Fact) -> Option<Percent> {
        fact.threshold()?;
        self.percents.get(percents_before(fact as usize)).copied().flatten()
    }
}

impl Default for Answers {
    fn default() -> Self {
        Self::new()
    }
}

/// The two answers to the question on status.
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
    pub(super) const fn of(civil_servant: bool) -> Self {
        if civil_servant { Self::Fonctionnaire } else { Self::Contractuel }
    }
}

impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for fact in Fact::ALL {
            let Some(holds) = self.facts.get(fact) else { continue };
            match fact.kind() {
                FactKind::YesNo => map.serialize_entry(&fact, &holds)?,
                FactKind::Percent => map.serialize_entry(&fact, &self.percent_of(fact))?,
                FactKind::Status => map.serialize_entry(&fact, &Statut::of(holds))?,
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
                while let Some(FactMember(fact)) = entries.next_key()? {
                    if seen & fact.bit() != 0 {
                        return Err(de::Error::duplicate_field(fact.code()));
                    }
                    seen |= fact.bit();
                    answers = match fact.kind() {
                        FactKind::YesNo => {
                            entries.next_value::<Option<bool>>()?.map_or(answers, |holds| answers.flag(fact, holds))
                        }
                        FactKind::Percent => entries
                            .next_value::<Option<Percent>>()?
                            .map_or(answers, |percent| answers.percent(fact, percent)),
                        FactKind::Status => entries
                            .next_value::<Option<Statut>>()?
                            .map_or(answers, |status| answers.status(fact, status)),
                    };
                }
                Ok(answers)
            }
        }

        deserializer.deserialize_map(AnswersVisitor)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{Answers, Fact, FactKind, Percent, Statut};

    impl JsonSchema for Answers {
        fn schema_name() -> Cow<'static, str> {
            "Facts".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let mut properties = serde_json::Map::new();
            for fact in Fact::ALL {
                let mut answer = match fact.kind() {
                    FactKind::YesNo => json_schema!({ "type": ["boolean", "null"] }),
                    FactKind::Percent => generator.subschema_for::<Option<Percent>>(),
                    FactKind::Status => generator.subschema_for::<Option<Statut>>(),
                };
                answer.insert("description".into(), fact.question_about().into());
                properties.insert(fact.code().into(), answer.into());
            }
            json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
        }
    }
}
