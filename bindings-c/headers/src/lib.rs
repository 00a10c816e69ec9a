//! `include/bilan.h` (C and C++) and `include/bilan.ffi.h` (PHP), from the sources of the library, by cbindgen.
//!
//! `cargo run -p contract` writes them with the other copies of the contract.

#![forbid(unsafe_code)]

use std::error::Error;
use std::path::{Path, PathBuf};

use bilan_professionnel::ErrorCode;
use cbindgen::{Builder, Config};

/// A header: its file, how cbindgen is to write it (a file of this crate), and where else it is copied.
struct Header {
    file: &'static str,
    style: &'static str,
    copy: Option<&'static str>,
}

const HEADERS: [Header; 2] = [
    Header { file: "bilan.h", style: "bilan.h.toml", copy: None },
    // The PHP package is published without the library's folder.
    Header { file: "bilan.ffi.h", style: "bilan.ffi.h.toml", copy: Some("bindings-c/php/resources/bilan.ffi.h") },
];

/// Every header, as its path in the repository and its text.
///
/// # Errors
/// Sources that cbindgen cannot read.
pub fn headers() -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut written = Vec::new();
    for header in HEADERS {
        let text = header.generate()?;
        written.extend(header.copy.map(|path| (path.to_owned(), text.clone())));
        written.push((format!("bindings-c/include/{}", header.file), text));
    }
    Ok(written)
}

impl Header {
    fn generate(&self) -> Result<String, Box<dyn Error>> {
        let mut config = Config::from_file(Path::new(env!("CARGO_MANIFEST_DIR")).join(self.style))?;
        config.header = config.header.map(|text| text.replace("@GENERAL_CODES@", &general_codes()));
        let bindings = Builder::new().with_config(config).with_crate(library()).generate()?;
        let mut text = Vec::new();
        bindings.write(&mut text);
        Ok(String::from_utf8(text)?)
    }
}

/// The codes that every operation may answer, as lines of the header's comment.
fn general_codes() -> String {
    let codes: Vec<&str> = ErrorCode::ALL.iter().filter(|code| code.is_general()).map(|code| code.as_str()).collect();
    let lines: Vec<String> = codes.chunks(7).map(|line| format!(" * {}", line.join(", "))).collect();
    lines.join(",\n")
}

/// The crate of the library.
fn library() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
