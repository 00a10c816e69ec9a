//! What a check says.

use serde::Serialize;

use super::{place, warnings};
use crate::catalogue::offer::Offer;
use crate::error::{Error, Problem};
use crate::json::{Document, Position, position};

/// What the check of a catalogue document says: all its faults, what deserves a second look, and what it holds.
///
/// ```
/// use bilan_professionnel::Catalogue;
///
/// let report = Catalogue::check("{\n  \"id\": \"cdg00\",\n  \"edition\": \"\"\n}".as_bytes());
/// let first = &report.faults[0];
/// assert_eq!((first.code, first.path.as_str(), first.line), ("outOfRange", "edition", 3));
/// assert!(report.faults.len() > 1 && report.summary.is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Report {
    /// Every fault, in the order of the document; none if the catalogue can be loaded.
    pub faults: Vec<Fault>,
    /// What may be meant, and deserves a second look; given once there is no fault.
    pub warnings: Vec<Warning>,
    /// What the catalogue holds; given once there is no fault.
    pub summary: Option<Summary>,
}

/// Declares a kind of finding: its code, its place in the document and one sentence.
macro_rules! finding {
    ($(#[doc = $doc:literal])+ $name:ident { $(#[doc = $code_doc:literal])+ code }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[serde(rename_all = "camelCase")]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub struct $name {
            $(#[doc = $code_doc])+
            pub code: &'static str,
            /// Member concerned, its lists counted from 0: `tariffs[1].price`; empty for the whole document.
            pub path: String,
            /// The same in words, counted from 1: « tarif n° 2, price ».
            pub place: String,
            /// Line of the text, from 1.
            pub line: usize,
            /// Column of the text in characters, from 1.
            pub column: usize,
            /// One French sentence that says what to write.
            pub message: String,
        }
    };
}

finding! {
    /// What keeps a catalogue from being loaded.
    Fault {
        /// Stable code, one of those of errors.
        code
    }
}

finding! {
    /// What may be meant, and deserves a second look.
    Warning {
        /// Stable code: `variantWithoutTariff`, `clientWithoutTariff`, `variantWithoutNeed`, `unusedCode`,
        /// `unreachableHours`, `workAfterLastSession`, `courseSaidTwice`, `longSentence`.
        code
    }
}

/// What a catalogue holds, counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Summary {
    /// Name of the catalogue.
    pub id: String,
    /// Its edition.
    pub edition: String,
    /// Number of variants.
    pub variants: usize,
    /// Number of steps, all variants together.
    pub steps: usize,
    /// Number of needs.
    pub needs: usize,
    /// Number of clients.
    pub clients: usize,
    /// Number of tariffs.
    pub tariffs: usize,
    /// Number of topics of information.
    pub topics: usize,
}

impl Report {
    /// Tells whether the catalogue can be loaded.
    #[must_use]
    pub const fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// The report on a document, of which the offer is known where it has no fault.
    pub(super) fn new(document: &Document<'_>, offer: Option<&Offer>, faults: &[Error]) -> Self {
        let mut warnings = offer.map(warnings::warnings).unwrap_or_default();
        for warning in &mut warnings {
            let Position { line, column } = document.place_of(&warning.path);
            (warning.line, warning.column) = (line, column);
        }
        warnings.sort_by_key(|warning| (warning.line, warning.column));
        let faults = faults.iter().map(|error| Fault::new(error, document.place(error))).collect();
        Self { faults, warnings, summary: offer.map(Summary::of) }
    }

    /// The report on a text that is no document.
    pub(super) fn unreadable(text: &[u8], error: &Error) -> Self {
        let place = match *error.problem() {
            Problem::InvalidJson { line, column } => Position { line, column },
            Problem::InvalidUtf8 { offset } => {
                let readable = text.get(..offset).and_then(|text| str::from_utf8(text).ok());
                position(readable.unwrap_or_default(), offset)
            }
            _ => Position { line: 1, column: 1 },
        };
        Self { faults: vec![Fault::new(error, place)], warnings: Vec::new(), summary: None }
    }
}

impl Fault {
    fn new(error: &Error, Position { line, column }: Position) -> Self {
        Self {
            code: error.code(),
            path: error.path().to_owned(),
            place: place::words(error.path()),
            line,
            column,
            message: error.to_string(),
        }
    }
}

impl Warning {
    pub(super) fn new(code: &'static str, path: String, message: String) -> Self {
        Self { code, place: place::words(&path), path, line: 1, column: 1, message }
    }
}

impl Summary {
    fn of(offer: &Offer) -> Self {
        Self {
            id: offer.id.clone(),
            edition: offer.edition.clone(),
            variants: offer.variants.len(),
            steps: offer.variants.iter().map(|variant| variant.steps.len()).sum(),
            needs: offer.needs.len(),
            clients: offer.clients.len(),
            tariffs: offer.tariffs.len(),
            topics: offer.information.len(),
        }
    }
}
