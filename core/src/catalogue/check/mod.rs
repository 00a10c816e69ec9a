//! The check of a catalogue: every fault of a document at once, each with its place, and what deserves a second look.

mod courses;
mod doubt;
mod lists;
mod place;
mod position;
mod report;
mod tariffs;
mod variants;
mod warnings;

use self::doubt::Doubt;
pub use self::report::{Fault, Report, Summary, Warning};
use super::form::{self, Trail};
use super::offer::Offer;
use crate::error::{Error, Problem};
use crate::json::{self, Node};
use crate::limits::MAX_FAULTS;

/// The findings of one kind, each at its path.
type Findings = Vec<Error>;

/// Checks the offer of a document.
///
/// # Errors
/// Every fault, in the order of the document; there is one at least.
pub(super) fn check(document: &Node<'_>) -> Result<Offer, Vec<Error>> {
    let (offer, faults) = examine(document);
    match offer {
        Some(offer) if faults.is_empty() => Ok(offer),
        _ => Err(faults.into_iter().map(|(error, _)| error).collect()),
    }
}

/// Checks a document, and says everything about it.
pub(super) fn report(text: &[u8]) -> Report {
    // A file that an editor of Windows wrote begins with a mark that is no part of the document.
    let bare = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    match json::read(bare) {
        Ok(document) => {
            let (offer, faults) = examine(&document);
            let warnings = offer.as_ref().filter(|_| faults.is_empty()).map(warnings::warnings).unwrap_or_default();
            let trail = |path: &str| place::trail(&document, path);
            let warnings = warnings.into_iter().map(|warning| (trail(&warning.path), warning)).collect();
            Report::new(bare, offer.as_ref(), faults, warnings)
        }
        Err(error) => Report::unreadable(bare, &error),
    }
}

/// Gives the offer as far as it can be read, and the faults of its document in their order.
fn examine(document: &Node<'_>) -> (Option<Offer>, Vec<(Error, Trail)>) {
    let form::Examination { misfits, mended } = form::examine(&form::OFFER, document);
    let offer: Option<Offer> = json::decode(&mended).ok();
    let mut faults: Vec<(Error, Trail)> = misfits.into_iter().map(|misfit| (misfit.error, misfit.trail)).collect();
    if let Some(offer) = &offer {
        let doubt = Doubt::about(faults.iter().map(|(error, _)| error.path()));
        let certain: Vec<Error> = across(offer).into_iter().filter(|error| !doubt.covers(error)).collect();
        faults.extend(certain.into_iter().map(|error| {
            let trail = place::trail(document, error.path());
            (error, trail)
        }));
    } else if faults.is_empty() {
        // The table of forms lets nothing pass that the types refuse: a test says so.
        faults.push((Problem::Internal.at(""), Trail::new()));
    }
    faults.sort_by(|(_, a), (_, b)| a.cmp(b));
    faults.truncate(MAX_FAULTS);
    (offer, faults)
}

/// Finds what is wrong between the members of an offer.
fn across(offer: &Offer) -> Findings {
    let mut findings = Findings::new();
    lists::check(offer, &mut findings);
    variants::check(offer, &mut findings);
    tariffs::check(offer, &mut findings);
    courses::check(offer, &mut findings);
    findings
}
