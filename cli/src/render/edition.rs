//! What a new edition changes, as a page.

use bilan_professionnel::Catalogue;
use bilan_professionnel::edition::Change;
use serde_json::Value;

use super::page::Page;
use super::style::{GOOD, MARK_YES, OPEN, PLAIN, QUIET};
use crate::words;

/// The two catalogues, and what is not the same in them.
pub(crate) fn catalogues(before: &Catalogue, after: &Catalogue, changes: &[Change], width: usize) -> String {
    let named = |catalogue: &Catalogue| format!("{}, édition {}", catalogue.offer().id, catalogue.offer().edition);
    let mut page = Page::new(width);
    page.title("Ce qui change", &format!("{} → {}", named(before), named(after)));
    page.heading("Catalogue");
    if changes.is_empty() {
        page.marked(GOOD, MARK_YES, PLAIN, "Rien : les deux catalogues disent la même chose.");
    }
    list(&mut page, changes, unsaid);
    if !changes.is_empty() && before.offer().id == after.offer().id && before.offer().edition == after.offer().edition {
        page.gap();
        page.warning("Le contenu change, mais l’édition porte le même nom : donnez-lui-en un autre.");
    }
    page.into_text()
}

/// What becomes of the answer to one line.
pub(crate) fn effects(line: usize, operation: &str, changes: &[Change], width: usize) -> String {
    let mut page = Page::new(width);
    page.heading(&format!("Ligne {line}, {}", words::printable(operation)));
    list(&mut page, changes, |_| None);
    page.into_text()
}

/// How many lines get another answer.
pub(crate) fn summary(lines: usize, changed: usize, width: usize) -> String {
    let mut page = Page::new(width);
    page.heading("Demandes");
    let all = words::count(lines, "demande", "demandes");
    if changed == 0 {
        page.paragraph(GOOD, format!("Aucune réponse ne change, sur {all}."));
    } else {
        page.paragraph(OPEN, format!("{}, sur {all}.", words::count(changed, "réponse change", "réponses changent")));
    }
    page.into_text()
}

fn list(page: &mut Page, changes: &[Change], unsaid: fn(&str) -> Option<&'static str>) {
    for change in changes {
        page.paragraph(PLAIN, if change.path.is_empty() { "tout le document" } else { &change.path });
        let [before, after] = [&change.before, &change.after]
            .map(|value| value.as_deref().map(|value| serde_json::from_str::<Value>(value).unwrap_or_default()));
        let moved = matches!((&before, &after), (Some(Value::Array(_)), Some(Value::Array(_))));
        let lines = |value: Option<Value>, absent: &str| match value {
            None => vec![
                unsaid(&change.path).map_or_else(|| format!("({absent})"), |meant| format!("({absent} : {meant})")),
            ],
            Some(Value::Array(items)) if moved => vec![order(&items)],
            Some(value) => told(&value),
        };
        for line in lines(before, "absent") {
            page.marked(QUIET, "-", QUIET, line);
        }
        for line in lines(after, "retiré") {
            page.marked(OPEN, "+", PLAIN, line);
        }
    }
}

/// What a member means that a catalogue does not write.
fn unsaid(path: &str) -> Option<&'static str> {
    let within = |list: &str| path.starts_with(list);
    let (parent, member) = path.rsplit_once('.').unwrap_or(("", path));
    Some(match member {
        "granularity" => "0.5",
        "counts" => "all",
        "average" | "coach" | "yearly" | "goodFriday" => "false",
        "clients" if within("tariffs[") => "tous les clients",
        "hours" if within("tariffs[") => "toutes les durées",
        "from" if within("tariffs[") => "depuis toujours",
        "to" if within("tariffs[") => "sans fin prévue",
        "tax" => "included",
        "indicative" => "true",
        "variants" => "toutes les déclinaisons",
        "publicLabel" => "le libellé",
        "dueDays" => "30",
        "delay" if parent == "course" => "aucun délai",
        "usual" if parent == "course" => "aucune durée habituelle",
        "maxSessionHours" if parent == "course" => "2",
        "cadences" if parent == "course" => "weekly, fortnightly",
        "course" | "delay" | "usual" | "maxSessionHours" | "cadences" if within("variants[") => "comme le centre",
        "funding" => "le centre n’y fait pas appel",
        _ => return None,
    })
}

/// The elements of a list that changed places, by their names.
fn order(items: &[Value]) -> String {
    let name = |item: &Value| ["code", "situation"].iter().find_map(|key| item.get(*key)?.as_str().map(str::to_owned));
    let names = items.iter().map(|item| name(item).or_else(|| tariff(item)).unwrap_or_else(|| text(item)));
    let names: Vec<String> = names.collect();
    format!("ordre : {}", names.join(", "))
}

/// A tariff by its variants and its clients: « bilan (affiliee) ».
fn tariff(item: &Value) -> Option<String> {
    let codes = |name: &str| -> Option<String> {
        Some(item.get(name)?.as_array()?.iter().map(text).collect::<Vec<_>>().join(" + "))
    };
    let variants = codes("variants").filter(|_| item.get("price").is_some())?;
    Some(codes("clients").map_or_else(|| variants.clone(), |clients| format!("{variants} ({clients})")))
}

/// A text or a figure as it is; of an object or a list, each member on a line of its own: nothing is left out.
fn told(value: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    members(value, "", &mut lines);
    lines
}

fn members(value: &Value, path: &str, lines: &mut Vec<String>) {
    match value {
        Value::Object(held) if !held.is_empty() => {
            for (key, value) in held {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                members(value, &path, lines);
            }
        }
        Value::Array(items) if items.iter().any(|item| item.is_object() || item.is_array()) => {
            for (place, item) in items.iter().enumerate() {
                members(item, &format!("{path}[{place}]"), lines);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            let items: Vec<String> = items.iter().map(text).collect();
            lines.push(named(path, &items.join(", ")));
        }
        other => lines.push(named(path, &text(other))),
    }
}

fn named(path: &str, text: &str) -> String {
    if path.is_empty() { text.to_owned() } else { format!("{path} : {text}") }
}

/// A text without its quotes, any other value as JSON.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
