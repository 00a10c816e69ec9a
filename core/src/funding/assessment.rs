//! The verdict explained, on a given day: proofs that count, what is missing, what to ask next.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::answers::Answers;
use super::fact::{Fact, FactSet};
use super::facts::Facts;
use super::proofs::Proofs;
use super::question;
use super::reports::{self, SituationReport};
use super::situation::{Situation, SituationSet};
use super::verdict::{Outcome, decide};
use crate::error::{Error, Problem};
use crate::values::Date;
use crate::values::french;

/// What is asked: facts, on a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "FundingRequest"))]
#[non_exhaustive]
pub struct Request {
    /// The day of the assessment.
    pub on: Date,
    /// The end of the bilan, to tell which proofs expire before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// What is known of the agent.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Answers>"))]
    pub facts: Answers,
    /// Last day on which the proof of a fact is valid.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Proofs>"))]
    pub valid_until: Proofs,
}

impl Request {
    /// Assesses those answers on that day.
    #[must_use]
    pub const fn new(on: Date, facts: Answers) -> Self {
        Self { on, until: None, facts, valid_until: Proofs::new() }
    }

    /// Tells which proofs expire before that day, the end of the bilan.
    #[must_use]
    pub const fn until(mut self, end: Date) -> Self {
        self.until = Some(end);
        self
    }

    /// The proof of a fact is valid until that day, included.
    ///
    /// # Errors
    /// [`Problem::UnknownField`] for the status and the rate, whose proofs have no last day.
    pub fn proof(mut self, fact: Fact, valid_until: Date) -> Result<Self, Problem> {
        self.valid_until = self.valid_until.with(fact, valid_until)?;
        Ok(self)
    }
}

/// Which proof expires before the end of the bilan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DatedProof {
    /// The fact.
    pub fact: Fact,
    /// Its proof's last valid day.
    pub valid_until: Date,
}

/// The whole verdict, explained.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "FundingResult"))]
#[non_exhaustive]
pub struct Assessment {
    /// Whether the FIPHFP might be asked.
    pub outcome: Outcome,
    /// All eleven situations, in order.
    pub situations: [&'static SituationReport; Situation::COUNT],
    /// The situations met.
    pub met: SituationSet,
    /// The facts that can still change the outcome.
    pub missing: FactSet,
    /// The fact to ask next; none exactly when none is missing.
    pub next_question: Option<Fact>,
    /// That question in French.
    pub next_question_label: Option<&'static str>,
    /// Proofs valid on the day of the assessment, but not to the end of the bilan.
    pub expiring: Vec<DatedProof>,
    /// Proofs no longer valid on the day of the assessment: their facts count as false.
    pub expired: Vec<DatedProof>,
    /// The outcome in French, for the agent and the counsellor.
    pub explanation: String,
}

/// The verdict on an agent, explained.
///
/// A proof whose last valid day lies before the assessment counts as false.
///
/// ```
/// use bilan_professionnel::funding::{Answers, Fact, Outcome, Request, assess};
///
/// let request = Request::new("2026-12-01".parse()?, Answers::new().flag(Fact::Rqth, true))
///     .proof(Fact::Rqth, "2026-11-30".parse()?)?;
/// let assessment = assess(&request)?;
/// assert_eq!(assessment.outcome, Outcome::Undetermined);
/// assert_eq!(assessment.expired[0].fact, Fact::Rqth);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Problem::OutOfRange`] at `until` if it comes before `on`.
pub fn assess(request: &Request) -> Result<Assessment, Error> {
    if request.until.is_some_and(|until| until < request.on) {
        let expected = format!("une date à partir du {}, jour de l’évaluation", french::date(request.on));
        return Err(Problem::out_of_range(expected).at("until"));
    }
    let (facts, expired, expiring) = on_the_day(request);
    let verdict = decide(facts);
    let outcome = verdict.outcome();
    let situations = Situation::ALL.map(|situation| reports::report(situation, facts));
    let missing = match outcome {
        Outcome::Undetermined => FactSet(situations.iter().fold(0, |bits, report| bits | report.missing.bits())),
        Outcome::Possible | Outcome::NotListed => FactSet::default(),
    };
    let next_question = if outcome == Outcome::Undetermined { question::next(facts) } else { None };
    let explanation = explain(outcome, verdict.met(), missing, &expired, &expiring);
    Ok(Assessment {
        outcome,
        situations,
        met: verdict.met(),
        missing,
        next_question,
        next_question_label: next_question.map(Fact::question),
        expiring,
        expired,
        explanation,
    })
}

/// The facts as they stand on the day of the assessment, with the proofs that have expired and those that will.
fn on_the_day(request: &Request) -> (Facts, Vec<DatedProof>, Vec<DatedProof>) {
    let (mut facts, mut expired, mut expiring) = (request.facts.facts(), Vec::new(), Vec::new());
    for (fact, valid_until) in request.valid_until.iter() {
        if facts.get(fact) != Some(true) {
            continue;
        }
        let proof = DatedProof { fact, valid_until };
        if valid_until < request.on {
            facts = facts.with(fact, false);
            expired.push(proof);
        } else if request.until.is_some_and(|until| valid_until < until) {
            expiring.push(proof);
        }
    }
    (facts, expired, expiring)
}

fn explain(
    outcome: Outcome,
    met: SituationSet,
    missing: FactSet,
    expired: &[DatedProof],
    expiring: &[DatedProof],
) -> String {
    let mut text = String::with_capacity(320);
    match outcome {
        Outcome::Possible => {
            text.push_str("Le FIPHFP pourrait financer ce bilan, au titre de : ");
            french::list(&mut text, met.iter().map(Situation::label), " ; ");
            text.push_str(". C’est une possibilité et non un droit : le fonds décide, sur demande de l’employeur.");
        }
        Outcome::NotListed => text.push_str(
            "Aucune des situations citées pour un financement par le FIPHFP n’est remplie. \
             La liste n’est pas limitative : parlez-en à une conseillère.",
        ),
        Outcome::Undetermined => {
            let count = missing.iter().count();
            let answers = if count == 1 { "réponse peut" } else { "réponses peuvent" };
            text.push_str("On ne peut pas encore dire si le FIPHFP pourrait financer ce bilan : ");
            let _ = write!(text, "{count} {answers} encore changer le résultat.");
        }
    }
    for proof in expired {
        let (name, day) = (proof.fact.name(true), french::date(proof.valid_until));
        let _ = write!(text, " Justificatif expiré depuis le {day} : {name}.");
    }
    for proof in expiring {
        let (name, day) = (proof.fact.name(true), french::date(proof.valid_until));
        let _ = write!(text, " Justificatif à renouveler, valable jusqu’au {day} : {name}.");
    }
    text
}
