//! The verdict explained, on a given day: proofs that count, what is missing, what to ask next.

use serde::{Deserialize, Serialize};

use super::answers::Answers;
use super::documents::{self, Document};
use super::explanation::{self, Found};
use super::facts::Facts;
use super::in_force::{self, InForce, RulesStamp};
use super::national::Fact;
use super::proofs::Proofs;
use super::question;
use super::reports::{self, Question, SituationReport};
use super::sets::{FactSet, SituationSet};
use super::verdict::{Outcome, Status};
use crate::catalogue::{Catalogue, Delay, UsualDuration, VariantCourse};
use crate::error::{Error, Problem};
use crate::values::{Date, french};

/// What is asked: facts, on a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "un objet")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "FundingRequest"))]
#[non_exhaustive]
pub struct Request {
    /// The day of the assessment.
    pub on: Date,
    /// The end of the bilan, to tell which proofs expire before it; by default assumed from the centre's course.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// What is known of the agent; by default nothing.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Answers>"))]
    pub facts: Answers,
    /// Last day on which the proof of a fact is valid; by default no proof has one.
    #[serde(default, deserialize_with = "crate::json::null_is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Proofs>"))]
    pub valid_until: Proofs,
    /// The facts already put to the agent, which are not asked again; by default none.
    #[serde(default, deserialize_with = "crate::json::null_is_empty", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Fact>>"))]
    pub asked: Vec<Fact>,
}

impl Request {
    /// Assesses those answers on that day.
    #[must_use]
    pub const fn new(on: Date, facts: Answers) -> Self {
        Self { on, until: None, facts, valid_until: Proofs::new(), asked: Vec::new() }
    }

    /// Sets the end of the bilan, to tell which proofs expire before it; not before the day of the assessment.
    #[must_use]
    pub const fn until(mut self, end: Date) -> Self {
        self.until = Some(end);
        self
    }

    /// Says that the proof of a fact is valid until that day, included.
    ///
    /// # Errors
    /// [`Problem::UnknownField`] for a fact whose proof [cannot expire](Fact::can_expire).
    pub fn proof(mut self, fact: Fact, valid_until: Date) -> Result<Self, Problem> {
        self.valid_until = self.valid_until.with(fact, valid_until)?;
        Ok(self)
    }

    /// Says that a fact has been put to the agent: it is not asked again.
    #[must_use]
    pub fn asked(mut self, fact: Fact) -> Self {
        if !self.asked.contains(&fact) {
            self.asked.push(fact);
        }
        self
    }
}

/// A proof that has expired, or expires before the end of the bilan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DatedProof {
    /// The fact.
    pub fact: Fact,
    /// Its proof's last valid day.
    pub valid_until: Date,
}

/// The end of the bilan that proofs are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Until {
    /// The day.
    pub date: Date,
    /// Whether nobody has said it: the assessment, the delay and the longest usual duration, one after the other.
    pub assumed: bool,
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
    /// The situations in force on the day of the assessment, in order.
    pub situations: Vec<&'static SituationReport>,
    /// The situations met.
    pub met: SituationSet,
    /// The facts that can still change the outcome.
    pub missing: FactSet,
    /// The fact to ask next: one of those missing that was neither asked nor has expired; else none.
    pub next_question: Option<Fact>,
    /// That fact, with all that is needed to ask for it.
    pub next_question_detail: Option<Question>,
    /// Proofs valid on the day of the assessment, but not to the end of the bilan.
    pub expiring: Vec<DatedProof>,
    /// Proofs no longer valid on the day of the assessment: their facts count as unknown.
    pub expired: Vec<DatedProof>,
    /// The end of the bilan that proofs are held against; none where the course has no usual duration.
    pub until: Option<Until>,
    /// The rules in force on the day of the assessment.
    pub rules: RulesStamp,
    /// The documents to gather for the fund.
    pub documents: Vec<Document>,
    /// The outcome in French, in words that address nobody.
    pub explanation: String,
}

/// Assesses an agent: whether the FIPHFP might fund the bilan, and why.
///
/// A proof whose last valid day lies before the assessment makes its fact unknown: a renewal is often under way.
///
/// ```
/// use bilan_professionnel::Catalogue;
/// use bilan_professionnel::funding::{Answers, Fact, Outcome, Request, assess};
///
/// let request = Request::new("2026-12-01".parse()?, Answers::new().flag(Fact::Rqth, true))
///     .proof(Fact::Rqth, "2026-11-30".parse()?)?;
/// let assessment = assess(Catalogue::embedded(), &request)?;
/// assert_eq!(assessment.outcome, Outcome::Undetermined);
/// assert_eq!(assessment.expired[0].fact, Fact::Rqth);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Problem::OutOfRange`] at `until` if it comes before `on`; [`Problem::DuplicateCode`] in `asked` for a fact that
/// stands twice.
pub fn assess(catalogue: &Catalogue, request: &Request) -> Result<Assessment, Error> {
    let course = &catalogue.offer().course;
    assess_over(course.delay, course.usual, request)
}

/// The same, where the end of the bilan is assumed from the course of a variant.
pub(crate) fn assess_for(course: &VariantCourse, request: &Request) -> Result<Assessment, Error> {
    assess_over(course.delay, course.usual, request)
}

fn assess_over(delay: Option<Delay>, usual: Option<UsualDuration>, request: &Request) -> Result<Assessment, Error> {
    check(request)?;
    let rules = in_force::on(request.on);
    let until = match request.until {
        Some(date) => Some(Until { date, assumed: false }),
        None => assumed_end(request.on, delay, usual).map(|date| Until { date, assumed: true }),
    };
    let (facts, expired, expiring) = on_the_day(request, until);
    let situations: Vec<&SituationReport> =
        rules.situations.iter().map(|situation| reports::report(situation, facts)).collect();
    let with = |status| situations.iter().filter(move |report| report.status == status).map(|report| report.code);
    let met: SituationSet = with(Status::Met).collect();
    let (outcome, missing) = decide_exactly(rules, facts);
    let expired_facts: FactSet = expired.iter().map(|proof| proof.fact).collect();
    let next_question = next_question(&situations, request, facts, missing, expired_facts);
    let explanation = explanation::outcome(&Found {
        outcome,
        situations: if met.is_empty() { with(Status::Undetermined).collect() } else { met },
        certain: !met.is_empty(),
        missing,
        expired: &expired,
        expiring: &expiring,
        until,
    });
    let expiring_facts = expiring.iter().map(|proof| proof.fact).collect();
    Ok(Assessment {
        outcome,
        met,
        missing,
        next_question,
        next_question_detail: next_question.map(Question::from),
        documents: documents::gathered(&situations, facts, expired_facts, expiring_facts),
        situations,
        expiring,
        expired,
        until,
        rules: rules.stamp.clone(),
        explanation,
    })
}

fn check(request: &Request) -> Result<(), Error> {
    if request.until.is_some_and(|until| until < request.on) {
        let expected = format!("une date à partir du {}, jour de l’évaluation", french::date(request.on));
        return Err(Problem::out_of_range(expected).at("until"));
    }
    for (index, fact) in request.asked.iter().enumerate() {
        if request.asked.iter().take(index).any(|earlier| earlier == fact) {
            let problem = Problem::DuplicateCode { code: fact.code().to_owned() };
            return Err(problem.at("").within_index(index).within("asked"));
        }
    }
    Ok(())
}

/// The end of a bilan of the longest usual duration that begins after the delay; none without a usual duration, or where
/// the calendar ends before.
fn assumed_end(on: Date, delay: Option<Delay>, usual: Option<UsualDuration>) -> Option<Date> {
    let start = on.plus_days(delay.map_or(0, Delay::in_days))?;
    start.plus_months(usual?.max_months)
}

/// The facts as they stand on the day of the assessment, with the proofs that have expired and those that will.
fn on_the_day(request: &Request, until: Option<Until>) -> (Facts, Vec<DatedProof>, Vec<DatedProof>) {
    let facts = request.facts.facts();
    let passed = request.valid_until.expired(facts, request.on);
    let dated = || request.valid_until.iter().map(|(fact, valid_until)| DatedProof { fact, valid_until });
    let expired = dated().filter(|proof| passed.contains(proof.fact)).collect();
    let counts = |fact| facts.get(fact) == Some(true) && !passed.contains(fact);
    let ends_before = |day: Date| until.is_some_and(|until| day < until.date);
    let expiring = dated().filter(|proof| counts(proof.fact) && ends_before(proof.valid_until)).collect();
    (facts.without(passed), expired, expiring)
}

/// The outcome under every completion of the unknown facts, and the facts that can still change it.
fn decide_exactly(rules: &InForce, facts: Facts) -> (Outcome, FactSet) {
    let left = rules.outcome.given(facts);
    match (left.is_always(), left.is_never()) {
        (true, _) => (Outcome::Possible, FactSet::default()),
        (_, true) => (Outcome::NotListed, FactSet::default()),
        _ => (Outcome::Undetermined, FactSet::from_bits(left.facts())),
    }
}

fn next_question(
    situations: &[&SituationReport],
    request: &Request,
    facts: Facts,
    missing: FactSet,
    expired: FactSet,
) -> Option<Fact> {
    let asked: FactSet = request.asked.iter().copied().collect();
    question::next(situations, facts, missing.bits() & !asked.bits() & !expired.bits())
}
