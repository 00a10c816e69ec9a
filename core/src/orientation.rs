//! Which variant serves the agent's needs.

use std::cmp::Reverse;
use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::catalogue::{Catalogue, Offer, Variant};
use crate::error::{Error, Problem, quoted};
use crate::funding::{Answers, Proofs, Situation, SituationSet, met_on};
use crate::values::{Date, french};

/// What the agent wants, and perhaps what is known of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "RecommendRequest"))]
#[non_exhaustive]
pub struct Request {
    /// Codes of needs of the catalogue, each once; one at least.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub needs: Vec<String>,
    /// The day on which proofs must be valid and rules in force; required where facts are given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// What is known of the agent; by default nothing.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Answers::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Answers>"))]
    pub facts: Answers,
    /// Last day on which the proof of a fact is valid; by default no proof has one.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Proofs::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Proofs>"))]
    pub valid_until: Proofs,
}

impl Request {
    /// Asks for the variants that serve those needs.
    #[must_use]
    pub fn new<N: Into<String>>(needs: impl IntoIterator<Item = N>) -> Self {
        Self { needs: needs.into_iter().map(Into::into).collect(), ..Self::default() }
    }

    /// Adds what is known of the agent on that day, which decides between variants that serve as many needs.
    #[must_use]
    pub const fn facts(mut self, on: Date, facts: Answers, valid_until: Proofs) -> Self {
        (self.on, self.facts, self.valid_until) = (Some(on), facts, valid_until);
        self
    }
}

/// All variants, the one that serves most needs first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "RecommendResult"))]
#[non_exhaustive]
pub struct Recommendation<'c> {
    /// Every variant of the catalogue.
    pub ranking: Vec<Ranked<'c>>,
    /// What puts the first where it is, in French: with whom it is equal, and what decided.
    pub explanation: String,
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
    /// Whether its own objective is among the needs.
    pub objective: bool,
    /// The situations met by the facts that it suits, in the order of the list.
    pub suits: SituationSet,
    /// Whether another variant serves as many needs, and has its objective among them, and suits a situation, alike.
    pub tied: bool,
}

impl Ranked<'_> {
    /// What decides of its place, before the order of the catalogue.
    fn merits(&self) -> (usize, bool, bool) {
        (self.served.len(), self.objective, !self.suits.is_empty())
    }
}

/// Ranks the variants: most needs served first, then the one whose objective is among them, then one that suits a situation
/// met, then the order of the catalogue.
///
/// ```
/// use bilan_professionnel::{Catalogue, orientation};
///
/// let request = orientation::Request::new(["preserverSante", "construireProjet"]);
/// let recommendation = orientation::recommend(Catalogue::embedded(), &request)?;
/// assert_eq!(recommendation.ranking[0].variant, "prevention");
/// assert!(!recommendation.ranking[0].tied);
/// # Ok::<(), bilan_professionnel::Error>(())
/// ```
///
/// # Errors
/// [`Problem::NoNeeds`] without a need, [`Problem::UnknownCode`] for one that the catalogue does not have,
/// [`Problem::DuplicateCode`] for one that stands twice; [`Problem::MissingField`] at `on` where facts are given without it.
pub fn recommend<'c>(catalogue: &'c Catalogue, request: &Request) -> Result<Recommendation<'c>, Error> {
    let offer = catalogue.offer();
    check_needs(offer, &request.needs)?;
    let met = match request.on {
        Some(on) => met_on(on, &request.facts, &request.valid_until),
        None if request.facts.is_empty() && request.valid_until.is_empty() => SituationSet::default(),
        None => return Err(Problem::missing().at("on")),
    };
    let mut ranking: Vec<Ranked<'c>> =
        offer.variants.iter().map(|variant| rank(offer, variant, &request.needs, met)).collect();
    ranking.sort_by_key(|ranked| Reverse(ranked.merits()));
    let merits: Vec<_> = ranking.iter().map(Ranked::merits).collect();
    for ranked in &mut ranking {
        ranked.tied = merits.iter().filter(|others| **others == ranked.merits()).count() > 1;
    }
    let explanation = explain(&ranking, request.needs.len());
    Ok(Recommendation { ranking, explanation })
}

fn check_needs(offer: &Offer, needs: &[String]) -> Result<(), Error> {
    if needs.is_empty() {
        return Err(Problem::NoNeeds.at("needs"));
    }
    for (index, need) in needs.iter().enumerate() {
        let at = |problem: Problem| problem.at("").within_index(index).within("needs");
        if !offer.needs.iter().any(|known| known.code == *need) {
            let expected = offer.needs.iter().map(|known| known.code.as_str()).collect::<Vec<_>>().join(", ");
            return Err(at(Problem::UnknownCode { found: quoted(need), expected }));
        }
        // Known and each once: the list is never longer than the catalogue's.
        if needs.iter().take(index).any(|earlier| earlier == need) {
            return Err(at(Problem::DuplicateCode { code: need.clone() }));
        }
    }
    Ok(())
}

fn rank<'c>(offer: &'c Offer, variant: &'c Variant, needs: &[String], met: SituationSet) -> Ranked<'c> {
    let wanted = offer.needs.iter().map(|need| need.code.as_str()).filter(|code| needs.iter().any(|need| need == code));
    let (served, unserved) = wanted.partition(|need| variant.serves(need));
    Ranked {
        variant: &variant.code,
        label: &variant.label,
        purpose: &variant.purpose,
        served,
        unserved,
        objective: variant.objective.as_ref().is_some_and(|objective| needs.contains(objective)),
        suits: met.iter().filter(|situation| variant.suits.iter().any(|code| code == situation.code())).collect(),
        tied: false,
    }
}

/// Why the first is first: how many needs it serves, with whom it is equal, and what put it before the next.
fn explain(ranking: &[Ranked<'_>], needs: usize) -> String {
    let mut text = String::new();
    let Some(first) = ranking.first() else { return text };
    let equals = || ranking.iter().skip(1).filter(|other| other.merits() == first.merits());
    let quoted = |ranked: &Ranked<'_>| format!("«\u{a0}{}\u{a0}»", ranked.label);
    text.push_str(&quoted(first));
    if first.tied {
        let labels: Vec<String> = equals().map(quoted).collect();
        text.push_str(", à égalité avec ");
        french::list(&mut text, labels.iter().map(String::as_str), " et ");
        text.push(',');
    }
    let _ = match (first.served.len(), needs) {
        (0, _) => write!(text, " ne répond à aucun des besoins indiqués, et aucune autre déclinaison n’y répond."),
        (1, 1) => write!(text, " répond au besoin indiqué."),
        (served, needs) if served == needs => write!(text, " répond aux {needs} besoins indiqués."),
        (served, needs) => write!(text, " répond à {served} des {needs} besoins indiqués."),
    };
    let next = ranking.iter().find(|other| other.merits() != first.merits());
    let Some(next) = next.filter(|next| next.served.len() == first.served.len()) else { return text };
    if first.objective && !next.objective {
        let _ = write!(
            text,
            " Son objectif est l’un de ces besoins, ce qui place cette déclinaison avant {}.",
            quoted(next)
        );
    } else if next.objective == first.objective {
        let labels: Vec<&str> = first.suits.iter().map(Situation::label).collect();
        let situation = if labels.len() == 1 { "une situation indiquée" } else { "des situations indiquées" };
        let _ =
            write!(text, " Cette déclinaison convient à {situation}, ce qui la place avant {}\u{a0}: ", quoted(next));
        let labels: Vec<String> = labels.into_iter().map(|label| format!("«\u{a0}{label}\u{a0}»")).collect();
        french::list(&mut text, labels.iter().map(String::as_str), " et ");
        text.push('.');
    }
    text
}
