"""Requests drawn at random, from a seed: most of them valid, some with one fault."""

import json
from collections import namedtuple
from datetime import date, timedelta

from faults import FAULTS, FLAGS
from verdicts import FACTS, RATE, STATUT

# The text of a request, and the (kind, code, path) of the fault put into it, if any.
Drawn = namedtuple("Drawn", "text fault")

FAULTY = 0.1  # share of the requests that get a fault

# Rates as JSON may write them. At most 15 significant digits: those are what a binary float keeps apart.
RATES = ("0", "-0", "0.0", "3", "9", "9.5", "9.9", "9.99", "9.99999999999999", "99999e-4",
         "10", "10.0", "1e1", "1E+1", "0.1e2", "1000e-2",
         "10.01", "10.0000000000001", "10.5", "12.5", "66.67", "99.99", "100", "100.00", "1e2")
# Days around which calendars go wrong.
DAYS = ("2024-02-29", "2026-02-28", "2026-12-31", "2027-01-01", "2028-02-29", "2030-03-01")


def valid(rng):
    """A valid request: pairs of a key and a JSON text, or pairs again."""
    on = date.fromisoformat(rng.choice(DAYS))
    if rng.random() < 0.8:
        on = date(2024, 1, 1) + timedelta(rng.randrange(3000))
    until = on + timedelta(rng.choice((0, 0, 1, 2, rng.randrange(3, 400), rng.randrange(100, 200))))
    request = [("on", day(on))]
    has_until = rng.random() < 0.75
    if has_until:
        request.append(("until", day(until)))
    elif rng.random() < 0.2:
        request.append(("until", "null"))
    facts = drawn_facts(rng)
    dates = drawn_dates(rng, on, until if has_until else None)
    for key, pairs in (("facts", facts), ("validUntil", dates)):
        if pairs or rng.random() < 0.5:
            request.append((key, pairs))
        elif rng.random() < 0.2:
            request.append((key, "null"))
    rng.shuffle(request)
    return request


def drawn_facts(rng):
    """From no fact to all of them; how often they are true is drawn too, so that no outcome is rare."""
    facts = list(FACTS)
    rng.shuffle(facts)
    count = rng.randrange(len(facts) + 1)
    truth = rng.choice((0, 0.05, 0.3, 0.7, 1))
    pairs = [(fact, fact_text(rng, fact, truth)) for fact in facts[:count]]
    return pairs + [(fact, "null") for fact in facts[count:] if rng.random() < 0.1]


def fact_text(rng, fact, truth):
    if FACTS[fact] is RATE:
        return rng.choice(RATES) if rng.random() < 0.7 else f"{rng.randrange(10_001) / 100:.2f}"
    if FACTS[fact] is STATUT:
        return f'"{rng.choice(STATUT)}"'
    return "true" if rng.random() < truth else "false"


def drawn_dates(rng, on, until):
    """Last days of proofs, close to the day of the assessment and to the end of the bilan, on either side."""
    end = until or on
    share = rng.choice((0, 0.1, 0.5, 1))
    pairs = []
    for fact in FLAGS:
        if rng.random() < share:
            edge = rng.choice((on, end)) + timedelta(rng.choice((-1, 0, 1)))
            far = on + timedelta(rng.randrange(-500, 1000))
            pairs.append((fact, "null" if rng.random() < 0.05 else day(edge if rng.random() < 0.7 else far)))
    rng.shuffle(pairs)
    return pairs


def day(value):
    return f'"{value.isoformat()}"'


def draw(rng, count):
    for _ in range(count):
        request, fault = valid(rng), None
        if rng.random() < FAULTY:
            kind, damage = rng.choice(FAULTS)
            fault = (kind, *damage(rng, request))
            for pairs in [request] + [value for _, value in request if isinstance(value, list)]:
                rng.shuffle(pairs)  # the fault may stand anywhere
        yield Drawn(write(request), fault)


def exhaustive(situations):
    """Every state of the facts of each situation, the other facts being all unknown, then all at their first value."""
    for situation in situations:
        states = [[]]
        for fact in situation.facts:
            states = [state + more for state in states for more in [[]] + [[(fact, value)] for value in FACTS[fact]]]
        for others in ([], [(fact, values[0]) for fact, values in FACTS.items() if fact not in situation.facts]):
            for state in states:
                facts = [(fact, json.dumps(value, default=float)) for fact, value in state + others]
                yield Drawn(write([("on", '"2026-12-01"'), ("facts", facts)]), None)


def write(value):
    if isinstance(value, str):
        return value
    return "{" + ",".join([f'"{key}":{write(part)}' for key, part in value]) + "}"
