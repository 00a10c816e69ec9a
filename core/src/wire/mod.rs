//! Text in, text out: every operation of the contract as JSON, the same bytes in every host.
//!
//! ```
//! use bilan_professionnel::{Catalogue, wire};
//!
//! let catalogue = Catalogue::embedded();
//! let answer = wire::answer(catalogue, wire::Operation::Quote, br#"{"variant":"horizon","affiliated":true}"#)?;
//! assert!(answer.contains(r#""amount":"2040.50""#));
//!
//! let error = wire::answer(catalogue, wire::Operation::Quote, br#"{"variant":"horizon"}"#).unwrap_err();
//! assert!(wire::error_document(&error).starts_with(r#"{"error":{"code":"missingField","path":"affiliated""#));
//! # Ok::<(), bilan_professionnel::Error>(())
//! ```

mod documents;
mod reports;
#[cfg(feature = "schema")]
mod schema;

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde_json::value::RawValue;

use self::documents::{Assessed, Nothing, Sealed};
#[cfg(feature = "schema")]
pub use self::schema::{Document, schema};
use crate::catalogue::Catalogue;
use crate::error::{Error, Problem};
use crate::json::{self, Node};
use crate::plan::{self, Plan};
use crate::simulation::{Case, simulate};
use crate::{funding, orientation, pricing, record, schedule, settlement};

/// The largest request, in bytes: 1 MiB.
pub const MAX_REQUEST: usize = json::MAX_BYTES;

/// The largest line, in bytes: a request and its envelope.
pub const MAX_LINE: usize = MAX_REQUEST + 1024;

/// An operation of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Operation {
    /// The catalogue in force, whole.
    Catalogue,
    /// Needs to variants ranked.
    Recommend,
    /// Facts on a date to FIPHFP verdict.
    Funding,
    /// Variant, hours, choices to steps and hours.
    Plan,
    /// Variant, hours, affiliation to price.
    Quote,
    /// Plan, dates, cadence to sessions on a calendar.
    Schedule,
    /// Plan, sessions, invoice to certificate and term of payment.
    Settle,
    /// One case to a whole dossier and its record.
    Simulate,
    /// A case and its record to whether it still holds.
    Replay,
}

impl Operation {
    /// All of them, in the order of the contract.
    pub const ALL: [Self; 9] = [
        Self::Catalogue,
        Self::Recommend,
        Self::Funding,
        Self::Plan,
        Self::Quote,
        Self::Schedule,
        Self::Settle,
        Self::Simulate,
        Self::Replay,
    ];

    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Catalogue => "catalogue",
            Self::Recommend => "recommend",
            Self::Funding => "funding",
            Self::Plan => "plan",
            Self::Quote => "quote",
            Self::Schedule => "schedule",
            Self::Settle => "settle",
            Self::Simulate => "simulate",
            Self::Replay => "replay",
        }
    }

    /// The operation of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|operation| operation.code() == code)
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The answer to a request: the result document, or the error that [`error_document`] writes.
///
/// # Errors
/// Those of the operation, and the general ones: `tooLarge`, `invalidUtf8`, `invalidJson`, `unknownField`,
/// `duplicateField`, `missingField`, `wrongType`, `unknownCode`, `outOfRange`.
pub fn answer(catalogue: &Catalogue, operation: Operation, request: &[u8]) -> Result<String, Error> {
    let mut request = json::read(request)?;
    match operation {
        Operation::Catalogue => {
            json::decode::<Nothing>(&request)?;
            json::write(catalogue.offer())
        }
        Operation::Recommend => {
            let request: orientation::Request = json::decode(&request)?;
            json::write(&orientation::recommend(catalogue, &request)?)
        }
        Operation::Funding => {
            let request: funding::Request = json::decode(&request)?;
            json::write(&Assessed::from(&funding::assess(catalogue, &request)?))
        }
        Operation::Plan => {
            let request: plan::Request = json::decode(&request)?;
            json::write(&plan::plan(catalogue, &request)?)
        }
        Operation::Quote => {
            let request: pricing::Request = json::decode(&request)?;
            json::write(&pricing::quote(catalogue, &request)?)
        }
        Operation::Schedule => {
            let plan = planned(catalogue, &mut request)?;
            let calendar: schedule::Calendar = json::decode(&request)?;
            json::write(&schedule::schedule(catalogue, &plan, &calendar)?)
        }
        Operation::Settle => {
            let plan = planned(catalogue, &mut request)?;
            let request: settlement::Request = json::decode(&request)?;
            json::write(&settlement::settle(catalogue, &plan, &request)?)
        }
        Operation::Simulate => {
            let case: Case = json::decode(&request)?;
            let dossier = simulate(catalogue, &case)?;
            let record = record::record(catalogue, &request, &dossier)?;
            json::write(&Sealed { dossier, record })
        }
        Operation::Replay => {
            let document = json::take(&mut request, "case")?;
            let kept = json::take(&mut request, "record")?;
            json::decode::<Nothing>(&request)?;
            let within = |part: &'static str| move |error: Error| error.within(part);
            let case: Case = json::decode(&document).map_err(within("case"))?;
            let kept: record::Record = json::decode(&kept).map_err(within("record"))?;
            json::write(&record::replay_document(catalogue, &document, &case, &kept).map_err(within("case"))?)
        }
    }
}

/// The plan that a request carries.
fn planned<'c>(catalogue: &'c Catalogue, request: &mut Node<'_>) -> Result<Plan<'c>, Error> {
    let plan = json::take(request, "plan")?;
    json::decode(&plan).and_then(|request| plan::plan(catalogue, &request)).map_err(|error| error.within("plan"))
}

/// The error document of the contract: `{"error":{"code","path","message","details"?}}`.
#[must_use]
pub fn error_document(error: &Error) -> String {
    json::write(error).unwrap_or_else(|_| r#"{"error":{"code":"internal","path":"","message":""}}"#.to_owned())
}

/// Answers one line `{"operation":…,"request":…}` by a result or an error document, without a line break.
///
/// The request is answered as [`answer`] answers it: its errors name paths within the request.
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
    let answer = open(line).and_then(|(operation, request)| answer(catalogue, operation, request));
    answer.unwrap_or_else(|error| error_document(&error))
}

/// The operation of a line, and its request as written.
fn open(line: &[u8]) -> Result<(Operation, &[u8]), Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields, expecting = "un objet")]
    struct Envelope<'l> {
        #[serde(borrow)]
        operation: Cow<'l, str>,
        #[serde(borrow)]
        request: &'l RawValue,
    }

    if line.len() > MAX_LINE {
        return Err(Problem::TooLarge { limit: MAX_LINE }.at(""));
    }
    // A derived reader takes a list for an object.
    let text = std::str::from_utf8(line).ok().filter(|text| text.trim_ascii_start().starts_with('{'));
    let Some(Ok(envelope)) = text.map(serde_json::from_str::<Envelope<'_>>) else { return Err(refusal(line)) };
    let operation = Operation::from_code(&envelope.operation).ok_or_else(|| {
        let expected = Operation::ALL.map(Operation::code).join(", ");
        let found = envelope.operation.chars().take(40).collect();
        Problem::UnknownCode { found, expected }.at("operation")
    })?;
    Ok((operation, envelope.request.get().as_bytes()))
}

/// Why a line is not an envelope: it is read again, slowly, for the code and the path.
fn refusal(line: &[u8]) -> Error {
    let read = || -> Result<(), Error> {
        let mut envelope = json::read(line)?;
        json::take(&mut envelope, "request")?;
        let operation = json::take(&mut envelope, "operation")?;
        json::decode::<Nothing>(&envelope)?;
        json::decode::<String>(&operation).map_err(|error| error.within("operation"))?;
        Ok(())
    };
    read().err().unwrap_or_else(|| Problem::Internal.at(""))
}
