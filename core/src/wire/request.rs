//! Requests and results in any form that serde knows, without JSON text in between.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::{Form, Operation, answer_node};
use crate::catalogue::Catalogue;
use crate::error::{Error, Problem};
use crate::json;
use crate::limits::{MAX_DEPTH, MAX_DOCUMENT_BYTES};
use crate::record::Record;
use crate::simulation::Dossier;

/// A request that was handed over as a value, and not as text.
///
/// It is answered exactly as the same request in JSON text is by [`answer`](super::answer): same result, same errors,
/// same digests.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use bilan_professionnel::{Catalogue, wire};
///
/// let request = wire::Request::of(&BTreeMap::from([("variant", "horizon"), ("client", "affiliee")]))?;
/// let quote = request.answer(Catalogue::embedded(), wire::Operation::Quote, serde_json::value::Serializer)?;
/// assert_eq!(quote.unwrap()["amount"], "2040.50");
/// # Ok::<(), bilan_professionnel::Error>(())
/// ```
#[derive(Debug)]
pub struct Request(json::Document<'static>);

impl Request {
    /// Takes a request from a value, of which members stand in their order.
    ///
    /// # Errors
    /// [`Problem::TooLarge`] and [`Problem::InvalidJson`] where the same text would be too large or nested too deep;
    /// [`Problem::OutOfRange`] of what JSON cannot say: a number that is not finite, a key that is no text.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self, Error> {
        let written = json::write(value)?;
        if written.root().raw().len() > MAX_DOCUMENT_BYTES {
            return Err(Problem::TooLarge { limit: MAX_DOCUMENT_BYTES }.at(""));
        }
        if written.depth() > MAX_DEPTH {
            return Err(too_deep());
        }
        Ok(Self(written))
    }

    /// The answer to this request: the result, in the form that a serializer gives it.
    ///
    /// # Errors
    /// Those of [`answer`](super::answer), outside; inside, those of the serializer, of which a serializer that knows texts,
    /// numbers, lists and objects has none.
    pub fn answer<S: Serializer>(
        &self,
        catalogue: &Catalogue,
        operation: Operation,
        form: S,
    ) -> Result<Result<S::Ok, S::Error>, Error> {
        answer_node(catalogue, operation, self.0.root(), By(form))
    }
}

/// The refusal of a document nested deeper than [`MAX_DEPTH`]: that of the shortest such text.
fn too_deep() -> Error {
    Problem::InvalidJson { line: 1, column: MAX_DEPTH.saturating_add(1) }.at("")
}

/// A key as the paths of errors name it: as it was written, unless it cannot be seen or is longer than any code.
///
/// ```
/// use bilan_professionnel::wire;
///
/// assert_eq!(wire::key_in_path("rqth"), "rqth");
/// assert_eq!(wire::key_in_path("rqth\u{202e}"), "rqth\\u{202e}");
/// ```
#[must_use]
pub fn key_in_path(key: &str) -> Cow<'_, str> {
    crate::error::quoted_key(key)
}

/// A result as a serializer gives it.
struct By<S>(S);

impl<S: Serializer> Form for By<S> {
    type Given = Result<S::Ok, S::Error>;

    fn give(self, result: &impl Serialize) -> Result<Self::Given, Error> {
        Ok(result.serialize(self.0))
    }

    fn give_dossier(self, dossier: &Dossier<'_>, _: String, record: &Record) -> Result<Self::Given, Error> {
        Ok(Sealed { dossier, record }.serialize(self.0))
    }
}

/// A dossier with its record, as its last member.
#[derive(Serialize)]
struct Sealed<'d, 'c> {
    #[serde(flatten)]
    dossier: &'d Dossier<'c>,
    record: &'d Record,
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::wire;

    /// What a request is answered, as a value and as text.
    fn both(operation: Operation, request: &Value) -> [Value; 2] {
        let catalogue = Catalogue::embedded();
        let error = |error: Error| serde_json::to_value(&error).unwrap_or_default();
        let value = Request::of(request)
            .and_then(|request| request.answer(catalogue, operation, serde_json::value::Serializer))
            .map_or_else(error, Result::unwrap_or_default);
        let text = wire::answer(catalogue, operation, request.to_string().as_bytes())
            .map_or_else(error, |text| serde_json::from_str(&text).unwrap_or_default());
        [value, text]
    }

    #[test]
    fn a_value_is_answered_as_its_text_is() {
        let case = json!({ "on": "2026-11-23", "needs": ["preserverSante"], "client": "affiliee",
            "facts": { "rqth": true, "tauxIncapacitePermanente": 12.5 }, "calendar": { "exchangesOn": "2026-12-01" } });
        for (operation, request) in [
            (Operation::Catalogue, json!({})),
            (Operation::Recommend, json!({ "needs": [] })),
            (Operation::Funding, json!({ "on": "2026-12-01", "facts": { "tauxIncapacitePermanente": 9.999 } })),
            (Operation::Plan, json!({ "variant": "evolution", "hours": 20, "fixed": { "recherches": 0 } })),
            (Operation::Plan, json!({ "variant": "evolution", "hours": 1e300 })),
            (Operation::Quote, json!({ "variant": "horizon", "client": "x".repeat(MAX_DOCUMENT_BYTES) })),
            (Operation::Schedule, json!({ "plan": { "variant": "evolution" } })),
            (Operation::Simulate, case),
        ] {
            let [value, text] = both(operation, &request);
            assert_eq!(value, text, "{operation}");
            assert_eq!(value.to_string(), text.to_string(), "{operation}: the order of members");
        }
    }

    #[test]
    fn the_deepest_value_is_the_deepest_text() {
        for levels in [MAX_DEPTH - 1, MAX_DEPTH, MAX_DEPTH + 1, MAX_DEPTH + 2] {
            let deep = (0..levels).fold(Value::Null, |below, _| json!([below]));
            let [value, text] = both(Operation::Plan, &deep);
            assert_eq!(value.pointer("/error/code"), text.pointer("/error/code"), "{levels} levels");
        }
    }
}
