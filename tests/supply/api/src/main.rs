//! `public-api-lines CRATE.json`: the public API that rustdoc's JSON describes, one item a line.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::PathBuf;

use public_api::Builder;

/// What the compiler works out for itself and nobody can name in stable code.
const UNSTABLE: [&str; 3] = ["core::marker::Freeze", "core::marker::StructuralPartialEq", "core::marker::UnsafeUnpin"];

fn main() -> Result<(), Box<dyn Error>> {
    let json = std::env::args_os().nth(1).map(PathBuf::from).ok_or("usage: public-api-lines CRATE.json")?;
    // What every type has by a blanket of the standard library says nothing of this crate.
    let whole = Builder::from_rustdoc_json(&json).omit_blanket_impls(true);
    let written: BTreeSet<String> =
        whole.clone().omit_auto_derived_impls(true).build()?.items().map(ToString::to_string).collect();
    // Of a derived implementation its first line says all.
    for line in whole.build()?.items().map(ToString::to_string) {
        if (written.contains(&line) || line.starts_with("impl")) && !UNSTABLE.iter().any(|name| line.contains(name)) {
            println!("{line}");
        }
    }
    Ok(())
}
