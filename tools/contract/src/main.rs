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
    let files = contract::files()?;
    if check {
        let mut stale = contract::stale(&files)?;
        stale.extend(contract::stale(&contract::headers()?)?);
        if !stale.is_empty() {
            bail!("out of date, run `cargo run -p contract`:\n{}", stale.join("\n"));
        }
        return Ok(());
    }
    let mut written = contract::write(&files)?;
    written.extend(contract::write(&contract::headers()?)?);
    for path in written {
        println!("{path}");
    }
    Ok(())
}
