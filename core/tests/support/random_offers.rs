//! Offers, plans and calendars at random, with what a reader of the documents knows of them.

#![allow(dead_code, reason = "each test uses its part")]

use bilan_professionnel::catalogue::{Holidays, Spacing, Zone};
use bilan_professionnel::plan::{Plan, Request, plan};
use bilan_professionnel::schedule::{Cadence, Calendar, Closure, Weekday, holiday};
use bilan_professionnel::{Catalogue, Date, Hours};
use proptest::prelude::*;
use serde_json::{Value, json};

const WEEKDAYS: [Weekday; 5] =
    [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

/// A period in which the centre is closed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CentreClosure {
    pub(crate) from: Date,
    pub(crate) to: Date,
    pub(crate) yearly: bool,
}

/// A step of the variant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub(crate) accompanied: bool,
    pub(crate) after: Option<u32>,
    min: u32,
    width: u32,
}

/// What a centre offers: one variant.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    pub(crate) granularity: Hours,
    pub(crate) observed: Holidays,
    pub(crate) closures: Vec<CentreClosure>,
    pub(crate) delay: u32,
    pub(crate) usual: Option<(u32, u32)>,
    pub(crate) longest: Hours,
    pub(crate) cadences: Vec<Spacing>,
    kickoff: Option<bool>,
    pub(crate) steps: Vec<Step>,
    counts_accompanied: bool,
    /// Whether the course is the variant's own.
    own_course: bool,
}

/// A plan of a centre, and when.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) offer: Offer,
    pub(crate) catalogue: &'static Catalogue,
    pub(crate) plan: Plan<'static>,
    pub(crate) calendar: Calendar,
}

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let hours: Vec<_> = self.plan.steps.iter().map(|step| format!("{} {}", step.code, step.hours)).collect();
        write!(f, "{:?}\n{hours:?}\n{:?}", self.offer, self.calendar)
    }
}

impl Case {
    /// The cadences that the automatic one may use.
    pub(crate) fn offered(&self) -> Vec<Spacing> {
        if self.offer.cadences.is_empty() {
            return vec![Spacing::Weekly, Spacing::Fortnightly];
        }
        let mut offered = self.offer.cadences.clone();
        offered.sort();
        offered
    }

    pub(crate) fn longest(&self) -> Hours {
        self.calendar.max_session_hours.unwrap_or(self.offer.longest)
    }

    /// The months that must pass before a step, since the session before it.
    pub(crate) fn after(&self, step: &str) -> Option<u32> {
        step.strip_prefix("etape").and_then(|place| self.offer.steps[place.parse::<usize>().unwrap()].after)
    }

    pub(crate) fn wall(&self) -> Wall<'_> {
        Wall { offer: &self.offer, closures: &self.calendar.closures }
    }
}

/// The calendar as one reads it on a wall.
#[derive(Clone, Copy)]
pub(crate) struct Wall<'c> {
    pub(crate) offer: &'c Offer,
    pub(crate) closures: &'c [Closure],
}

impl Wall<'_> {
    pub(crate) fn is_open(&self, date: Date) -> bool {
        let weekend = matches!(date.weekday(), chrono::Weekday::Sat | chrono::Weekday::Sun);
        let closed = self.closures.iter().any(|closure| closure.from <= date && date <= closure.to);
        let by_centre = self.offer.closures.iter().any(|closure| {
            let years = if closure.yearly { date.year() - closure.from.year() } else { 0 };
            // The period as it is that year, or as it began the year before.
            [years - 1, years]
                .into_iter()
                .filter(|years| closure.yearly || *years == 0)
                .any(|years| years_later(closure.from, years) <= date && date <= years_later(closure.to, years))
        });
        !weekend && !closed && !by_centre && holiday(date, self.offer.observed).is_none()
    }

    /// The first open day from that one, on that weekday if there is one, until the last day.
    pub(crate) fn first(&self, from: Date, weekday: Option<chrono::Weekday>, last: Date) -> Option<Date> {
        let days = std::iter::successors(Some(from), |date| date.plus_days(1)).take_while(|date| *date <= last);
        let mut wanted = days.filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday));
        wanted.find(|date| self.is_open(*date))
    }

    /// The session that follows one, at least so many days later, within two years.
    pub(crate) fn next(&self, date: Date, gap: u32) -> Option<Date> {
        self.first(date.plus_days(gap)?, Some(date.weekday()), months_later(date, 24))
    }

    /// The session that follows one, so many months later.
    pub(crate) fn follow_up(&self, date: Date, months: u32) -> Option<Date> {
        let due = months_later(date, i32::try_from(months).unwrap());
        self.first(due, Some(date.weekday()), months_later(due, 24))
    }

    /// So many sessions, all that far apart.
    pub(crate) fn uniform(&self, first: Date, count: usize, spacing: Spacing) -> Option<Vec<Date>> {
        let mut dates = vec![first];
        for _ in 1..count {
            dates.push(self.next(*dates.last()?, spacing.days())?);
        }
        Some(dates)
    }
}

/// Calendar months, clamped to the month's end, without the library's own arithmetic.
pub(crate) fn months_later(date: Date, months: i32) -> Date {
    let months = date.year() * 12 + i32::try_from(date.month()).unwrap() - 1 + months;
    let month = u32::try_from(months % 12).unwrap() + 1;
    (1..=date.day()).rev().find_map(|day| Date::new(months / 12, month, day)).unwrap()
}

fn years_later(date: Date, years: i32) -> Date {
    Date::new(date.year() + years, date.month(), date.day()).unwrap()
}

fn document(offer: &Offer) -> Value {
    let hours = |units: u32| offer.granularity.times(units);
    let kickoff = offer.kickoff.map(|required| {
        json!({ "code": "demarrage", "label": "Démarrage", "hours": { "min": hours(1), "max": hours(2) },
                "modes": ["entretien"], "kickoff": if required { "required" } else { "optional" } })
    });
    let steps = offer.steps.iter().enumerate().map(|(place, step)| {
        json!({ "code": format!("etape{place}"), "label": format!("Étape {place}"),
                "hours": { "min": hours(step.min), "max": hours(step.min + step.width) },
                "modes": [if step.accompanied { "entretien" } else { "autonomie" }],
                "after": step.after.map(|months| json!({ "months": months })) })
    });
    let least: u32 = offer.steps.iter().map(|step| step.min).sum::<u32>() + u32::from(offer.kickoff.is_some());
    let course = json!({
        "delay": { "days": offer.delay }, "maxSessionHours": offer.longest, "cadences": offer.cadences,
        "usual": offer.usual.map(|(min, max)| json!({ "minMonths": min, "maxMonths": max }))
    });
    // What is the variant's own does not come from the centre; only a duration cannot be taken away.
    let own = offer.own_course.then(|| course.clone());
    let mut centre = if offer.own_course {
        json!({ "delay": { "weeks": 9 }, "maxSessionHours": 8, "cadences": ["monthly"] })
    } else {
        course
    };
    centre["holidays"] = json!(offer.observed);
    centre["closures"] = offer
        .closures
        .iter()
        .map(|closure| json!({ "from": closure.from, "to": closure.to, "yearly": closure.yearly }))
        .collect();
    json!({
        "id": "essai", "edition": "2026-11", "centre": { "name": "Centre de gestion" }, "granularity": offer.granularity,
        "clients": [{ "code": "affiliee", "label": "Collectivité affiliée" }],
        "modes": [{ "code": "entretien", "label": "Entretien", "accompanied": true },
                  { "code": "autonomie", "label": "Travail personnel", "accompanied": false }],
        "variants": [{ "code": "bilan", "label": "Bilan", "purpose": "Faire le point.", "statedHours": hours(least),
                       "counts": if offer.counts_accompanied { "accompanied" } else { "all" },
                       "steps": kickoff.into_iter().chain(steps).collect::<Vec<_>>(), "course": own }],
        "course": centre
    })
}

fn some_day() -> impl Strategy<Value = Date> {
    (1990..2100i32, 1u32..=12, 1u32..=28).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let after = prop_oneof![8 => Just(None), 1 => (1u32..9).prop_map(Some)];
    let step =
        (prop::bool::weighted(0.75), 1u32..9, 0u32..7, after).prop_map(|(accompanied, min, width, after)| Step {
            accompanied,
            min: if accompanied { min } else { min.min(2) },
            width,
            after: after.filter(|_| accompanied),
        });
    prop::collection::vec(step, 1..14).prop_map(|mut steps| {
        if steps.iter().all(|step| !step.accompanied) {
            steps[0].accompanied = true;
        }
        // The fewest hours of all are then within reach of the accompanied ones alone: one total for both ways to count.
        let personal: u32 = steps.iter().filter(|step| !step.accompanied).map(|step| step.min).sum();
        if let Some(step) = steps.iter_mut().find(|step| step.accompanied) {
            step.width += personal;
            // Something has to come before a step that waits: the first session never does.
            step.after = None;
        }
        steps
    })
}

fn offers() -> impl Strategy<Value = Offer> {
    let granularity = prop::sample::select(vec![Hours::QUARTER, Hours::HALF, Hours::HALF, Hours::ONE]);
    let observed = (prop::sample::select(Zone::ALL.to_vec()), any::<bool>()).prop_map(|(zone, good_friday)| {
        // Good Friday is a public holiday in Alsace-Moselle only; elsewhere a catalogue that says so is refused.
        if good_friday && zone == Zone::AlsaceMoselle {
            Holidays::of(zone).with_good_friday()
        } else {
            Holidays::of(zone)
        }
    });
    let closure = (some_day(), 0u32..60, any::<bool>()).prop_map(|(from, length, yearly)| {
        // 29 February has its own test.
        let to = from.plus_days(length).unwrap();
        let to = if (to.month(), to.day()) == (2, 29) { to.plus_days(1).unwrap() } else { to };
        CentreClosure { from, to, yearly }
    });
    let usual = prop_oneof![
        1 => Just(None),
        3 => Just(Some((4, 6))),
        1 => Just(Some((2, 2))),
        3 => (0u32..6, 1u32..6).prop_map(|(min, more)| Some((min, min + more))),
    ];
    let cadences = prop::sample::subsequence(vec![Spacing::Weekly, Spacing::Fortnightly, Spacing::Monthly], 0..=3);
    let kickoff = prop::option::of(prop::bool::weighted(0.2));
    let course = (0u32..60, usual, 1u32..9, cadences.prop_shuffle(), any::<bool>());
    (granularity, observed, prop::collection::vec(closure, 0..3), course, kickoff, steps(), prop::bool::weighted(0.2))
        .prop_map(|(granularity, observed, closures, course, kickoff, steps, counts_accompanied)| {
            let (delay, usual, longest, cadences, own_course) = course;
            let longest = granularity.times(longest);
            Offer {
                granularity,
                observed,
                closures,
                delay,
                usual,
                longest,
                // What is empty is the centre's.
                own_course: own_course && !cadences.is_empty(),
                cadences,
                kickoff,
                steps,
                counts_accompanied,
            }
        })
}

/// Closures around a year and a half; now and then one that outlasts the search.
fn closures() -> impl Strategy<Value = Vec<(u32, u32)>> {
    let short = prop::collection::vec((0u32..500, 0u32..40), 0..8);
    let long = prop_oneof![
        6 => Just(None),
        1 => (0u32..400, 60u32..200).prop_map(Some),
        1 => (60u32..400).prop_map(|from| Some((from, 1_200))),
    ];
    (short, long).prop_map(|(short, long)| short.into_iter().chain(long).collect())
}

/// A plan of a random offer, on a random calendar.
pub(crate) fn cases() -> impl Strategy<Value = Case> {
    let cadence = prop_oneof![
        6 => Just(None),
        2 => Just(Some(Cadence::Auto)),
        1 => Just(Some(Cadence::Weekly)),
        1 => Just(Some(Cadence::Fortnightly)),
        1 => Just(Some(Cadence::Monthly)),
    ];
    let weekday = prop::option::of(prop::sample::select(WEEKDAYS.to_vec()));
    let when = (some_day(), prop::option::of(0u32..200), cadence, weekday, closures(), prop::option::of(1u32..=8));
    (offers(), 0.0..=1.0f64, any::<bool>(), when).prop_map(|(offer, share, kickoff, when)| {
        let (exchanges, start, cadence, weekday, closures, longest) = when;
        let catalogue = Catalogue::parse(document(&offer).to_string().as_bytes()).unwrap();
        let catalogue: &'static Catalogue = Box::leak(Box::new(catalogue));
        let mut request = Request::new("bilan");
        if !kickoff && offer.kickoff == Some(false) {
            request = request.without_kickoff();
        }
        let wide = plan(catalogue, &request).map(|plan| plan.range);
        let range = wide.unwrap_or_else(|error| {
            // Without its kickoff the stated total may be out of reach.
            let (min, max) = error.problem().possible_hours().unwrap();
            bilan_professionnel::HoursRange::new(min, max).unwrap()
        });
        let units = range.width().quarters() / offer.granularity.quarters();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let more = offer.granularity.times((f64::from(units) * share).round() as u32);
        let plan = plan(catalogue, &request.hours(range.min().plus(more))).unwrap();

        let mut calendar = Calendar::new(exchanges);
        calendar.start_on = start.map(|days| exchanges.plus_days(days).unwrap());
        calendar.cadence = cadence;
        calendar.weekday = weekday;
        calendar.max_session_hours = longest.map(|units| offer.granularity.times(units));
        for (after, length) in closures {
            let from = exchanges.plus_days(after).unwrap();
            calendar = calendar.closed(from, from.plus_days(length).unwrap());
        }
        Case { offer, catalogue, plan, calendar }
    })
}
