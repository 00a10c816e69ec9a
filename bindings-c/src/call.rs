//! What all operations do with their arguments.

use std::ffi::c_char;

use bilan_professionnel::Catalogue;
use bilan_professionnel::wire::{self, Operation};

use crate::catalogue::bilan_catalogue;
use crate::error;
use crate::memory::{self, TextOut};
use crate::status::bilan_status;

/// The arguments that all operations share.
pub(crate) struct Call {
    pub(crate) catalogue: *const bilan_catalogue,
    pub(crate) request: *const c_char,
    pub(crate) len: usize,
    pub(crate) result: *mut *mut c_char,
    pub(crate) result_len: *mut usize,
}

impl Call {
    /// Answers a request.
    ///
    /// # Safety
    /// As [`Self::run`].
    pub(crate) unsafe fn answer(self, operation: Operation) -> i32 {
        // SAFETY: the caller answers for the arguments.
        unsafe {
            self.run("request", |catalogue, request| match wire::answer(catalogue, operation, request) {
                Ok(result) => (bilan_status::BILAN_OK, result),
                Err(error) => (bilan_status::BILAN_ERROR, wire::error_document(&error)),
            })
        }
    }

    /// Reads the arguments, does the work, and gives its text away. `text` is the name of the request in the header.
    ///
    /// # Safety
    /// The arguments must be what the header asks for.
    pub(crate) unsafe fn run(self, text: &str, work: impl FnOnce(&Catalogue, &[u8]) -> (bilan_status, String)) -> i32 {
        // SAFETY: the caller answers for the places, the handle and the text.
        let (out, catalogue, request) = unsafe {
            (
                TextOut::new(self.result, self.result_len),
                memory::borrow_handle(self.catalogue),
                memory::borrow_text(self.request, self.len),
            )
        };
        let Some(out) = out else { return bilan_status::BILAN_INVALID_ARGUMENT.code() };
        out.deliver(|| match (catalogue, request) {
            (Some(catalogue), Some(request)) => work(&catalogue.0, request),
            (None, _) => (bilan_status::BILAN_INVALID_ARGUMENT, error::null("catalogue")),
            (_, None) => (bilan_status::BILAN_INVALID_ARGUMENT, error::null(text)),
        })
    }
}
