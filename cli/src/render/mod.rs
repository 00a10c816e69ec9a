//! A case's dossier as a page that a person reads in a terminal.

mod around;
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

use bilan_professionnel::catalogue::{Client, Offer, Step, Topic, Variant};
use bilan_professionnel::funding::Assessment;
use bilan_professionnel::pricing::{Status, quote_plan};
use bilan_professionnel::record::Record;
use bilan_professionnel::simulation::{Audience, Case, Dossier, simulate};
use bilan_professionnel::wire::{self, Operation};
use bilan_professionnel::{Catalogue, french};

use self::page::Page;
use crate::failure::Failure;
use crate::input::Source;
use crate::output;

/// All that a page is made from.
struct View<'a> {
    catalogue: &'a Catalogue,
    offer: &'a Offer,
    case: &'a Case,
    dossier: &'a Dossier<'a>,
    record: &'a Record,
}

/// What whoever hands the page to an employer is told before.
const BEFORE_HANDING_ON: &str =
    "avant de remettre cette page à l’employeur : le nom de la déclinaison peut renseigner sur la santé de l’agent.";

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
    if case.audience == Some(Audience::Employer) {
        output::warn(BEFORE_HANDING_ON);
    }
    let offer = catalogue.offer();
    Ok(write(&View { catalogue, offer, case: &case, dossier: &dossier, record: &record }, width))
}

fn write(view: &View<'_>, width: usize) -> String {
    let mut page = Page::new(width);
    page.title(view.dossier.plan.label, &view.offer.centre.name);
    essentials::write(&mut page, view);
    variant::write(&mut page, view);
    funding::write(&mut page, view);
    plan::write(&mut page, view);
    around::accompaniment(&mut page, view);
    price::write(&mut page, view);
    calendar::write(&mut page, view);
    around::before(&mut page, view);
    if view.is_for_employer() {
        around::for_employer(&mut page, view);
    } else {
        around::means(&mut page, view);
    }
    record::write(&mut page, view);
    page.into_text()
}

impl<'a> View<'a> {
    /// Whether the page is handed to the employer: it is then not addressed to the agent, and says nothing of health.
    fn is_for_employer(&self) -> bool {
        self.case.audience == Some(Audience::Employer)
    }

    /// The verdict on funding, where the centre brings in the FIPHFP and the reader may see it.
    fn funding(&self) -> Option<&'a Assessment> {
        let offered = self.offer.funding.as_ref().is_some_and(|terms| terms.offered);
        self.dossier.funding.as_ref().filter(|_| offered)
    }

    /// Whether the employer pays nothing: this one or, where it is not known, any.
    fn is_free(&self) -> bool {
        let pays_nothing = |client: &Client| {
            quote_plan(self.catalogue, &self.dossier.plan, &client.code, Some(self.case.on))
                .is_ok_and(|quote| quote.status == Status::Free)
        };
        match &self.dossier.quote {
            Some(quote) => quote.status == Status::Free,
            None => !self.offer.clients.is_empty() && self.offer.clients.iter().all(pays_nothing),
        }
    }

    /// The variant of the plan.
    fn variant(&self) -> Option<&'a Variant> {
        self.offer.variants.iter().find(|variant| variant.code == self.dossier.plan.variant)
    }

    /// What the agent is told on a topic; an employer is told nothing that is addressed to the agent.
    fn topic(&self, code: &str) -> Option<&'a Topic> {
        self.offer.information.iter().find(|topic| topic.code == code).filter(|_| !self.is_for_employer())
    }

    /// The topics of those codes, as many as there are.
    fn topics(&self, codes: &[&str]) -> Vec<&'a Topic> {
        codes.iter().filter_map(|code| self.topic(code)).collect()
    }

    /// The label of a step: that of the plan, else that of the variant for a step that the plan drops.
    fn step_label(&self, code: &'a str) -> &'a str {
        let dropped = || self.variant().and_then(|variant| variant.step(code)).map(Step::label_for_employer);
        self.dossier.plan.step(code).map(|step| step.label).or_else(dropped).unwrap_or(code)
    }

    /// The day of the assessment, as a sentence ends with it.
    fn day(&self) -> String {
        french::date_with_weekday(self.case.on)
    }
}
