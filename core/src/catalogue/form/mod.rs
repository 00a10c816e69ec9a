//! The form of a catalogue document: which members each of its objects has, and what each may hold.
//!
//! One table ([`members`]) says it for all who need it: the reader that finds every fault of a document at once
//! ([`examination`]), and the JSON Schema that an editor completes from. What joins members to one another (a code that
//! must be defined, tariffs that may not overlap) is not a matter of form, and stands in the check.

mod examination;
mod members;
mod mended;
#[cfg(feature = "schema")]
mod schema;
mod text;
mod to_write;
#[cfg(feature = "schema")]
mod words;

pub(super) use self::examination::{Examination, examine};
pub(super) use self::members::OFFER;
#[cfg(feature = "schema")]
pub(super) use self::schema::schema;
use crate::values::Hours;

/// What a member may hold.
#[derive(Debug)]
pub(super) enum Kind {
    /// A text of one line, with something to see, of so many characters at most.
    Text(usize),
    /// A code that is defined here.
    Code,
    /// A code that is defined elsewhere in the document.
    Reference,
    /// The code of a situation of the FIPHFP's list.
    Situation,
    /// One of these codes.
    Choice(&'static [&'static str]),
    /// An address that begins with `https://`.
    Address,
    /// True or false.
    Flag,
    /// A whole number between two bounds.
    Count(u32, u32),
    /// Hours between two bounds.
    Hours(Hours, Hours),
    /// The grid on which hours count.
    Granularity,
    /// A day.
    Date,
    /// An amount in euros.
    Amount,
    /// A percentage.
    Rate,
    /// A list of at least and at most so many elements.
    List(&'static Kind, usize, usize),
    /// A list of references or choices, none of them twice, of at least and at most so many elements.
    Distinct(&'static Kind, usize, usize),
    /// An object.
    Object(&'static Form),
    /// One of these codes, or an object.
    Either(&'static [&'static str], &'static Form),
}

/// An object of the document.
#[derive(Debug)]
pub(super) struct Form {
    /// The name of its type.
    #[cfg_attr(not(feature = "schema"), expect(dead_code, reason = "only a schema names types"))]
    pub(super) name: &'static str,
    pub(super) members: &'static [Member],
    pub(super) rule: Rule,
}

/// A member of an object. For one that is optional, `null` and absent mean the same.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) required: bool,
}

/// What the members of an object must satisfy together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// Nothing.
    Free,
    /// Exactly one of them stands.
    One,
    /// `min` is not above `max`.
    Ordered,
}

impl Form {
    /// Finds the member of that name.
    pub(super) fn member(&self, name: &str) -> Option<&'static Member> {
        self.members.iter().find(|member| member.name == name)
    }
}
