//! The reader that finds every fault of form at once, and mends what it can so that the rest can be checked too.

use std::borrow::Cow;

use super::text::{check_address, check_code, check_text};
use super::{Form, Kind, Member, Rule};
use crate::error::{Error, Problem};
use crate::funding::Situation;
use crate::json::{self, Node};
use crate::limits::{MAX_FAULTS, MAX_QUOTED, MAX_TEXT};
use crate::values::{Date, Euros, Hours, Percent};

/// A place in a document: which child of which child, from the top. It tells two members of one name apart.
pub(in crate::catalogue) type Trail = Vec<usize>;

/// A fault of form.
#[derive(Debug)]
pub(in crate::catalogue) struct Misfit {
    pub(in crate::catalogue) error: Error,
    /// Where it is; for a member that is missing, after the last member of its object.
    pub(in crate::catalogue) trail: Trail,
}

/// What the examination of a document gives.
#[derive(Debug)]
pub(in crate::catalogue) struct Examination<'a> {
    /// Every fault, in the order of the document.
    pub(in crate::catalogue) misfits: Vec<Misfit>,
    /// The document, whole numbers written as such and with a neutral value wherever one does not fit: it can be read as
    /// an offer.
    pub(in crate::catalogue) mended: Node<'a>,
}

/// Examines a document against a form.
pub(in crate::catalogue) fn examine<'a>(form: &'static Form, document: &Node<'a>) -> Examination<'a> {
    let mut examiner = Examiner::default();
    let mended = examiner.object(form, document);
    Examination { misfits: examiner.misfits, mended }
}

#[derive(Default)]
struct Examiner {
    misfits: Vec<Misfit>,
    path: String,
    trail: Trail,
    /// How many codes were invented, so that each is another.
    invented: usize,
}

impl Examiner {
    /// Gives the value if it fits, else notes the fault and gives a neutral one.
    fn value<'a>(&mut self, kind: &'static Kind, required: bool, node: &Node<'a>) -> Node<'a> {
        match *kind {
            Kind::Object(form) => self.object(form, node),
            Kind::Either(codes, form) => match node {
                Node::Object(_) => self.object(form, node),
                Node::String(_) => self.leaf(kind, node, |node| choice(codes, node)),
                _ => {
                    let expected = format!("{} ou un objet", codes.join(", "));
                    self.misfit(wrong_type(expected, node));
                    self.neutral(kind)
                }
            },
            Kind::List(of, min, max) => self.list(of, min, max, node),
            Kind::Distinct(of, min, max) => {
                let list = self.list(of, min, max, node);
                self.distinct(node);
                list
            }
            Kind::Text(max) => self.leaf(kind, node, |node| text(node, |text| check_text(text, max, required))),
            Kind::Code => self.leaf(kind, node, |node| text(node, check_code)),
            Kind::Address => self.leaf(kind, node, |node| text(node, |text| check_address(text, MAX_TEXT))),
            Kind::Reference => self.leaf(kind, node, |node| text(node, |_| Ok(()))),
            Kind::Situation => self.leaf(kind, node, |node| text(node, check_situation)),
            Kind::Choice(codes) => self.leaf(kind, node, |node| choice(codes, node)),
            Kind::Flag => self.leaf(kind, node, |node| read::<bool>(node).map(drop)),
            Kind::Count(min, max) => {
                let node = whole(node);
                self.leaf(kind, &node, |node| count(min, max, node))
            }
            Kind::Hours(min, max) => self.leaf(kind, node, |node| hours(min, max, node)),
            Kind::Granularity => self.leaf(kind, node, granularity),
            Kind::Date => self.leaf(kind, node, |node| read::<Date>(node).map(drop)),
            Kind::Amount => self.leaf(kind, node, |node| read::<Euros>(node).map(drop)),
            Kind::Rate => self.leaf(kind, node, |node| read::<Percent>(node).map(drop)),
        }
    }

    fn leaf<'a>(
        &mut self,
        kind: &'static Kind,
        node: &Node<'a>,
        check: impl FnOnce(&Node<'a>) -> Result<(), Problem>,
    ) -> Node<'a> {
        match check(node) {
            Ok(()) => node.clone(),
            Err(problem) => {
                self.misfit(problem);
                self.neutral(kind)
            }
        }
    }

    fn list<'a>(&mut self, of: &'static Kind, min: usize, max: usize, node: &Node<'a>) -> Node<'a> {
        let Node::Array(items) = node else {
            self.misfit(wrong_type("une liste".into(), node));
            return Node::Array(Vec::new());
        };
        if !(min..=max).contains(&items.len()) {
            let expected = match (min, items.is_empty()) {
                (1.., true) => "une liste d’au moins un élément".into(),
                _ => format!("une liste de {max}\u{a0}éléments au plus"),
            };
            self.misfit(Problem::out_of_range(expected));
        }
        let mut kept = Vec::new();
        for (index, item) in items.iter().enumerate().take(max) {
            kept.push(self.within(index, &format!("[{index}]"), |examiner| examiner.value(of, true, item)));
        }
        Node::Array(kept)
    }

    fn distinct(&mut self, node: &Node<'_>) {
        let Node::Array(items) = node else { return };
        let mut seen = std::collections::BTreeSet::new();
        for (index, item) in items.iter().enumerate() {
            if let Node::String(code) = item
                && !seen.insert(code.as_ref())
            {
                let problem = Problem::DuplicateCode { code: quoted(code) };
                self.within(index, &format!("[{index}]"), |examiner| examiner.misfit(problem));
            }
        }
    }

    fn object<'a>(&mut self, form: &'static Form, node: &Node<'a>) -> Node<'a> {
        let Node::Object(members) = node else {
            self.misfit(wrong_type("un objet".into(), node));
            return self.neutral_object(form);
        };
        let faults = self.misfits.len();
        let mut kept: Vec<(Cow<'a, str>, Node<'a>)> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for (index, (key, value)) in members.iter().enumerate() {
            let member = form.member(key);
            let again = !seen.insert(key.as_ref());
            let value = self.within(index, &step(key), |examiner| match member {
                None => {
                    let expected: Vec<&str> = form.members.iter().map(|member| member.name).collect();
                    examiner.misfit(Problem::UnknownField { expected: expected.join(", ") });
                    None
                }
                Some(_) if again => {
                    examiner.misfit(Problem::DuplicateField);
                    None
                }
                Some(member) => Some(examiner.member(member, value)),
            });
            kept.extend(value.map(|value| (key.clone(), value)));
        }
        for member in form.members.iter().filter(|member| member.required && !seen.contains(member.name)) {
            self.within(members.len(), &step(member.name), |examiner| examiner.misfit(Problem::MissingField));
            kept.push((member.name.into(), self.neutral(&member.kind)));
        }
        let doubtful = self.misfits.len() > faults;
        match together(form, &kept) {
            Together::Fit => Node::Object(kept),
            Together::Empty | Together::Inverted if doubtful => self.neutral_object(form),
            fault => {
                self.misfit(fault.problem(form));
                self.neutral_object(form)
            }
        }
    }

    fn member<'a>(&mut self, member: &'static Member, node: &Node<'a>) -> Node<'a> {
        match node {
            Node::Null if member.required => {
                self.misfit(Problem::MissingField);
                self.neutral(&member.kind)
            }
            Node::Null => Node::Null,
            _ => self.value(&member.kind, member.required, node),
        }
    }

    fn misfit(&mut self, problem: Problem) {
        if self.misfits.len() >= MAX_FAULTS {
            return;
        }
        self.misfits.push(Misfit { error: problem.at(self.path.clone()), trail: self.trail.clone() });
    }

    /// Does something one step further down the document.
    fn within<T>(&mut self, index: usize, step: &str, act: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        if !self.path.is_empty() && !step.starts_with('[') {
            self.path.push('.');
        }
        self.path.push_str(step);
        self.trail.push(index);
        let done = act(self);
        self.trail.pop();
        self.path.truncate(length);
        done
    }

    /// Gives a value that fits.
    fn neutral<'a>(&mut self, kind: &'static Kind) -> Node<'a> {
        match *kind {
            Kind::Text(_) => Node::String("texte".into()),
            Kind::Code | Kind::Reference | Kind::Situation => {
                self.invented = self.invented.saturating_add(1);
                Node::String(format!("code{}", self.invented).into())
            }
            Kind::Choice(codes) | Kind::Either(codes, _) => {
                Node::String(codes.first().copied().unwrap_or_default().into())
            }
            Kind::Address => Node::String("https://exemple.fr".into()),
            Kind::Flag => Node::Bool(false),
            Kind::Count(min, _) => Node::Unsigned(min.into()),
            Kind::Hours(..) | Kind::Granularity => Node::Unsigned(1),
            Kind::Date => Node::String("2000-01-01".into()),
            Kind::Amount => Node::String("0.00".into()),
            Kind::Rate => Node::Unsigned(0),
            Kind::List(..) | Kind::Distinct(..) => Node::Array(Vec::new()),
            Kind::Object(form) => self.neutral_object(form),
        }
    }

    fn neutral_object<'a>(&mut self, form: &'static Form) -> Node<'a> {
        let one = if form.rule == Rule::One { form.members.get(..1) } else { None };
        let needed =
            |member: &&Member| member.required || one.is_some_and(|one| one.iter().any(|m| m.name == member.name));
        let members = form.members.iter().filter(needed);
        Node::Object(members.map(|member| (member.name.into(), self.neutral(&member.kind))).collect())
    }
}

/// How the members of an object fit together.
enum Together {
    Fit,
    /// None stands where one must.
    Empty,
    /// Several stand where one must.
    Several,
    /// The lower bound is above the upper one.
    Inverted,
}

impl Together {
    fn problem(&self, form: &Form) -> Problem {
        if let Self::Inverted = self {
            return Problem::InvertedRange;
        }
        let names: Vec<&str> = form.members.iter().map(|member| member.name).collect();
        Problem::out_of_range(match names.as_slice() {
            [only] => format!("un objet avec le champ «\u{a0}{only}\u{a0}»"),
            names => format!("un objet avec un seul de ces champs\u{a0}: {}", names.join(", ")),
        })
    }
}

fn together(form: &Form, members: &[(Cow<'_, str>, Node<'_>)]) -> Together {
    match form.rule {
        Rule::Free => Together::Fit,
        Rule::One => match members.iter().filter(|(_, value)| !matches!(value, Node::Null)).count() {
            0 => Together::Empty,
            1 => Together::Fit,
            _ => Together::Several,
        },
        Rule::Ordered => {
            let bound = |name: &str| {
                let value = members.iter().find(|(key, _)| key == name).map(|(_, value)| value);
                value.and_then(|value| read_hours(value).ok())
            };
            let inverted = bound("min").zip(bound("max")).is_some_and(|(min, max)| min > max);
            if inverted { Together::Inverted } else { Together::Fit }
        }
    }
}

fn read<T: serde::de::DeserializeOwned>(node: &Node<'_>) -> Result<T, Problem> {
    json::decode(node).map_err(|error: Error| error.problem().clone())
}

fn read_hours(node: &Node<'_>) -> Result<Hours, Problem> {
    read(node)
}

fn text(node: &Node<'_>, check: impl FnOnce(&str) -> Result<(), Problem>) -> Result<(), Problem> {
    match node {
        Node::String(text) => check(text),
        _ => read::<String>(node).map(drop),
    }
}

fn choice(codes: &[&str], node: &Node<'_>) -> Result<(), Problem> {
    text(node, |code| {
        if codes.contains(&code) {
            return Ok(());
        }
        Err(Problem::UnknownCode { found: quoted(code), expected: codes.join(", ") })
    })
}

fn check_situation(code: &str) -> Result<(), Problem> {
    if Situation::from_code(code).is_some() {
        return Ok(());
    }
    let codes: Vec<&str> = Situation::ALL.into_iter().map(Situation::code).collect();
    Err(Problem::UnknownCode { found: quoted(code), expected: codes.join(", ") })
}

/// A number that is whole, however it is written: 4.0 is 4.
fn whole<'a>(node: &Node<'a>) -> Node<'a> {
    match node {
        Node::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            #[expect(clippy::cast_possible_truncation, reason = "whole, and well within 64 bits")]
            let whole = *number as i64;
            u64::try_from(whole).map_or(Node::Signed(whole), Node::Unsigned)
        }
        _ => node.clone(),
    }
}

fn count(min: u32, max: u32, node: &Node<'_>) -> Result<(), Problem> {
    let expected = || Problem::out_of_range(format!("un nombre entier de {min} à {max}"));
    match node {
        Node::Unsigned(count) if (u64::from(min)..=u64::from(max)).contains(count) => Ok(()),
        Node::Unsigned(_) | Node::Signed(_) => Err(expected()),
        _ => read::<u32>(node).map(drop),
    }
}

fn hours(min: Hours, max: Hours, node: &Node<'_>) -> Result<(), Problem> {
    let found = match read_hours(node) {
        Err(Problem::HoursOutOfRange { .. }) => None,
        other => Some(other?),
    };
    match found {
        Some(hours) if min <= hours && hours <= max => Ok(()),
        _ => Err(Problem::HoursOutOfRange { min, max }),
    }
}

fn granularity(node: &Node<'_>) -> Result<(), Problem> {
    let expected = "0.25, 0.5 ou 1\u{a0}: un quart d’heure, une demi-heure ou une heure";
    match read_hours(node) {
        Ok(Hours::QUARTER | Hours::HALF | Hours::ONE) => Ok(()),
        Err(problem @ Problem::WrongType { .. }) => Err(problem),
        _ => Err(Problem::out_of_range(expected)),
    }
}

fn wrong_type(expected: String, node: &Node<'_>) -> Problem {
    let found = match node {
        Node::Null => "null".into(),
        Node::Bool(value) => value.to_string(),
        Node::Unsigned(value) => format!("le nombre {value}"),
        Node::Signed(value) => format!("le nombre {value}"),
        Node::Float(value) => format!("le nombre {}", quoted(&value.to_string())),
        Node::String(value) => format!("le texte «\u{a0}{}\u{a0}»", quoted(value)),
        Node::Array(_) => "une liste".into(),
        Node::Object(_) => "un objet".into(),
    };
    Problem::WrongType { expected, found }
}

/// A member's name as a step of a path, which is bounded.
fn step(key: &str) -> String {
    let name: String = key.chars().take(crate::limits::MAX_CODE).collect();
    if name.len() < key.len() { format!("{name}…") } else { name }
}

/// The start of a text: a message repeats no more of a document.
fn quoted(text: &str) -> String {
    let mut start: String =
        text.chars().filter(|character| !super::text::is_hidden(*character)).take(MAX_QUOTED).collect();
    if text.chars().count() > MAX_QUOTED {
        start.push('…');
    }
    start
}
