//! Easter and the public holidays, day by day, against other computations and other people's data.

#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects)]

use std::collections::BTreeSet;

use bilan_professionnel::Date;
use bilan_professionnel::schedule::{Holiday, easter, holiday};

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

#[test]
fn every_day_of_every_year_is_a_holiday_exactly_if_the_law_lists_it() {
    use Holiday::{
        Armistice1918, Ascension, Assomption, FeteDuTravail, FeteNationale, JourDeLAn, LundiDePaques, LundiDePentecote,
        Noel, Toussaint, Victoire1945,
    };
    let mut days = all_days();
    let mut shared = 0;
    for year in Date::MIN_YEAR..=Date::MAX_YEAR {
        let sunday = easter_by_epacts(year);
        let after_easter = |days: u32| sunday.plus_days(days).unwrap();
        let movable =
            [(after_easter(1), LundiDePaques), (after_easter(39), Ascension), (after_easter(50), LundiDePentecote)];
        let fixed = [
            (day(year, 1, 1), JourDeLAn),
            (day(year, 5, 1), FeteDuTravail),
            (day(year, 5, 8), Victoire1945),
            (day(year, 7, 14), FeteNationale),
            (day(year, 8, 15), Assomption),
            (day(year, 11, 1), Toussaint),
            (day(year, 11, 11), Armistice1918),
            (day(year, 12, 25), Noel),
        ];
        shared += movable.iter().filter(|(date, _)| fixed.iter().any(|(other, _)| other == date)).count();
        for date in days.by_ref() {
            let listed = fixed.iter().chain(&movable).find(|(listed, _)| *listed == date).map(|(_, name)| *name);
            assert_eq!(holiday(date), listed, "{date}");
            if (date.month(), date.day()) == (12, 31) {
                break;
            }
        }
    }
    assert_eq!(days.next(), None);
    assert!(shared > 0, "Ascension has fallen on 1 May or 8 May");
}

#[test]
fn the_holidays_of_1990_to_2100_are_those_of_a_published_data_set() {
    let published = include_str!("data/holidays-france.txt").lines().map(|line| line.parse().unwrap());
    // The data set leaves out Whit Monday in the years of the first « journée de solidarité » (see data/README.md).
    let left_out = ["2005-05-16", "2006-06-05", "2007-05-28"].map(|date| date.parse().unwrap());
    let published: BTreeSet<Date> = published.chain(left_out).collect();
    for date in all_days().skip_while(|date| date.year() < 1990).take_while(|date| date.year() <= 2100) {
        assert_eq!(holiday(date).is_some(), published.contains(&date), "{date}");
    }
    assert_eq!(published.len(), 1212 + left_out.len());
}
