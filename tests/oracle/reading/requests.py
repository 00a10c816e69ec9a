"""What each operation's request may hold."""

from reading import reader
from reading.days import WEEKDAYS
from reading.national import FACTS, FLAG, RATE, STATUT, UNDATED
from reading.offer import CADENCES, CLIENTS, NEEDS, VARIANTS
from reading.reader import a_code, a_date, a_flag, a_list, an_object

KIND_OF_FACT = {FLAG: a_flag, RATE: reader.a_rate, STATUT: a_code(STATUT)}

variant = a_code(VARIANTS, "unknownVariant")
needs = a_list(a_code(NEEDS), unique=True)
facts = an_object({fact: KIND_OF_FACT[values] for fact, values in FACTS.items()})
valid_until = an_object({fact: a_date for fact in FACTS if fact not in UNDATED})
asked = a_list(a_code(FACTS))

CHOICES = {"hours": reader.planned_hours, "kickoffMeeting": a_flag, "fixed": reader.hours_of_steps}
PLAN = {"variant": variant, **CHOICES}
a_plan = an_object(PLAN, ["variant"])

closure = an_object({"from": a_date, "to": a_date}, ["from", "to"])

CALENDAR = {
    "exchangesOn": a_date,
    "startOn": a_date,
    "cadence": a_code({"auto", *CADENCES}),
    "weekday": a_code(WEEKDAYS),
    "closures": a_list(closure),
    "maxSessionHours": reader.session_hours,
}


def attended(steps):
    """Attended sessions: a step named there is one of the variant's."""
    kinds = {"date": a_date, "hours": reader.hours_done, "step": a_code(steps, "unknownStep")}
    return a_list(an_object(kinds, ["date", "hours"]))


def any_steps():
    return {step.code for steps in VARIANTS.values() for step in steps}


SHAPES = {
    "catalogue": ({}, []),
    "recommend": ({"needs": needs, "on": a_date, "facts": facts, "validUntil": valid_until}, []),
    "funding": ({"on": a_date, "until": a_date, "facts": facts, "validUntil": valid_until, "asked": asked}, ["on"]),
    "plan": (PLAN, ["variant"]),
    "quote": (
        {
            "variant": variant,
            "hours": reader.planned_hours,
            "plan": an_object(PLAN),
            "client": a_code(CLIENTS),
            "on": a_date,
        },
        ["client"],
    ),
    "schedule": ({"plan": a_plan, **CALENDAR}, ["plan", "exchangesOn"]),
    "settle": (
        {
            "plan": a_plan,
            "attended": attended(any_steps()),
            "autonomousHours": reader.quarter_hours,
            "invoiceReceivedOn": a_date,
        },
        ["plan"],
    ),
    "simulate": (
        {
            "on": a_date,
            "needs": needs,
            **PLAN,
            "client": a_code(CLIENTS),
            "facts": facts,
            "validUntil": valid_until,
            "asked": asked,
            "calendar": an_object(CALENDAR, ["exchangesOn"]),
            "audience": a_code({"agent", "employer"}),
        },
        ["on"],
    ),
}


def read(operation, value):
    kinds, required = SHAPES[operation]
    return reader.members(value, "", kinds, required)
