//! Why an object is no request, though its text was never made.

use bilan_professionnel::wire::MAX_REQUEST;
use bilan_professionnel::{ErrorCode, Problem, limits};
use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::{OBJECTS, document};

/// Why reading stops.
pub(super) enum Refusal {
    /// What JSON cannot say, and where.
    Unwritable(Body),
    /// Reading threw: what was thrown, and where.
    Thrown(Body, JsValue),
    /// More bytes than a request may have.
    TooLarge,
    /// More levels than are read.
    TooDeep,
}

/// What an error document says.
#[derive(Serialize)]
pub(super) struct Body {
    pub(super) code: &'static str,
    pub(super) path: String,
    pub(super) message: String,
}

#[derive(Serialize)]
struct Document {
    error: Body,
}

impl Refusal {
    /// A value that JSON cannot write.
    pub(super) fn unwritable(path: String, found: &str) -> Self {
        let message = format!("Il faut ici une valeur que JSON peut écrire, et non {found}.");
        Self::Unwritable(Body { code: ErrorCode::WrongType.as_str(), path, message })
    }

    /// A getter or a proxy that threw.
    pub(super) fn thrown(path: String, cause: JsValue) -> Self {
        let message = "Cette valeur n’a pas pu être lue.".to_owned();
        Self::Thrown(Body { code: ErrorCode::WrongType.as_str(), path, message }, cause)
    }

    /// Half a surrogate pair.
    pub(super) fn half_a_character(path: String) -> Self {
        let message = "Ce texte contient une moitié de caractère et ne peut être écrit en UTF-8.".to_owned();
        Self::Unwritable(Body { code: ErrorCode::InvalidUtf8.as_str(), path, message })
    }

    /// A symbol as a key.
    pub(super) fn symbol_as_key(path: String) -> Self {
        let message = "Ce champ n’est pas prévu ici\u{a0}: une clé est un texte.".to_owned();
        Self::Unwritable(Body { code: ErrorCode::UnknownField.as_str(), path, message })
    }

    /// The error document, as an object.
    pub(super) fn into_document(self) -> JsValue {
        let (body, cause) = match self {
            Self::Unwritable(body) => (body, None),
            Self::Thrown(body, cause) => (body, Some(cause)),
            Self::TooLarge => return document(&Problem::TooLarge { limit: MAX_REQUEST }.at("")),
            Self::TooDeep => {
                let column = limits::MAX_DEPTH.saturating_add(1);
                return document(&Problem::InvalidJson { line: 1, column }.at(""));
            }
        };
        let document = Document { error: body }.serialize(&OBJECTS).unwrap_or_else(JsValue::from);
        if let Some(cause) = cause {
            // A fresh object takes any member.
            let _ = Reflect::set(&document, &JsValue::from_str("cause"), &cause);
        }
        document
    }
}
