//! The worked catalogues of `examples/catalogues/`: each loads without a fault, and holds what its centre says.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use bilan_professionnel::catalogue::{Bills, Delay, Price, Spacing, Zone};
use bilan_professionnel::{Catalogue, Hours};

const EXAMPLES: [(&str, &str); 6] = [
    ("a-trois-niveaux", include_str!("../../examples/catalogues/a-trois-niveaux.json")),
    ("b-gratuit-confidentiel", include_str!("../../examples/catalogues/b-gratuit-confidentiel.json")),
    ("c-par-strate", include_str!("../../examples/catalogues/c-par-strate.json")),
    ("d-demi-journees", include_str!("../../examples/catalogues/d-demi-journees.json")),
    ("e-outre-mer", include_str!("../../examples/catalogues/e-outre-mer.json")),
    ("f-court-et-long", include_str!("../../examples/catalogues/f-court-et-long.json")),
];

fn example(letter: char) -> Catalogue {
    let (_, text) = EXAMPLES.iter().find(|(name, _)| name.starts_with(letter)).unwrap();
    Catalogue::parse(text.as_bytes()).unwrap()
}

fn hours(hours: f64) -> Hours {
    Hours::from_f64(hours).unwrap()
}

fn reach(catalogue: &Catalogue, variant: &str) -> (f64, f64) {
    let range = catalogue.range(catalogue.variant(variant).unwrap());
    (range.min().as_f64(), range.max().as_f64())
}

#[test]
fn every_example_is_without_a_fault_and_without_a_warning_that_matters() {
    for (name, text) in EXAMPLES {
        let report = Catalogue::check(text.as_bytes());
        assert!(report.is_sound(), "{name}: {:?}", report.faults);
        let warnings: Vec<_> = report.warnings.iter().map(|warning| (warning.code, warning.path.as_str())).collect();
        // That centre has no tariff for others, and means it.
        let expected: &[(&str, &str)] =
            if name == "e-outre-mer" { &[("clientWithoutTariff", "clients[1]")] } else { &[] };
        assert_eq!(warnings, expected, "{name}");
    }
}

#[test]
fn nothing_of_another_centre_shows_through() {
    for (name, text) in EXAMPLES {
        for word in ["CDG29", "Finistère", "Quimper", "Brest", "métropole", "2040"] {
            assert!(!text.contains(word), "{name}: {word}");
        }
    }
}

#[test]
fn the_documents_stand_in_their_folder_and_nothing_else_does() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/catalogues");
    let mut files: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    files.retain(|file| file.strip_suffix(".json").is_some());
    files.sort();
    assert_eq!(files, EXAMPLES.map(|(name, _)| format!("{name}.json")));
}

#[test]
fn three_levels_have_a_flat_price_that_changes_with_the_year_and_a_delay_for_the_third_alone() {
    let catalogue = example('a');
    assert_eq!(reach(&catalogue, "information"), (0.5, 0.5));
    assert_eq!(reach(&catalogue, "mobiliteContrainte"), (1.0, 4.0));
    assert_eq!(reach(&catalogue, "bilanPersonnalise"), (4.5, 10.0));
    for (variant, delay) in [("information", None), ("mobiliteContrainte", None), ("bilanPersonnalise", Some(15))] {
        let course = catalogue.course_of(catalogue.variant(variant).unwrap());
        assert_eq!(course.delay.map(Delay::in_days), delay);
        assert_eq!(course.usual.is_some(), delay.is_some());
    }
    let price = |on: &str| -> String {
        let in_force = |tariff: &&bilan_professionnel::catalogue::Tariff| {
            tariff.prices("bilanPersonnalise", "collectivite") && tariff.in_force(Some(on.parse().unwrap()))
        };
        let Price::Flat(flat) = &catalogue.offer().tariffs.iter().find(in_force).unwrap().price else {
            return on.into();
        };
        flat.amount.to_string()
    };
    assert_eq!((price("2026-11-30"), price("2027-01-01")), ("645.00".to_owned(), "660.00".to_owned()));
}

#[test]
fn a_free_service_says_nothing_of_employers_payees_or_funds() {
    let catalogue = example('b');
    let offer = catalogue.offer();
    assert!(offer.tariffs.iter().all(|tariff| tariff.price == Price::Free));
    assert!(!offer.funding.as_ref().unwrap().offered);
    assert_eq!((&offer.settlement.payee, &offer.settlement.request), (&None, &None));
    let alternation: Vec<bool> = offer.variants[1].steps.iter().map(|step| catalogue.is_accompanied(step)).collect();
    assert_eq!(alternation, [true, false, true, false, true, false, true, false, true]);
}

#[test]
fn five_strata_pay_the_hour_with_the_counsellor_without_the_free_meeting() {
    let catalogue = example('c');
    assert_eq!(reach(&catalogue, "bilan"), (16.0, 25.0));
    let rates: Vec<String> = catalogue
        .offer()
        .tariffs
        .iter()
        .map(|tariff| match &tariff.price {
            Price::Hourly(price) if price.bills == Bills::AccompaniedWithoutKickoff => price.rate.to_string(),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(rates, ["44.00", "52.00", "58.00", "61.00", "79.00"]);
    assert_eq!(catalogue.course_of(&catalogue.offer().variants[0]).cadences, [Spacing::Monthly]);
}

#[test]
fn half_days_are_units_and_sessions() {
    let catalogue = example('d');
    assert_eq!(reach(&catalogue, "demiJournees"), (14.0, 17.5));
    let units: Vec<_> = catalogue
        .offer()
        .tariffs
        .iter()
        .map(|tariff| match &tariff.price {
            Price::Unit(unit) => (unit.hours, unit.amount.to_string()),
            other => (Hours::ZERO, format!("{other:?}")),
        })
        .collect();
    assert_eq!(units, [(hours(3.5), "200.00".to_owned()), (hours(3.5), "300.00".to_owned())]);
    let holidays = catalogue.offer().course.holidays;
    assert_eq!((holidays.zone, holidays.good_friday), (Zone::AlsaceMoselle, true));
}

#[test]
fn an_overseas_centre_has_its_holidays_and_closes_every_year() {
    let catalogue = example('e');
    let offer = catalogue.offer();
    assert_eq!(offer.course.holidays.zone, Zone::Reunion);
    assert!(offer.course.closures[0].yearly);
    assert!(offer.tariffs.iter().all(|tariff| !tariff.prices("bilan", "nonAffiliee")));
}

#[test]
fn a_short_form_has_two_packages_and_a_long_one_counts_the_hours_with_the_counsellor() {
    let catalogue = example('f');
    assert_eq!(catalogue.offer().granularity, Hours::QUARTER);
    assert_eq!(reach(&catalogue, "court"), (8.0, 13.0));
    assert_eq!(reach(&catalogue, "long"), (4.75, 8.0));
    let steps = &catalogue.variant("court").unwrap().steps;
    assert_eq!(steps.last().unwrap().after.map(|after| after.months), Some(6));
    let packages: Vec<_> = catalogue.offer().tariffs.iter().filter_map(|tariff| tariff.hours).collect();
    assert_eq!(packages.iter().map(|hours| hours.min().as_f64()).collect::<Vec<_>>(), [9.0, 12.0]);
}
