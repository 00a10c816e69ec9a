//! Writes every host's copy of the contract from its one declaration in the core: schemas, C, PHP, C#, TypeScript, and the
//! reference page. `cargo run -p contract` writes them; with `--check` it says which are out of date.
//!
//! `model` reads the schemas into records, enumerations and choices; each language has one module that writes them.

mod c;
mod dotnet;
mod model;
mod names;
mod php;
mod text;
mod typescript;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use bilan_professionnel::Catalogue;
use bilan_professionnel::contract::contract;

pub use crate::names::stale_names;
pub use crate::text::MARKER;

/// A copy: where it stands in the repository, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path, from the root of the repository.
    pub path: String,
    /// Its whole text.
    pub text: String,
}

pub(crate) fn file(path: impl Into<String>, text: impl Into<String>) -> File {
    File { path: path.into(), text: text.into() }
}

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every copy of the contract.
///
/// # Errors
/// A schema of a form that no language has a type for; it names the document and the member.
pub fn files() -> Result<Vec<File>> {
    let model = model::Model::read(contract())?;
    let offer = serde_json::to_value(Catalogue::embedded().offer()).context("the embedded catalogue")?;
    let mut files = Vec::new();
    for (name, schema) in &model.contract.schemas {
        files.push(file(format!("core/schemas/{name}"), serde_json::to_string_pretty(schema)? + "\n"));
    }
    files.extend(c::files(&model));
    files.extend(php::files(&model));
    files.extend(dotnet::files(&model)?);
    files.extend(typescript::files(&model, &offer));
    Ok(files)
}

/// The headers of the C library, made by cbindgen from sources some of which are copies: to be made once those are written.
///
/// # Errors
/// Sources that cbindgen cannot read.
pub fn headers() -> Result<Vec<File>> {
    let headers = bilan_headers::headers().map_err(|error| anyhow!("cbindgen: {error}"))?;
    Ok(headers.into_iter().map(|(path, text)| file(path, text)).collect())
}

/// The copies whose text is not what is committed, and the files that say they are copies and are none any more.
///
/// # Errors
/// A file that cannot be read.
pub fn stale(files: &[File]) -> Result<Vec<String>> {
    let mut stale: Vec<String> = files
        .iter()
        .filter(|copy| fs::read_to_string(root().join(&copy.path)).ok().as_ref() != Some(&copy.text))
        .map(|copy| copy.path.clone())
        .collect();
    stale.extend(forgotten(files)?);
    Ok(stale)
}

/// Writes the copies that are out of date, and takes away those that are none any more; says which.
///
/// # Errors
/// A file that cannot be written.
pub fn write(files: &[File]) -> Result<Vec<String>> {
    let stale = stale(files)?;
    for path in &stale {
        let place = root().join(path);
        match files.iter().find(|copy| copy.path == *path) {
            Some(copy) => {
                if let Some(folder) = place.parent() {
                    fs::create_dir_all(folder)?;
                }
                fs::write(&place, &copy.text).with_context(|| path.clone())?;
            }
            None => fs::remove_file(&place).with_context(|| path.clone())?,
        }
    }
    Ok(stale)
}

/// Files beside copies that say they are copies and are none.
fn forgotten(files: &[File]) -> Result<Vec<String>> {
    let known: BTreeSet<&str> = files.iter().map(|copy| copy.path.as_str()).collect();
    let folders: BTreeSet<&str> =
        known.iter().filter_map(|path| path.rsplit_once('/')).map(|(folder, _)| folder).collect();
    let mut forgotten = Vec::new();
    for folder in folders {
        let Ok(entries) = fs::read_dir(root().join(folder)) else { continue };
        for entry in entries {
            let name = entry?.file_name();
            let path = format!("{folder}/{}", name.to_string_lossy());
            if !known.contains(path.as_str()) && is_copy(&root().join(&path)) {
                forgotten.push(path);
            }
        }
    }
    forgotten.sort();
    Ok(forgotten)
}

/// Whether a file says in its first lines that it is a copy.
#[must_use]
pub fn is_copy(path: &Path) -> bool {
    fs::read_to_string(path).is_ok_and(|text| text.lines().take(5).any(|line| line.contains(MARKER)))
}
