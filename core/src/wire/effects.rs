//! Whose answer changes with a new edition of a catalogue.

use super::answer_line;
use crate::catalogue::Catalogue;
use crate::edition::{Change, between};
use crate::error::Error;
use crate::json;

/// What becomes of the answer to a request line `{"operation":…,"request":…}` from one catalogue to another: every
/// member that differs, the record of a dossier left out, since it names the catalogue.
///
/// Where one of the two answers is an error, the error alone is compared, at the path `error`.
///
/// ```
/// use bilan_professionnel::{Catalogue, wire};
///
/// let before = Catalogue::embedded();
/// let after = Catalogue::parse(include_str!("../catalogue/cdg29.json").replace("2040.50", "2100.00").as_bytes())?;
/// let line = br#"{"operation":"quote","request":{"variant":"horizon","client":"affiliee"}}"#;
/// let effects = wire::effects(before, &after, line)?;
/// assert_eq!(effects[0].path, "amount");
/// # Ok::<(), bilan_professionnel::Error>(())
/// ```
///
/// # Errors
/// [`Problem::Internal`](crate::Problem::Internal), which would be a fault of the library.
pub fn effects(before: &Catalogue, after: &Catalogue, line: &[u8]) -> Result<Vec<Change>, Error> {
    let [before, after] = [before, after].map(|catalogue| answer_line(catalogue, line));
    let mut changes = between(&json::reread(&before)?, &json::reread(&after)?);
    let at =
        |path: &str, root: &str| path.strip_prefix(root).is_some_and(|rest| matches!(rest.get(..1), None | Some(".")));
    if changes.iter().any(|change| at(&change.path, "error")) {
        changes.retain(|change| at(&change.path, "error"));
    }
    changes.retain(|change| !at(&change.path, "record"));
    Ok(changes)
}
