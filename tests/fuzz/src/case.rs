//! Whole cases of agents, mostly possible ones, made from the bytes of libFuzzer.

use arbitrary::Arbitrary;
use bilan_professionnel::funding::{self, Answers, Fact, FactKind};
use bilan_professionnel::plan::Plan;
use bilan_professionnel::schedule::{Cadence, Calendar, Weekday};
use bilan_professionnel::simulation::Case;
use bilan_professionnel::{Catalogue, Date, Hours, Percent, plan, settlement};

/// An agent, in numbers that always mean something.
#[derive(Arbitrary, Debug)]
pub struct Agent {
    pub other_centre: bool,
    on: Day,
    needs: Vec<u8>,
    variant: Option<u8>,
    client: Option<u8>,
    known: u32,
    values: u32,
    rate: u8,
    proofs: Vec<(u8, i16)>,
    hours: Option<i8>,
    kickoff: Option<bool>,
    fixed: Vec<(u8, u8)>,
    calendar: Option<When>,
    attended: Vec<(i16, u8)>,
    invoice: Option<i16>,
    work_alone: Option<u8>,
    until: Option<u8>,
    asked: u32,
    learned: u8,
    as_text: u8,
}

/// A wish for a calendar; days are counted from the exchanges.
#[derive(Arbitrary, Debug)]
struct When {
    exchanges: i8,
    start: Option<u16>,
    cadence: u8,
    weekday: u8,
    closures: Vec<(i16, u8)>,
    longest: u8,
}

/// A day of these years, seldom one at either end of the calendar.
#[derive(Arbitrary, Clone, Copy, Debug)]
struct Day(u16);

impl Day {
    fn date(self) -> Date {
        let first = |year| Date::new(year, 1, 1).unwrap_or(Date::MIN);
        let date = match self.0 {
            0..=59_999 => first(2026).plus_days(u32::from(self.0) % 3_653),
            60_000..=62_999 => Date::MIN.plus_days(u32::from(self.0) - 60_000),
            _ => first(9_993).plus_days(u32::from(self.0) - 63_000),
        };
        date.unwrap_or(Date::MIN)
    }
}

/// So many days later or earlier, within the calendar.
fn moved(date: Date, days: i32) -> Date {
    let later = |date: Date| u32::try_from(days).ok().and_then(|days| date.plus_days(days));
    let before = || {
        let years = days.unsigned_abs() / 365 + 1;
        let start = Date::new(date.year() - i32::try_from(years).ok()?, 1, 1)?;
        start.plus_days(u32::try_from(date.days_since(start) + i64::from(days)).ok()?)
    };
    later(date).or_else(before).unwrap_or(date)
}

fn pick<T>(items: &[T], which: u8) -> Option<&T> {
    items.get(usize::from(which) % items.len().max(1))
}

impl Agent {
    /// The fact that is learned after the first verdict.
    pub fn learned(&self) -> Fact {
        Fact::ALL[usize::from(self.learned) % Fact::COUNT]
    }

    /// Whether the case is also asked as text: seldom, since digests take most of the time.
    pub fn as_text(&self) -> bool {
        self.as_text > 191
    }

    /// The request for a verdict.
    pub fn funding(&self) -> funding::Request {
        let on = self.on.date();
        let facts = Fact::ALL.into_iter().filter(|fact| self.known & fact.bit() != 0);
        let holds = |fact: Fact| self.values & fact.bit() != 0;
        let percent = Percent::try_from(f64::from(self.rate.min(200)) / 2.0).expect("a percentage");
        let answers = facts.fold(Answers::new(), |answers, fact| match fact.kind() {
            FactKind::Percent => answers.percent(fact, percent),
            _ => crate::funding::with(answers, fact, holds(fact)),
        });
        let mut request = funding::Request::new(on, answers);
        request.until = self.until.map(|days| moved(on, i32::from(days) * 2));
        request.asked = Fact::ALL.into_iter().filter(|fact| self.asked & fact.bit() != 0).collect();
        self.proofs.iter().take(6).fold(request, |request, (fact, days)| {
            let fact = Fact::ALL[usize::from(*fact) % Fact::COUNT];
            let day = moved(on, i32::from(*days) % 400);
            if fact.can_expire() { request.proof(fact, day).expect("a proof") } else { request }
        })
    }

    /// The whole case, with the catalogue's own codes.
    pub fn case(&self, catalogue: &Catalogue) -> Case {
        let offer = catalogue.offer();
        let funding = self.funding();
        let mut case = Case::new(funding.on).facts(funding.facts);
        case.valid_until = funding.valid_until;
        case.asked = funding.asked;
        let client = self.client.and_then(|client| pick(&offer.clients, client));
        case.client = client.map(|client| client.code.clone());
        case.kickoff_meeting = self.kickoff;
        for need in self.needs.iter().take(5).filter_map(|need| pick(&offer.needs, *need)) {
            if !case.needs.contains(&need.code) {
                case.needs.push(need.code.clone());
            }
        }
        let variant = self.variant.and_then(|variant| pick(&offer.variants, variant));
        case.variant = variant.map(|variant| variant.code.clone());
        if let Some(variant) = variant {
            let stated = variant.stated_hours;
            case.hours = self.hours.map(|hours| match hours {
                i8::MIN => stated.plus(Hours::QUARTER),
                hours if hours < 0 => stated.minus(offer.granularity.times(u32::from(hours.unsigned_abs() / 2))),
                hours => stated.plus(offer.granularity.times(u32::from(hours.unsigned_abs() / 2))),
            });
            for (step, hours) in self.fixed.iter().take(4) {
                let step = pick(&variant.steps, *step).expect("a variant has steps");
                let free = offer.granularity.times(u32::from(*hours));
                let hours = if *hours > 127 { step.hours.min() } else { free };
                case.fixed.insert(step.code.clone(), Some(hours));
            }
        }
        case.calendar = self.calendar.as_ref().map(|when| when.calendar(case.on));
        case
    }

    /// What took place of a plan.
    pub fn attendance(&self, plan: &Plan<'_>) -> settlement::Request {
        let on = self.on.date();
        let attended = self.attended.iter().take(20);
        let mut request = attended.fold(settlement::Request::new(), |request, (days, hours)| {
            let day = moved(on, i32::from(*days));
            let step = match hours / 98 {
                0 => None,
                1 => plan.steps.first(),
                _ => plan.steps.last(),
            };
            // Seldom no hours at all, or a quarter more than a day has.
            let hours = Hours::from_quarters(u32::from(hours % 98));
            match step {
                None => request.attended(day, hours),
                Some(step) => request.attended_step(day, hours, step.code),
            }
        });
        request.autonomous_hours = self.work_alone.map(|quarters| Hours::from_quarters(u32::from(quarters)));
        request.invoice_received_on = self.invoice.map(|days| moved(on, i32::from(days)));
        request
    }
}

/// The request for the plan of a case.
pub fn plan_request(case: &Case, variant: &str) -> plan::Request {
    let mut request = plan::Request::new(variant);
    request.hours = case.hours;
    request.kickoff_meeting = case.kickoff_meeting;
    request.fixed = case.fixed.clone();
    request
}

impl When {
    fn calendar(&self, on: Date) -> Calendar {
        const CADENCES: [Cadence; 4] = [Cadence::Auto, Cadence::Weekly, Cadence::Fortnightly, Cadence::Monthly];
        const WEEKDAYS: [Weekday; 5] =
            [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];
        let exchanges = moved(on, i32::from(self.exchanges));
        let mut calendar = Calendar::new(exchanges);
        calendar.start_on = self.start.map(|days| moved(exchanges, i32::from(days % 800)));
        calendar.cadence = CADENCES.get(usize::from(self.cadence % 5)).copied();
        calendar.weekday = WEEKDAYS.get(usize::from(self.weekday % 7)).copied();
        for (from, length) in self.closures.iter().take(12) {
            let from = moved(exchanges, i32::from(*from) % 500);
            calendar = calendar.closed(from, moved(from, i32::from(*length)));
        }
        if self.longest & 1 == 1 {
            calendar.max_session_hours = Some(Hours::HALF.times(u32::from(self.longest / 2 % 16 + 1)));
        }
        calendar
    }
}
