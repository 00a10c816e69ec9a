//! What the reader is told around the plan: who accompanies, what comes before, means, what a bilan is not.

use bilan_professionnel::catalogue::{Companion, Topic};
use bilan_professionnel::french;

use super::View;
use super::page::Page;
use super::style::{MARK_NO, PLAIN, QUIET, STRONG};

const BEFORE_HEADING: &str = "Avant le bilan";
/// What an agent wants to know before the start, in the order in which it is told.
const BEFORE: [&str; 2] = ["avant", "delai"];
/// How a bilan goes.
const MEANS: [&str; 6] =
    ["confidentialite", "methode", "lieux", "moyensTechniques", "moyensMateriels", "accessibilite"];
/// What else is to be known.
const BESIDE: [&str; 3] = ["origine", "tarifs", "differenceBilanDeCompetences"];

/// Who accompanies the agent.
pub(super) fn accompaniment(page: &mut Page, view: &View<'_>) {
    let concerned = |companion: &&Companion| {
        companion.variants.as_ref().is_none_or(|codes| codes.iter().any(|code| code == view.dossier.plan.variant))
    };
    let companions: Vec<&Companion> = view.offer.accompaniment.iter().filter(concerned).collect();
    if companions.is_empty() {
        return;
    }
    page.heading(if view.is_for_employer() { "Qui accompagne l’agent" } else { "Qui vous accompagne" });
    for companion in companions {
        page.paragraph(STRONG, &companion.label);
        page.paragraph(PLAIN, &companion.part);
    }
}

/// What comes before the start, and why there is a delay.
pub(super) fn before(page: &mut Page, view: &View<'_>) {
    let course = &view.offer.course;
    let topics = view.topics(&BEFORE);
    if topics.is_empty() && course.before.is_empty() {
        return;
    }
    page.heading(BEFORE_HEADING);
    if topics.is_empty() {
        for step in &course.before {
            page.marked(QUIET, MARK_NO, PLAIN, &step.label);
        }
    }
    write(page, &topics);
}

/// Means and method, and what else is to be known.
pub(super) fn means(page: &mut Page, view: &View<'_>) {
    for (heading, codes) in [("Moyens et méthode", &MEANS[..]), ("Bon à savoir", &BESIDE[..])] {
        let topics = view.topics(codes);
        if !topics.is_empty() {
            page.heading(heading);
            write(page, &topics);
        }
    }
}

/// Where and when, and what is to be paid, for an employer.
pub(super) fn for_employer(page: &mut Page, view: &View<'_>) {
    let (course, terms) = (&view.offer.course, &view.offer.settlement);
    page.heading("Organisation et règlement");
    let places: Vec<&str> = course.sites.iter().chain(&course.remote).map(|place| place.label.as_str()).collect();
    if !places.is_empty() {
        page.field("Lieux", PLAIN, places.join(" · "));
    }
    if let Some(working_time) = &course.working_time {
        page.field("Temps", PLAIN, working_time);
    }
    let documents: Vec<&str> = terms.documents.iter().map(|document| document.label.as_str()).collect();
    if !documents.is_empty() {
        page.field("À la fin", PLAIN, documents.join(" · "));
    }
    if let Some(payee) = terms.payee.as_ref().filter(|_| !view.is_free()) {
        let days = terms.days_to_pay();
        page.field("Facture", PLAIN, format!("{days} jours à partir de sa réception, à l’ordre de : {payee}"));
    }
    page.field("Édité pour", QUIET, format!("l’employeur, le {}", french::date(view.case.on)));
}

fn write(page: &mut Page, topics: &[&Topic]) {
    for (place, topic) in topics.iter().enumerate() {
        if place > 0 {
            page.gap();
        }
        if topic.title != BEFORE_HEADING {
            page.paragraph(STRONG, &topic.title);
        }
        page.paragraph(PLAIN, topic.sentences.join(" "));
    }
}
