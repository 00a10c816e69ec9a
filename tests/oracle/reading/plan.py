"""The steps and hours of a plan."""

from dataclasses import dataclass
from decimal import Decimal

from matching import OneOf, Such

from reading.faults import Fault, Open
from reading.offer import GRANULARITY, KICKOFF, STATED, VARIANTS
from reading.reader import join

NO_TOOLS = Such("no tool", lambda it: it == [], [], ["tests"])
SOME_TOOLS = Such("some tools", lambda it: bool(it) and all(isinstance(one, str) and one for one in it), ["tests"], [])
HOURS = {}


def number(hours):
    """Hours as JSON writes them: 18 and 4.5, without a zero that says nothing."""
    if hours not in HOURS:
        HOURS[hours] = int(hours) if hours == int(hours) else hours.normalize()
    return HOURS[hours]


def span(low, high):
    return {"min": number(low), "max": number(high)}


@dataclass
class Plan:
    variant: str
    hours: Decimal
    kickoff: bool
    low: Decimal
    high: Decimal
    steps: list  # pairs of a row of the example and its hours
    outside: list  # codes of the steps fixed outside the example
    kickoff_at_0: bool  # whether `fixed` leaves the kickoff out

    def total(self, wanted):
        return sum((hours for step, hours in self.steps if wanted(step)), Decimal(0))

    @property
    def accompanied(self):
        return self.total(lambda step: step.accompanied)

    @property
    def autonomous(self):
        return self.total(lambda step: not step.accompanied)

    @property
    def kickoff_hours(self):
        return self.total(lambda step: step.code == KICKOFF)


def has_kickoff(request):
    """Whether the plan has its kickoff: yes unless the request says otherwise, in one way or the other."""
    wanted, fixed = request.get("kickoffMeeting"), request.get("fixed", {}).get(KICKOFF)
    return fixed != 0 if wanted is None else wanted


def check_choices(request, path):
    rows = {step.code: step for step in VARIANTS[request["variant"]]}
    fixed = request.get("fixed", {})
    for code in fixed:
        if code not in rows:
            raise Fault("unknownStep", join(join(path, "fixed"), code))
    wanted, hours = request.get("kickoffMeeting"), fixed.get(KICKOFF)
    if rows[KICKOFF].kickoff == "required" and (wanted is False or hours == 0):
        raise Fault("kickoffRequired", join(path, "kickoffMeeting") if wanted is False else None)
    if wanted is True and hours == 0 or wanted is False and hours:
        raise Fault("contradiction", join(path, "kickoffMeeting"))


def plan_of(request, path=""):
    """The plan that a request asks for."""
    check_choices(request, path)
    fixed, kickoff = request.get("fixed", {}), has_kickoff(request)
    total = request.get("hours", STATED[request["variant"]])
    rows = [step for step in VARIANTS[request["variant"]] if kickoff or step.code != KICKOFF]
    lows = [fixed.get(step.code, step.low) for step in rows]
    highs = [fixed.get(step.code, step.high) for step in rows]
    low, high = sum(lows, Decimal(0)), sum(highs, Decimal(0))
    if total < 0:
        raise Open("a total below 0")
    if not low <= total <= high or total == 0:
        raise Fault("budgetInfeasible", join(path, "hours"), span(low, high) if total else None)
    hours = shared(lows, highs, total)
    outside = [step.code for step in rows if not step.low <= fixed.get(step.code, step.low) <= step.high]
    steps = [(step, given) for step, given in zip(rows, hours) if given != 0]
    return Plan(request["variant"], total, kickoff, low, high, steps, outside, fixed.get(KICKOFF) == 0)


def shared(lows, highs, total):
    """Shares a total among the steps: Sainte-Laguë's rule, each half hour to the highest width / (2 × given + 1)."""
    widths = [int((high - low) / GRANULARITY) for low, high in zip(lows, highs)]
    given = [0] * len(widths)
    for _ in range(int((total - sum(lows)) / GRANULARITY)):
        best = 0
        for place, width in enumerate(widths):
            # A quotient is higher where the products across are: whole numbers, hence exact.
            if width * (2 * given[best] + 1) > widths[best] * (2 * given[place] + 1):
                best = place
        given[best] += 1
    return [low + units * GRANULARITY for low, units in zip(lows, given)]


def shown(plan):
    return {
        "variant": plan.variant,
        "hours": number(plan.hours),
        "kickoffMeeting": plan.kickoff,
        "range": span(plan.low, plan.high),
        "steps": [
            {
                "code": step.code,
                "hours": number(hours),
                "range": span(step.low, step.high),
                "modes": step.modes,
                "coach": step.coach,
                "accompanied": step.accompanied,
                "kickoff": step.kickoff,
                "tools": SOME_TOOLS if step.tools else NO_TOOLS,
            }
            for step, hours in plan.steps
        ],
        "totals": {
            "accompanied": number(plan.accompanied),
            "autonomous": number(plan.autonomous),
            "kickoff": number(plan.kickoff_hours),
        },
        "warnings": warnings(plan),
    }


def warnings(plan):
    """A warning for each step outside the example; for a kickoff fixed at 0, the documents leave it open."""
    found = [{"code": "outsideExampleRange", "step": code} for code in plan.outside]
    return OneOf([found, [{"code": "outsideExampleRange", "step": KICKOFF}, *found]]) if plan.kickoff_at_0 else found
