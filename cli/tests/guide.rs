//! Every command of the guide runs as it is written.

#![cfg(unix)]
#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

use support::text;

#[test]
fn every_command_of_the_guide_runs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide");
    drop(fs::remove_dir_all(&folder));
    for part in ["cases", "catalogues"] {
        let copy = folder.join("examples").join(part);
        fs::create_dir_all(&copy).unwrap();
        for entry in fs::read_dir(root.join("examples").join(part)).unwrap().map(Result::unwrap) {
            fs::copy(entry.path(), copy.join(entry.file_name())).unwrap();
        }
    }
    let program = Path::new(env!("CARGO_BIN_EXE_bilan")).parent().unwrap();
    let path = env::join_paths([program.to_owned()].into_iter().chain(env::split_paths(&env::var_os("PATH").unwrap())));
    let guide = fs::read_to_string(root.join("docs/commande.md")).unwrap();
    let commands: Vec<&str> = guide.lines().filter(|line| line.starts_with("bilan ")).collect();
    assert!(commands.len() >= 15);
    for command in commands {
        let mut shell = Command::new("sh");
        shell.args(["-c", command]).current_dir(&folder).env("PATH", path.as_ref().unwrap()).stdin(Stdio::null());
        let output = shell.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{command}: {}", text(&output.stderr));
    }
}
