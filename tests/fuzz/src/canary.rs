//! A planted fault: with `BILAN_FUZZ_CANARY` in the environment each target spoils one answer of the library, so that
//! `run` can show that its law would see it.

use std::sync::LazyLock;

/// Whether a fault is planted.
pub fn planted() -> bool {
    static PLANTED: LazyLock<bool> = LazyLock::new(|| std::env::var_os("BILAN_FUZZ_CANARY").is_some());
    *PLANTED
}
