//! Whether a record still holds: the case is answered again, and compared.

use serde::Serialize;

use super::{Record, record};
use crate::catalogue::Catalogue;
use crate::error::{Error, quoted};
use crate::simulation::{Case, simulate};
use crate::values::french;

/// Whether a record still holds.
///
/// It does when contract, rules, catalogue, request and result are as recorded, whichever version of the library made
/// the record. Rules and catalogues are compared by their digests; their editions are told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ReplayResult"))]
#[non_exhaustive]
pub struct Replay {
    /// Whether contract, rules, catalogue, request and result are as recorded.
    pub holds: bool,
    /// What is not as recorded; nothing exactly where the record holds.
    pub differs: Vec<Part>,
    /// The two versions of the library, where they are not the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engine: Option<Versions>,
    /// The two editions of the rules, where the rules differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rules: Option<Versions>,
    /// The two editions of the catalogue, where the catalogues differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub catalogue: Option<Versions>,
    /// One French sentence.
    pub explanation: String,
}

/// Two versions of the library, or two editions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Versions {
    /// What the record says, 40 characters of it at most.
    pub recorded: String,
    /// That of today.
    pub current: String,
}

/// A part of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Part {
    /// Version of the contract.
    Contract,
    /// The funding rules in force on the day of the case.
    Rules,
    /// The catalogue.
    Catalogue,
    /// The request.
    Request,
    /// The result.
    Result,
}

impl Part {
    const fn label(self) -> &'static str {
        match self {
            Self::Contract => "la version du contrat",
            Self::Rules => "les règles de financement",
            Self::Catalogue => "le catalogue",
            Self::Request => "la demande",
            Self::Result => "le résultat",
        }
    }
}

/// Answers a case again and compares with its record.
///
/// ```
/// use bilan_professionnel::simulation::{Case, simulate};
/// use bilan_professionnel::{Catalogue, Hours, record};
///
/// let catalogue = Catalogue::embedded();
/// let case = Case::new("2026-11-23".parse()?).variant("horizon");
/// let kept = record::record(catalogue, case.on, &case, &simulate(catalogue, &case)?)?;
/// assert!(record::replay(catalogue, &case, &kept)?.holds);
///
/// let changed = case.clone().hours(Hours::from_whole(19));
/// let replay = record::replay(catalogue, &changed, &kept)?;
/// assert_eq!(replay.differs, [record::Part::Request, record::Part::Result]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Those of [`simulate`], where the case cannot be answered at all.
pub fn replay(catalogue: &Catalogue, case: &Case, kept: &Record) -> Result<Replay, Error> {
    Ok(compared(kept, record(catalogue, case.on, case, &simulate(catalogue, case)?)?))
}

/// Compares a record that was kept with the one that the same case has today.
pub(crate) fn compared(kept: &Record, now: Record) -> Replay {
    let parts = [
        (Part::Contract, now.contract == kept.contract),
        (Part::Rules, now.rules.digest == kept.rules.digest),
        (Part::Catalogue, now.catalogue.digest == kept.catalogue.digest),
        (Part::Request, now.request == kept.request),
        (Part::Result, now.result == kept.result),
    ];
    let differs: Vec<Part> = parts.into_iter().filter(|(_, same)| !same).map(|(part, _)| part).collect();
    let told = |different: bool, recorded: &str, current: String| {
        different.then(|| Versions { recorded: quoted(recorded), current })
    };
    let engine = told(now.engine != kept.engine, &kept.engine, now.engine);
    let explanation = explain(&differs, engine.as_ref());
    Replay {
        holds: differs.is_empty(),
        rules: told(differs.contains(&Part::Rules), &kept.rules.edition, now.rules.edition),
        catalogue: told(differs.contains(&Part::Catalogue), &kept.catalogue.edition, now.catalogue.edition),
        differs,
        engine,
        explanation,
    }
}

fn explain(differs: &[Part], engine: Option<&Versions>) -> String {
    if !differs.is_empty() {
        let mut text = "Diffère de l’enregistrement\u{a0}: ".to_owned();
        french::list(&mut text, differs.iter().map(|part| part.label()), " et ");
        text.push('.');
        return text;
    }
    let same = "La demande donne aujourd’hui exactement le résultat enregistré";
    match engine {
        None => format!("{same}."),
        Some(Versions { recorded, current }) if is_version(recorded) => {
            format!("{same}, avec la version {current} de la bibliothèque au lieu de la version {recorded}.")
        }
        Some(Versions { current, .. }) => {
            format!("{same}, avec la version {current} de la bibliothèque au lieu d’une autre.")
        }
    }
}

/// Whether a text is a version, and nothing that would say more in an official sentence.
fn is_version(text: &str) -> bool {
    let numbers = || text.split('.');
    numbers().count() == 3
        && numbers().all(|number| matches!(number.len(), 1..=4) && number.bytes().all(|byte| byte.is_ascii_digit()))
}
