//! How a total is shared between steps, and what a counsellor may change.

use bilan_professionnel::catalogue::{Kickoff, Step, Variant};
use bilan_professionnel::plan::{self, Request};
use bilan_professionnel::{Catalogue, Error, Hours, french};

use super::markdown::Document;

/// How many totals are shown side by side, half an hour apart.
const SHOWN: u32 = 5;

pub(super) fn write(book: &mut Document, catalogue: &Catalogue) -> Result<(), Error> {
    book.heading(2, "Partage des heures");
    book.list([
        "Les heures se comptent par demi-heures ; heures accompagnées et heures en autonomie comptent dans le total.",
        "Chaque étape reçoit d’abord le minimum de son parcours type.",
        "Les demi-heures qui restent vont une à une à l’étape qui en a le moins reçu au regard de sa marge, l’écart \
         entre son minimum et son maximum (méthode de Sainte-Laguë) ; à égalité, à la première du parcours.",
        "Une demi-heure de plus au total n’enlève donc jamais de temps à une étape.",
    ]
    .map(str::to_owned));
    if let Some(variant) = catalogue.offer().variants.first() {
        growth(book, catalogue, variant)?;
        changes(book, catalogue, variant);
    }
    Ok(())
}

/// The same plan with half an hour more each time.
fn growth(book: &mut Document, catalogue: &Catalogue, variant: &Variant) -> Result<(), Error> {
    let most = variant.range().max();
    let next = |extra: u32| variant.stated_hours.plus(Hours::from_half_hours(extra));
    let mut totals: Vec<Hours> = (0..SHOWN).map(next).filter(|total| *total < most).collect();
    totals.push(most);
    let plans = totals.iter().map(|total| plan::plan(catalogue, &Request::new(&variant.code).hours(total.as_f64())));
    let plans = plans.collect::<Result<Vec<_>, _>>()?;
    book.paragraph(format!("Exemple, {} :", variant.label));
    let titles: Vec<String> = totals.iter().map(|total| french::hours(*total)).collect();
    let mut header = vec!["Étape"];
    header.extend(titles.iter().map(String::as_str));
    let row = |step: &Step| {
        let hours = plans.iter().map(|plan| {
            let planned = plan.steps.iter().find(|planned| planned.code == step.code);
            french::hours(planned.map_or(Hours::ZERO, |planned| planned.hours))
        });
        std::iter::once(step.label.clone()).chain(hours).collect()
    };
    book.table(&header, variant.steps.iter().map(row));
    Ok(())
}

/// What a counsellor may ask for, and what is answered.
fn changes(book: &mut Document, catalogue: &Catalogue, variant: &Variant) {
    book.heading(3, "Ajustements et avertissements");
    book.paragraph(
        "Une étape peut recevoir d’autres heures que celles du parcours type, ou être retirée avec 0 h : c’est un \
         avertissement, pas une erreur. Les autres étapes gardent leurs limites et se partagent le reste. Un total \
         qu’aucun partage n’atteint est refusé, en disant ce qui est possible.",
    );
    let Some(step) = variant.steps.iter().find(|step| step.kickoff.is_none()) else { return };
    let longer = step.hours.max().plus(Hours::from_half_hours(1));
    let request = || Request::new(&variant.code);
    let fixed = |hours: f64| request().fix(&step.code, hours).hours(reachable(catalogue, variant, step, hours));
    let more = french::hours(longer);
    let mut rows = vec![
        (format!("« {} » à {more}", step.label), answer(catalogue, &fixed(longer.as_f64()))),
        (format!("« {} » à 0 h", step.label), answer(catalogue, &fixed(0.0))),
        ("Total de 1 000 h".to_owned(), answer(catalogue, &request().hours(1000.0))),
        ("Total de 18,25 h".to_owned(), answer(catalogue, &request().hours(18.25))),
        (format!("« {} » à 1 000 h", step.label), answer(catalogue, &request().fix(&step.code, 1000.0))),
    ];
    let kickoff = catalogue
        .offer()
        .variants
        .iter()
        .find(|variant| variant.kickoff().is_some_and(|(_, kickoff)| kickoff == Kickoff::Required));
    if let Some(variant) = kickoff {
        let refused = answer(catalogue, &Request::new(&variant.code).without_kickoff());
        rows.push((format!("{} sans réunion de démarrage", variant.label), refused));
    }
    book.table(&["Demande", "Réponse"], rows.into_iter().map(|(asked, answered)| vec![asked, answered]));
}

/// A total within reach once that step is fixed: the stated one, or the nearest.
fn reachable(catalogue: &Catalogue, variant: &Variant, step: &Step, hours: f64) -> f64 {
    let asked = plan::plan(catalogue, &Request::new(&variant.code).fix(&step.code, hours));
    match asked.as_ref().err().and_then(|error| error.problem().possible_hours()) {
        Some((min, max)) => variant.stated_hours.clamp(min, max).as_f64(),
        None => variant.stated_hours.as_f64(),
    }
}

/// The warnings or the refusal that a request brings.
fn answer(catalogue: &Catalogue, request: &Request) -> String {
    match plan::plan(catalogue, request) {
        Ok(plan) => {
            let warnings: Vec<&str> = plan.warnings.iter().map(|warning| warning.message.as_str()).collect();
            format!("Avertissement : {}", warnings.join(" "))
        }
        Err(error) => format!("Refus : {error}"),
    }
}
