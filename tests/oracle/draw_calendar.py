"""Calendars and attended sessions drawn at random."""

from datetime import date, timedelta
from decimal import Decimal

from reading.days import WEEKDAYS, plus_months
from writing import Items, day, maybe, numeral, text, write

QUARTER = Decimal("0.25")
LONGEST = [Decimal(hours) for hours in ("0.5", "1", "1", "1", "1.5", "1.5", "2", "2", "2.5", "3", "4", "4.5")]


def drawn_calendar(rng, exchanges, monthly=False):
    """What a calendar needs, but for the plan."""
    pairs = [("exchangesOn", day(exchanges))]
    maybe(rng, pairs, "startOn", lambda: day(drawn_start(rng, exchanges)), 0.5)
    cadence = rng.choice((None, None, "auto", "auto", "weekly", "fortnightly", "null"))
    if monthly and rng.random() < 0.04:
        cadence = "monthly"
    if cadence:
        pairs.append(("cadence", cadence if cadence == "null" else text(cadence)))
    maybe(rng, pairs, "weekday", lambda: text(rng.choice(WEEKDAYS)), 0.6)
    maybe(rng, pairs, "closures", lambda: drawn_closures(rng, exchanges, cadence), 0.5)
    maybe(rng, pairs, "maxSessionHours", lambda: numeral(rng, rng.choice(LONGEST)), 0.55)
    return pairs


def drawn_start(rng, exchanges):
    """A start wished: around the end of the delay, months later, and around the two years."""
    if rng.random() < 0.03:
        return plus_months(exchanges, 24) + timedelta(rng.choice((0, 1, 1, 30)))
    return exchanges + timedelta(rng.choice((0, 27, 28, 29, 35, rng.randrange(-50, 100), rng.randrange(0, 700))))


def drawn_closures(rng, exchanges, cadence):
    closures = Items()
    for _ in range(rng.choice((0, 1, 1, 2, 3))):
        first = exchanges + timedelta(rng.choice((0, 28, rng.randrange(-10, 250), rng.randrange(-10, 250))))
        days = rng.choice((0, 0, 1, 5, 11, 13, 20, rng.randrange(0, 90)))
        if rng.random() < 0.02:
            days = 1200
            if cadence not in ("weekly", "fortnightly", "monthly"):
                first = exchanges  # a mix of cadences could end before what closes later: left open
        pair = [("from", day(first)), ("to", day(first + timedelta(days)))]
        if rng.random() < 0.005:
            pair = [("from", day(first)), ("to", day(first - timedelta(1)))]
        closures.append(pair)
    return closures


def drawn_settlement(rng, reading, plan):
    """Sessions attended: those of the plan's own calendar, exactly or nearly, or any."""
    exchanges = date(2026, 1, 1) + timedelta(rng.randrange(800))
    entries = (
        from_calendar(rng, reading, plan, exchanges)
        if rng.random() < 0.6
        else any_entries(rng, reading, plan, exchanges)
    )
    pairs = [("attended", Items([written(rng, entry) for entry in entries]))]
    alone = made(reading, plan).autonomous
    maybe(
        rng,
        pairs,
        "autonomousHours",
        lambda: numeral(
            rng,
            rng.choice((alone, alone, alone + QUARTER, max(alone - QUARTER, QUARTER), QUARTER * rng.randrange(1, 40))),
        ),
        0.7,
    )
    last = max([entry[0] for entry in entries], default=exchanges)
    maybe(rng, pairs, "invoiceReceivedOn", lambda: day(last + timedelta(rng.choice((-1, 0, 1, 30, -40)))), 0.7)
    return pairs


def made(reading, plan):
    return reading.plan.plan_of(reading.requests.read("plan", reading.reader.parse(write(plan))))


def from_calendar(rng, reading, plan, exchanges):
    """The sessions of the calendar, after the kickoff where the plan has one: complete, unless some hours are off."""
    whole = made(reading, plan)
    try:
        calendar = reading.schedule.calendars({"exchangesOn": exchanges}, whole)[0]
    except reading.faults.Open:
        return any_entries(rng, reading, plan, exchanges)
    entries = [(when, hours, step if rng.random() < 0.5 else None) for when, step, hours in calendar.sessions]
    if whole.kickoff and rng.random() < 0.8:
        entries.insert(0, (exchanges, whole.kickoff_hours, "reunionDemarrage" if rng.random() < 0.7 else None))
    off = rng.choice((0, 0, 0, -QUARTER, QUARTER))
    when, hours, step = entries[-1]
    entries[-1] = (when, max(hours + off, QUARTER), step)
    if rng.random() < 0.1:
        del entries[rng.randrange(len(entries))]
    if rng.random() < 0.1:
        rng.shuffle(entries)
    return [(when, min(hours, Decimal(24)), step) for when, hours, step in entries]


def any_entries(rng, reading, plan, exchanges):
    steps = [step.code for step in reading.offer.VARIANTS[dict(plan)["variant"].strip('"')]]
    entries = []
    for _ in range(rng.choice((0, 1, 2, 4, 8))):
        when = exchanges + timedelta(rng.choice((0, 1, 2, rng.randrange(250))))
        hours = QUARTER * rng.choice((1, 4, 5, 8, 16, 31, 32, 33, 96, rng.randrange(1, 97)))
        entries.append((when, hours, rng.choice((None, None, rng.choice(steps), "reunionDemarrage"))))
    return entries


def written(rng, entry):
    when, hours, step = entry
    pairs = [("date", day(when)), ("hours", numeral(rng, hours))]
    maybe(rng, pairs, "step", text(step) if step else "null", 1 if step else 0.2)
    return pairs
