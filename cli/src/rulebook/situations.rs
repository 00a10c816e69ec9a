//! One listed situation: what it asks for, where it comes from, and examples at its edge.

use bilan_professionnel::Error;
use bilan_professionnel::funding::{
    Answers, Condition, Fact, FactKind, FactSet, Group, RATE_THRESHOLD, Request, Situation, Status, assess,
};

use super::example_day;
use super::markdown::{Document, code};

pub(super) fn write(book: &mut Document, situation: Situation) -> Result<(), Error> {
    book.heading(4, format!("{} ({})", situation.label(), code(situation.code())));
    book.paragraph(conditions(situation));
    book.paragraph(format!("Source : {}.", situation.source()));
    let facts: Vec<Fact> = facts(situation).iter().collect();
    let mut header: Vec<&str> = facts.iter().map(|fact| column(*fact)).collect();
    header.extend(["Verdict", "Explication"]);
    book.table(&header, edge(situation, &facts)?);
    Ok(())
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
        (FactKind::Flag, true) => "oui".to_owned(),
        (FactKind::Flag, false) => "non".to_owned(),
        (FactKind::Rate, _) => format!("{} %", french_number(rate(holds))),
        (FactKind::Status, true) => "fonctionnaire".to_owned(),
        (FactKind::Status, false) => "contractuel".to_owned(),
    }
}

/// The answers with one more.
pub(super) fn with(answers: Answers, fact: Fact, holds: bool) -> Answers {
    match fact.kind() {
        FactKind::Flag => answers.flag(fact, holds),
        FactKind::Rate => answers.rate(rate(holds)).unwrap_or(answers),
        FactKind::Status => answers.civil_servant(holds),
    }
}

fn rate(holds: bool) -> f64 {
    if holds { RATE_THRESHOLD } else { RATE_THRESHOLD - 0.5 }
}

fn french_number(number: f64) -> String {
    number.to_string().replace('.', ",")
}

/// « Remplie par : a et b ; ou c et d. »
fn conditions(situation: Situation) -> String {
    let name =
        |condition: &Condition| format!("{} ({})", condition.fact.name(condition.holds), code(condition.fact.code()));
    let lists: Vec<String> = situation
        .alternatives()
        .iter()
        .map(|conditions| conditions.iter().map(name).collect::<Vec<_>>().join(" **et** "))
        .collect();
    format!("Remplie par : {}.", lists.join(" ; **ou** "))
}

fn facts(situation: Situation) -> FactSet {
    situation.alternatives().iter().copied().flatten().map(|condition| condition.fact).collect()
}

/// The heading of a fact's column.
const fn column(fact: Fact) -> &'static str {
    match fact.kind() {
        FactKind::Flag => fact.name(true),
        FactKind::Rate => "taux d’incapacité permanente",
        FactKind::Status => "statut",
    }
}

/// What is known of a situation's facts, in their order.
type State = Vec<Option<bool>>;

/// The states at the edge, as rows of a table. Every state is put to the library, which is the only judge.
fn edge(situation: Situation, facts: &[Fact]) -> Result<Vec<Vec<String>>, Error> {
    let mut rows = Vec::new();
    for state in states(facts.len()) {
        let (verdict, explanation) = judge(situation, facts, &state)?;
        if is_at_the_edge(situation, facts, &state, verdict)? {
            let answers = facts
                .iter()
                .zip(&state)
                .map(|(fact, holds)| holds.map_or_else(|| "inconnu".to_owned(), |holds| answer(*fact, holds)));
            let row = answers.chain([format!("**{}**", status(verdict)), explanation]).collect();
            rows.push((order(verdict), row));
        }
    }
    rows.sort_by_key(|(order, _)| *order);
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// Open for want of one answer; decided by no more answers than it takes; or not met for one answer.
fn is_at_the_edge(situation: Situation, facts: &[Fact], state: &State, verdict: Status) -> Result<bool, Error> {
    let unknown = state.iter().filter(|answer| answer.is_none()).count();
    if verdict == Status::Undetermined {
        return Ok(unknown == 1);
    }
    let is = |wanted: Status| move |state: State| Ok(judge(situation, facts, &state)?.0 == wanted);
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

fn judge(situation: Situation, facts: &[Fact], state: &State) -> Result<(Status, String), Error> {
    let answers = facts
        .iter()
        .zip(state)
        .fold(Answers::new(), |answers, (fact, holds)| holds.map_or(answers, |holds| with(answers, *fact, holds)));
    let assessment = assess(&Request::new(example_day(), answers))?;
    let report = assessment.situations.iter().find(|report| report.code == situation);
    Ok(report.map_or((Status::Undetermined, String::new()), |report| (report.status, report.explanation.clone())))
}
