//! Whatever text comes in, a result document or an error document goes out.

#![cfg(feature = "wire")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

#[path = "support/requests.rs"]
mod requests;

use bilan_professionnel::Catalogue;
use bilan_professionnel::wire::{MAX_REQUEST, Operation, answer, answer_line};
use proptest::prelude::*;
use requests::{asked, complete, path, places, sound, written};
use serde_json::{Value, json};

/// The code with which a text is refused, by every operation alike.
fn refused_by_all(request: impl AsRef<[u8]>) -> String {
    let codes = Operation::ALL.map(|operation| asked(operation, request.as_ref()).unwrap_err().0);
    assert!(codes.iter().all(|code| *code == codes[0]), "{codes:?}");
    codes[0].clone()
}

#[test]
fn what_is_no_json_object_is_refused() {
    let table: [(&[u8], &str); 22] = [
        (b"", "invalidJson"),
        (b" ", "invalidJson"),
        (b"{", "invalidJson"),
        (b"{}}", "invalidJson"),
        (b"{} {}", "invalidJson"),
        (b"{\"a\":1,}", "invalidJson"),
        (b"{'a':1}", "invalidJson"),
        (b"{a:1}", "invalidJson"),
        (b"// nothing\n{}", "invalidJson"),
        (b"{\"a\":NaN}", "invalidJson"),
        (b"{\"a\":1e400}", "invalidJson"),
        (b"{\"a\":\"\t\"}", "invalidJson"),
        (b"{\"a\":\"\\ud800\"}", "invalidJson"),
        (b"{\"\\udc00\":1}", "invalidJson"),
        (b"\xEF\xBB\xBF{}", "invalidJson"),
        (b"{\"a\":\"\xFF\"}", "invalidUtf8"),
        (b"{\"a\":\"\xED\xA0\x80\"}", "invalidUtf8"),
        (b"\xFE\xFF\0{\0}", "invalidUtf8"),
        (b"null", "wrongType"),
        (b"[]", "wrongType"),
        (b"\"{}\"", "wrongType"),
        (b"42", "wrongType"),
    ];
    for (text, code) in table {
        assert_eq!(refused_by_all(text), code, "{}", String::from_utf8_lossy(text));
    }
}

#[test]
fn any_depth_and_any_length_is_answered() {
    for (open, close) in [("[", "]"), ("{\"plan\":", "}"), ("{\"needs\":[", "]}")] {
        let nested = [open.repeat(100_000), "1".into(), close.repeat(100_000)].concat();
        for text in [open.repeat(100_000), nested] {
            let expected = if text.len() > MAX_REQUEST { "tooLarge" } else { "invalidJson" };
            assert_eq!(refused_by_all(&text), expected);
        }
    }
    assert_eq!(refused_by_all(" ".repeat(2 << 20)), "tooLarge");
    assert_eq!(refused_by_all(vec![0xFF; 2 << 20]), "tooLarge");
    let padded = |length: usize| format!("{{}}{}", " ".repeat(length - 2));
    assert!(asked(Operation::Catalogue, padded(MAX_REQUEST)).is_ok());
    assert_eq!(asked(Operation::Catalogue, padded(MAX_REQUEST + 1)), Err(("tooLarge".into(), String::new())));
    // Just below the limit, and full of what each operation reads.
    let filled = |start: &str, item: &dyn Fn(usize) -> String, end: &str| {
        let mut items = Vec::new();
        let mut length = start.len() + end.len();
        while length < MAX_REQUEST {
            let item = item(items.len());
            length += item.len() + 1;
            items.push(item);
        }
        items.pop();
        format!("{start}{}{end}", items.join(","))
    };
    let plan = r#""plan":{"variant":"evolution"}"#;
    let table = [
        (Operation::Recommend, filled(r#"{"needs":["#, &|_| r#""faireLePoint""#.into(), "]}"), Err("needs[1]")),
        (Operation::Plan, filled(r#"{"variant":"evolution","fixed":{"#, &|n| format!("\"{n}\":1"), "}}"), Err("fixed")),
        (
            Operation::Schedule,
            filled(
                &format!(r#"{{{plan},"exchangesOn":"2026-12-01","closures":["#),
                &|n| format!(r#"{{"from":"20{:02}-07-14","to":"20{:02}-07-14"}}"#, 27 + n % 70, 27 + n % 70),
                "]}",
            ),
            Ok(()),
        ),
        (
            Operation::Settle,
            filled(&format!(r#"{{{plan},"attended":["#), &|_| r#"{"date":"2027-01-12","hours":24}"#.into(), "]}"),
            Ok(()),
        ),
        (Operation::Quote, filled("{", &|n| format!("\"{n}\":1"), "}"), Err("0")),
    ];
    for (operation, request, expected) in table {
        let found = asked(operation, &request).map(|_| ()).map_err(|(_, path)| path);
        assert_eq!(found, expected.map_err(str::to_owned), "{operation}");
    }
}

#[test]
fn every_number_in_place_of_every_value_is_answered() {
    let numbers = [
        "0",
        "-0",
        "-0.0",
        "1",
        "-1",
        "0.25",
        "0.5",
        "1e2",
        "1E+2",
        "1e308",
        "-1e308",
        "1e400",
        "-1e400",
        "5e-324",
        "1e-400",
        "9007199254740993",
        "9223372036854775808",
        "-9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "123456789012345678901234567890",
        "01",
        "+1",
        ".5",
        "1.",
        "1e",
        "--1",
        "0x10",
        "1_000",
        "Infinity",
        "-NaN",
    ];
    for (operation, request) in complete() {
        for place in places(&request) {
            for number in numbers {
                let answer = asked(operation, written(&request, &place, number));
                if let Err((code, at)) = &answer
                    && code != "invalidJson"
                {
                    let here = path(&place);
                    // A total may be out of reach because of a step, and a wrong closure noticed at its other end.
                    assert!(!at.is_empty() || here.is_empty(), "{operation}: {here} = {number}: {code}");
                }
            }
        }
    }
}

/// Values that a careless or hostile host may send.
fn hostile() -> Vec<Value> {
    let long = "é".repeat(1_000);
    let texts = [
        "",
        " ",
        "\0",
        "null",
        "2026-02-30",
        "0000-00-00",
        "9999-12-31",
        "1583-01-01",
        "1582-12-31",
        "-2026-01-01",
        "２０２６-12-01",
    ];
    let numbers = [
        json!(0),
        json!(-1),
        json!(0.25),
        json!(0.5),
        json!(40),
        json!(100),
        json!(1e308),
        json!(u64::MAX),
        json!(i64::MIN),
    ];
    let others = [
        json!(null),
        json!(true),
        json!(false),
        json!([]),
        json!({}),
        json!([null]),
        json!({ "": null }),
        json!(long),
        json!({ long: 1 }),
    ];
    let nested = (0..100).fold(json!(1), |inner, _| json!([inner]));
    let codes = ["evolution", "developpement", "weekly", "friday", "fonctionnaire", "recherches", "rqth"];
    let texts = texts.iter().chain(&codes).map(|text| json!(text));
    texts.chain(numbers).chain(others).chain([nested]).collect()
}

#[test]
fn every_hostile_value_in_place_of_every_value_is_answered() {
    for (operation, request) in complete() {
        for place in places(&request) {
            for value in hostile() {
                // In a line a request that is `null` is none.
                if place.is_empty() && value.is_null() {
                    continue;
                }
                let mut changed = request.clone();
                *changed.pointer_mut(&place).unwrap() = value;
                let text = changed.to_string();
                let answer = asked(operation, &text);
                // In a line the same request has the same answer.
                let line = format!(r#"{{"operation":"{operation}","request":{text}}}"#);
                let in_line: Value =
                    serde_json::from_str(&answer_line(Catalogue::embedded(), line.as_bytes())).unwrap();
                match answer {
                    Ok(document) => assert_eq!(in_line, document),
                    Err((code, _)) if code == "invalidJson" => assert_eq!(in_line["error"]["code"], json!(code)),
                    Err((code, path)) => {
                        assert_eq!(
                            (&in_line["error"]["code"], &in_line["error"]["path"]),
                            (&json!(code), &json!(path))
                        );
                    }
                }
            }
        }
    }
}

fn any_request() -> impl Strategy<Value = (Operation, Value)> {
    prop::sample::select(complete())
}

/// A request with some of its values replaced, by hostile ones or by values of other requests.
fn distorted() -> impl Strategy<Value = (Operation, String)> {
    let pieces: Vec<Value> = complete()
        .iter()
        .flat_map(|(_, request)| places(request).into_iter().map(|place| request.pointer(&place).unwrap().clone()))
        .chain(hostile())
        .collect();
    let changes =
        prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(pieces), any::<bool>()), 1..5);
    (any_request(), changes).prop_map(|((operation, mut request), changes)| {
        for (place, value, remove) in changes {
            let places = places(&request);
            let place = &places[place.index(places.len())];
            match place.rsplit_once('/') {
                Some((parent, key)) if remove => {
                    if let Some(members) = request.pointer_mut(parent).and_then(Value::as_object_mut) {
                        members.remove(key);
                    }
                }
                _ => *request.pointer_mut(place).unwrap() = value,
            }
        }
        (operation, request.to_string())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn distorted_requests_are_answered((operation, request) in distorted()) {
        let _ = asked(operation, request);
    }

    #[test]
    fn random_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for operation in Operation::ALL {
            prop_assert!(asked(operation, &bytes).is_err());
        }
        let document: Value = serde_json::from_str(&answer_line(Catalogue::embedded(), &bytes)).unwrap();
        prop_assert!(document.get("error").is_some());
    }

    #[test]
    fn requests_with_random_bytes_in_them_are_answered(
        (operation, request) in any_request(),
        at in any::<prop::sample::Index>(),
        cut in 0usize..10,
        bytes in prop::collection::vec(prop_oneof![any::<u8>(), prop::sample::select(b"{}[]\",:\\0e-.tn".to_vec())], 0..6),
    ) {
        let mut request = request.to_string().into_bytes();
        let start = at.index(request.len());
        let end = request.len().min(start + cut);
        request.splice(start..end, bytes);
        let _ = asked(operation, &request);
        let _ = answer_line(Catalogue::embedded(), &request);
    }

    #[test]
    fn a_catalogue_with_hostile_values_is_refused_or_answers_every_request(
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(hostile())), 1..3),
    ) {
        let mut offer = serde_json::to_value(Catalogue::embedded().offer()).unwrap();
        for (place, value) in changes {
            let places = places(&offer);
            *offer.pointer_mut(&places[place.index(places.len())]).unwrap() = value;
        }
        match Catalogue::parse(offer.to_string().as_bytes()) {
            Ok(catalogue) => {
                for (operation, request) in complete() {
                    let _ = sound(answer(&catalogue, operation, request.to_string().as_bytes()));
                }
            }
            Err(error) => {
                let _ = sound(Err(error));
            }
        }
    }
}
