//! Values that are made once, on first use, and never waited for.

use std::cell::Cell;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::LocalKey;

/// A value that whoever needs it first makes, for the whole program.
///
/// No thread ever waits for another: after `fork`, the child has no thread that could finish what one of the parent's
/// had begun. Threads that meet here before the value is known each make one of their own, and keep it; each value is
/// made from constants, so that all are equal.
pub(crate) struct Shared<T: 'static> {
    value: OnceLock<&'static T>,
    /// Whether some thread has taken it upon itself to set the value; no other does, so that none waits in `set`.
    taken: AtomicBool,
}

/// The value of a thread that did not find one for the whole program.
pub(crate) type Own<T> = Cell<Option<&'static T>>;

impl<T: Sync> Shared<T> {
    pub(crate) const fn new() -> Self {
        Self { value: OnceLock::new(), taken: AtomicBool::new(false) }
    }

    /// The value, made if need be.
    pub(crate) fn get(&self, own: &'static LocalKey<Own<T>>, make: impl FnOnce() -> T) -> &'static T {
        if let Some(value) = self.value.get().copied().or_else(|| own.get()) {
            return value;
        }
        let value: &'static T = Box::leak(Box::new(make()));
        if self.taken.swap(true, Ordering::Relaxed) {
            own.set(Some(value));
        } else {
            // The one thread that sets it: it cannot have been set before.
            let _ = self.value.set(value);
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use super::*;

    #[test]
    fn threads_that_meet_at_the_first_use_have_equal_values_and_later_ones_the_same() {
        static VALUE: Shared<Vec<u32>> = Shared::new();
        thread_local!(static OWN: Own<Vec<u32>> = const { Cell::new(None) });
        let value = || VALUE.get(&OWN, || vec![1, 2, 3]);
        let start = Barrier::new(8);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    start.wait();
                    assert_eq!((value(), value()), (&vec![1, 2, 3], &vec![1, 2, 3]));
                });
            }
        });
        assert!(std::ptr::eq(value(), value()));
    }

    #[test]
    fn a_thread_whose_forerunner_is_gone_for_ever_makes_its_own_and_does_not_wait() {
        // As in a child forked while a thread of its parent was about to set the value.
        static VALUE: Shared<u32> = Shared { value: OnceLock::new(), taken: AtomicBool::new(true) };
        thread_local!(static OWN: Own<u32> = const { Cell::new(None) });
        let mut made: u32 = 0;
        let first = VALUE.get(&OWN, || 7);
        let again = VALUE.get(&OWN, || {
            made = made.saturating_add(1);
            7
        });
        assert!(std::ptr::eq(first, again) && made == 0);
    }
}
