"""The rules of the plan and of its price, each with something wrong in it."""

from damaged_rules import edits

EDITS = [
    *edits(
        "plan",
        "plan",
        r"""
no kickoff unless it is asked
    return fixed != 0 if wanted is None else wanted
    return bool(wanted)

a kickoff fixed at 0 hours does not leave it out
    return fixed != 0 if wanted is None else wanted
    return wanted is not False

the kickoff's absence is always allowed
    rows[KICKOFF].kickoff == "required"
    False

a required kickoff may be fixed at 0
    (wanted is False or hours == 0)
    wanted is False

contradictions come first
    (wanted is False or hours == 0)
    not (hours or wanted) and (wanted is False or hours == 0)

a kickoff asked and fixed at 0 is settled silently
    wanted is True and hours == 0 or 
    (nothing)

a kickoff refused and fixed is settled silently
     or wanted is False and hours:
    :

a kickoff refused and fixed at 0 is a contradiction
    wanted is False and hours:
    wanted is False and hours is not None:

the contradiction is told at the hours
    raise Fault("contradiction", join(path, "kickoffMeeting"))
    raise Fault("contradiction", join(path, "fixed"))

the steps of another variant are accepted
    if code not in rows:
    if False:

18 hours for all
    STATED[request["variant"]]
    18

the range of the whole example
    lows = [fixed.get(step.code, step.low) for step in rows]
    lows = [step.low for step in rows]

fixed steps may still grow
    highs = [fixed.get(step.code, step.high) for step in rows]
    highs = [max(fixed.get(step.code, 0), step.high) for step in rows]

the range counts a kickoff that is left out
    if kickoff or step.code != KICKOFF]\n    lows
    ]\n    lows

a total at its most is refused
    low <= total <= high
    low <= total < high

a total at its least is refused
    low <= total <= high
    low < total <= high

a plan of 0 hours can be had
     or total == 0:
    :

steps of 0 hours are shown
    if given != 0]
    ]

outside the example is not told below
    if not step.low <= fixed.get(step.code, step.low) <= step.high]
    if fixed.get(step.code, step.low) > step.high]

outside the example is not told above
    if not step.low <= fixed.get(step.code, step.low) <= step.high]
    if fixed.get(step.code, step.low) < step.low]

outside the example in another order
    for code in plan.outside]
    for code in plan.outside[::-1]]

d'Hondt instead of Sainte-Laguë
    width * (2 * given[best] + 1) > widths[best] * (2 * given[place] + 1)
    width * (given[best] + 1) > widths[best] * (given[place] + 1)

the last step on equality
    (2 * given[best] + 1) > widths
    (2 * given[best] + 1) >= widths

the first steps are filled first
    if width * (2 * given[best] + 1) > widths[best] * (2 * given[place] + 1):
    if given[best] == widths[best] and given[place] < width:

the shares ignore the width
    widths = [int((high - low) / GRANULARITY)
    widths = [4 * int(high > low)

the kickoff is not accompanied
    return self.total(lambda step: step.accompanied)
    return self.total(lambda step: step.accompanied and step.code != KICKOFF)

the kickoff's hours are not told
    "kickoff": number(plan.kickoff_hours)
    "kickoff": 0

a plan's steps show their own hours as their range
    "range": span(step.low, step.high)
    "range": span(hours, hours)
""",
    ),
    *edits(
        "reader",
        "plan",
        r"""
quarter hours are planned
    planned_hours = multiple_of(Decimal("0.5"))
    planned_hours = multiple_of(Decimal("0.25"))

whole hours alone are planned
    planned_hours = multiple_of(Decimal("0.5"))
    planned_hours = multiple_of(Decimal(1))

40 hours of a step are too many
    not 0 <= hours <= 40
    not 0 <= hours < 40

any hours of a step are allowed
    not 0 <= hours <= 40
    not 0 <= hours
""",
    ),
    *edits(
        "reader",
        "plan quote",
        r"""
0 hours of a step are too few
    not 0 <= hours <= 40
    not 0 < hours <= 40
""",
    ),
    *edits(
        "reader",
        "plan quote schedule",
        r"""
hours of a step below 0 are allowed
    not 0 <= hours <= 40
    not hours <= 40
""",
    ),
    *edits(
        "quote",
        "quote",
        r"""
the client does not matter
    if client != TARIFF["client"]:
    if False:

other hours are told before another client
    if client != TARIFF["client"]:
    if client != TARIFF["client"] and plan:

without a tariff the price covers something
    "covers": None
    "covers": COVERS

without a tariff there is a reference
    "reference": None,
    "reference": {"hours": 18, "amount": "2040.50"},

without a tariff the tax is included
    "tax": None
    "tax": "included"

any plan is priced
    if not is_example(plan):
    if False:

other hours are told before another plan
    if not is_example(plan):
    if not is_example(plan) and is_reference(plan):

a step may be left out
    if step.code not in hours:\n            if step.kickoff != "optional":
    if step.code not in hours:\n            if False:

only personal work may be left out
    if step.kickoff != "optional":
    if step.accompanied and step.kickoff != "optional":

a step may be longer than in the example
    step.low <= hours[step.code] <= step.high
    step.low <= hours[step.code]

a step may be shorter than in the example
    step.low <= hours[step.code] <= step.high
    hours[step.code] <= step.high

no price without the kickoff below the stated total
    (0 if plan.kickoff else kickoff.low)
    0

a price with the kickoff below the stated total
    (0 if plan.kickoff else kickoff.low)
    kickoff.low

a price without the kickoff at the least alone
    return lowest <= plan.hours <= STATED[plan.variant]
    return plan.hours in (lowest, STATED[plan.variant] if plan.kickoff else lowest)

no price without the kickoff at the stated total
    return lowest <= plan.hours <= STATED[plan.variant]
    return plan.hours == lowest or lowest < plan.hours < STATED[plan.variant]

any total less than the stated one has a price
    return lowest <= plan.hours <=
    return plan.hours <=

any total above the stated one has a price
    return lowest <= plan.hours <= STATED[plan.variant]
    return lowest <= plan.hours

the kickoff is priced
    return plan.accompanied - plan.kickoff_hours
    return plan.accompanied

personal work is priced
    return plan.accompanied - plan.kickoff_hours
    return plan.hours - plan.kickoff_hours

the reference has no kickoff
    hours_priced(plan_of({"variant": plan.variant}))
    plan_of({"variant": plan.variant}).accompanied

the interval backwards
    low, high = sorted([reference, scaled])
    high, low = sorted([reference, scaled])

the reference is always the lower end
    low, high = sorted([reference, scaled])
    low, high = reference, scaled

an interval whatever the plan
    "reason": "otherPlan", **nothing}
    "reason": "otherPlan", **nothing, "indicative": interval(plan)}

no interval
    **nothing, "indicative": interval(plan)}
    **nothing}

an amount beside the interval
    "reason": "otherHours", **nothing, "indicative"
    "reason": "otherHours", **nothing, "amount": "2040.50", "indicative"

a reason beside the price
    "status": "published", "reason": None
    "status": "published", "reason": "otherHours"

cents rounded down
    amount.quantize(CENT, ROUND_HALF_UP)
    amount.quantize(CENT, "ROUND_DOWN")

cents rounded up
    amount.quantize(CENT, ROUND_HALF_UP)
    amount.quantize(CENT, "ROUND_UP")

euros without cents
    CENT = Decimal("0.01")
    CENT = Decimal("1")

hours that no plan has are refused
        except Fault:\n        return
        except ZeroDivisionError:\n        return

hours less the kickoff's have no plan
    return without_kickoff(request) if is_less_kickoff(request["variant"], request["hours"]) else None
    return None

hours less the kickoff's have no price
    return kickoff.kickoff == "optional" and hours ==
    return kickoff.kickoff == "required" and hours ==

hours beside a plan are not seen
    if "hours" in request or own and
    if own and

another variant's plan is priced
    "hours" in request or own and other and own != other:
    "hours" in request:

a plan says its variant itself
    if not (own or other):
    if not other:
""",
    ),
    *edits(
        "offer",
        "quote",
        r"""
another amount
    Decimal("2040.50")
    Decimal("2040.51")

for the other client
    "client": "affiliee", "amount"
    "client": "nonAffiliee", "amount"

covers less
    COVERS = ["accompagnement", "preparation",
    COVERS = ["accompagnement",

covers in another order
    COVERS = ["accompagnement", "preparation",
    COVERS = ["preparation", "accompagnement",
""",
    ),
]
