//! What a catalogue must satisfy beyond the types of its members.

use super::offer::Offer;
use super::tariff::{Price, Tariff};
use super::variant::{Counts, Step, Variant};
use crate::error::{Error, Problem};
use crate::limits::{MAX_LIST, MAX_SESSION, MAX_STEP, MIN_HOURS};
use crate::values::{Hours, HoursRange};

type Check = Result<(), Error>;

/// Checks a whole offer; the first fault in the order of the document is the one reported.
pub(super) fn check(offer: &Offer) -> Check {
    filled("id", &offer.id)?;
    filled("edition", &offer.edition)?;
    codes("needs", &mut offer.needs.iter().map(|need| &need.code))?;
    codes("modes", &mut offer.modes.iter().map(|mode| &mode.code))?;
    size("variants", offer.variants.len(), 1, 64)?;
    codes("variants", &mut offer.variants.iter().map(|variant| &variant.code))?;
    each("variants", &offer.variants, |variant| check_variant(offer, variant))?;
    codes("covers", &mut offer.covers.iter().map(|cover| &cover.code))?;
    size("tariffs", offer.tariffs.len(), 0, MAX_LIST)?;
    each("tariffs", &offer.tariffs, |tariff| check_tariff(offer, tariff))?;
    check_overlaps(&offer.tariffs)?;
    check_course(offer).map_err(|error| error.within("course"))?;
    codes("accompaniment", &mut offer.accompaniment.iter().map(|companion| &companion.code))?;
    each("accompaniment", &offer.accompaniment, |companion| {
        let variants = companion.variants.as_deref().unwrap_or_default();
        known("variants", variants, &mut offer.variants.iter().map(|variant| &variant.code))
    })?;
    within("settlement.dueDays", offer.settlement.due_days.unwrap_or(30), 0, 365)?;
    codes("settlement.documents", &mut offer.settlement.documents.iter().map(|document| &document.code))?;
    codes("texts", &mut offer.texts.iter().map(|text| &text.code))
}

fn check_variant(offer: &Offer, variant: &Variant) -> Check {
    known("needs", &variant.needs, &mut offer.needs.iter().map(|need| &need.code))?;
    size("steps", variant.steps.len(), 1, 64)?;
    codes("steps", &mut variant.steps.iter().map(|step| &step.code))?;
    each("steps", &variant.steps, |step| check_step(offer, step))?;
    let mut kickoffs = variant.steps.iter().enumerate().filter(|(_, step)| step.kickoff.is_some());
    if let Some((index, _)) = kickoffs.find(|(index, _)| *index > 0) {
        let problem = Problem::out_of_range("une seule réunion de démarrage, en première étape");
        return Err(problem.at("kickoff").within_index(index).within("steps"));
    }
    let accompanied = |code: &String| offer.modes.iter().any(|mode| mode.code == *code && mode.accompanied);
    let counted = |step: &&Step| variant.counts == Counts::All || step.modes.iter().any(accompanied);
    let range: HoursRange = variant.steps.iter().filter(counted).map(|step| step.hours).sum();
    if !range.contains(variant.stated_hours) {
        return Err(Problem::TotalOutOfReach { min: range.min(), max: range.max() }.at("statedHours"));
    }
    Ok(())
}

fn check_step(offer: &Offer, step: &Step) -> Check {
    if step.hours.min() < MIN_HOURS || step.hours.max() > MAX_STEP {
        return Err(Problem::HoursOutOfRange { min: MIN_HOURS, max: MAX_STEP }.at("hours"));
    }
    size("modes", step.modes.len(), 1, 16)?;
    known("modes", &step.modes, &mut offer.modes.iter().map(|mode| &mode.code))?;
    let mut presence =
        step.modes.iter().filter_map(|code| offer.modes.iter().find(|mode| mode.code == *code)).map(|m| m.accompanied);
    let accompanied = presence.next();
    if presence.any(|other| Some(other) != accompanied) {
        return Err(Problem::out_of_range("des modalités toutes accompagnées, ou toutes en autonomie").at("modes"));
    }
    if accompanied == Some(false) && (step.coach || step.kickoff.is_some()) {
        let problem = Problem::out_of_range("une étape accompagnée pour une réunion ou l’intervention d’un coach");
        return Err(problem.at("modes"));
    }
    Ok(())
}

fn check_tariff(offer: &Offer, tariff: &Tariff) -> Check {
    size("variants", tariff.variants.len(), 1, 64)?;
    known("variants", &tariff.variants, &mut offer.variants.iter().map(|variant| &variant.code))?;
    known("covers", &tariff.covers, &mut offer.covers.iter().map(|cover| &cover.code))?;
    if let (Some(from), Some(to)) = (tariff.from, tariff.to)
        && to < from
    {
        return Err(Problem::InvertedRange.at("to"));
    }
    match &tariff.price {
        Price::Reference(reference) if reference.hours.is_zero() => {
            Err(Problem::HoursOutOfRange { min: MIN_HOURS, max: Hours::MAX }.at("price.reference.hours"))
        }
        _ => Ok(()),
    }
}

/// On any day, one tariff at most prices a variant for an affiliation.
fn check_overlaps(tariffs: &[Tariff]) -> Check {
    for (index, tariff) in tariffs.iter().enumerate() {
        for (other_index, other) in tariffs.iter().enumerate().take(index) {
            let same_clients = match (&tariff.clients, &other.clients) {
                (Some(some), Some(others)) => some.iter().any(|code| others.contains(code)),
                _ => true,
            };
            let starts_before_end = |a: &Tariff, b: &Tariff| match (a.from, b.to) {
                (Some(from), Some(to)) => from <= to,
                _ => true,
            };
            let same_days = starts_before_end(tariff, other) && starts_before_end(other, tariff);
            let same_hours = match (tariff.hours, other.hours) {
                (Some(hours), Some(others)) => hours.min() <= others.max() && others.min() <= hours.max(),
                _ => true,
            };
            let shared = tariff.variants.iter().find(|code| other.variants.contains(code));
            if let Some(variant) = shared.filter(|_| same_clients && same_days && same_hours) {
                let problem =
                    Problem::OverlappingTariffs { other: other_index.saturating_add(1), variant: variant.clone() };
                return Err(problem.at("").within_index(index).within("tariffs"));
            }
        }
    }
    Ok(())
}

fn check_course(offer: &Offer) -> Check {
    let course = &offer.course;
    if let Some(hours) = course.max_session_hours
        && (hours < MIN_HOURS || hours > MAX_SESSION)
    {
        return Err(Problem::HoursOutOfRange { min: MIN_HOURS, max: MAX_SESSION }.at("maxSessionHours"));
    }
    codes("before", &mut course.before.iter().map(|before| &before.code))?;
    codes("sites", &mut course.sites.iter().map(|site| &site.code))?;
    codes("remote", &mut course.remote.iter().map(|remote| &remote.code))
}

fn each<T>(list: &str, items: &[T], check: impl Fn(&T) -> Check) -> Check {
    for (index, item) in items.iter().enumerate() {
        check(item).map_err(|error| error.within_index(index).within(list))?;
    }
    Ok(())
}

fn filled(path: &str, text: &str) -> Check {
    if text.is_empty() { Err(Problem::out_of_range("un texte non vide").at(path)) } else { Ok(()) }
}

fn within(path: &str, value: u32, min: u32, max: u32) -> Check {
    if (min..=max).contains(&value) {
        return Ok(());
    }
    Err(Problem::out_of_range(format!("un nombre entier de {min} à {max}")).at(path))
}

fn size(path: &str, length: usize, min: usize, max: usize) -> Check {
    if (min..=max).contains(&length) {
        return Ok(());
    }
    Err(Problem::out_of_range(format!("une liste de {min} à {max} éléments")).at(path))
}

/// Codes are camelCase ASCII, and stand once in their list.
fn codes(list: &str, codes: &mut dyn Iterator<Item = &String>) -> Check {
    let mut seen: Vec<&str> = Vec::new();
    for (index, code) in codes.enumerate() {
        let at = |problem: Problem| problem.at("code").within_index(index).within(list);
        let is_code = code.len() <= 64
            && code.starts_with(|first: char| first.is_ascii_lowercase())
            && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_code {
            return Err(at(Problem::out_of_range(
                "un code de 64 caractères au plus : une minuscule, puis des lettres sans accent et des chiffres",
            )));
        }
        size(list, seen.len(), 0, MAX_LIST.saturating_sub(1))?;
        if seen.contains(&code.as_str()) {
            return Err(at(Problem::DuplicateCode { code: code.clone() }));
        }
        seen.push(code);
    }
    Ok(())
}

/// Every reference names a code that the list defines, once.
fn known(list: &str, references: &[String], codes: &mut dyn Iterator<Item = &String>) -> Check {
    let codes: Vec<&str> = codes.map(String::as_str).collect();
    size(list, references.len(), 0, MAX_LIST)?;
    for (index, reference) in references.iter().enumerate() {
        let at = |problem: Problem| problem.at("").within_index(index).within(list);
        if !codes.contains(&reference.as_str()) {
            return Err(at(Problem::UnknownCode {
                found: reference.chars().take(40).collect(),
                expected: codes.join(", "),
            }));
        }
        if references.iter().take(index).any(|earlier| earlier == reference) {
            return Err(at(Problem::DuplicateCode { code: reference.chars().take(40).collect() }));
        }
    }
    Ok(())
}
