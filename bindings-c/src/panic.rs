//! The whole policy on panics: a panic is a fault of the library, and it never crosses the boundary.
//!
//! Every exported function does its work inside [`caught`]. No hook is set: that is the program's choice. Unwinding
//! must be on, which it is in every profile of the workspace; without it a panic would end the process.

use std::panic::{AssertUnwindSafe, catch_unwind};

#[cfg(panic = "abort")]
compile_error!("the C ABI turns panics into statuses: build it with panic = \"unwind\"");

/// The value of the work, or none if it panicked.
///
/// Work sees only immutable catalogues and its own values, so a panic leaves nothing half changed behind it.
#[inline]
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(value) => Some(value),
        Err(payload) => {
            // Dropping a payload may panic in its turn: it is left alone.
            std::mem::forget(payload);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::caught;

    /// A panic payload whose drop panics too.
    struct Bomb;

    impl Drop for Bomb {
        #[expect(clippy::panic, reason = "the case under test")]
        fn drop(&mut self) {
            panic!("dropped");
        }
    }

    #[test]
    fn a_panic_is_no_value_even_if_its_payload_panics_when_dropped() {
        assert_eq!(caught(|| 1), Some(1));
        assert_eq!(caught(|| -> u8 { std::panic::resume_unwind(Box::new("fault")) }), None);
        assert_eq!(caught(|| -> u8 { std::panic::resume_unwind(Box::new(Bomb)) }), None);
    }
}
