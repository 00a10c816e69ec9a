//! What crosses crates; see the test targets.
