"""One case through all the operations that it has the data for, and its record."""

from matching import GONE, OneOf, Such, a_text

from reading.canonical import digest
from reading.faults import Fault, Open, only
from reading.funding import DIGEST, funding
from reading.plan import plan_of, shown
from reading.quote import priced
from reading.recommend import ranking
from reading.requests import CHOICES
from reading.schedule import calendars, check_days
from reading.schedule import shown as shown_calendar

HEALTH = ("needs", "facts", "validUntil", "asked")
CONTRACT = 2
NO_DAY = {"exchangesOn": None}


def simulate(request, sent):
    """The answers expected to a case; `sent` is the request as it was written, whose digest the record keeps."""
    employer = request.get("audience") == "employer"
    _, (ranked, plan), _ = only(
        lambda: check_audience(request),
        lambda: chosen(request),
        lambda: check_days(request.get("calendar", NO_DAY), "calendar."),
    )
    found = calendars(request["calendar"], plan) if "calendar" in request else [None]
    parts = {
        "recommendation": {"ranking": ranked} if ranked else GONE,
        "plan": shown(plan),
        "quote": priced(plan.variant, plan.hours, plan, request["client"]) if "client" in request else GONE,
        "record": record(sent),
    }
    answers = [{**parts, **dated(request, calendar, employer)} for calendar in found]
    return OneOf(answers) if len(answers) > 1 else answers[0]


def check_audience(request):
    """What goes to an employer holds nothing that tells of health."""
    if request.get("audience") == "employer":
        for name in HEALTH:
            if name in request:
                raise Fault(None, name)


def chosen(request):
    """The ranking, if there are needs, and the plan of the variant given, or else of the first of the ranking."""
    if not request.get("needs") and "variant" not in request:
        if "needs" in request:
            raise Open("an empty list of needs without a variant")
        raise Fault("missingField", "variant")
    ranked = ranking(request) if request.get("needs") else None
    variant = request.get("variant") or ranked[0]["variant"]
    return ranked, plan_of({"variant": variant, **{key: request[key] for key in CHOICES if key in request}})


def dated(request, calendar, employer):
    """What depends on the calendar: the schedule, the end to which the proofs must hold, a warning."""
    on, ends = request["on"], calendar.ends if calendar else None
    early = ends is not None and ends < on
    until = None if ends is None or early else ends
    case = {key: request[key] for key in ("on", "facts", "validUntil", "asked") if key in request}
    verdict = GONE if employer else funding({**case, "until": until})
    if until is not None and not employer:
        verdict["until"] = {"date": until.isoformat(), "assumed": False}
    return {
        "funding": verdict,
        "schedule": shown_calendar(calendar) if calendar else GONE,
        "warnings": [{"code": "endsBeforeAssessment"}] if early else [],
    }


def record(sent):
    return {
        "engine": a_text(),
        "contract": CONTRACT,
        "rules": {"edition": a_text(), "digest": DIGEST},
        "catalogue": {"id": "cdg29", "edition": a_text(), "digest": DIGEST},
        "request": digest(sent),
        "result": Such("another digest", DIGEST.test, DIGEST.example(), "sha256:"),
    }
