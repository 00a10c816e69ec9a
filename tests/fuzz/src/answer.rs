//! What is true of any answer.

use bilan_professionnel::wire::{self, MAX_REQUEST, Operation};
use bilan_professionnel::{Catalogue, Error, ErrorCode};
use serde_json::Value;

use crate::respelling::respelled;

/// The codes of a text that is not read at all: what they say depends on its spelling.
const UNREAD: [&str; 3] = ["invalidUtf8", "invalidJson", "tooLarge"];

/// The document of an answer, found to be well formed.
pub fn document(answer: Result<String, Error>) -> String {
    match answer {
        Ok(text) => {
            result(&text);
            text
        }
        Err(error) => refusal(&error),
    }
}

/// A result is one object on one line, and no error.
pub fn result(text: &str) -> Value {
    assert!(!text.contains(['\n', '\r']), "a result on several lines: {text}");
    let document: Value = serde_json::from_str(text).expect("a result is JSON");
    assert!(document.is_object() && document.get("error").is_none(), "a result is an object: {text}");
    document
}

/// The document of an error says what it says, with a code that the contract knows.
pub fn refusal(error: &Error) -> String {
    let text = wire::error_document(error);
    assert_eq!(code_of(&text).as_deref(), Some(error.code()), "{text}");
    let document: Value = serde_json::from_str(&text).expect("an error document is JSON");
    assert_eq!(document["error"]["path"], error.path());
    assert_eq!(document["error"]["message"], error.to_string());
    assert!(error.path().len() < 1_000, "a path repeats little of the request: {text}");
    text
}

/// The code of an error document, found to be well formed; none of a result.
pub fn code_of(document: &str) -> Option<String> {
    assert!(!document.contains(['\n', '\r']), "a document on several lines: {document}");
    let parsed: Value = serde_json::from_str(document).expect("an answer is JSON");
    assert!(parsed.is_object(), "an answer is an object: {document}");
    let error = parsed.get("error")?;
    assert!(document.starts_with(r#"{"error":"#), "an error document begins as no result does: {document}");
    let (code, path, message) = (error["code"].as_str(), error["path"].as_str(), error["message"].as_str());
    let (code, message) = (code.expect("a code"), message.expect("a message"));
    // `internal` is a fault of the library.
    let known = ErrorCode::ALL.iter().any(|known| *known != ErrorCode::Internal && known.as_str() == code);
    assert!(known, "an unknown code: {document}");
    assert!(path.is_some(), "no path: {document}");
    assert!(message.starts_with(char::is_uppercase) && message.ends_with('.'), "no sentence: {document}");
    Some(code.to_owned())
}

/// Whether a document is the answer to a text that could be read as JSON.
pub fn was_read(document: &str) -> bool {
    code_of(document).is_none_or(|code| !UNREAD.contains(&code.as_str()))
}

/// The answer of the library, found to obey the laws of [`lawful`].
pub fn asked(catalogue: &Catalogue, operation: Operation, request: &[u8]) -> Result<String, Error> {
    lawful(request, |request| wire::answer(catalogue, operation, request))
}

/// Asks, and asks again: the same text has the same answer, and so has any other spelling of it.
pub fn lawful(request: &[u8], ask: impl Fn(&[u8]) -> Result<String, Error>) -> Result<String, Error> {
    let answer = ask(request);
    assert_eq!(ask(request), answer, "asked twice");
    let document = document(answer.clone());
    if was_read(&document) {
        let other = respelled(request);
        if other.len() <= MAX_REQUEST {
            let again = self::document(ask(&other));
            assert_eq!(again, document, "spelled otherwise: {}", String::from_utf8_lossy(&other));
        }
    }
    answer
}

/// The record of a dossier holds for the case it was made from.
pub fn replays(catalogue: &Catalogue, case: &[u8], dossier: &str) {
    let record = &result(dossier)["record"];
    let request = [br#"{"case":"#, case, format!(r#","record":{record}}}"#).as_bytes()].concat();
    if request.len() <= MAX_REQUEST {
        let replay = wire::answer(catalogue, Operation::Replay, &request).expect("a dossier's case is answered again");
        let replay = result(&replay);
        assert!(replay["holds"] == true && replay["differs"] == Value::Array(Vec::new()), "{replay}");
    }
}
