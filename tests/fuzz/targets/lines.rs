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

/// A request in a line is answered as the request alone is.
fn wrapped(request: &str) {
    let catalogue = centre::catalogue(false);
    let operation = Operation::ALL[request.len() % Operation::ALL.len()];
    let expected = answer::document(wire::answer(catalogue, operation, request.as_bytes()));
    let code = operation.code();
    for line in [
        format!(r#"{{"operation":"{code}","request":{request}}}"#),
        format!(r#" {{ "request" : {request} , "operation" : "{code}" }} "#),
    ] {
        assert_eq!(wire::answer_line(catalogue, line.as_bytes()), expected, "{line}");
    }
}
