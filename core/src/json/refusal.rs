//! What serde has to say against a value, as an [`Error`] with its code and its sentence.

use std::fmt::{self, Display};

use serde::de::{self, Expected, Unexpected};

use super::number;
use crate::error::{Error, Problem, quoted};
use crate::values::Refusal;

impl de::Error for Error {
    fn custom<T: Display>(message: T) -> Self {
        Problem::out_of_range(message.to_string()).at("")
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Problem::WrongType { expected: in_french(expected), found: kind_of(&found) }.at("")
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        if let Unexpected::Other(word) = found
            && let Some(refusal) = Refusal::from_word(word)
        {
            return Problem::from(refusal).at("");
        }
        Problem::out_of_range(in_french(expected)).at("")
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Problem::out_of_range(in_french(expected)).at("")
    }

    fn unknown_variant(found: &str, expected: &'static [&'static str]) -> Self {
        Problem::UnknownCode { found: quoted(found), expected: expected.join(", ") }.at("")
    }

    fn unknown_field(_: &str, expected: &'static [&'static str]) -> Self {
        Problem::UnknownField { expected: expected.join(", ") }.at("")
    }

    fn missing_field(field: &'static str) -> Self {
        Problem::missing().at(field)
    }

    fn duplicate_field(_: &'static str) -> Self {
        Problem::DuplicateField.at("")
    }
}

/// What a type expects: serde's own words in French, ours as they are.
fn in_french(expected: &dyn Expected) -> String {
    struct Shown<'a>(&'a dyn Expected);

    impl Display for Shown<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            Expected::fmt(self.0, f)
        }
    }

    let words = Shown(expected).to_string();
    match words.as_str() {
        "a string" => "un texte".into(),
        "a boolean" => "true ou false".into(),
        "f64" => "un nombre".into(),
        "a sequence" => "une liste".into(),
        "a map" => "un objet".into(),
        "u8" | "u16" | "u32" | "u64" | "usize" => "un nombre entier positif".into(),
        _ => words,
    }
}

/// The kind of a value, with the value where it is short.
fn kind_of(found: &Unexpected<'_>) -> String {
    match found {
        Unexpected::Bool(value) => format!("{value}"),
        Unexpected::Unsigned(value) => format!("le nombre {value}"),
        Unexpected::Signed(value) => format!("le nombre {value}"),
        Unexpected::Float(value) => format!("le nombre {}", quoted(&number::written(*value))),
        Unexpected::Str(value) => format!("le texte «\u{a0}{}\u{a0}»", quoted(value)),
        Unexpected::Unit | Unexpected::Option => "null".into(),
        Unexpected::Seq => "une liste".into(),
        Unexpected::Map => "un objet".into(),
        _ => "une valeur d’un autre type".into(),
    }
}
