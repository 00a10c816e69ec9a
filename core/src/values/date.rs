//! Days of the Gregorian calendar.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::de::{self, Deserialize, Deserializer, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

/// A day from 1583-01-01, the first whole year of the Gregorian calendar, to 9999-12-31.
///
/// # Format
/// In JSON the text `"YYYY-MM-DD"`, nothing else. `Display` does the same; [`french::date`](crate::values::french::date) is
/// for people.
///
/// ```
/// use bilan_professionnel::Date;
///
/// let date: Date = "2027-01-31".parse()?;
/// assert_eq!(date.plus_months(1).map(|date| date.to_string()), Some("2027-02-28".into()));
/// assert!("2027-02-30".parse::<Date>().is_err());
/// # Ok::<(), bilan_professionnel::DateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

/// Why a text is not a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// It is not of the form `YYYY-MM-DD`.
    #[error("Il faut {FORM}.")]
    Form,
    /// The calendar has no such day, or it is before 1583 or after 9999.
    #[error("Il faut {DAY}.")]
    NoSuchDay,
}

/// What is expected where a text has another form.
const FORM: &str = "une date au format AAAA-MM-JJ, comme 2026-12-01";
/// What is expected where the form is right.
const DAY: &str = "un jour qui existe, du 1er janvier 1583 au 31 décembre 9999";

impl Date {
    /// The first day that can be written: 1583-01-01.
    pub const MIN: Self = match NaiveDate::from_ymd_opt(Self::MIN_YEAR, 1, 1) {
        Some(date) => Self(date),
        None => Self(NaiveDate::MIN),
    };
    /// The first year that can be written.
    pub const MIN_YEAR: i32 = 1583;
    /// The last year that can be written.
    pub const MAX_YEAR: i32 = 9999;

    /// The day of that year, month and day of the month, if there is one.
    #[must_use]
    pub const fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if year < Self::MIN_YEAR || year > Self::MAX_YEAR {
            return None;
        }
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => Some(Self(date)),
            None => None,
        }
    }

    fn supported(date: NaiveDate) -> Option<Self> {
        (Self::MIN_YEAR..=Self::MAX_YEAR).contains(&date.year()).then_some(Self(date))
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, from 1.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> chrono::Weekday {
        self.0.weekday()
    }

    /// So many days later; `None` past the end of 9999.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Option<Self> {
        self.0.checked_add_days(Days::new(days.into())).and_then(Self::supported)
    }

    /// So many calendar months later, clamped to the month's end; `None` past the end of 9999.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Option<Self> {
        self.0.checked_add_months(Months::new(months)).and_then(Self::supported)
    }

    /// The number of days from `earlier` to this day; negative if this day comes first.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    fn read(text: &str) -> Result<Self, DateError> {
        let bytes = text.as_bytes();
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = bytes else { return Err(DateError::Form) };
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0u32, |number, digit| {
                let digit = digit.checked_sub(b'0').filter(|digit| *digit < 10)?;
                number.checked_mul(10)?.checked_add(digit.into())
            })
        };
        let (Some(year), Some(month), Some(day)) = (number(&[y1, y2, y3, y4]), number(&[m1, m2]), number(&[d1, d2]))
        else {
            return Err(DateError::Form);
        };
        let year = i32::try_from(year).map_err(|_| DateError::Form)?;
        Self::new(year, month, day).ok_or(DateError::NoSuchDay)
    }
}

impl std::str::FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::read(text)
    }
}

impl TryFrom<NaiveDate> for Date {
    type Error = DateError;

    fn try_from(date: NaiveDate) -> Result<Self, DateError> {
        Self::supported(date).ok_or(DateError::NoSuchDay)
    }
}

impl From<Date> for NaiveDate {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DateVisitor;

        impl Visitor<'_> for DateVisitor {
            type Value = Date;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(FORM)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
                Date::read(text).map_err(|error| match error {
                    DateError::Form => E::invalid_type(Unexpected::Str(text), &FORM),
                    DateError::NoSuchDay => E::invalid_value(Unexpected::Str(text), &DAY),
                })
            }
        }

        deserializer.deserialize_str(DateVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "date",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "description": "Day, from 1583-01-01 to 9999-12-31."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_one_form_only_and_names_a_day_that_exists() {
        for (text, expected) in [
            ("2026-12-01", Ok("2026-12-01")),
            ("2028-02-29", Ok("2028-02-29")),
            ("1583-01-01", Ok("1583-01-01")),
            ("9999-12-31", Ok("9999-12-31")),
            ("2027-02-29", Err(DateError::NoSuchDay)),
            ("2026-13-01", Err(DateError::NoSuchDay)),
            ("2026-00-10", Err(DateError::NoSuchDay)),
            ("1582-12-31", Err(DateError::NoSuchDay)),
            ("0000-01-01", Err(DateError::NoSuchDay)),
            ("2026-1-1", Err(DateError::Form)),
            ("26-01-01", Err(DateError::Form)),
            ("2026/12/01", Err(DateError::Form)),
            ("+2026-12-1", Err(DateError::Form)),
            ("2026-12-01T00:00:00", Err(DateError::Form)),
            ("1er décembre 2026", Err(DateError::Form)),
            ("", Err(DateError::Form)),
        ] {
            let found = text.parse::<Date>().map(|date| date.to_string());
            assert_eq!(found, expected.map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn months_are_clamped_to_the_month_end_and_the_calendar_ends_in_9999() {
        let date = |text: &str| text.parse::<Date>().ok();
        assert_eq!(date("2026-08-31").and_then(|date| date.plus_months(6)), date("2027-02-28"));
        assert_eq!(date("2027-10-31").and_then(|date| date.plus_months(4)), date("2028-02-29"));
        assert_eq!(date("9999-12-31").and_then(|date| date.plus_days(1)), None);
        assert_eq!(date("9999-12-01").and_then(|date| date.plus_months(1)), None);
    }
}
