//! Which variant serves the agent's needs.

use serde::{Deserialize, Serialize};

use crate::catalogue::Catalogue;
use crate::error::{Error, Problem};

/// What the agent wants.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "RecommendRequest"))]
#[non_exhaustive]
pub struct Request {
    /// Codes of needs of the catalogue, each once.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub needs: Vec<String>,
}

impl Request {
    /// Those needs.
    #[must_use]
    pub fn new<N: Into<String>>(needs: impl IntoIterator<Item = N>) -> Self {
        Self { needs: needs.into_iter().map(Into::into).collect() }
    }
}

/// All variants, the one that serves most needs first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "RecommendResult"))]
#[non_exhaustive]
pub struct Recommendation<'c> {
    /// Every variant of the catalogue; ties in the order of the catalogue.
    pub ranking: Vec<Ranked<'c>>,
}

/// How well one variant serves the needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Ranked<'c> {
    /// Code of the variant.
    pub variant: &'c str,
    /// French label.
    pub label: &'c str,
    /// What it is for.
    pub purpose: &'c str,
    /// The needs it serves, in the order of the catalogue.
    pub served: Vec<&'c str>,
    /// The others, in the same order.
    pub unserved: Vec<&'c str>,
}

/// Ranks the variants by how many of the needs they serve.
///
/// ```
/// use bilan_professionnel::{Catalogue, orientation};
///
/// let request = orientation::Request::new(["preserverSante", "construireProjet"]);
/// let recommendation = orientation::recommend(Catalogue::embedded(), &request)?;
/// assert_eq!(recommendation.ranking[0].variant, "prevention");
/// # Ok::<(), bilan_professionnel::Error>(())
/// ```
///
/// # Errors
/// [`Problem::NoNeeds`] without a need, [`Problem::UnknownCode`] for one that the catalogue does not have,
/// [`Problem::DuplicateCode`] for one that stands twice.
pub fn recommend<'c>(catalogue: &'c Catalogue, request: &Request) -> Result<Recommendation<'c>, Error> {
    let offer = catalogue.offer();
    if request.needs.is_empty() {
        return Err(Problem::NoNeeds.at("needs"));
    }
    for (index, need) in request.needs.iter().enumerate() {
        let at = |problem: Problem| problem.at("").within_index(index).within("needs");
        if !offer.needs.iter().any(|known| known.code == *need) {
            let expected = offer.needs.iter().map(|known| known.code.as_str()).collect::<Vec<_>>().join(", ");
            return Err(at(Problem::UnknownCode { found: need.chars().take(40).collect(), expected }));
        }
        // Known and each once: the list is never longer than the catalogue's.
        if request.needs.iter().take(index).any(|earlier| earlier == need) {
            return Err(at(Problem::DuplicateCode { code: need.clone() }));
        }
    }
    let wanted = || {
        offer.needs.iter().map(|need| need.code.as_str()).filter(|code| request.needs.iter().any(|need| need == code))
    };
    let mut ranking: Vec<Ranked<'c>> = offer
        .variants
        .iter()
        .map(|variant| {
            let (served, unserved) = wanted().partition(|need| variant.serves(need));
            let (label, purpose) = (variant.label.as_str(), variant.purpose.as_str());
            Ranked { variant: &variant.code, label, purpose, served, unserved }
        })
        .collect();
    ranking.sort_by_key(|ranked| ranked.unserved.len());
    Ok(Recommendation { ranking })
}
