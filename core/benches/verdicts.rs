//! The typed verdicts, each beside its baseline: `cargo bench --bench verdicts`.
//!
//! Read a ratio as the median of a line over the median of the baseline of its group. Columns of verdicts are given by
//! the item: the time a record takes is the inverse of the throughput.

#![allow(missing_docs, clippy::arithmetic_side_effects)]

use std::hint::black_box;

use bilan_professionnel::funding::{Fact, Facts, decide, decide_many};
use divan::Bencher;
use divan::counter::ItemsCount;

const RECORDS: usize = 100_000;

fn main() {
    divan::main();
}

/// A fixed xorshift: the same facts in every run.
fn words(seed: u64) -> impl Iterator<Item = u32> {
    let mut state = seed;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        u32::try_from(state >> 32).unwrap_or(0)
    })
}

fn column(seed: u64) -> Vec<u32> {
    words(seed).take(RECORDS).collect()
}

/// What a programmer writes first: every fact a boolean, all of them known, one `if` a situation.
#[derive(Clone, Copy)]
struct Agent([bool; Fact::COUNT]);

impl Agent {
    fn from_word(word: u32) -> Self {
        Self(std::array::from_fn(|bit| word >> bit & 1 == 1))
    }

    const fn met(&self) -> u32 {
        let Self(
            [
                elements,
                adaptation,
                rqth,
                taux,
                rente,
                pension,
                reduction,
                militaire,
                pension_militaire,
                pompier,
                allocation,
                terrorisme,
                cmi,
                aah,
                ati,
                fonctionnaire,
                ppr,
                reclassement,
            ],
        ) = *self;
        let mut met = 0;
        if elements && adaptation {
            met |= 1;
        }
        if rqth {
            met |= 1 << 1;
        }
        if taux && rente {
            met |= 1 << 2;
        }
        if pension && reduction {
            met |= 1 << 3;
        }
        if militaire && pension_militaire {
            met |= 1 << 4;
        }
        if pompier && allocation {
            met |= 1 << 5;
        }
        if terrorisme {
            met |= 1 << 6;
        }
        if cmi {
            met |= 1 << 7;
        }
        if aah {
            met |= 1 << 8;
        }
        if ati {
            met |= 1 << 9;
        }
        if (fonctionnaire && ppr) || (!fonctionnaire && reclassement) {
            met |= 1 << 10;
        }
        met
    }
}

#[divan::bench_group(name = "one verdict after another, 100,000 of them")]
mod one {
    use super::{Agent, Bencher, Facts, ItemsCount, RECORDS, black_box, column, decide};

    #[divan::bench]
    fn baseline_if_chain_over_booleans(bencher: Bencher<'_, '_>) {
        let agents: Vec<Agent> = column(1).into_iter().map(Agent::from_word).collect();
        bencher.counter(ItemsCount::new(RECORDS)).bench_local(|| {
            for agent in &agents {
                black_box(black_box(agent).met());
            }
        });
    }

    #[divan::bench]
    fn decide_three_valued(bencher: Bencher<'_, '_>) {
        let agents: Vec<Facts> =
            column(1).into_iter().zip(column(2)).map(|(known, values)| Facts::from_masks(known, values)).collect();
        bencher.counter(ItemsCount::new(RECORDS)).bench_local(|| {
            for facts in &agents {
                black_box(decide(*black_box(facts)));
            }
        });
    }
}

#[divan::bench_group(name = "columns of 100,000")]
mod columns {
    use super::{Bencher, ItemsCount, RECORDS, black_box, column, decide_many};

    #[divan::bench]
    fn baseline_copy_of_the_same_bytes(bencher: Bencher<'_, '_>) {
        let (known, values) = (column(1), column(2));
        let (mut one, mut other) = (vec![0; RECORDS], vec![0; RECORDS]);
        bencher.counter(ItemsCount::new(RECORDS)).bench_local(|| {
            black_box(&mut one).copy_from_slice(black_box(&known));
            black_box(&mut other).copy_from_slice(black_box(&values));
        });
    }

    #[divan::bench]
    fn decide_many_three_valued(bencher: Bencher<'_, '_>) {
        let (known, values) = (column(1), column(2));
        let mut verdicts = vec![0; RECORDS];
        bencher
            .counter(ItemsCount::new(RECORDS))
            .bench_local(|| decide_many(black_box(&known), black_box(&values), black_box(&mut verdicts)));
    }
}
