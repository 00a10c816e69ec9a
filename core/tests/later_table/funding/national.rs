//! The later table: the rows of today, and what was added, on the last bits, so that the next real facts find theirs free.

use super::fact::{FactRow, PERCENT, STATUS, YES_NO, check_facts};
use super::situation::{Article, Beside, Group, LISTED, SituationRow, check_situations, fails, holds};
use crate::values::{Date, Percent};

const NEW: FactRow = FactRow {
    question: "Est-ce votre cas\u{a0}?",
    question_about: "Est-ce le cas de l’agent\u{a0}?",
    document: "document",
    name: "fait nouveau",
    fails: "pas de fait nouveau",
    frequency: 100,
    ..YES_NO
};

const LATER: SituationRow = SituationRow { label: "Situation nouvelle", since: Date::new(2028, 1, 1), ..LISTED };

national_table! { declare

facts {
    /// The first of two new facts.
    A1 = 22 => FactRow { code: "a1", ..NEW };
    /// The second.
    A2 = 23 => FactRow { code: "a2", ..NEW };
    /// The first of four.
    B1 = 24 => FactRow { code: "b1", ..NEW };
    /// The second.
    B2 = 25 => FactRow { code: "b2", ..NEW };
    /// The third.
    B3 = 26 => FactRow { code: "b3", delicate: true, ..NEW };
    /// The fourth: another percentage, with a threshold of its own.
    B4 = 31 => FactRow { code: "b4", kind: PERCENT.kind, expires: false, threshold: Percent::from_whole(50), ..NEW };
    /// The first of three together.
    C1 = 27 => FactRow { code: "c1", ..NEW };
    /// The second.
    C2 = 28 => FactRow { code: "c2", ..NEW };
    /// The third.
    C3 = 29 => FactRow { code: "c3", ..NEW };
    /// What counts where there is no RQTH.
    D = 30 => FactRow { code: "d", ..NEW };
}

situations {
    /// On new facts.
    OnNewFacts = 1 => SituationRow { code: "onNewFacts", alternatives: &[&[holds(Fact::A1), holds(Fact::A2)]], ..LATER };
    /// On four facts, one of which must be under its threshold.
    OnFourFacts = 4 => SituationRow {
        code: "onFourFacts",
        alternatives: &[&[holds(Fact::B1), holds(Fact::B2)], &[holds(Fact::B3), fails(Fact::B4)]],
        ..LATER
    };
    /// On three facts together.
    OnThreeTogether = 6 => SituationRow {
        code: "onThreeTogether",
        alternatives: &[&[holds(Fact::C1), holds(Fact::C2), holds(Fact::C3)]],
        ..LATER
    };
    /// Shares a fact with the situation of it: one of the two is met where the other fact holds.
    WithoutRqth = 8 => SituationRow {
        code: "withoutRqth",
        alternatives: &[&[fails(Fact::Rqth), holds(Fact::D)]],
        ..LATER
    };
    /// Shares facts with two situations, for two years only.
    ForTwoYears = 10 => SituationRow {
        code: "forTwoYears",
        alternatives: &[&[fails(Fact::A2), holds(Fact::A1), holds(Fact::Statut)]],
        until: Date::new(2029, 12, 31),
        ..LATER
    };
} }
