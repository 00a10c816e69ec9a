//! The check of a catalogue: every fault of a document at once, each with its place, and what deserves a second look.

mod courses;
mod doubt;
mod lists;
mod place;
mod report;
mod tariffs;
mod variants;
mod warnings;

use self::doubt::Doubt;
pub use self::report::{Fault, Report, Summary, Warning};
use super::form;
use super::offer::Offer;
use crate::error::{Error, Problem};
use crate::json::{self, Document};
use crate::limits::MAX_FAULTS;

/// The findings of one kind, each at its path.
type Findings = Vec<Error>;

/// Checks the offer of a document.
///
/// # Errors
/// Every fault, in the order of the document; there is one at least.
pub(super) fn check(document: &Document<'_>) -> Result<Offer, Vec<Error>> {
    match examine(document) {
        (Some(offer), faults) if faults.is_empty() => Ok(offer),
        (_, faults) => Err(faults),
    }
}

/// Checks a document, and says everything about it.
pub(super) fn report(text: &[u8]) -> Report {
    // A file that an editor of Windows wrote begins with a mark that is no part of the document.
    let bare = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    match json::read(bare) {
        Ok(document) => {
            let (offer, faults) = examine(&document);
            Report::new(&document, offer.as_ref().filter(|_| faults.is_empty()), &faults)
        }
        Err(error) => Report::unreadable(bare, &error),
    }
}

/// Gives the offer as far as it can be read, and the faults of its document in their order.
fn examine(document: &Document<'_>) -> (Option<Offer>, Vec<Error>) {
    let form::Examination { mut faults, mended } = form::examine(&form::OFFER, document.root());
    let offer = json::write(&mended).and_then(|mended| json::decode::<Offer>(mended.root())).ok();
    if let Some(offer) = &offer {
        let doubt = Doubt::about(faults.iter().map(Error::path));
        let certain: Findings = across(offer).into_iter().filter(|error| !doubt.covers(error)).collect();
        faults.extend(certain);
    } else if faults.is_empty() {
        // The table of forms lets nothing pass that the types refuse: a test says so.
        faults.push(Problem::Internal.at(""));
    }
    faults.sort_by_cached_key(|error| document.offset(error));
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
