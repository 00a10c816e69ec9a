//! The FIPHFP verdicts against a slow oracle: every completion of what is unknown, tried one by one.
//!
//! The oracle is written from the page's list alone, over plain booleans; it never reads the table of the crate.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

#[path = "support/answers.rs"]
mod support;

use std::collections::BTreeSet;

use bilan_professionnel::funding::{
    Fact, FactSet, Facts, Group, Outcome, Situation, Status, Verdict, decide, decide_many, decide_on,
};
use support::assessed;

/// A situation of the list: its code, its facts, and whether it is met for an agent of whom all of them are known.
struct Listed {
    code: &'static str,
    facts: &'static [&'static str],
    met: fn(&[bool]) -> bool,
}

const fn listed(code: &'static str, facts: &'static [&'static str], met: fn(&[bool]) -> bool) -> Listed {
    Listed { code, facts, met }
}

const LIST: [Listed; 11] = [
    listed("restrictionsAptitude", &["avisElementsObjectifs", "avisAdaptationPoste"], |f| f[0] && f[1]),
    listed("rqth", &["rqth"], |f| f[0]),
    listed("accidentOuMaladie", &["tauxIncapacitePermanente", "renteIncapacitePermanente"], |f| f[0] && f[1]),
    listed("pensionInvalidite", &["pensionInvalidite", "reductionCapaciteDeuxTiers"], |f| f[0] && f[1]),
    listed("pensionMilitaire", &["ancienMilitaire", "pensionMilitaireInvalidite"], |f| f[0] && f[1]),
    listed("sapeurPompier", &["sapeurPompierVolontaire", "allocationOuRenteService"], |f| f[0] && f[1]),
    listed("victimeTerrorisme", &["victimeTerrorisme"], |f| f[0]),
    listed("cmiInvalidite", &["cmiInvalidite"], |f| f[0]),
    listed("aah", &["aah"], |f| f[0]),
    listed("ati", &["ati"], |f| f[0]),
    listed("reclassement", &["statut", "preparationReclassement", "reclassement"], |f| if f[0] { f[1] } else { f[2] }),
];

/// True, false or unknown, for each fact of a situation.
type State = Vec<Option<bool>>;

impl Listed {
    fn facts(&self) -> Vec<Fact> {
        self.facts.iter().map(|code| Fact::from_code(code).unwrap()).collect()
    }

    fn states(&self) -> Vec<State> {
        self.facts.iter().fold(vec![Vec::new()], |states, _| {
            let values = [None, Some(false), Some(true)];
            states.iter().flat_map(|state| values.map(|value| [state.as_slice(), &[value]].concat())).collect()
        })
    }

    fn status(&self, state: &State) -> Status {
        let verdicts: Vec<bool> = completions(state).iter().map(|facts| (self.met)(facts)).collect();
        match (verdicts.contains(&true), verdicts.contains(&false)) {
            (true, false) => Status::Met,
            (false, true) => Status::NotMet,
            _ => Status::Undetermined,
        }
    }

    /// The unknown facts for which two completions differ in that fact alone, and in the verdict.
    fn missing(&self, state: &State) -> Vec<usize> {
        let changes = |facts: &Vec<bool>, place: usize| {
            let mut other = facts.clone();
            other[place] = !other[place];
            (self.met)(facts) != (self.met)(&other)
        };
        let unknown = (0..state.len()).filter(|place| state[*place].is_none());
        unknown.filter(|place| completions(state).iter().any(|facts| changes(facts, *place))).collect()
    }

    /// The sets of known facts because of which the situation is not met, without one to spare.
    fn reasons(&self, state: &State) -> Vec<Vec<usize>> {
        let kept = |subset: usize| -> State {
            state.iter().enumerate().map(|(place, value)| value.filter(|_| subset & (1 << place) != 0)).collect()
        };
        let decisive = |subset: usize| self.status(&kept(subset)) == Status::NotMet;
        let minimal = (0..1 << state.len()).filter(|subset| {
            decisive(*subset) && (0..*subset).all(|smaller| smaller & !subset != 0 || !decisive(smaller))
        });
        minimal.map(|subset| places(&kept(subset))).collect()
    }

    /// The answers that would make the situation met, without one to spare, against as few known facts as possible.
    fn remedies(&self, state: &State) -> Vec<Vec<(usize, bool)>> {
        let changed = |answers: &[(usize, bool)]| {
            let mut state = state.clone();
            for (place, holds) in answers {
                state[*place] = Some(*holds);
            }
            self.status(&state) == Status::Met
        };
        let lists: Vec<Vec<(usize, bool)>> = self
            .states()
            .iter()
            .map(|answers| (0..answers.len()).filter_map(|place| Some((place, answers[place]?))).collect())
            .filter(|answers: &Vec<(usize, bool)>| {
                answers.iter().all(|(place, holds)| state[*place] != Some(*holds)) && changed(answers)
            })
            .collect();
        let within = |one: &[(usize, bool)], other: &[(usize, bool)]| one.iter().all(|answer| other.contains(answer));
        let corrections = |list: &[(usize, bool)]| list.iter().filter(|(place, _)| state[*place].is_some()).count();
        let fewest = lists.iter().map(|list| corrections(list)).min();
        let spare = |list: &[(usize, bool)]| lists.iter().any(|other| other.len() < list.len() && within(other, list));
        lists.iter().filter(|list| Some(corrections(list)) == fewest && !spare(list)).cloned().collect()
    }
}

fn completions(state: &State) -> Vec<Vec<bool>> {
    state.iter().fold(vec![Vec::new()], |begun, value| {
        let values = value.map_or(vec![false, true], |value| vec![value]);
        begun
            .iter()
            .flat_map(|facts: &Vec<bool>| values.iter().map(|value| [facts.as_slice(), &[*value]].concat()))
            .collect()
    })
}

fn places(state: &State) -> Vec<usize> {
    (0..state.len()).filter(|place| state[*place].is_some()).collect()
}

fn with(facts: Facts, own: &[Fact], state: &State) -> Facts {
    own.iter().zip(state).fold(facts, |facts, (fact, value)| match value {
        None => Facts::from_masks(facts.known() & !fact.bit(), facts.values()),
        Some(holds) => facts.with(*fact, *holds),
    })
}

fn each_state(mut check: impl FnMut(Situation, &Listed, &[Fact], &State)) {
    for (situation, listed) in Situation::ALL.into_iter().zip(&LIST) {
        for state in listed.states() {
            check(situation, listed, &listed.facts(), &state);
        }
    }
}

#[test]
fn the_list_of_the_page_is_that_of_the_table_in_order() {
    assert!(Situation::ALL.iter().map(|situation| situation.code()).eq(LIST.iter().map(|listed| listed.code)));
    let used: Vec<Fact> = LIST.iter().flat_map(Listed::facts).collect();
    assert_eq!(used, Fact::ALL);
    for situation in Situation::ALL {
        let first = situation == Situation::RestrictionsAptitude;
        assert_eq!(situation.group(), if first { Group::AptitudeAvecRestrictions } else { Group::ObligationEmploi });
    }
}

#[test]
fn bits_are_given_out_once_and_stay_where_hosts_keep_them() {
    let facts: Vec<u32> = Fact::ALL.into_iter().map(|fact| fact.bit().trailing_zeros()).collect();
    assert!(facts.starts_with(&(0..18).collect::<Vec<_>>()), "{facts:?}");
    let situations = Situation::ALL.map(|situation| situation.bit().trailing_zeros());
    assert!(situations.starts_with(&[0, 2, 3, 5, 7, 9, 11, 12, 13, 14, 15]), "{situations:?}");
    for bits in [facts, situations.to_vec()] {
        assert_eq!(bits.iter().collect::<BTreeSet<_>>().len(), bits.len(), "a bit given out twice: {bits:?}");
    }
}

#[test]
fn every_situation_is_in_force_on_every_day() {
    let days = ["1583-01-01", "2026-12-01", "9999-12-31"].map(|day| day.parse().unwrap());
    let mut words = Words(0x0000_DA15);
    for _ in 0..2_000 {
        let facts = words.facts(5, 2);
        for day in days {
            assert_eq!(decide_on(day, facts), decide(facts));
        }
    }
    assert!(Situation::ALL.iter().all(|situation| situation.since().is_none() && situation.until().is_none()));
}

#[test]
fn every_state_of_every_situation_has_the_status_of_its_completions() {
    each_state(|situation, listed, own, state| {
        let report = &assessed(with(Facts::unknown(), own, state)).situations[situation as usize];
        assert_eq!(report.code, situation);
        assert_eq!(report.status, listed.status(state), "{situation:?} {state:?}");
        let missing: Vec<Fact> = listed.missing(state).into_iter().map(|place| own[place]).collect();
        assert_eq!(report.missing.iter().collect::<Vec<_>>(), missing, "{situation:?} {state:?}");
    });
}

#[test]
fn the_facts_that_failed_are_those_of_some_minimal_reason() {
    each_state(|situation, listed, own, state| {
        let report = &assessed(with(Facts::unknown(), own, state)).situations[situation as usize];
        let reasons = if listed.status(state) == Status::NotMet { listed.reasons(state) } else { Vec::new() };
        let expected: FactSet = reasons.iter().flatten().map(|place| own[*place]).collect();
        assert_eq!(report.failed, expected, "{situation:?} {state:?}");
        if report.status == Status::NotMet {
            let known = Facts::from_masks(report.failed.bits(), with(Facts::unknown(), own, state).values());
            assert_eq!(decide(known).status(situation), Status::NotMet, "{situation:?} {state:?}: failed facts alone");
        }
    });
}

#[test]
fn what_would_suffice_is_every_shortest_list_and_nothing_else() {
    each_state(|situation, listed, own, state| {
        let facts = with(Facts::unknown(), own, state);
        let report = &assessed(facts).situations[situation as usize];
        // What was answered no is never thrown back: only unknown facts can suffice.
        let expected = if report.status == Status::Undetermined { listed.remedies(state) } else { Vec::new() };
        let suggested: Vec<Vec<(usize, bool)>> = report
            .would_suffice
            .iter()
            .map(|list| (0..own.len()).filter_map(|place| Some((place, list.facts().get(own[place])?))).collect())
            .collect();
        assert_eq!(suggested.len(), expected.len(), "{situation:?} {state:?}: {suggested:?}");
        for list in &suggested {
            assert!(expected.contains(list), "{situation:?} {state:?}: {list:?}");
            let learnt = |left_out: usize| {
                let learnt = list.iter().enumerate().filter(|(index, _)| *index != left_out);
                let facts = learnt.fold(facts, |facts, (_, (place, holds))| facts.with(own[*place], *holds));
                decide(facts).status(situation)
            };
            assert_eq!(learnt(list.len()), Status::Met, "{situation:?} {state:?}: {list:?}");
            for left_out in 0..list.len() {
                assert_ne!(learnt(left_out), Status::Met, "{situation:?} {state:?}: {list:?} without {left_out}");
            }
        }
    });
}

#[test]
fn a_situation_never_depends_on_the_facts_of_another() {
    let all = (1 << Fact::COUNT) - 1;
    let backgrounds = [(0, 0), (all, 0), (all, all), (all, 0x2_AAAA), (all, 0x1_5555), (0x2_AAAA, all), (0x1_5555, 0)];
    for (known, values) in backgrounds {
        let background = Facts::from_masks(known, values);
        each_state(|situation, listed, own, state| {
            let verdict = decide(with(background, own, state));
            assert_eq!(verdict.status(situation), listed.status(state), "{situation:?} {state:?} on {background:?}");
            for (other, theirs) in Situation::ALL.into_iter().zip(&LIST).filter(|(other, _)| *other != situation) {
                let state = theirs.facts().iter().map(|fact| background.get(*fact)).collect();
                assert_eq!(verdict.status(other), theirs.status(&state), "{other:?} on {background:?}");
            }
        });
    }
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

    /// Facts of which about `known` in 8 are known, and of those about `held` in 8 hold.
    fn facts(&mut self, known: u64, held: u64) -> Facts {
        Fact::ALL.into_iter().fold(Facts::unknown(), |facts, fact| {
            let word = self.next();
            if (word >> 60) % 8 < known { facts.with(fact, (word >> 50) % 8 < held) } else { facts }
        })
    }
}

/// Whether a situation is met, by the oracle, for every agent: bit *n* of the index is fact *n*.
fn possible_by_oracle() -> Vec<bool> {
    let agents = 0u32..1 << Fact::COUNT;
    let places: Vec<Vec<u32>> =
        LIST.iter().map(|listed| listed.facts().iter().map(|fact| fact.bit()).collect()).collect();
    let holds = |agent: u32| {
        LIST.iter().zip(&places).any(|(listed, bits)| {
            let mut facts = [false; 3];
            bits.iter().zip(&mut facts).for_each(|(bit, fact)| *fact = agent & bit != 0);
            (listed.met)(&facts[..bits.len()])
        })
    };
    agents.map(holds).collect()
}

/// The agents who agree with what is known.
fn agents(facts: Facts) -> impl Iterator<Item = u32> {
    let (unknown, held) = (facts.unknowns().bits(), facts.known() & facts.values());
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let subset = next?;
        next = (subset != unknown).then(|| subset.wrapping_sub(unknown) & unknown);
        Some(subset | held)
    })
}

#[test]
fn fifty_thousand_random_agents_have_the_outcome_of_their_completions() {
    let possible = possible_by_oracle();
    let (mut words, mut outcomes) = (Words(0x00B1_1A4E), [0; 3]);
    for round in 0..60_000 {
        let facts = words.facts([4, 6, 7, 8][round % 4], [4, 1, 2, 0][round / 4 % 4]);
        if facts.unknowns().iter().count() > 12 {
            continue;
        }
        let verdicts = || agents(facts).map(|agent| possible[agent as usize]);
        let outcome = match (verdicts().any(|met| met), verdicts().any(|met| !met)) {
            (true, false) => Outcome::Possible,
            (false, true) => Outcome::NotListed,
            _ => Outcome::Undetermined,
        };
        let changes = |fact: &Fact| {
            let other = |agent: u32| possible[(agent ^ fact.bit()) as usize];
            agents(facts).any(|agent| possible[agent as usize] != other(agent))
        };
        let assessment = assessed(facts);
        assert_eq!(assessment.outcome, outcome, "{facts:?}");
        assert_eq!(decide(facts).outcome(), outcome, "{facts:?}");
        assert_eq!(assessment.missing, facts.unknowns().iter().filter(changes).collect(), "{facts:?}");
        for (report, listed) in assessment.situations.iter().zip(&LIST) {
            let state = listed.facts().iter().map(|fact| facts.get(*fact)).collect();
            assert_eq!(report.status, listed.status(&state), "{} for {facts:?}", listed.code);
            assert_eq!(assessment.met.contains(report.code), report.status == Status::Met, "{facts:?}");
        }
        outcomes[outcome as usize] += 1;
    }
    assert!(outcomes.iter().sum::<u32>() > 50_000, "{outcomes:?}");
    assert!(outcomes.iter().all(|count| *count > 5_000), "each outcome is well represented: {outcomes:?}");
}

#[test]
fn learning_a_fact_never_reverses_what_is_decided() {
    let mut words = Words(0x1EA2_4E55);
    for round in 0..20_000 {
        let facts = words.facts([0, 1, 2, 3, 4, 5, 6, 7][round % 8], [4, 1, 0][round % 3]);
        let before = decide(facts);
        for (fact, holds) in facts.unknowns().iter().flat_map(|fact| [(fact, false), (fact, true)]) {
            let after = decide(facts.with(fact, holds));
            assert_eq!(before.bits() & !after.bits(), 0, "{fact:?} = {holds} reverses a status of {facts:?}");
            if before.outcome() != Outcome::Undetermined {
                assert_eq!(after.outcome(), before.outcome(), "{fact:?} = {holds} reverses the outcome of {facts:?}");
            }
        }
    }
}

#[test]
fn bits_beyond_the_eighteen_facts_have_no_effect() {
    let mut words = Words(0x00C0_FFEE);
    for _ in 0..5_000 {
        let facts = words.facts(5, 3);
        let garbage = words.next();
        let beyond = |mask: u32, garbage: u64| mask | u32::try_from(garbage >> 32).unwrap() << Fact::COUNT;
        let noisy = Facts::from_masks(beyond(facts.known(), garbage), beyond(facts.values(), garbage << 16));
        assert_eq!(decide(noisy), decide(facts));
        assert_eq!(noisy.unknowns(), facts.unknowns());
        // A value without knowledge means nothing either.
        assert_eq!(decide(Facts::from_masks(facts.known(), facts.values() | !facts.known())), decide(facts));
        assert_eq!(Verdict::from_bits(decide(facts).bits()), decide(facts));
    }
}

#[test]
fn a_column_of_agents_has_the_verdicts_of_each_agent() {
    let mut words = Words(0x0BA7_C4ED);
    // Columns as a host may hold them, garbage in the high bits included.
    let mut column =
        |length: usize| -> Vec<u32> { (0..length).map(|_| u32::try_from(words.next() >> 32).unwrap()).collect() };
    let (known, values) = (column(100_003), column(100_003));
    let one_by_one = |range: std::ops::Range<usize>| -> Vec<u32> {
        range.map(|agent| decide(Facts::from_masks(known[agent], values[agent])).bits()).collect()
    };
    let lengths = (0..=200).flat_map(|length| [(0, length), (3, length)]);
    for (start, length) in lengths.chain([(0, 100_003), (1, 100_002), (7, 65_536), (5, 99_991)]) {
        let range = start..start + length;
        let mut verdicts = vec![0xDEAD_BEEF; length + 2];
        // The verdicts start elsewhere in memory than the facts do.
        let count = decide_many(&known[range.clone()], &values[range.clone()], &mut verdicts[1..=length]);
        assert_eq!(count, length);
        assert_eq!(verdicts[1..=length], one_by_one(range), "{length} agents from {start}");
        assert_eq!((verdicts[0], verdicts[length + 1]), (0xDEAD_BEEF, 0xDEAD_BEEF), "nothing is written outside");
    }
    let mut verdicts = [7; 5];
    assert_eq!(decide_many(&known[..9], &values[..3], &mut verdicts), 3, "as many as the shortest column");
    assert_eq!(verdicts[3..], [7, 7]);
}
