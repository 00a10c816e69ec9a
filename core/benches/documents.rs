//! Documents, typed and as text, beside the bare parse and print of the same text: `cargo bench --bench documents`.
//!
//! Read a ratio as the median of a line over the median of the baseline of its group. The baseline is `serde_json`
//! alone: the request parsed to a `Value`, and the `Value` of the result printed.

#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;

use bilan_professionnel::funding::{Answers, Fact, Statut};
use bilan_professionnel::schedule::Calendar;
use bilan_professionnel::simulation::{Case, simulate};
use bilan_professionnel::wire::{Operation, answer};
use bilan_professionnel::{Catalogue, Date, funding, plan, schedule};
use divan::Bencher;
use serde_json::Value;

fn main() {
    divan::main();
}

const FUNDING: &str = r#"{"on":"2026-12-01","until":"2027-05-31","facts":{"rqth":true,"statut":"fonctionnaire","tauxIncapacitePermanente":12.5,"ati":false},"validUntil":{"rqth":"2027-01-31"}}"#;
const CASE: &str = r#"{"on":"2026-11-23","needs":["faireLePoint","construireProjet"],"client":"affiliee","facts":{"rqth":true,"statut":"fonctionnaire"},"validUntil":{"rqth":"2027-01-31"},"calendar":{"exchangesOn":"2026-12-01","weekday":"tuesday","closures":[{"from":"2027-02-15","to":"2027-02-26"}]}}"#;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn answers() -> Answers {
    Answers::new()
        .flag(Fact::Rqth, true)
        .status(Fact::Statut, Statut::Fonctionnaire)
        .percent(Fact::TauxIncapacitePermanente, "12.5".parse().unwrap())
        .flag(Fact::Ati, false)
}

fn calendar() -> Calendar {
    Calendar::new(day("2026-12-01")).weekday(schedule::Weekday::Tuesday).closed(day("2027-02-15"), day("2027-02-26"))
}

#[divan::bench]
fn catalogue_parse(bencher: Bencher<'_, '_>) {
    let text = answer(Catalogue::embedded(), Operation::Catalogue, b"{}").unwrap();
    bencher.bench_local(|| Catalogue::parse(black_box(text.as_bytes())));
}

/// The bare parse of a request and print of its answer.
fn baseline(bencher: Bencher<'_, '_>, operation: Operation, request: &str) {
    let result = answer(Catalogue::embedded(), operation, request.as_bytes()).unwrap();
    let result: Value = serde_json::from_str(&result).unwrap();
    bencher.bench_local(|| {
        let request: Value = serde_json::from_str(black_box(request)).unwrap();
        black_box(request);
        serde_json::to_string(black_box(&result)).unwrap()
    });
}

/// The bare parse and print of both documents.
fn baseline_both(bencher: Bencher<'_, '_>, operation: Operation, request: &str) {
    let result = answer(Catalogue::embedded(), operation, request.as_bytes()).unwrap();
    bencher.bench_local(|| {
        let [request, result] = [request, &result].map(|text| serde_json::from_str::<Value>(black_box(text)).unwrap());
        (serde_json::to_string(&request).unwrap(), serde_json::to_string(&result).unwrap())
    });
}

#[divan::bench_group(name = "funding, explained")]
mod explained {
    use super::{
        Bencher, Catalogue, FUNDING, Operation, answer, answers, baseline, baseline_both, black_box, day, funding,
    };

    #[divan::bench]
    fn baseline_parse_request_print_result(bencher: Bencher<'_, '_>) {
        baseline(bencher, Operation::Funding, FUNDING);
    }

    #[divan::bench]
    fn baseline_parse_and_print_both(bencher: Bencher<'_, '_>) {
        baseline_both(bencher, Operation::Funding, FUNDING);
    }

    #[divan::bench]
    fn typed(bencher: Bencher<'_, '_>) {
        let request = funding::Request::new(day("2026-12-01"), answers());
        bencher.bench_local(|| funding::assess(Catalogue::embedded(), black_box(&request)));
    }

    #[divan::bench]
    fn text_to_text(bencher: Bencher<'_, '_>) {
        let catalogue = Catalogue::embedded();
        bencher.bench_local(|| answer(catalogue, Operation::Funding, black_box(FUNDING.as_bytes())));
    }
}

#[divan::bench_group(name = "plan and schedule, typed")]
mod typed {
    use super::{Bencher, Catalogue, black_box, calendar, plan, schedule};

    #[divan::bench]
    fn plan_20_hours(bencher: Bencher<'_, '_>) {
        let catalogue = Catalogue::embedded();
        let request =
            plan::Request::new("evolution").hours(bilan_professionnel::Hours::from_whole(20)).without_kickoff();
        bencher.bench_local(|| plan::plan(catalogue, black_box(&request)));
    }

    #[divan::bench]
    fn schedule_4_to_6_months(bencher: Bencher<'_, '_>) {
        let catalogue = Catalogue::embedded();
        let (plan, calendar) = (plan::plan(catalogue, &plan::Request::new("evolution")).unwrap(), calendar());
        bencher.bench_local(|| schedule::schedule(catalogue, black_box(&plan), black_box(&calendar)));
    }
}

#[divan::bench_group(name = "whole dossier")]
mod dossier {
    use super::{
        Bencher, CASE, Case, Catalogue, Operation, answer, answers, baseline, baseline_both, black_box, calendar, day,
        simulate,
    };

    #[divan::bench]
    fn baseline_parse_request_print_result(bencher: Bencher<'_, '_>) {
        baseline(bencher, Operation::Simulate, CASE);
    }

    #[divan::bench]
    fn baseline_parse_and_print_both(bencher: Bencher<'_, '_>) {
        baseline_both(bencher, Operation::Simulate, CASE);
    }

    #[divan::bench]
    fn typed(bencher: Bencher<'_, '_>) {
        let catalogue = Catalogue::embedded();
        let case = Case::new(day("2026-11-23"))
            .need("faireLePoint")
            .need("construireProjet")
            .client("affiliee")
            .facts(answers())
            .calendar(calendar());
        bencher.bench_local(|| simulate(catalogue, black_box(&case)));
    }

    #[divan::bench]
    fn text_to_text(bencher: Bencher<'_, '_>) {
        let catalogue = Catalogue::embedded();
        bencher.bench_local(|| answer(catalogue, Operation::Simulate, black_box(CASE.as_bytes())));
    }
}
