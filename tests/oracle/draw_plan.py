"""Plans drawn at random, around the edges of what a variant can have."""

from decimal import Decimal

from writing import maybe, numeral, text

HALF = Decimal("0.5")


def drawn_plan(rng, offer, tame=False):
    """A plan request; a tame one can be had."""
    variant = rng.choice(list(offer.VARIANTS))
    rows = offer.VARIANTS[variant]
    fixed = drawn_fixed(rng, rows, tame)
    kickoff = rng.choice((None, None, None, "true", "false", "null"))
    if tame:
        fixed.pop(offer.KICKOFF, None) if kickoff in ("true", "false") or variant == "developpement" else None
        kickoff = None if variant == "developpement" and kickoff == "false" else kickoff
    pairs = [("variant", text(variant))]
    if kickoff:
        pairs.append(("kickoffMeeting", kickoff))
    if fixed or rng.random() < 0.2:
        pairs.append(("fixed", [(code, numeral(rng, hours)) for code, hours in fixed.items()]))
        rng.shuffle(pairs[-1][1])
    held = kickoff != "false" and fixed.get(offer.KICKOFF) != 0
    kept = [step for step in rows if held or step.code != offer.KICKOFF]
    low = sum(fixed.get(step.code, step.low) for step in kept)
    high = sum(fixed.get(step.code, step.high) for step in kept)
    share = 1 if tame and not low <= offer.STATED[variant] <= high else 0.65
    maybe(rng, pairs, "hours", lambda: numeral(rng, total(rng, Decimal(low), Decimal(high), tame)), share)
    return pairs


def drawn_fixed(rng, rows, tame):
    """Hours decided for some steps, inside and outside their ranges."""
    if rng.random() < 0.45:
        return {}
    if not tame and rng.random() < 0.02:
        return {step.code: Decimal(0) for step in rows}
    if rng.random() < 0.2:
        return {rng.choice(rows).code: Decimal(0)}
    most = len(rows) if rng.random() < 0.05 else 4
    steps = rng.sample(rows, rng.randrange(1, most + 1))
    fixed = {step.code: fixed_value(rng, step) for step in steps}
    if tame and rng.random() < 0.6:
        # Within the example, so that the published amount may hold.
        fixed = {step.code: within(rng, step.low, step.high) for step in steps}
    return fixed


def within(rng, low, high):
    return low + rng.randrange(int((high - low) / HALF) + 1) * HALF


def fixed_value(rng, step):
    return rng.choice(
        (
            Decimal(0),
            step.low,
            step.high,
            within(rng, step.low, step.high),
            step.high + HALF,
            max(step.low - HALF, HALF),
            within(rng, HALF, Decimal(6)),
            rng.choice((Decimal(12), Decimal(40))),
        )
    )


def total(rng, low, high, tame):
    kind = rng.random()
    if high == 0 and kind < 0.7:
        return high
    if not tame and kind < 0.08:
        return max(Decimal(0), rng.choice((low - HALF, high + HALF, Decimal(0), low - 3, high + 7)))
    if kind < 0.25:
        return rng.choice((low, high)) or high or HALF
    return within(rng, low, high) or high or HALF


def drawn_hours(rng, offer, variant):
    """Hours alone, for a quote: around the reference, in the range of the example, and beyond."""
    rows, stated = offer.VARIANTS[variant], offer.STATED[variant]
    if rng.random() < 0.5:
        return stated + rng.choice((-2, -1, 0, 0, 1, 2)) * HALF + rng.choice((0, 0, 0, 1, 2))
    low, high = sum(step.low for step in rows), sum(step.high for step in rows)
    return rng.choice(
        (low - 1, low - HALF, low, high, high + HALF, high + 1, within(rng, low, high), within(rng, HALF, high))
    )
