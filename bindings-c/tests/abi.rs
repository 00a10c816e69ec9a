//! The ABI, called from Rust as C calls it: `cargo test -p bilan-professionnel-c`; under Miri by `bindings-c/tests/miri`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use std::ffi::{CStr, c_char};
use std::sync::LazyLock;
use std::{ptr, slice, thread};

use bilan::*;
use bilan_professionnel::funding::{Facts, decide, decide_on};
use bilan_professionnel::wire::{self, MAX_REQUEST, Operation};
use bilan_professionnel::{Catalogue, Problem};

type Call = Function;

const CALLS: [(Operation, Call); Operation::ALL.len()] = OPERATIONS;

const OK: i32 = bilan_status::BILAN_OK as i32;
const ERROR: i32 = bilan_status::BILAN_ERROR as i32;
const INVALID_ARGUMENT: i32 = bilan_status::BILAN_INVALID_ARGUMENT as i32;

/// The smallest catalogue that is one.
const SMALLEST: &str = r#"{"id":"a","edition":"a","centre":{"name":"a"},"clients":[{"code":"b","label":"a"}],
"needs":[{"code":"preserverSante","label":"a"}],"modes":[{"code":"a","label":"a","accompanied":true}],
"variants":[{"code":"a","label":"a","purpose":"a","statedHours":1,"needs":["preserverSante"],
"steps":[{"code":"a","label":"a","hours":{"min":1,"max":1},"modes":["a"]}]}],"course":{},"settlement":{}}"#;

/// A handle, given back when dropped.
struct Handle(*mut bilan_catalogue);

// SAFETY: the header promises it.
unsafe impl Sync for Handle {}

/// A variant of the catalogue of the tests.
const VARIANT: &str = if cfg!(miri) { "a" } else { "evolution" };

/// A kind of client of that catalogue.
const CLIENT: &str = if cfg!(miri) { "b" } else { "affiliee" };

/// The catalogue of the tests, in Rust: the embedded one; under Miri, which is slow, the smallest.
fn catalogue() -> &'static Catalogue {
    static SMALL: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::parse(SMALLEST.as_bytes()).unwrap());
    if cfg!(miri) { &SMALL } else { Catalogue::embedded() }
}

impl Handle {
    /// A handle on the catalogue of the tests.
    fn new() -> Self {
        if cfg!(miri) { Self::parsed(SMALLEST) } else { Self::embedded() }
    }

    fn embedded() -> Self {
        let mut out = ptr::null_mut();
        // SAFETY: `out` is a place for a handle.
        assert_eq!(unsafe { bilan_catalogue_default(&raw mut out) }, OK);
        Self(out)
    }

    fn parsed(json: &str) -> Self {
        let (mut out, mut text, mut len) = (ptr::null_mut(), ptr::null_mut(), 0);
        // SAFETY: a text of that length, three places.
        let status = unsafe {
            bilan_catalogue_parse(json.as_ptr().cast(), json.len(), &raw mut out, &raw mut text, &raw mut len)
        };
        assert_eq!((status, take(text, len)), (OK, None));
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
    let (handle, catalogue) = (Handle::new(), catalogue());
    let plan = format!(r#"{{"variant":"{VARIANT}"}}"#);
    let requests = [
        "{}".into(),
        r#"{"needs":["preserverSante"]}"#.into(),
        r#"{"on":"2026-12-01","facts":{"rqth":true,"tauxIncapacitePermanente":12.5}}"#.into(),
        plan.clone(),
        format!(r#"{{"variant":"{VARIANT}","client":"{CLIENT}"}}"#),
        format!(r#"{{"plan":{plan},"exchangesOn":"2026-12-01"}}"#),
        format!(r#"{{"plan":{plan},"attended":[],"invoiceReceivedOn":"2027-06-10"}}"#),
        format!(r#"{{"on":"2026-11-23","variant":"{VARIANT}"}}"#),
        "[]".into(),
    ];
    for (own, (operation, call)) in CALLS.into_iter().enumerate() {
        for (place, request) in requests.iter().map(String::as_bytes).chain([&b"\xff"[..]]).enumerate() {
            // Miri is slow: each operation answers its own request and refuses the last two. That of a verdict first fills
            // the tables of the core, which has no unsafe code: minutes, for nothing that Miri could see.
            let tables = matches!(operation, Operation::Funding | Operation::Simulate);
            if cfg!(miri) && place < 8 && (place != own || tables) {
                continue;
            }
            let expected = match wire::answer(catalogue, operation, request) {
                Ok(result) => (OK, Some(result)),
                Err(error) => (ERROR, Some(wire::error_document(&error))),
            };
            assert!(place != own || expected.0 == OK || operation == Operation::Replay, "{operation}");
            assert_eq!(handle.call(call, request), expected, "{operation}");
        }
    }
    let line = format!(r#"{{"operation":"plan","request":{plan}}}"#);
    assert_eq!(
        handle.call(bilan_answer_line, line.as_bytes()),
        (OK, Some(wire::answer_line(catalogue, line.as_bytes())))
    );
}

#[test]
#[cfg_attr(miri, ignore = "minutes of reading its JSON, which is safe code")]
fn the_default_catalogue_is_the_embedded_one() {
    let request = br#"{"variant":"evolution","client":"affiliee"}"#;
    let expected = wire::answer(Catalogue::embedded(), Operation::Quote, request).unwrap();
    assert_eq!(Handle::embedded().call(bilan_quote, request), (OK, Some(expected)));
}

#[test]
fn null_is_refused_with_the_name_of_the_argument_and_outputs_are_zeroed() {
    let handle = Handle::new();
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
    let handle = Handle::new();
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
    let handle = Handle::new();
    let (mut text, mut len) = (ptr::null_mut(), 0);
    // SAFETY: NULL of length 0 is the empty text.
    let status = unsafe { bilan_plan(handle.0, ptr::null(), 0, &raw mut text, &raw mut len) };
    assert_eq!((status, take(text, len)), handle.call(bilan_plan, b""));
}

#[test]
fn a_catalogue_is_read_or_refused_with_the_document_of_the_core() {
    // Miri is slow: it reads the smallest alone.
    let embedded =
        if cfg!(miri) { "" } else { &wire::answer(Catalogue::embedded(), Operation::Catalogue, b"{}").unwrap() };
    let broken = SMALLEST.replacen("\"edition\"", "\"éedition\"", 1);
    let mut read = 0;
    for json in [SMALLEST, embedded, &broken, "", "[]"] {
        let (mut out, mut text, mut len) = (ptr::dangling_mut(), ptr::dangling_mut(), 7);
        // SAFETY: a text of that length, three places.
        let status = unsafe {
            bilan_catalogue_parse(json.as_ptr().cast(), json.len(), &raw mut out, &raw mut text, &raw mut len)
        };
        let error = take(text, len);
        match Catalogue::parse(json.as_bytes()) {
            Ok(expected) => {
                assert_eq!((status, error, out.is_null()), (OK, None, false));
                let document = wire::answer(&expected, Operation::Catalogue, b"{}").unwrap();
                assert_eq!(Handle(out).call(bilan_catalogue_document, b"{}"), (OK, Some(document)));
                read += 1;
            }
            Err(expected) => {
                assert_eq!((status, error, out.is_null()), (ERROR, Some(wire::error_document(&expected)), true));
            }
        }
    }
    assert_eq!(read, if cfg!(miri) { 1 } else { 2 });
}

#[test]
#[cfg_attr(miri, ignore = "minutes of reading JSON, which is safe code")]
fn a_check_gives_the_report_of_the_core() {
    let embedded = wire::answer(Catalogue::embedded(), Operation::Catalogue, b"{}").unwrap();
    let broken = SMALLEST.replacen("\"edition\":\"a\"", "\"edition\":\"\"", 1).replacen("\"a\"", "1", 1);
    for json in [SMALLEST, &embedded, &broken, "", "[]", "{\"id\":"] {
        let (mut text, mut len) = (ptr::dangling_mut(), 7);
        // SAFETY: a text of that length, two places.
        let status = unsafe { bilan_catalogue_check(json.as_ptr().cast(), json.len(), &raw mut text, &raw mut len) };
        let report = take(text, len).unwrap();
        assert_eq!((status, &report), (OK, &wire::check_catalogue(json.as_bytes()).unwrap()));
        assert_eq!(report.starts_with(r#"{"faults":[],"#), Catalogue::parse(json.as_bytes()).is_ok(), "{report}");
    }
    let (mut text, mut len) = (ptr::dangling_mut(), 7);
    // SAFETY: NULL is what is tried.
    unsafe {
        assert_eq!(bilan_catalogue_check(ptr::null(), 2, &raw mut text, &raw mut len), INVALID_ARGUMENT);
        assert!(take(text, len).unwrap().starts_with(r#"{"error":{"code":"invalidArgument","path":"json""#));
        assert_eq!(bilan_catalogue_check(c"{}".as_ptr(), 2, ptr::null_mut(), &raw mut len), INVALID_ARGUMENT);
    }
}

#[test]
fn one_handle_serves_several_threads() {
    let handle = Handle::new();
    let request = format!(r#"{{"variant":"{VARIANT}"}}"#);
    let request = request.as_bytes();
    let expected = handle.call(bilan_plan, request);
    assert_eq!(expected.0, OK);
    thread::scope(|scope| {
        for _ in 0..if cfg!(miri) { 3 } else { 8 } {
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
#[cfg_attr(miri, ignore = "minutes of digests, which are safe code")]
fn verdicts_on_a_day_are_those_of_the_core() {
    let masks = (0..500_u32).map(|turn| turn.wrapping_mul(0x9E37_79B9)).map(|word| (word, word.rotate_left(13)));
    for (known, values) in masks {
        for (number, day) in [(15_830_101, "1583-01-01"), (20_261_201, "2026-12-01"), (99_991_231, "9999-12-31")] {
            let mut verdict = 7;
            // SAFETY: a place for a word.
            assert_eq!(unsafe { bilan_funding_decide_on(number, known, values, &raw mut verdict) }, OK);
            let expected = decide_on(day.parse().unwrap(), Facts::from_masks(known, values)).bits();
            assert_eq!(verdict, expected, "{day}");
        }
    }
}

#[test]
fn a_number_that_is_no_day_decides_nothing() {
    for number in
        [0, -1, i32::MIN, i32::MAX, 20_270_229, 20_261_301, 20_260_001, 20_260_100, 20_260_132, 15_821_231, 261_201]
    {
        let mut verdict = 7;
        // SAFETY: a place for a word.
        let status = unsafe { bilan_funding_decide_on(number, u32::MAX, u32::MAX, &raw mut verdict) };
        assert_eq!((status, verdict), (INVALID_ARGUMENT, 0), "{number}");
    }
    // SAFETY: NULL is what is tried.
    assert_eq!(unsafe { bilan_funding_decide_on(20_261_201, 0, 0, ptr::null_mut()) }, INVALID_ARGUMENT);
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
