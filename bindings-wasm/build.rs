//! Compiles the embedded catalogue, for the module that reads no other.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "module")]
    compile();
}

#[cfg(feature = "module")]
#[expect(clippy::expect_used, reason = "a build that cannot go on says why")]
fn compile() {
    let compiled = bilan_professionnel::Catalogue::embedded()
        .to_compiled()
        .expect("every type of a catalogue has a compiled form");
    let folder = std::env::var_os("OUT_DIR").expect("Cargo names the folder");
    std::fs::write(std::path::Path::new(&folder).join("embedded"), compiled).expect("the folder can be written");
}
