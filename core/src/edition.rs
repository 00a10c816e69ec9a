//! What changed from one edition of a catalogue to the next, and whose answer changes with it.
//!
//! A centre publishes a new tariff, moves hours from a step to another, rewords a label: [`changes`] names each member
//! that is not as it was, and `wire::effects` (feature `wire`) what becomes of a request kept from before.
//!
//! A path names an element of a list by its code where it has one, by its place otherwise:
//! `variants[evolution].steps[recherches].hours.max`, `tariffs[0].price.reference.amount`.

use std::fmt;

use serde::ser::Error as _;
use serde::{Serialize, Serializer};

use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::json::{self, Document, Node};

/// A member that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Change {
    /// Where it stands in the document; the list itself where its elements only changed places.
    pub path: String,
    /// What it was, as JSON; none if it is new.
    #[serde(serialize_with = "as_json")]
    pub before: Option<String>,
    /// What it is, as JSON; none if it is gone.
    #[serde(serialize_with = "as_json")]
    pub after: Option<String>,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [before, after] = [&self.before, &self.after].map(|value| value.as_deref().unwrap_or("∅"));
        write!(f, "{} : {before} → {after}", self.path)
    }
}

/// Every member that differs between two editions of a catalogue, in the order of the document.
///
/// What is written otherwise and says the same, such as a default that is left out, is no change.
///
/// ```
/// use bilan_professionnel::{Catalogue, edition};
///
/// let before = Catalogue::embedded();
/// let document = include_str!("catalogue/cdg29.json").replace("2040.50", "2100.00");
/// let after = Catalogue::parse(document.as_bytes())?;
/// let changes = edition::changes(before, &after)?;
/// assert_eq!(changes[0].to_string(), r#"tariffs[0].price.reference.amount : "2040.50" → "2100.00""#);
/// # Ok::<(), bilan_professionnel::Error>(())
/// ```
///
/// # Errors
/// [`Problem::Internal`](crate::Problem::Internal), which would be a fault of the library.
pub fn changes(before: &Catalogue, after: &Catalogue) -> Result<Vec<Change>, Error> {
    compare(before.offer(), after.offer())
}

/// Every member that differs between two values, as the JSON documents that they are written as: two dossiers, say.
///
/// # Errors
/// [`Problem::OutOfRange`](crate::Problem::OutOfRange) if one has no JSON, such as NaN or a key that is no text.
pub fn compare(before: &impl Serialize, after: &impl Serialize) -> Result<Vec<Change>, Error> {
    Ok(between(&json::write(before)?, &json::write(after)?))
}

/// Every member that differs between two documents that the library wrote.
pub(crate) fn between(before: &Document<'_>, after: &Document<'_>) -> Vec<Change> {
    let text = |node: Option<Node<'_>>| node.map(|node| node.raw().to_owned());
    json::compare(before.root(), after.root())
        .into_iter()
        .map(|found| Change { path: found.path, before: text(found.before), after: text(found.after) })
        .collect()
}

/// The text of a value is the value itself.
#[expect(clippy::ref_option, reason = "serde passes the member as it is")]
fn as_json<S: Serializer>(text: &Option<String>, serializer: S) -> Result<S::Ok, S::Error> {
    let Some(text) = text else { return serializer.serialize_none() };
    json::reread(text).map_err(S::Error::custom)?.root().serialize(serializer)
}
