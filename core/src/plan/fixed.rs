//! Hours that are decided, step by step.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::limits::{MAX_STEP, MAX_STEPS};
use crate::values::{Hours, optional_hours_between};

/// Hours of some steps, by the code of the step, each once and in the order of the codes; none stands for a step that
/// is left free.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FixedHours(Vec<(String, Option<Hours>)>);

impl FixedHours {
    /// Every step is free.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Decides the hours of a step, and gives those it had.
    pub fn insert(&mut self, step: impl Into<String>, hours: Option<Hours>) -> Option<Hours> {
        let step = step.into();
        match self.place(&step) {
            Ok(place) => self.0.get_mut(place).and_then(|(_, kept)| std::mem::replace(kept, hours)),
            Err(place) => {
                self.0.insert(place, (step, hours));
                None
            }
        }
    }

    /// The hours of a step, if they are decided.
    #[must_use]
    pub fn get(&self, step: &str) -> Option<Hours> {
        self.place(step).ok().and_then(|place| self.0.get(place)).and_then(|(_, hours)| *hours)
    }

    /// The steps with their hours.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Option<Hours>)> {
        self.0.iter().map(|(step, hours)| (step.as_str(), *hours))
    }

    /// Whether no step is named.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn place(&self, step: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(step))
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
                    if fixed.place(&step).is_ok() {
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

/// The hours of one step, or none.
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
