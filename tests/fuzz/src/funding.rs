//! What is true of any verdict, and of two verdicts of which one knows more.

use bilan_professionnel::funding::{
    Answers, Assessment, Fact, FactKind, FactSet, Outcome, Request, Situation, Status, Statut, assess, decide_on,
};
use bilan_professionnel::{Catalogue, Percent};

use crate::answer;

/// The assessment of a request, if it can be made, and of the same request with one more fact known.
pub fn assessed(catalogue: &Catalogue, request: &Request, learned: Fact) -> Option<Assessment> {
    let assessment = match assess(catalogue, request) {
        Ok(assessment) => assessment,
        Err(error) => {
            answer::refusal(&error);
            return None;
        }
    };
    check(request, &assessment);
    // What is proved by a document that is no longer valid stays unknown.
    let expired = request.valid_until.get(learned).is_some_and(|day| day < request.on);
    if request.facts.facts().get(learned).is_none() && !expired {
        for holds in [false, true] {
            let mut informed = request.clone();
            informed.facts = with(request.facts, learned, holds);
            check_learning(&assessment, &assess(catalogue, &informed).expect("one more fact"), learned);
        }
    }
    Some(assessment)
}

/// Those answers and one more.
pub fn with(answers: Answers, fact: Fact, holds: bool) -> Answers {
    match fact.kind() {
        FactKind::YesNo => answers.flag(fact, holds),
        FactKind::Status => answers.status(fact, if holds { Statut::Fonctionnaire } else { Statut::Contractuel }),
        FactKind::Percent => {
            let threshold = fact.threshold().expect("a percentage has a threshold");
            let below = Percent::try_from((f64::from(threshold.hundredths()) - 1.0) / 100.0).expect("a percentage");
            answers.percent(fact, if holds { threshold } else { below })
        }
    }
}

fn check(request: &Request, assessment: &Assessment) {
    let dated = |fact: Fact| request.valid_until.get(fact);
    let expired = |fact: Fact| dated(fact).is_some_and(|day| day < request.on);
    let known = request.facts.facts();
    let unproved: FactSet =
        Fact::ALL.into_iter().filter(|fact| known.get(*fact) == Some(true) && expired(*fact)).collect();
    let counted = known.without(unproved);
    let until = assessment.until.map(|until| until.date);
    assert!(request.until.is_none() || request.until == until, "{:?}", assessment.until);
    assert_eq!(assessment.until.is_some_and(|until| until.assumed), request.until.is_none() && until.is_some());
    for fact in Fact::ALL.into_iter().filter(|fact| request.facts.facts().get(*fact) == Some(true)) {
        let listed =
            |proofs: &[bilan_professionnel::funding::DatedProof]| proofs.iter().any(|proof| proof.fact == fact);
        assert_eq!(listed(&assessment.expired), expired(fact), "{fact:?}");
        let expiring = until.is_some_and(|until| dated(fact).is_some_and(|day| day >= request.on && day < until));
        assert_eq!(listed(&assessment.expiring), expiring, "{fact:?}");
    }

    let verdict = decide_on(request.on, counted);
    assert_eq!((assessment.outcome, assessment.met), (verdict.outcome(), verdict.met()));
    for (situation, report) in Situation::ALL.into_iter().zip(&assessment.situations) {
        assert_eq!((report.code, report.status), (situation, verdict.status(situation)));
        assert_eq!(report.missing.is_empty(), report.status != Status::Undetermined, "{report:?}");
        for answers in &report.would_suffice {
            let known = Fact::ALL
                .into_iter()
                .fold(counted, |facts, fact| answers.facts().get(fact).map_or(facts, |holds| facts.with(fact, holds)));
            assert_eq!(
                decide_on(request.on, known).status(situation),
                Status::Met,
                "{answers:?} would not suffice: {report:?}"
            );
        }
    }
    assert_eq!(assessment.missing.is_empty(), assessment.outcome != Outcome::Undetermined);
    let can_be_asked = |fact: Fact| known.get(fact).is_none() && !request.asked.contains(&fact);
    match assessment.next_question {
        Some(fact) => assert!(assessment.missing.contains(fact) && can_be_asked(fact), "{fact:?}"),
        None => assert!(!assessment.missing.iter().any(can_be_asked), "nothing is asked: {assessment:?}"),
    }
}

/// What was decided stays decided, and nothing comes to be missing; a fact that was not missing changes no outcome.
fn check_learning(before: &Assessment, after: &Assessment, learned: Fact) {
    for (before, after) in before.situations.iter().zip(&after.situations) {
        let kept = before.status == Status::Undetermined || before.status == after.status;
        assert!(kept, "{learned:?} reversed {before:?}: {after:?}");
        let missing = before.missing.bits() & !learned.bit();
        assert_eq!(after.missing.bits() & !missing, 0, "{learned:?}: {before:?}, {after:?}");
        assert!(
            before.missing.contains(learned) || before.status == after.status,
            "{learned:?}: {before:?}, {after:?}"
        );
    }
    if before.outcome != Outcome::Undetermined || !before.missing.contains(learned) {
        assert_eq!(before.outcome, after.outcome, "{learned:?} was not missing");
    }
    assert_eq!(after.missing.bits() & !(before.missing.bits() & !learned.bit()), 0, "{learned:?}");
}
