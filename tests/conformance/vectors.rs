//! Reading the vectors.

use std::fmt;
use std::fs;

use serde_json::{Map, Value};

use super::tests_dir;

/// One case: a line for the program, and what is expected of its answer.
pub(crate) struct Vector {
    /// The file it stands in, without `.json`.
    pub(crate) subject: String,
    /// What it shows, in French.
    pub(crate) name: String,
    /// The catalogue it runs on, a file of `tests/catalogues/`; the embedded one without it.
    pub(crate) catalogue: Option<String>,
    /// What is changed in that catalogue: values by JSON pointer. A catalogue that is refused is the answer.
    pub(crate) change: Option<Map<String, Value>>,
    /// The line for `bilan lines`, without its end.
    pub(crate) line: Vec<u8>,
    /// What must be found in the answer.
    pub(crate) expect: Value,
}

impl fmt::Display for Vector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.json, « {} »", self.subject, self.name)
    }
}

impl Vector {
    /// The catalogue document that the vector changes, changed.
    pub(crate) fn changed(&self) -> Option<Vec<u8>> {
        let change = self.change.as_ref()?;
        let file = tests_dir().join("catalogues").join(self.catalogue.as_deref().expect("a catalogue to change"));
        let mut document: Value = serde_json::from_slice(&fs::read(file).expect("a catalogue")).expect("a document");
        for (pointer, value) in change {
            let (parent, key) = pointer.rsplit_once('/').expect("a JSON pointer");
            match document.pointer_mut(parent).expect("a member of the catalogue") {
                Value::Array(items) => items[key.parse::<usize>().expect("a place")] = value.clone(),
                parent => parent[key] = value.clone(),
            }
        }
        Some(document.to_string().into_bytes())
    }

    /// The operation and the request of the line, where it can be read.
    pub(crate) fn asked(&self) -> Option<(String, Value)> {
        let mut line: Value = serde_json::from_slice(&self.line).ok()?;
        let operation = line.get("operation")?.as_str()?.to_owned();
        let request = line.get_mut("request")?.take();
        (line.as_object()?.len() == 2).then_some((operation, request))
    }
}

/// Every vector, by subject in alphabetical order, then in the order of its file.
pub(crate) fn all() -> Vec<Vector> {
    let entries = fs::read_dir(tests_dir().join("conformance/vectors")).expect("the folder of vectors");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a file of vectors").path()).collect();
    files.sort();
    let read = |file: &std::path::PathBuf| {
        let subject = file.file_stem().expect("a file name").to_string_lossy().into_owned();
        let text = fs::read_to_string(file).expect("a readable file");
        let cases: Vec<Map<String, Value>> =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{subject}.json: {error}"));
        cases.into_iter().map(move |case| vector(&subject, case)).collect::<Vec<_>>()
    };
    files.iter().flat_map(read).collect()
}

fn vector(subject: &str, mut case: Map<String, Value>) -> Vector {
    let name = text(case.remove("name")).unwrap_or_else(|| panic!("{subject}.json: a case without a name"));
    let catalogue = text(case.remove("catalogue"));
    let change = case.remove("change").map(|change| change.as_object().expect("values by pointer").clone());
    let expect = case.remove("expect").unwrap_or_else(|| panic!("{subject}.json, « {name} »: nothing is expected"));
    let line = line(&mut case).unwrap_or_else(|| panic!("{subject}.json, « {name} »: nothing is asked"));
    assert!(case.is_empty(), "{subject}.json, « {name} »: unknown members {:?}", case.keys());
    Vector { subject: subject.to_owned(), name, catalogue, change, line, expect }
}

/// The line of a case: an operation and its request, or a raw text where those cannot say it.
fn line(case: &mut Map<String, Value>) -> Option<Vec<u8>> {
    if let Some(operation) = case.remove("operation") {
        let request = case.remove("request")?;
        return Some(format!(r#"{{"operation":{operation},"request":{request}}}"#).into_bytes());
    }
    if let Some(encoded) = text(case.remove("lineBase64")) {
        return Some(from_base64(&encoded));
    }
    let line = text(case.remove("line"))?;
    let Some(repeat) = case.remove("repeat") else { return Some(line.into_bytes()) };
    let times = repeat["times"].as_u64().expect("a number of times");
    let repeated = repeat["text"].as_str().expect("a text").repeat(usize::try_from(times).expect("a small number"));
    Some(line.replace('§', &repeated).into_bytes())
}

fn text(value: Option<Value>) -> Option<String> {
    value.map(|value| value.as_str().expect("a text").to_owned())
}

fn from_base64(encoded: &str) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0_u32);
    for digit in encoded.bytes().filter(|byte| *byte != b'=') {
        let value = DIGITS.iter().position(|known| *known == digit).expect("a digit of Base64");
        bits = (bits << 6) | u32::try_from(value).expect("less than 64");
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count).to_le_bytes()[0]);
        }
    }
    bytes
}

#[test]
fn base64_is_read_with_and_without_padding() {
    for (encoded, bytes) in [("", ""), ("Yg==", "b"), ("Ymk=", "bi"), ("Ymls", "bil"), ("YmlsYW4=", "bilan")] {
        assert_eq!(from_base64(encoded), bytes.as_bytes(), "{encoded}");
    }
    assert_eq!(from_base64("wyg="), [0xc3, 0x28]);
}
