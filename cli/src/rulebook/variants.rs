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
    // Where every duration is fixed, the total is their sum.
    if offer.variants.iter().any(|variant| !catalogue.range(variant).width().is_zero()) {
        book.paragraph(
            "Les parcours sont des exemples, modulables. Le total annoncé est l’objectif de la déclinaison : un choix du \
             centre, que les durées des étapes permettent d’atteindre.",
        );
    }
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
    let without = match variant.kickoff() {
        None => None,
        Some((_, Kickoff::Required)) => Some("non proposé, cette réunion est obligatoire".to_owned()),
        Some((_, Kickoff::Optional)) => Some(words::range(sum(&|step| counted(&step) && step.kickoff.is_none()))),
    };
    let alone = sum(&|step| !catalogue.is_accompanied(step));
    let stated = french::hours(variant.stated_hours);
    let stated = if variant.average { format!("{stated} en moyenne") } else { stated };
    let steps = catalogue.offer().variants.iter().flat_map(|variant| &variant.steps);
    let all_accompanied = steps.into_iter().all(|step| catalogue.is_accompanied(step));
    let (stated, alone_is) = match variant.counts {
        _ if all_accompanied => (stated, None),
        Counts::All => (stated, Some("Dont en autonomie")),
        Counts::Accompanied => (format!("{stated}, heures accompagnées seules"), Some("En autonomie, en plus")),
    };
    let reachable = words::range(catalogue.range(variant));
    let with = if without.is_some() { "Avec la réunion de démarrage" } else { "Total possible" };
    let columns = [
        Some(("Étapes", variant.steps.len().to_string())),
        Some((with, reachable)),
        without.map(|without| ("Sans cette réunion", without)),
        alone_is.map(|name| (name, words::range(alone))),
        Some(("Total annoncé", stated)),
    ];
    let (header, row): (Vec<&str>, Vec<Inline>) =
        columns.into_iter().flatten().map(|(name, value)| (name, Inline::from(value))).unzip();
    book.table(header, [row]);
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
