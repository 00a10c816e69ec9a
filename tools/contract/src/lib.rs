//! Writes every host's copy of the contract from its one declaration in the core: schemas, C, PHP, C#, TypeScript, and the
//! reference page. `cargo run -p contract` writes them; with `--check` it says which are out of date.
//!
//! `model` reads the schemas into records, enumerations and choices; each language has one module that writes them.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::format_collect,
    clippy::needless_for_each,
    clippy::needless_pass_by_value,
    clippy::format_push_string,
    clippy::self_only_used_in_recursion,
    clippy::type_complexity,
    clippy::unused_self,
    reason = "a tool that developers run: plain code before lean code"
)]

mod c;
mod dotnet;
mod french;
mod model;
mod names;
mod php;
mod reference;
mod text;
mod typescript;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use bilan_professionnel::Catalogue;
use bilan_professionnel::contract::contract;

pub use crate::text::MARKER;

/// A copy says that it is one in so many of its first lines.
pub const MARKED_LINES: usize = 12;

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
    let document = Catalogue::document_schema();
    let text = serde_json::to_string_pretty(document.as_value())? + "\n";
    files.push(file("core/schemas/catalogue.document.json", text));
    files.extend(c::files(&model));
    files.extend(php::files(&model));
    files.extend(dotnet::files(&model)?);
    files.extend(typescript::files(&model, &offer));
    files.push(reference::page(&model).0);
    Ok(files)
}

/// What the companion table of French texts lacks, and which of its texts serve nothing.
///
/// # Errors
/// As [`files`].
pub fn french() -> Result<(Vec<String>, Vec<String>)> {
    let (_, missing, unused) = reference::page(&model::Model::read(contract())?);
    Ok((missing, unused))
}

/// The names told by hand that serve nothing.
///
/// # Errors
/// As [`files`].
pub fn unused_names() -> Result<Vec<String>> {
    let model = model::Model::read(contract())?;
    let schemas = || model.contract.schemas.iter().map(|(_, schema)| schema);
    let has_type = |name: &str| {
        schemas()
            .any(|schema| schema.get("title").is_some_and(|title| title == name) || schema["$defs"].get(name).is_some())
    };
    let has_member = |owner: &str, member: &str| {
        let owners = model.types.iter().filter(|one| owner == "*" || one.name == owner);
        owners.flat_map(|one| model.members(&one.name)).any(|known| known.name == member)
    };
    Ok(names::unused(has_type, has_member))
}

/// The headers of the C library, made by cbindgen from sources some of which are copies: to be made once those are written.
///
/// # Errors
/// Sources that cbindgen cannot read.
pub fn headers() -> Result<Vec<File>> {
    let headers = bilan_headers::headers().map_err(|error| anyhow!("cbindgen: {error}"))?;
    Ok(headers.into_iter().map(|(path, text)| file(path, text)).collect())
}

/// Every copy and header, as they are to be.
///
/// # Errors
/// Those of [`files`] and of [`headers`].
pub fn all() -> Result<Vec<File>> {
    let mut all = files()?;
    all.extend(headers()?);
    Ok(all)
}

/// Whether a file is not as it is to be.
fn is_stale(copy: &File) -> bool {
    fs::read_to_string(root().join(&copy.path)).ok().as_ref() != Some(&copy.text)
}

/// The paths of the copies that are out of date, and of the files that say they are copies and are none any more.
///
/// # Errors
/// Those of [`all`], and a folder that cannot be read.
pub fn stale() -> Result<Vec<String>> {
    let all = all()?;
    let mut stale: Vec<String> = all.iter().filter(|copy| is_stale(copy)).map(|copy| copy.path.clone()).collect();
    stale.extend(forgotten(&all)?);
    Ok(stale)
}

/// Writes the copies that are out of date, and takes away the files that are none any more; says which.
///
/// # Errors
/// Those of [`all`], and a file that cannot be written.
pub fn write() -> Result<Vec<String>> {
    let mut all = files()?;
    let mut changed = write_stale(&all)?;
    // cbindgen reads some of what was just written.
    let headers = headers()?;
    changed.extend(write_stale(&headers)?);
    all.extend(headers);
    for path in forgotten(&all)? {
        fs::remove_file(root().join(&path)).with_context(|| path.clone())?;
        changed.push(path);
    }
    Ok(changed)
}

fn write_stale(files: &[File]) -> Result<Vec<String>> {
    let mut written = Vec::new();
    for copy in files.iter().filter(|copy| is_stale(copy)) {
        let place = root().join(&copy.path);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&place, &copy.text).with_context(|| copy.path.clone())?;
        written.push(copy.path.clone());
    }
    Ok(written)
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
            let path = format!("{folder}/{}", entry?.file_name().to_string_lossy());
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
    fs::read_to_string(path).is_ok_and(|text| text.lines().take(MARKED_LINES).any(|line| line.contains(MARKER)))
}

/// The example of the repository's README runs as a test: here, since no crate that is packed can read what stands above it.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
