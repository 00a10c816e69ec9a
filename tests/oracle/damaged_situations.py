"""The national table with one thing wrong in it."""

import ast
import copy

from reading.national import APTITUDE, DELICATE, FACTS, FLAG, OBLIGATION, SITUATIONS

FUNDING = ["funding"]


def situations():
    for name, rows in tables():
        yield name, FUNDING, lambda reading, rows=rows: setattr(reading.funding, "SITUATIONS", rows)
    for code, _, _ in SITUATIONS:
        yield f"outcome without {code}", FUNDING, lambda reading, code=code: forget(reading, code)
    for fact in FACTS:
        other = DELICATE ^ {fact}
        yield (
            f"{fact} delicate or not",
            FUNDING,
            lambda reading, other=other: setattr(reading.funding, "DELICATE", other),
        )


def forget(reading, code):
    table = reading.funding.table
    reading.funding.counted = lambda: [situation for situation in table() if situation.code != code]


def tables():
    for place, (code, group, rule) in enumerate(SITUATIONS):
        before, after = SITUATIONS[:place], SITUATIONS[place + 1 :]
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
