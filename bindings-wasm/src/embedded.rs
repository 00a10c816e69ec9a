//! The embedded catalogue, as a module has it.

use bilan_professionnel::Catalogue;

/// A module that reads other catalogues reads this one as it reads those.
#[cfg(feature = "catalogues")]
pub(crate) fn embedded() -> &'static Catalogue {
    Catalogue::embedded()
}

/// A module that reads no other has it compiled, and carries neither the reader of documents nor their check.
#[cfg(not(feature = "catalogues"))]
pub(crate) fn embedded() -> &'static Catalogue {
    static EMBEDDED: std::sync::OnceLock<Catalogue> = std::sync::OnceLock::new();
    EMBEDDED.get_or_init(|| Catalogue::from_compiled(COMPILED))
}

/// What the build script wrote.
#[cfg(any(not(feature = "catalogues"), test))]
const COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/embedded"));

#[cfg(test)]
mod tests {
    use super::{COMPILED, Catalogue, embedded};

    #[test]
    fn the_compiled_catalogue_is_the_one_that_the_library_reads() {
        assert_eq!(Catalogue::from_compiled(COMPILED), *Catalogue::embedded());
        assert_eq!(embedded(), Catalogue::embedded());
    }
}
