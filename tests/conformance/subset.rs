//! Whether an answer has what is expected of it; it may have more.
//!
//! - An object: the members expected; `{"$absent": true}` for one that must not be there.
//! - A list: element by element, in full; or `{"$contains": […]}`, each found somewhere, and `{"$length": n}`.
//! - Anything else: the same value.

use serde_json::{Map, Value};

/// What the answer lacks, each with its path.
pub(crate) fn mismatches(expected: &Value, found: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    compare(expected, found, "", &mut faults);
    faults
}

fn compare(expected: &Value, found: &Value, path: &str, faults: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(wanted), Value::Array(items)) if wanted.keys().any(|key| key.starts_with('$')) => {
            compare_list(wanted, items, path, faults);
        }
        (Value::Object(wanted), Value::Object(members)) => {
            for (key, value) in wanted {
                let path = format!("{path}.{key}");
                let absent = value.get("$absent").is_some();
                match members.get(key) {
                    Some(member) if !absent => compare(value, member, &path, faults),
                    Some(member) => faults.push(format!("{path}: expected nothing, found {member}")),
                    None if absent => {}
                    None => faults.push(format!("{path}: expected {value}, found nothing")),
                }
            }
        }
        (Value::Array(wanted), Value::Array(items)) if wanted.len() == items.len() => {
            for (index, (value, item)) in wanted.iter().zip(items).enumerate() {
                compare(value, item, &format!("{path}[{index}]"), faults);
            }
        }
        _ if same(expected, found) => {}
        _ => faults.push(format!("{path}: expected {expected}, found {found}")),
    }
}

fn compare_list(wanted: &Map<String, Value>, items: &[Value], path: &str, faults: &mut Vec<String>) {
    for (key, value) in wanted {
        match key.as_str() {
            "$length" if value.as_u64() == Some(items.len() as u64) => {}
            "$length" => faults.push(format!("{path}: expected {value} elements, found {}", items.len())),
            "$contains" => {
                let values = value.as_array().expect("a list of elements");
                for value in values.iter().filter(|value| !items.iter().any(|item| mismatches(value, item).is_empty()))
                {
                    faults.push(format!("{path}: expected to contain {value}, found {}", Value::from(items)));
                }
            }
            other => panic!("{path}: unknown expectation {other}"),
        }
    }
}

/// Numbers are the same by value, however they are written.
fn same(one: &Value, other: &Value) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => one.to_bits() == other.to_bits(),
        _ => one == other,
    }
}

#[test]
fn an_answer_may_have_more_than_expected_and_nothing_else() {
    use serde_json::json;

    let found = json!({ "a": 1, "b": [1, { "c": 2, "d": 3 }], "e": null });
    for (expected, faults) in [
        (json!({}), 0),
        (json!({ "a": 1.0 }), 0),
        (json!({ "b": [1, { "c": 2 }], "e": null }), 0),
        (json!({ "b": { "$contains": [{ "d": 3 }], "$length": 2 } }), 0),
        (json!({ "f": { "$absent": true } }), 0),
        (json!({ "a": 2 }), 1),
        (json!({ "a": "1" }), 1),
        (json!({ "a": 1, "f": null }), 1),
        (json!({ "b": [1] }), 1),
        (json!({ "b": [{ "c": 2 }, 1] }), 2),
        (json!({ "b": { "$contains": [{ "d": 4 }, 7], "$length": 3 } }), 3),
        (json!({ "e": { "$absent": true } }), 1),
        (json!({ "b": {} }), 1),
    ] {
        assert_eq!(mismatches(&expected, &found).len(), faults, "{expected}");
    }
}
