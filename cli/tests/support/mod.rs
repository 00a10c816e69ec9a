//! Runs the program as its users do.

#![allow(dead_code, reason = "each test file uses its share")]

pub(crate) mod markdown;
pub(crate) mod tables;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

/// The program, without the colours and widths that the tests' own terminal would ask for.
pub(crate) fn bilan(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bilan"));
    command.args(arguments);
    for variable in ["COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command
}

/// Runs it to its end, with that on its standard input.
pub(crate) fn run(arguments: &[&str], input: &[u8]) -> Output {
    finish(&mut bilan(arguments), input)
}

pub(crate) fn finish(command: &mut Command, input: &[u8]) -> Output {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_vec());
    // A program that stops early closes its input: that is its right.
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

/// What it printed, of a run that must succeed.
pub(crate) fn printed(arguments: &[&str], input: &[u8]) -> String {
    let output = run(arguments, input);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()), "{arguments:?}");
    text(&output.stdout)
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What it said to a person, whose no-break spaces count as spaces.
pub(crate) fn said(bytes: &[u8]) -> String {
    text(bytes).replace('\u{a0}', " ")
}

pub(crate) fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/cases");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    cases.sort();
    cases
}

/// A file of that name and content, for one test.
pub(crate) fn file(name: &str, content: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path
}

/// The embedded catalogue, changed.
pub(crate) fn catalogue(name: &str, change: impl FnOnce(&mut serde_json::Value)) -> PathBuf {
    let mut document = serde_json::from_str(&printed(&["catalogue"], b"{}")).unwrap();
    change(&mut document);
    file(name, &document.to_string())
}
