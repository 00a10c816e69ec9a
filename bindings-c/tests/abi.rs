//! The ABI, called from Rust as C calls it: `cargo test -p bilan-professionnel-c`, and under Miri
//! `MIRIFLAGS=-Zmiri-ignore-leaks cargo +nightly miri test -p bilan-professionnel-c --test abi`.
//!
//! What Miri must ignore is the embedded catalogue, which lives as long as the process.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use std::ffi::{CStr, c_char};
use std::{ptr, slice, thread};

use bilan::*;
use bilan_professionnel::funding::{Facts, decide};
use bilan_professionnel::wire::{self, MAX_REQUEST, Operation};
use bilan_professionnel::{Catalogue, Problem};

type Call = unsafe extern "C" fn(*const bilan_catalogue, *const c_char, usize, *mut *mut c_char, *mut usize) -> i32;

const CALLS: [(Operation, Call); 9] = [
    (Operation::Catalogue, bilan_catalogue_document),
    (Operation::Recommend, bilan_recommend),
    (Operation::Funding, bilan_funding),
    (Operation::Plan, bilan_plan),
    (Operation::Quote, bilan_quote),
    (Operation::Schedule, bilan_schedule),
    (Operation::Settle, bilan_settle),
    (Operation::Simulate, bilan_simulate),
    (Operation::Replay, bilan_replay),
];

const OK: i32 = bilan_status::BILAN_OK as i32;
const ERROR: i32 = bilan_status::BILAN_ERROR as i32;
const INVALID_ARGUMENT: i32 = bilan_status::BILAN_INVALID_ARGUMENT as i32;

/// A handle, given back when dropped.
struct Handle(*mut bilan_catalogue);

// SAFETY: the header promises it.
unsafe impl Sync for Handle {}

impl Handle {
    fn embedded() -> Self {
        let mut out = ptr::null_mut();
        // SAFETY: `out` is a place for a handle.
        assert_eq!(unsafe { bilan_catalogue_default(&raw mut out) }, OK);
        Self(out)
    }

    /// Status, and text if there is one.
    fn call(&self, call: Call, request: &[u8]) -> (i32, Option<String>) {
        let (mut text, mut len) = (ptr::dangling_mut(), 7);
        // SAFETY: a handle, a text of that length, two places.
        let status = unsafe { call(self.0, request.as_ptr().cast(), request.len(), &raw mut text, &raw mut len) };
        (status, take(text, len))
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        // SAFETY: made by the library, given back once.
        unsafe { bilan_catalogue_free(self.0) };
    }
}

/// Copies a text and gives it back.
fn take(text: *mut c_char, len: usize) -> Option<String> {
    if text.is_null() {
        assert_eq!(len, 0);
        return None;
    }
    // SAFETY: a text of the library has so many bytes and a NUL.
    let bytes = unsafe { slice::from_raw_parts(text.cast::<u8>(), len + 1) };
    assert_eq!(CStr::from_bytes_until_nul(bytes).unwrap().count_bytes(), len, "one NUL, at the end");
    let copy = String::from_utf8(bytes[..len].to_vec()).unwrap();
    // SAFETY: given back once, with its length.
    unsafe { bilan_text_free(text, len) };
    Some(copy)
}

#[test]
fn each_function_gives_the_bytes_of_its_operation() {
    let (handle, catalogue) = (Handle::embedded(), Catalogue::embedded());
    let requests: [&[u8]; 9] = [
        b"{}",
        br#"{"needs":["preserverSante","construireProjet"]}"#,
        br#"{"on":"2026-12-01","facts":{"rqth":true,"tauxIncapacitePermanente":12.5}}"#,
        br#"{"variant":"evolution","hours":20}"#,
        br#"{"variant":"evolution","hours":20,"affiliated":true}"#,
        br#"{"plan":{"variant":"evolution"},"exchangesOn":"2026-12-01"}"#,
        br#"{"plan":{"variant":"evolution"},"attended":[],"invoiceReceivedOn":"2027-06-10"}"#,
        br#"{"on":"2026-11-23","variant":"horizon"}"#,
        b"\xff",
    ];
    for (operation, call) in CALLS {
        for request in requests {
            let expected = match wire::answer(catalogue, operation, request) {
                Ok(result) => (OK, Some(result)),
                Err(error) => (ERROR, Some(wire::error_document(&error))),
            };
            assert_eq!(handle.call(call, request), expected, "{operation}");
        }
        // Miri is slow: it sees every operation above, and one is enough of these.
        if cfg!(miri) && operation == Operation::Funding {
            break;
        }
    }
    let line = br#"{"operation":"plan","request":{"variant":"horizon"}}"#;
    assert_eq!(handle.call(bilan_answer_line, line), (OK, Some(wire::answer_line(catalogue, line))));
}

#[test]
fn null_is_refused_with_the_name_of_the_argument_and_outputs_are_zeroed() {
    let handle = Handle::embedded();
    for (operation, call) in CALLS {
        for (catalogue, request, path) in
            [(ptr::null(), c"{}".as_ptr(), "catalogue"), (handle.0.cast_const(), ptr::null(), "request")]
        {
            let (mut text, mut len) = (ptr::dangling_mut(), 7);
            // SAFETY: NULL is what is tried; the places are places.
            let status = unsafe { call(catalogue, request, 2, &raw mut text, &raw mut len) };
            let document = take(text, len).unwrap();
            let start = format!(r#"{{"error":{{"code":"invalidArgument","path":"{path}","#);
            assert!(status == INVALID_ARGUMENT && document.starts_with(&start), "{operation}: {document}");
        }
        let (mut text, mut len) = (ptr::dangling_mut(), 7);
        // SAFETY: as above.
        unsafe {
            assert_eq!(call(handle.0, c"{}".as_ptr(), 2, ptr::null_mut(), &raw mut len), INVALID_ARGUMENT);
            assert_eq!(call(handle.0, c"{}".as_ptr(), 2, &raw mut text, ptr::null_mut()), INVALID_ARGUMENT);
        }
        assert!(text.is_null() && len == 0, "{operation}");
    }
    // SAFETY: as above.
    unsafe {
        bilan_text_free(ptr::null_mut(), 3);
        bilan_catalogue_free(ptr::null_mut());
        assert_eq!(bilan_catalogue_default(ptr::null_mut()), INVALID_ARGUMENT);
    }
}

#[test]
fn a_length_that_no_text_has_is_refused_and_nothing_is_read() {
    let handle = Handle::embedded();
    let limit = Problem::TooLarge { limit: MAX_REQUEST }.to_string();
    for len in [usize::MAX, usize::MAX / 2, 1 << 40] {
        let (mut text, mut text_len) = (ptr::null_mut(), 0);
        // SAFETY: the promise on the length is broken on purpose; one byte is there, and none is read.
        let status = unsafe { bilan_funding(handle.0, c"{".as_ptr(), len, &raw mut text, &raw mut text_len) };
        assert_eq!(status, ERROR);
        assert!(take(text, text_len).unwrap().contains(&limit));
    }
}

#[test]
fn the_empty_text_may_be_null() {
    let handle = Handle::embedded();
    let (mut text, mut len) = (ptr::null_mut(), 0);
    // SAFETY: NULL of length 0 is the empty text.
    let status = unsafe { bilan_plan(handle.0, ptr::null(), 0, &raw mut text, &raw mut len) };
    assert_eq!((status, take(text, len)), handle.call(bilan_plan, b""));
}

#[test]
fn a_catalogue_is_read_or_refused_with_the_document_of_the_core() {
    let handle = Handle::embedded();
    let (status, document) = handle.call(bilan_catalogue_document, b"{}");
    assert_eq!(status, OK);
    let document = document.unwrap();
    let broken = document.replacen("\"edition\"", "\"éedition\"", 1);
    for json in [document.as_str(), broken.as_str(), "", "[]"] {
        let (mut out, mut text, mut len) = (ptr::dangling_mut(), ptr::dangling_mut(), 7);
        // SAFETY: a text of that length, three places.
        let status = unsafe {
            bilan_catalogue_parse(json.as_ptr().cast(), json.len(), &raw mut out, &raw mut text, &raw mut len)
        };
        let error = take(text, len);
        match Catalogue::parse(json.as_bytes()) {
            Ok(_) => {
                assert_eq!((status, error, out.is_null()), (OK, None, false));
                let read = Handle(out);
                assert_eq!(read.call(bilan_catalogue_document, b"{}"), (OK, Some(document.clone())));
            }
            Err(expected) => {
                assert_eq!((status, error, out.is_null()), (ERROR, Some(wire::error_document(&expected)), true));
            }
        }
    }
}

#[test]
fn one_handle_serves_several_threads() {
    let handle = Handle::embedded();
    let request = br#"{"variant":"developpement"}"#;
    let expected = handle.call(bilan_plan, request);
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| assert_eq!(handle.call(bilan_plan, request), expected));
        }
    });
}

#[test]
fn verdicts_are_those_of_the_core() {
    let words = || (0..3_000_u32).step_by(if cfg!(miri) { 100 } else { 1 }).map(|turn| turn.wrapping_mul(0x9E37_79B9));
    let known: Vec<u32> = words().collect();
    let values: Vec<u32> = words().map(|word| word.rotate_left(13)).collect();
    let mut verdicts = vec![0; known.len()];
    let (known_at, values_at, n) = (known.as_ptr(), values.as_ptr(), known.len());
    // SAFETY: three columns of n words.
    assert_eq!(unsafe { bilan_funding_decide_many(known_at, values_at, n, verdicts.as_mut_ptr()) }, OK);
    for ((known, values), verdict) in known.iter().zip(&values).zip(&verdicts) {
        let expected = decide(Facts::from_masks(*known, *values)).bits();
        assert_eq!((*verdict, bilan_funding_decide(*known, *values)), (expected, expected));
    }
}

#[test]
fn columns_that_are_missing_misaligned_or_overlapping_are_refused() {
    let column = [1_u32, 2, 3, 4];
    let mut words = [7_u32; 4];
    let (at, to) = (column.as_ptr(), words.as_mut_ptr());
    let refused = [
        (ptr::null(), at, to, 4),
        (at, ptr::null(), to, 4),
        (at, at, ptr::null_mut(), 4),
        (at.wrapping_byte_add(1), at, to, 3),
        (at, at, to, usize::MAX),
        (at, at, to, usize::MAX / 4),
        (to.cast_const(), at, to, 4),
        (at, to.wrapping_add(1).cast_const(), to, 2),
    ];
    for (known, values, verdicts, n) in refused {
        // SAFETY: what is tried is refused before anything is read or written.
        assert_eq!(unsafe { bilan_funding_decide_many(known, values, n, verdicts) }, INVALID_ARGUMENT);
    }
    assert_eq!(words, [7; 4]);
    // SAFETY: no word is read or written.
    assert_eq!(unsafe { bilan_funding_decide_many(ptr::null(), ptr::null(), 0, ptr::null_mut()) }, OK);
}

#[test]
fn versions_are_those_of_the_package_and_of_the_header() {
    // SAFETY: a static text.
    let version = unsafe { CStr::from_ptr(bilan_version()) };
    assert_eq!(version.to_str(), Ok(env!("CARGO_PKG_VERSION")));
    assert_eq!(bilan_abi_version(), bilan_abi::BILAN_ABI_VERSION as u32);
}

#[cfg(feature = "test-panic")]
#[test]
fn a_panic_becomes_a_status_and_the_internal_error() {
    let (mut text, mut len) = (ptr::null_mut(), 0);
    // SAFETY: two places.
    let status = unsafe { bilan_test_panic(&raw mut text, &raw mut len) };
    assert_eq!(status, bilan_status::BILAN_PANIC as i32);
    assert!(take(text, len).unwrap().starts_with(r#"{"error":{"code":"internal","#));
}
