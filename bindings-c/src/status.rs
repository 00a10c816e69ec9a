//! How a call ended.

/// How a call ended: what the functions that return an int32_t return. The values never change; more may come.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum bilan_status {
    /// The call did what it is for.
    BILAN_OK = 0,
    /// The request cannot be answered: the error document says why. The caller's data are at fault, not the program.
    BILAN_ERROR = 1,
    /// An argument is NULL, misaligned or overlapping where it must not be, or a day that no calendar has. The program
    /// is at fault.
    BILAN_INVALID_ARGUMENT = 2,
    /// A fault of the library, caught at its boundary; the handle and the process remain usable. Please report it.
    BILAN_PANIC = 3,
}

impl bilan_status {
    /// The value that C sees.
    pub(crate) const fn code(self) -> i32 {
        self as i32
    }
}
