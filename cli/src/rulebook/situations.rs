//! One listed situation: what it asks for, where it comes from, and examples at its edge.

use bilan_professionnel::catalogue::FundingTerms;
use bilan_professionnel::funding::{
    Answers, Article, Condition, Fact, FactKind, FactSet, Group, Request, Situation, Status, Statut, assess,
};
use bilan_professionnel::{Catalogue, Error, Percent, french};

use super::example_day;
use super::markdown::{Document, Inline, code, joined, line, link, strong};

pub(super) fn write(
    book: &mut Document,
    catalogue: &Catalogue,
    terms: &FundingTerms,
    situation: Situation,
) -> Result<(), Error> {
    book.heading(4, line![situation.label(), " (", code(situation.code()), ")"]);
    book.paragraph(conditions(situation));
    if !situation.articles().is_empty() {
        book.paragraph(line!["Textes : ", joined(situation.articles().iter().map(article), " ; "), "."]);
    }
    if let Some(days) = days(situation) {
        book.paragraph(days);
    }
    let passages = terms.passages.iter().filter(|passage| passage.situation == situation.code());
    let passages: Vec<Inline> = passages.map(|passage| Inline::from(&passage.source)).collect();
    if !passages.is_empty() {
        book.paragraph(line!["Page du centre : ", joined(passages, " ; "), "."]);
    }
    let facts: Vec<Fact> = facts(situation).iter().collect();
    let header = facts.iter().map(|fact| fact.name()).chain(["Verdict", "Explication"]);
    book.table(header, edge(catalogue, situation, &facts)?);
    Ok(())
}

fn article(article: &Article) -> Inline {
    link(format!("{}, {}", article.code, article.article), article.url)
}

/// Since when the situation is in force and until when, where it is not always.
fn days(situation: Situation) -> Option<String> {
    match (situation.since().map(french::date), situation.until().map(french::date)) {
        (None, None) => None,
        (Some(since), None) => Some(format!("En vigueur depuis le {since}.")),
        (None, Some(until)) => Some(format!("En vigueur jusqu’au {until}.")),
        (Some(since), Some(until)) => Some(format!("En vigueur du {since} au {until}.")),
    }
}

/// The title of a group.
pub(super) const fn group(group: Group) -> &'static str {
    match group {
        Group::AptitudeAvecRestrictions => "Personnes aptes avec restrictions",
        Group::ObligationEmploi => "Bénéficiaires de l’obligation d’emploi",
    }
}

/// What a verdict is called.
pub(super) const fn status(status: Status) -> &'static str {
    match status {
        Status::Met => "remplie",
        Status::NotMet => "non remplie",
        Status::Undetermined => "indéterminée",
    }
}

/// The answer to a question, as a counsellor writes it; a rate stands right at the threshold, or half a point below.
pub(super) fn answer(fact: Fact, holds: bool) -> String {
    match (fact.kind(), holds) {
        (FactKind::YesNo, true) => "oui".to_owned(),
        (FactKind::YesNo, false) => "non".to_owned(),
        (FactKind::Percent, _) => format!("{}\u{a0}%", rate(fact, holds).to_string().replace('.', ",")),
        (FactKind::Status, true) => "fonctionnaire".to_owned(),
        (FactKind::Status, false) => "contractuel".to_owned(),
    }
}

/// The answers with one more.
pub(super) fn with(answers: Answers, fact: Fact, holds: bool) -> Answers {
    match fact.kind() {
        FactKind::YesNo => answers.flag(fact, holds),
        FactKind::Percent => answers.percent(fact, rate(fact, holds)),
        FactKind::Status => answers.status(fact, if holds { Statut::Fonctionnaire } else { Statut::Contractuel }),
    }
}

fn rate(fact: Fact, holds: bool) -> Percent {
    let threshold = fact.threshold().unwrap_or_default();
    if holds { threshold } else { Percent::try_from(threshold.as_f64() - 0.5).unwrap_or_default() }
}

/// « Remplie par : a et b ; ou c et d. »
fn conditions(situation: Situation) -> Inline {
    let one =
        |condition: &Condition| line![condition.fact.answered(condition.holds), " (", code(condition.fact.code()), ")"];
    let lists = situation.alternatives().iter();
    let lists = lists.map(|conditions| joined(conditions.iter().map(one), line![" ", strong("et"), " "]));
    line!["Remplie par : ", joined(lists, line![" ; ", strong("ou"), " "]), "."]
}

fn facts(situation: Situation) -> FactSet {
    situation.alternatives().iter().copied().flatten().map(|condition| condition.fact).collect()
}

/// What is known of a situation's facts, in their order.
type State = Vec<Option<bool>>;

/// The states at the edge, as rows of a table. Every state is put to the library, which is the only judge.
fn edge(catalogue: &Catalogue, situation: Situation, facts: &[Fact]) -> Result<Vec<Vec<Inline>>, Error> {
    let mut rows = Vec::new();
    for state in states(facts.len()) {
        let (verdict, explanation) = judge(catalogue, situation, facts, &state)?;
        if is_at_the_edge(catalogue, situation, facts, &state, verdict)? {
            let answers = facts
                .iter()
                .zip(&state)
                .map(|(fact, holds)| holds.map_or_else(|| "inconnu".to_owned(), |holds| answer(*fact, holds)));
            let row = answers.map(Inline::from).chain([strong(status(verdict)), explanation.into()]).collect();
            rows.push((order(verdict), row));
        }
    }
    rows.sort_by_key(|(order, _)| *order);
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// Open for want of one answer; decided by no more answers than it takes; or not met for one answer.
fn is_at_the_edge(
    catalogue: &Catalogue,
    situation: Situation,
    facts: &[Fact],
    state: &State,
    verdict: Status,
) -> Result<bool, Error> {
    let unknown = state.iter().filter(|answer| answer.is_none()).count();
    if verdict == Status::Undetermined {
        return Ok(unknown == 1);
    }
    let is = |wanted: Status| move |state: State| Ok(judge(catalogue, situation, facts, &state)?.0 == wanted);
    let takes_all = forgetting_one(state).map(is(Status::Undetermined)).collect::<Result<Vec<bool>, Error>>()?;
    if !takes_all.contains(&false) {
        return Ok(true);
    }
    let nearly_met = changing_one(state).map(is(Status::Met)).collect::<Result<Vec<bool>, Error>>()?;
    Ok(verdict == Status::NotMet && unknown == 0 && nearly_met.contains(&true))
}

const fn order(status: Status) -> u8 {
    match status {
        Status::Met => 0,
        Status::Undetermined => 1,
        Status::NotMet => 2,
    }
}

fn states(facts: usize) -> Vec<State> {
    (0..facts).fold(vec![Vec::new()], |states, _| {
        let next = |state: State| [Some(true), Some(false), None].map(|answer| [state.clone(), vec![answer]].concat());
        states.into_iter().flat_map(next).collect()
    })
}

/// The states with one answer less.
fn forgetting_one(state: &State) -> impl Iterator<Item = State> {
    (0..state.len())
        .filter(|place| state.get(*place).is_some_and(Option::is_some))
        .map(|place| replacing(state, place, |_| None))
}

/// The states with one answer the other way round.
fn changing_one(state: &State) -> impl Iterator<Item = State> {
    (0..state.len()).map(|place| replacing(state, place, |answer| answer.map(|holds| !holds)))
}

fn replacing(state: &State, place: usize, with: impl Fn(Option<bool>) -> Option<bool>) -> State {
    state.iter().enumerate().map(|(other, answer)| if other == place { with(*answer) } else { *answer }).collect()
}

fn judge(
    catalogue: &Catalogue,
    situation: Situation,
    facts: &[Fact],
    state: &State,
) -> Result<(Status, String), Error> {
    let answers = facts
        .iter()
        .zip(state)
        .fold(Answers::new(), |answers, (fact, holds)| holds.map_or(answers, |holds| with(answers, *fact, holds)));
    let assessment = assess(catalogue, &Request::new(example_day(), answers))?;
    let report = assessment.situations.iter().find(|report| report.code == situation);
    Ok(report.map_or((Status::Undetermined, String::new()), |report| (report.status, report.explanation.clone())))
}
