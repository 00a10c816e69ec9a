//! The two centres whose catalogues the project holds.

use std::sync::LazyLock;

use bilan_professionnel::Catalogue;

/// The catalogue document of a centre other than the CDG29.
pub const OTHER: &[u8] = include_bytes!("../../catalogues/autre-centre.json");

/// The catalogue of the CDG29, or of the other centre.
pub fn catalogue(other: bool) -> &'static Catalogue {
    static PARSED: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::parse(OTHER).expect("a catalogue"));
    if other { &PARSED } else { Catalogue::embedded() }
}
