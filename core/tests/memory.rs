//! What reading costs in memory: a small multiple of the request, whatever is in it.

#![cfg(feature = "wire")]
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, missing_docs, unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use bilan_professionnel::Catalogue;
use bilan_professionnel::wire::{MAX_REQUEST, Operation, answer, answer_line};

/// The allocator of the system, which counts.
struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

fn more(bytes: usize) {
    MOST.fetch_max(NOW.fetch_add(bytes, Relaxed) + bytes, Relaxed);
}

// SAFETY: every call goes to the allocator of the system as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        more(layout.size());
        // SAFETY: as the caller has it.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        // SAFETY: as the caller has it.
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Old and new are there together, at worst.
        more(size);
        NOW.fetch_sub(layout.size(), Relaxed);
        // SAFETY: as the caller has it.
        unsafe { System.realloc(place, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The most memory that a call takes beyond what was there before.
fn most(call: impl FnOnce() -> usize) -> usize {
    let before = NOW.load(Relaxed);
    MOST.store(before, Relaxed);
    call();
    MOST.load(Relaxed) - before
}

/// A text of 1 MiB, full of the same piece.
fn filled(start: &str, piece: &str, end: &str) -> String {
    let count = (MAX_REQUEST - start.len() - end.len()) / piece.len();
    let pieces = piece.repeat(count);
    format!("{start}{}{end}", pieces.trim_end_matches(','))
}

/// One test, for it counts what the whole process does.
#[test]
fn the_memory_of_a_request_is_at_most_eight_times_its_size_and_what_it_means() {
    let catalogue = Catalogue::embedded();
    // Of what means nothing to any operation, the outline alone is kept: 8 bytes a byte.
    let meaningless = [
        filled("[", "[],", "]"),
        filled("[", "1,", "]"),
        filled("[", "\"\",", "]"),
        filled("[", "{\"a\":[[[[{}]]]]},", "]"),
        filled("{\"a\":[", "[[[[[[[[]]]]]]]],", "]}"),
        filled("", "[", ""),
        filled("\"", ",", "\""),
        filled("{", "\"\":0,", "}"),
    ];
    for text in &meaningless {
        for operation in Operation::ALL {
            let most = most(|| answer(catalogue, operation, text.as_bytes()).map_or(0, |answer| answer.len()));
            assert!(most <= 8 * MAX_REQUEST + 10_000, "{operation}: {most} for {text:.20}");
        }
        let line = format!(r#"{{"operation":"plan","request":{text}}}"#);
        let most = most(|| answer_line(catalogue, line.as_bytes()).len());
        assert!(most <= 8 * line.len() + 10_000, "{most} for {line:.60}");
        let most = most_of_catalogue(text);
        assert!(most <= 8 * MAX_REQUEST + 10_000, "{most} for {text:.20}");
    }
    // What an operation reads has its values too, while the outline is there.
    let plan = r#""plan":{"variant":"evolution"}"#;
    let meant = [
        (Operation::Recommend, filled("{\"needs\":[", "\"\",", "]}")),
        (Operation::Plan, filled("{\"variant\":\"evolution\",\"fixed\":{", "\"recherches\":0,", "}}")),
        (
            Operation::Settle,
            filled(&format!("{{{plan},\"attended\":["), "{\"date\":\"2027-01-12\",\"hours\":1},", "]}"),
        ),
        (
            Operation::Schedule,
            filled(
                &format!("{{{plan},\"exchangesOn\":\"2026-12-01\",\"closures\":["),
                "{\"from\":\"2027-02-15\",\"to\":\"2027-02-26\"},",
                "]}",
            ),
        ),
    ];
    for (operation, text) in meant {
        let most = most(|| answer(catalogue, operation, text.as_bytes()).map_or(0, |answer| answer.len()));
        assert!(most <= 24 * MAX_REQUEST, "{operation}: {most}");
    }
}

fn most_of_catalogue(text: &str) -> usize {
    most(|| Catalogue::parse(text.as_bytes()).map_or(0, |catalogue| catalogue.digest().len()))
}
