//! Names the shared library by its ABI version, so that programs find the one they were built for.

/// Checked against the header's `BILAN_ABI_VERSION` when the library is compiled.
const ABI_VERSION: &str = "1";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-env=BILAN_SONAME_VERSION={ABI_VERSION}");
    match std::env::var("CARGO_CFG_TARGET_OS").as_deref() {
        Ok("linux") => {
            println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libbilan.so.{ABI_VERSION}");
            // What is made once stays: a host that closes and opens the library again (PHP does at each request) would
            // otherwise lose it each time, and leak it.
            println!("cargo::rustc-cdylib-link-arg=-Wl,-z,nodelete");
        }
        // Else the library is named by the folder where it was built.
        Ok("macos") => {
            println!("cargo::rustc-cdylib-link-arg=-Wl,-install_name,@rpath/libbilan.{ABI_VERSION}.dylib");
        }
        _ => {}
    }
}
