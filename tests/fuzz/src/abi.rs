//! Handles, texts and places of the C library, as a program of any care keeps them.

use std::borrow::Cow;
use std::ffi::c_char;
use std::mem::size_of;
use std::ptr;

use arbitrary::Arbitrary;
use bilan::*;
use bilan_professionnel::Catalogue;
use bilan_professionnel::wire::{self, MAX_LINE, Operation};

use crate::samples::{self, Wanted};
use crate::{answer, centre};

pub const OK: i32 = bilan_status::BILAN_OK as i32;
const ERROR: i32 = bilan_status::BILAN_ERROR as i32;
pub const INVALID_ARGUMENT: i32 = bilan_status::BILAN_INVALID_ARGUMENT as i32;

/// The operations, and last the function that answers a line.
fn functions() -> impl Iterator<Item = (Option<Operation>, Function)> {
    let operations = OPERATIONS.into_iter().map(|(operation, function)| (Some(operation), function));
    operations.chain([(None, bilan_answer_line as Function)])
}

/// A text that a program passes.
#[derive(Arbitrary, Debug)]
pub enum Text {
    /// Any bytes.
    Raw(Vec<u8>),
    /// A request that can be answered, or a catalogue, with some bytes replaced.
    Sample { which: u8, edits: Vec<(u16, u8)> },
    /// The start of such a text only, and a length that says so.
    Cut { which: u8, at: u16 },
    /// No text, of some length.
    Null { len: u16 },
    /// A length that no text has, and a place that cannot be read.
    Endless { beyond: usize },
    /// White space around the two limits of size.
    Blank { above: i8 },
}

/// A text as it is passed, and the block that holds it.
struct Lent {
    block: Box<[u8]>,
    pointer: *const c_char,
    len: usize,
    /// What the library must take it for; none where it must be refused as NULL.
    seen: Option<Vec<u8>>,
}

impl Text {
    fn lend(&self, wanted: Wanted) -> Lent {
        let lent = |bytes: Vec<u8>| {
            let block = bytes.clone().into_boxed_slice();
            let (pointer, len) = (block.as_ptr().cast(), block.len());
            Lent { block, pointer, len, seen: Some(bytes) }
        };
        match self {
            Self::Raw(bytes) => lent(bytes.clone()),
            Self::Sample { which, edits } => {
                let mut bytes = samples::text(wanted, *which);
                for (place, byte) in edits.iter().take(4) {
                    let place = usize::from(*place) % bytes.len();
                    bytes[place] = *byte;
                }
                lent(bytes)
            }
            Self::Cut { which, at } => {
                // The block ends where the length says: a byte more is out of bounds.
                let mut bytes = samples::text(wanted, *which);
                bytes.truncate(usize::from(*at) % (bytes.len() + 1));
                lent(bytes)
            }
            Self::Null { len } => {
                let seen = (*len == 0).then(Vec::new);
                Lent { block: Box::default(), pointer: ptr::null(), len: usize::from(*len), seen }
            }
            Self::Endless { beyond } => {
                let len = (MAX_LINE + 1).max(*beyond);
                // Nothing is mapped there: a single byte read ends the process.
                let pointer = ptr::without_provenance(1);
                Lent { block: Box::default(), pointer, len, seen: Some(vec![0; MAX_LINE + 1]) }
            }
            Self::Blank { above } => {
                let limit = if *above % 2 == 0 { wire::MAX_REQUEST } else { MAX_LINE };
                let mut bytes = vec![b' '; limit.saturating_add_signed(isize::from(*above) / 16)];
                bytes[..2].copy_from_slice(b"{}");
                lent(bytes)
            }
        }
    }
}

/// Where a program wants its text and length.
#[derive(Arbitrary, Clone, Copy, Debug)]
pub struct Places {
    text: Place,
    len: Place,
}

#[derive(Arbitrary, Clone, Copy, Debug, PartialEq)]
enum Place {
    Aligned,
    Unaligned(u8),
    Null,
}

/// A block of the very size of a word, at that place, filled with rubbish.
struct Word {
    block: Box<[u8]>,
    offset: usize,
    place: Place,
}

impl Word {
    fn at(place: Place) -> Self {
        let offset = if let Place::Unaligned(by) = place { usize::from(by % 7) + 1 } else { 0 };
        Self { block: vec![0xA5; offset + size_of::<usize>()].into_boxed_slice(), offset, place }
    }

    fn pointer<T>(&mut self) -> *mut T {
        const { assert!(size_of::<T>() == size_of::<usize>()) };
        if self.place == Place::Null { ptr::null_mut() } else { self.block[self.offset..].as_mut_ptr().cast() }
    }

    /// What the library wrote; none if there was no place.
    fn read(&self) -> Option<usize> {
        let bytes = self.block[self.offset..].try_into().expect("a word");
        assert!(self.block[..self.offset].iter().all(|byte| *byte == 0xA5), "written before the place");
        (self.place != Place::Null).then_some(usize::from_ne_bytes(bytes))
    }

    /// The pointer that the library wrote, with the right to follow it.
    fn read_pointer<T>(&self) -> *mut T {
        self.read().map_or(ptr::null_mut(), |_| {
            // SAFETY: the block has a word at that place, of any alignment, and every word is a pointer.
            unsafe { self.block[self.offset..].as_ptr().cast::<*mut T>().read_unaligned() }
        })
    }
}

/// The texts that the library gave and that were not given back yet; the rest is given back at the end.
#[derive(Default)]
pub struct Answers(Vec<(*mut c_char, usize)>);

impl Answers {
    /// What the two places hold after a call, kept; none if there is no text.
    fn receive(&mut self, text: &Word, len: &Word) -> Option<String> {
        let (Some(_), Some(length)) = (text.read(), len.read()) else {
            // Of one place alone nothing is asked but that it is zeroed.
            assert_eq!(text.read().or(len.read()).unwrap_or(0), 0);
            return None;
        };
        let pointer = text.read_pointer::<c_char>();
        if pointer.is_null() {
            assert_eq!(length, 0);
            return None;
        }
        // SAFETY: a text of the library has so many bytes and a NUL.
        let bytes = unsafe { std::slice::from_raw_parts(pointer.cast::<u8>(), length + 1) };
        assert!(bytes.iter().position(|byte| *byte == 0) == Some(length), "one NUL, at the end");
        self.0.push((pointer, length));
        Some(String::from_utf8(bytes[..length].to_vec()).expect("UTF-8"))
    }

    /// One of the texts given back.
    pub fn give_back(&mut self, which: u8) {
        if !self.0.is_empty() {
            let (text, len) = self.0.swap_remove(usize::from(which) % self.0.len());
            // SAFETY: given back once, with its length.
            unsafe { bilan_text_free(text, len) };
        }
    }
}

impl Drop for Answers {
    fn drop(&mut self) {
        while !self.0.is_empty() {
            self.give_back(0);
        }
    }
}

/// Handles, each with what it must answer as.
#[derive(Default)]
pub struct Shelf([Option<(Handle, Cow<'static, Catalogue>)>; 3]);

/// A handle, given back when dropped.
struct Handle(*mut bilan_catalogue);

impl Drop for Handle {
    fn drop(&mut self) {
        // SAFETY: made by the library, given back once.
        unsafe { bilan_catalogue_free(self.0) };
    }
}

impl Shelf {
    fn slot(&mut self, slot: u8) -> &mut Option<(Handle, Cow<'static, Catalogue>)> {
        &mut self.0[usize::from(slot) % 3]
    }

    pub fn put_default(&mut self, slot: u8) {
        let mut out = ptr::dangling_mut();
        // SAFETY: a place for a handle.
        assert_eq!(unsafe { bilan_catalogue_default(&raw mut out) }, OK);
        *self.slot(slot) = Some((Handle(out), Cow::Borrowed(centre::catalogue(false))));
    }

    pub fn free(&mut self, slot: u8) {
        *self.slot(slot) = None;
    }

    /// A catalogue read as the core reads it, or refused with the core's document; NULL refused by its name.
    pub fn parse(&mut self, slot: u8, text: &Text, places: Places, no_handle: bool, answers: &mut Answers) {
        let lent = text.lend(Wanted::Catalogue);
        let mut out = Word::at(if no_handle { Place::Null } else { places.text });
        let (mut error, mut error_len) = (Word::at(places.text), Word::at(places.len));
        // SAFETY: a text of that length or one that is refused unread, and places or NULL.
        let status = unsafe {
            bilan_catalogue_parse(lent.pointer, lent.len, out.pointer(), error.pointer(), error_len.pointer())
        };
        let handle = out.read_pointer::<bilan_catalogue>();
        let document = answers.receive(&error, &error_len);
        drop(lent.block);
        if error.read().is_none() || error_len.read().is_none() {
            assert!(status == INVALID_ARGUMENT && handle.is_null() && document.is_none());
        } else if out.read().is_none() {
            refused("out", status, document);
        } else if let Some(seen) = lent.seen {
            match Catalogue::parse(&seen) {
                Ok(catalogue) => {
                    assert!(status == OK && document.is_none() && !handle.is_null());
                    *self.slot(slot) = Some((Handle(handle), Cow::Owned(catalogue)));
                }
                Err(error) => {
                    assert!(status == ERROR && handle.is_null());
                    assert_eq!(document, Some(answer::refusal(&error)));
                }
            }
        } else {
            assert!(handle.is_null());
            refused("json", status, document);
        }
    }

    /// The bytes of the core, whatever the places; NULL refused by its name.
    pub fn ask(&mut self, slot: u8, operation: u8, text: &Text, places: Places, answers: &mut Answers) {
        let place = usize::from(operation) % (OPERATIONS.len() + 1);
        let Some((operation, function)) = functions().nth(place) else { return };
        let lent = text.lend(operation.map_or(Wanted::Line, Wanted::Request));
        let (mut result, mut result_len) = (Word::at(places.text), Word::at(places.len));
        let asked = self.slot(slot).as_ref();
        let handle = asked.map_or(ptr::null_mut(), |(handle, _)| handle.0);
        // SAFETY: a handle or NULL, a text of that length or one that is refused unread, and places or NULL.
        let status = unsafe { function(handle, lent.pointer, lent.len, result.pointer(), result_len.pointer()) };
        let document = answers.receive(&result, &result_len);
        // The text was lent for the call alone.
        drop(lent.block);
        let name = if operation.is_some() { "request" } else { "line" };
        match (result.read().and(result_len.read()), asked, lent.seen) {
            (None, ..) => assert!(status == INVALID_ARGUMENT && document.is_none()),
            (_, None, _) => refused("catalogue", status, document),
            (_, _, None) => refused(name, status, document),
            (_, Some((_, catalogue)), Some(seen)) => {
                let expected = match operation {
                    None => (OK, wire::answer_line(catalogue, &seen)),
                    Some(operation) => match wire::answer(catalogue, operation, &seen) {
                        Ok(result) => (OK, result),
                        Err(error) => (ERROR, answer::refusal(&error)),
                    },
                };
                assert_eq!((status, document), (expected.0, Some(expected.1)));
            }
        }
    }
}

/// Refused for a NULL, by the name of the argument.
fn refused(argument: &str, status: i32, document: Option<String>) {
    assert_eq!(status, INVALID_ARGUMENT);
    let document = document.expect("the document of an error");
    let start = format!(r#"{{"error":{{"code":"invalidArgument","path":"{argument}","message":""#);
    assert!(document.starts_with(&start), "{document}");
}
