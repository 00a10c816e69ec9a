//! Hours that are decided, step by step.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::limits::{MAX_STEP, MAX_STEPS};
use crate::values::{Hours, optional_hours_between};

/// Hours of some steps, by the code of the step, each once and in the order in which they were written; none stands for
/// a step that is left free.
#[derive(Clone, Debug, Default)]
pub struct FixedHours(Vec<(String, Option<Hours>)>);

impl FixedHours {
    /// Leaves every step free.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Decides the hours of a step, and gives those it had.
    pub fn insert(&mut self, step: impl Into<String>, hours: Option<Hours>) -> Option<Hours> {
        let step = step.into();
        if let Some((_, kept)) = self.0.iter_mut().find(|(other, _)| *other == step) {
            return std::mem::replace(kept, hours);
        }
        self.0.push((step, hours));
        None
    }

    /// Gives the hours of a step, if they are decided.
    #[must_use]
    pub fn get(&self, step: &str) -> Option<Hours> {
        self.entry(step).and_then(|(_, hours)| *hours)
    }

    /// Lists the steps with their hours.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Option<Hours>)> {
        self.0.iter().map(|(step, hours)| (step.as_str(), *hours))
    }

    /// Tells whether no step is named.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn entry(&self, step: &str) -> Option<&(String, Option<Hours>)> {
        self.0.iter().find(|(other, _)| other == step)
    }
}

impl PartialEq for FixedHours {
    /// Compares the decisions, in whatever order they were written.
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().all(|entry| other.entry(&entry.0) == Some(entry))
    }
}

impl Serialize for FixedHours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for FixedHours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FixedVisitor;

        impl<'de> Visitor<'de> for FixedVisitor {
            type Value = FixedHours;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("un objet")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<FixedHours, A::Error> {
                let mut fixed = FixedHours::new();
                while let Some(step) = entries.next_key::<String>()? {
                    if fixed.0.len() == MAX_STEPS {
                        return Err(de::Error::invalid_length(MAX_STEPS, &"64 étapes au plus"));
                    }
                    if fixed.entry(&step).is_some() {
                        return Err(de::Error::custom("une étape figure plusieurs fois"));
                    }
                    let StepHours(hours) = entries.next_value()?;
                    fixed.insert(step, hours);
                }
                Ok(fixed)
            }
        }

        deserializer.deserialize_map(FixedVisitor)
    }
}

/// The hours of one step, or none, as they are read.
struct StepHours(Option<Hours>);

impl<'de> Deserialize<'de> for StepHours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        optional_hours_between(deserializer, Hours::ZERO, MAX_STEP).map(Self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for FixedHours {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FixedHours".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = <std::collections::BTreeMap<String, Option<Hours>>>::json_schema(generator);
        schema.insert("maxProperties".into(), MAX_STEPS.into());
        schema
    }
}
