//! Which variant, and why.

use bilan_professionnel::catalogue::Labelled;
use bilan_professionnel::orientation::Ranked;

use super::View;
use super::essentials::served;
use super::page::Page;
use super::style::{GOOD, MARK_NO, MARK_YES, PLAIN, QUIET, STRONG};

pub(super) fn write(page: &mut Page, view: &View<'_>) {
    let plan = &view.dossier.plan;
    page.heading("Déclinaison");
    page.paragraph(STRONG, plan.label);
    if view.is_for_employer() {
        // What a variant is for may say something of the agent's health.
        return;
    }
    if let Some(variant) = view.variant() {
        page.paragraph(PLAIN, &variant.purpose);
        for objective in &variant.objectives {
            page.marked(QUIET, MARK_NO, PLAIN, objective);
        }
    }
    let Some(recommendation) = &view.dossier.recommendation else {
        page.gap();
        page.paragraph(QUIET, "Déclinaison choisie sans que des besoins aient été indiqués.");
        return;
    };
    let Some(chosen) = recommendation.ranking.iter().find(|ranked| ranked.variant == plan.variant) else { return };
    page.gap();
    page.paragraph(PLAIN, &recommendation.explanation);
    page.gap();
    for need in labels(&view.offer.needs, &chosen.served) {
        page.marked(GOOD, MARK_YES, PLAIN, need);
    }
    for need in labels(&view.offer.needs, &chosen.unserved) {
        page.marked(QUIET, MARK_NO, QUIET, format!("{need} (hors de cette déclinaison)"));
    }
    page.gap();
    page.field("Répond à", PLAIN, format!("{}{}", score(chosen), choice(view, chosen)));
    let others = recommendation.ranking.iter().filter(|ranked| ranked.variant != plan.variant);
    let others: Vec<String> = others.map(|other| format!("{} ({})", other.label, fraction(other))).collect();
    if !others.is_empty() {
        page.field("Autres", QUIET, others.join(", "));
    }
}

/// The labels of those needs.
fn labels<'a>(needs: &'a [Labelled], codes: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    codes.iter().map(|code| needs.iter().find(|need| need.code == *code).map_or(*code, |need| need.label.as_str()))
}

fn wanted(ranked: &Ranked<'_>) -> usize {
    ranked.served.len().saturating_add(ranked.unserved.len())
}

fn score(ranked: &Ranked<'_>) -> String {
    served(ranked.served.len(), wanted(ranked))
}

fn fraction(ranked: &Ranked<'_>) -> String {
    format!("{}/{}", ranked.served.len(), wanted(ranked))
}

/// Whether the ranking or the case chose the variant, and whether another one is its equal.
fn choice(view: &View<'_>, chosen: &Ranked<'_>) -> &'static str {
    let best = view.dossier.recommendation.as_ref().and_then(|found| found.ranking.first());
    match &view.case.variant {
        Some(_) if best.is_some_and(|best| best.served.len() > chosen.served.len()) => {
            " ; déclinaison choisie, une autre répond à plus de besoins"
        }
        Some(_) => " ; déclinaison choisie",
        None => equality(view),
    }
}

/// What is said of a variant that comes first, and that others equal: the order alone put it there.
pub(super) fn equality(view: &View<'_>) -> &'static str {
    let ranking = view.dossier.recommendation.as_ref().map_or(&[][..], |found| &found.ranking);
    let Some(first) = ranking.first().filter(|first| first.tied && view.case.variant.is_none()) else { return "" };
    match ranking.iter().filter(|other| is_equal(other, first)).count() {
        2 => " ; à égalité avec une autre",
        _ => " ; à égalité avec d’autres",
    }
}

/// Whether one answers as well as the other, itself included.
fn is_equal(one: &Ranked<'_>, other: &Ranked<'_>) -> bool {
    let merits = |ranked: &Ranked<'_>| (ranked.served.len(), ranked.objective, ranked.suits.is_empty());
    merits(one) == merits(other)
}
