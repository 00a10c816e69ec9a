//! What changed from one edition of a catalogue to the next, and whose answer changes with it.
//!
//! A centre publishes a new tariff, moves hours from a step to another, rewords a label: [`changes`] names each member
//! that is not as it was, and `effects` (feature `wire`) what becomes of a request kept from before.
//!
//! A path names an element of a list by its code where it has one, by its place otherwise:
//! `variants[evolution].steps[recherches].hours.max`, `tariffs[0].price.reference.amount`.

use std::fmt;

use serde::Serialize;

use crate::catalogue::Catalogue;
use crate::error::{Error, Problem};
use crate::json::{self, Node};

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

/// Every member that differs between two editions of a catalogue, in the order of the document: none exactly when
/// their digests are equal.
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
/// [`Problem::Internal`], which would be a fault of the library.
pub fn changes(before: &Catalogue, after: &Catalogue) -> Result<Vec<Change>, Error> {
    compare(before.offer(), after.offer())
}

/// Every member that differs between two values, as the JSON documents that they are written as: two dossiers, say.
///
/// # Errors
/// [`Problem::Internal`] if one cannot be written as JSON.
pub fn compare(before: &impl Serialize, after: &impl Serialize) -> Result<Vec<Change>, Error> {
    between(&json::write(before)?, &json::write(after)?)
}

/// What becomes of the answer to a request line `{"operation":…,"request":…}` from one catalogue to another: every
/// member that differs, the record of a dossier left out, since it names the catalogue.
///
/// Where one of the two answers is an error, the error alone is compared, at the path `error`.
///
/// ```
/// use bilan_professionnel::{Catalogue, edition};
///
/// let before = Catalogue::embedded();
/// let after = Catalogue::parse(include_str!("catalogue/cdg29.json").replace("2040.50", "2100.00").as_bytes())?;
/// let line = br#"{"operation":"quote","request":{"variant":"horizon","affiliated":true}}"#;
/// let effects = edition::effects(before, &after, line)?;
/// assert_eq!(effects[0].path, "amount");
/// # Ok::<(), bilan_professionnel::Error>(())
/// ```
///
/// # Errors
/// [`Problem::Internal`], which would be a fault of the library.
#[cfg(feature = "wire")]
pub fn effects(before: &Catalogue, after: &Catalogue, line: &[u8]) -> Result<Vec<Change>, Error> {
    let [before, after] = [before, after].map(|catalogue| crate::wire::answer_line(catalogue, line));
    let mut changes = between(&before, &after)?;
    let at =
        |path: &str, root: &str| path.strip_prefix(root).is_some_and(|rest| matches!(rest.get(..1), None | Some(".")));
    if changes.iter().any(|change| at(&change.path, "error")) {
        changes.retain(|change| at(&change.path, "error"));
    }
    changes.retain(|change| !at(&change.path, "record"));
    Ok(changes)
}

fn between(before: &str, after: &str) -> Result<Vec<Change>, Error> {
    let internal = |_| Problem::Internal.at("");
    let before: Node<'_> = serde_json::from_str(before).map_err(internal)?;
    let after: Node<'_> = serde_json::from_str(after).map_err(internal)?;
    let text = |node: Option<&Node<'_>>| node.map(json::write).transpose();
    json::compare(&before, &after)
        .into_iter()
        .map(|found| Ok(Change { path: found.path, before: text(found.before)?, after: text(found.after)? }))
        .collect()
}

/// The text of a value is the value itself.
#[expect(clippy::ref_option, reason = "serde passes the member as it is")]
fn as_json<S: serde::Serializer>(text: &Option<String>, serializer: S) -> Result<S::Ok, S::Error> {
    let node: Option<Node<'_>> =
        text.as_deref().map(serde_json::from_str).transpose().map_err(serde::ser::Error::custom)?;
    node.serialize(serializer)
}
