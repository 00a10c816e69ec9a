//! What a sound catalogue may still not mean.

use super::report::Warning;
use super::variants::{accompanied, range, range_without_kickoff};
use crate::catalogue::offer::Offer;
use crate::catalogue::tariff::{Price, Tariff};
use crate::catalogue::variant::{Step, Variant};
use crate::limits::LONG_SENTENCE;
use crate::values::{HoursRange, french};

/// Gives what deserves a second look in an offer without a fault.
pub(super) fn warnings(offer: &Offer) -> Vec<Warning> {
    let mut found = Vec::new();
    unpriced(offer, &mut found);
    unused(offer, &mut found);
    for (index, tariff) in offer.tariffs.iter().enumerate() {
        found.extend(unreachable_hours(offer, index, tariff));
    }
    for (index, variant) in offer.variants.iter().enumerate() {
        work_after_last_session(offer, index, variant, &mut found);
        course_said_twice(offer, index, variant, &mut found);
    }
    for (path, text) in texts(offer) {
        found.extend(long_sentence(path, text));
    }
    found
}

/// Variants and clients that no tariff is for.
fn unpriced(offer: &Offer, found: &mut Vec<Warning>) {
    for (index, variant) in offer.variants.iter().enumerate() {
        if !offer.tariffs.iter().any(|tariff| tariff.variants.contains(&variant.code)) {
            let message = format!(
                "Aucun tarif ne porte sur la déclinaison «\u{a0}{}\u{a0}»\u{a0}: son prix sera annoncé sur devis.",
                variant.code
            );
            found.push(Warning::new("variantWithoutTariff", format!("variants[{index}]"), message));
        }
    }
    for (index, client) in offer.clients.iter().enumerate() {
        let is_for = |tariff: &Tariff| tariff.clients.as_ref().is_none_or(|clients| clients.contains(&client.code));
        if !offer.tariffs.iter().any(is_for) {
            let message = format!(
                "Aucun tarif ne concerne le client «\u{a0}{}\u{a0}»\u{a0}: son prix sera annoncé sur devis.",
                client.code
            );
            found.push(Warning::new("clientWithoutTariff", format!("clients[{index}]"), message));
        }
    }
}

/// Codes that nothing uses, and variants that no need leads to.
fn unused(offer: &Offer, found: &mut Vec<Warning>) {
    let steps = || offer.variants.iter().flat_map(|variant| &variant.steps);
    let mut warn = |list: &str, index: usize, code: &str, lacks: &str| {
        let message = format!("{lacks} «\u{a0}{code}\u{a0}»\u{a0}: retirez-le, ou utilisez-le.");
        found.push(Warning::new("unusedCode", format!("{list}[{index}]"), message));
    };
    for (index, need) in offer.needs.iter().enumerate() {
        if !offer.variants.iter().any(|variant| variant.serves(&need.code)) {
            warn("needs", index, &need.code, "Aucune déclinaison ne répond au besoin");
        }
    }
    for (index, mode) in offer.modes.iter().enumerate() {
        if !steps().any(|step| step.modes.contains(&mode.code)) {
            warn("modes", index, &mode.code, "Aucune étape n’emploie le mode");
        }
    }
    for (index, cover) in offer.covers.iter().enumerate() {
        if !offer.tariffs.iter().any(|tariff| tariff.covers.contains(&cover.code)) {
            warn("covers", index, &cover.code, "Aucun tarif ne comprend l’élément");
        }
    }
    for (index, variant) in offer.variants.iter().enumerate() {
        if variant.needs.is_empty() && !offer.needs.is_empty() {
            let message = format!(
                "La déclinaison «\u{a0}{}\u{a0}» ne répond à aucun besoin\u{a0}: elle ne sera jamais conseillée.",
                variant.code
            );
            found.push(Warning::new("variantWithoutNeed", format!("variants[{index}]"), message));
        }
    }
}

/// Hours of a tariff that no plan of its variants reaches.
fn unreachable_hours(offer: &Offer, index: usize, tariff: &Tariff) -> Option<Warning> {
    let priced = match &tariff.price {
        Price::Reference(price) => HoursRange::exactly(price.hours),
        _ => tariff.hours?,
    };
    let member = if matches!(tariff.price, Price::Reference(_)) { "price.reference.hours" } else { "hours" };
    let variants = offer.variants.iter().filter(|variant| tariff.variants.contains(&variant.code));
    let reachable = variants.flat_map(|variant| [range(offer, variant), range_without_kickoff(offer, variant)]);
    let meets = |range: HoursRange| range.min() <= priced.max() && priced.min() <= range.max();
    let outside = tariff.hours.is_some_and(|hours| hours.max() < priced.min() || priced.max() < hours.min());
    if reachable.clone().any(meets) && !outside {
        return None;
    }
    let (min, max) = (reachable.clone().map(HoursRange::min).min()?, reachable.map(HoursRange::max).max()?);
    let message = format!(
        "Aucun plan n’atteint les heures de ce tarif\u{a0}: les étapes permettent de {} à {}.",
        french::hours(min),
        french::hours(max)
    );
    Some(Warning::new("unreachableHours", format!("tariffs[{index}].{member}"), message))
}

/// Personal work that no session follows, or a follow-up some months later alone.
fn work_after_last_session(offer: &Offer, index: usize, variant: &Variant, found: &mut Vec<Warning>) {
    let is_session = |step: &&Step| step.kickoff.is_none() && accompanied(offer, step) == Some(true);
    for (place, step) in variant.steps.iter().enumerate() {
        let earlier = variant.steps.iter().take(place).any(|step| is_session(&step));
        if !earlier || accompanied(offer, step) != Some(false) {
            continue;
        }
        let message = match variant.steps.iter().skip(place).find(is_session).map(|next| next.after) {
            None => "Aucune séance ne suit ce travail\u{a0}: le calendrier ne peut pas dire quand il finit. Placez-le avant la \
                     séance où l’agent en parle."
                .to_owned(),
            Some(Some(after)) => format!(
                "Seul un suivi, {}\u{a0}mois plus tard, vient après ce travail\u{a0}: le calendrier lui laisse tout ce temps. \
                 S’il se fait entre les séances, placez-le avant la dernière.",
                after.months
            ),
            Some(None) => continue,
        };
        found.push(Warning::new("workAfterLastSession", format!("variants[{index}].steps[{place}]"), message));
    }
}

/// What a variant's own course says in the place of the centre's.
fn course_said_twice(offer: &Offer, index: usize, variant: &Variant, found: &mut Vec<Warning>) {
    let (centre, Some(own)) = (&offer.course, &variant.course) else { return };
    let members = [
        ("delay", "délai", centre.delay.is_some() && own.delay.is_some()),
        ("usual", "durée habituelle", centre.usual.is_some() && own.usual.is_some()),
        (
            "maxSessionHours",
            "plus longue séance",
            centre.max_session_hours.is_some() && own.max_session_hours.is_some(),
        ),
        ("cadences", "rythmes", !centre.cadences.is_empty() && !own.cadences.is_empty()),
    ];
    for (member, what, _) in members.into_iter().filter(|(.., twice)| *twice) {
        let message = format!(
            "Dit aussi dans «\u{a0}course\u{a0}» du catalogue ({what})\u{a0}: pour cette déclinaison, seul ce qui est écrit ici \
             vaut. Si c’est voulu, laissez les deux\u{a0}; sinon, retirez l’un d’eux."
        );
        found.push(Warning::new("courseSaidTwice", format!("variants[{index}].course.{member}"), message));
    }
}

/// Gives the sentences that people read, with their places.
fn texts(offer: &Offer) -> Vec<(String, &str)> {
    let mut texts: Vec<(String, &str)> = Vec::new();
    for (index, variant) in offer.variants.iter().enumerate() {
        texts.push((format!("variants[{index}].purpose"), &variant.purpose));
        let objectives = variant.objectives.iter().enumerate();
        texts.extend(objectives.map(|(place, text)| (format!("variants[{index}].objectives[{place}]"), text.as_str())));
        let steps = variant.steps.iter().enumerate();
        texts.extend(
            steps.map(|(place, step)| (format!("variants[{index}].steps[{place}].label"), step.label.as_str())),
        );
    }
    for (index, topic) in offer.information.iter().enumerate() {
        let sentences = topic.sentences.iter().enumerate();
        texts
            .extend(sentences.map(|(place, text)| (format!("information[{index}].sentences[{place}]"), text.as_str())));
    }
    for (index, companion) in offer.accompaniment.iter().enumerate() {
        texts.push((format!("accompaniment[{index}].part"), &companion.part));
    }
    for (index, reading) in offer.readings.iter().enumerate() {
        texts.push((format!("readings[{index}].sentence"), &reading.sentence));
    }
    let single = [
        ("course.accessibility", &offer.course.accessibility),
        ("course.workingTime", &offer.course.working_time),
        ("settlement.request", &offer.settlement.request),
    ];
    texts.extend(single.into_iter().filter_map(|(path, text)| Some((path.to_owned(), text.as_deref()?))));
    let procedure = offer.funding.as_ref().and_then(|funding| funding.procedure.as_deref());
    texts.extend(procedure.map(|text| ("funding.procedure".to_owned(), text)));
    texts
}

/// A sentence that a worried reader would have to read twice.
fn long_sentence(path: String, text: &str) -> Option<Warning> {
    let words =
        |sentence: &str| sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    let longest = text.split_inclusive(['.', '!', '?']).map(words).max()?;
    if longest <= LONG_SENTENCE {
        return None;
    }
    let message = format!(
        "Cette phrase a {longest}\u{a0}mots\u{a0}: au-delà de {LONG_SENTENCE}, coupez-la en deux pour qu’elle se lise d’un trait."
    );
    Some(Warning::new("longSentence", path, message))
}
