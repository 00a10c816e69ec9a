//! What a row of the table says of a situation, and sets of situations.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::answers::Statut;
use super::fact::FactKind;
use super::national::{Fact, Situation};
use super::table::{MAX_CONDITIONS_OF_A_RULE, MAX_FACTS_OF_A_RULE, MAX_SITUATIONS};
use crate::values::Date;

/// The two groups of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Group {
    /// Persons fit with restrictions.
    AptitudeAvecRestrictions,
    /// Beneficiaries of the duty to employ disabled workers (*obligation d'emploi*).
    ObligationEmploi,
}

/// One condition: a fact that must hold, or that must not.
///
/// # Format
/// In JSON the answer that fulfils it: `{"fact":"rqth","is":true}`, `{"fact":"statut","is":"contractuel"}`,
/// `{"fact":"tauxIncapacitePermanente","atLeast":10}`; a percentage that must stay under its threshold is `below` it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The fact.
    pub fact: Fact,
    /// Whether it must hold; for [`Fact::Statut`], true for a civil servant.
    pub holds: bool,
}

pub(super) const fn holds(fact: Fact) -> Condition {
    Condition { fact, holds: true }
}

pub(super) const fn fails(fact: Fact) -> Condition {
    Condition { fact, holds: false }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut condition = serializer.serialize_map(Some(2))?;
        condition.serialize_entry("fact", &self.fact)?;
        match (self.fact.kind(), self.holds) {
            (FactKind::YesNo, holds) => condition.serialize_entry("is", &holds)?,
            (FactKind::Status, holds) => condition.serialize_entry("is", &Statut::of(holds))?,
            (FactKind::Percent, true) => condition.serialize_entry("atLeast", &self.fact.threshold())?,
            (FactKind::Percent, false) => condition.serialize_entry("below", &self.fact.threshold())?,
        }
        condition.end()
    }
}

/// An article of a code that a situation rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Article {
    /// The code's name, in French.
    pub code: &'static str,
    /// Identifier of the article in it, with the number of its item: `L5212-13, 1°`.
    pub article: &'static str,
    /// Address of the article, or of its code.
    pub url: &'static str,
}

impl Article {
    pub(super) const fn travail(article: &'static str) -> Self {
        let url = "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000033220318";
        Self { code: "Code du travail", article, url }
    }

    pub(super) const fn fonction_publique(article: &'static str) -> Self {
        let url = "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000044416551";
        Self { code: "Code général de la fonction publique", article, url }
    }
}

/// A case that a rule leaves out, and about which more is said than that.
#[derive(Clone, Copy)]
pub(super) struct Beside {
    /// What must be known for the sentence to be said.
    pub(super) when: &'static [Condition],
    /// What is said, in French.
    pub(super) sentence: &'static str,
}

/// One row of the table.
#[derive(Clone, Copy)]
pub(super) struct SituationRow {
    /// Its place in each half of a verdict.
    pub(super) bit: u8,
    /// Its stable code.
    pub(super) code: &'static str,
    pub(super) group: Group,
    /// French label.
    pub(super) label: &'static str,
    /// It is met when all the conditions of one of these lists are.
    pub(super) alternatives: &'static [&'static [Condition]],
    /// The first day on which it is in force; none known: always.
    pub(super) since: Option<Date>,
    /// The last day on which it is in force; none: it still is.
    pub(super) until: Option<Date>,
    /// The national texts it rests on.
    pub(super) articles: &'static [Article],
    /// What is said of cases that the rule leaves out.
    pub(super) beside: &'static [Beside],
}

/// A situation of beneficiaries of the duty to employ disabled workers, in force without a known first day.
pub(super) const LISTED: SituationRow = SituationRow {
    bit: 0,
    code: "",
    group: Group::ObligationEmploi,
    label: "",
    alternatives: &[],
    since: None,
    until: None,
    articles: &[],
    beside: &[],
};

/// Refuses, when compiled, a table of situations that verdicts cannot hold.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs, and is checked, when compiled")]
pub(super) const fn check_situations(rows: &[SituationRow]) {
    assert!(rows.len() <= MAX_SITUATIONS, "a verdict has two halves of 16 bits");
    let (mut seen, mut index) = (0, 0);
    while index < rows.len() {
        let row = rows[index];
        assert!((row.bit as usize) < MAX_SITUATIONS, "a verdict has two halves of 16 bits");
        assert!(seen & (1u32 << row.bit) == 0, "a bit is given to one situation only");
        seen |= 1 << row.bit;
        let (mut facts, mut conditions, mut alternative) = (0u32, 0, 0);
        while alternative < row.alternatives.len() {
            let mut condition = 0;
            while condition < row.alternatives[alternative].len() {
                facts |= row.alternatives[alternative][condition].fact.bit();
                condition += 1;
            }
            assert!(condition > 0, "an alternative without a condition is always met");
            conditions += condition;
            alternative += 1;
        }
        assert!(conditions > 0, "a situation without an alternative is never met");
        assert!(conditions <= MAX_CONDITIONS_OF_A_RULE, "a rule has more prime terms than its list has places");
        assert!(facts.count_ones() <= MAX_FACTS_OF_A_RULE, "a report is kept for each state of a rule's facts");
        index += 1;
    }
}

impl Situation {
    /// Gives the stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.row().code
    }

    /// Finds the situation of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|situation| situation.code() == code)
    }

    /// Gives the group of the list it belongs to.
    #[must_use]
    pub const fn group(self) -> Group {
        self.row().group
    }

    /// Gives the French label.
    #[must_use]
    pub const fn label(self) -> &'static str {
        self.row().label
    }

    /// Gives the national texts it rests on. Where a centre's page names it is said by the centre's catalogue.
    #[must_use]
    pub const fn articles(self) -> &'static [Article] {
        self.row().articles
    }

    /// Gives its rule: the situation is met when all the conditions of one of these lists are.
    #[must_use]
    pub const fn alternatives(self) -> &'static [&'static [Condition]] {
        self.row().alternatives
    }

    /// Gives the first day on which it is in force; none where it has no known first day.
    #[must_use]
    pub const fn since(self) -> Option<Date> {
        self.row().since
    }

    /// Gives the last day on which it is in force; none while it has none.
    #[must_use]
    pub const fn until(self) -> Option<Date> {
        self.row().until
    }

    /// Tells whether it is in force on that day.
    #[must_use]
    pub fn is_in_force(self, on: Date) -> bool {
        self.since().is_none_or(|since| since <= on) && self.until().is_none_or(|until| on <= until)
    }

    /// Gives its place in a verdict, as a word with one of the bits 0 to 15.
    #[must_use]
    pub const fn bit(self) -> u32 {
        1 << self.row().bit
    }
}

impl Serialize for Situation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
