//! The eleven situations that the FIPHFP's list names: the one table from which every verdict is derived.

use serde::ser::{Serialize, Serializer};

use super::fact::Fact;

/// A listed situation. Declared in the order of the table, which is the order of every list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
#[repr(u8)]
pub enum Situation {
    /// Fit with restrictions.
    RestrictionsAptitude,
    /// Recognised as a disabled worker.
    Rqth,
    /// Work accident or occupational disease.
    AccidentOuMaladie,
    /// Invalidity pension.
    PensionInvalidite,
    /// Military invalidity pension.
    PensionMilitaire,
    /// Volunteer firefighter.
    SapeurPompier,
    /// Victim of terrorism.
    VictimeTerrorisme,
    /// Carte mobilité inclusion « invalidité ».
    CmiInvalidite,
    /// Allocation aux adultes handicapés.
    Aah,
    /// Allocation temporaire d'invalidité.
    Ati,
    /// Redeployment.
    Reclassement,
}

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The fact.
    pub fact: Fact,
    /// Whether it must hold; for [`Fact::Statut`], true for a civil servant.
    pub holds: bool,
}

const fn holds(fact: Fact) -> Condition {
    Condition { fact, holds: true }
}

const fn fails(fact: Fact) -> Condition {
    Condition { fact, holds: false }
}

/// One row of the table.
pub(super) struct Row {
    pub(super) code: &'static str,
    pub(super) group: Group,
    pub(super) label: &'static str,
    pub(super) source: &'static str,
    /// The situation is met when all the conditions of one of these lists are.
    pub(super) alternatives: &'static [&'static [Condition]],
}

/// The table, in the order of [`Situation`].
pub(super) static TABLE: [Row; Situation::COUNT] = [
    Row {
        code: "restrictionsAptitude",
        group: Group::AptitudeAvecRestrictions,
        label: "Apte avec restrictions",
        source: "Page du CDG29, rubrique « Financement », aptitude avec restrictions",
        alternatives: &[&[holds(Fact::AvisElementsObjectifs), holds(Fact::AvisAdaptationPoste)]],
    },
    Row {
        code: "rqth",
        group: Group::ObligationEmploi,
        label: "Travailleur handicapé reconnu (RQTH)",
        source: "Page du CDG29, rubrique « Financement » ; code du travail, L5212-13, 1°",
        alternatives: &[&[holds(Fact::Rqth)]],
    },
    Row {
        code: "accidentOuMaladie",
        group: Group::ObligationEmploi,
        label: "Accident du travail ou maladie professionnelle",
        source: "Page du CDG29, rubrique « Financement » ; code du travail, L5212-13, 2°",
        alternatives: &[&[holds(Fact::TauxIncapacitePermanente), holds(Fact::RenteIncapacitePermanente)]],
    },
    Row {
        code: "pensionInvalidite",
        group: Group::ObligationEmploi,
        label: "Pension d’invalidité",
        source: "Page du CDG29, rubrique « Financement » ; code du travail, L5212-13, 3°",
        alternatives: &[&[holds(Fact::PensionInvalidite), holds(Fact::ReductionCapaciteDeuxTiers)]],
    },
    Row {
        code: "pensionMilitaire",
        group: Group::ObligationEmploi,
        label: "Ancien militaire avec pension d’invalidité",
        source: "Page du CDG29, rubrique « Financement » ; code du travail, L5212-13, 4° et 5° (code des pensions militaires)",
        alternatives: &[&[holds(Fact::AncienMilitaire), holds(Fact::PensionMilitaireInvalidite)]],
    },
    Row {
        code: "sapeurPompier",
        group: Group::ObligationEmploi,
        label: "Sapeur-pompier volontaire avec allocation ou rente",
        source: "Page du CDG29, rubrique « Financement » ; code du travail, L5212-13, 9°",
        alternatives: &[&[holds(Fact::SapeurPompierVolontaire), holds(Fact::AllocationOuRenteService)]],
    },
    Row {
        code: "victimeTerrorisme",
        group: Group::ObligationEmploi,
        label: "Victime d’un acte de terrorisme",
        source: "Page du CDG29, rubrique « Financement »",
        alternatives: &[&[holds(Fact::VictimeTerrorisme)]],
    },
    Row {
        code: "cmiInvalidite",
        group: Group::ObligationEmploi,
        label: "Carte mobilité inclusion « invalidité »",
        source: "Page du CDG29, rubrique « Financement » ; code du travail, L5212-13, 10°",
        alternatives: &[&[holds(Fact::CmiInvalidite)]],
    },
    Row {
        code: "aah",
        group: Group::ObligationEmploi,
        label: "Allocation aux adultes handicapés (AAH)",
        source: "Page du CDG29, rubrique « Financement » ; code du travail, L5212-13, 11°",
        alternatives: &[&[holds(Fact::Aah)]],
    },
    Row {
        code: "ati",
        group: Group::ObligationEmploi,
        label: "Allocation temporaire d’invalidité (ATI)",
        source: "Page du CDG29, rubrique « Financement »",
        alternatives: &[&[holds(Fact::Ati)]],
    },
    Row {
        code: "reclassement",
        group: Group::ObligationEmploi,
        label: "Préparation au reclassement ou reclassement",
        source: "Page du CDG29, rubrique « Financement »",
        alternatives: &[
            &[holds(Fact::Statut), holds(Fact::PreparationReclassement)],
            &[fails(Fact::Statut), holds(Fact::Reclassement)],
        ],
    },
];

impl Situation {
    /// How many situations there are.
    pub const COUNT: usize = 11;

    /// All of them, in order.
    pub const ALL: [Self; Self::COUNT] = [
        Self::RestrictionsAptitude,
        Self::Rqth,
        Self::AccidentOuMaladie,
        Self::PensionInvalidite,
        Self::PensionMilitaire,
        Self::SapeurPompier,
        Self::VictimeTerrorisme,
        Self::CmiInvalidite,
        Self::Aah,
        Self::Ati,
        Self::Reclassement,
    ];

    #[expect(clippy::indexing_slicing, reason = "as many rows as situations")]
    pub(super) const fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.row().code
    }

    /// The situation of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|situation| situation.code() == code)
    }

    /// The group of the list it belongs to.
    #[must_use]
    pub const fn group(self) -> Group {
        self.row().group
    }

    /// French label.
    #[must_use]
    pub const fn label(self) -> &'static str {
        self.row().label
    }

    /// Section of the page and article of law.
    #[must_use]
    pub const fn source(self) -> &'static str {
        self.row().source
    }

    /// The situation is met when all the conditions of one of these lists are.
    #[must_use]
    pub const fn alternatives(self) -> &'static [&'static [Condition]] {
        self.row().alternatives
    }

    /// Its place in a verdict: the bit of the first fact of its rule.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "every rule has a first condition")]
    pub const fn bit(self) -> u32 {
        self.row().alternatives[0][0].fact.bit()
    }
}

impl Serialize for Situation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// A set of situations, in the order of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SituationSet(pub(super) u32);

impl SituationSet {
    /// The set as a mask of [`Situation::bit`].
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether that situation is one of them.
    #[must_use]
    pub const fn contains(self, situation: Situation) -> bool {
        self.0 & situation.bit() != 0
    }

    /// The situations, in order.
    pub fn iter(self) -> impl Iterator<Item = Situation> {
        Situation::ALL.into_iter().filter(move |situation| self.contains(*situation))
    }
}

impl Serialize for SituationSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{Situation, SituationSet};

    impl JsonSchema for SituationSet {
        fn schema_name() -> Cow<'static, str> {
            "SituationSet".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let situation = generator.subschema_for::<Situation>();
            json_schema!({ "type": "array", "items": situation, "uniqueItems": true })
        }
    }
}
