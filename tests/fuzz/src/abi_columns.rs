//! Columns of verdicts, as a program lays them out: apart, overlapping, misaligned, absent.

use std::ptr;

use arbitrary::Arbitrary;
use bilan::bilan_funding_decide_many;
use bilan_professionnel::funding::{Facts, decide};

use crate::abi::{INVALID_ARGUMENT, OK};
use crate::canary;

/// A batch: where each column begins in one block, in bytes, and how many words it has.
#[derive(Arbitrary, Debug)]
pub struct Batch {
    known: Start,
    values: Start,
    verdicts: Start,
    length: Length,
    seed: u32,
}

#[derive(Arbitrary, Debug)]
enum Start {
    Null,
    /// At a whole word.
    Word(u8),
    /// At any byte.
    Byte(u16),
}

#[derive(Arbitrary, Debug)]
enum Length {
    /// As many words as fit from the last start on.
    Fitting(u8),
    /// More words than an address space has.
    Impossible(usize),
}

const BLOCK: usize = 1_024;

impl Start {
    fn offset(&self) -> Option<usize> {
        match self {
            Self::Null => None,
            Self::Word(word) => Some(usize::from(*word) * 4 % BLOCK),
            Self::Byte(byte) => Some(usize::from(*byte) % BLOCK),
        }
    }
}

impl Batch {
    /// Verdicts like those of one call each, or a refusal that leaves every word as it was.
    pub fn decide(&self) {
        let offsets = [&self.known, &self.values, &self.verdicts].map(Start::offset);
        let last = offsets.iter().flatten().max().copied().unwrap_or(0);
        let room = (BLOCK - last) / 4;
        let length = match self.length {
            Length::Fitting(words) => usize::from(words).min(room),
            // From here on a column of words is larger than any object can be.
            Length::Impossible(words) => words.max(isize::MAX as usize / 4 + 1),
        };
        let mut word = self.seed;
        let mut block: Box<[u32]> = (0..BLOCK / 4)
            .map(|_| {
                word = word.wrapping_mul(0x915F_77F5).rotate_left(11) ^ 1;
                word
            })
            .collect();
        let before = block.clone();

        let start = block.as_mut_ptr().cast::<u8>();
        let column = |offset: Option<usize>| offset.map_or(ptr::null_mut(), |offset| start.wrapping_add(offset).cast());
        let [known, values, verdicts] = offsets.map(column);
        // SAFETY: every column is NULL, or has so many words within the block, or cannot have them and is refused.
        let status = unsafe { bilan_funding_decide_many(known, values, length, verdicts) };
        let expected = if is_possible(offsets, length) { OK } else { INVALID_ARGUMENT };
        assert_eq!(status, expected, "{self:?}");

        let mut after = before.clone();
        if let ([Some(known), Some(values), Some(verdicts)], true) =
            (offsets.map(|offset| offset.map(|byte| byte / 4)), status == OK)
        {
            for index in 0..length {
                after[verdicts + index] =
                    decide(Facts::from_masks(before[known + index], before[values + index])).bits();
            }
            if canary::planted() && length > 0 {
                block[verdicts] ^= 1;
            }
        }
        assert!(block == after, "{self:?}");
    }
}

/// Said anew: all there, at whole words, of a possible size, and the one written apart from the two read.
fn is_possible(offsets: [Option<usize>; 3], length: usize) -> bool {
    if length == 0 {
        return true;
    }
    let [Some(known), Some(values), Some(verdicts)] = offsets else { return false };
    let Some(size) = length.checked_mul(4).filter(|size| *size <= BLOCK) else { return false };
    let aligned = [known, values, verdicts].iter().all(|offset| offset % 4 == 0);
    let apart = |read: usize| read + size <= verdicts || verdicts + size <= read;
    aligned && apart(known) && apart(values)
}
