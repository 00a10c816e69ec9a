//! The operations of the contract, one function each, all of one shape.

use std::ffi::c_char;

use bilan_professionnel::Catalogue;
use bilan_professionnel::wire::{self, Operation};

use crate::catalogue::bilan_catalogue;
use crate::error;
use crate::memory::{self, TextOut};
use crate::status::bilan_status;

/// The arguments that all operations share.
struct Call {
    catalogue: *const bilan_catalogue,
    request: *const c_char,
    len: usize,
    result: *mut *mut c_char,
    result_len: *mut usize,
}

impl Call {
    /// Answers a request.
    ///
    /// # Safety
    /// As [`Self::run`].
    unsafe fn answer(self, operation: Operation) -> i32 {
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
    unsafe fn run(self, text: &str, work: impl FnOnce(&Catalogue, &[u8]) -> (bilan_status, String)) -> i32 {
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

/// The catalogue in force, whole, in the form that bilan_catalogue_parse reads.
///
/// Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call: `{}`.
/// Result: the catalogue's document.
/// Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
/// Errors: the general codes.
/// Threads: any, also several at the same time with the same catalogue.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_catalogue_document(
    catalogue: *const bilan_catalogue,
    request: *const c_char,
    len: usize,
    result: *mut *mut c_char,
    result_len: *mut usize,
) -> i32 {
    // SAFETY: the caller answers for the arguments.
    unsafe { Call { catalogue, request, len, result, result_len }.answer(Operation::Catalogue) }
}

/// Which variants serve the agent's needs, the best first.
///
/// Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call:
///   `{"needs":["preserverSante","construireProjet"]}`.
/// Result: `{"ranking":[{"variant","served","unserved"}]}`.
/// Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
/// Errors: `noNeeds`, and the general codes.
/// Threads: any, also several at the same time with the same catalogue.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_recommend(
    catalogue: *const bilan_catalogue,
    request: *const c_char,
    len: usize,
    result: *mut *mut c_char,
    result_len: *mut usize,
) -> i32 {
    // SAFETY: the caller answers for the arguments.
    unsafe { Call { catalogue, request, len, result, result_len }.answer(Operation::Recommend) }
}

/// Might the FIPHFP pay: the verdict on an agent's facts, with its reasons.
///
/// A fact left out is unknown. Funding is a possibility, never a right: "notListed" and "undetermined" are results.
///
/// Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call:
///   `{"on":"2026-12-01","facts":{"rqth":true}}`; `on` alone is required.
/// Result: `{"outcome","situations","met","missing","nextQuestion"}` and more.
/// Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
/// Errors: the general codes.
/// Threads: any, also several at the same time with the same catalogue.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_funding(
    catalogue: *const bilan_catalogue,
    request: *const c_char,
    len: usize,
    result: *mut *mut c_char,
    result_len: *mut usize,
) -> i32 {
    // SAFETY: the caller answers for the arguments.
    unsafe { Call { catalogue, request, len, result, result_len }.answer(Operation::Funding) }
}

/// The steps of a variant and the hours of each.
///
/// Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call:
///   `{"variant":"evolution","hours":20}`; `variant` alone is required.
/// Result: `{"variant","hours","range","steps","totals","warnings"}` and more.
/// Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
/// Errors: `unknownVariant`, `unknownStep`, `kickoffRequired`, `kickoffNotOffered`, `hoursGranularity`, `hoursOutOfRange`,
///   `budgetInfeasible` (its `details` say what is possible), and the general codes.
/// Threads: any, also several at the same time with the same catalogue.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_plan(
    catalogue: *const bilan_catalogue,
    request: *const c_char,
    len: usize,
    result: *mut *mut c_char,
    result_len: *mut usize,
) -> i32 {
    // SAFETY: the caller answers for the arguments.
    unsafe { Call { catalogue, request, len, result, result_len }.answer(Operation::Plan) }
}

/// The price of a variant, or the honest interval where none is published. Amounts are decimal texts, never floats.
///
/// Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call:
///   `{"variant":"evolution","hours":20,"affiliated":true}`.
/// Result: `{"status","amount","reference","indicative","covers"}` and more.
/// Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
/// Errors: `unknownVariant`, `hoursGranularity`, `hoursOutOfRange`, and the general codes.
/// Threads: any, also several at the same time with the same catalogue.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_quote(
    catalogue: *const bilan_catalogue,
    request: *const c_char,
    len: usize,
    result: *mut *mut c_char,
    result_len: *mut usize,
) -> i32 {
    // SAFETY: the caller answers for the arguments.
    unsafe { Call { catalogue, request, len, result, result_len }.answer(Operation::Quote) }
}

/// The sessions of a plan on a calendar without weekends, public holidays and closures.
///
/// Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call:
///   `{"plan":{"variant":"evolution"},"exchangesOn":"2026-12-01"}`.
/// Result: `{"earliestStart","startsOn","endsOn","sessions","milestones","warnings"}` and more.
/// Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
/// Errors: those of bilan_plan below `plan`, `noOpenDay`, `nothingToSchedule`, and the general codes.
/// Threads: any, also several at the same time with the same catalogue.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_schedule(
    catalogue: *const bilan_catalogue,
    request: *const c_char,
    len: usize,
    result: *mut *mut c_char,
    result_len: *mut usize,
) -> i32 {
    // SAFETY: the caller answers for the arguments.
    unsafe { Call { catalogue, request, len, result, result_len }.answer(Operation::Schedule) }
}

/// The certificate of attendance and the term of payment.
///
/// Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call:
///   `{"plan":{"variant":"evolution"},"attended":[{"date":"2027-01-12","hours":1}],
///   "invoiceReceivedOn":"2027-06-10"}`.
/// Result: `{"attendance","payment"}`.
/// Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
/// Errors: those of bilan_plan below `plan`, and the general codes.
/// Threads: any, also several at the same time with the same catalogue.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_settle(
    catalogue: *const bilan_catalogue,
    request: *const c_char,
    len: usize,
    result: *mut *mut c_char,
    result_len: *mut usize,
) -> i32 {
    // SAFETY: the caller answers for the arguments.
    unsafe { Call { catalogue, request, len, result, result_len }.answer(Operation::Settle) }
}

/// One case to a whole dossier (ranking, verdict, plan, price, calendar) and the record of it.
///
/// Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call:
///   `{"on":"2026-11-23","needs":["faireLePoint"],"affiliated":true}`.
/// Result: the results of the other operations, each under its name, and `record`.
/// Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
/// Errors: those of the other operations, and the general codes.
/// Threads: any, also several at the same time with the same catalogue.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_simulate(
    catalogue: *const bilan_catalogue,
    request: *const c_char,
    len: usize,
    result: *mut *mut c_char,
    result_len: *mut usize,
) -> i32 {
    // SAFETY: the caller answers for the arguments.
    unsafe { Call { catalogue, request, len, result, result_len }.answer(Operation::Simulate) }
}

/// Whether the record of a dossier still holds with this library and this catalogue.
///
/// Inputs: `catalogue` and `request`, `len` bytes of JSON, both borrowed for the call:
///   `{"case":...,"record":...}`: a request of bilan_simulate, and the record of its result.
/// Result: `{"holds":true}`, or false and what differs.
/// Ownership: `*result`, `*result_len` bytes and a NUL, is yours: bilan_text_free.
/// Errors: those of bilan_simulate below `case` and `record`, and the general codes.
/// Threads: any, also several at the same time with the same catalogue.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_replay(
    catalogue: *const bilan_catalogue,
    request: *const c_char,
    len: usize,
    result: *mut *mut c_char,
    result_len: *mut usize,
) -> i32 {
    // SAFETY: the caller answers for the arguments.
    unsafe { Call { catalogue, request, len, result, result_len }.answer(Operation::Replay) }
}

/// Answers one line `{"operation":...,"request":...}`, for programs that only pass requests on.
///
/// Inputs: `catalogue` and `line`, `len` bytes of JSON without a line break, both borrowed for the call; `operation` is
///   the name of the contract: `catalogue`, `recommend`, `funding`, `plan`, `quote`, `schedule`, `settle`, `simulate`,
///   `replay`.
/// Ownership: `*result` is yours, `*result_len` bytes and a NUL, on one line: bilan_text_free. It is the result of the
///   operation, or its error document, which begins with `{"error":` as no result does.
/// Errors: BILAN_OK whenever the line was answered, be it by an error document. BILAN_INVALID_ARGUMENT as everywhere.
/// Threads: any, also several at the same time with the same catalogue.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_answer_line(
    catalogue: *const bilan_catalogue,
    line: *const c_char,
    len: usize,
    result: *mut *mut c_char,
    result_len: *mut usize,
) -> i32 {
    let call = Call { catalogue, request: line, len, result, result_len };
    // SAFETY: the caller answers for the arguments.
    unsafe { call.run("line", |catalogue, line| (bilan_status::BILAN_OK, wire::answer_line(catalogue, line))) }
}
