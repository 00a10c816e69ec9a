//! A centre's catalogue: loaded from JSON, checked, identified by its digest.

mod check;
#[cfg(feature = "compiled")]
mod compiled;
mod course;
mod embedded;
mod form;
mod offer;
mod tariff;
mod variant;

use std::cell::Cell;

pub use self::check::{Fault, Report, Summary, Warning};
pub use self::course::{CentreClosure, Course, Delay, Holidays, Spacing, UsualDuration, VariantCourse, Zone};
pub use self::offer::{
    Centre, Client, Companion, Contact, Cover, FundingTerms, Labelled, LegalText, Link, Mode, Offer, Passage, Reading,
    SettlementTerms, Topic,
};
pub use self::tariff::{
    Bills, FixedPart, FlatPrice, HourlyPrice, Price, ReferencePrice, Tariff, Tax, TaxRate, UnitPrice,
};
pub use self::variant::{After, Counts, Kickoff, Step, Variant};
use crate::error::{Error, Problem, quoted};
use crate::json;
use crate::shared::{Own, Shared};
use crate::values::HoursRange;

/// What a centre offers, checked once and for all, with the digest that records carry.
///
/// A catalogue is data: the CDG29's is embedded, and any other centre's is loaded by the same code.
///
/// ```
/// use bilan_professionnel::Catalogue;
///
/// let catalogue = Catalogue::embedded();
/// assert_eq!(catalogue.offer().variants.len(), 5);
/// assert!(catalogue.digest().starts_with("sha256:"));
///
/// let error = Catalogue::parse(r#"{ "id": "cdg00" }"#.as_bytes()).unwrap_err();
/// assert_eq!((error.code(), error.path()), ("missingField", "edition"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    offer: Offer,
    digest: String,
}

impl Catalogue {
    /// The catalogue of the Centre de Gestion du Finistère, which the library carries.
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "a test shows that it never does")]
    pub fn embedded() -> &'static Self {
        static EMBEDDED: Shared<Catalogue> = Shared::new();
        thread_local!(static OWN: Own<Catalogue> = const { Cell::new(None) });
        EMBEDDED.get(&OWN, || {
            #[expect(clippy::expect_used, reason = "the document is part of the library, and a test parses it")]
            Self::parse(embedded::DOCUMENT).expect("the embedded catalogue is valid")
        })
    }

    /// Reads and checks a catalogue document: UTF-8 JSON of at most 1 MiB.
    ///
    /// # Errors
    /// The first fault in the order of the document: unreadable text, unknown or missing key, inverted hours, a code that
    /// stands twice or that nothing defines, a stated total out of reach, tariffs that overlap, a negative amount…
    /// [`check`](Self::check) gives them all.
    pub fn parse(text: &[u8]) -> Result<Self, Error> {
        let document = json::read(text)?;
        let offer = check::check(&document).map_err(|faults| faults.into_iter().next().unwrap_or_else(internal))?;
        let digest = json::digest(document.root())?;
        Ok(Self { offer, digest })
    }

    /// Checks a catalogue document, and gives all its faults at once, each with its place in the text, then what
    /// deserves a second look. A document without a fault is one that [`parse`](Self::parse) loads, but for a byte order
    /// mark before it, which a file may have and a document may not.
    #[must_use]
    pub fn check(text: &[u8]) -> Report {
        check::report(text)
    }

    /// Gives the JSON Schema (draft 2020-12) of a catalogue document, with descriptions and examples in French.
    ///
    /// It accepts what [`parse`](Self::parse) accepts, but for what joins members to one another: codes that stand once
    /// and references that are defined, bounds in their order, multiples of the granularity, totals within reach, tariffs
    /// that do not overlap.
    ///
    /// ```
    /// use bilan_professionnel::Catalogue;
    ///
    /// let schema = Catalogue::document_schema();
    /// assert_eq!(schema.as_value()["properties"]["variants"]["maxItems"], 64);
    /// ```
    #[cfg(feature = "schema")]
    #[must_use]
    pub fn document_schema() -> schemars::Schema {
        form::schema()
    }

    /// What the centre offers.
    #[must_use]
    pub const fn offer(&self) -> &Offer {
        &self.offer
    }

    /// Gives the SHA-256 of the canonical JSON (RFC 8785) of the document as it was read: `sha256:…`.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The variant of that code.
    ///
    /// # Errors
    /// [`Problem::UnknownVariant`], at the path `variant`.
    pub fn variant(&self, code: &str) -> Result<&Variant, Error> {
        let variants = &self.offer.variants;
        variants.iter().find(|variant| variant.code == code).ok_or_else(|| {
            let expected = variants.iter().map(|variant| variant.code.as_str()).collect::<Vec<_>>().join(", ");
            Problem::UnknownVariant { found: quoted(code), expected }.at("variant")
        })
    }

    /// Whether a counsellor is present in that step.
    #[must_use]
    pub fn is_accompanied(&self, step: &Step) -> bool {
        let mode = |code: &String| self.offer.modes.iter().find(|mode| mode.code == *code);
        step.modes.iter().any(|code| mode(code).is_some_and(|mode| mode.accompanied))
    }

    /// Gives the totals that a variant's steps can reach, kickoff meeting included, among the hours that its total counts.
    #[must_use]
    pub fn range(&self, variant: &Variant) -> HoursRange {
        let counted = variant.steps.iter().filter(|step| variant.counts == Counts::All || self.is_accompanied(step));
        counted.map(|step| step.hours).sum()
    }

    /// Tells whether nobody ever pays for a variant: every client has a tariff of it that is free, whatever the total and the
    /// day. No invoice follows it. A client without a tariff asks for a quote, and may pay.
    #[must_use]
    pub fn is_free(&self, variant: &Variant) -> bool {
        let is_always_free =
            |tariff: &Tariff| tariff.price == Price::Free && tariff.hours.is_none() && tariff.in_force(None);
        let pays_nothing = |client: &Client| {
            let mut tariffs = self.offer.tariffs.iter().filter(|tariff| tariff.prices(&variant.code, &client.code));
            tariffs.any(is_always_free)
        };
        !self.offer.clients.is_empty() && self.offer.clients.iter().all(pays_nothing)
    }

    /// Gives the course of a variant: its own members where it has them, else the centre's.
    #[must_use]
    pub fn course_of(&self, variant: &Variant) -> VariantCourse {
        let course = &self.offer.course;
        let own = variant.course.clone().unwrap_or_default();
        VariantCourse {
            delay: own.delay.or(course.delay),
            usual: own.usual.or(course.usual),
            max_session_hours: own.max_session_hours.or(course.max_session_hours).or(Some(Course::USUAL_SESSION)),
            cadences: match (own.cadences.is_empty(), course.cadences.is_empty()) {
                (false, _) => own.cadences,
                (true, false) => course.cadences.clone(),
                (true, true) => vec![Spacing::Weekly, Spacing::Fortnightly],
            },
        }
    }

    /// Finds the client of that code.
    ///
    /// # Errors
    /// [`Problem::UnknownCode`], at the path `client`.
    pub fn client(&self, code: &str) -> Result<&Client, Error> {
        let clients = &self.offer.clients;
        clients.iter().find(|client| client.code == code).ok_or_else(|| {
            let expected = clients.iter().map(|client| client.code.as_str()).collect::<Vec<_>>().join(", ");
            Problem::UnknownCode { found: quoted(code), expected }.at("client")
        })
    }
}

fn internal() -> Error {
    Problem::Internal.at("")
}
