"""The certificate of attendance, and the payment."""

from datetime import timedelta
from decimal import Decimal

from matching import OneOf, Such, Unordered, a_text

from reading.days import is_closed
from reading.faults import Fault
from reading.offer import DUE_DAYS, KICKOFF, PAYEE, VARIANTS
from reading.plan import number, plan_of

LONG_DAY = 8
NO_PAYMENT = OneOf([None, {"receivedOn": None, "dueOn": None, "payee": PAYEE}])


def settle(request):
    plan = plan_of(request["plan"], "plan")
    attended = request.get("attended", [])
    steps = {step.code for step in VARIANTS[plan.variant]}
    for place, entry in enumerate(attended):
        if "step" in entry and entry["step"] not in steps:
            raise Fault("unknownStep", f"attended[{place}].step")
    return certificate(plan, attended, request.get("autonomousHours"), request.get("invoiceReceivedOn"))


def certificate(plan, attended, alone, received):
    planned = planned_hours(plan, attended)
    done = sum((entry["hours"] for entry in attended), Decimal(0))
    dates = [entry["date"] for entry in attended]
    return {
        "attendance": {
            "accompanied": {"planned": number(planned), "done": number(done)},
            "autonomous": {"planned": number(plan.autonomous), "done": None if alone is None else number(alone)},
            "sessions": len(attended),
            "firstOn": min(dates).isoformat() if dates else None,
            "lastOn": max(dates).isoformat() if dates else None,
            "complete": done >= planned,
        },
        "payment": payment(received),
        "warnings": Unordered(warnings(plan, attended, planned, done, alone, received)),
    }


def planned_hours(plan, attended):
    """The hours with a counsellor: the kickoff's only if a session attended says that it was the kickoff."""
    held = is_held(attended)
    return plan.accompanied if held else plan.accompanied - plan.kickoff_hours


def is_held(attended):
    return any(entry.get("step") == KICKOFF for entry in attended)


def must_have_been_held(plan):
    """A kickoff that the variant requires comes before every session: what was attended must say that it was."""
    return any(step.code == KICKOFF and step.kickoff == "required" for step, _ in plan.steps)


def payment(received):
    if received is None:
        return NO_PAYMENT
    due = received + timedelta(DUE_DAYS)
    return {"receivedOn": received.isoformat(), "dueOn": due.isoformat(), "payee": PAYEE}


def warnings(plan, attended, planned, done, alone, received):
    found = []
    if done > planned:
        found.append(warning("moreThanPlanned", "attended"))
    if alone is not None and alone > plan.autonomous:
        found.append(warning("moreThanPlanned", "autonomousHours"))
    for day, place in first_entries(attended).items():
        hours = sum(entry["hours"] for entry in attended if entry["date"] == day)
        if hours > LONG_DAY:
            found.append(warning("longDay", f"attended[{place}]"))
        if is_closed(day):
            found.append(warning("closedDay", f"attended[{place}]"))
    if received is not None and attended and received < max(entry["date"] for entry in attended):
        found.append({"code": "invoiceBeforeEnd", "message": a_text()})
    if attended and must_have_been_held(plan) and not is_held(attended):
        found.append(warning("missingMeeting", "attended"))
    return found


def first_entries(attended):
    """Each date with the place of its first entry."""
    first = {}
    for place, entry in enumerate(attended):
        first.setdefault(entry["date"], place)
    return first


def warning(code, place):
    """A warning about a place of the request, or about something in it."""
    inside = Such(f"a path in {place}", lambda it: isinstance(it, str) and it.startswith(place), place, "elsewhere")
    return {"code": code, "path": inside, "message": a_text()}
