//! The reader beside `serde_json`, the canonical form beside `canon-json` and ECMAScript itself, and places in texts.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, clippy::panic)]

use proptest::prelude::*;
use serde_json::Value;
use std::fmt::Write;

use super::canonical::canonical;
use super::document::Position;
use super::{Document, decode, parse, position, read, write};
use crate::error::{Error, Problem};
use crate::values::Percent;

/// Numbers that are hard to write: edges of the exponent, of precision, of whole numbers, and halves between neighbours.
const NUMBERS: [&str; 34] = [
    "0",
    "-0",
    "-0.0",
    "0e9",
    "1",
    "-1",
    "10",
    "1.0",
    "1.50",
    "0.1",
    "0.000001",
    "0.0000001",
    "1e-6",
    "1e-7",
    "1.5e-7",
    "123456789012345",
    "1234567890123456",
    "9007199254740991",
    "9007199254740993",
    "18446744073709551615",
    "-9223372036854775808",
    "1e20",
    "1e21",
    "123456789012345678901",
    "999999999999999999999",
    "1.7976931348623157e308",
    "5e-324",
    "2.2250738585072014e-308",
    "4.35",
    "0.30000000000000004",
    "9.9999999999999999",
    "295147905179352830000",
    "1E+2",
    "333333333.33333329",
];

/// Texts that are hard to write or to sort: controls, quotes, beyond U+FFFF before U+FB33, separators of lines.
const TEXTS: [&str; 22] = [
    "",
    "a",
    "b",
    "aa",
    "A",
    "é",
    "e\u{301}",
    "\u{20ac}",
    "\r",
    "\n\t\u{8}\u{c}",
    "\u{b}\u{1f}\u{7f}\u{80}",
    "\"\\/",
    "1",
    "10",
    "2",
    "\u{fb33}",
    "\u{1f600}",
    "\u{ffff}",
    "\u{10000}",
    "\u{2028}\u{2029}",
    "</script>",
    "__proto__",
];

/// A generator that gives the same documents in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap()
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    /// A number with any bits, or one that is hard.
    fn number(&mut self) -> String {
        match self.below(4) {
            0 => self.one(&NUMBERS).to_owned(),
            1 => format!("{:e}", self.finite()),
            2 => format!("{}", f64::from(u32::try_from(self.next() % 4_000_001).unwrap()) / 4.0),
            _ => format!("{}", f64::from(u32::try_from(self.next() % 1_000_000_000).unwrap()) / 1e6),
        }
    }

    fn finite(&mut self) -> f64 {
        loop {
            let value = f64::from_bits(self.next());
            if value.is_finite() {
                return value;
            }
        }
    }

    fn text(&mut self) -> String {
        (0..self.below(3)).map(|_| self.one(&TEXTS)).collect()
    }

    /// A string as JSON, some of its characters escaped though they need not be.
    fn string(&mut self) -> String {
        let text = self.text();
        let plain = serde_json::to_string(&text).unwrap();
        if self.below(3) > 0 {
            return plain;
        }
        let mut escaped = String::new();
        for unit in text.encode_utf16() {
            let _ = write!(escaped, "\\u{unit:04x}");
        }
        format!("\"{escaped}\"")
    }

    fn value(&mut self, depth: usize) -> String {
        let space = self.one(&["", "", "", " ", "\n", "\r\n\t"]);
        let text = match self.below(if depth == 0 { 4 } else { 7 }) {
            0 => self.number(),
            1 => self.one(&["null", "true", "false"]).to_owned(),
            2 | 3 => self.string(),
            4 => format!("[{}]", (0..self.below(4)).map(|_| self.value(depth - 1)).collect::<Vec<_>>().join(",")),
            _ => {
                let mut keys: Vec<String> = Vec::new();
                for _ in 0..self.below(5) {
                    let key = self.text();
                    if !keys.contains(&key) {
                        keys.push(key);
                    }
                }
                let member =
                    |key: &String| format!("{}:{}", serde_json::to_string(key).unwrap(), self.value(depth - 1));
                format!("{{{}}}", keys.iter().map(member).collect::<Vec<_>>().join(&format!(",{space}")))
            }
        };
        format!("{space}{text}{space}")
    }
}

fn canonical_of(text: &str) -> String {
    canonical(parse(text, 0).unwrap().root(), None).unwrap()
}

#[test]
fn reading_agrees_with_serde_json_on_mutated_documents_and_on_the_place_of_the_first_fault() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let pieces = [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "\\udc00", "0", "-", ".", "e", "1e999", "true",
        "nul", " ", "\n", "\u{1}", "é", "/",
    ];
    let (mut read, mut refused) = (0, 0);
    for _ in 0..100_000 {
        let mut text = random.value(4);
        for _ in 0..random.below(3) {
            let places: Vec<usize> = text.char_indices().map(|(place, _)| place).chain([text.len()]).collect();
            let start = random.below(places.len());
            let end = (start + random.below(3)).min(places.len() - 1);
            let piece = random.one(&pieces);
            text.replace_range(places[start]..places[end], piece);
        }
        let theirs = serde_json::from_str::<Value>(&text);
        match (parse(&text, 0), theirs) {
            (Ok(ours), Ok(theirs)) => {
                assert_eq!(serde_json::to_value(ours.root()).unwrap(), theirs, "{text}");
                read += 1;
            }
            (Err(ours), Err(theirs)) => {
                let Problem::InvalidJson { line, column } = *ours.problem() else { panic!("{ours}") };
                refused += 1;
                let (ours, theirs) = (offset(&text, line, column), their_offset(&text, &theirs));
                // Of a word, a number or an escape, one points to its start and the other to where it goes wrong.
                let token = text.get(ours.min(theirs)..ours.max(theirs)).unwrap_or_default();
                // Where a text ends too early, they point to its last character.
                let at_the_end =
                    ours == text.len() && text.get(theirs..).is_none_or(|rest| rest.chars().nth(1).is_none());
                // They read the four digits of an escape at once.
                let before = text.get(..ours.min(theirs)).unwrap_or_default();
                let in_escape = before.rfind("\\u").is_some_and(|place| before.len() - place <= 5);
                let number = || token.bytes().all(|byte| b"+-.0123456789Ee".contains(&byte));
                assert!(
                    at_the_end
                        || in_escape
                        || token.len() <= 12 && !token.contains([',', ':', '[', '{'])
                        || token.starts_with('\\')
                        || number(),
                    "{text}: {ours} {theirs}"
                );
            }
            (ours, theirs) => panic!("{text}: {:?} {:?}", ours.err(), theirs.err()),
        }
    }
    assert!(read > 20_000 && refused > 20_000, "{read} {refused}");
}

/// The byte of a line and a column in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let rest = &text[start..];
    start + rest.char_indices().nth(column - 1).map_or(rest.len(), |(place, _)| place)
}

/// The byte to which an error of `serde_json` points: its columns are in bytes, from 1, and 0 is the end of the line before.
fn their_offset(text: &str, error: &serde_json::Error) -> usize {
    let start: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    (start + error.column()).saturating_sub(1)
}

#[test]
fn a_text_that_is_no_json_is_refused_where_it_goes_wrong() {
    let table = [
        ("", 1, 1),
        ("{", 1, 2),
        ("{}}", 1, 3),
        ("{\"a\":1,}", 1, 8),
        ("{\"é\":\n  tru}", 2, 6),
        ("[1,\r\n 01]", 2, 3),
        ("[\"a\nb\"]", 1, 4),
        ("[\"é\\q\"]", 1, 5),
        ("[\"\\ud800x\"]", 1, 3),
        ("[\"\\udc00\"]", 1, 3),
        ("[1e999]", 1, 2),
        ("[-]", 1, 3),
        ("[1.]", 1, 4),
        ("\u{feff}{}", 1, 1),
    ];
    for (text, line, column) in table {
        assert_eq!(*parse(text, 0).unwrap_err().problem(), Problem::InvalidJson { line, column }, "{text}");
    }
}

#[test]
fn thirty_two_levels_are_read_and_no_more() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let nested = |levels: usize| [&open.repeat(levels), "1", &close.repeat(levels)].concat();
        assert!(parse(&nested(32), 0).is_ok());
        let column = 32 * open.len() + 1;
        assert_eq!(*parse(&nested(33), 0).unwrap_err().problem(), Problem::InvalidJson { line: 1, column });
        // Levels that are left again do not count.
        assert!(parse(&format!("[{}]", vec![nested(31); 100].join(",")), 0).is_ok());
    }
}

#[test]
fn a_percentage_is_seen_as_it_was_written() {
    let rate = |text: &str| decode::<Percent>(parse(text, 0).unwrap().root()).map(Percent::hundredths);
    assert_eq!(rate("9.99"), Ok(999));
    assert_eq!(rate("1.25e1"), Ok(1250));
    assert_eq!(rate("10.00000000000000000000"), Ok(1000));
    for text in ["9.9999999999999999", "10.000000000000000001", "100.01", "-1"] {
        assert_eq!(rate(text).unwrap_err().code(), "outOfRange", "{text}");
    }
    for text in ["\"10\"", "[10]", "true", "null"] {
        assert_eq!(rate(text).unwrap_err().code(), "wrongType", "{text}");
    }
}

#[test]
fn the_canonical_form_is_that_of_another_implementation() {
    let mut random = Random(0xd1b5_4a32_d192_ed03);
    for _ in 0..100_000 {
        // The other one keeps whole numbers beyond those of IEEE 754, and of two shortest decimals as near takes the
        // odd one: here each number is a float of fifteen digits. ECMAScript itself is held to for the others.
        let text = rounded(serde_json::from_str(&random.value(4)).unwrap());
        let theirs = canon_json::CanonJsonSerialize::to_canon_json_string(&text).unwrap();
        assert_eq!(canonical_of(&text.to_string()), theirs, "{text}");
        assert_eq!(canonical_of(&theirs), theirs);
    }
}

fn rounded(value: Value) -> Value {
    match value {
        Value::Number(number) => {
            let float: f64 = format!("{:.14e}", number.as_f64().unwrap()).parse().unwrap();
            serde_json::Number::from_f64(float).map_or(Value::Null, Value::Number)
        }
        Value::Array(items) => items.into_iter().map(rounded).collect(),
        Value::Object(members) => members.into_iter().map(|(key, value)| (key, rounded(value))).collect(),
        other => other,
    }
}

/// The same document, each number a float.
fn floats(value: Value) -> Value {
    match value {
        Value::Number(number) => Value::Number(serde_json::Number::from_f64(number.as_f64().unwrap()).unwrap()),
        Value::Array(items) => items.into_iter().map(floats).collect(),
        Value::Object(members) => members.into_iter().map(|(key, value)| (key, floats(value))).collect(),
        other => other,
    }
}

/// ECMAScript's own numbers, strings and order: `tests/canonical.mjs`, run by Node.
#[test]
#[ignore = "needs Node"]
fn the_canonical_form_is_that_of_ecmascript() {
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/canonical.mjs");
    let mut node = Command::new("node").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let mut lines = String::new();
    for _ in 0..100_000 {
        let text = random.value(4);
        // Two JSON strings a line: the document, and its canonical form.
        lines += &serde_json::to_string(&[text.as_str(), &canonical_of(&text)]).unwrap();
        lines.push('\n');
    }
    node.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "100000 the same");
}

#[test]
fn numbers_are_written_as_ecmascript_does() {
    // From RFC 8785, appendix B, and its neighbourhood.
    let table: [(u64, &str); 23] = [
        (0x0000_0000_0000_0000, "0"),
        (0x8000_0000_0000_0000, "0"),
        (0x0000_0000_0000_0001, "5e-324"),
        (0x8000_0000_0000_0001, "-5e-324"),
        (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
        (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
        (0x4340_0000_0000_0000, "9007199254740992"),
        (0xc340_0000_0000_0000, "-9007199254740992"),
        (0x4430_0000_0000_0000, "295147905179352830000"),
        (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
        (0x44b5_2d02_c7e1_4af6, "1e+23"),
        (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
        (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
        (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
        (0x444b_1ae4_d6e2_ef50, "1e+21"),
        (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
        (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
        (0x41b3_de43_5555_5553, "333333333.3333332"),
        (0x41b3_de43_5555_5554, "333333333.33333325"),
        (0x41b3_de43_5555_5555, "333333333.3333333"),
        (0x41b3_de43_5555_5556, "333333333.3333334"),
        (0x41b3_de43_5555_5557, "333333333.33333343"),
        (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
    ];
    for (bits, text) in table {
        let value = f64::from_bits(bits);
        let document = write(&value).unwrap();
        assert_eq!(canonical(document.root(), None).unwrap(), text);
        assert_eq!(canonical_of(&format!("{value:e}")), text);
    }
}

#[test]
fn what_has_no_canonical_form_is_refused_and_whole_numbers_are_those_of_ieee_754() {
    let digits = |value: &u64| canonical(write(value).unwrap().root(), None).unwrap();
    assert_eq!(digits(&u64::MAX), "18446744073709552000");
    assert_eq!(digits(&9_007_199_254_740_993), "9007199254740992");
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(write(&[value]).unwrap_err().code(), "outOfRange");
    }
    assert_eq!(write(&std::collections::BTreeMap::from([(1, 2)])).unwrap_err().code(), "outOfRange");
    let twice = parse(r#"{"b":{"a":1,"\u0061":2}}"#, 0).unwrap();
    let refused: Error = canonical(twice.root(), None).unwrap_err();
    assert_eq!((refused.code(), refused.path()), ("duplicateField", "a"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// What is written has the outline that reading it gives.
    #[test]
    fn what_is_written_is_what_is_read(text in any::<String>(), number in any::<f64>(), list in any::<Vec<(u64, String)>>()) {
        prop_assume!(number.is_finite());
        let value = (text, number, list, None::<bool>, 'é');
        let written: Document<'_> = write(&value).unwrap();
        let again = parse(&written.text, 0).unwrap();
        let outline = |document: &Document<'_>| format!("{:?}", document.entries);
        prop_assert_eq!(outline(&written), outline(&again));
        prop_assert_eq!(canonical(written.root(), None), canonical(again.root(), None));
        let theirs = floats(serde_json::to_value(&value).unwrap());
        prop_assert_eq!(floats(serde_json::from_str::<Value>(&written.text).unwrap()), theirs);
    }
}

#[test]
fn every_fault_has_its_line_and_column() {
    let text = "{\n  \"ééé\": 1, \"a\": [ {}, { \"b.c\": [2] } ],\n  \"a\": 3\n}";
    let document = read(text.as_bytes()).unwrap();
    let out_of_range = || Problem::out_of_range("autre chose");
    let unknown = || Problem::UnknownField { expected: String::new() };
    let table = [
        (out_of_range().at(""), 1, 1),
        (out_of_range().at("ééé"), 2, 10),
        (unknown().at("ééé"), 2, 3),
        (out_of_range().at("a"), 2, 18),
        (out_of_range().at("a[0]"), 2, 20),
        (out_of_range().at("a[1].b.c"), 2, 33),
        (out_of_range().at("a[1].b.c[0]"), 2, 34),
        (Problem::missing().at("a[0].code"), 2, 21),
        (Problem::DuplicateField.at("a"), 3, 3),
        (Problem::missing().at("code"), 4, 1),
    ];
    for (error, line, column) in table {
        assert_eq!(document.place(&error), Position { line, column }, "{} {}", error.code(), error.path());
    }
    assert_eq!(position("", 0), Position { line: 1, column: 1 });
    assert_eq!(position("é\n", 9), Position { line: 2, column: 1 });
}

#[test]
fn a_key_is_found_at_its_place_however_it_is_written() {
    for key in ["x".repeat(64), "x".repeat(300), "a\u{202e}b".into(), "é\n".into(), "a.b[0]".into(), String::new()] {
        let text = format!("{{\"first\": 0, {}: {{\"in\": []}}}}", serde_json::to_string(&key).unwrap());
        let document = read(text.as_bytes()).unwrap();
        let error = Problem::out_of_range("autre chose").at("in").within(&crate::error::quoted_key(&key));
        if !key.is_empty() {
            assert_eq!(document.place(&error).column, text[..text.find("[]").unwrap()].chars().count() + 1, "{key:?}");
        }
    }
}
