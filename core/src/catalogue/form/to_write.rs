//! What to write in the place of a value of another type: in words, with an example to copy.

use super::{Form, Kind, Member, Rule};
use crate::error::quoted;
use crate::json::{Node, NodeKind};

/// As many members as a sentence can name.
const FEW: usize = 4;
/// As long as an example can be and still be read at a glance, in characters.
const SHORT: usize = 72;

/// Says what a member of that kind holds; none where its own reader says it with an example.
pub(super) fn to_write(kind: &Kind) -> Option<String> {
    Some(match kind {
        Kind::Code | Kind::Reference | Kind::Situation => {
            format!("un code entre guillemets droits, par exemple {}", example(kind))
        }
        Kind::Choice(codes) => format!("un de ces codes, entre guillemets droits\u{a0}: {}", written(codes)),
        Kind::Text(_) | Kind::Address => "un texte entre guillemets droits".to_owned(),
        Kind::Flag => "true ou false, sans guillemets".to_owned(),
        Kind::Count(min, max) => {
            format!("un nombre entier sans guillemets, de {min} à {max}, par exemple {}", example(kind))
        }
        Kind::Hours(..) => "un nombre d’heures sans guillemets, par exemple 18 ou 4.5".to_owned(),
        Kind::Granularity => "0.25, 0.5 ou 1, sans guillemets".to_owned(),
        Kind::Rate => format!("un taux de 0 à 100 sans guillemets, par exemple {}", example(kind)),
        _ => return None,
    })
}

/// Says what to write where an object is expected: its members, where they are few, and an example, where it is short.
pub(super) fn an_object(form: &Form) -> String {
    let names: Vec<&str> = form.members.iter().map(|member| member.name).collect();
    let names = if names.len() > FEW { String::new() } else { format!(" ({})", names.join(", ")) };
    format!("un objet entre accolades{names}{}", such_as(&example_of(form)))
}

/// Says what to write where a list is expected; a text alone has only its brackets to get.
pub(super) fn a_list(of: &Kind, found: Node<'_>) -> String {
    let element = match (of, found.kind()) {
        (Kind::Object(_), _) => example(of),
        (_, NodeKind::String) => format!("\"{}\"", quoted(&found.string())),
        _ => example(of),
    };
    format!("une liste entre crochets{}", such_as(&format!("[{element}]")))
}

/// Writes codes as a document does: « "optional", "required" ».
pub(super) fn written(codes: &[&str]) -> String {
    codes.iter().map(|code| format!("\"{code}\"")).collect::<Vec<_>>().join(", ")
}

fn such_as(example: &str) -> String {
    if example.chars().count() > SHORT { String::new() } else { format!(", par exemple {example}") }
}

/// A value of that kind, as a document writes it.
fn example(kind: &Kind) -> String {
    match kind {
        Kind::Text(_) => "\"…\"".to_owned(),
        Kind::Code | Kind::Reference => "\"bilanLong\"".to_owned(),
        Kind::Situation => "\"rqth\"".to_owned(),
        Kind::Choice(codes) | Kind::Either(codes, _) => written(codes.get(..1).unwrap_or_default()),
        Kind::Address => "\"https://exemple.fr\"".to_owned(),
        Kind::Flag => "true".to_owned(),
        // Of days there are many, of months and weeks few.
        Kind::Count(min, max) => if *max > 100 { 30 } else { 6.clamp(*min, *max) }.to_string(),
        Kind::Hours(..) => "2".to_owned(),
        Kind::Granularity => "0.5".to_owned(),
        Kind::Date => "\"2026-12-01\"".to_owned(),
        Kind::Amount => "\"645.00\"".to_owned(),
        Kind::Rate => "20".to_owned(),
        Kind::List(of, ..) | Kind::Distinct(of, ..) => format!("[{}]", example(of)),
        Kind::Object(form) => example_of(form),
    }
}

/// An object with what it must have; the first of its members, where any one will do.
fn example_of(form: &Form) -> String {
    let chosen = form.members.first().filter(|first| form.rule == Rule::One || !first.required);
    let required: Vec<&Member> = form.members.iter().filter(|member| member.required).collect();
    let shown = if required.is_empty() { chosen.into_iter().collect() } else { required };
    let member = |member: &&Member| format!("\"{}\": {}", member.name, example(&member.kind));
    format!("{{ {} }}", shown.iter().map(member).collect::<Vec<_>>().join(", "))
}
