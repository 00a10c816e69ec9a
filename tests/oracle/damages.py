"""Wrong oracles and wrong answers, one fault each: a comparison that does not notice one of them proves nothing."""

import ast
import copy

from completions import COMPARISONS
from verdicts import APTITUDE, FACTS, FLAG, OBLIGATION, SITUATIONS, Oracle


def oracles():
    """The name of each damage and an oracle that has it."""
    for name, situations in tables():
        yield name, Oracle(situations)
    for step in STEPS:
        yield step.__doc__, step()
    for code, _, _ in SITUATIONS:
        yield f"outcome without {code}", Forgetful(code)


def tables():
    for place, (code, group, rule) in enumerate(SITUATIONS):
        before, after = SITUATIONS[:place], SITUATIONS[place + 1:]
        yield f"no {code}", before + after
        other = OBLIGATION if group == APTITUDE else APTITUDE
        yield f"{code} of another group", before + ((code, other, rule),) + after
        if after:
            yield f"{code} a place later", before + (after[0], SITUATIONS[place]) + after[1:]
        for wrong in wrong_rules(rule):
            yield f"{code} if {wrong}", before + ((code, group, wrong),) + after


def wrong_rules(rule):
    """Every rule that differs from this one in a word, a number or a sign, or lacks a condition."""
    if "fonctionnaire" in rule:
        yield rule.replace("fonctionnaire", "?").replace("contractuel", "fonctionnaire").replace("?", "contractuel")
    tree = ast.parse(rule, mode="eval").body
    others = [fact for fact, values in FACTS.items() if values is FLAG and fact not in rule]
    for place, node in enumerate(ast.walk(tree)):
        for change in changes(node, others):
            damaged = copy.deepcopy(tree)
            change(list(ast.walk(damaged))[place])
            yield ast.unparse(damaged)


def changes(node, other_flags):
    """Ways to damage a node in place."""
    if isinstance(node, ast.BoolOp):
        yield lambda it: setattr(it, "op", ast.Or() if isinstance(it.op, ast.And) else ast.And())
        for place in range(len(node.values)):
            # The condition takes the value of its neighbour, and so is no more.
            yield lambda it, place=place: it.values.__setitem__(place, it.values[place - 1])
    elif isinstance(node, ast.Compare):
        bound = node.comparators[0].value
        others = ("fonctionnaire", "contractuel") if isinstance(bound, str) else (9, 11)
        for other in others:
            if other != bound:
                yield lambda it, other=other: setattr(it.comparators[0], "value", other)
        if not isinstance(bound, str):
            for sign in (ast.Gt, ast.LtE, ast.Lt, ast.Eq):
                yield lambda it, sign=sign: it.ops.__setitem__(0, sign())
    elif isinstance(node, ast.Name) and FACTS[node.id] is FLAG:
        yield lambda it: setattr(it, "id", other_flags[0])
        yield lambda it: setattr(it, "id", other_flags[-1])


class Forgetful(Oracle):
    def __init__(self, forgotten):
        super().__init__()
        self.forgotten = forgotten

    def counted(self):
        return [situation for situation in self.situations if situation.code != self.forgotten]


class ExpiredCountsAsTrue(Oracle):
    """an expired proof counts as true"""

    def expired(self, request, fact):
        return False


class ExpiredCountsAsUnknown(Oracle):
    """an expired proof leaves the fact unknown"""

    def known(self, request):
        return {fact: value for fact, value in request["facts"].items() if not self.expired(request, fact)}


class ExpiredOnItsLastDay(Oracle):
    """a proof has expired on its last day"""

    def expired(self, request, fact):
        last_day = request["validUntil"].get(fact)
        return request["facts"][fact] is True and last_day is not None and last_day <= request["on"]


class ExpiredAtTheEnd(Oracle):
    """a proof has expired if it ends before the bilan does"""

    def expired(self, request, fact):
        return super().expired(request, fact) or self.expires(request, fact)


class ExpiringWithTheBilan(Oracle):
    """a proof that ends with the bilan is expiring"""

    def expires(self, request, fact):
        last_day, until = request["validUntil"].get(fact), request["until"]
        if request["facts"].get(fact) is True and until is not None and last_day == until:
            return True
        return super().expires(request, fact)


class ExpiringOnTheDay(Oracle):
    """a proof that ends on the day of the assessment is not expiring"""

    def expires(self, request, fact):
        return super().expires(request, fact) and request["validUntil"][fact] > request["on"]


class ExpiredIsExpiring(Oracle):
    """an expired proof is expiring too"""

    def expires(self, request, fact):
        return super().expires(request, fact) or (request["until"] is not None and fact in request["facts"]
                                                  and self.expired(request, fact))


class FalseFactsExpire(Oracle):
    """the proof of a fact that is not true is expiring"""

    def expires(self, request, fact):
        return super().expires({**request, "facts": {fact: True}}, fact)


class ExpiringWithoutEnd(Oracle):
    """without an end of the bilan, every proof is expiring"""

    def expires(self, request, fact):
        return super().expires({**request, "until": request["until"] or "9999-12-31"}, fact)


class UnknownIsFalse(Oracle):
    """what is unknown is false"""

    def known(self, request):
        return {fact: super(UnknownIsFalse, self).known(request).get(fact, values[0]) for fact, values in FACTS.items()}


class EveryUnknownFactIsMissing(Oracle):
    """every unknown fact of an undetermined situation is missing"""

    def try_all(self, situation, known):
        status, missing = super().try_all(situation, known)
        return status, [fact for fact in situation.facts if fact not in known] if status == "undetermined" else missing


class MissingWhateverTheOutcome(Oracle):
    """what a situation misses, the outcome misses"""

    def outcome(self, known, situations):
        missing = [fact for situation in situations for fact in situation["missing"]]
        return super().outcome(known, situations)[0], [fact for fact in FACTS if fact in missing]


class MissingInAnotherOrder(Oracle):
    """missing facts in the order of the alphabet"""

    def outcome(self, known, situations):
        outcome, missing = super().outcome(known, situations)
        return outcome, sorted(missing)


class MissingOfASituationBackwards(Oracle):
    """missing facts of a situation backwards"""

    def try_all(self, situation, known):
        status, missing = super().try_all(situation, known)
        return status, missing[::-1]


class OneSituationIsNotEnough(Oracle):
    """the funding is possible only by two situations at once"""

    def outcome(self, known, situations):
        outcome, missing = super().outcome(known, situations)
        met = sum(situation["status"] == "met" for situation in situations)
        return ("undetermined" if outcome == "possible" and met == 1 else outcome), missing


class Kleene(Oracle):
    """three-valued logic word by word, instead of completions"""

    def try_all(self, situation, known):
        value = kleene(situation.tree, known)
        status = {True: "met", False: "notMet", None: "undetermined"}[value]
        return status, super().try_all(situation, known)[1]


def kleene(node, known):
    if isinstance(node, ast.BoolOp):
        parts = [kleene(part, known) for part in node.values]
        deciding = isinstance(node.op, ast.Or)
        return deciding if deciding in parts else None if None in parts else not deciding
    if isinstance(node, ast.Compare):
        if node.left.id not in known:
            return None
        return COMPARISONS[type(node.ops[0])](known[node.left.id], node.comparators[0].value)
    return known.get(node.id)


STEPS = (ExpiredCountsAsTrue, ExpiredCountsAsUnknown, ExpiredOnItsLastDay, ExpiredAtTheEnd, ExpiringWithTheBilan,
         ExpiringOnTheDay, ExpiredIsExpiring, FalseFactsExpire, ExpiringWithoutEnd, UnknownIsFalse,
         EveryUnknownFactIsMissing, MissingWhateverTheOutcome, MissingInAnotherOrder, MissingOfASituationBackwards,
         OneSituationIsNotEnough, Kleene)


# Wrong answers: each takes an answer that agreed and tells what of it to replace, if it has what it takes.

def missing_something(answer):
    return bool(answer.get("missing"))


def missing_nothing(answer):
    return answer.get("missing") == []


def backwards(key):
    return lambda answer: {key: answer[key][::-1]} if len(answer.get(key, ())) > 1 else None


def other_error(key, value):
    return lambda answer: {"error": {**answer["error"], key: value}} if "error" in answer else None


ANSWERS = (
    ("no next question though a fact is missing", lambda it: {"nextQuestion": None} if missing_something(it) else None),
    ("a next question that is not missing", lambda it: {"nextQuestion": "none"} if missing_something(it) else None),
    ("a next question though no fact is missing", lambda it: {"nextQuestion": "rqth"} if missing_nothing(it) else None),
    ("met backwards", backwards("met")),
    ("expiring backwards", backwards("expiring")),
    ("a situation twice", lambda it: {"situations": it["situations"][:1] + it["situations"]} if "met" in it else None),
    ("an error where there is none", lambda it: {"error": {"code": "internal", "path": ""}} if "met" in it else None),
    ("an error passed over", lambda it: {"error": None} if "error" in it else None),
    ("an error of another code", other_error("code", "internalError")),
    ("an error elsewhere", other_error("path", "record")),
)
