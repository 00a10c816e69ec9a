//! Might the FIPHFP pay: the verdict in careful words, what is met, what is still to know, what to gather.

use bilan_professionnel::catalogue::Topic;
use bilan_professionnel::funding::{
    Assessment, Document, DocumentState, Fact, FactKind, Outcome, Situation, SituationReport, Status,
};

use super::View;
use super::page::{Cell, Page};
use super::style::{GOOD, MARK_NO, MARK_WARNING, MARK_YES, OPEN, PLAIN, QUIET, STRONG, WARNING};
use crate::words;

pub(super) fn write(page: &mut Page, view: &View<'_>) {
    let Some(funding) = view.funding() else { return };
    let with = |status: Status| -> Vec<&SituationReport> {
        funding.situations.iter().copied().filter(|report| report.status == status).collect()
    };
    page.heading("Financement");
    let style = match funding.outcome {
        Outcome::Possible => GOOD,
        Outcome::NotListed => STRONG,
        Outcome::Undetermined => OPEN,
    };
    page.paragraph(style, title(funding.outcome));
    page.paragraph(PLAIN, &funding.explanation);

    if funding.outcome == Outcome::Possible {
        page.gap();
    }
    for report in with(Status::Met) {
        met(page, view, report);
    }
    let undetermined = with(Status::Undetermined);
    if funding.outcome == Outcome::Undetermined {
        to_know(page, funding, &undetermined);
    }
    let not_met = with(Status::NotMet);
    if !not_met.is_empty() || funding.outcome == Outcome::Possible && !undetermined.is_empty() {
        page.gap();
    }
    listed(page, "Non remplies", &not_met, funding.situations.len());
    for (place, report) in not_met.iter().filter(|report| is_in_part(view, report)).enumerate() {
        let name = if place == 0 { "À savoir" } else { "" };
        page.field(name, PLAIN, format!("{}. {}", report.label, report.explanation));
    }
    if funding.outcome == Outcome::Possible && !undetermined.is_empty() {
        let others = words::count(undetermined.len(), "autre situation", "autres situations");
        page.field("Non examinées", QUIET, format!("{others}, sans effet sur ce résultat"));
    }
    documents(page, &funding.documents);
    who_decides(page, view);
}

const fn title(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Possible => "Possible",
        Outcome::NotListed => "À voir avec une conseillère ou un conseiller",
        Outcome::Undetermined => "À préciser",
    }
}

/// A situation that is met, with the national texts and the passage of the centre's page.
fn met(page: &mut Page, view: &View<'_>, report: &SituationReport) {
    page.marked(GOOD, MARK_YES, STRONG, report.label);
    page.row(&[Cell::blank(1), Cell::text(PLAIN, &report.explanation)]);
    for source in sources(view, report.code) {
        page.row(&[Cell::blank(1), Cell::text(QUIET, source)]);
    }
}

fn sources(view: &View<'_>, situation: Situation) -> Vec<String> {
    let texts = situation.articles().iter().map(|article| format!("{}, {}", article.code, article.article));
    let passages = view.offer.funding.iter().flat_map(|terms| &terms.passages);
    let passages = passages.filter(|passage| passage.situation == situation.code());
    texts.chain(passages.map(|passage| passage.source.clone())).collect()
}

/// What the situations already begun lack, and those of which nothing is known.
fn to_know(page: &mut Page, funding: &Assessment, undetermined: &[&SituationReport]) {
    let is_expired = |report: &&&SituationReport| {
        report.missing.iter().any(|fact| funding.expired.iter().any(|proof| proof.fact == fact))
    };
    let (expired, open): (Vec<&SituationReport>, Vec<_>) = undetermined.iter().partition(is_expired);
    let (begun, untouched): (Vec<&SituationReport>, Vec<_>) = open.iter().partition(|report| is_begun(report));
    page.gap();
    listed(page, "À renouveler", &expired, funding.situations.len());
    for (place, report) in begun.iter().enumerate() {
        let missing: Vec<&str> = report.missing.iter().map(Fact::name).collect();
        let name = if place == 0 { "À compléter" } else { "" };
        page.field(name, PLAIN, format!("{} ; il manque : {}", report.label, missing.join(", ")));
    }
    listed(page, "Sans réponse", &untouched, funding.situations.len());
    if let Some(next) = &funding.next_question_detail {
        page.field("À demander", OPEN, next.question);
        if let Some(help) = next.help {
            page.field("", QUIET, help);
        }
    }
}

/// Situations on a line, or the whole list in a word.
fn listed(page: &mut Page, name: &str, reports: &[&SituationReport], in_force: usize) {
    let labels: Vec<&str> = reports.iter().map(|report| report.label).collect();
    match labels.len() {
        0 => {}
        all if all == in_force => page.field(name, PLAIN, format!("les {all} situations de la liste")),
        _ => page.field(name, PLAIN, labels.join(" · ")),
    }
}

/// Whether one of the facts of the situation is known.
fn is_begun(report: &SituationReport) -> bool {
    report.missing.iter().count() < report.questions.len()
}

/// Whether part of the situation is there, so that who reads is told what is not.
fn is_in_part(view: &View<'_>, report: &SituationReport) -> bool {
    let facts = view.case.facts.facts();
    report.questions.iter().any(|question| question.kind != FactKind::Status && facts.get(question.fact) == Some(true))
}

/// What the agent gathers for the fund. These documents are theirs, and nothing hands them to the employer.
fn documents(page: &mut Page, documents: &[Document]) {
    if documents.is_empty() {
        return;
    }
    page.gap();
    page.paragraph(STRONG, "Documents à réunir pour le fonds");
    page.paragraph(
        PLAIN,
        "Ils peuvent renseigner sur votre santé. Voyez avec la conseillère ou le conseiller à qui les remettre.",
    );
    for document in documents {
        let (style, mark, state) = match document.state {
            DocumentState::ToGather => (QUIET, MARK_NO, ""),
            DocumentState::Expired => (WARNING, MARK_WARNING, " (expiré : à renouveler)"),
            DocumentState::Expiring => (WARNING, MARK_WARNING, " (expire avant la fin du bilan : à renouveler)"),
        };
        page.marked(style, mark, PLAIN, format!("{}{state}", document.document));
    }
}

/// Whom to ask, and who decides.
fn who_decides(page: &mut Page, view: &View<'_>) {
    page.gap();
    let said = view.topic("financement").map(|topic: &Topic| topic.sentences.join(" "));
    let procedure = view.offer.funding.as_ref().and_then(|terms| terms.procedure.clone());
    let request = view.offer.settlement.request.clone();
    let said = said.map_or_else(|| [request, procedure].into_iter().flatten().collect(), |said| vec![said]);
    for (place, sentence) in said.iter().enumerate() {
        page.field(if place == 0 { "Qui décide" } else { "" }, PLAIN, sentence);
    }
}
