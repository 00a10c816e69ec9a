"""Which variant serves the needs: all of them, ranked."""

from reading.faults import Fault, Open
from reading.funding import met_situations
from reading.offer import NEEDS, SUITS, VARIANTS


def recommend(request):
    if not request.get("needs"):
        given = "needs" in request
        raise Fault("noNeeds" if given else frozenset({"noNeeds", "missingField"}), "needs")
    if "on" not in request:
        if request.get("facts"):
            raise Fault("missingField", "on")
        if "facts" in request or "validUntil" in request:
            raise Open("proofs, or facts that are all unknown, without a day")
    return {"ranking": ranking(request)}


def ranking(request):
    needs = [need for need in NEEDS if need in request["needs"]]
    met = met_situations(request) if request.get("facts") else []
    variants = [assessed(place, variant, needs, met) for place, variant in enumerate(VARIANTS)]
    ranked = sorted(variants, key=merits)  # a stable sort: equals stay in the order of the catalogue
    equals = [merits(variant) for variant in ranked]
    return [{**variant, "tied": equals.count(merits(variant)) > 1} for variant in ranked]


def assessed(place, variant, needs, met):
    served = [need for need in needs if NEEDS[need][place] in "xX"]
    return {
        "variant": variant,
        "served": served,
        "unserved": [need for need in needs if need not in served],
        "objective": any(NEEDS[need][place] == "X" for need in needs),
        "suits": [situation for situation in met if situation in SUITS[variant]],
    }


def merits(variant):
    """The less, the better."""
    return -len(variant["served"]), not variant["objective"], not variant["suits"]
