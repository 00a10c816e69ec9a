//! From the first exchange to the payment: delays, calendar, holidays, accompaniment, settlement, legal texts.

use bilan_professionnel::catalogue::{Course, Labelled, Offer};
use bilan_professionnel::plan::{self, Plan};
use bilan_professionnel::schedule::{self, Cadence, Calendar, Holiday, holiday};
use bilan_professionnel::settlement::{self, Facts};
use bilan_professionnel::{Catalogue, Date, Error, Problem, french};

use super::example_day;
use super::markdown::{Document, code};

/// How many years of holidays are listed.
const YEARS: i32 = 3;

pub(super) fn write(book: &mut Document, catalogue: &Catalogue) -> Result<(), Error> {
    let offer = catalogue.offer();
    course(book, &offer.course);
    accompaniment(book, offer);
    if let Some(variant) = offer.variants.first() {
        let plan = plan::plan(catalogue, &plan::Request::new(&variant.code))?;
        calendar(book, catalogue, &plan);
        settle(book, catalogue, &plan)?;
    }
    book.heading(2, "Textes");
    let row = |text: &bilan_professionnel::catalogue::LegalText| {
        vec![text.title.clone(), french::date(text.date), text.note.clone()]
    };
    book.table(&["Texte", "Date", "Note"], offer.texts.iter().map(row));
    Ok(())
}

fn course(book: &mut Document, course: &Course) {
    let labels = |list: &[Labelled]| list.iter().map(|one| one.label.clone()).collect::<Vec<_>>().join(", ");
    book.heading(2, "Déroulement");
    book.paragraph("Avant le démarrage :");
    book.numbered(course.before.iter().map(|before| before.label.clone()));
    let days = course.delay_weeks.saturating_mul(7);
    let row = |name: &str, value: String| vec![name.to_owned(), value];
    book.table(
        &["", ""],
        [
            row(
                "Délai",
                format!(
                    "{} semaines ({days} jours) au moins entre le dernier échange et la première séance",
                    course.delay_weeks
                ),
            ),
            row("Durée d’usage", format!("{} à {} mois", course.min_months, course.max_months)),
            row("Séance", format!("{} au plus, sauf demande contraire", french::hours(course.max_session_hours))),
            row("Lieux", labels(&course.sites)),
            row("À distance", labels(&course.remote)),
            row("Accessibilité", course.accessibility.clone()),
            row("Temps de travail", course.working_time.clone()),
            row("Source", course.source.clone()),
        ],
    );
}

fn accompaniment(book: &mut Document, offer: &Offer) {
    book.heading(3, "Accompagnement");
    let label = |code: &String| {
        offer
            .variants
            .iter()
            .find(|variant| variant.code == *code)
            .map_or_else(|| code.clone(), |one| one.label.clone())
    };
    let rows = offer.accompaniment.iter().map(|companion| {
        let all = || "toutes les déclinaisons".to_owned();
        let variants = companion.variants.as_ref();
        let variants = variants.map_or_else(all, |codes| codes.iter().map(label).collect::<Vec<_>>().join(", "));
        vec![companion.label.clone(), companion.part.clone(), variants, companion.source.clone()]
    });
    book.table(&["Qui", "Rôle", "Pour", "Source"], rows);
}

fn calendar(book: &mut Document, catalogue: &Catalogue, plan: &Plan<'_>) {
    book.heading(2, "Calendrier");
    book.list(
        [
            "La réunion de démarrage a lieu le jour du dernier échange, avant le délai ; elle n’est pas une séance.",
            "Les autres étapes accompagnées deviennent des séances, dans l’ordre du plan : aussi peu que possible, de \
             durées aussi égales que les demi-heures le permettent, les plus longues d’abord.",
            "Une séance par jour au plus, toujours le même jour de la semaine ; jamais un samedi, un dimanche, un jour \
             férié ni pendant une fermeture.",
            "Cadence hebdomadaire : 7 jours au moins entre deux séances ; bimensuelle : 14 jours au moins. Un jour fermé \
             décale la séance et les suivantes de semaines entières.",
            "Cadence automatique : des intervalles de 7 ou 14 jours, aussi réguliers que possible, pour tenir dans la \
             durée d’usage quand c’est faisable.",
            "Le travail en autonomie se fait entre la séance qui le précède et celle qui le suit.",
        ]
        .map(str::to_owned),
    );
    book.paragraph(format!("Exemple, {} :", plan.label));
    match schedule::schedule(catalogue, plan, &Calendar::new(example_day())) {
        Ok(found) => {
            let row = |milestone: &schedule::Milestone| {
                vec![milestone.label.to_owned(), french::date_with_weekday(milestone.date)]
            };
            book.table(&["Repère", "Jour"], found.milestones.iter().map(row));
            book.paragraph(&found.explanation);
            warnings(book, catalogue, plan);
        }
        // Another centre's variant may leave nothing to place.
        Err(error) => book.paragraph(error),
    }
    book.paragraph(format!("Sans jour ouvert, un refus : {}", Problem::NoOpenDay));
    holidays(book);
}

/// Two calendars that depart from the usual duration, and what is said of them.
fn warnings(book: &mut Document, catalogue: &Catalogue, plan: &Plan<'_>) {
    let base = || Calendar::new(example_day());
    let cases = [
        ("Une séance par semaine, de 8 h au plus", base().cadence(Cadence::Weekly).max_session_hours(8.0)),
        ("Deux séances par mois, de 30 min", base().cadence(Cadence::Fortnightly).max_session_hours(0.5)),
    ];
    let rows = cases.map(|(case, calendar)| {
        let (calendar, warnings) = match schedule::schedule(catalogue, plan, &calendar) {
            Ok(found) => {
                let messages: Vec<&str> = found.warnings.iter().map(|warning| warning.message.as_str()).collect();
                (found.explanation.clone(), messages.join(" "))
            }
            Err(error) => (error.to_string(), String::new()),
        };
        vec![case.to_owned(), calendar, warnings]
    });
    book.paragraph("Une durée inhabituelle est un avertissement, pas une erreur :");
    book.table(&["Demande", "Calendrier", "Avertissement"], rows);
}

fn holidays(book: &mut Document) {
    book.heading(3, "Jours fériés");
    book.paragraph("France métropolitaine, code du travail, L3133-1.");
    let years: Vec<i32> = (0..YEARS).map(|later| example_day().year().saturating_add(later)).collect();
    let lists: Vec<Vec<(Holiday, Date)>> = years.iter().map(|year| holidays_of(*year)).collect();
    let titles: Vec<String> = years.iter().map(ToString::to_string).collect();
    let mut header = vec!["Jour férié"];
    header.extend(titles.iter().map(String::as_str));
    let all = lists.first().map(Vec::as_slice).unwrap_or_default();
    let rows = all.iter().map(|(holiday, _)| {
        let days = lists.iter().map(|list| {
            let day = list.iter().find(|(other, _)| other == holiday);
            day.map_or_else(|| "—".to_owned(), |(_, date)| french::date_with_weekday(*date))
        });
        std::iter::once(holiday.label().to_owned()).chain(days).collect()
    });
    book.table(&header, rows);
}

fn holidays_of(year: i32) -> Vec<(Holiday, Date)> {
    let first = Date::new(year, 1, 1);
    let days = std::iter::successors(first, |day| day.plus_days(1)).take_while(|day| day.year() == year);
    days.filter_map(|day| Some((holiday(day)?, day))).collect()
}

fn settle(book: &mut Document, catalogue: &Catalogue, plan: &Plan<'_>) -> Result<(), Error> {
    let terms = &catalogue.offer().settlement;
    book.heading(2, "Demande et règlement");
    book.paragraph(&terms.request);
    book.paragraph("À la fin du bilan, le financeur reçoit :");
    book.list(terms.documents.iter().map(|document| format!("{} ({})", document.label, code(&document.code))));
    book.paragraph(format!(
        "La facture se règle dans les {} jours de sa réception, à l’ordre de : {}.",
        terms.due_days, terms.payee
    ));
    let day = example_day();
    let facts = Facts::new().attended(day, 1.5).invoice_received_on(day);
    let found = settlement::settle(catalogue, plan, &facts)?;
    book.paragraph(format!(
        "Exemple, une séance de 1 h 30 faite et une facture reçue le {} : {}",
        french::date(day),
        found.explanation
    ));
    book.paragraph(format!("Source : {}.", terms.source));
    Ok(())
}
