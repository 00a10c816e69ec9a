"""The FIPHFP verdict: each rule is tried under every completion of the facts that are unknown."""

import ast
from datetime import timedelta
from functools import cache, lru_cache
from itertools import combinations, product

from matching import Such, a_text

from reading.completions import Completions
from reading.days import plus_months
from reading.faults import Fault
from reading.national import DELICATE, FACTS, KINDS, SITUATIONS
from reading.offer import DELAY_DAYS, USUAL_MONTHS

DIGEST = Such(
    "a digest",
    lambda it: (
        isinstance(it, str) and it.startswith("sha256:") and len(it) == 71 and set(it[7:]) <= set("0123456789abcdef")
    ),
    "sha256:" + "0" * 64,
    "sha256:",
)


class Situation:
    """One row of the table, and the facts that its rule reads."""

    def __init__(self, code, group, rule):
        self.code, self.group = code, group
        self.tree = ast.parse(rule, mode="eval").body
        names = {node.id for node in ast.walk(self.tree) if isinstance(node, ast.Name)}
        self.facts = [fact for fact in FACTS if fact in names]
        self._compiled = compile(rule, code, "eval")

    def is_met(self, completion):
        return eval(self._compiled, {}, dict(zip(self.facts, completion)))


@cache
def table():
    return [Situation(*each) for each in SITUATIONS]


def funding(request):
    until = request.get("until")
    if until is not None and until < request["on"]:
        raise Fault("outOfRange", "until")
    assumed = until is None
    if assumed:
        until = assumed_end(request["on"])
    known = known_facts(request)
    situations = [dict(zip(("code", "group", "status", "missing"), each)) for each in verdicts(known)]
    outcome, missing = overall(known)
    expired = [fact for fact in FACTS if is_expired(request, fact)]
    question = next_question(missing, request.get("asked", ()), expired)
    return {
        "outcome": outcome,
        "situations": situations,
        "met": [situation["code"] for situation in situations if situation["status"] == "met"],
        "missing": missing,
        "nextQuestion": question,
        "nextQuestionDetail": None if question is None else DESCRIBED,
        "expiring": proofs(request, [fact for fact in FACTS if is_expiring(request, fact, until)]),
        "expired": proofs(request, expired),
        "until": {"date": until.isoformat(), "assumed": assumed},
        "rules": {"edition": a_text(), "digest": DIGEST},
    }


def assumed_end(on):
    """The end of a bilan of which no calendar is known: the delay, then the longest usual duration."""
    return plus_months(on + timedelta(DELAY_DAYS), USUAL_MONTHS[1])


def known_facts(request):
    """The facts known on the day: one whose proof is out of date counts as unknown."""
    return {fact: value for fact, value in request.get("facts", {}).items() if not is_expired(request, fact)}


def last_day(request, fact):
    """The last day of the proof of a true fact."""
    is_true = request.get("facts", {}).get(fact) is True
    return request.get("validUntil", {}).get(fact) if is_true else None


def is_expired(request, fact):
    day = last_day(request, fact)
    return day is not None and day < request["on"]


def is_expiring(request, fact, until):
    """Whether a proof, valid on the day of the assessment, ends before the bilan does."""
    day = last_day(request, fact)
    return day is not None and request["on"] <= day < until


def proofs(request, facts):
    return [{"fact": fact, "validUntil": request["validUntil"][fact].isoformat()} for fact in facts]


def next_question(missing, asked, expired):
    """Any of the missing facts that was neither asked nor has expired, a delicate one only when no other is left."""
    open_facts = [fact for fact in missing if fact not in asked and fact not in expired]
    if not open_facts:
        return None
    choices = [fact for fact in open_facts if fact not in DELICATE] or open_facts
    others = [fact for fact in open_facts if fact not in choices] or [None]
    return Such(f"one of {choices}", lambda it: it in choices, choices[0], others[-1])


def is_described(detail):
    """Whether a question is described as its fact requires."""
    if not isinstance(detail, dict) or detail.get("fact") not in FACTS:
        return False
    fact = detail["fact"]
    texts = [detail.get("question"), detail.get("questionAbout")]
    return (
        detail.get("kind") == KINDS[FACTS[fact]]
        and detail.get("delicate") is (fact in DELICATE)
        and all(isinstance(text, str) and text for text in texts)
    )


DESCRIBED = Such(
    "the description of a question",
    is_described,
    {"fact": "rqth", "kind": "yesNo", "delicate": False, "question": "?", "questionAbout": "?"},
    None,
)


def verdicts(known):
    return [(situation.code, situation.group, *verdict(situation, known)) for situation in table()]


_verdicts = {}


def verdict(situation, known):
    """The status of a situation and the facts missing for it. A fact that the rule does not read changes nothing, so
    the completions of those that it reads are all there is to try."""
    state = (situation.code, *[known.get(fact) for fact in situation.facts])
    if state not in _verdicts:
        _verdicts[state] = try_all(situation, known)
    return _verdicts[state]


def try_all(situation, known):
    facts = situation.facts
    met = {
        completion: situation.is_met(completion)
        for completion in product(*[[known[fact]] if fact in known else FACTS[fact] for fact in facts])
    }
    status = "met" if all(met.values()) else "undetermined" if any(met.values()) else "notMet"
    deciding = set()
    for one, other in combinations(met, 2):
        differing = [fact for fact, a, b in zip(facts, one, other) if a != b]
        if len(differing) == 1 and met[one] != met[other]:
            deciding.update(differing)
    return status, [fact for fact in facts if fact in deciding]


def counted():
    """The situations that make a funding possible."""
    return table()


def overall(known):
    """The outcome and the facts missing for it, from every completion of all the unknown facts together."""
    return outcome_of(tuple(known.get(fact) for fact in FACTS))


@lru_cache(maxsize=100_000)
def outcome_of(values):
    known = {fact: value for fact, value in zip(FACTS, values) if value is not None}
    completions = Completions(FACTS, known)
    some_met = 0
    for situation in counted():
        some_met |= completions.where(situation.tree)
    if some_met == completions.all:
        return "possible", []
    if some_met == 0:
        return "notListed", []
    return "undetermined", [fact for fact in FACTS if fact not in known and completions.decides(fact, some_met)]


def met_situations(request):
    """The situations met by the facts of a request, on its day."""
    return [code for code, _, status, _ in verdicts(known_facts(request)) if status == "met"]
