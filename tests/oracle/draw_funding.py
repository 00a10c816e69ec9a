"""Facts, their proofs and their days, drawn at random."""

from datetime import date, timedelta

from reading.national import FACTS, RATE, STATUT, UNDATED
from writing import Items, day, text

# Rates as JSON may write them.
RATES = (
    "0",
    "-0",
    "0.0",
    "3",
    "9",
    "9.5",
    "9.9",
    "9.99",
    "99e-1",
    "10",
    "10.0",
    "1e1",
    "1E+1",
    "0.1e2",
    "1000e-2",
    "10.01",
    "10.1",
    "10.5",
    "12.5",
    "66.67",
    "99.99",
    "100",
    "100.0",
    "1e2",
)
# Days around which calendars go wrong.
DAYS = ("2024-02-29", "2026-02-28", "2026-08-03", "2026-12-31", "2027-01-01", "2028-02-29", "2030-03-01")
DATED = [fact for fact in FACTS if fact not in UNDATED]


def drawn_day(rng):
    if rng.random() < 0.2:
        return date.fromisoformat(rng.choice(DAYS))
    return date(2024, 1, 1) + timedelta(rng.randrange(3000))


def drawn_case(rng, on, until):
    """The facts and the last days of their proofs."""
    pairs = []
    for key, drawn in (("facts", drawn_facts(rng)), ("validUntil", drawn_dates(rng, on, until))):
        if drawn or rng.random() < 0.5:
            pairs.append((key, drawn))
        elif rng.random() < 0.2:
            pairs.append((key, "null"))
    return pairs


def drawn_facts(rng):
    """From no fact to all of them; how often they are true is drawn too, so that no outcome is rare."""
    facts = list(FACTS)
    rng.shuffle(facts)
    count = rng.randrange(len(facts) + 1)
    truth = rng.choice((0, 0.05, 0.3, 0.7, 1))
    pairs = [(fact, fact_text(rng, fact, truth)) for fact in facts[:count]]
    pairs += [(fact, "null") for fact in facts[count:] if rng.random() < 0.1]
    return pairs


def fact_text(rng, fact, truth):
    if FACTS[fact] is RATE:
        return rng.choice(RATES) if rng.random() < 0.7 else f"{rng.randrange(10_001) / 100:g}"
    if FACTS[fact] is STATUT:
        return text(rng.choice(STATUT))
    return "true" if rng.random() < truth else "false"


def drawn_dates(rng, on, until):
    """Last days of proofs, close to the day of the assessment and to the end of the bilan, on either side."""
    share = rng.choice((0, 0.1, 0.5, 1))
    pairs = []
    for fact in DATED:
        if rng.random() < share:
            edge = rng.choice((on, until)) + timedelta(rng.choice((-1, 0, 1)))
            far = on + timedelta(rng.randrange(-500, 1000))
            pairs.append((fact, "null" if rng.random() < 0.05 else day(edge if rng.random() < 0.7 else far)))
    rng.shuffle(pairs)
    return pairs


def asked(rng):
    """Facts already put to the agent: few, or all but few."""
    facts = list(FACTS)
    rng.shuffle(facts)
    count = rng.choice((0, 1, 3, rng.randrange(len(facts) + 1), len(facts) - 2, len(facts) - 1, len(facts)))
    return Items([text(fact) for fact in facts[:count]])
