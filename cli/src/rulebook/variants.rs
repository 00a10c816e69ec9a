//! What a centre offers: each variant with its steps, and what it is for.

use bilan_professionnel::catalogue::{Kickoff, Labelled, Offer, Step, Variant};
use bilan_professionnel::plan::{self, Plan};
use bilan_professionnel::{Catalogue, Error, HoursRange, french};

use super::markdown::{Document, code};
use super::yes;
use crate::words;

pub(super) fn write(book: &mut Document, catalogue: &Catalogue) -> Result<(), Error> {
    let offer = catalogue.offer();
    book.heading(2, "Déclinaisons");
    book.paragraph(
        "Les parcours sont des exemples, modulables. Le total annoncé est un objectif propre à chaque déclinaison ; il \
         ne se déduit pas des durées des étapes.",
    );
    for variant in &offer.variants {
        write_variant(book, catalogue, variant)?;
    }
    needs(book, offer);
    Ok(())
}

fn write_variant(book: &mut Document, catalogue: &Catalogue, variant: &Variant) -> Result<(), Error> {
    let offer = catalogue.offer();
    let plan = plan::plan(catalogue, &plan::Request::new(&variant.code))?;
    book.heading(3, format!("{} ({})", variant.label, code(&variant.code)));
    book.paragraph(&variant.purpose);
    let stated = format!("Heures pour {}", french::hours(plan.hours));
    let header = ["", "Étape", "Code", "Parcours type", &stated, "Modalités", "Coach", "Accompagnée"];
    let rows = (1_usize..).zip(&variant.steps).map(|(number, step)| {
        vec![
            number.to_string(),
            step.label.clone(),
            code(&step.code),
            words::range(step.hours),
            planned(&plan, step),
            modes(offer, step),
            yes(step.coach).to_owned(),
            yes(catalogue.is_accompanied(step)).to_owned(),
        ]
    });
    book.table(&header, rows);
    totals(book, catalogue, variant);
    book.paragraph(format!("Source : {}.", variant.source));
    Ok(())
}

fn planned(plan: &Plan<'_>, step: &Step) -> String {
    let planned = plan.steps.iter().find(|planned| planned.code == step.code);
    planned.map_or_else(|| "—".to_owned(), |planned| french::hours(planned.hours))
}

fn modes(offer: &Offer, step: &Step) -> String {
    let known = offer.modes.iter().filter(|mode| step.modes.contains(&mode.code));
    known.map(|mode| mode.label.as_str()).collect::<Vec<_>>().join(" + ")
}

fn totals(book: &mut Document, catalogue: &Catalogue, variant: &Variant) {
    let sum = |kept: &dyn Fn(&Step) -> bool| -> HoursRange {
        variant.steps.iter().filter(|step| kept(step)).map(|step| step.hours).sum()
    };
    let without = words::range(sum(&|step| step.kickoff.is_none()));
    let without = match variant.kickoff() {
        None => "sans objet".to_owned(),
        Some((_, Kickoff::Required)) => "non proposé, cette réunion est obligatoire".to_owned(),
        Some((_, Kickoff::Optional)) => without,
    };
    book.table(
        &["Étapes", "Avec la réunion de démarrage", "Sans cette réunion", "Dont en autonomie", "Total annoncé"],
        [vec![
            variant.steps.len().to_string(),
            words::range(variant.range()),
            without,
            words::range(sum(&|step| !catalogue.is_accompanied(step))),
            french::hours(variant.stated_hours),
        ]],
    );
}

fn needs(book: &mut Document, offer: &Offer) {
    book.heading(3, "À quels besoins répond chaque déclinaison");
    book.paragraph(
        "La déclinaison qui répond au plus grand nombre de besoins est proposée en premier ; à égalité, l’ordre du \
         tableau. Toutes sont présentées, et le choix reste libre.",
    );
    let mut header = vec!["Besoin", "Code"];
    header.extend(offer.variants.iter().map(|variant| variant.label.as_str()));
    let row = |need: &Labelled| {
        let served = offer.variants.iter().map(|variant| if variant.serves(&need.code) { "x" } else { "" }.to_owned());
        [need.label.clone(), code(&need.code)].into_iter().chain(served).collect()
    };
    book.table(&header, offer.needs.iter().map(row));
}
