//! Proof of an answer: what was asked, of which catalogue, rules and engine, and what came out, each by its digest.

mod digested;
mod replay;

use serde::{Deserialize, Serialize};

pub use self::digested::DIGESTED;
#[cfg(feature = "wire")]
pub(crate) use self::replay::compared;
pub use self::replay::{Part, Replay, Versions, replay};
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::funding::{RulesStamp, rules_in_force};
use crate::json::{self, Node};
use crate::simulation::Dossier;
use crate::values::Date;

/// Version of the wire contract that this library speaks.
pub const CONTRACT: u32 = 2;

/// Version of this library.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// What a dossier was made from, and its digest.
///
/// Digests are SHA-256 of canonical JSON (RFC 8785), written `sha256:` and 64 hexadecimal digits.
///
/// A record is for whoever holds the case: facts are so few that they can be guessed from a digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Record {
    /// Version of the library.
    pub engine: String,
    /// Version of the contract.
    pub contract: u32,
    /// The funding rules in force on the day of the case.
    pub rules: RulesStamp,
    /// The catalogue in force; its digest is of the document as it was read.
    pub catalogue: CatalogueStamp,
    /// Digest of the request as it was made, `null` members included.
    pub request: String,
    /// Digest of the result: of its members that [`DIGESTED`] names.
    pub result: String,
}

/// Which catalogue a dossier was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CatalogueStamp {
    /// Its name.
    pub id: String,
    /// Its edition.
    pub edition: String,
    /// Its digest.
    pub digest: String,
}

/// Makes the record of a dossier.
///
/// `on` is the day of the case, which picks the rules. `request` is what was asked, in any form that serializes to it:
/// a [`Case`](crate::simulation::Case), or the document that it was read from. Numbers count as IEEE 754 has them, as
/// RFC 8785 demands.
///
/// # Errors
/// [`Problem::OutOfRange`](crate::Problem::OutOfRange) if `request` has no JSON, such as NaN or a key that is no text;
/// [`Problem::DuplicateField`](crate::Problem::DuplicateField) if one of its objects has a key twice.
pub fn record(
    catalogue: &Catalogue,
    on: Date,
    request: &impl Serialize,
    dossier: &Dossier<'_>,
) -> Result<Record, Error> {
    record_of(catalogue, on, json::write(request)?.root(), json::write(dossier)?.root())
}

/// Makes the record of a dossier from the documents.
pub(crate) fn record_of(
    catalogue: &Catalogue,
    on: Date,
    request: Node<'_>,
    dossier: Node<'_>,
) -> Result<Record, Error> {
    let offer = catalogue.offer();
    let digest = catalogue.digest().to_owned();
    Ok(Record {
        engine: ENGINE.to_owned(),
        contract: CONTRACT,
        rules: rules_in_force(on),
        catalogue: CatalogueStamp { id: offer.id.clone(), edition: offer.edition.clone(), digest },
        request: json::digest(request)?,
        result: json::digest_of(dossier, digested::is_digested)?,
    })
}
