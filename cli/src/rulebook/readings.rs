//! How the page's silences are read, each to be confirmed by the centre.

use bilan_professionnel::catalogue::{Course, Kickoff, Offer, Price, Spacing, Variant};
use bilan_professionnel::funding::Situation;
use bilan_professionnel::{Catalogue, french};

use super::markdown::{Document, Inline};
use super::{or_dash, settlement};

/// To be ticked by hand.
const BOX: &str = "☐";

pub(super) fn write(book: &mut Document, catalogue: &Catalogue) {
    let offer = catalogue.offer();
    book.heading(2, "Lectures à confirmer");
    book.paragraph(
        "Ces phrases ne sont pas écrites telles quelles par le centre : c’est ainsi que la bibliothèque et le catalogue \
         comprennent ce qu’il laisse ouvert. Cochez celles que vous confirmez ; une lecture qui n’est pas la vôtre se \
         corrige avant la signature.",
    );
    let own = offer.readings.iter().map(|reading| row(&reading.sentence, reading.source.as_ref()));
    let general =
        general(catalogue).into_iter().filter(|(code, _)| !offer.readings.iter().any(|own| own.code == *code));
    let general = general.map(|(_, sentence)| row(&sentence, None));
    let variants = offer.variants.iter().flat_map(|variant| of_variant(offer, variant));
    let rows: Vec<Vec<Inline>> = own.chain(general).chain(variants).collect();
    book.table(["Confirmé", "Lecture", "Passage"], rows);
}

fn row(sentence: &str, source: Option<&String>) -> Vec<Inline> {
    vec![BOX.into(), sentence.into(), or_dash(source)]
}

/// How the library understands any offer, where the catalogue says nothing of its own under the same code.
fn general(catalogue: &Catalogue) -> Vec<(&'static str, String)> {
    let offer = catalogue.offer();
    let kickoff = offer.variants.iter().any(|variant| variant.kickoff().is_some());
    let optional = offer.variants.iter().any(|variant| matches!(variant.kickoff(), Some((_, Kickoff::Optional))));
    let funded = offer.funding.as_ref().is_some_and(|terms| terms.offered);
    let offers =
        |cadence| offer.variants.iter().any(|variant| catalogue.course_of(variant).cadences.contains(&cadence));
    let (fortnightly, monthly) = (offers(Spacing::Fortnightly), offers(Spacing::Monthly));
    let personal_work =
        offer.variants.iter().flat_map(|variant| &variant.steps).any(|step| !catalogue.is_accompanied(step));
    let reference = offer.tariffs.iter().any(|tariff| matches!(tariff.price, Price::Reference(_)));
    let interval = offer
        .tariffs
        .iter()
        .any(|tariff| matches!(tariff.price, Price::Reference(_)) && tariff.indicative.unwrap_or(true));
    let longest = french::hours(offer.course.max_session_hours.unwrap_or(Course::USUAL_SESSION));
    let assumed_term = settlement::assumed_term(catalogue);
    let assumed_cadences = offer.course.cadences.is_empty()
        && offer.variants.iter().any(|variant| variant.course.as_ref().is_none_or(|own| own.cadences.is_empty()));
    let all = [
        (kickoff, "demarrageCompte", "Les heures de la réunion de démarrage comptent dans le total.".to_owned()),
        (true, "seanceDeDeuxHeures", format!("Une séance dure {longest} au plus, sauf demande contraire.")),
        (true, "jourDeSemaine", "Toutes les séances d’un bilan ont lieu le même jour de la semaine.".to_owned()),
        (fortnightly, "bimensuel", "« Chaque quinzaine » veut dire tous les quatorze jours.".to_owned()),
        (monthly, "mensuel", "« Chaque mois » veut dire toutes les quatre semaines.".to_owned()),
        (
            assumed_cadences,
            "cadences",
            "Les séances ont lieu chaque semaine ou tous les quatorze jours, le catalogue ne disant rien d’autre."
                .to_owned(),
        ),
        (assumed_term.is_some(), "echeance", assumed_term.unwrap_or_default()),
        (
            kickoff,
            "demarrageLeJourDeLEchange",
            "La réunion de démarrage a lieu le jour du dernier échange, avant le délai.".to_owned(),
        ),
        (
            reference && optional,
            "prixSansDemarrage",
            "Sans la réunion de démarrage, le montant publié vaut aussi pour les heures de référence diminuées des \
             siennes."
                .to_owned(),
        ),
        (
            reference,
            "prixDansLesDurees",
            "Le montant publié vaut pour un plan qui garde toutes les étapes de l’exemple, dans les durées de \
             l’exemple."
                .to_owned(),
        ),
        (
            interval,
            "ordreDeGrandeur",
            "Pour d’autres heures, un ordre de grandeur est calculé à partir du montant publié et annoncé comme tel."
                .to_owned(),
        ),
        (personal_work, "attestation", "L’attestation de présence compte à part le travail personnel.".to_owned()),
        (
            funded,
            "preuveExpiree",
            "Un justificatif expiré est à renouveler : la situation est alors inconnue, et non écartée.".to_owned(),
        ),
        (
            funded,
            "questions",
            "Les questions sur les situations se suivent de façon à en poser le moins possible, les plus délicates en \
             dernier."
                .to_owned(),
        ),
    ];
    all.into_iter().filter(|(holds, ..)| *holds).map(|(_, code, sentence)| (code, sentence)).collect()
}

/// The objective of a variant and the situations that it suits, which decide between equals.
fn of_variant(offer: &Offer, variant: &Variant) -> Vec<Vec<Inline>> {
    let objective = variant.objective.as_ref().map(|code| {
        let need = offer.needs.iter().find(|need| need.code == *code).map_or(code.as_str(), |need| &need.label);
        row(&format!("{} : son objectif propre est « {need} ».", variant.label), variant.source.as_ref())
    });
    let suits: Vec<String> = variant.suits.iter().map(|code| situation(code)).collect();
    let suits = (!suits.is_empty()).then(|| {
        let sentence = format!("{} : convient dans la situation « {} ».", variant.label, suits.join(" » ou « "));
        row(&sentence, variant.source.as_ref())
    });
    objective.into_iter().chain(suits).collect()
}

fn situation(code: &str) -> String {
    Situation::from_code(code).map_or_else(|| code.to_owned(), |situation| situation.label().to_owned())
}
