"""Requests that no draw has to find: every state of a small space, and both sides of every limit."""

import json
from datetime import date, timedelta

from draw import Drawn
from reading.national import FACTS
from writing import Items, day, text, write


def edges(reading):
    """An operation and the text of its request."""
    for operation, found in (
        ("funding", facts(reading)),
        ("recommend", needs(reading.offer)),
        ("plan", plans(reading.offer)),
        ("quote", quotes(reading.offer)),
        ("schedule", calendars(reading.offer)),
        ("settle", sessions()),
        ("simulate", cases(reading)),
        ("catalogue", ([], [("id", '"cdg29"')], [("variants", "null")])),
    ):
        for pairs in found:
            yield Drawn(operation, write(pairs))


def facts(reading):
    """Every state of the facts of each situation, the other facts being all unknown, then all at their first value."""
    for situation in reading.funding.table():
        states = [[]]
        for fact in situation.facts:
            states = [state + more for state in states for more in [[]] + [[(fact, value)] for value in FACTS[fact]]]
        for others in ([], [(fact, values[0]) for fact, values in FACTS.items() if fact not in situation.facts]):
            for state in states:
                facts = [(fact, json.dumps(value, default=float)) for fact, value in state + others]
                yield [("on", '"2026-12-01"'), ("facts", facts)]


def needs(offer):
    """Every need, and every pair of needs."""
    for one in offer.NEEDS:
        yield [("needs", Items([text(one)]))]
        for other in offer.NEEDS:
            if other != one:
                yield [("needs", Items([text(one), text(other)]))]


def plans(offer):
    """Every variant with every total, with its kickoff or without."""
    for variant in offer.VARIANTS:
        for units in range(70):
            for kickoff in ("null", "true", "false"):
                yield [("variant", text(variant)), ("hours", f"{units / 2:g}"), ("kickoffMeeting", kickoff)]


def quotes(offer):
    """The price of every plan, and of every total but 0, of which the documents say two things."""
    for plan in plans(offer):
        yield [("plan", plan), ("client", '"affiliee"')]
    for variant in offer.VARIANTS:
        for units in range(1, 70):
            yield [("variant", text(variant)), ("hours", f"{units / 2:g}"), ("client", '"affiliee"')]


def calendars(offer):
    """Calendars of all lengths, with a closure of many weeks or none, from days that end on either side of a limit."""
    for variant, rows in offer.VARIANTS.items():
        for hours in (sum(step.low for step in rows), offer.STATED[variant], sum(step.high for step in rows)):
            for longest in ("1", "1.5", "2", "4.5"):
                for weeks in (0, 5, 9, 11):
                    exchanges = date(2026, 9, 7) + timedelta(weeks)
                    closed = exchanges + timedelta(60)
                    closures = [("from", day(closed)), ("to", day(closed + timedelta(7 * weeks)))]
                    plan = [("variant", text(variant)), ("hours", f"{hours:f}")]
                    yield [
                        ("plan", plan),
                        ("exchangesOn", day(exchanges)),
                        ("maxSessionHours", longest),
                        ("closures", Items([closures] if weeks else [])),
                    ]
    # The next open day is before the end of two years, or after it.
    for weeks in (103, 106):
        closed = [("from", '"2027-01-13"'), ("to", day(date(2027, 1, 12) + timedelta(7 * weeks)))]
        for cadence in ("weekly", "fortnightly"):
            yield [
                ("plan", [("variant", '"horizon"')]),
                ("exchangesOn", '"2026-12-14"'),
                ("cadence", text(cadence)),
                ("startOn", '"2027-01-12"'),
                ("closures", Items([closed])),
            ]
    others = [(step.code, "0") for step in offer.VARIANTS["evolution"] if step.code != "analyseDemande"]
    plan = [("variant", '"evolution"'), ("fixed", others), ("hours", "2")]
    yield [("plan", plan), ("exchangesOn", '"2026-12-01"')]
    # The agent ends alone: no session follows the field work.
    dropped = [(code, "0") for code in ("analyseProjets", "planAction", "synthese", "reunionCloture")]
    plan = [("variant", '"evolution"'), ("fixed", dropped), ("hours", "14")]
    yield [("plan", plan), ("exchangesOn", '"2026-12-01"')]


def sessions():
    """Hours of one session, and of two on one day, around every limit."""
    plan, when = [("variant", '"evolution"')], '"2027-01-12"'
    for one in ("0", "0.1", "0.25", "7.75", "8", "8.25", "14", "14.25", "23.75", "24", "24.25", "25"):
        for other in (None, "0.25", "8"):
            entries = [[("date", when), ("hours", hours)] for hours in (one, other) if hours]
            yield [("plan", plan), ("attended", Items(entries)), ("autonomousHours", "4")]


def cases(reading):
    """A case assessed on the days around the end of its calendar."""
    plan = reading.plan.plan_of({"variant": "evolution"})
    exchanges = date(2026, 12, 1)
    ends = reading.schedule.calendars({"exchangesOn": exchanges}, plan)[0].ends
    for days in (-200, -1, 0, 1):
        yield [
            ("on", day(ends + timedelta(days))),
            ("variant", '"evolution"'),
            ("calendar", [("exchangesOn", day(exchanges))]),
            ("facts", [("rqth", "true")]),
            ("validUntil", [("rqth", day(ends))]),
        ]
