"""The rules of the certificate and of the whole case, each with something wrong in it."""

from damaged_rules import edits

EDITS = [
    *edits(
        "settle",
        "settle",
        r"""
the kickoff is always planned
    return plan.accompanied if held else plan.accompanied - plan.kickoff_hours
    return plan.accompanied

the kickoff is never planned
    return plan.accompanied if held else plan.accompanied - plan.kickoff_hours
    return plan.accompanied - plan.kickoff_hours

any step named is the kickoff
    entry.get("step") == KICKOFF
    entry.get("step")

a required kickoff may be missing
    if attended and must_have_been_held(plan) and not is_held(attended):
    if False:

an optional kickoff may not be missing
    step.code == KICKOFF and step.kickoff == "required"
    step.code == KICKOFF

all hours are planned with a counsellor
        planned = planned_hours(plan, attended)
        planned = plan.hours

complete one session before the end
    "complete": done >= planned
    "complete": done + 1 >= planned

complete only beyond what was planned
    "complete": done >= planned
    "complete": done > planned

personal work makes it complete
    "complete": done >= planned
    "complete": done + (alone or 0) >= planned

personal work not counted is none
    None if alone is None else number(alone)
    number(alone or Decimal(0))

sessions are days
    "sessions": len(attended)
    "sessions": len(set(dates))

the first session is the first written
    min(dates).isoformat() if
    dates[0].isoformat() if

the last session is the last written
    max(dates).isoformat() if
    dates[-1].isoformat() if

a step of another variant was attended
    entry["step"] not in steps:
    False:

more than planned is not told
        if done > planned:
        if False:

as much as planned is told as more
        if done > planned:
        if done >= planned:

more personal work is not told
    alone is not None and alone > plan.autonomous
    False

as much personal work is told as more
    alone is not None and alone > plan.autonomous
    alone is not None and alone >= plan.autonomous

more personal work is told at the sessions
    warning("moreThanPlanned", "autonomousHours")
    warning("moreThanPlanned", "attended")

8 hours make a long day
    hours > LONG_DAY
    hours >= LONG_DAY

9 hours make no long day
    LONG_DAY = 8
    LONG_DAY = 9

a long day is one long session
    hours = sum(entry["hours"] for entry in attended if entry["date"] == day)
    hours = max(entry["hours"] for entry in attended if entry["date"] == day)

the last entry of a day is concerned
    first.setdefault(entry["date"], place)
    first[entry["date"]] = place

a closed day is not told
    if is_closed(day):
    if False:

a weekend is not told
    if is_closed(day):
    if is_closed(day) and day.weekday() < 5:

an invoice on the last day is early
    received < max(
    received <= max(

an invoice before the end is not told
    received is not None and attended and received <
    False and received <

an invoice is early before the first session alone
    received < max(entry["date"] for entry in attended)
    received < min(entry["date"] for entry in attended)
""",
    ),
    *edits(
        "offer",
        "settle",
        r"""
due in 31 days
    DUE_DAYS = 30
    DUE_DAYS = 31

another payee
    "perception de Quimper municipale"
    "perception de Brest"
""",
    ),
    *edits(
        "simulate",
        "simulate",
        r"""
an employer may send what tells of health
    raise Fault(None, name)
    pass

an employer may send needs
    HEALTH = ("needs", "facts", "validUntil", "asked")
    HEALTH = ("facts", "validUntil", "asked")

an employer may send facts
    HEALTH = ("needs", "facts", "validUntil", "asked")
    HEALTH = ("needs", "validUntil", "asked")

an employer may send validUntil
    HEALTH = ("needs", "facts", "validUntil", "asked")
    HEALTH = ("needs", "facts", "asked")

an employer sees the verdict
    verdict = GONE if employer else
    verdict =

neither need nor variant
    raise Fault("missingField", "variant")
    raise Fault("missingField", "needs")

the first variant whatever the ranking
    or ranked[0]["variant"]
    or "evolution"

the ranking before the variant
    variant = request.get("variant") or ranked[0]["variant"]
    variant = ranked[0]["variant"] if ranked else request["variant"]

no ranking beside a variant
    ranked = ranking(request) if request.get("needs") else None
    ranked = ranking(request) if "variant" not in request else None

the hours are forgotten
    for key in CHOICES if key in request
    for key in CHOICES if key in request and key != "hours"

the choice of a kickoff is forgotten
    for key in CHOICES if key in request
    for key in CHOICES if key in request and key != "kickoffMeeting"

the decided hours are forgotten
    for key in CHOICES if key in request
    for key in CHOICES if key in request and key != "fixed"

the quote is of the hours alone
    priced(plan.variant, plan.hours, plan, request["client"])
    priced(plan.variant, plan.hours, None, request["client"])

the end of the calendar does not count
    until = None if ends is None or early else ends
    until = None

the end of the calendar counts though it is past
    until = None if ends is None or early else ends
    until = None if ends is None else max(ends, on)

an end on the day is early
    ends is not None and ends < on
    ends is not None and ends <= on

the end of the calendar is assumed
    "assumed": False}
    "assumed": True}

an early end is not told
    [{"code": "endsBeforeAssessment"}] if early else []
    []

what was asked is forgotten
    ("on", "facts", "validUntil", "asked") if
    ("on", "facts", "validUntil") if

the last days are forgotten
    ("on", "facts", "validUntil", "asked") if
    ("on", "facts", "asked") if

another contract
    CONTRACT = 2
    CONTRACT = 1
""",
    ),
    *edits(
        "recommend",
        "simulate",
        r"""
the ranking ignores the facts
    met_situations(request) if request.get("facts") else []
    []
""",
    ),
    *edits(
        "canonical",
        "simulate",
        r"""
keys as they are written
    ordered = sorted(pairs, key=lambda pair: pair[0].encode("utf-16-be"))
    ordered = list(pairs)

numbers as they are written
    return number_text(float(value))
    return str(value)

nulls left out of the digest
    ordered = sorted(pairs,
    ordered = sorted([pair for pair in pairs if pair[1] is not None],

a digest with spaces
    {text_text(key)}:{canonical(part)}
    {text_text(key)}: {canonical(part)}
""",
    ),
]
