//! The *bilan professionnel* of a French centre de gestion, as pure logic.
//!
//! A public agent may take a *bilan professionnel*: a plan of steps inside a budget of hours, at a published price, over
//! four to six months; the FIPHFP, the fund for disability in public service, may pay for it in eleven listed
//! situations. This crate knows the whole offer of the Centre de Gestion du Finistère, reads that of any other centre
//! from a [`Catalogue`], and answers every question about it:
//!
//! | question | module |
//! |---|---|
//! | which variant serves the agent's needs | [`orientation`] |
//! | might the FIPHFP pay | [`funding`] |
//! | which steps, how many hours each | [`plan`] |
//! | at what price | [`pricing`] |
//! | on which days | [`schedule`] |
//! | certificate, invoice, term of payment | [`settlement`] |
//! | all of it for one case, in one dossier | [`simulation`] |
//! | was that the answer, and is it still | [`record`] |
//! | what a new edition of the catalogue changes, and for whom | [`edition`] |
//! | the same as JSON text, for every host | `wire` (feature `wire`, on by default) |
//! | the contract itself: operations, codes, limits, schemas | `contract` (feature `schema`) |
//!
//! ```
//! use bilan_professionnel::funding::{Answers, Fact};
//! use bilan_professionnel::schedule::Calendar;
//! use bilan_professionnel::simulation::{Case, simulate};
//! use bilan_professionnel::Catalogue;
//!
//! let case = Case::new("2026-11-23".parse()?)
//!     .need("preserverSante")
//!     .client("affiliee")
//!     .facts(Answers::new().flag(Fact::Rqth, true))
//!     .calendar(Calendar::new("2026-12-01".parse()?));
//! let dossier = simulate(Catalogue::embedded(), &case)?;
//! assert_eq!(dossier.plan.label, "Bilan prévention");
//! let funding = dossier.funding.ok_or("facts were given, so their funding is told")?;
//! assert!(funding.explanation.contains("pourrait financer ce bilan en totalité"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Design
//! - **Pure**: no input or output, clock, locale, randomness, thread or `unsafe`. Dates come in the request; the same
//!   request gives the same answer, byte for byte, in every host.
//! - **National rules are code, a centre's offer is data**: situations and facts are one declarative table; variants,
//!   steps, needs and tariffs come from the catalogue, and nothing here knows the CDG29's by name.
//! - **Types carry the rules**: [`Hours`] on the half-hour grid, [`Euros`] exact to the cent, [`Date`] that exists.
//! - **Errors are values**: an [`Error`] has a stable code, a path and one French sentence that says what was expected.

#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

pub mod catalogue;
mod codes;
#[cfg(feature = "schema")]
pub mod contract;
pub mod edition;
mod error;
pub mod funding;
mod json;
pub mod limits;
pub mod orientation;
pub mod plan;
pub mod pricing;
mod quoting;
pub mod record;
pub mod schedule;
pub mod settlement;
mod shared;
pub mod simulation;
mod values;
#[cfg(feature = "wire")]
pub mod wire;

/// The example of the README runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub use self::catalogue::Catalogue;
pub use self::error::{Error, ErrorCode, Problem};
pub use self::values::{
    Date, DateError, Euros, EurosError, Hours, HoursError, HoursRange, InvertedRange, Percent, PercentError, french,
};
