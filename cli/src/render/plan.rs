//! The plan, step by step, with a bar of hours.

use anstyle::Style;
use bilan_professionnel::catalogue::Counts;
use bilan_professionnel::plan::{Plan, PlannedStep};
use bilan_professionnel::{Hours, french};
use unicode_width::UnicodeWidthStr;

use super::View;
use super::page::{Cell, NAMES, Page};
use super::style::{
    ALONE, COACH, MARK_COACH, PLAIN, QUIET, STROKE_ALONE, STROKE_LEFT, STROKE_TOGETHER, STRONG, TOGETHER,
};
use crate::words;

/// The columns of a step around its label.
const NUMBER: usize = 2;
const NUMBER_AND_COACH: usize = 4;
/// The widest bar.
const BAR: usize = 16;

pub(super) fn write(page: &mut Page, view: &View<'_>) {
    let plan = &view.dossier.plan;
    page.heading(&format!("Plan de {}", total(plan)));
    let scale = Scale::of(plan);
    let numbers = if plan.steps.iter().any(|step| step.coach) { NUMBER_AND_COACH } else { NUMBER };
    let hours = plan.steps.iter().map(|step| french::hours(step.hours).width()).max().unwrap_or(0);
    let examples = plan.steps.iter().map(|step| example(step).width()).max().unwrap_or(0);
    let mut group: (&[String], &[String]) = (&[], &[]);
    for (place, step) in plan.steps.iter().enumerate() {
        // As on the centre's page, steps are grouped by ways of working and tools.
        if (step.modes, step.tools) != group {
            group = (step.modes, step.tools);
            page.paragraph(QUIET, ways(view, step));
        }
        page.row(&[
            number(place.saturating_add(1), step.coach).wide(numbers).right(),
            Cell::text(PLAIN, step.label),
            Cell::text(STRONG, french::hours(step.hours)).wide(hours).right(),
            Cell::pieces(scale.bar(step)).wide(scale.width),
            Cell::text(QUIET, example(step)).wide(examples),
        ]);
    }
    page.gap();
    totals(page, plan);
    legend(page, &plan.steps);
    if !plan.warnings.is_empty() {
        page.gap();
    }
    for warning in &plan.warnings {
        page.warning(format!("{} : {}", view.step_label(warning.step), warning.message));
    }
}

/// « Entretien individuel + Travail accompagné (tests, questionnaires) ».
fn ways(view: &View<'_>, step: &PlannedStep<'_>) -> String {
    let modes = view.offer.modes.iter().filter(|mode| step.modes.contains(&mode.code));
    let modes = modes.map(|mode| mode.label.as_str()).collect::<Vec<_>>().join(" + ");
    if step.tools.is_empty() { modes } else { format!("{modes} ({})", step.tools.join(", ")) }
}

fn number(number: usize, coach: bool) -> Cell {
    let mark = if coach { format!("{MARK_COACH} ") } else { String::new() };
    Cell::pieces(vec![(COACH, mark), (QUIET, number.to_string())])
}

/// What the example allows, where it leaves a choice.
fn example(step: &PlannedStep<'_>) -> String {
    if step.range.width().is_zero() { String::new() } else { words::range(step.range) }
}

/// « 18 h en moyenne », « 20 h ».
pub(super) fn total(plan: &Plan<'_>) -> String {
    let hours = french::hours(plan.hours);
    if plan.average { format!("{hours} en moyenne") } else { hours }
}

fn totals(page: &mut Page, plan: &Plan<'_>) {
    let totals = plan.totals;
    let (together, alone) = (french::hours(totals.accompanied), french::hours(totals.autonomous));
    let shares = match (totals.autonomous.is_zero(), plan.counts) {
        (true, _) => "en accompagnement".to_owned(),
        (false, Counts::All) => format!("dont {together} d’accompagnement et {alone} en autonomie"),
        (false, Counts::Accompanied) => format!("en accompagnement, et {alone} en autonomie en plus"),
    };
    page.field("Total", STRONG, format!("{}, {shares}", total(plan)));
    if plan.kickoff_meeting {
        page.field("", QUIET, format!("réunion de démarrage comprise ({})", french::hours(totals.kickoff)));
    }
    if !plan.range.width().is_zero() {
        page.field("Total possible", QUIET, format!("{} avec les mêmes choix", words::range(plan.range)));
    }
}

/// What the strokes and the mark mean, as far as they are used.
fn legend(page: &mut Page, steps: &[PlannedStep<'_>]) {
    let any = |found: fn(&PlannedStep<'_>) -> bool| steps.iter().any(found);
    let keys = [
        (any(|step| step.accompanied), TOGETHER, STROKE_TOGETHER, "accompagné"),
        (any(|step| !step.accompanied), ALONE, STROKE_ALONE, "en autonomie"),
        (any(|step| step.hours < step.range.max()), QUIET, STROKE_LEFT, "marge"),
        (any(|step| step.coach), COACH, MARK_COACH, "coach"),
    ];
    let mut pieces = Vec::new();
    for (_, style, mark, meaning) in keys.into_iter().filter(|(used, ..)| *used) {
        let separator = if pieces.is_empty() { "" } else { "   " };
        pieces.extend([(PLAIN, separator.to_owned()), (style, mark.to_owned()), (QUIET, format!(" {meaning}"))]);
    }
    page.row(&[Cell::text(QUIET, "Légende").wide(NAMES), Cell::pieces(pieces)]);
}

/// How hours are drawn: half an hour a column, more where the longest step asks for it.
struct Scale {
    quarters: u32,
    width: usize,
}

impl Scale {
    fn of(plan: &Plan<'_>) -> Self {
        let longest = plan.steps.iter().map(|step| step.range.max().max(step.hours)).max().unwrap_or_default();
        let widest = u32::try_from(BAR).unwrap_or(u32::MAX);
        let quarters = longest.quarters().div_ceil(widest).max(Hours::HALF.quarters());
        let scale = Self { quarters, width: 0 };
        Self { width: scale.columns(longest), ..scale }
    }

    fn columns(&self, hours: Hours) -> usize {
        usize::try_from(hours.quarters().div_ceil(self.quarters)).unwrap_or(BAR)
    }

    /// The hours of a step, then what the example would still allow.
    fn bar(&self, step: &PlannedStep<'_>) -> Vec<(Style, String)> {
        let (style, stroke) = if step.accompanied { (TOGETHER, STROKE_TOGETHER) } else { (ALONE, STROKE_ALONE) };
        let filled = self.columns(step.hours);
        let left = self.columns(step.range.max()).saturating_sub(filled);
        vec![(style, stroke.repeat(filled)), (QUIET, STROKE_LEFT.repeat(left))]
    }
}
