//! A case's dossier as a page that a person reads in a terminal.

mod calendar;
pub(crate) mod edition;
mod essentials;
mod funding;
mod page;
mod plan;
mod price;
mod record;
mod style;
mod variant;

use bilan_professionnel::catalogue::Offer;
use bilan_professionnel::record::Record;
use bilan_professionnel::simulation::{Case, Dossier, simulate};
use bilan_professionnel::wire::{self, Operation};
use bilan_professionnel::{Catalogue, french};

use self::page::Page;
use crate::failure::Failure;
use crate::input::Source;

/// All that a page is made from.
struct View<'a> {
    offer: &'a Offer,
    case: &'a Case,
    dossier: &'a Dossier<'a>,
    record: &'a Record,
}

/// The page of the case that a source holds.
pub(crate) fn dossier(catalogue: &Catalogue, source: &Source, width: usize) -> Result<String, Failure> {
    let text = source.read()?;
    // The text says what is wrong and where, and carries the record; the types say everything else.
    let sealed = wire::answer(catalogue, Operation::Simulate, &text)
        .map_err(|error| Failure::Refused { name: source.name().into_owned(), error })?;
    let mut sealed: serde_json::Value = serde_json::from_str(&sealed).map_err(|_| Failure::Internal)?;
    let record = sealed.get_mut("record").map(serde_json::Value::take).unwrap_or_default();
    let record: Record = serde_json::from_value(record).map_err(|_| Failure::Internal)?;
    let case: Case = serde_json::from_slice(&text).map_err(|_| Failure::Internal)?;
    let dossier = simulate(catalogue, &case).map_err(|_| Failure::Internal)?;
    Ok(write(&View { offer: catalogue.offer(), case: &case, dossier: &dossier, record: &record }, width))
}

fn write(view: &View<'_>, width: usize) -> String {
    let mut page = Page::new(width);
    page.title("Bilan professionnel", &view.offer.centre.name);
    essentials::write(&mut page, view);
    variant::write(&mut page, view);
    funding::write(&mut page, view);
    plan::write(&mut page, view);
    price::write(&mut page, view);
    calendar::write(&mut page, view);
    record::write(&mut page, view);
    page.into_text()
}

impl<'a> View<'a> {
    /// The label of a step of the plan.
    fn step_label(&self, code: &'a str) -> &'a str {
        let variant = self.offer.variants.iter().find(|variant| variant.code == self.dossier.plan.variant);
        variant.and_then(|variant| variant.step(code)).map_or(code, |step| &step.label)
    }

    /// The day of the assessment, as a sentence ends with it.
    fn day(&self) -> String {
        french::date_with_weekday(self.case.on)
    }
}

/// The labels of those codes, as many as are known.
fn labels<'a>(
    known: &'a [bilan_professionnel::catalogue::Labelled],
    codes: impl Iterator<Item = &'a str>,
) -> Vec<&'a str> {
    codes.map(|code| known.iter().find(|one| one.code == code).map_or(code, |one| one.label.as_str())).collect()
}
