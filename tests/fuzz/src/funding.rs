//! What is true of any verdict, and of two verdicts of which one knows more.

use bilan_professionnel::funding::{
    Answers, Assessment, Fact, FactKind, Outcome, Request, Situation, Status, assess, decide,
};

use crate::answer;

/// The assessment of a request, if it can be made, and of the same request with one more fact known.
pub fn assessed(request: &Request, learned: Fact) -> Option<Assessment> {
    let assessment = match assess(request) {
        Ok(assessment) => assessment,
        Err(error) => {
            answer::refusal(&error);
            return None;
        }
    };
    check(request, &assessment);
    if request.facts.facts().get(learned).is_none() {
        for holds in [false, true] {
            let mut informed = request.clone();
            informed.facts = with(request.facts, learned, holds);
            check_learning(&assessment, &assess(&informed).expect("one more fact"), learned);
        }
    }
    Some(assessment)
}

/// Those answers and one more.
pub fn with(answers: Answers, fact: Fact, holds: bool) -> Answers {
    match fact.kind() {
        FactKind::Flag => answers.flag(fact, holds),
        FactKind::Status => answers.civil_servant(holds),
        FactKind::Rate => answers.rate(if holds { 10.0 } else { 9.99 }).expect("a rate"),
    }
}

fn check(request: &Request, assessment: &Assessment) {
    let dated = |fact: Fact| request.valid_until.get(fact);
    let expired = |fact: Fact| dated(fact).is_some_and(|day| day < request.on);
    let counted = Fact::ALL.into_iter().fold(request.facts.facts(), |facts, fact| {
        if facts.get(fact) == Some(true) && expired(fact) { facts.with(fact, false) } else { facts }
    });
    for fact in Fact::ALL.into_iter().filter(|fact| request.facts.facts().get(*fact) == Some(true)) {
        let listed =
            |proofs: &[bilan_professionnel::funding::DatedProof]| proofs.iter().any(|proof| proof.fact == fact);
        assert_eq!(listed(&assessment.expired), expired(fact), "{fact:?}");
        let expiring =
            request.until.is_some_and(|until| dated(fact).is_some_and(|day| day >= request.on && day < until));
        assert_eq!(listed(&assessment.expiring), expiring, "{fact:?}");
    }

    let verdict = decide(counted);
    assert_eq!((assessment.outcome, assessment.met), (verdict.outcome(), verdict.met()));
    for (situation, report) in Situation::ALL.into_iter().zip(assessment.situations) {
        assert_eq!((report.code, report.status), (situation, verdict.status(situation)));
        assert_eq!(report.missing.is_empty(), report.status != Status::Undetermined, "{report:?}");
        for answers in &report.would_suffice {
            let known = Fact::ALL
                .into_iter()
                .fold(counted, |facts, fact| answers.facts().get(fact).map_or(facts, |holds| facts.with(fact, holds)));
            assert_eq!(decide(known).status(situation), Status::Met, "{answers:?} would not suffice: {report:?}");
        }
    }
    assert_eq!(assessment.missing.is_empty(), assessment.outcome != Outcome::Undetermined);
    match assessment.next_question {
        Some(fact) => assert!(assessment.missing.contains(fact) && counted.get(fact).is_none(), "{fact:?}"),
        None => assert!(assessment.missing.is_empty()),
    }
}

/// What was decided stays decided, and nothing comes to be missing; a fact that was not missing changes no outcome.
fn check_learning(before: &Assessment, after: &Assessment, learned: Fact) {
    for (before, after) in before.situations.iter().zip(after.situations) {
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
