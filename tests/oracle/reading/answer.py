"""The answer expected to a request, from its text."""

from matching import OneOf, Such, a_text

from reading import reader, requests
from reading.faults import Fault
from reading.funding import funding
from reading.plan import plan_of, shown
from reading.quote import quote
from reading.recommend import recommend
from reading.schedule import schedule
from reading.settle import settle
from reading.simulate import simulate

OPERATIONS = {
    "catalogue": lambda request, sent: {},
    "recommend": lambda request, sent: recommend(request),
    "funding": lambda request, sent: funding(request),
    "plan": lambda request, sent: shown(plan_of(request)),
    "quote": lambda request, sent: quote(request),
    "schedule": lambda request, sent: schedule(request),
    "settle": lambda request, sent: settle(request),
    "simulate": simulate,
}


def answer(operation, text, catalogue=None):
    """The answer, in which matchers stand for what the documents leave open."""
    try:
        if operation not in OPERATIONS:
            raise Fault("unknownCode", "operation")
        if catalogue not in (None, "cdg29"):
            raise Fault("unknownCode", "catalogue")
        sent = reader.parse(text)
        return OPERATIONS[operation](requests.read(operation, sent), sent)
    except Fault as fault:
        return {"error": refusal(fault)}


def refusal(fault):
    codes = fault.code
    error = {"message": a_text()}
    if isinstance(codes, frozenset):
        error["code"] = OneOf(sorted(codes))
    else:
        error["code"] = a_text() if codes is None else codes
    error["path"] = fault.path if fault.path is not None else Such("a path", lambda it: isinstance(it, str), "", None)
    if fault.details:
        error["details"] = fault.details
    return error
