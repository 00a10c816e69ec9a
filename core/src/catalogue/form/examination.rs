//! The reader that finds every fault of form at once, and mends what it can so that the rest can be checked too.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::mended::Mended;
use super::text::{check_address, check_code, check_text};
use super::to_write::{a_list, an_object, to_write, written};
use super::{Form, Kind, Member, Rule};
use crate::error::{Error, Problem, quoted, quoted_key};
use crate::funding::Situation;
use crate::json::{self, Node, NodeKind, Number};
use crate::limits::{MAX_FAULTS, MAX_TEXT};
use crate::values::{Date, Euros, Hours, Percent};

/// What the examination of a document gives.
#[derive(Debug)]
pub(in crate::catalogue) struct Examination<'t> {
    /// Every fault, in the order of the document.
    pub(in crate::catalogue) faults: Vec<Error>,
    /// The document, whole numbers written as such and with a neutral value wherever one does not fit: it can be read as
    /// an offer.
    pub(in crate::catalogue) mended: Mended<'t>,
}

/// Examines a document against a form.
pub(in crate::catalogue) fn examine<'t>(form: &'static Form, document: Node<'t>) -> Examination<'t> {
    let mut examiner = Examiner::default();
    let mended = examiner.object(form, document);
    Examination { faults: examiner.faults, mended }
}

#[derive(Default)]
struct Examiner {
    faults: Vec<Error>,
    path: String,
    /// How many codes were invented, so that each is another.
    invented: usize,
}

impl Examiner {
    /// Gives the value if it fits, else notes the fault and gives a neutral one.
    fn value<'t>(&mut self, kind: &'static Kind, required: bool, node: Node<'t>) -> Mended<'t> {
        let checked = match *kind {
            Kind::Object(form) => return self.object(form, node),
            Kind::Either(_, form) if node.kind() == NodeKind::Object => return self.object(form, node),
            Kind::List(of, min, max) => return self.list(of, min, max, node),
            Kind::Distinct(of, min, max) => {
                let list = self.list(of, min, max, node);
                self.distinct(node);
                return list;
            }
            Kind::Either(codes, form) if node.kind() == NodeKind::String => choice(codes, Some(form), node),
            Kind::Either(codes, form) => Err(wrong_type(format!("{} ou {}", written(codes), an_object(form)), node)),
            Kind::Choice(codes) => choice(codes, None, node),
            Kind::Text(max) => text(node, |text| check_text(text, max, required)),
            Kind::Code => text(node, check_code),
            Kind::Address => text(node, |text| check_address(text, MAX_TEXT)),
            Kind::Reference => text(node, |_| Ok(())),
            Kind::Situation => text(node, check_situation),
            Kind::Flag => read::<bool>(node).map(drop),
            Kind::Count(min, max) => match count(min, max, node) {
                // However it is written: 4.0 is 4.
                Ok(count) => return Mended::Whole(count),
                Err(problem) => Err(problem),
            },
            Kind::Hours(min, max) => hours(min, max, node),
            Kind::Granularity => granularity(node),
            Kind::Date => read::<Date>(node).map(drop),
            Kind::Amount => read::<Euros>(node).map(drop),
            Kind::Rate => read::<Percent>(node).map(drop),
        };
        match checked {
            Ok(()) => Mended::Kept(node),
            Err(problem) => {
                self.fault(match problem {
                    Problem::WrongType { expected, found } => {
                        Problem::WrongType { expected: to_write(kind).unwrap_or(expected), found }
                    }
                    other => other,
                });
                self.neutral(kind)
            }
        }
    }

    fn list<'t>(&mut self, of: &'static Kind, min: usize, max: usize, node: Node<'t>) -> Mended<'t> {
        if node.kind() != NodeKind::Array {
            self.fault(wrong_type(a_list(of, node), node));
            return Mended::List(Vec::new());
        }
        let length = node.items().count();
        if length < min {
            self.fault(Problem::out_of_range("une liste d’au moins un élément"));
        } else if length > max {
            self.fault(Problem::out_of_range(format!("une liste de {max}\u{a0}éléments au plus")));
        }
        let items = node.items().take(max).enumerate();
        Mended::List(items.map(|(index, item)| self.within_index(index, |it| it.value(of, true, item))).collect())
    }

    /// Finds what stands again in a list of codes.
    fn distinct(&mut self, node: Node<'_>) {
        let mut seen = BTreeSet::new();
        for (index, item) in node.items().enumerate().filter(|(_, item)| item.kind() == NodeKind::String) {
            let code = item.string();
            if seen.contains(&code) {
                let problem = Problem::DuplicateCode { code: quoted(&code) };
                self.within_index(index, |it| it.fault(problem));
            }
            seen.insert(code);
        }
    }

    fn object<'t>(&mut self, form: &'static Form, node: Node<'t>) -> Mended<'t> {
        if node.kind() != NodeKind::Object {
            self.fault(wrong_type(an_object(form), node));
            return self.neutral_object(form);
        }
        let faults = self.faults.len();
        let mut kept: Vec<(&'static str, Mended<'t>)> = Vec::new();
        for (key, value) in node.members() {
            let key = key.string();
            let member = form.member(&key);
            let again = member.is_some_and(|member| kept.iter().any(|(name, _)| *name == member.name));
            self.within(&quoted_key(&key), |it| match member {
                None => {
                    let expected: Vec<&str> = form.members.iter().map(|member| member.name).collect();
                    it.fault(Problem::UnknownField { expected: expected.join(", ") });
                }
                Some(_) if again => it.fault(Problem::DuplicateField),
                Some(member) => kept.push((member.name, it.member(member, value))),
            });
        }
        for member in form.members.iter().filter(|member| member.required) {
            if !kept.iter().any(|(name, _)| *name == member.name) {
                self.within(member.name, |it| it.fault(Problem::MissingField { why: None }));
                kept.push((member.name, self.neutral(&member.kind)));
            }
        }
        let doubtful = self.faults.len() > faults;
        match together(form, &kept) {
            Together::Fit => Mended::Object(kept),
            Together::Empty | Together::Inverted if doubtful => self.neutral_object(form),
            fault => {
                self.fault(fault.problem(form));
                self.neutral_object(form)
            }
        }
    }

    fn member<'t>(&mut self, member: &'static Member, node: Node<'t>) -> Mended<'t> {
        match (node.is_null(), member.required) {
            (false, required) => self.value(&member.kind, required, node),
            (true, false) => Mended::Null,
            (true, true) => {
                self.fault(Problem::MissingField { why: None });
                self.neutral(&member.kind)
            }
        }
    }

    fn fault(&mut self, problem: Problem) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(problem.at(self.path.clone()));
        }
    }

    /// Does something one step further down the document.
    fn within<T>(&mut self, step: &str, act: impl FnOnce(&mut Self) -> T) -> T {
        let separator = if self.path.is_empty() { "" } else { "." };
        self.further(&[separator, step], act)
    }

    /// The same, in an element of a list.
    fn within_index<T>(&mut self, index: usize, act: impl FnOnce(&mut Self) -> T) -> T {
        self.further(&["[", &index.to_string(), "]"], act)
    }

    fn further<T>(&mut self, step: &[&str], act: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        self.path.extend(step.iter().copied());
        let done = act(self);
        self.path.truncate(length);
        done
    }

    /// Gives a value that fits.
    fn neutral<'t>(&mut self, kind: &'static Kind) -> Mended<'t> {
        let text = |text: &'static str| Mended::Text(text.into());
        match *kind {
            Kind::Text(_) => text("texte"),
            Kind::Code | Kind::Reference | Kind::Situation => {
                self.invented = self.invented.saturating_add(1);
                Mended::Text(format!("code{}", self.invented).into())
            }
            Kind::Choice(codes) | Kind::Either(codes, _) => text(codes.first().copied().unwrap_or_default()),
            Kind::Address => text("https://exemple.fr"),
            Kind::Flag => Mended::False,
            Kind::Count(min, _) => Mended::Whole(min),
            Kind::Hours(..) | Kind::Granularity => Mended::Whole(1),
            Kind::Date => text("2000-01-01"),
            Kind::Amount => text("0.00"),
            Kind::Rate => Mended::Whole(0),
            Kind::List(..) | Kind::Distinct(..) => Mended::List(Vec::new()),
            Kind::Object(form) => self.neutral_object(form),
        }
    }

    fn neutral_object<'t>(&mut self, form: &'static Form) -> Mended<'t> {
        let chosen = form.members.first().filter(|_| form.rule == Rule::One).map(|member| member.name);
        let needed = form.members.iter().filter(|member| member.required || chosen == Some(member.name));
        Mended::Object(needed.map(|member| (member.name, self.neutral(&member.kind))).collect())
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

fn together(form: &Form, members: &[(&str, Mended<'_>)]) -> Together {
    match form.rule {
        Rule::Free => Together::Fit,
        Rule::One => match members.iter().filter(|(_, value)| !matches!(value, Mended::Null)).count() {
            0 => Together::Empty,
            1 => Together::Fit,
            _ => Together::Several,
        },
        Rule::Ordered => {
            let bound = |name: &str| match members.iter().find(|(key, _)| *key == name)? {
                (_, Mended::Kept(node)) => read::<Hours>(*node).ok(),
                _ => None,
            };
            let inverted = bound("min").zip(bound("max")).is_some_and(|(min, max)| min > max);
            let mended = members.iter().any(|(_, value)| !matches!(value, Mended::Kept(_)));
            if inverted || mended { Together::Inverted } else { Together::Fit }
        }
    }
}

fn read<T: serde::de::DeserializeOwned>(node: Node<'_>) -> Result<T, Problem> {
    json::decode(node).map_err(|error: Error| error.problem().clone())
}

fn text(node: Node<'_>, check: impl FnOnce(&str) -> Result<(), Problem>) -> Result<(), Problem> {
    match node.kind() {
        NodeKind::String => check(&node.string()),
        _ => read::<String>(node).map(drop),
    }
}

/// One of these codes, where an object could stand too if there is a form for it.
fn choice(codes: &[&str], form: Option<&Form>, node: Node<'_>) -> Result<(), Problem> {
    text(node, |code| {
        if codes.contains(&code) {
            return Ok(());
        }
        let codes = codes.join(", ");
        let expected = form.map_or_else(|| codes.clone(), |form| format!("{codes}, ou {}", an_object(form)));
        Err(Problem::UnknownCode { found: quoted(code), expected })
    })
}

fn check_situation(code: &str) -> Result<(), Problem> {
    if Situation::from_code(code).is_some() {
        return Ok(());
    }
    let codes: Vec<&str> = Situation::ALL.into_iter().map(Situation::code).collect();
    Err(Problem::UnknownCode { found: quoted(code), expected: codes.join(", ") })
}

fn count(min: u32, max: u32, node: Node<'_>) -> Result<u32, Problem> {
    let expected = Problem::out_of_range(format!("un nombre entier de {min} à {max}"));
    let found = match (node.kind(), node.number()) {
        (NodeKind::Number, Number::Unsigned(number)) => u32::try_from(number).ok(),
        (NodeKind::Number, Number::Signed(_)) => None,
        (NodeKind::Number, Number::Float(number)) if number.fract() == 0.0 => {
            let mut whole = min..=max;
            whole.find(|whole| f64::from(*whole).total_cmp(&number.abs()).is_eq() && number >= 0.0)
        }
        _ => return read::<u32>(node),
    };
    found.filter(|number| (min..=max).contains(number)).ok_or(expected)
}

fn hours(min: Hours, max: Hours, node: Node<'_>) -> Result<(), Problem> {
    let found = match read::<Hours>(node) {
        Err(Problem::HoursOutOfRange { .. }) => None,
        other => Some(other?),
    };
    match found {
        Some(hours) if min <= hours && hours <= max => Ok(()),
        _ => Err(Problem::HoursOutOfRange { min, max }),
    }
}

fn granularity(node: Node<'_>) -> Result<(), Problem> {
    match read::<Hours>(node) {
        Ok(Hours::QUARTER | Hours::HALF | Hours::ONE) => Ok(()),
        Err(problem @ Problem::WrongType { .. }) => Err(problem),
        _ => Err(Problem::out_of_range("0.25, 0.5 ou 1\u{a0}: un quart d’heure, une demi-heure ou une heure")),
    }
}

fn wrong_type(expected: String, node: Node<'_>) -> Problem {
    let found: Cow<'_, str> = match node.kind() {
        NodeKind::Null => "null".into(),
        NodeKind::Bool => node.raw().into(),
        NodeKind::Number => format!("le nombre {}", quoted(node.raw())).into(),
        NodeKind::String => format!("le texte «\u{a0}{}\u{a0}»", quoted(&node.string())).into(),
        NodeKind::Array => "une liste".into(),
        NodeKind::Object => "un objet".into(),
    };
    Problem::WrongType { expected, found: found.into_owned() }
}
