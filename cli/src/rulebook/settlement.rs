//! What follows the last session: the certificate of attendance, the invoice and its term.

use bilan_professionnel::catalogue::SettlementTerms;
use bilan_professionnel::plan::{self, Plan};
use bilan_professionnel::settlement::{Request, settle};
use bilan_professionnel::{Catalogue, Error, Hours, french};

use super::markdown::{Document, code, line};
use super::{example_day, source};
use crate::words;

/// Writes the section, where the catalogue says something of the end.
pub(super) fn write(book: &mut Document, catalogue: &Catalogue) -> Result<(), Error> {
    let offer = catalogue.offer();
    let terms = &offer.settlement;
    if *terms == SettlementTerms::default() {
        return Ok(());
    }
    book.heading(2, "Demande et règlement");
    if let Some(request) = &terms.request {
        book.paragraph(request);
    }
    if !terms.documents.is_empty() {
        book.paragraph(if is_invoiced(catalogue) {
            "À la fin du bilan, le financeur reçoit :"
        } else {
            "À la fin du bilan sont remis :"
        });
        book.list(terms.documents.iter().map(|document| line![&document.label, " (", code(&document.code), ")"]));
    }
    if is_invoiced(catalogue) {
        book.paragraph(term(terms));
    }
    attendance(book, catalogue);
    let priced = offer.variants.iter().find(|variant| !catalogue.is_free(variant));
    if let Some(variant) = priced.or(offer.variants.first()) {
        let plan = plan::plan(catalogue, &plan::Request::new(&variant.code))?;
        example(book, catalogue, &plan)?;
    }
    source(book, terms.source.as_ref());
    Ok(())
}

/// Whether an invoice follows some variant at least: where everything is free, none does.
pub(super) fn is_invoiced(catalogue: &Catalogue) -> bool {
    catalogue.offer().variants.iter().any(|variant| !catalogue.is_free(variant))
}

/// The term that holds without a word of the catalogue: a reading for the centre to confirm.
pub(super) fn assumed_term(catalogue: &Catalogue) -> Option<String> {
    let terms = &catalogue.offer().settlement;
    (is_invoiced(catalogue) && terms.due_days.is_none()).then(|| format!("{}.", due(terms.days_to_pay())))
}

/// When an invoice is due, and to whom.
fn term(terms: &SettlementTerms) -> String {
    let due = due(terms.days_to_pay());
    match &terms.payee {
        Some(payee) => format!("{due}, à l’ordre de : {payee}."),
        None => format!("{due}."),
    }
}

fn due(days: u32) -> String {
    let days = words::count(usize::try_from(days).unwrap_or(0), "jour", "jours");
    format!("Une facture se règle dans les {days} de sa réception")
}

/// What the certificate counts, and which odd facts are told.
fn attendance(book: &mut Document, catalogue: &Catalogue) {
    let offer = catalogue.offer();
    let steps = || offer.variants.iter().flat_map(|variant| &variant.steps);
    let kickoff = steps().any(|step| step.kickoff.is_some());
    let alone = steps().any(|step| !catalogue.is_accompanied(step));
    let mut counts = "L’attestation compte les heures avec une conseillère ou un conseiller".to_owned();
    counts.push_str(if kickoff { ", réunion de démarrage comprise si elle a eu lieu" } else { "" });
    counts.push_str(if alone { " ; le travail en autonomie est compté à part." } else { "." });
    book.paragraph(counts);
    book.paragraph("Les faits inhabituels sont signalés, et enregistrés tout de même :");
    let told = [
        (true, "plus de 8 h en un jour"),
        (true, "une séance un jour fermé"),
        (true, "plus d’heures que prévu"),
        (is_invoiced(catalogue), "une facture reçue avant la dernière séance"),
        (kickoff, "une réunion de démarrage obligatoire qui ne figure pas parmi les séances"),
        (steps().any(|step| step.after.is_some()), "toutes les heures faites, et un suivi qui n’a pas eu lieu"),
    ];
    book.list(told.into_iter().filter(|(holds, _)| *holds).map(|(_, fact)| fact));
}

/// The kickoff meeting, if there is one, a first session, and an invoice that day, where one follows.
fn example(book: &mut Document, catalogue: &Catalogue, plan: &Plan<'_>) -> Result<(), Error> {
    let day = example_day();
    let accompanied = plan.totals.accompanied_without_kickoff();
    let usual = Hours::from_quarters(6);
    let session = if accompanied.is_zero() { usual } else { usual.min(accompanied) };
    let mut facts = Request::new();
    let mut done = format!("une séance de {}", french::hours(session));
    if let Some(kickoff) = plan.steps.iter().find(|step| step.kickoff.is_some()) {
        facts = facts.attended_step(day, kickoff.hours, kickoff.code);
        done = format!("la réunion de démarrage et {done}");
    }
    facts = facts.attended(day, session);
    let mut invoice = "";
    if is_invoiced(catalogue) {
        facts = facts.invoice_received_on(day);
        invoice = " Une facture est reçue ce jour-là.";
    }
    let found = settle(catalogue, plan, &facts)?;
    book.paragraph(format!("Exemple, {} : {done}, le {}.{invoice}", plan.label, french::date(day)));
    book.paragraph(found.explanation);
    Ok(())
}
