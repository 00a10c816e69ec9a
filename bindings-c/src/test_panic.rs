//! A function that panics, for the test of the policy on panics.

use std::ffi::c_char;

use crate::memory::TextOut;
use crate::status::bilan_status;

/// In no header and no release.
///
/// # Panics
/// Inside only: it returns `BILAN_PANIC` with the error document.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bilan_test_panic(result: *mut *mut c_char, result_len: *mut usize) -> i32 {
    // SAFETY: the caller answers for the two places.
    let Some(out) = (unsafe { TextOut::new(result, result_len) }) else {
        return bilan_status::BILAN_INVALID_ARGUMENT.code();
    };
    #[expect(clippy::panic, reason = "what this function is for")]
    out.deliver(|| panic!("asked for by bilan_test_panic"))
}
