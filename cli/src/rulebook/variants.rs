//! What a centre offers: each variant with its steps, and what it is for.

use bilan_professionnel::catalogue::{Counts, Kickoff, Labelled, Offer, Step, Variant};
use bilan_professionnel::funding::Situation;
use bilan_professionnel::plan::{self, Plan};
use bilan_professionnel::{Catalogue, Error, HoursRange, french};

use super::markdown::{Document, Inline, code, line};
use super::{source, yes};
use crate::words;

pub(super) fn write(book: &mut Document, catalogue: &Catalogue) -> Result<(), Error> {
    let offer = catalogue.offer();
    book.heading(2, "Déclinaisons");
    book.paragraph(
        "Les parcours sont des exemples, modulables. Le total annoncé est un objectif propre à chaque déclinaison ; il \
         ne se déduit pas des durées des étapes.",
    );
    let granularity = french::hours(offer.granularity);
    book.paragraph(format!("Les heures prévues se comptent par multiples de {granularity}."));
    for variant in &offer.variants {
        write_variant(book, catalogue, variant)?;
    }
    needs(book, offer);
    Ok(())
}

fn write_variant(book: &mut Document, catalogue: &Catalogue, variant: &Variant) -> Result<(), Error> {
    let offer = catalogue.offer();
    let plan = plan::plan(catalogue, &plan::Request::new(&variant.code))?;
    book.heading(3, line![&variant.label, " (", code(&variant.code), ")"]);
    book.paragraph(&variant.purpose);
    aims(book, offer, variant);
    let stated = format!("Heures pour {}", french::hours(plan.hours));
    let header = ["", "Étape", "Code", "Parcours type", &stated, "Modalités", "Outils", "Coach", "Accompagnée"];
    let rows = (1_usize..).zip(&variant.steps).map(|(number, step)| {
        vec![
            number.to_string().into(),
            label(step),
            code(&step.code),
            words::range(step.hours).into(),
            planned(&plan, step).into(),
            modes(offer, step).into(),
            step.tools.join(", ").into(),
            yes(step.coach).into(),
            yes(catalogue.is_accompanied(step)).into(),
        ]
    });
    book.table(header, rows);
    public_labels(book, variant);
    totals(book, catalogue, variant);
    source(book, variant.source.as_ref());
    Ok(())
}

/// The objective, the situations that the variant suits, and what it lets the agent do.
fn aims(book: &mut Document, offer: &Offer, variant: &Variant) {
    if let Some(objective) = &variant.objective {
        let need = offer.needs.iter().find(|need| need.code == *objective);
        let need = need.map_or(objective.as_str(), |need| &need.label);
        book.paragraph(line!["Objectif propre : ", need, " (", code(objective), ")."]);
    }
    if !variant.suits.is_empty() {
        let label =
            |code: &String| Situation::from_code(code).map_or(code.as_str(), |situation| situation.label()).to_owned();
        let suits = variant.suits.iter().map(label).collect::<Vec<_>>().join(" ; ");
        book.paragraph(line!["À besoins égaux, convient dans les situations : ", suits, "."]);
    }
    book.list(&variant.objectives);
}

/// The label of a step, and the least time before it.
fn label(step: &Step) -> Inline {
    let label = Inline::from(&step.label);
    match step.after {
        Some(after) => label.and(format!(" (au moins {} mois après la séance précédente)", after.months)),
        None => label,
    }
}

fn planned(plan: &Plan<'_>, step: &Step) -> String {
    let planned = plan.steps.iter().find(|planned| planned.code == step.code);
    planned.map_or_else(|| "—".to_owned(), |planned| french::hours(planned.hours))
}

fn modes(offer: &Offer, step: &Step) -> String {
    let known = offer.modes.iter().filter(|mode| step.modes.contains(&mode.code));
    known.map(|mode| mode.label.as_str()).collect::<Vec<_>>().join(" + ")
}

/// What an employer reads instead of a label that says something of the agent's health.
fn public_labels(book: &mut Document, variant: &Variant) {
    let rows: Vec<Vec<Inline>> = variant
        .steps
        .iter()
        .filter_map(|step| Some(vec![code(&step.code), step.public_label.as_ref()?.into()]))
        .collect();
    if !rows.is_empty() {
        book.paragraph("Dans ce qui est remis à l’employeur, ces étapes portent un libellé neutre :");
        book.table(["Étape", "Libellé pour l’employeur"], rows);
    }
}

fn totals(book: &mut Document, catalogue: &Catalogue, variant: &Variant) {
    let counted = |step: &&Step| variant.counts == Counts::All || catalogue.is_accompanied(step);
    let sum = |kept: &dyn Fn(&Step) -> bool| -> HoursRange {
        variant.steps.iter().filter(|step| kept(step)).map(|step| step.hours).sum()
    };
    let without = words::range(sum(&|step| counted(&step) && step.kickoff.is_none()));
    let without = match variant.kickoff() {
        None => "sans objet".to_owned(),
        Some((_, Kickoff::Required)) => "non proposé, cette réunion est obligatoire".to_owned(),
        Some((_, Kickoff::Optional)) => without,
    };
    let stated = french::hours(variant.stated_hours);
    let stated = if variant.average { format!("{stated} en moyenne") } else { stated };
    let stated = match variant.counts {
        Counts::All => stated,
        Counts::Accompanied => format!("{stated}, heures accompagnées seules"),
    };
    book.table(
        ["Étapes", "Avec la réunion de démarrage", "Sans cette réunion", "Dont en autonomie", "Total annoncé"],
        [vec![
            variant.steps.len().to_string().into(),
            words::range(catalogue.range(variant)).into(),
            without.into(),
            words::range(sum(&|step| !catalogue.is_accompanied(step))).into(),
            stated.into(),
        ]],
    );
}

fn needs(book: &mut Document, offer: &Offer) {
    if offer.needs.is_empty() {
        return;
    }
    book.heading(3, "À quels besoins répond chaque déclinaison");
    book.paragraph(
        "La déclinaison qui répond au plus grand nombre de besoins est proposée en premier. À égalité, c’est celle dont \
         l’objectif est parmi les besoins, puis celle qui convient à une situation remplie. Si l’égalité demeure, elle est \
         dite, et l’ordre est celui du tableau. Toutes sont présentées, et le choix reste libre.",
    );
    let header = ["Besoin", "Code"].into_iter().chain(offer.variants.iter().map(|variant| variant.label.as_str()));
    let mark = |variant: &Variant, need: &str| match (variant.serves(need), variant.objective.as_deref() == Some(need))
    {
        (_, true) => "x (objectif)",
        (true, _) => "x",
        _ => "",
    };
    let row = |need: &Labelled| {
        let served = offer.variants.iter().map(|variant| Inline::from(mark(variant, &need.code)));
        [Inline::from(&need.label), code(&need.code)].into_iter().chain(served).collect()
    };
    book.table(header, offer.needs.iter().map(row));
}
