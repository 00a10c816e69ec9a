"""Sessions on a calendar: their weekday, their spacing, what is closed."""

from dataclasses import dataclass
from datetime import date, timedelta

from matching import OneOf, Such, Unordered, a_text

from reading.days import is_closed, plus_months
from reading.faults import Fault, Open, only
from reading.offer import CADENCES, DELAY_DAYS, GRANULARITY, KICKOFF, SESSION_HOURS, USUAL_MONTHS
from reading.plan import number, plan_of

WEEK = timedelta(7)


@dataclass
class Calendar:
    """The sessions of a plan, each (date, step, hours), and what the request said of the days before them."""

    request: dict
    plan: object
    sessions: list

    @property
    def starts(self):
        return self.sessions[0][0]

    @property
    def ends(self):
        return self.sessions[-1][0]

    @property
    def dates(self):
        return [session[0] for session in self.sessions]


def schedule(request):
    plan, _ = only(lambda: plan_of(request["plan"], "plan"), lambda: check_days(request))
    found = calendars(request, plan)
    if request.get("cadence") == "monthly":
        # Not among the cadences that a centre offers by default: whether it is then refused is left open.
        return OneOf([shown(found[0]), {"error": {"path": "cadence", "message": a_text()}}])
    return OneOf([shown(calendar) for calendar in found]) if len(found) > 1 else shown(found[0])


def check_days(request, path=""):
    exchanges, start = request["exchangesOn"], request.get("startOn")
    if start is not None and start > plus_months(exchanges, 24):
        raise Fault("outOfRange", f"{path}startOn")
    for place, closure in enumerate(request.get("closures", ())):
        if closure["to"] < closure["from"]:
            raise Fault("outOfRange", f"{path}closures[{place}].to")


def calendars(request, plan):
    """The calendars that the documents allow: one, but for a mix of cadences, whose order they leave open."""
    parts = sittings(plan, request.get("maxSessionHours", SESSION_HOURS))
    if not parts:
        raise Open("the calendar of a plan without a session")
    first = first_day(request)
    closures = request.get("closures", ())
    cadence = request.get("cadence", "auto")
    if cadence == "auto":
        lists = automatic(first, len(parts), closures)
    else:
        lists = [walk(first, [CADENCES[cadence]] * (len(parts) - 1), closures)]
    return [Calendar(request, plan, [(day, *part) for day, part in zip(days, parts)]) for days in lists]


def sittings(plan, longest):
    """Each accompanied step but the kickoff, split into as few sessions as possible, the longer ones first."""
    parts = []
    for step, hours in plan.steps:
        if step.accompanied and step.code != KICKOFF:
            units = int(hours / GRANULARITY)
            count = ceiling(units, int(longest / GRANULARITY))
            each, more = divmod(units, count)
            parts += [(step.code, (each + (place < more)) * GRANULARITY) for place in range(count)]
    return parts


def ceiling(number, divisor):
    return -(-number // divisor)


def first_day(request):
    """The first open day, of the weekday asked if one was, once the delay is over and the start wished has come."""
    exchanges, weekday = request["exchangesOn"], request.get("weekday")
    day = max(exchanges + timedelta(DELAY_DAYS), request.get("startOn") or date.min)
    last = plus_months(exchanges, 24)
    while day <= last:
        if weekday in (None, day.strftime("%A").lower()) and not is_closed(day, request.get("closures", ())):
            return day
        day += timedelta(1)
    raise Fault("noOpenDay", None)


def walk(first, gaps, closures):
    """The days of sessions that many weeks apart: one that is closed moves with those after it, by whole weeks."""
    days = [first]
    for gap in gaps:
        day, last = days[-1] + gap * WEEK, plus_months(days[-1], 24)
        while is_closed(day, closures):
            day += WEEK
        if day > last:
            raise Fault("noOpenDay", None)
        days.append(day)
    return days


def usual_window(first):
    return tuple(plus_months(first, months) for months in USUAL_MONTHS)


def automatic(first, count, closures):
    """Fortnightly, unless that is too long; else weekly, if that is long enough; else a mix of both."""
    shortest, longest = usual_window(first)
    fortnightly = walk(first, [2] * (count - 1), closures)
    if fortnightly[-1] <= longest:
        return [fortnightly]
    weekly = walk(first, [1] * (count - 1), closures)
    if weekly[-1] >= shortest:
        return [weekly]
    return mixes(first, count - 1, closures)


def mixes(first, gaps, closures):
    """Every even mix of one and two weeks that ends nearest the middle of the window.

    A mix is even when among its first gaps those of two weeks are in proportion, rounded down or up: where the rounding
    begins is left open by the documents, and so is a day of the middle, since a month is no number of days.
    """
    shortest, longest = usual_window(first)
    middle = shortest + (longest - shortest) / 2
    found = set()
    for offset in range(gaps):
        ends = {mix(first, gaps, double, offset, closures) for double in range(gaps + 1)}
        nearest = min(abs(days[-1] - middle) for days in ends)
        found |= {days for days in ends if abs(days[-1] - middle) <= nearest + timedelta(1)}
    return [list(days) for days in sorted(found)]


def mix(first, gaps, double, offset, closures):
    """The days of a mix in which `double` of the gaps are of two weeks."""
    before = [(place * double + offset) // gaps for place in range(gaps + 1)]
    return tuple(walk(first, [1 + after - now for now, after in zip(before, before[1:])], closures))


def duration_warnings(calendar):
    shortest, longest = usual_window(calendar.starts)
    if calendar.ends < shortest:
        return ["shorterThanUsual"]
    return ["longerThanUsual"] if calendar.ends > longest else []


def shown(calendar):
    exchanges = calendar.request["exchangesOn"]
    duration = duration_warnings(calendar)
    closed = is_closed(exchanges, calendar.request.get("closures", ()))
    warnings = duration + (["exchangesOnClosedDay"] if closed else [])
    warnings += ["workAfterLastSession"] if alone_at_the_end(calendar) else []
    return {
        "earliestStart": (exchanges + timedelta(DELAY_DAYS)).isoformat(),
        "startsOn": calendar.starts.isoformat(),
        "endsOn": calendar.ends.isoformat(),
        "withinUsualDuration": not duration,
        "sessions": [
            {"date": day.isoformat(), "step": step, "hours": number(hours)} for day, step, hours in calendar.sessions
        ],
        "autonomous": autonomous(calendar),
        "milestones": milestones(calendar),
        "warnings": Unordered([{"code": code} for code in warnings]),
    }


def milestones(calendar):
    """The days before the start that the contract names; others may follow."""
    exchanges = calendar.request["exchangesOn"]
    named = [("exchanges", exchanges)]
    if calendar.plan.kickoff:
        named.append(("kickoffMeeting", exchanges))
    named.append(("earliestStart", exchanges + timedelta(DELAY_DAYS)))
    wanted = [{"code": code, "date": day.isoformat()} for code, day in named]
    codes = ("exchanges", "kickoffMeeting", "earliestStart")

    def has_them(answer):
        return isinstance(answer, list) and wanted == [
            {"code": one.get("code"), "date": one.get("date")} for one in answer if one.get("code") in codes
        ]

    return Such(f"milestones with {wanted}", has_them, wanted, wanted[1:])


def autonomous(calendar):
    """Each step alone, its days between the sessions before it and after it, where there are both."""
    before, found = None, []
    sessions = {step: [day for day, code, _ in calendar.sessions if code == step] for _, step, _ in calendar.sessions}
    steps = calendar.plan.steps
    for place, (step, hours) in enumerate(steps):
        if step.code in sessions:
            before = sessions[step.code][-1]
        if not step.accompanied:
            after = next((sessions[later.code][0] for later, _ in steps[place:] if later.code in sessions), None)
            found.append({"step": step.code, "hours": number(hours), **days_between(before, after)})
    return found


def alone_at_the_end(calendar):
    """Whether the agent still works alone once the last session is over: nothing tells when that ends."""
    last = calendar.sessions[-1][1]
    codes = [step.code for step, _ in calendar.plan.steps]
    return any(not step.accompanied for step, _ in calendar.plan.steps[codes.index(last) :])


def days_between(before, after):
    low, high = (before or date.min).isoformat(), (after or date.max).isoformat()
    inside = Such(
        f"a day from {low} to {high}",
        lambda it: isinstance(it, str) and low <= it <= high,
        high if after else low,
        "" if after is None else (after + timedelta(1)).isoformat(),
    )
    return {"from": inside, "to": inside}
