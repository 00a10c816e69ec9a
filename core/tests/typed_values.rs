//! Typed values, as a Rust program without the text layer meets them.

#![allow(clippy::unwrap_used, clippy::float_cmp, missing_docs)]
