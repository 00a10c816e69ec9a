//! `bindgen IN.wasm OUT.wasm`: what `wasm-bindgen` makes of a module, at the very version of the library, less what a
//! module needs that hands over objects.
//!
//! The exports of the binding carry numbers only. So the table of references to objects, its initialisation, the state
//! kept for the generated JavaScript and that JavaScript itself have no use: the module that comes out imports nothing.

use std::fs;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1);
    let mut argument = || arguments.next().context("usage: bindgen IN.wasm OUT.wasm");
    let (input, output) = (argument()?, argument()?);

    let mut bindgen = Bindgen::new();
    let mut made = bindgen.web(true)?.typescript(false).input_path(input).generate_output()?;
    let module = made.wasm_mut();
    let internal = |name: &&String| name.starts_with("__");
    let names: Vec<String> = module.exports.iter().map(|export| &export.name).filter(internal).cloned().collect();
    for name in names {
        module.exports.remove(name)?;
    }
    walrus::passes::gc::run(module);
    let imports: Vec<String> =
        module.imports.iter().map(|import| format!("{}.{}", import.module, import.name)).collect();
    ensure!(imports.is_empty(), "the module must import nothing, not {}", imports.join(", "));
    fs::write(&output, module.emit_wasm()).with_context(|| format!("writing {}", output.display()))
}
