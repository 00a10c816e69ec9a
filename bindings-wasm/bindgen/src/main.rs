//! `bindgen IN.wasm OUT.wasm [OUT.js]`: what `wasm-bindgen` makes of a module, at the very version of the library.
//!
//! Without `OUT.js`, less what a module needs that hands over objects: the exports of the binding carry numbers only. So
//! the table of references to objects, its initialisation, the state kept for the generated JavaScript and that
//! JavaScript itself have no use: the module that comes out imports nothing.
//!
//! With it, the module that hands over objects, and its JavaScript, as a function that makes what one instance needs: a
//! module that is started again must meet no state of the instance before.

mod connected;

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    match arguments.as_slice() {
        [input, output] => alone(input.as_ref(), output.as_ref()),
        [input, output, script] => connected::write(input.as_ref(), output.as_ref(), script.as_ref()),
        _ => anyhow::bail!("usage: bindgen IN.wasm OUT.wasm [OUT.js]"),
    }
}

/// The module that needs no JavaScript.
fn alone(input: &Path, output: &Path) -> Result<()> {
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
    fs::write(output, module.emit_wasm()).with_context(|| format!("writing {}", output.display()))
}
