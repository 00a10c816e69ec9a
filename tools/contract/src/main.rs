//! `contract`: writes every host's copy of the contract; with `--check` it writes nothing and names those out of date.

use std::process::ExitCode;

use anyhow::{Result, bail};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("contract: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let check = match std::env::args().nth(1).as_deref() {
        None => false,
        Some("--check") => true,
        Some(_) => bail!("usage: contract [--check]"),
    };
    if check {
        let stale = contract::stale()?;
        if !stale.is_empty() {
            bail!("out of date, run `cargo run -p contract`:\n{}", stale.join("\n"));
        }
        return Ok(());
    }
    for path in contract::write()? {
        println!("{path}");
    }
    let (missing, unused) = contract::french()?;
    for key in missing {
        eprintln!("tools/contract/src/french.txt has no text for {key}");
    }
    for key in unused {
        eprintln!("tools/contract/src/french.txt has a text that serves nothing: {key}");
    }
    Ok(())
}
