//! How a total is shared between steps, and what a counsellor may change.

use bilan_professionnel::catalogue::{Counts, Kickoff, Step, Variant};
use bilan_professionnel::plan::{self, Request};
use bilan_professionnel::{Catalogue, Error, Hours, french};

use super::markdown::{Document, Inline};

/// How many totals are shown side by side, one unit apart.
const SHOWN: u32 = 5;

pub(super) fn write(book: &mut Document, catalogue: &Catalogue) -> Result<(), Error> {
    let unit = french::hours(catalogue.offer().granularity);
    book.heading(2, "Partage des heures");
    let variants = &catalogue.offer().variants;
    let alone = variants.iter().flat_map(|variant| &variant.steps).any(|step| !catalogue.is_accompanied(step));
    let counted = if !alone {
        ""
    } else if variants.iter().any(|variant| variant.counts == Counts::Accompanied) {
        " Les heures en autonomie comptent dans le total, sauf si la déclinaison dit le contraire."
    } else {
        " Heures accompagnées et heures en autonomie comptent dans le total."
    };
    book.list([
        format!("L’unité est de {unit}.{counted}"),
        "Chaque étape reçoit d’abord le minimum de son parcours type.".to_owned(),
        "Les unités qui restent vont une à une à l’étape qui en a le moins reçu au regard de sa marge ; à égalité, à la \
         première du parcours. La marge est l’écart entre le minimum et le maximum (méthode de Sainte-Laguë)."
            .to_owned(),
        "Une unité de plus au total n’enlève donc jamais de temps à une étape.".to_owned(),
    ]);
    // Where every duration is fixed, there is nothing to share.
    let shared = variants.iter().find(|variant| !catalogue.range(variant).width().is_zero());
    if let Some(variant) = shared.or(variants.first()) {
        growth(book, catalogue, variant)?;
        changes(book, catalogue, variant);
    }
    Ok(())
}

/// The same plan with one unit more each time.
fn growth(book: &mut Document, catalogue: &Catalogue, variant: &Variant) -> Result<(), Error> {
    let (most, unit) = (catalogue.range(variant).max(), catalogue.offer().granularity);
    let next = |extra: u32| variant.stated_hours.plus(unit.times(extra));
    let mut totals: Vec<Hours> = (0..SHOWN).map(next).filter(|total| *total < most).collect();
    totals.push(most);
    let plans = totals.iter().map(|total| plan::plan(catalogue, &Request::new(&variant.code).hours(*total)));
    let plans = plans.collect::<Result<Vec<_>, _>>()?;
    book.paragraph(format!("Exemple, {} :", variant.label));
    let titles = totals.iter().map(|total| french::hours(*total));
    let header = std::iter::once("Étape".to_owned()).chain(titles);
    let row = |step: &Step| {
        let hours = plans.iter().map(|plan| plan.step(&step.code).map_or(Hours::ZERO, |planned| planned.hours));
        std::iter::once(Inline::from(&step.label)).chain(hours.map(|hours| french::hours(hours).into())).collect()
    };
    book.table(header, variant.steps.iter().map(row));
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
    let longer = step.hours.max().plus(catalogue.offer().granularity);
    let off_the_grid = variant.stated_hours.plus(Hours::QUARTER);
    let request = || Request::new(&variant.code);
    let fixed = |hours: Hours| request().fix(&step.code, hours).hours(reachable(catalogue, variant, step, hours));
    let much = Hours::from_whole(1000);
    let more = french::hours(longer);
    let mut rows = vec![
        (format!("« {} » à {more}", step.label), answer(catalogue, &fixed(longer))),
        (format!("« {} » à 0 h", step.label), answer(catalogue, &fixed(Hours::ZERO))),
        ("Total de 1 000 h".to_owned(), answer(catalogue, &request().hours(much))),
        (format!("« {} » à 1 000 h", step.label), answer(catalogue, &request().fix(&step.code, much))),
    ];
    if !off_the_grid.is_multiple_of(catalogue.offer().granularity) {
        let asked = format!("Total de {}", french::hours(off_the_grid));
        rows.push((asked, answer(catalogue, &request().hours(off_the_grid))));
    }
    let kickoff = catalogue
        .offer()
        .variants
        .iter()
        .find(|variant| variant.kickoff().is_some_and(|(_, kickoff)| kickoff == Kickoff::Required));
    if let Some(variant) = kickoff {
        let refused = answer(catalogue, &Request::new(&variant.code).without_kickoff());
        rows.push((format!("{} sans réunion de démarrage", variant.label), refused));
    }
    book.table(["Demande", "Réponse"], rows.into_iter().map(|(asked, answered)| vec![asked.into(), answered.into()]));
}

/// A total within reach once that step is fixed: the stated one, or the nearest.
fn reachable(catalogue: &Catalogue, variant: &Variant, step: &Step, hours: Hours) -> Hours {
    let asked = plan::plan(catalogue, &Request::new(&variant.code).fix(&step.code, hours));
    match asked.as_ref().err().and_then(|error| error.problem().possible_hours()) {
        Some((min, max)) => variant.stated_hours.clamp(min, max),
        None => variant.stated_hours,
    }
}

/// The warnings or the refusal that a request brings.
fn answer(catalogue: &Catalogue, request: &Request) -> String {
    match plan::plan(catalogue, request) {
        Ok(plan) if plan.warnings.is_empty() => "Accepté.".to_owned(),
        Ok(plan) => {
            let warnings: Vec<&str> = plan.warnings.iter().map(|warning| warning.message.as_str()).collect();
            format!("Avertissement : {}", warnings.join(" "))
        }
        Err(error) => format!("Refus : {error}"),
    }
}
