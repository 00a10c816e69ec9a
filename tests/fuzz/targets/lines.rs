//! Lines, as `bilan lines` and every host receive them: any bytes.

#![no_main]

use bilan_fuzz::respelling::respelled;
use bilan_fuzz::{answer, canary, centre};
use bilan_professionnel::wire::{self, MAX_LINE, Operation};
use libfuzzer_sys::fuzz_target;
use serde_json::value::RawValue;

fuzz_target!(|line: &[u8]| {
    let catalogue = centre::catalogue(false);
    let mut document = wire::answer_line(catalogue, line);
    if canary::planted() {
        document.push('\n');
    }
    answer::code_of(&document);
    assert_eq!(wire::answer_line(catalogue, line), document, "asked twice");
    if answer::was_read(&document) {
        let other = respelled(line);
        if other.len() <= MAX_LINE {
            assert_eq!(wire::answer_line(catalogue, &other), document, "spelled otherwise");
        }
    }
    if let Ok(request) = serde_json::from_slice::<&RawValue>(line) {
        wrapped(request.get());
    }
});

/// A request in a line is answered as the request alone is. `null` is no request; a text that is not read is at another
/// place in a line.
fn wrapped(request: &str) {
    if request == "null" {
        return;
    }
    let catalogue = centre::catalogue(false);
    let operation = Operation::ALL[request.len() % Operation::ALL.len()];
    let expected = answer::document(wire::answer(catalogue, operation, request.as_bytes()));
    let code = operation.code();
    for line in [
        format!(r#"{{"operation":"{code}","request":{request}}}"#),
        format!(r#" {{ "request" : {request} , "operation" : "{code}" }} "#),
    ] {
        let answered = wire::answer_line(catalogue, line.as_bytes());
        if answer::was_read(&expected) {
            assert_eq!(answered, expected, "{line}");
        } else {
            assert_eq!(answer::code_of(&answered), answer::code_of(&expected), "{line}");
        }
    }
}
