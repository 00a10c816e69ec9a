//! Easter and the public holidays, day by day, against other computations and other people's data.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects)]

use std::collections::BTreeSet;

use bilan_professionnel::Date;
use bilan_professionnel::catalogue::{Holidays, Zone};
use bilan_professionnel::schedule::{Holiday, easter, holiday, holidays_of_year};

fn day(year: i32, month: u32, day: u32) -> Date {
    Date::new(year, month, day).unwrap()
}

fn all_days() -> impl Iterator<Item = Date> {
    std::iter::successors(Some(Date::MIN), |date| date.plus_days(1))
}

/// Easter as Clavius explains it: the epact gives the paschal full moon, and the Sunday after it is found by walking.
fn easter_by_epacts(year: i32) -> Date {
    let golden = year % 19 + 1;
    let century = year / 100 + 1;
    let leap_days_left_out = 3 * century / 4 - 12;
    let moon_correction = (8 * century + 5) / 25 - 5;
    let epact = match (11 * golden + 20 + moon_correction - leap_days_left_out).rem_euclid(30) {
        24 => 25,
        25 if golden > 11 => 26,
        epact => epact,
    };
    // Counted in days of March.
    let full_moon = if 44 - epact < 21 { 74 - epact } else { 44 - epact };
    let full_moon = day(year, 3, 1).plus_days(u32::try_from(full_moon - 1).unwrap()).unwrap();
    (1..=7).map(|days| full_moon.plus_days(days).unwrap()).find(|date| date.weekday() == chrono::Weekday::Sun).unwrap()
}

#[test]
fn easter_of_every_year_is_the_sunday_after_the_paschal_full_moon() {
    for year in Date::MIN_YEAR..=Date::MAX_YEAR {
        assert_eq!(easter(year), Some(easter_by_epacts(year)), "{year}");
    }
}

#[test]
fn easter_of_well_known_years() {
    let table = [
        ("1583-04-10", "first whole year of the Gregorian calendar"),
        ("1598-03-22", "earliest day"),
        ("1609-04-19", "the epact 24 moved to 25"),
        ("1700-04-11", ""),
        ("1761-03-22", "earliest day"),
        ("1818-03-22", "earliest day"),
        ("1886-04-25", "latest day"),
        ("1900-04-15", ""),
        ("1943-04-25", "latest day"),
        ("1954-04-18", "the epact 25 moved to 26"),
        ("1981-04-19", "the epact 24 moved to 25"),
        ("2000-04-23", ""),
        ("2008-03-23", ""),
        ("2024-03-31", ""),
        ("2025-04-20", ""),
        ("2026-04-05", ""),
        ("2027-03-28", ""),
        ("2028-04-16", ""),
        ("2038-04-25", "latest day"),
        ("2049-04-18", "the epact 25 moved to 26"),
        ("2076-04-19", "the epact 24 moved to 25"),
        ("2285-03-22", "earliest day"),
        ("4200-04-20", ""),
        ("9999-03-28", "last year"),
    ];
    for (expected, remark) in table {
        let expected: Date = expected.parse().unwrap();
        assert_eq!(easter(expected.year()), Some(expected), "{remark}");
    }
}

#[test]
fn no_easter_is_given_outside_1583_to_9999() {
    for year in [i32::MIN, -1, 0, 1, 1582, 10_000, i32::MAX] {
        assert_eq!(easter(year), None, "{year}");
    }
}

/// The lists of the code du travail, spelled out: fixed days, and days counted from Easter.
struct Listed {
    fixed: Vec<(u32, u32, Holiday)>,
    from_easter: Vec<(i64, Holiday)>,
}

/// L3133-1, 1° to 11°.
fn national() -> Listed {
    Listed {
        fixed: vec![
            (1, 1, Holiday::JourDeLAn),
            (5, 1, Holiday::FeteDuTravail),
            (5, 8, Holiday::Victoire1945),
            (7, 14, Holiday::FeteNationale),
            (8, 15, Holiday::Assomption),
            (11, 1, Holiday::Toussaint),
            (11, 11, Holiday::Armistice1918),
            (12, 25, Holiday::Noel),
        ],
        from_easter: vec![(1, Holiday::LundiDePaques), (39, Holiday::Ascension), (50, Holiday::LundiDePentecote)],
    }
}

/// L3422-2, 1° to 6°.
const ABOLITION: [(Zone, u32, u32); 7] = [
    (Zone::Mayotte, 4, 27),
    (Zone::Martinique, 5, 22),
    (Zone::Guadeloupe, 5, 27),
    (Zone::SaintMartin, 5, 27),
    (Zone::Guyane, 6, 10),
    (Zone::SaintBarthelemy, 10, 9),
    (Zone::Reunion, 12, 20),
];

fn listed(observed: Holidays) -> Listed {
    let mut listed = national();
    if observed.zone == Zone::AlsaceMoselle {
        // L3134-13: the national days, 2° Good Friday in some communes, 12° the second day of Christmas.
        listed.fixed.push((12, 26, Holiday::LendemainDeNoel));
        if observed.good_friday {
            listed.from_easter.push((-2, Holiday::VendrediSaint));
        }
    }
    let own = ABOLITION.iter().filter(|(zone, ..)| *zone == observed.zone);
    listed.fixed.extend(own.map(|(_, month, day)| (*month, *day, Holiday::AbolitionEsclavage)));
    listed
}

/// Every zone, with and without Good Friday.
fn observed() -> impl Iterator<Item = Holidays> {
    Zone::ALL.into_iter().flat_map(|zone| [Holidays::of(zone), Holidays::of(zone).with_good_friday()])
}

#[test]
fn every_day_of_every_year_is_a_holiday_exactly_if_the_law_lists_it_in_that_zone() {
    let zones: Vec<(Holidays, Listed)> = observed().map(|observed| (observed, listed(observed))).collect();
    // The computus is the same in all zones: the years of the calendars in use are enough for those of few people.
    let everywhere = |year: i32| (1980..2220).contains(&year);
    let mut days = all_days();
    let mut shared = 0;
    for year in Date::MIN_YEAR..=Date::MAX_YEAR {
        let sunday = easter_by_epacts(year);
        let zones = zones.get(..if everywhere(year) { zones.len() } else { 1 }).unwrap();
        for date in days.by_ref() {
            for (observed, listed) in zones {
                let fixed = listed.fixed.iter().find(|(month, day, _)| (*month, *day) == (date.month(), date.day()));
                let movable = listed.from_easter.iter().find(|(days, _)| *days == date.days_since(sunday));
                shared += usize::from(fixed.is_some() && movable.is_some());
                let expected = fixed.map(|(_, _, name)| *name).or(movable.map(|(_, name)| *name));
                assert_eq!(holiday(date, *observed), expected, "{date} {observed:?}");
            }
            if (date.month(), date.day()) == (12, 31) {
                break;
            }
        }
    }
    assert_eq!(days.next(), None);
    assert!(shared > 0, "Ascension has fallen on 1 May or 8 May");
}

#[test]
fn the_holidays_of_a_year_are_its_days_that_are_holidays() {
    let dates = |year, observed| -> Vec<String> {
        holidays_of_year(year, observed).map(|(date, name)| format!("{date} {}", name.label())).collect()
    };
    assert_eq!(
        dates(2027, Holidays::of(Zone::AlsaceMoselle).with_good_friday()),
        [
            "2027-01-01 Jour de l’An",
            "2027-03-26 Vendredi saint",
            "2027-03-29 Lundi de Pâques",
            "2027-05-01 Fête du Travail",
            "2027-05-06 Ascension",
            "2027-05-08 Victoire de 1945",
            "2027-05-17 Lundi de Pentecôte",
            "2027-07-14 Fête nationale",
            "2027-08-15 Assomption",
            "2027-11-01 Toussaint",
            "2027-11-11 Armistice de 1918",
            "2027-12-25 Noël",
            "2027-12-26 Lendemain de Noël",
        ]
    );
    for observed in observed() {
        for year in [1583, 1999, 2000, 2008, 2027, 9999] {
            let days = all_days().skip_while(|date| date.year() < year).take_while(|date| date.year() == year);
            let expected: Vec<_> = days.filter_map(|date| Some((date, holiday(date, observed)?))).collect();
            assert_eq!(holidays_of_year(year, observed).collect::<Vec<_>>(), expected);
        }
        assert_eq!(holidays_of_year(1582, observed).count() + holidays_of_year(10_000, observed).count(), 0);
    }
}

#[test]
fn every_holiday_has_its_article_and_a_name_of_its_own() {
    let holidays = || observed().flat_map(|observed| holidays_of_year(2027, observed));
    let (codes, names): (BTreeSet<Holiday>, BTreeSet<&str>) = holidays().map(|(_, name)| (name, name.label())).unzip();
    assert_eq!((codes.len(), names.len()), (14, 14));
    for observed in observed() {
        for (_, name) in holidays_of_year(2027, observed) {
            let expected = match name {
                Holiday::VendrediSaint | Holiday::LendemainDeNoel => "L3134-13",
                Holiday::AbolitionEsclavage => "L3422-2",
                _ => "L3133-1",
            };
            assert!(name.article().contains(expected), "{}: {}", name.label(), name.article());
        }
    }
}

fn published(text: &'static str) -> BTreeSet<Date> {
    text.lines().map(|line| line.parse().unwrap()).collect()
}

fn are_those_of(observed: Holidays, published: &BTreeSet<Date>, years: std::ops::RangeInclusive<i32>) {
    for date in
        all_days().skip_while(|date| date.year() < *years.start()).take_while(|date| years.contains(&date.year()))
    {
        assert_eq!(holiday(date, observed).is_some(), published.contains(&date), "{date}");
    }
}

#[test]
fn the_holidays_of_the_mainland_are_those_of_a_published_data_set() {
    let mut days = published(include_str!("data/holidays-metropole.txt"));
    assert_eq!(days.len(), 1212);
    // The data set leaves out Whit Monday in the years of the first « journée de solidarité » (see data/README.md).
    days.extend(["2005-05-16", "2006-06-05", "2007-05-28"].map(|date| date.parse::<Date>().unwrap()));
    are_those_of(Holidays::of(Zone::Metropole), &days, 1990..=2100);
}

#[test]
fn the_holidays_of_alsace_moselle_are_those_of_a_published_data_set() {
    let mut days = published(include_str!("data/holidays-alsace-moselle.txt"));
    assert_eq!(days.len(), 1_140);
    are_those_of(Holidays::of(Zone::AlsaceMoselle).with_good_friday(), &days, 2013..=2100);
    // Where there is no Protestant church, Good Friday is a day like any other.
    days.retain(|date| date.days_since(easter(date.year()).unwrap()) != -2);
    are_those_of(Holidays::of(Zone::AlsaceMoselle), &days, 2013..=2100);
}
