//! What the reference page says in French, looked up by what it is about.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// The companion table, one line a text: `key = text`.
const TABLE: &str = include_str!("french.txt");

/// The French texts, and what was asked of them.
pub(crate) struct French {
    texts: BTreeMap<&'static str, &'static str>,
    used: RefCell<BTreeSet<&'static str>>,
    missing: RefCell<BTreeSet<String>>,
}

impl French {
    pub(crate) fn read() -> Self {
        let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let texts = lines.filter_map(|line| line.split_once(" = ")).collect();
        Self { texts, used: RefCell::default(), missing: RefCell::default() }
    }

    /// The text of a key; what is missing is told in the page itself, and to the test.
    pub(crate) fn of(&self, key: &str) -> String {
        self.find(&[key.to_owned()])
    }

    /// The text of a member: its own, or that of every member of its name.
    pub(crate) fn of_member(&self, owner: &str, member: &str) -> String {
        self.find(&[format!("{owner}.{member}"), format!("*.{member}")])
    }

    fn find(&self, keys: &[String]) -> String {
        for key in keys {
            if let Some((key, text)) = self.texts.get_key_value(key.as_str()) {
                self.used.borrow_mut().insert(key);
                return typeset(text);
            }
        }
        self.missing.borrow_mut().extend(keys.first().cloned());
        format!("*à décrire : {}*", keys.first().map_or("", String::as_str))
    }

    /// The keys that have no text.
    pub(crate) fn missing(&self) -> Vec<String> {
        self.missing.borrow().iter().cloned().collect()
    }

    /// The texts that serve nothing.
    pub(crate) fn unused(&self) -> Vec<String> {
        let used = self.used.borrow();
        self.texts.keys().filter(|key| !used.contains(*key)).map(|key| (*key).to_owned()).collect()
    }
}

/// The same text with its no-break spaces.
pub(crate) fn typeset(text: &str) -> String {
    let mut written = text.replace("« ", "«\u{a0}");
    for mark in [":", ";", "?", "!", "»", "%"] {
        written = written.replace(&format!(" {mark}"), &format!("\u{a0}{mark}"));
    }
    written.replace(" h ", "\u{a0}h ").replace(" h.", "\u{a0}h.").replace(" h,", "\u{a0}h,")
}

#[cfg(test)]
mod tests {
    use super::typeset;

    #[test]
    fn no_break_spaces_stand_before_double_marks_and_inside_guillemets() {
        assert_eq!(typeset("dit : « oui » ; 8 h."), "dit\u{a0}: «\u{a0}oui\u{a0}»\u{a0}; 8\u{a0}h.");
    }
}
