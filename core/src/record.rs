//! Proof of an answer: what was asked, of which catalogue and engine, and what came out, each by its digest.

use serde::{Deserialize, Serialize};

use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::json;
use crate::simulation::{Case, Dossier, simulate};

/// Version of the wire contract that this library speaks.
pub const CONTRACT: u32 = 1;

/// Version of this library.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// What a dossier was made from, and its digest.
///
/// Digests are SHA-256 of canonical JSON (RFC 8785), written `sha256:` and 64 hexadecimal digits: of the catalogue as
/// the operation `catalogue` gives it, of the request as it was made, of the result without its record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Record {
    /// Version of the library.
    pub engine: String,
    /// Version of the contract.
    pub contract: u32,
    /// The catalogue in force.
    pub catalogue: CatalogueStamp,
    /// Digest of the request.
    pub request: String,
    /// Digest of the result without its record.
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

/// Whether a record still holds.
///
/// It does when contract, catalogue, request and result are as recorded, whichever version of the library made the
/// record: a new version of the same contract proves the answers of an old one, or names what differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ReplayResult"))]
#[non_exhaustive]
pub struct Replay {
    /// Whether contract, catalogue, request and result are as recorded.
    pub holds: bool,
    /// What is not as recorded, where the record does not hold; the version of the library included.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub differs: Vec<Part>,
    /// The two versions of the library, where they are not the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engine: Option<Engines>,
    /// One French sentence.
    pub explanation: String,
}

/// Two versions of the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Engines {
    /// The one that made the record.
    pub recorded: String,
    /// This one.
    pub current: String,
}

/// A part of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Part {
    /// Version of the library.
    Engine,
    /// Version of the contract.
    Contract,
    /// The catalogue: name, edition or content.
    Catalogue,
    /// The request.
    Request,
    /// The result.
    Result,
}

impl Part {
    const fn label(self) -> &'static str {
        match self {
            Self::Engine => "la version de la bibliothèque",
            Self::Contract => "la version du contrat",
            Self::Catalogue => "le catalogue",
            Self::Request => "la demande",
            Self::Result => "le résultat",
        }
    }
}

/// The record of a dossier.
///
/// `request` is what was asked, in any form that serializes to it: a [`Case`], or the document it was read from.
///
/// # Errors
/// [`Problem::Internal`](crate::Problem::Internal) if `request` cannot be written as JSON.
pub fn record(catalogue: &Catalogue, request: &impl Serialize, dossier: &Dossier<'_>) -> Result<Record, Error> {
    Ok(Record {
        engine: ENGINE.to_owned(),
        contract: CONTRACT,
        catalogue: CatalogueStamp {
            id: catalogue.offer().id.clone(),
            edition: catalogue.offer().edition.clone(),
            digest: catalogue.digest().to_owned(),
        },
        request: json::digest(request)?,
        result: json::digest(dossier)?,
    })
}

/// Answers a case again and compares with its record.
///
/// ```
/// use bilan_professionnel::simulation::{Case, simulate};
/// use bilan_professionnel::{Catalogue, record};
///
/// let catalogue = Catalogue::embedded();
/// let case = Case::new("2026-11-23".parse()?).variant("horizon");
/// let kept = record::record(catalogue, &case, &simulate(catalogue, &case)?)?;
/// assert!(record::replay(catalogue, &case, &kept)?.holds);
///
/// let changed = case.clone().hours(19.0);
/// let replay = record::replay(catalogue, &changed, &kept)?;
/// assert_eq!(replay.differs, [record::Part::Request, record::Part::Result]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Those of [`simulate`], where the case cannot be answered at all.
pub fn replay(catalogue: &Catalogue, case: &Case, kept: &Record) -> Result<Replay, Error> {
    replay_document(catalogue, case, case, kept)
}

/// The same, for a case read from a document: the record's request is the document.
pub(crate) fn replay_document(
    catalogue: &Catalogue,
    document: &impl Serialize,
    case: &Case,
    kept: &Record,
) -> Result<Replay, Error> {
    let now = record(catalogue, document, &simulate(catalogue, case)?)?;
    let parts = [
        (Part::Engine, now.engine == kept.engine),
        (Part::Contract, now.contract == kept.contract),
        (Part::Catalogue, now.catalogue == kept.catalogue),
        (Part::Request, now.request == kept.request),
        (Part::Result, now.result == kept.result),
    ];
    let mut differs: Vec<Part> = parts.into_iter().filter(|(_, same)| !same).map(|(part, _)| part).collect();
    let engine = differs
        .contains(&Part::Engine)
        .then(|| Engines { recorded: kept.engine.chars().take(40).collect(), current: now.engine });
    let holds = differs.iter().all(|part| *part == Part::Engine);
    if holds {
        differs.clear();
    }
    let explanation = explain(&differs, engine.as_ref());
    Ok(Replay { holds, differs, engine, explanation })
}

fn explain(differs: &[Part], engine: Option<&Engines>) -> String {
    if !differs.is_empty() {
        let mut text = "Diffère de l’enregistrement : ".to_owned();
        crate::values::french::list(&mut text, differs.iter().map(|part| part.label()), " et ");
        text.push('.');
        return text;
    }
    let same = "La demande donne aujourd’hui exactement le résultat enregistré";
    match engine {
        None => format!("{same}."),
        Some(Engines { recorded, current }) => {
            format!("{same}, avec la version {current} de la bibliothèque au lieu de la version {recorded}.")
        }
    }
}
