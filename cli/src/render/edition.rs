//! What a new edition changes, as a page.

use bilan_professionnel::Catalogue;
use bilan_professionnel::edition::Change;
use serde_json::Value;

use super::page::Page;
use super::style::{GOOD, MARK_YES, OPEN, PLAIN, QUIET};
use crate::words;

/// How much of a value is shown: a whole step or tariff can be one.
const SHOWN: usize = 160;

/// The two catalogues, and what is not the same in them.
pub(crate) fn catalogues(before: &Catalogue, after: &Catalogue, changes: &[Change], width: usize) -> String {
    let named = |catalogue: &Catalogue| format!("{}, édition {}", catalogue.offer().id, catalogue.offer().edition);
    let mut page = Page::new(width);
    page.title("Ce qui change", &format!("{} → {}", named(before), named(after)));
    page.heading("Catalogue");
    if changes.is_empty() {
        page.marked(GOOD, MARK_YES, PLAIN, "Rien : les deux catalogues disent la même chose.");
    }
    list(&mut page, changes);
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
    list(&mut page, changes);
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

fn list(page: &mut Page, changes: &[Change]) {
    for change in changes {
        page.paragraph(PLAIN, if change.path.is_empty() { "tout le document" } else { &change.path });
        let value = |text: Option<&String>, absent: &str| text.map_or_else(|| absent.to_owned(), |text| shown(text));
        page.marked(QUIET, "-", QUIET, value(change.before.as_ref(), "(absent)"));
        page.marked(OPEN, "+", PLAIN, value(change.after.as_ref(), "(retiré)"));
    }
}

/// A text without its quotes, any other value as JSON; cut where it is long.
fn shown(value: &str) -> String {
    let text = match serde_json::from_str(value) {
        Ok(Value::String(text)) => text,
        _ => value.to_owned(),
    };
    let mut start: String = text.chars().take(SHOWN).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}
