//! Every verdict on the later table, against all completions of what is unknown.

use crate::funding::{
    Answers, Fact, FactKind, FactSet, Facts, Outcome, Request, Situation, Status, Statut, assess, decide, decide_many,
    decide_on,
};
use crate::{Catalogue, Date, Percent};

/// Whether each situation is met for an agent of whom everything is known, by what the rows say in words.
fn met(agent: u32) -> [bool; 16] {
    let is = |fact: Fact| agent & fact.bit() != 0;
    [
        is(Fact::AvisElementsObjectifs) && is(Fact::AvisAdaptationPoste),
        is(Fact::Rqth),
        is(Fact::TauxIncapacitePermanente) && is(Fact::RenteIncapacitePermanente),
        is(Fact::PensionInvalidite) && is(Fact::ReductionCapaciteDeuxTiers),
        is(Fact::AncienMilitaire) && is(Fact::PensionMilitaireInvalidite),
        is(Fact::SapeurPompierVolontaire) && is(Fact::AllocationOuRenteService),
        is(Fact::VictimeTerrorisme),
        is(Fact::CmiInvalidite),
        is(Fact::Aah),
        is(Fact::Ati),
        if is(Fact::Statut) { is(Fact::PreparationReclassement) } else { is(Fact::Reclassement) },
        is(Fact::A1) && is(Fact::A2),
        is(Fact::B1) && is(Fact::B2) || is(Fact::B3) && !is(Fact::B4),
        is(Fact::C1) && is(Fact::C2) && is(Fact::C3),
        !is(Fact::Rqth) && is(Fact::D),
        is(Fact::A1) && !is(Fact::A2) && is(Fact::Statut),
    ]
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn answers(facts: Facts) -> Answers {
    let percent = |fact: Fact, holds| {
        let threshold = fact.threshold().unwrap();
        if holds { threshold } else { Percent::try_from(threshold.as_f64() - 0.01).unwrap() }
    };
    Fact::ALL.into_iter().fold(Answers::new(), |answers, fact| match (facts.get(fact), fact.kind()) {
        (None, _) => answers,
        (Some(holds), FactKind::YesNo) => answers.flag(fact, holds),
        (Some(true), FactKind::Status) => answers.status(fact, Statut::Fonctionnaire),
        (Some(false), FactKind::Status) => answers.status(fact, Statut::Contractuel),
        (Some(holds), FactKind::Percent) => answers.percent(fact, percent(fact, holds)),
    })
}

/// The agents who agree with what is known.
fn agents(facts: Facts) -> Vec<u32> {
    let (unknown, held) = (facts.unknowns().bits(), facts.known() & facts.values());
    let mut agents = vec![held];
    while agents.last().unwrap() & unknown != unknown {
        agents.push((agents.last().unwrap() & unknown).wrapping_sub(unknown) & unknown | held);
    }
    agents
}

/// Whether it is so of some, and whether it is not of some.
fn of(all: impl Iterator<Item = bool>) -> (bool, bool) {
    all.fold((false, false), |(some, others), one| (some | one, others || !one))
}

/// Compares everything with all completions, by the rules of that day.
fn compare(on: Date, facts: Facts) {
    let in_force: Vec<usize> = (0..16).filter(|place| Situation::ALL[*place].is_in_force(on)).collect();
    let agents: Vec<(u32, [bool; 16])> = agents(facts).into_iter().map(|agent| (agent, met(agent))).collect();
    let some = |agent: u32| in_force.iter().any(|place| met(agent)[*place]);
    let changes =
        |fact: &Fact, is: &dyn Fn(u32) -> bool| agents.iter().any(|(agent, _)| is(*agent) != is(agent ^ fact.bit()));

    let assessment = assess(Catalogue::embedded(), &Request::new(on, answers(facts))).unwrap();
    let verdict = decide_on(on, facts);
    assert_eq!(assessment.situations.len(), in_force.len());
    for (place, report) in in_force.iter().zip(&assessment.situations) {
        let status = match of(agents.iter().map(|(_, met)| met[*place])) {
            (true, false) => Status::Met,
            (false, true) => Status::NotMet,
            _ => Status::Undetermined,
        };
        let situation = Situation::ALL[*place];
        assert_eq!((report.code, report.status), (situation, status), "{facts:?}");
        assert_eq!(verdict.status(situation), status, "{situation:?} {facts:?}");
        let missing: FactSet =
            facts.unknowns().iter().filter(|fact| changes(fact, &|agent| met(agent)[*place])).collect();
        assert_eq!(report.missing, missing, "{situation:?} {facts:?}");
    }
    let outcome = match of(agents.iter().map(|(agent, _)| some(*agent))) {
        (true, false) => Outcome::Possible,
        (false, true) => Outcome::NotListed,
        _ => Outcome::Undetermined,
    };
    assert_eq!((assessment.outcome, verdict.outcome()), (outcome, outcome), "{facts:?}");
    let missing: FactSet = facts.unknowns().iter().filter(|fact| changes(fact, &some)).collect();
    assert_eq!(assessment.missing, missing, "{facts:?}");
    match assessment.next_question {
        None => assert!(missing.is_empty(), "{facts:?}"),
        Some(fact) => assert!(missing.contains(fact), "{fact:?} {facts:?}"),
    }
}

/// Facts that stand in the same rules, and so must be tried together.
const GROUPS: [&[Fact]; 5] = [
    &[Fact::Rqth, Fact::D],
    &[Fact::A1, Fact::A2, Fact::Statut, Fact::PreparationReclassement, Fact::Reclassement],
    &[Fact::B1, Fact::B2, Fact::B3, Fact::B4],
    &[Fact::C1, Fact::C2, Fact::C3],
    &[Fact::Rqth, Fact::D, Fact::A1, Fact::A2, Fact::Statut],
];

fn states(facts: Facts, own: &[Fact]) -> Vec<Facts> {
    let begin = facts.without(own.iter().copied().collect());
    own.iter().fold(vec![begin], |states, fact| {
        states.into_iter().flat_map(|facts| [facts, facts.with(*fact, false), facts.with(*fact, true)]).collect()
    })
}

/// A fixed sequence of pseudo-random words (xorshift64*).
struct Words(u64);

impl Words {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }
}

#[test]
fn every_state_of_the_facts_that_rules_share_is_decided_as_by_all_completions() {
    let none = Fact::ALL.into_iter().fold(Facts::unknown(), |facts, fact| facts.with(fact, false));
    for on in ["2027-12-31", "2028-01-01", "2029-12-31", "2030-01-01"] {
        for group in GROUPS {
            for facts in states(none, group) {
                compare(day(on), facts);
            }
        }
    }
}

#[test]
fn agents_of_whom_much_is_known_are_decided_as_by_all_completions() {
    let mut words = Words(0x1A7E_27AB);
    let mut outcomes = [0; 3];
    for round in 0..2_500_u64 {
        let (known, held) = [(7, 0), (7, 0), (6, 1), (6, 3)][usize::try_from(round % 4).unwrap()];
        let facts = Fact::ALL.into_iter().fold(Facts::unknown(), |facts, fact| {
            let word = words.next();
            if (word >> 60) % 8 < known { facts.with(fact, (word >> 50) % 16 < held) } else { facts }
        });
        if facts.unknowns().iter().count() <= 9 {
            compare(day("2028-06-01"), facts);
            outcomes[decide(facts).outcome() as usize] += 1;
        }
    }
    assert!(outcomes.iter().all(|count| *count > 100), "each outcome is well represented: {outcomes:?}");
}

#[test]
fn one_of_two_situations_is_met_though_nobody_knows_which() {
    let facts = Facts::unknown().with(Fact::D, true);
    let verdict = decide(facts);
    assert_eq!(verdict.outcome(), Outcome::Possible);
    assert!(verdict.met().is_empty());
    assert_eq!(verdict.status(Situation::Rqth), Status::Undetermined);
    assert_eq!(verdict.status(Situation::WithoutRqth), Status::Undetermined);
    let assessment = assess(Catalogue::embedded(), &Request::new(day("2028-01-01"), answers(facts))).unwrap();
    assert_eq!((assessment.outcome, assessment.next_question), (Outcome::Possible, None));
    assert!(
        assessment.explanation.contains("Une au moins de ces situations est remplie"),
        "{}",
        assessment.explanation
    );
}

#[test]
fn a_column_of_agents_has_the_verdicts_of_each_agent() {
    let mut words = Words(0x00C0_1044);
    let mut column = || -> Vec<u32> { (0..20_000).map(|_| u32::try_from(words.next() >> 32).unwrap()).collect() };
    let (known, values, mut verdicts) = (column(), column(), vec![0; 20_000]);
    assert_eq!(decide_many(&known, &values, &mut verdicts), 20_000);
    for (agent, verdict) in verdicts.into_iter().enumerate() {
        assert_eq!(verdict, decide(Facts::from_masks(known[agent], values[agent])).bits());
    }
}

#[test]
fn an_answer_by_percentage_is_held_against_the_threshold_of_its_own_fact() {
    let (rate, other) = (Fact::TauxIncapacitePermanente, Fact::B4);
    let answers = Answers::new().percent(rate, Percent::from_whole(20)).percent(other, Percent::from_whole(30));
    assert_eq!((answers.facts().get(rate), answers.facts().get(other)), (Some(true), Some(false)));
    assert_eq!(answers.percent_of(other), Some(Percent::from_whole(30)));
    let text = serde_json::to_string(&answers).unwrap();
    assert_eq!(text, r#"{"tauxIncapacitePermanente":20,"b4":30}"#);
    assert_eq!(serde_json::from_str::<Answers>(&text).unwrap(), answers);
}

#[test]
fn before_it_begins_a_situation_changes_nothing() {
    use bilan_professionnel::funding as today;
    let mut words = Words(0x0BEF_02E5);
    for _ in 0..5_000 {
        let mask = |word: u64| u32::try_from(word >> 32).unwrap();
        let (known, values) = (mask(words.next()), mask(words.next()));
        let later = decide_on(day("2027-12-31"), Facts::from_masks(known, values));
        let now = today::decide(today::Facts::from_masks(known, values));
        assert_eq!((later.met().bits(), later.outcome() as u8), (now.met().bits(), now.outcome() as u8));
        assert_eq!(later.not_met().bits() & 0xFAAD, now.not_met().bits());
    }
}
