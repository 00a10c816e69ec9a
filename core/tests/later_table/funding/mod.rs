//! The rooms of the library on funding, with another table.

#[macro_use]
#[path = "../../../src/funding/declare.rs"]
mod declare;
#[macro_use]
#[path = "../../../src/funding/table.rs"]
mod table;
mod national;

#[path = "../../../src/funding/answers.rs"]
mod answers;
#[path = "../../../src/funding/assessment.rs"]
mod assessment;
#[path = "../../../src/funding/documents.rs"]
mod documents;
#[path = "../../../src/funding/explanation.rs"]
mod explanation;
#[path = "../../../src/funding/fact.rs"]
mod fact;
#[path = "../../../src/funding/facts.rs"]
mod facts;
#[path = "../../../src/funding/in_force.rs"]
mod in_force;
#[path = "../../../src/funding/packed.rs"]
mod packed;
#[path = "../../../src/funding/proofs.rs"]
mod proofs;
#[path = "../../../src/funding/question.rs"]
mod question;
#[path = "../../../src/funding/reports.rs"]
mod reports;
#[path = "../../../src/funding/rule.rs"]
mod rule;
#[path = "../../../src/funding/sets.rs"]
mod sets;
#[path = "../../../src/funding/situation.rs"]
mod situation;
#[path = "../../../src/funding/terms.rs"]
mod terms;
#[path = "../../../src/funding/verdict.rs"]
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
