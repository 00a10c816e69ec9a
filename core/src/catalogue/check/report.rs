//! What a check says.

use serde::Serialize;

use super::{place, position};
use crate::catalogue::form::Trail;
use crate::catalogue::offer::Offer;
use crate::error::{Error, Problem};

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

/// What keeps a catalogue from being loaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Fault {
    /// Stable code, one of those of errors.
    pub code: &'static str,
    /// Member at fault, its lists counted from 0: `tariffs[1].price`; empty for the whole document.
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

/// What may be meant, and deserves a second look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Warning {
    /// Stable code: `variantWithoutTariff`, `clientWithoutTariff`, `variantWithoutNeed`, `unusedCode`,
    /// `unreachableHours`, `longSentence`.
    pub code: &'static str,
    /// Member concerned, its lists counted from 0.
    pub path: String,
    /// The same in words, counted from 1.
    pub place: String,
    /// Line of the text, from 1.
    pub line: usize,
    /// Column of the text in characters, from 1.
    pub column: usize,
    /// One French sentence.
    pub message: String,
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

    pub(super) fn new(
        text: &[u8],
        offer: Option<&Offer>,
        faults: Vec<(Error, Trail)>,
        warnings: Vec<(Trail, Warning)>,
    ) -> Self {
        let text = str::from_utf8(text).unwrap_or_default();
        let summary = offer.filter(|_| faults.is_empty()).map(Summary::of);
        let faults = faults.into_iter().map(|(error, trail)| Fault::new(&error, position::of(text, &trail)));
        let mut warnings: Vec<(Trail, Warning)> = warnings;
        warnings.sort_by(|(a, _), (b, _)| a.cmp(b));
        let warnings = warnings.into_iter().map(|(trail, warning)| {
            let (line, column) = position::of(text, &trail);
            Warning { line, column, ..warning }
        });
        Self { faults: faults.collect(), warnings: warnings.collect(), summary }
    }

    /// The report on a text that is no document.
    pub(super) fn unreadable(text: &[u8], error: &Error) -> Self {
        let place = match *error.problem() {
            Problem::InvalidJson { line, column } => (line, column),
            Problem::InvalidUtf8 { offset } => {
                let readable = text.get(..offset).and_then(|text| str::from_utf8(text).ok());
                position::line_and_column(readable.unwrap_or_default(), offset)
            }
            _ => (1, 1),
        };
        Self { faults: vec![Fault::new(error, place)], warnings: Vec::new(), summary: None }
    }
}

impl Fault {
    fn new(error: &Error, (line, column): (usize, usize)) -> Self {
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
