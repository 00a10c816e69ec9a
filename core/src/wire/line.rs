//! One request a line, for programs that answer many.

use super::{AsText, Operation, answer_node, error_document};
use crate::catalogue::Catalogue;
use crate::error::{Error, Problem, quoted};
use crate::json::{self, Node};
use crate::limits::MAX_DOCUMENT_BYTES;
use crate::wire::documents::Nothing;

/// Answers one line `{"operation":…,"request":…}` by a result or an error document, without a line break.
///
/// The request is answered as [`answer`](super::answer) answers it: its errors name paths within the request.
///
/// ```
/// use bilan_professionnel::{Catalogue, wire};
///
/// let line = br#"{"operation":"recommend","request":{"needs":[]}}"#;
/// let answer = wire::answer_line(Catalogue::embedded(), line);
/// assert!(answer.starts_with(r#"{"error":{"code":"noNeeds","path":"needs""#));
/// ```
#[must_use]
pub fn answer_line(catalogue: &Catalogue, line: &[u8]) -> String {
    answer_line_among(&[catalogue], line)
}

/// Answers one line that may say which of several catalogues it is asked of:
/// `{"operation":…,"catalogue":…,"request":…}`.
///
/// A catalogue goes by its `id`; of two with the same, the first is meant, and so is the first of all where the line
/// names none. Another one is `unknownCode`, at the path `catalogue`.
///
/// ```
/// use bilan_professionnel::{Catalogue, wire};
///
/// let catalogues = [Catalogue::embedded()];
/// let line = br#"{"operation":"plan","catalogue":"cdg00","request":{"variant":"horizon"}}"#;
/// let answer = wire::answer_line_among(&catalogues, line);
/// assert!(answer.starts_with(r#"{"error":{"code":"unknownCode","path":"catalogue""#));
/// ```
#[must_use]
pub fn answer_line_among(catalogues: &[&Catalogue], line: &[u8]) -> String {
    let answer = json::read_line(line).and_then(|line| {
        let (operation, catalogue, request) = open(catalogues, line.root())?;
        answer_node(catalogue, operation, request, AsText)
    });
    answer.unwrap_or_else(|error| error_document(&error))
}

/// What a line asks, and of which catalogue.
fn open<'c, 't>(catalogues: &[&'c Catalogue], line: Node<'t>) -> Result<(Operation, &'c Catalogue, Node<'t>), Error> {
    let (mut operation, mut catalogue, mut request) = (None, catalogues.first().copied(), None);
    json::decode_apart::<Nothing>(line, &["operation", "request"], &["catalogue"], &mut |member, node| {
        match member {
            "operation" => operation = Some(one_of(&Operation::ALL, |operation| operation.code(), node)?),
            "catalogue" => catalogue = Some(one_of(catalogues, |catalogue| &catalogue.offer().id, node)?),
            _ => request = Some(node),
        }
        Ok(())
    })?;
    match (operation, catalogue, request) {
        // As the request alone would be: its errors name paths within it.
        (.., Some(request)) if request.raw().len() > MAX_DOCUMENT_BYTES => {
            Err(Problem::TooLarge { limit: MAX_DOCUMENT_BYTES }.at(""))
        }
        (Some(operation), Some(catalogue), Some(request)) => Ok((operation, catalogue, request)),
        _ => Err(Problem::Internal.at("")),
    }
}

/// The one of that code.
fn one_of<T: Copy>(all: &[T], code: impl for<'x> Fn(&'x T) -> &'x str, node: Node<'_>) -> Result<T, Error> {
    let wanted: String = json::decode(node)?;
    all.iter().find(|one| code(one) == wanted).copied().ok_or_else(|| {
        let expected = all.iter().map(&code).collect::<Vec<_>>().join(", ");
        Problem::UnknownCode { found: quoted(&wanted), expected }.at("")
    })
}
