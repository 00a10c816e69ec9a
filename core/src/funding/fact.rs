//! What a row of the table says of a fact, and sets of facts.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

use super::national::Fact;
use super::table::MAX_FACTS;
use crate::values::Percent;

/// What a fact's answer looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FactKind {
    /// True or false.
    YesNo,
    /// A percentage from 0 to 100, which counts from [`Fact::threshold`].
    Percent,
    /// `fonctionnaire` or `contractuel`.
    Status,
}

/// One row of the table.
#[derive(Clone, Copy)]
pub(super) struct FactRow {
    /// Its place in a mask.
    pub(super) bit: u8,
    /// Its stable code.
    pub(super) code: &'static str,
    /// What its answer looks like.
    pub(super) kind: FactKind,
    /// The percentage from which it holds.
    pub(super) threshold: Percent,
    /// The question to the agent.
    pub(super) question: &'static str,
    /// The question about the agent.
    pub(super) question_about: &'static str,
    /// An example, or what to answer where the question means nothing.
    pub(super) help: Option<&'static str>,
    /// The document that usually proves it.
    pub(super) document: &'static str,
    /// Whether it is asked last, and its answer never thrown back.
    pub(super) delicate: bool,
    /// Whether a proof of it may have a last valid day.
    pub(super) expires: bool,
    /// What it is called, whatever the answer.
    pub(super) name: &'static str,
    /// What it is called when it holds; empty: its name.
    pub(super) holds: &'static str,
    /// What it is called when it does not.
    pub(super) fails: &'static str,
    /// How often it holds, out of ten thousand agents for whom the facts before it in its situation do.
    pub(super) frequency: u16,
}

/// A fact answered by yes or no, whose proof may expire.
pub(super) const YES_NO: FactRow = FactRow {
    bit: 0,
    code: "",
    kind: FactKind::YesNo,
    threshold: Percent::from_whole(0),
    question: "",
    question_about: "",
    help: None,
    document: "",
    delicate: false,
    expires: true,
    name: "",
    holds: "",
    fails: "",
    frequency: 0,
};
/// A fact answered by a percentage.
pub(super) const PERCENT: FactRow = FactRow { kind: FactKind::Percent, expires: false, ..YES_NO };
/// A fact answered by a status.
pub(super) const STATUS: FactRow = FactRow { kind: FactKind::Status, expires: false, ..YES_NO };

/// Refuses, when compiled, a table of facts that masks cannot hold.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs, and is checked, when compiled")]
pub(super) const fn check_facts(rows: &[FactRow]) {
    assert!(rows.len() <= MAX_FACTS, "facts stand in the 32 bits of a mask");
    let (mut seen, mut index) = (0, 0);
    while index < rows.len() {
        let row = rows[index];
        assert!((row.bit as usize) < MAX_FACTS, "facts stand in the 32 bits of a mask");
        assert!(seen & (1u32 << row.bit) == 0, "a bit is given to one fact only");
        assert!(row.frequency <= 10_000, "a frequency is out of ten thousand");
        assert!(!row.expires || matches!(row.kind, FactKind::YesNo), "only a proof of yes or no expires");
        seen |= 1 << row.bit;
        index += 1;
    }
}

/// Every fact, as a mask.
pub(super) const EVERY_FACT: u32 = every(false);
/// The delicate facts, as a mask.
pub(super) const DELICATE: u32 = every(true);

#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs, and is checked, when compiled")]
const fn every(delicate: bool) -> u32 {
    let (mut bits, mut index) = (0, 0);
    while index < Fact::COUNT {
        if !delicate || Fact::ALL[index].is_delicate() {
            bits |= Fact::ALL[index].bit();
        }
        index += 1;
    }
    bits
}

/// The codes of the facts, or of those whose proof may expire, in order, for messages.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs, and is checked, when compiled")]
const fn codes<const N: usize>(dated: bool) -> [&'static str; N] {
    let (mut codes, mut count, mut index) = ([""; N], 0, 0);
    while index < Fact::COUNT {
        if !dated || Fact::ALL[index].can_expire() {
            codes[count] = Fact::ALL[index].code();
            count += 1;
        }
        index += 1;
    }
    codes
}

#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs, and is checked, when compiled")]
const fn count_dated() -> usize {
    let (mut count, mut index) = (0, 0);
    while index < Fact::COUNT {
        count += Fact::ALL[index].can_expire() as usize;
        index += 1;
    }
    count
}

/// Every code.
pub(super) const CODES: [&str; Fact::COUNT] = codes(false);
/// The codes of the facts whose proof may expire.
pub(super) const DATED_CODES: [&str; count_dated()] = codes(true);

impl Fact {
    /// Gives the stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.row().code
    }

    /// Finds the fact of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fact| fact.code() == code)
    }

    /// Tells what its answer looks like.
    #[must_use]
    pub const fn kind(self) -> FactKind {
        self.row().kind
    }

    /// Gives the percentage from which the fact holds; none unless it is answered by one.
    #[must_use]
    pub const fn threshold(self) -> Option<Percent> {
        if matches!(self.kind(), FactKind::Percent) { Some(self.row().threshold) } else { None }
    }

    /// Gives the question to the agent, in French.
    #[must_use]
    pub const fn question(self) -> &'static str {
        self.row().question
    }

    /// Gives the question about the agent, in French.
    #[must_use]
    pub const fn question_about(self) -> &'static str {
        self.row().question_about
    }

    /// Gives an example, or what to answer where the question means nothing, in French, where it helps.
    #[must_use]
    pub const fn help(self) -> Option<&'static str> {
        self.row().help
    }

    /// Gives the document that usually proves it, in French.
    #[must_use]
    pub const fn document(self) -> &'static str {
        self.row().document
    }

    /// Tells whether it is asked last, and its answer never thrown back.
    #[must_use]
    pub const fn is_delicate(self) -> bool {
        self.row().delicate
    }

    /// Gives what the fact is called, whatever the answer, in French.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// Gives what the fact is called when it holds, or when it does not, in French.
    #[must_use]
    pub const fn answered(self, holds: bool) -> &'static str {
        let row = self.row();
        match (holds, row.holds.is_empty()) {
            (false, _) => row.fails,
            (true, true) => row.name,
            (true, false) => row.holds,
        }
    }

    /// Gives how often it is supposed to hold, out of ten thousand agents for whom the facts before it in its situation do.
    ///
    /// It orders the questions and nothing else; [`FREQUENCIES`](super::FREQUENCIES) says where it comes from.
    #[must_use]
    pub const fn frequency(self) -> u16 {
        self.row().frequency
    }

    /// Gives its place in a mask, as a word with one bit.
    #[must_use]
    pub const fn bit(self) -> u32 {
        1 << self.row().bit
    }

    /// Tells whether a proof of it may have a last valid day: what is past, a rate or a status cannot expire.
    #[must_use]
    pub const fn can_expire(self) -> bool {
        self.row().expires
    }
}

impl Serialize for Fact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// A fact is read as a code of a list; as a key of an object it is a `FactMember`.
impl<'de> Deserialize<'de> for Fact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(FactVisitor { listed: true })
    }
}

/// A fact read as a key of an object, where any other key is an unknown field.
pub(super) struct FactMember(pub(super) Fact);

impl<'de> Deserialize<'de> for FactMember {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(FactVisitor { listed: false }).map(Self)
    }
}

struct FactVisitor {
    /// Whether it is an element of a list, where another word is an unknown code and not an unknown field.
    listed: bool,
}

impl Visitor<'_> for FactVisitor {
    type Value = Fact;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("le code d’un fait")
    }

    fn visit_str<E: de::Error>(self, code: &str) -> Result<Fact, E> {
        let refuse = if self.listed { E::unknown_variant } else { E::unknown_field };
        Fact::from_code(code).ok_or_else(|| refuse(code, &CODES))
    }
}
