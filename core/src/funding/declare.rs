//! What makes types of the rows of the table.

/// Declares the facts and the situations of rows: an enum each, in the order of the rows, with its rows beside it.
///
/// The list may be given in several parts, so that a later table is the earlier one and what it adds.
macro_rules! declare {
    (
        $(
            facts { $( $(#[doc = $fact_doc:literal])+ $fact:ident = $fact_bit:literal => $fact_row:expr; )+ }
            situations { $( $(#[doc = $doc:literal])+ $situation:ident = $bit:literal => $row:expr; )+ }
        )+
    ) => {
        /// A fact about the agent. Declared in the order of the table, which is the order of every list.
        ///
        /// In a mask it stands at [`Fact::bit`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
        #[repr(u8)]
        pub enum Fact {
            $( $( $(#[doc = $fact_doc])+ $fact, )+ )+
        }

        impl Fact {
            /// All of them, in order.
            pub const ALL: [Self; Self::COUNT] = [$( $( Self::$fact, )+ )+];

            /// How many facts there are.
            pub const COUNT: usize = Self::ROWS.len();

            const ROWS: &'static [FactRow] = &[$( $( FactRow { bit: $fact_bit, ..$fact_row }, )+ )+];

            #[expect(clippy::indexing_slicing, reason = "as many rows as facts")]
            pub(super) const fn row(self) -> &'static FactRow {
                &Self::ROWS[self as usize]
            }
        }

        /// A situation that the list names. Declared in the order of the table, which is the order of every list.
        ///
        /// In a verdict it stands at [`Situation::bit`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
        #[repr(u8)]
        pub enum Situation {
            $( $( $(#[doc = $doc])+ $situation, )+ )+
        }

        impl Situation {
            /// All of them, in order, whenever they are in force.
            pub const ALL: [Self; Self::COUNT] = [$( $( Self::$situation, )+ )+];

            /// How many situations there are.
            pub const COUNT: usize = Self::ROWS.len();

            const ROWS: &'static [SituationRow] = &[$( $( SituationRow { bit: $bit, ..$row }, )+ )+];

            #[expect(clippy::indexing_slicing, reason = "as many rows as situations")]
            pub(super) const fn row(self) -> &'static SituationRow {
                &Self::ROWS[self as usize]
            }
        }

        const _: () = {
            check_facts(Fact::ROWS);
            check_situations(Situation::ROWS);
        };
    };
}
