//! The *bilan professionnel* for JavaScript.
//!
//! | feature | what it gives |
//! |---|---|
//! | `module`, the default | what the module of the npm package exports: texts and numbers through its memory |
//! | `catalogues`, on by default | other centres' catalogues in that module, which is larger for it |
//! | `objects` | for a front end written in Rust, that links this crate: requests and results as JavaScript objects, by `serde-wasm-bindgen` |
//!
//! A front end takes `default-features = false, features = ["objects"]`, so that its own exports stand alone.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

#[cfg(feature = "module")]
mod embedded;
#[cfg(feature = "module")]
mod module;
#[cfg(feature = "objects")]
pub mod objects;
#[cfg(feature = "module")]
mod room;

#[cfg(feature = "module")]
pub use self::module::*;
