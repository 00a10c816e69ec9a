//! Which library this is.

use std::ffi::{CStr, c_char};

/// The ABI that this header declares.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum bilan_abi {
    /// Compare it with bilan_abi_version() when the library is loaded.
    BILAN_ABI_VERSION = 1,
}

const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
    Ok(version) => version,
    Err(_) => c"",
};

const _: () = {
    let soname = u32::from_str_radix(env!("BILAN_SONAME_VERSION"), 10);
    assert!(
        matches!(soname, Ok(version) if version == bilan_abi::BILAN_ABI_VERSION as u32),
        "build.rs names another ABI"
    );
};

/// The version of the ABI of the library that is loaded: BILAN_ABI_VERSION of the header it was built with.
///
/// It changes when a program built for the former one would no longer work; the shared library's name follows it.
/// Inputs, errors: none.
/// Threads: any.
#[unsafe(no_mangle)]
pub const extern "C" fn bilan_abi_version() -> u32 {
    bilan_abi::BILAN_ABI_VERSION as u32
}

/// The version of the library, "MAJOR.MINOR.PATCH".
///
/// Inputs, errors: none.
/// Ownership: the text is static; never free it.
/// Threads: any.
#[unsafe(no_mangle)]
pub const extern "C" fn bilan_version() -> *const c_char {
    VERSION.as_ptr()
}
