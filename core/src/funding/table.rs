//! The one table of the national rules: facts, then situations, as a lawyer reads them.
//!
//! To add a fact, or a situation, is to add its row: types, codes, masks, verdicts, questions and schemas are made from it.
//! A bit is given out once, written here, and never given to another row; hosts keep masks. A rule that changes is a row
//! that ends (`until`) and another that begins (`since`), so that what was answered before is answered alike.

/// Facts stand in the 32 bits of a mask.
pub(super) const MAX_FACTS: usize = 32;
/// A verdict has two halves of 16 bits: the situations met, and those not met.
pub(super) const MAX_SITUATIONS: usize = 16;
/// The facts that one rule may rest on: a report is kept for each of the 3⁶ states of them.
pub(super) const MAX_FACTS_OF_A_RULE: u32 = 6;
/// The conditions that one rule may be written with: its prime terms are then at most 32.
pub(super) const MAX_CONDITIONS_OF_A_RULE: usize = 8;

/// The edition of the rules; it changes with every row.
pub(super) const EDITION: &str = "2026-11";

/// Where the frequencies of the facts come from, in French, for whoever signs the order of the questions.
///
/// The one published figure that they are held against is the share of beneficiaries of the duty to employ among local
/// agents; how the categories share it, and how much more frequent they are among agents who consider a bilan, is assumed.
pub const FREQUENCIES: &str = "Fréquences supposées, parmi les agents qui envisagent un bilan\u{a0}: aucun chiffre public ne \
    porte sur eux. Repère publié\u{a0}: 6,89\u{a0}% des agents territoriaux étaient bénéficiaires de l’obligation d’emploi \
    fin 2023 (Fonds pour l’insertion des personnes handicapées dans la fonction publique, rapport d’activité 2023). \
    Elles ne servent qu’à ordonner les questions\u{a0}: aucun résultat n’en dépend.";

macro_rules! national_table {
    ($declare:ident $($later:tt)*) => { $declare! {

facts {
    /// The fitness opinion states objective elements on capacity for the present post.
    AvisElementsObjectifs = 0 => FactRow {
        code: "avisElementsObjectifs",
        question: "Votre avis d’aptitude avec restrictions précise-t-il des éléments objectifs sur vos capacités à votre poste actuel\u{a0}?",
        question_about: "L’avis d’aptitude avec restrictions précise-t-il des éléments objectifs sur les capacités de l’agent à son poste actuel\u{a0}?",
        help: Some("Par exemple\u{a0}: éviter les charges au-delà d’un certain poids, ne pas se pencher en avant, ne pas rester longtemps debout. Sans avis d’aptitude avec restrictions, la réponse est non."),
        document: "avis d’aptitude avec restrictions, avec les éléments objectifs sur les capacités",
        name: "éléments objectifs dans l’avis d’aptitude avec restrictions",
        fails: "pas d’éléments objectifs dans un avis d’aptitude avec restrictions",
        frequency: 1200,
        ..YES_NO
    };
    /// That opinion proposes an adaptation of the post.
    AvisAdaptationPoste = 1 => FactRow {
        code: "avisAdaptationPoste",
        question: "Votre avis d’aptitude avec restrictions propose-t-il une adaptation de votre poste de travail\u{a0}?",
        question_about: "L’avis d’aptitude avec restrictions propose-t-il une adaptation du poste de travail de l’agent\u{a0}?",
        help: Some("Sans avis d’aptitude avec restrictions, la réponse est non."),
        document: "avis d’aptitude avec restrictions, avec la proposition d’adaptation du poste",
        name: "adaptation du poste proposée par l’avis d’aptitude avec restrictions",
        fails: "pas d’adaptation du poste proposée par un avis d’aptitude avec restrictions",
        frequency: 7000,
        ..YES_NO
    };
    /// Recognised as a disabled worker (RQTH) by the CDAPH.
    Rqth = 2 => FactRow {
        code: "rqth",
        question: "La commission des droits et de l’autonomie des personnes handicapées (CDAPH) vous a-t-elle accordé la reconnaissance de la qualité de travailleur handicapé (RQTH)\u{a0}?",
        question_about: "La commission des droits et de l’autonomie des personnes handicapées (CDAPH) a-t-elle accordé à l’agent la reconnaissance de la qualité de travailleur handicapé (RQTH)\u{a0}?",
        document: "décision de reconnaissance de la qualité de travailleur handicapé (RQTH), en cours de validité",
        name: "reconnaissance de la qualité de travailleur handicapé (RQTH)",
        fails: "pas de reconnaissance de la qualité de travailleur handicapé (RQTH)",
        frequency: 1500,
        ..YES_NO
    };
    /// Rate of permanent incapacity after a work accident or an occupational disease; holds from 10 %.
    TauxIncapacitePermanente = 3 => FactRow {
        code: "tauxIncapacitePermanente",
        threshold: Percent::from_whole(10),
        question: "Quel est votre taux d’incapacité permanente, après un accident du travail ou une maladie professionnelle\u{a0}?",
        question_about: "Quel est le taux d’incapacité permanente de l’agent, après un accident du travail ou une maladie professionnelle\u{a0}?",
        help: Some("Un pourcentage de 0 à 100. Sans incapacité permanente reconnue, la réponse est 0."),
        document: "notification du taux d’incapacité permanente",
        name: "taux d’incapacité permanente",
        holds: "taux d’incapacité permanente d’au moins 10\u{a0}%",
        fails: "taux d’incapacité permanente inférieur à 10\u{a0}%",
        frequency: 120,
        ..PERCENT
    };
    /// Receives the annuity for that incapacity.
    RenteIncapacitePermanente = 4 => FactRow {
        code: "renteIncapacitePermanente",
        question: "Percevez-vous une rente d’incapacité permanente, après un accident du travail ou une maladie professionnelle\u{a0}?",
        question_about: "L’agent perçoit-il une rente d’incapacité permanente, après un accident du travail ou une maladie professionnelle\u{a0}?",
        document: "notification de la rente d’incapacité permanente",
        name: "rente d’incapacité permanente",
        fails: "pas de rente d’incapacité permanente",
        frequency: 9000,
        ..YES_NO
    };
    /// Receives an invalidity pension.
    PensionInvalidite = 5 => FactRow {
        code: "pensionInvalidite",
        question: "Percevez-vous une pension d’invalidité\u{a0}?",
        question_about: "L’agent perçoit-il une pension d’invalidité\u{a0}?",
        document: "titre de pension d’invalidité",
        name: "pension d’invalidité",
        fails: "pas de pension d’invalidité",
        frequency: 100,
        ..YES_NO
    };
    /// That invalidity reduces working capacity by two thirds at least.
    ReductionCapaciteDeuxTiers = 6 => FactRow {
        code: "reductionCapaciteDeuxTiers",
        question: "Votre invalidité réduit-elle vos capacités de travail d’au moins deux tiers\u{a0}?",
        question_about: "L’invalidité de l’agent réduit-elle ses capacités de travail d’au moins deux tiers\u{a0}?",
        help: Some("Sans invalidité reconnue, la réponse est non."),
        document: "notification de la pension d’invalidité qui précise la réduction des capacités de travail",
        name: "capacités de travail réduites d’au moins deux tiers",
        fails: "capacités de travail réduites de moins de deux tiers",
        frequency: 6000,
        ..YES_NO
    };
    /// Former military.
    AncienMilitaire = 7 => FactRow {
        code: "ancienMilitaire",
        question: "Avez-vous été militaire\u{a0}?",
        question_about: "L’agent a-t-il été militaire\u{a0}?",
        document: "état des services militaires",
        expires: false,
        name: "qualité d’ancien militaire",
        fails: "pas de services militaires",
        frequency: 300,
        ..YES_NO
    };
    /// Receives a military invalidity pension.
    PensionMilitaireInvalidite = 8 => FactRow {
        code: "pensionMilitaireInvalidite",
        question: "Percevez-vous une pension militaire d’invalidité\u{a0}?",
        question_about: "L’agent perçoit-il une pension militaire d’invalidité\u{a0}?",
        document: "titre de pension militaire d’invalidité",
        name: "pension militaire d’invalidité",
        fails: "pas de pension militaire d’invalidité",
        frequency: 300,
        ..YES_NO
    };
    /// Has been a volunteer firefighter.
    SapeurPompierVolontaire = 9 => FactRow {
        code: "sapeurPompierVolontaire",
        question: "Avez-vous été sapeur-pompier volontaire\u{a0}?",
        question_about: "L’agent a-t-il été sapeur-pompier volontaire\u{a0}?",
        document: "attestation de services de sapeur-pompier volontaire",
        expires: false,
        name: "service de sapeur-pompier volontaire",
        fails: "pas de service de sapeur-pompier volontaire",
        frequency: 500,
        ..YES_NO
    };
    /// Receives an invalidity allowance or annuity for an accident in, or a disease from, that service.
    AllocationOuRenteService = 10 => FactRow {
        code: "allocationOuRenteService",
        question: "Percevez-vous une allocation ou une rente d’invalidité pour un accident ou une maladie survenus en service de sapeur-pompier volontaire\u{a0}?",
        question_about: "L’agent perçoit-il une allocation ou une rente d’invalidité pour un accident ou une maladie survenus en service de sapeur-pompier volontaire\u{a0}?",
        document: "notification de l’allocation ou de la rente d’invalidité de sapeur-pompier volontaire",
        name: "allocation ou rente d’invalidité de sapeur-pompier volontaire",
        fails: "pas d’allocation ni de rente d’invalidité de sapeur-pompier volontaire",
        frequency: 100,
        ..YES_NO
    };
    /// Victim of an act of terrorism.
    VictimeTerrorisme = 11 => FactRow {
        code: "victimeTerrorisme",
        question: "Avez-vous été victime d’un acte de terrorisme\u{a0}?",
        question_about: "L’agent a-t-il été victime d’un acte de terrorisme\u{a0}?",
        help: Some("Cette question peut rester sans réponse."),
        document: "document qui reconnaît la qualité de victime d’un acte de terrorisme",
        delicate: true,
        expires: false,
        name: "qualité de victime d’un acte de terrorisme",
        fails: "situation non concernée",
        frequency: 2,
        ..YES_NO
    };
    /// Holds the carte mobilité inclusion marked « invalidité ».
    CmiInvalidite = 12 => FactRow {
        code: "cmiInvalidite",
        question: "Avez-vous une carte mobilité inclusion (CMI) portant la mention «\u{a0}invalidité\u{a0}»\u{a0}?",
        question_about: "L’agent a-t-il une carte mobilité inclusion (CMI) portant la mention «\u{a0}invalidité\u{a0}»\u{a0}?",
        document: "carte mobilité inclusion (CMI) mention «\u{a0}invalidité\u{a0}», en cours de validité",
        name: "carte mobilité inclusion (CMI) mention «\u{a0}invalidité\u{a0}»",
        fails: "pas de carte mobilité inclusion (CMI) mention «\u{a0}invalidité\u{a0}»",
        frequency: 40,
        ..YES_NO
    };
    /// Receives the allocation aux adultes handicapés.
    Aah = 13 => FactRow {
        code: "aah",
        question: "Percevez-vous l’allocation aux adultes handicapés (AAH)\u{a0}?",
        question_about: "L’agent perçoit-il l’allocation aux adultes handicapés (AAH)\u{a0}?",
        help: Some("Cette question peut rester sans réponse."),
        document: "décision d’attribution de l’allocation aux adultes handicapés (AAH), en cours de validité",
        delicate: true,
        name: "allocation aux adultes handicapés (AAH)",
        fails: "situation non concernée",
        frequency: 30,
        ..YES_NO
    };
    /// Receives an allocation temporaire d'invalidité.
    Ati = 14 => FactRow {
        code: "ati",
        question: "Percevez-vous une allocation temporaire d’invalidité (ATI)\u{a0}?",
        question_about: "L’agent perçoit-il une allocation temporaire d’invalidité (ATI)\u{a0}?",
        document: "titre d’allocation temporaire d’invalidité (ATI), en cours de validité",
        name: "allocation temporaire d’invalidité (ATI)",
        fails: "pas d’allocation temporaire d’invalidité (ATI)",
        frequency: 200,
        ..YES_NO
    };
    /// Civil servant (*fonctionnaire*) or contract agent (*contractuel*); holds for a civil servant.
    Statut = 15 => FactRow {
        code: "statut",
        question: "Êtes-vous fonctionnaire ou contractuel\u{a0}?",
        question_about: "L’agent est-il fonctionnaire ou contractuel\u{a0}?",
        document: "arrêté de nomination ou contrat de travail",
        name: "statut (fonctionnaire ou contractuel)",
        holds: "statut de fonctionnaire",
        fails: "statut de contractuel",
        frequency: 7500,
        ..STATUS
    };
    /// In a period of preparation for redeployment (PPR).
    PreparationReclassement = 16 => FactRow {
        code: "preparationReclassement",
        question: "Êtes-vous en période de préparation au reclassement (PPR)\u{a0}?",
        question_about: "L’agent est-il en période de préparation au reclassement (PPR)\u{a0}?",
        document: "convention de période de préparation au reclassement (PPR)",
        name: "période de préparation au reclassement (PPR)",
        fails: "pas de période de préparation au reclassement (PPR)",
        frequency: 500,
        ..YES_NO
    };
    /// Being redeployed.
    Reclassement = 17 => FactRow {
        code: "reclassement",
        question: "Êtes-vous en reclassement\u{a0}?",
        question_about: "L’agent est-il en reclassement\u{a0}?",
        help: Some("Le reclassement est un changement d’emploi, quand l’état de santé ne permet plus d’exercer le sien."),
        document: "courrier de l’employeur qui engage le reclassement",
        name: "reclassement",
        fails: "pas de reclassement",
        frequency: 500,
        ..YES_NO
    };
}

situations {
    /// Fit with restrictions.
    RestrictionsAptitude = 0 => SituationRow {
        code: "restrictionsAptitude",
        group: Group::AptitudeAvecRestrictions,
        label: "Aptitude avec restrictions",
        alternatives: &[&[holds(Fact::AvisElementsObjectifs), holds(Fact::AvisAdaptationPoste)]],
        ..LISTED
    };
    /// Recognised as a disabled worker.
    Rqth = 2 => SituationRow {
        code: "rqth",
        label: "Reconnaissance de la qualité de travailleur handicapé (RQTH)",
        alternatives: &[&[holds(Fact::Rqth)]],
        articles: &[Article::travail("L5212-13, 1°")],
        ..LISTED
    };
    /// Work accident or occupational disease.
    AccidentOuMaladie = 3 => SituationRow {
        code: "accidentOuMaladie",
        label: "Accident du travail ou maladie professionnelle",
        alternatives: &[&[holds(Fact::TauxIncapacitePermanente), holds(Fact::RenteIncapacitePermanente)]],
        articles: &[Article::travail("L5212-13, 2°")],
        ..LISTED
    };
    /// Invalidity pension.
    PensionInvalidite = 5 => SituationRow {
        code: "pensionInvalidite",
        label: "Pension d’invalidité",
        alternatives: &[&[holds(Fact::PensionInvalidite), holds(Fact::ReductionCapaciteDeuxTiers)]],
        articles: &[Article::travail("L5212-13, 3°")],
        ..LISTED
    };
    /// Military invalidity pension.
    PensionMilitaire = 7 => SituationRow {
        code: "pensionMilitaire",
        label: "Pension militaire d’invalidité",
        alternatives: &[&[holds(Fact::AncienMilitaire), holds(Fact::PensionMilitaireInvalidite)]],
        articles: &[Article::travail("L5212-13, 4° et 5°")],
        ..LISTED
    };
    /// Volunteer firefighter.
    SapeurPompier = 9 => SituationRow {
        code: "sapeurPompier",
        label: "Sapeur-pompier volontaire avec allocation ou rente d’invalidité",
        alternatives: &[&[holds(Fact::SapeurPompierVolontaire), holds(Fact::AllocationOuRenteService)]],
        articles: &[Article::travail("L5212-13, 9°")],
        ..LISTED
    };
    /// Victim of terrorism.
    VictimeTerrorisme = 11 => SituationRow {
        code: "victimeTerrorisme",
        label: "Victime d’un acte de terrorisme",
        alternatives: &[&[holds(Fact::VictimeTerrorisme)]],
        ..LISTED
    };
    /// Carte mobilité inclusion « invalidité ».
    CmiInvalidite = 12 => SituationRow {
        code: "cmiInvalidite",
        label: "Carte mobilité inclusion (CMI) mention «\u{a0}invalidité\u{a0}»",
        alternatives: &[&[holds(Fact::CmiInvalidite)]],
        articles: &[Article::travail("L5212-13, 10°")],
        ..LISTED
    };
    /// Allocation aux adultes handicapés.
    Aah = 13 => SituationRow {
        code: "aah",
        label: "Allocation aux adultes handicapés (AAH)",
        alternatives: &[&[holds(Fact::Aah)]],
        articles: &[Article::travail("L5212-13, 11°")],
        ..LISTED
    };
    /// Allocation temporaire d'invalidité.
    Ati = 14 => SituationRow {
        code: "ati",
        label: "Allocation temporaire d’invalidité (ATI)",
        alternatives: &[&[holds(Fact::Ati)]],
        articles: &[Article::fonction_publique("L351-5, 3°")],
        ..LISTED
    };
    /// Redeployment.
    Reclassement = 15 => SituationRow {
        code: "reclassement",
        label: "Période de préparation au reclassement (PPR) ou reclassement",
        alternatives: &[
            &[holds(Fact::Statut), holds(Fact::PreparationReclassement)],
            &[fails(Fact::Statut), holds(Fact::Reclassement)],
        ],
        articles: &[Article::fonction_publique("L351-5, 2°")],
        beside: &[Beside {
            when: &[holds(Fact::Statut), fails(Fact::PreparationReclassement), holds(Fact::Reclassement)],
            sentence: "Fonctionnaire en reclassement, hors période de préparation au reclassement (PPR)\u{a0}: ce cas n’est pas cité, mais la liste n’est pas limitative. À voir avec une conseillère ou un conseiller en évolution professionnelle.",
        }],
        ..LISTED
    };
}

$($later)*

    } };
}
