//! Catalogues of any centre: refused, or read, written and read again as the same, and able to answer everything.

#![no_main]

use bilan_fuzz::respelling::respelled;
use bilan_fuzz::{answer, canary, plan, schedule};
use bilan_professionnel::catalogue::Variant;
use bilan_professionnel::schedule::Calendar;
use bilan_professionnel::wire::{self, Operation};
use bilan_professionnel::{Catalogue, edition, plan as planning};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|text: &[u8]| {
    let catalogue = match Catalogue::parse(text) {
        Ok(catalogue) => catalogue,
        Err(error) => {
            let document = answer::refusal(&error);
            if answer::was_read(&document) {
                // The message repeats a number as it is written.
                let again = Catalogue::parse(&respelled(text)).expect_err("spelled otherwise");
                assert_eq!((again.code(), again.path()), (error.code(), error.path()), "spelled otherwise");
            }
            return;
        }
    };
    let document = wire::answer(&catalogue, Operation::Catalogue, b"{}").expect("a catalogue gives its document");
    let mut again = Catalogue::parse(document.as_bytes()).expect("a catalogue's own document is read");
    if canary::planted() {
        again = Catalogue::embedded().clone();
    }
    // The digest is of the document as it was read, and its own document leaves defaults out.
    assert_eq!(again.offer(), catalogue.offer(), "read again from {document}");
    assert_eq!(Catalogue::parse(&respelled(text)).as_ref(), Ok(&catalogue), "spelled otherwise");
    new_edition(&again, &document, text.iter().copied().map(usize::from).sum());
    let offer = catalogue.offer();
    for variant in offer.variants.iter().take(3) {
        ask(&catalogue, variant);
    }
    for need in offer.needs.iter().take(3) {
        asked(&catalogue, Operation::Recommend, &format!(r#"{{"needs":["{}"]}}"#, need.code));
    }
    asked(&catalogue, Operation::Funding, r#"{"on":"2026-12-01","facts":{"rqth":true}}"#);
});

/// An edition with one of its lists turned: it has changes exactly when its digest is another.
fn new_edition(catalogue: &Catalogue, document: &str, choice: usize) {
    let mut turned: Value = serde_json::from_str(document).expect("a catalogue is JSON");
    let mut lists = Vec::new();
    lists_of(&mut turned, &mut lists);
    if let Some(place) = choice.checked_rem(lists.len()) {
        lists[place].rotate_left(1);
    }
    if let Ok(edition) = Catalogue::parse(turned.to_string().as_bytes()) {
        let changes = edition::changes(catalogue, &edition).expect("two catalogues are compared");
        assert_eq!(
            changes.is_empty(),
            edition.digest() == catalogue.digest(),
            "{changes:?} from {document} to {turned}"
        );
    }
}

fn lists_of<'v>(value: &'v mut Value, found: &mut Vec<&'v mut Vec<Value>>) {
    match value {
        Value::Object(members) => {
            for member in members.values_mut() {
                lists_of(member, found);
            }
        }
        Value::Array(items) => {
            if items.len() > 1 {
                found.push(items);
            } else {
                for item in items {
                    lists_of(item, found);
                }
            }
        }
        _ => {}
    }
}

fn asked(catalogue: &Catalogue, operation: Operation, request: &str) -> Option<String> {
    let answered = answer::asked(catalogue, operation, request.as_bytes());
    answered.ok()
}

/// Every operation answers on a variant, and its plans and calendars are lawful.
fn ask(catalogue: &Catalogue, variant: &Variant) {
    let code = &variant.code;
    let plan = format!(r#"{{"variant":"{code}"}}"#);
    asked(catalogue, Operation::Plan, &plan).expect("a variant has its example plan");
    let clients = &catalogue.offer().clients;
    for client in clients.iter().take(2).map(|client| &client.code) {
        let quote = format!(r#"{{"variant":"{code}","client":"{client}","on":"2026-12-01"}}"#);
        asked(catalogue, Operation::Quote, &quote).expect("on a day there is a price, or none");
        asked(catalogue, Operation::Quote, &format!(r#"{{"variant":"{code}","client":"{client}","hours":7.5}}"#));
    }
    asked(catalogue, Operation::Schedule, &format!(r#"{{"plan":{plan},"exchangesOn":"2026-12-01"}}"#));
    let settle =
        format!(r#"{{"plan":{plan},"attended":[{{"date":"2027-01-12","hours":1}}],"invoiceReceivedOn":"2027-06-10"}}"#);
    asked(catalogue, Operation::Settle, &settle).expect("an attended hour and an invoice are settled");
    let client = clients.first().map_or(String::new(), |client| format!(r#""client":"{}","#, client.code));
    let case = format!(r#"{{"on":"2026-11-23","variant":"{code}",{client}"calendar":{{"exchangesOn":"2026-12-01"}}}}"#);
    if let Some(dossier) = asked(catalogue, Operation::Simulate, &case) {
        answer::replays(catalogue, case.as_bytes(), &dossier);
    }

    let calendar = Calendar::new("2026-12-01".parse().expect("a day"));
    let requests = [planning::Request::new(code), planning::Request::new(code).without_kickoff()];
    for plan in requests.iter().filter_map(|request| plan::planned(catalogue, request)) {
        schedule::scheduled(catalogue, &plan, &calendar);
    }
}
