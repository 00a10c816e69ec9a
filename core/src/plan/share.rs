//! Fair and steady sharing of units of time: the method of Sainte-Laguë (Webster).

/// Shares `seats` between claimants of the given weights, none having more seats than its weight.
///
/// One seat at a time goes to the highest claim, weight ÷ (2 × seats had + 1), the first of the list among equals.
/// House-monotone by construction: the division of one seat more is this one, plus a seat.
pub(super) fn share(weights: &[u32], seats: u32) -> Vec<u32> {
    let mut shares: Vec<Claim> = weights.iter().map(|weight| Claim { weight: *weight, seats: 0 }).collect();
    for _ in 0..seats {
        let open = shares.iter_mut().filter(|claim| claim.seats < claim.weight);
        let Some(best) = open.reduce(|best, claim| if claim.exceeds(best) { claim } else { best }) else { break };
        best.seats = best.seats.saturating_add(1);
    }
    shares.into_iter().map(|claim| claim.seats).collect()
}

struct Claim {
    weight: u32,
    seats: u32,
}

impl Claim {
    fn exceeds(&self, other: &Self) -> bool {
        let divisor = |claim: &Self| u64::from(claim.seats).saturating_mul(2).saturating_add(1);
        u64::from(self.weight).saturating_mul(divisor(other)) > u64::from(other.weight).saturating_mul(divisor(self))
    }
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "small numbers, lists of known length")]
mod tests {
    use proptest::prelude::*;

    use super::share;

    proptest! {
        #[test]
        fn one_seat_more_takes_none_from_anybody(weights in prop::collection::vec(0u32..20, 1..12), seats in 0u32..120) {
            let (fewer, more) = (share(&weights, seats), share(&weights, seats + 1));
            for (fewer, more) in fewer.iter().zip(&more) {
                prop_assert!(more >= fewer);
            }
        }

        #[test]
        fn every_seat_is_shared_while_there_is_room(weights in prop::collection::vec(0u32..20, 1..12), seats in 0u32..240) {
            let total: u32 = weights.iter().sum();
            prop_assert_eq!(share(&weights, seats).iter().sum::<u32>(), seats.min(total));
        }

        #[test]
        fn equal_weights_differ_by_one_seat_at_most(weight in 1u32..20, count in 1usize..12, seats in 0u32..240) {
            let shares = share(&vec![weight; count], seats);
            let (least, most) = (shares.iter().min(), shares.iter().max());
            prop_assert!(most.zip(least).is_some_and(|(most, least)| most - least <= 1));
        }

        #[test]
        fn a_share_is_within_one_seat_of_its_proportion(wide in 1u32..30, narrow in 1u32..30, seats in 0u32..60) {
            // With two claimants the method stays within quota.
            let total = wide + narrow;
            let seats = seats.min(total);
            let shares = share(&[wide, narrow], seats);
            prop_assert!((shares[0] * total).abs_diff(wide * seats) < total);
        }
    }
}
