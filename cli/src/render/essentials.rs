//! The dossier in a few lines.

use bilan_professionnel::french;
use bilan_professionnel::funding::Outcome;
use bilan_professionnel::pricing::{Quote, Status};
use bilan_professionnel::simulation::Dossier;

use super::View;
use super::page::Page;
use super::style::{GOOD, OPEN, PLAIN, STRONG, WARNING};
use crate::words;

pub(super) fn write(page: &mut Page, view: &View<'_>) {
    let dossier = view.dossier;
    page.field("Évaluation", PLAIN, format!("{}, catalogue {}", view.day(), view.offer.edition));
    page.field("Déclinaison", STRONG, format!("{}, {}", dossier.plan.label, french::hours(dossier.plan.hours)));
    let (style, verdict) = verdict(dossier.funding.outcome);
    page.field("Financement", style, verdict);
    if let Some(quote) = &dossier.quote {
        page.field("Prix", PLAIN, price(quote));
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
    let Dossier { funding, plan, schedule, .. } = view.dossier;
    let mut found = Vec::new();
    let mut note = |number: usize, one: &str, many: &str| {
        if number > 0 {
            found.push(words::count(number, one, many));
        }
    };
    note(funding.expired.len(), "justificatif expiré", "justificatifs expirés");
    note(funding.expiring.len(), "justificatif à renouveler", "justificatifs à renouveler");
    note(plan.warnings.len(), "écart au parcours type", "écarts au parcours type");
    if schedule.as_ref().is_some_and(|schedule| !schedule.within_usual_duration) {
        found.push("durée inhabituelle".to_owned());
    }
    found
}

const fn verdict(outcome: Outcome) -> (anstyle::Style, &'static str) {
    match outcome {
        Outcome::Possible => (GOOD, "Possible : le FIPHFP pourrait financer ce bilan."),
        Outcome::NotListed => (PLAIN, "Hors des situations citées par le FIPHFP : parlez-en à une conseillère."),
        Outcome::Undetermined => (OPEN, "À préciser : il manque des réponses pour se prononcer."),
    }
}

fn price(quote: &Quote<'_>) -> String {
    match (quote.status, quote.amount, quote.indicative) {
        (Status::Free, ..) => "Gratuit.".to_owned(),
        (_, Some(amount), _) => format!("{} TTC.", french::euros(amount)),
        (_, None, Some(between)) => {
            let (low, high) = (french::euros(between.low), french::euros(between.high));
            format!("Sur devis ; à titre indicatif, entre {low} et {high} TTC.")
        }
        (_, None, None) => "Sur devis.".to_owned(),
    }
}

/// « 2 besoins sur 3 ».
pub(super) fn served(served: usize, wanted: usize) -> String {
    format!("{} sur {wanted}", words::count(served, "besoin", "besoins"))
}
