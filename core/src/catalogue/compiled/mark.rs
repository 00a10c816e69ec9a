//! The byte before each value, which says of what kind it is.

/// Nothing: a member that is absent.
pub(super) const NOTHING: u8 = 0;
pub(super) const FALSE: u8 = 1;
pub(super) const TRUE: u8 = 2;
/// A whole number follows.
pub(super) const WHOLE: u8 = 3;
/// The eight bytes of a fraction follow.
pub(super) const FRACTION: u8 = 4;
/// A length follows, and as many bytes of UTF-8.
pub(super) const TEXT: u8 = 5;
/// A length follows, and as many values.
pub(super) const LIST: u8 = 6;
/// The members of a type follow, in their order.
pub(super) const MEMBERS: u8 = 7;
/// The name of a variant follows as a text, and what it carries.
pub(super) const VARIANT: u8 = 8;
