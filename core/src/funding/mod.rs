//! Might the FIPHFP pay? Facts about the agent, the situations its list names, exact verdicts.
//!
//! The list is national, so it is code: one declarative table of situations, from which every evaluation is derived.
//! A verdict is a possibility, never a right: the fund decides, on the employer's request, and a situation that is not
//! on the list is *not listed, ask a counsellor*, not *refused*.
//!
//! - [`decide`] and [`decide_many`]: masks in, masks out, nanoseconds, no allocation.
//! - [`assess`]: the same verdict with its reasons in French, dated proofs, and the question to ask next.
//!
//! Source: page of the CDG29, section « Financement »; code du travail, L5212-13.

mod answers;
mod assessment;
mod fact;
mod facts;
mod proofs;
mod question;
mod reports;
mod rule;
mod situation;
mod terms;
mod verdict;

pub use self::answers::{Answers, Statut};
pub use self::assessment::{Assessment, DatedProof, Request, assess};
pub use self::fact::{Fact, FactKind, FactSet, RATE_THRESHOLD};
pub use self::facts::Facts;
pub use self::proofs::Proofs;
pub use self::reports::{Question, SituationReport};
pub use self::situation::{Condition, Group, Situation, SituationSet};
pub use self::verdict::{Outcome, Status, Verdict, decide, decide_many};
