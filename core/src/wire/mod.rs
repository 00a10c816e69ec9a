//! Text in, text out: every operation of the contract as JSON, the same bytes in every host.
//!
//! ```
//! use bilan_professionnel::{Catalogue, wire};
//!
//! let catalogue = Catalogue::embedded();
//! let answer = wire::answer(catalogue, wire::Operation::Quote, br#"{"variant":"horizon","client":"affiliee"}"#)?;
//! assert!(answer.contains(r#""amount":"2040.50""#));
//!
//! let error = wire::answer(catalogue, wire::Operation::Quote, br#"{"variant":"horizon"}"#).unwrap_err();
//! assert!(wire::error_document(&error).starts_with(r#"{"error":{"code":"missingField","path":"client""#));
//! # Ok::<(), bilan_professionnel::Error>(())
//! ```

mod documents;
mod effects;
mod line;
mod operation;
mod request;
#[cfg(feature = "schema")]
mod schema;

use serde::Serialize;

use self::documents::Nothing;
pub use self::effects::effects;
pub use self::line::{answer_line, answer_line_among};
pub use self::operation::Operation;
pub use self::request::{Request, key_in_path};
#[cfg(feature = "schema")]
pub use self::schema::{Document, schema};
use crate::catalogue::Catalogue;
use crate::error::{Error, Problem};
use crate::json::{self, Node};
use crate::plan::{self, Plan};
use crate::simulation::{Case, Dossier, simulate};
use crate::{funding, limits, orientation, pricing, record, schedule, settlement};

/// The largest request, in bytes: 1 MiB.
pub const MAX_REQUEST: usize = limits::MAX_DOCUMENT_BYTES;

/// The largest line, in bytes: a request and its envelope.
pub const MAX_LINE: usize = limits::MAX_LINE_BYTES;

/// The answer to a request: the result document, or the error that [`error_document`] writes.
///
/// The request is UTF-8 JSON of [`MAX_REQUEST`] bytes at most, without a byte order mark. Reading takes memory of at
/// most 8 bytes for each of its bytes, and what the answer is made of.
///
/// # Errors
/// Those of the operation ([`Operation::errors`]), and the general ones
/// ([`ErrorCode::is_general`](crate::ErrorCode::is_general)).
pub fn answer(catalogue: &Catalogue, operation: Operation, request: &[u8]) -> Result<String, Error> {
    answer_node(catalogue, operation, json::read(request)?.root(), AsText)
}

/// The report on the text of a catalogue document, as JSON: what [`Catalogue::check`] says, for hosts that pass texts on.
///
/// ```
/// use bilan_professionnel::wire;
///
/// let report = wire::check_catalogue(b"{}")?;
/// assert!(report.starts_with(r#"{"faults":[{"code":"missingField","path":"id""#));
/// # Ok::<(), bilan_professionnel::Error>(())
/// ```
///
/// # Errors
/// [`Problem::Internal`], which would be a fault of the library; the faults of the catalogue are in the report.
pub fn check_catalogue(text: &[u8]) -> Result<String, Error> {
    json::write(&Catalogue::check(text)).map(json::Document::into_text)
}

/// In what form a result is given.
trait Form {
    type Given;

    fn give(self, result: &impl Serialize) -> Result<Self::Given, Error>;

    /// A dossier, which has been written as text for its digest, and its record.
    fn give_dossier(self, dossier: &Dossier<'_>, text: String, record: &record::Record) -> Result<Self::Given, Error>;
}

/// JSON text.
struct AsText;

impl Form for AsText {
    type Given = String;

    fn give(self, result: &impl Serialize) -> Result<String, Error> {
        json::write(result).map(json::Document::into_text)
    }

    fn give_dossier(self, _: &Dossier<'_>, text: String, record: &record::Record) -> Result<String, Error> {
        sealed(text, record)
    }
}

fn answer_node<F: Form>(
    catalogue: &Catalogue,
    operation: Operation,
    request: Node<'_>,
    form: F,
) -> Result<F::Given, Error> {
    let on_grid = |error: Error| on_the_grid_of(catalogue, error);
    let first = |error: Error| first_fault(catalogue, request, on_grid(error));
    match operation {
        Operation::Catalogue => {
            json::decode::<Nothing>(request)?;
            form.give(catalogue.offer())
        }
        Operation::Recommend => {
            let ranking = json::decode::<orientation::Request>(request)
                .and_then(|request| orientation::recommend(catalogue, &request));
            form.give(&ranking.map_err(first)?)
        }
        Operation::Funding => {
            let request: funding::Request = json::decode(request)?;
            form.give(&funding::assess(catalogue, &request)?)
        }
        Operation::Plan => {
            let plan = json::decode::<plan::Request>(request).and_then(|request| plan::plan(catalogue, &request));
            form.give(&plan.map_err(first)?)
        }
        Operation::Quote => {
            let quote =
                json::decode::<pricing::Request>(request).and_then(|request| pricing::quote(catalogue, &request));
            form.give(&quote.map_err(first)?)
        }
        Operation::Schedule => {
            let (plan, calendar) = planned::<schedule::Calendar>(catalogue, request).map_err(on_grid)?;
            form.give(&schedule::schedule(catalogue, &plan, &calendar)?)
        }
        Operation::Settle => {
            // Hours done count by the quarter, whatever the grid on which hours are planned.
            let (plan, request) = planned::<settlement::Request>(catalogue, request)?;
            form.give(&settlement::settle(catalogue, &plan, &request)?)
        }
        Operation::Simulate => {
            let case: Case = json::decode(request).map_err(first)?;
            let dossier = simulate(catalogue, &case).map_err(first)?;
            let written = json::write(&dossier)?;
            let record = record::record_of(catalogue, case.on, request, written.root())?;
            form.give_dossier(&dossier, written.into_text(), &record)
        }
        Operation::Replay => {
            let (mut case, mut kept) = (None, None);
            json::decode_apart::<Nothing>(request, &["case", "record"], &[], &mut |member, node| {
                match member {
                    "case" => case = Some((node, json::decode::<Case>(node).map_err(on_grid)?)),
                    _ => kept = Some(json::decode::<record::Record>(node)?),
                }
                Ok(())
            })?;
            let (Some((document, case)), Some(kept)) = (case, kept) else { return Err(Problem::Internal.at("")) };
            let now = simulate(catalogue, &case)
                .and_then(|dossier| record::record_of(catalogue, case.on, document, json::write(&dossier)?.root()));
            let now = now.map_err(|error| error.within("case"))?;
            form.give(&record::compared(&kept, now))
        }
    }
}

/// The plan that a request carries, and what it says beside.
fn planned<'c, T: serde::de::DeserializeOwned>(
    catalogue: &'c Catalogue,
    request: Node<'_>,
) -> Result<(Plan<'c>, T), Error> {
    let mut planned = None;
    let beside = json::decode_apart(request, &["plan"], &[], &mut |_, node| {
        let plan = json::decode(node).and_then(|request| plan::plan(catalogue, &request));
        planned = Some(plan.map_err(|error| first_fault(catalogue, node, on_the_grid_of(catalogue, error)))?);
        Ok(())
    })?;
    Ok((planned.ok_or_else(|| Problem::Internal.at(""))?, beside))
}

/// A type knows quarters of an hour alone: a request is told the grid of the catalogue that it is asked of.
fn on_the_grid_of(catalogue: &Catalogue, error: Error) -> Error {
    match error.problem() {
        Problem::HoursGranularity { .. } => {
            Problem::HoursGranularity { granularity: catalogue.offer().granularity }.at(error.path())
        }
        _ => error,
    }
}

/// The fault to tell: that of a code that the catalogue does not have, where it stands before the other.
fn first_fault(catalogue: &Catalogue, request: Node<'_>, error: Error) -> Error {
    let place = request.offset_of(&error);
    let mut before = request.members().take_while(|(_, value)| value.offset() < place);
    let unknown = |(key, value): (Node<'_>, Node<'_>)| match (&*key.string(), value.kind()) {
        ("variant", json::NodeKind::String) => catalogue.variant(&value.string()).err(),
        ("client", json::NodeKind::String) => catalogue.client(&value.string()).err(),
        ("needs", json::NodeKind::Array) => {
            let needs: Vec<String> = json::decode(value).ok().filter(|needs: &Vec<String>| !needs.is_empty())?;
            orientation::recommend(catalogue, &orientation::Request::new(needs)).err()
        }
        _ => None,
    };
    let earlier = before.find_map(unknown);
    earlier.filter(|earlier| request.offset_of(earlier) < place).unwrap_or(error)
}

/// A dossier with its record, as its last member.
fn sealed(mut dossier: String, record: &record::Record) -> Result<String, Error> {
    dossier.pop();
    dossier.push_str(",\"record\":");
    dossier.push_str(&json::write(record)?.into_text());
    dossier.push('}');
    Ok(dossier)
}

/// The error document of the contract: `{"error":{"code","path","message","details"?}}`.
#[must_use]
pub fn error_document(error: &Error) -> String {
    let document = json::write(error).map(json::Document::into_text);
    document.unwrap_or_else(|_| r#"{"error":{"code":"internal","path":"","message":""}}"#.to_owned())
}
