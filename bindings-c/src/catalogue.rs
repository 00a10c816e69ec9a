//! Catalogues as handles.

use std::borrow::Cow;
use std::ffi::c_char;
use std::ptr;

use bilan_professionnel::{Catalogue, wire};

use crate::error;
use crate::memory::{self, Out, TextOut};
use crate::panic::caught;
use crate::status::bilan_status;

/// What a centre offers: variants, steps, needs, tariffs. Opaque, and never changed once made.
pub struct bilan_catalogue(pub(crate) Cow<'static, Catalogue>);

/// The catalogue of the Centre de Gestion du Finistère, which the library carries.
///
/// Inputs: `out`, where the handle goes; set to NULL first.
/// Ownership: the handle is yours; give it back to bilan_catalogue_free. Many may be made, at little cost.
/// Errors: BILAN_INVALID_ARGUMENT if `out` is NULL. No text.
/// Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_catalogue_default(out: *mut *mut bilan_catalogue) -> i32 {
    // SAFETY: the caller answers for `out`.
    let Some(out) = (unsafe { Out::new(out, ptr::null_mut()) }) else {
        return bilan_status::BILAN_INVALID_ARGUMENT.code();
    };
    let handle = caught(|| memory::give_handle(bilan_catalogue(Cow::Borrowed(Catalogue::embedded()))));
    let Some(handle) = handle else { return bilan_status::BILAN_PANIC.code() };
    out.write(handle);
    bilan_status::BILAN_OK.code()
}

/// Another centre's catalogue, read and checked.
///
/// Inputs: `json`, `len` bytes: a catalogue document, in the form that bilan_catalogue_document gives; at most 1 MiB.
///   `out`, where the handle goes, and `error` with `error_len`, where the error document goes; all are zeroed first.
/// Ownership: `json` is borrowed for the call. With BILAN_OK `*out` is yours: bilan_catalogue_free. With any other
///   status `*error` is yours: bilan_text_free.
/// Errors: BILAN_ERROR with the first member at fault: the general codes, and those that the contract has for
///   catalogues. BILAN_INVALID_ARGUMENT if `out`, `error` or `error_len` is NULL, or `json` is and `len` is not 0.
/// Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_catalogue_parse(
    json: *const c_char,
    len: usize,
    out: *mut *mut bilan_catalogue,
    error: *mut *mut c_char,
    error_len: *mut usize,
) -> i32 {
    // SAFETY: the caller answers for the three places and for the text.
    let (out, error_out, json) =
        unsafe { (Out::new(out, ptr::null_mut()), TextOut::new(error, error_len), memory::borrow_text(json, len)) };
    let Some(error_out) = error_out else { return bilan_status::BILAN_INVALID_ARGUMENT.code() };
    let refused = |argument| error_out.deliver(|| (bilan_status::BILAN_INVALID_ARGUMENT, error::null(argument)));
    let Some(out) = out else { return refused("out") };
    let Some(json) = json else { return refused("json") };
    match caught(|| Catalogue::parse(json).map(|catalogue| memory::give_handle(bilan_catalogue(Cow::Owned(catalogue)))))
    {
        Some(Ok(handle)) => {
            out.write(handle);
            bilan_status::BILAN_OK.code()
        }
        Some(Err(error)) => error_out.deliver(|| (bilan_status::BILAN_ERROR, wire::error_document(&error))),
        None => error_out.deliver(|| (bilan_status::BILAN_PANIC, error::INTERNAL.to_owned())),
    }
}

/// Checks a catalogue document: all its faults at once, each with its place, then what deserves a second look.
///
/// Inputs: `json`, `len` bytes: the text of a document, as a file has it; a byte order mark before it is passed over.
///   `result` and `result_len`, where the report goes; both are zeroed first.
/// Result: `faults`, a list of `{"code","path","place","line","column","message"}`, empty if bilan_catalogue_parse reads
///   the document; `warnings`, the same members; `summary`, what the catalogue holds, null where there are faults.
/// Ownership: `json` is borrowed for the call. `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
/// Errors: none for the document, whose faults are the result. BILAN_INVALID_ARGUMENT if `result` or `result_len` is
///   NULL, or `json` is and `len` is not 0.
/// Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_catalogue_check(
    json: *const c_char,
    len: usize,
    result: *mut *mut c_char,
    result_len: *mut usize,
) -> i32 {
    // SAFETY: the caller answers for the two places and for the text.
    let (out, json) = unsafe { (TextOut::new(result, result_len), memory::borrow_text(json, len)) };
    let Some(out) = out else { return bilan_status::BILAN_INVALID_ARGUMENT.code() };
    out.deliver(|| match json.map(wire::check_catalogue) {
        Some(Ok(report)) => (bilan_status::BILAN_OK, report),
        Some(Err(error)) => (bilan_status::BILAN_PANIC, wire::error_document(&error)),
        None => (bilan_status::BILAN_INVALID_ARGUMENT, error::null("json")),
    })
}

/// Gives a catalogue back.
///
/// Inputs: `catalogue`, or NULL, which is fine.
/// Ownership: the handle is the library's again and must not be used.
/// Errors: none.
/// Threads: any thread, once no other uses the handle.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_catalogue_free(catalogue: *mut bilan_catalogue) {
    // SAFETY: the caller answers for the handle, and gives it up.
    caught(|| unsafe { memory::take_handle(catalogue) });
}
