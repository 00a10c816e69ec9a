//! The cost of the boundary: `cargo bench -p bilan-professionnel-c`.
//!
//! The shared library is opened as any program opens it, and called beside the same work in Rust, in the same run. A
//! verdict: C minus Rust is the cost. A text: C over Rust.

#![allow(missing_docs, clippy::expect_used)]

use std::ffi::c_char;
use std::hint::black_box;
use std::path::PathBuf;
use std::ptr;
use std::sync::LazyLock;

use bilan::bilan_catalogue;
use bilan_professionnel::Catalogue;
use bilan_professionnel::funding::{Fact, Facts, decide, decide_many};
use bilan_professionnel::wire::{self, Operation};
use divan::Bencher;
use divan::counter::ItemsCount;
use libloading::{Library, Symbol};

const KNOWN: u32 = 0x0003_FFFF;
const VALUES: u32 = Fact::Rqth.bit() | Fact::Statut.bit();
const AGENTS: usize = 10_000;
const FUNDING: &[u8] = br#"{"on":"2026-12-01","facts":{"rqth":true,"statut":"fonctionnaire","ati":false}}"#;
const DOSSIER: &[u8] =
    br#"{"on":"2026-11-23","needs":["faireLePoint"],"client":"affiliee","calendar":{"exchangesOn":"2026-12-01"}}"#;

type Empty = extern "C" fn() -> u32;
type Decide = extern "C" fn(u32, u32) -> u32;
type DecideMany = unsafe extern "C" fn(*const u32, *const u32, usize, *mut u32) -> i32;
type Default = unsafe extern "C" fn(*mut *mut bilan_catalogue) -> i32;
type Call = unsafe extern "C" fn(*const bilan_catalogue, *const c_char, usize, *mut *mut c_char, *mut usize) -> i32;
type Free = unsafe extern "C" fn(*mut c_char, usize);

/// The shared library that was built with this bench.
static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let bench = std::env::current_exe().expect("the path of this program");
    let deps = bench.parent().expect("its folder");
    let name = libloading::library_filename("bilan");
    let file: PathBuf = std::env::var_os("BILAN_LIBRARY").map_or_else(|| deps.join(name), PathBuf::from);
    // SAFETY: loading runs nothing but the runtime's own start.
    unsafe { Library::new(file) }.expect("the shared library")
});

/// A function of the library.
fn symbol<T>(name: &str) -> Symbol<'static, T> {
    // SAFETY: each type above is the declaration in the header.
    unsafe { LIBRARY.get(name) }.expect("a function of the header")
}

fn main() {
    divan::main();
}

mod verdict {
    use super::{Bencher, Decide, Empty, Facts, KNOWN, VALUES, black_box, decide, symbol};

    #[divan::bench]
    fn rust(bencher: Bencher<'_, '_>) {
        bencher.bench(|| decide(Facts::from_masks(black_box(KNOWN), black_box(VALUES))).bits());
    }

    #[divan::bench]
    fn c(bencher: Bencher<'_, '_>) {
        let decide = *symbol::<Decide>("bilan_funding_decide");
        bencher.bench(|| decide(black_box(KNOWN), black_box(VALUES)));
    }

    #[divan::bench]
    fn c_empty_call(bencher: Bencher<'_, '_>) {
        let empty = *symbol::<Empty>("bilan_abi_version");
        bencher.bench(|| empty());
    }
}

mod verdicts {
    use super::{AGENTS, Bencher, DecideMany, ItemsCount, KNOWN, VALUES, decide_many, symbol};

    fn columns() -> (Vec<u32>, Vec<u32>, Vec<u32>) {
        (vec![KNOWN; AGENTS], vec![VALUES; AGENTS], vec![0; AGENTS])
    }

    #[divan::bench]
    fn rust(bencher: Bencher<'_, '_>) {
        let (known, values, mut verdicts) = columns();
        bencher.counter(ItemsCount::new(AGENTS)).bench_local(|| decide_many(&known, &values, &mut verdicts));
    }

    #[divan::bench]
    fn c(bencher: Bencher<'_, '_>) {
        let decide_many = *symbol::<DecideMany>("bilan_funding_decide_many");
        let (known, values, mut verdicts) = columns();
        bencher.counter(ItemsCount::new(AGENTS)).bench_local(|| {
            // SAFETY: three columns of AGENTS words.
            unsafe { decide_many(known.as_ptr(), values.as_ptr(), AGENTS, verdicts.as_mut_ptr()) }
        });
    }
}

/// A request answered and its text given back, in Rust.
fn in_rust(bencher: Bencher<'_, '_>, operation: Operation, request: &[u8]) {
    let catalogue = Catalogue::embedded();
    bencher.bench_local(|| wire::answer(catalogue, operation, black_box(request)).map(|text| text.len()));
}

/// The same through C.
fn in_c(bencher: Bencher<'_, '_>, function: &str, request: &[u8]) {
    let (call, free) = (*symbol::<Call>(function), *symbol::<Free>("bilan_text_free"));
    let mut catalogue = ptr::null_mut();
    // SAFETY: a place for the handle, which lives as long as the bench.
    unsafe { symbol::<Default>("bilan_catalogue_default")(&raw mut catalogue) };
    bencher.bench_local(|| {
        let (mut text, mut len) = (ptr::null_mut(), 0);
        let request = black_box(request);
        // SAFETY: a handle, a text of that length, two places; the text is given back once.
        unsafe {
            call(catalogue, request.as_ptr().cast(), request.len(), &raw mut text, &raw mut len);
            free(text, len);
        }
        len
    });
}

mod text_funding {
    use super::{Bencher, FUNDING, Operation, in_c, in_rust};

    #[divan::bench]
    fn rust(bencher: Bencher<'_, '_>) {
        in_rust(bencher, Operation::Funding, FUNDING);
    }

    #[divan::bench]
    fn c(bencher: Bencher<'_, '_>) {
        in_c(bencher, "bilan_funding", FUNDING);
    }
}

mod text_dossier {
    use super::{Bencher, DOSSIER, Operation, in_c, in_rust};

    #[divan::bench]
    fn rust(bencher: Bencher<'_, '_>) {
        in_rust(bencher, Operation::Simulate, DOSSIER);
    }

    #[divan::bench]
    fn c(bencher: Bencher<'_, '_>) {
        in_c(bencher, "bilan_simulate", DOSSIER);
    }
}
