//! `bilan-headers`: writes `include/bilan.h` (C and C++) and `include/bilan.ffi.h` (PHP) from the sources of the
//! library; with `--check` it writes nothing and says whether they are up to date.

#![forbid(unsafe_code)]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use cbindgen::{Builder, Config};

/// A header, and how cbindgen is to write it: a file of this crate.
struct Header {
    file: &'static str,
    style: &'static str,
}

const HEADERS: [Header; 2] =
    [Header { file: "bilan.h", style: "bilan.h.toml" }, Header { file: "bilan.ffi.h", style: "bilan.ffi.h.toml" }];

fn main() -> ExitCode {
    let check = match std::env::args().nth(1).as_deref() {
        None => false,
        Some("--check") => true,
        Some(_) => return fail("usage: bilan-headers [--check]"),
    };
    match HEADERS.iter().try_for_each(|header| header.write_or_check(check)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error.to_string()),
    }
}

fn fail(message: &str) -> ExitCode {
    eprintln!("bilan-headers: {message}");
    ExitCode::FAILURE
}

impl Header {
    fn write_or_check(&self, check: bool) -> Result<(), Box<dyn Error>> {
        let fresh = self.generate()?;
        if !check {
            return Ok(fs::write(self.path(), fresh)?);
        }
        if fs::read_to_string(self.path())? == fresh {
            Ok(())
        } else {
            Err(format!("include/{} is out of date: run `cargo run -p bilan-headers`", self.file).into())
        }
    }

    fn path(&self) -> PathBuf {
        library().join("include").join(self.file)
    }

    fn generate(&self) -> Result<String, Box<dyn Error>> {
        let config = Config::from_file(Path::new(env!("CARGO_MANIFEST_DIR")).join(self.style))?;
        let bindings = Builder::new().with_config(config).with_crate(library()).generate()?;
        let mut text = Vec::new();
        bindings.write(&mut text);
        Ok(String::from_utf8(text)?)
    }
}

/// The crate of the library.
fn library() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[cfg(test)]
mod tests {
    use super::HEADERS;

    #[test]
    fn the_headers_are_those_of_the_sources() -> Result<(), Box<dyn std::error::Error>> {
        HEADERS.iter().try_for_each(|header| header.write_or_check(true))
    }
}
