//! The hostile texts of `tests/conformance`, as the tests of every host read them.

#![allow(dead_code, reason = "each test uses its part")]

use serde_json::Value;

/// A text that a careless or hostile host may hand over.
pub(crate) struct HostileText {
    pub(crate) name: String,
    pub(crate) text: String,
    /// What the check of a catalogue says of it in place of a text: the code of the fault, or nothing.
    pub(crate) label: Option<String>,
    /// Whether it is a legal code of a catalogue.
    pub(crate) is_code: bool,
    /// How a path names a member of that name.
    pub(crate) path: String,
}

/// A place of a request, marked « § », and what is answered to any of the texts in it.
pub(crate) struct Place {
    pub(crate) operation: String,
    pub(crate) request: Value,
    pub(crate) code: String,
    pub(crate) path: String,
}

fn table() -> Value {
    serde_json::from_str(include_str!("../../../tests/conformance/hostile-texts.json")).unwrap()
}

/// Every text that a Rust program can hold: no half of a character.
pub(crate) fn hostile_texts() -> Vec<HostileText> {
    let of = |entry: &Value| {
        let member = |key: &str| entry[key].as_str().map(str::to_owned);
        let times = entry["times"].as_u64().map_or(1, |times| usize::try_from(times).unwrap());
        let text = member("text")?.repeat(times);
        Some(HostileText {
            name: member("name").unwrap(),
            label: member("label").filter(|label| label != "text"),
            is_code: entry["code"] == true,
            path: member("path").unwrap_or_else(|| text.clone()),
            text,
        })
    };
    table()["texts"].as_array().unwrap().iter().filter_map(of).collect()
}

pub(crate) fn places() -> Vec<Place> {
    let of = |entry: &Value| {
        let member = |key: &str| entry[key].as_str().unwrap().to_owned();
        Place {
            operation: member("operation"),
            request: entry["request"].clone(),
            code: member("code"),
            path: member("path"),
        }
    };
    table()["places"].as_array().unwrap().iter().map(of).collect()
}

impl Place {
    /// The request with a text in this place.
    pub(crate) fn with(&self, text: &str) -> String {
        self.request.to_string().replace("\"§\"", &Value::from(text).to_string())
    }
}
