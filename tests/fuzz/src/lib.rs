//! What the fuzz targets share: catalogues, requests, and the laws that every answer must obey.
//!
//! A law that does not hold panics, and libFuzzer keeps the input.

pub mod abi;
pub mod abi_columns;
pub mod answer;
pub mod canary;
pub mod case;
pub mod centre;
pub mod funding;
pub mod plan;
pub mod respelling;
pub mod samples;
pub mod schedule;
