//! The dossier in a few lines.

use bilan_professionnel::french;
use bilan_professionnel::funding::Outcome;
use bilan_professionnel::pricing::{Quote, Status};

use super::page::Page;
use super::style::{GOOD, OPEN, PLAIN, STRONG, WARNING};
use super::{View, plan, price, variant};
use crate::words;

const FREE: &str = "Gratuit.";

pub(super) fn write(page: &mut Page, view: &View<'_>) {
    let dossier = view.dossier;
    page.field("Évaluation", PLAIN, format!("{}, catalogue {}", view.day(), view.offer.edition));
    page.field(
        "Déclinaison",
        STRONG,
        format!("{}, {}{}", dossier.plan.label, plan::total(&dossier.plan), variant::equality(view)),
    );
    if let Some(funding) = view.funding() {
        let (style, verdict) = verdict(funding.outcome);
        page.field("Financement", style, verdict);
    }
    if let Some(quote) = &dossier.quote {
        page.field("Prix", PLAIN, in_short(quote));
    } else if view.is_free() {
        page.field("Prix", PLAIN, FREE);
    }
    if let Some(schedule) = &dossier.schedule {
        page.field("Calendrier", PLAIN, &schedule.explanation);
    }
    let attention = attention(view);
    if !attention.is_empty() {
        page.field("Attention", WARNING, attention.join(" ; ") + ".");
    }
}

/// What the sections below warn of.
fn attention(view: &View<'_>) -> Vec<String> {
    let dossier = view.dossier;
    let mut found = Vec::new();
    let mut note = |number: usize, one: &str, many: &str| {
        if number > 0 {
            found.push(words::count(number, one, many));
        }
    };
    if let Some(funding) = view.funding() {
        note(funding.expired.len(), "justificatif expiré", "justificatifs expirés");
        note(funding.expiring.len(), "justificatif à renouveler", "justificatifs à renouveler");
    }
    note(dossier.plan.warnings.len(), "écart au parcours type", "écarts au parcours type");
    let calendar = dossier.schedule.as_ref().map_or(0, |schedule| schedule.warnings.len());
    note(calendar.saturating_add(dossier.warnings.len()), "remarque sur le calendrier", "remarques sur le calendrier");
    found
}

const fn verdict(outcome: Outcome) -> (anstyle::Style, &'static str) {
    match outcome {
        Outcome::Possible => (
            GOOD,
            "Possible : le Fonds pour l’insertion des personnes handicapées dans la fonction publique (FIPHFP) pourrait \
             financer ce bilan en totalité.",
        ),
        Outcome::NotListed => (PLAIN, "À voir avec une conseillère ou un conseiller."),
        Outcome::Undetermined => (OPEN, "À préciser : il manque des réponses pour se prononcer."),
    }
}

fn in_short(quote: &Quote<'_>) -> String {
    let tax = price::tax(quote);
    match (quote.status, quote.amount, quote.indicative) {
        (Status::Free, ..) => FREE.to_owned(),
        (_, Some(amount), _) => format!("{}{tax}.", french::euros(amount)),
        (_, None, Some(between)) => {
            let (low, high) = (french::euros(between.low), french::euros(between.high));
            format!("Sur devis ; ordre de grandeur calculé : entre {low} et {high}{tax}.")
        }
        (_, None, None) => "Sur devis.".to_owned(),
    }
}

/// « 2 besoins sur 3 ».
pub(super) fn served(served: usize, wanted: usize) -> String {
    format!("{} sur {wanted}", words::count(served, "besoin", "besoins"))
}
