//! The eighteen facts on which the FIPHFP's listed situations rest.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

/// A fact about the agent. Declared in the order of the table, which is the order of every list.
///
/// In a mask, fact number *n* is bit *n*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
#[repr(u8)]
pub enum Fact {
    /// The fitness opinion states objective elements on capacity for the present post.
    AvisElementsObjectifs,
    /// That opinion proposes an adaptation of the post.
    AvisAdaptationPoste,
    /// Recognised as a disabled worker (RQTH) by the CDAPH.
    Rqth,
    /// Rate of permanent incapacity after a work accident or an occupational disease; holds from 10 %.
    TauxIncapacitePermanente,
    /// Receives the annuity for that incapacity.
    RenteIncapacitePermanente,
    /// Receives an invalidity pension.
    PensionInvalidite,
    /// That invalidity reduces working capacity by two thirds at least.
    ReductionCapaciteDeuxTiers,
    /// Former military.
    AncienMilitaire,
    /// Receives a military invalidity pension.
    PensionMilitaireInvalidite,
    /// Has been a volunteer firefighter.
    SapeurPompierVolontaire,
    /// Receives an invalidity allowance or annuity for an accident in, or a disease from, that service.
    AllocationOuRenteService,
    /// Victim of an act of terrorism.
    VictimeTerrorisme,
    /// Holds the carte mobilité inclusion marked « invalidité ».
    CmiInvalidite,
    /// Receives the allocation aux adultes handicapés.
    Aah,
    /// Receives an allocation temporaire d'invalidité.
    Ati,
    /// Civil servant (*fonctionnaire*) or contract agent (*contractuel*); holds for a civil servant.
    Statut,
    /// In a period of preparation for redeployment (PPR).
    PreparationReclassement,
    /// Being redeployed.
    Reclassement,
}

/// What a fact's answer looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// True or false.
    Flag,
    /// A percentage from 0 to 100, which counts from [`RATE_THRESHOLD`].
    Rate,
    /// `fonctionnaire` or `contractuel`.
    Status,
}

/// The rate of permanent incapacity from which the fact holds, in percent (code du travail, L5212-13, 2°).
pub const RATE_THRESHOLD: f64 = 10.0;

/// One row of the table: code, kind, the question, and what it is called when it holds or does not.
struct Row {
    code: &'static str,
    kind: FactKind,
    question: &'static str,
    held: &'static str,
}

const fn flag(code: &'static str, question: &'static str, held: &'static str) -> Row {
    Row { code, kind: FactKind::Flag, question, held }
}

/// The table, in the order of [`Fact`].
static TABLE: [Row; Fact::COUNT] = [
    flag(
        "avisElementsObjectifs",
        "L’avis d’aptitude avec restrictions précise-t-il des éléments objectifs sur les capacités de l’agent à son poste ?",
        "éléments objectifs dans l’avis d’aptitude",
    ),
    flag(
        "avisAdaptationPoste",
        "L’avis d’aptitude avec restrictions propose-t-il une adaptation du poste de travail ?",
        "adaptation du poste proposée par l’avis d’aptitude",
    ),
    flag(
        "rqth",
        "L’agent est-il reconnu travailleur handicapé (RQTH) par la CDAPH ?",
        "reconnaissance de travailleur handicapé (RQTH)",
    ),
    Row {
        code: "tauxIncapacitePermanente",
        kind: FactKind::Rate,
        question: "Quel est le taux d’incapacité permanente après un accident du travail ou une maladie professionnelle ?",
        held: "taux d’incapacité permanente d’au moins 10 %",
    },
    flag(
        "renteIncapacitePermanente",
        "L’agent perçoit-il une rente d’incapacité permanente (accident du travail ou maladie professionnelle) ?",
        "rente d’incapacité permanente",
    ),
    flag("pensionInvalidite", "L’agent perçoit-il une pension d’invalidité ?", "pension d’invalidité"),
    flag(
        "reductionCapaciteDeuxTiers",
        "L’invalidité de l’agent réduit-elle sa capacité de travail d’au moins deux tiers ?",
        "capacité de travail réduite d’au moins deux tiers",
    ),
    flag("ancienMilitaire", "L’agent est-il un ancien militaire ?", "qualité d’ancien militaire"),
    flag(
        "pensionMilitaireInvalidite",
        "L’agent perçoit-il une pension militaire d’invalidité ?",
        "pension militaire d’invalidité",
    ),
    flag(
        "sapeurPompierVolontaire",
        "L’agent a-t-il été sapeur-pompier volontaire ?",
        "service de sapeur-pompier volontaire",
    ),
    flag(
        "allocationOuRenteService",
        "L’agent perçoit-il une allocation ou une rente d’invalidité liée à son service de sapeur-pompier volontaire ?",
        "allocation ou rente d’invalidité de sapeur-pompier volontaire",
    ),
    flag(
        "victimeTerrorisme",
        "L’agent a-t-il été victime d’un acte de terrorisme ?",
        "qualité de victime d’un acte de terrorisme",
    ),
    flag(
        "cmiInvalidite",
        "L’agent a-t-il la carte mobilité inclusion (CMI) avec la mention « invalidité » ?",
        "carte mobilité inclusion (CMI) mention « invalidité »",
    ),
    flag(
        "aah",
        "L’agent perçoit-il l’allocation aux adultes handicapés (AAH) ?",
        "allocation aux adultes handicapés (AAH)",
    ),
    flag(
        "ati",
        "L’agent perçoit-il une allocation temporaire d’invalidité (ATI) ?",
        "allocation temporaire d’invalidité (ATI)",
    ),
    Row {
        code: "statut",
        kind: FactKind::Status,
        question: "L’agent est-il fonctionnaire ou contractuel ?",
        held: "statut de fonctionnaire",
    },
    flag(
        "preparationReclassement",
        "L’agent est-il en période de préparation au reclassement (PPR) ?",
        "période de préparation au reclassement (PPR)",
    ),
    flag("reclassement", "L’agent est-il en reclassement ?", "reclassement en cours"),
];

/// Codes, in the order of [`Fact`], for messages.
const CODES: [&str; Fact::COUNT] = {
    let mut codes = [""; Fact::COUNT];
    let mut index = 0;
    while index < Fact::COUNT {
        #[expect(clippy::indexing_slicing, reason = "checked when compiled")]
        {
            codes[index] = TABLE[index].code;
            index += 1;
        }
    }
    codes
};

impl Fact {
    /// How many facts there are.
    pub const COUNT: usize = 18;

    /// All of them, in order.
    pub const ALL: [Self; Self::COUNT] = [
        Self::AvisElementsObjectifs,
        Self::AvisAdaptationPoste,
        Self::Rqth,
        Self::TauxIncapacitePermanente,
        Self::RenteIncapacitePermanente,
        Self::PensionInvalidite,
        Self::ReductionCapaciteDeuxTiers,
        Self::AncienMilitaire,
        Self::PensionMilitaireInvalidite,
        Self::SapeurPompierVolontaire,
        Self::AllocationOuRenteService,
        Self::VictimeTerrorisme,
        Self::CmiInvalidite,
        Self::Aah,
        Self::Ati,
        Self::Statut,
        Self::PreparationReclassement,
        Self::Reclassement,
    ];

    #[expect(clippy::indexing_slicing, reason = "as many rows as facts")]
    const fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.row().code
    }

    /// The fact of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fact| fact.code() == code)
    }

    /// What its answer looks like.
    #[must_use]
    pub const fn kind(self) -> FactKind {
        self.row().kind
    }

    /// The question to ask, in French.
    #[must_use]
    pub const fn question(self) -> &'static str {
        self.row().question
    }

    /// What the fact is called when it holds, or when it does not and that is what a condition asks for.
    #[must_use]
    pub const fn name(self, holds: bool) -> &'static str {
        match (self.kind(), holds) {
            (FactKind::Status, false) => "statut de contractuel",
            _ => self.row().held,
        }
    }

    /// Its place in a mask.
    #[must_use]
    pub const fn bit(self) -> u32 {
        1 << self as u8
    }

    /// Whether a proof of it may have a last valid day.
    #[must_use]
    pub const fn can_expire(self) -> bool {
        matches!(self.kind(), FactKind::Flag)
    }
}

impl Serialize for Fact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// A fact is read as a key of an object: any other key is an unknown field.
impl<'de> Deserialize<'de> for Fact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FactVisitor;

        impl Visitor<'_> for FactVisitor {
            type Value = Fact;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("le code d’un fait")
            }

            fn visit_str<E: de::Error>(self, code: &str) -> Result<Fact, E> {
                Fact::from_code(code).ok_or_else(|| E::unknown_field(code, &CODES))
            }
        }

        deserializer.deserialize_identifier(FactVisitor)
    }
}

/// A set of facts, in the order of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FactSet(pub(super) u32);

impl FactSet {
    /// The set as a mask.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether that fact is one of them.
    #[must_use]
    pub const fn contains(self, fact: Fact) -> bool {
        self.0 & fact.bit() != 0
    }

    /// The facts, in order.
    pub fn iter(self) -> impl Iterator<Item = Fact> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let first = Fact::ALL.get(left.trailing_zeros() as usize)?;
            left &= !first.bit();
            Some(*first)
        })
    }
}

impl FromIterator<Fact> for FactSet {
    fn from_iter<I: IntoIterator<Item = Fact>>(facts: I) -> Self {
        Self(facts.into_iter().fold(0, |bits, fact| bits | fact.bit()))
    }
}

impl Serialize for FactSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{Fact, FactSet};

    impl JsonSchema for FactSet {
        fn schema_name() -> Cow<'static, str> {
            "FactSet".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let fact = generator.subschema_for::<Fact>();
            json_schema!({ "type": "array", "items": fact, "uniqueItems": true })
        }
    }
}
