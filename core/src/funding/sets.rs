//! Sets of facts and of situations, as masks of their bits.

use serde::ser::{Serialize, Serializer};

use super::national::{Fact, Situation};

/// Declares the set of the codes of one list.
macro_rules! set_of {
    ($element:ident, $set:ident, $one:literal, $many:literal) => {
        #[doc = concat!("A set of ", $many, ", in the order of the table.")]
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub struct $set(u32);

        impl $set {
            pub(super) const fn from_bits(bits: u32) -> Self {
                Self(bits)
            }

            #[doc = concat!("Gives the set as a mask of [`", stringify!($element), "::bit`].")]
            #[must_use]
            pub const fn bits(self) -> u32 {
                self.0
            }

            /// Tells whether there is none.
            #[must_use]
            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            #[doc = concat!("Tells whether that ", $one, " is one of them.")]
            #[must_use]
            pub const fn contains(self, element: $element) -> bool {
                self.0 & element.bit() != 0
            }

            #[doc = concat!("Gives the ", $many, ", in order.")]
            pub fn iter(self) -> impl Iterator<Item = $element> {
                $element::ALL.into_iter().filter(move |element| self.contains(*element))
            }
        }

        impl FromIterator<$element> for $set {
            fn from_iter<I: IntoIterator<Item = $element>>(elements: I) -> Self {
                Self(elements.into_iter().fold(0, |bits, element| bits | element.bit()))
            }
        }

        impl Serialize for $set {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq(self.iter())
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $set {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($set).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let element = generator.subschema_for::<$element>();
                schemars::json_schema!({ "type": "array", "items": element, "uniqueItems": true })
            }
        }
    };
}

set_of!(Fact, FactSet, "fact", "facts");
set_of!(Situation, SituationSet, "situation", "situations");
