//! Every pointer that crosses the boundary: read, written, given away, taken back.
//!
//! A text given away is a boxed slice of its bytes and a NUL; its length, without the NUL, travels with it, and both
//! come back together.

use std::ffi::c_char;
use std::ptr::{self, NonNull};
use std::slice;
use std::sync::atomic::AtomicU8;

use bilan_professionnel::wire::MAX_LINE;

use crate::error;
use crate::panic::caught;
use crate::status::bilan_status;

/// Stands for any text longer than every limit: the core refuses it by its length alone, so it is never read.
///
/// Atomic, and so without a byte in the file and without a page of memory: zeros that nobody may write stand in the
/// library itself, and would be half of it.
static TOO_LONG: [AtomicU8; MAX_LINE + 1] = [const { AtomicU8::new(0) }; MAX_LINE + 1];

/// The bytes of a text that the caller lends; none if there is no text.
///
/// NULL of length 0 is the empty text. Of a text beyond the limits no byte is looked at, so a length gone wrong (a
/// negative number, say) does no harm.
///
/// # Safety
/// `text` must be NULL or point to `len` readable bytes that nobody writes to while `'a` lasts.
pub(crate) const unsafe fn borrow_text<'a>(text: *const c_char, len: usize) -> Option<&'a [u8]> {
    if len == 0 {
        Some(&[])
    } else if text.is_null() {
        None
    } else if len > MAX_LINE {
        // SAFETY: as many bytes as there are, which nobody writes.
        Some(unsafe { slice::from_raw_parts(TOO_LONG.as_ptr().cast(), TOO_LONG.len()) })
    } else {
        // SAFETY: not NULL, and the caller answers for the bytes; the limit is far below isize::MAX.
        Some(unsafe { slice::from_raw_parts(text.cast(), len) })
    }
}

/// What a handle designates; none if there is no handle.
///
/// # Safety
/// `handle` must be NULL or a handle made by [`give_handle`] and not taken back while `'a` lasts.
pub(crate) unsafe fn borrow_handle<'a, T>(handle: *const T) -> Option<&'a T> {
    // SAFETY: the caller answers for it.
    unsafe { handle.as_ref() }
}

/// Makes a handle.
pub(crate) fn give_handle<T>(value: T) -> *mut T {
    Box::into_raw(Box::new(value))
}

/// Takes a handle back; NULL is fine.
///
/// # Safety
/// `handle` must be NULL or a handle made by [`give_handle`], and never used again.
pub(crate) unsafe fn take_handle<T>(handle: *mut T) {
    if !handle.is_null() {
        // SAFETY: it came from Box::into_raw, and the caller gives it up.
        drop(unsafe { Box::from_raw(handle) });
    }
}

/// A place of the caller's where a value goes.
#[derive(Clone, Copy)]
pub(crate) struct Out<T>(NonNull<T>);

impl<T> Out<T> {
    /// The place, with its first value written; none if there is no place.
    ///
    /// # Safety
    /// `place` must be NULL, or good for writes as long as the value returned is used.
    pub(crate) unsafe fn new(place: *mut T, first: T) -> Option<Self> {
        let out = Self(NonNull::new(place)?);
        out.write(first);
        Some(out)
    }

    pub(crate) fn write(&self, value: T) {
        // SAFETY: not NULL, and good for writes by the contract of `new`. Nothing is read, so alignment is all that is
        // left to ask, and `write_unaligned` does not ask for it.
        unsafe { self.0.write_unaligned(value) };
    }
}

/// Where a text goes, with its length.
#[derive(Clone, Copy)]
pub(crate) struct TextOut {
    text: Out<*mut c_char>,
    len: Out<usize>,
}

impl TextOut {
    /// The two places, zeroed; none if either is missing, the other being zeroed all the same.
    ///
    /// # Safety
    /// Each must be NULL, or good for writes as long as the value returned is used.
    pub(crate) unsafe fn new(text: *mut *mut c_char, len: *mut usize) -> Option<Self> {
        // SAFETY: the caller answers for both.
        let (text, len) = unsafe { (Out::new(text, ptr::null_mut()), Out::new(len, 0)) };
        Some(Self { text: text?, len: len? })
    }

    /// Runs the work, gives its text away, and returns its status.
    pub(crate) fn deliver(self, work: impl FnOnce() -> (bilan_status, String)) -> i32 {
        let answer = caught(|| {
            let (status, text) = work();
            (status, boxed(text))
        });
        // If memory for the text of a panic cannot be had the process ends, as it would anywhere else.
        let (status, text) = answer.unwrap_or_else(|| (bilan_status::BILAN_PANIC, boxed(error::INTERNAL.to_owned())));
        self.len.write(text.len().saturating_sub(1));
        self.text.write(Box::into_raw(text).cast());
        status.code()
    }
}

/// The bytes of a text and a NUL.
fn boxed(text: String) -> Box<[u8]> {
    let mut bytes = text.into_bytes();
    bytes.reserve_exact(1);
    bytes.push(0);
    bytes.into_boxed_slice()
}

/// Gives back a text that the library gave.
///
/// Inputs: `text`, or NULL, which is fine; `len`, the length that came with it.
/// Ownership: the text is the library's again and must not be used.
/// Errors: none.
/// Threads: any thread, not only the one that received the text.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_text_free(text: *mut c_char, len: usize) {
    let Some(size) = len.checked_add(1) else { return };
    if !text.is_null() {
        // SAFETY: the text is one of `deliver`'s, a box of `len` bytes and a NUL, and the caller gives it up.
        caught(|| drop(unsafe { Box::from_raw(ptr::slice_from_raw_parts_mut(text.cast::<u8>(), size)) }));
    }
}

/// Two columns read and one written, all of `n` words.
pub(crate) struct Columns<'a> {
    pub(crate) known: &'a [u32],
    pub(crate) values: &'a [u32],
    pub(crate) verdicts: &'a mut [u32],
}

impl Columns<'_> {
    /// The columns; none if one is missing, misaligned or impossibly long, or if the one written overlaps another.
    ///
    /// # Safety
    /// Unless `n` is 0, each must be NULL or point to `n` words: readable, and for `verdicts` writable by nobody else.
    pub(crate) unsafe fn new(known: *const u32, values: *const u32, verdicts: *mut u32, n: usize) -> Option<Self> {
        if n == 0 {
            return Some(Self { known: &[], values: &[], verdicts: &mut [] });
        }
        let size = n.checked_mul(size_of::<u32>()).filter(|size| isize::try_from(*size).is_ok())?;
        let usable = |column: *const u32| !column.is_null() && column.is_aligned();
        let apart = |column: *const u32| column.addr().abs_diff(verdicts.addr()) >= size;
        if !(usable(known) && usable(values) && usable(verdicts) && apart(known) && apart(values)) {
            return None;
        }
        // SAFETY: not NULL, aligned, of a possible size and apart; the caller answers for the words.
        Some(unsafe {
            Self {
                known: slice::from_raw_parts(known, n),
                values: slice::from_raw_parts(values, n),
                verdicts: slice::from_raw_parts_mut(verdicts, n),
            }
        })
    }
}
