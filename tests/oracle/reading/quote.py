"""The price of a plan, where the centre publishes one."""

from decimal import ROUND_HALF_UP, Decimal

from matching import OneOf

from reading.faults import Fault, only
from reading.offer import COVERS, STATED, TARIFF, VARIANTS
from reading.plan import number, plan_of

CENT = Decimal("0.01")


def quote(request):
    plan = asked_plan(request)
    variant = request.get("variant") or request["plan"]["variant"]
    hours = plan.hours if plan else request.get("hours", STATED[variant])
    found = priced(variant, hours, plan, request["client"])
    if plan and "plan" not in request and plan.kickoff and is_less_kickoff(variant, hours):
        # A plan with its kickoff can have these hours, and they are the reference hours less the kickoff's: the
        # documents do not say which is meant.
        return OneOf([found, priced(variant, hours, without_kickoff(request), request["client"])])
    return found


def asked_plan(request):
    """The plan to be priced, or None when the hours alone are a total that no plan of the variant has."""
    if "plan" in request:
        own, other = request.get("variant"), request["plan"].get("variant")
        if not (own or other):
            raise Fault("missingField", None)
        _, plan = only(
            lambda: check_alone(request, own, other),
            lambda: plan_of({**request["plan"], "variant": other or own}, "plan"),
        )
        return plan
    if "variant" not in request:
        raise Fault("missingField", "variant")
    try:
        return plan_of({key: request[key] for key in ("variant", "hours") if key in request})
    except Fault:
        return without_kickoff(request) if is_less_kickoff(request["variant"], request["hours"]) else None


def check_alone(request, own, other):
    """A plan comes without hours beside it, and without another variant."""
    if "hours" in request or own and other and own != other:
        raise Fault("contradiction", None)


def is_less_kickoff(variant, hours):
    """Whether these are the reference hours less those of a kickoff that is optional."""
    kickoff = VARIANTS[variant][0]
    return kickoff.kickoff == "optional" and hours == STATED[variant] - kickoff.low


def without_kickoff(request):
    return plan_of({"variant": request["variant"], "hours": request["hours"], "kickoffMeeting": False})


def priced(variant, hours, plan, client):
    shown = {"variant": variant, "hours": number(hours), "client": client}
    nothing = {"amount": None, "indicative": None, "billed": None}
    if client != TARIFF["client"]:
        return {
            **shown,
            "status": "onQuote",
            "reason": "otherClient",
            **nothing,
            "tax": None,
            "reference": None,
            "covers": None,
        }
    tariff = {
        "currency": "EUR",
        "tax": "included",
        "covers": COVERS,
        "reference": {"hours": number(STATED[variant]), "amount": euros(TARIFF["amount"])},
    }
    if plan is None:
        return {**shown, **tariff, "status": "onQuote", "reason": "otherHours", **nothing}
    if not is_example(plan):
        return {**shown, **tariff, "status": "onQuote", "reason": "otherPlan", **nothing}
    if is_reference(plan):
        return {**shown, **tariff, "status": "published", "reason": None, **nothing, "amount": euros(TARIFF["amount"])}
    return {**shown, **tariff, "status": "onQuote", "reason": "otherHours", **nothing, "indicative": interval(plan)}


def is_example(plan):
    """Whether the plan has every step of the variant but an optional kickoff, each within its range."""
    hours = {step.code: given for step, given in plan.steps}
    for step in VARIANTS[plan.variant]:
        if step.code not in hours:
            if step.kickoff != "optional":
                return False
        elif not step.low <= hours[step.code] <= step.high:
            return False
    return True


def is_reference(plan):
    """Whether the published amount holds: for the stated total, or up to one kickoff less when there is none."""
    kickoff = VARIANTS[plan.variant][0]
    lowest = STATED[plan.variant] - (0 if plan.kickoff else kickoff.low)
    return lowest <= plan.hours <= STATED[plan.variant]


def hours_priced(plan):
    """The hours with the counsellor, less the kickoff, which is free."""
    return plan.accompanied - plan.kickoff_hours


def interval(plan):
    """Between the reference amount and that amount scaled by the hours priced."""
    reference = TARIFF["amount"]
    scaled = reference * hours_priced(plan) / hours_priced(plan_of({"variant": plan.variant}))
    low, high = sorted([reference, scaled])
    return {"low": euros(low), "high": euros(high)}


def euros(amount):
    return str(amount.quantize(CENT, ROUND_HALF_UP))
