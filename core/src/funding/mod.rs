//! Might the FIPHFP pay? Facts about the agent, the situations its list names, exact verdicts.
//!
//! The list is national, so it is code: one declarative table of facts and situations, from which every evaluation is
//! derived. A verdict is a possibility, never a right: the fund decides, on the employer's request, and a situation that
//! is not on the list is *not listed, ask a counsellor*, not *refused*.
//!
//! - [`decide`] and [`decide_many`]: masks in, masks out, nanoseconds, no allocation; [`decide_on`] by the rules of a day.
//! - [`assess`]: the same verdict with its reasons in French, dated proofs, and the question to ask next.
//! - [`rules_in_force`]: the edition and the digest of the rules of a day, which records keep.
//!
//! Sources: code du travail, L5212-13; code général de la fonction publique, L351-5. Where a centre's page names the
//! situations is said by its catalogue.

#[macro_use]
mod declare;
#[macro_use]
mod table;
mod answers;
mod assessment;
#[cfg(test)]
mod bounds;
mod documents;
mod explanation;
mod fact;
mod facts;
mod in_force;
mod national;
mod packed;
mod proofs;
mod question;
mod reports;
mod rule;
mod sets;
mod situation;
mod terms;
mod verdict;

pub use self::answers::{Answers, Statut};
pub(crate) use self::assessment::assess_for;
pub use self::assessment::{Assessment, DatedProof, Request, Until, assess};
pub use self::documents::{Document, DocumentState};
pub use self::fact::FactKind;
pub use self::facts::Facts;
pub use self::in_force::{RulesStamp, rules_in_force};
pub use self::national::{Fact, Situation};
pub use self::proofs::Proofs;
pub use self::reports::{Question, SituationReport};
pub use self::sets::{FactSet, SituationSet};
pub use self::situation::{Article, Condition, Group};
pub use self::table::FREQUENCIES;
pub(crate) use self::verdict::met_on;
pub use self::verdict::{Outcome, Status, Verdict, decide, decide_many, decide_on};
