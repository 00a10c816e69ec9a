//! Requests as text, of every operation, to two catalogues.
//!
//! The first byte says which: the operation in its four low bits, the catalogue in the next one.

#![no_main]

use bilan_fuzz::{answer, canary, centre};
use bilan_professionnel::wire::{Operation, answer as ask};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((choice, request)) = data.split_first() else { return };
    let operation = Operation::ALL[usize::from(choice & 15) % Operation::ALL.len()];
    let catalogue = centre::catalogue(choice & 16 != 0);
    let answered = answer::lawful(request, |request| {
        let answer = ask(catalogue, operation, request);
        // The planted fault: an answer that depends on the spelling of the request.
        let spoilt = canary::planted() && request.contains(&b'\n');
        if spoilt { answer.map(|text| text.replacen(':', ": ", 1)) } else { answer }
    });
    if let (Operation::Simulate, Ok(dossier)) = (operation, &answered) {
        answer::replays(catalogue, request, dossier);
    }
});
