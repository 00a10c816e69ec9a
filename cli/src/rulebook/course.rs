//! From the first exchange to the last session: delays, calendar, holidays, accompaniment.

use bilan_professionnel::catalogue::{
    Companion, Course, Delay, Labelled, Offer, Spacing, UsualDuration, Variant, VariantCourse,
};
use bilan_professionnel::plan::{self, Plan};
use bilan_professionnel::schedule::{self, Cadence, Calendar, Holiday, holidays_of_year};
use bilan_professionnel::{Catalogue, Date, Error, Hours, Problem, french};

use super::markdown::{Document, Inline};
use super::{example_day, or_dash, settlement};

/// How many years of holidays are listed.
const YEARS: i32 = 3;

pub(super) fn write(book: &mut Document, catalogue: &Catalogue) -> Result<(), Error> {
    let offer = catalogue.offer();
    course(book, catalogue);
    accompaniment(book, offer);
    if let Some(variant) = offer.variants.first() {
        let plan = plan::plan(catalogue, &plan::Request::new(&variant.code))?;
        calendar(book, catalogue, &plan);
    }
    settlement::write(book, catalogue)
}

fn course(book: &mut Document, catalogue: &Catalogue) {
    let course = &catalogue.offer().course;
    book.heading(2, "Déroulement");
    if !course.before.is_empty() {
        book.paragraph("Avant le démarrage :");
        book.numbered(course.before.iter().map(|before| &before.label));
    }
    let labels = |list: &[Labelled]| list.iter().map(|one| one.label.clone()).collect::<Vec<_>>().join(", ");
    let row = |name: &str, value: Inline| vec![name.into(), value];
    let rows = [
        ("Lieux", labels(&course.sites)),
        ("À distance", labels(&course.remote)),
        ("Accessibilité", course.accessibility.clone().unwrap_or_default()),
        ("Temps de travail", course.working_time.clone().unwrap_or_default()),
        ("Source", course.source.clone().unwrap_or_default()),
    ];
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
    book.table(["", ""], rows.map(|(name, value)| row(name, value.into())));
    book.paragraph(
        "Pour chaque déclinaison, entre le dernier échange et la première séance, puis jusqu’à la dernière :",
    );
    let rows = catalogue.offer().variants.iter().map(|variant| of_variant(catalogue, variant));
    book.table(["Déclinaison", "Délai", "Durée d’usage", "Séance la plus longue", "Cadences"], rows);
    closures(book, course);
}

fn of_variant(catalogue: &Catalogue, variant: &Variant) -> Vec<Inline> {
    let VariantCourse { delay, usual, max_session_hours, cadences, .. } = catalogue.course_of(variant);
    let days = delay.map_or(0, Delay::in_days);
    let delay = if days == 0 { "aucun".to_owned() } else { format!("{days} jours au moins") };
    let usual = usual.map_or_else(
        || "aucune n’est annoncée".to_owned(),
        |UsualDuration { min_months, max_months, .. }| format!("{min_months} à {max_months} mois"),
    );
    let longest = max_session_hours.map_or_else(|| "—".to_owned(), french::hours);
    let cadences = cadences.into_iter().map(|cadence| match cadence {
        Spacing::Weekly => "une séance par semaine",
        Spacing::Fortnightly => "une séance tous les quatorze jours",
        Spacing::Monthly => "une séance toutes les quatre semaines",
    });
    let cadences = cadences.collect::<Vec<_>>().join(" ; ");
    vec![(&variant.label).into(), delay.into(), usual.into(), longest.into(), cadences.into()]
}

fn closures(book: &mut Document, course: &Course) {
    let rows = course.closures.iter().map(|closure| {
        let (day, every): (fn(Date) -> String, _) =
            if closure.yearly { (day_of_any_year, "chaque année") } else { (french::date, "cette fois") };
        vec![day(closure.from).into(), day(closure.to).into(), every.into()]
    });
    let rows: Vec<Vec<Inline>> = rows.collect();
    if !rows.is_empty() {
        book.paragraph("Fermetures du centre, premier et dernier jours compris :");
        book.table(["Du", "Au", "Répétition"], rows);
    }
}

/// « 21 décembre »: the year of a closure that comes back says nothing.
fn day_of_any_year(date: Date) -> String {
    let written = french::date(date);
    written.rsplit_once([' ', '\u{a0}']).map_or(written.as_str(), |(day, _)| day).to_owned()
}

fn accompaniment(book: &mut Document, offer: &Offer) {
    if offer.accompaniment.is_empty() {
        return;
    }
    book.heading(3, "Accompagnement");
    let label = |code: &String| {
        let variant = offer.variants.iter().find(|variant| variant.code == *code);
        variant.map_or_else(|| code.clone(), |variant| variant.label.clone())
    };
    let row = |companion: &Companion| {
        let all = || "toutes les déclinaisons".to_owned();
        let variants = companion.variants.as_ref();
        let variants = variants.map_or_else(all, |codes| codes.iter().map(label).collect::<Vec<_>>().join(", "));
        vec![(&companion.label).into(), (&companion.part).into(), variants.into(), or_dash(companion.source.as_ref())]
    };
    book.table(["Qui", "Rôle", "Pour", "Source"], offer.accompaniment.iter().map(row));
}

fn calendar(book: &mut Document, catalogue: &Catalogue, plan: &Plan<'_>) {
    book.heading(2, "Calendrier");
    let kickoff = catalogue.offer().variants.iter().any(|variant| variant.kickoff().is_some());
    let meeting =
        "La réunion de démarrage a lieu le jour du dernier échange, avant le délai ; elle n’est pas une séance.";
    let steps = if kickoff { "Les autres étapes accompagnées" } else { "Les étapes accompagnées" };
    let sessions = format!(
        "{steps} deviennent des séances, dans l’ordre du plan : aussi peu que possible, de durées aussi égales que \
         l’unité le permet, les plus longues d’abord."
    );
    let mut steps = catalogue.offer().variants.iter().flat_map(|variant| &variant.steps);
    let follow_up = steps.clone().any(|step| step.after.is_some()).then_some(
        "Un suivi a lieu autant de mois au moins après la séance précédente. Lui et ce qui vient après lui sont en dehors \
         de la durée d’usage et de la cadence automatique.",
    );
    let alone = steps.any(|step| !catalogue.is_accompanied(step)).then_some(
        "Le travail en autonomie se fait entre la séance qui le précède et celle qui le suit ; avant la première, à partir \
         du dernier échange. Si aucune séance ne le suit, ou seulement un suivi, c’est un avertissement.",
    );
    let rules = kickoff.then_some(meeting).into_iter().chain([
        sessions.as_str(),
        "Une séance par jour au plus, toujours le même jour de la semaine ; jamais un samedi, un dimanche, un jour \
         férié ni pendant une fermeture.",
        "Une séance suit la précédente d’au moins 7 jours, 14 jours ou 28 jours selon la cadence. Un jour fermé décale \
         la séance et les suivantes de semaines entières.",
        "Cadence automatique : les cadences du centre, aussi régulièrement que possible, pour tenir dans la durée \
         d’usage quand c’est faisable.",
    ]);
    book.list(rules.chain(follow_up).chain(alone));
    book.paragraph(format!("Exemple, {} :", plan.label));
    match schedule::schedule(catalogue, plan, &Calendar::new(example_day())) {
        Ok(found) => {
            let row = |milestone: &schedule::Milestone| {
                vec![milestone.label.into(), french::date_with_weekday(milestone.date).into()]
            };
            book.table(["Repère", "Jour"], found.milestones.iter().map(row));
            book.paragraph(&found.explanation);
            // Without a usual duration, none can be departed from.
            if catalogue.variant(plan.variant).is_ok_and(|variant| catalogue.course_of(variant).usual.is_some()) {
                warnings(book, catalogue, plan);
            }
        }
        // Another centre's variant may leave nothing to place.
        Err(error) => book.paragraph(error.to_string()),
    }
    book.paragraph(format!("Sans jour ouvert, un refus : {}", Problem::NoOpenDay));
    holidays(book, &catalogue.offer().course);
}

/// Two calendars that depart from the usual duration, and what is said of them.
fn warnings(book: &mut Document, catalogue: &Catalogue, plan: &Plan<'_>) {
    let base = || Calendar::new(example_day());
    let unit = catalogue.offer().granularity;
    let longest = Hours::from_whole(8);
    let cases = [
        (
            "Une séance par semaine, de 8 h au plus".to_owned(),
            base().cadence(Cadence::Weekly).max_session_hours(longest),
        ),
        (
            format!("Une séance tous les quatorze jours, de {} au plus", french::hours(unit)),
            base().cadence(Cadence::Fortnightly).max_session_hours(unit),
        ),
    ];
    let rows = cases.map(|(case, calendar)| {
        let (calendar, warnings) = match schedule::schedule(catalogue, plan, &calendar) {
            Ok(found) => {
                let messages: Vec<&str> = found.warnings.iter().map(|warning| warning.message.as_str()).collect();
                (found.explanation.clone(), messages.join(" "))
            }
            Err(error) => (error.to_string(), String::new()),
        };
        vec![case.into(), calendar.into(), warnings.into()]
    });
    book.paragraph("Une durée qui sort de la durée annoncée est un avertissement, pas une erreur :");
    book.table(["Demande", "Calendrier", "Avertissement"], rows);
}

fn holidays(book: &mut Document, course: &Course) {
    book.heading(3, "Jours fériés");
    let years: Vec<i32> = (0..YEARS).map(|later| example_day().year().saturating_add(later)).collect();
    let lists: Vec<Vec<_>> = years.iter().map(|year| holidays_of_year(*year, course.holidays).collect()).collect();
    // Two holidays of a year may fall on one day, which has one name: every year's names are needed for all.
    let mut observed: Vec<Holiday> = Vec::new();
    for (_, holiday) in lists.iter().flatten() {
        if !observed.contains(holiday) {
            observed.push(*holiday);
        }
    }
    let header = ["Jour férié".to_owned(), "Texte".to_owned()].into_iter().chain(years.iter().map(ToString::to_string));
    let row = |holiday: &Holiday| {
        let days = lists.iter().map(|list| {
            let day = list.iter().find(|(_, other)| other == holiday);
            day.map_or_else(|| "—".into(), |(date, _)| french::date_with_weekday(*date).into())
        });
        [Inline::from(holiday.label()), holiday.article().into()].into_iter().chain(days).collect()
    };
    book.table(header, observed.iter().map(row));
}
