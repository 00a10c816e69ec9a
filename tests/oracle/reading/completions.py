"""Sets of completions: what remains possible when some facts are unknown, up to half a million combinations at once."""

import ast
import operator
from functools import cache

COMPARISONS = {
    ast.Eq: operator.eq,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
}


@cache
def every(size):
    return (1 << size) - 1


@cache
def stripes(size, stride, count, place):
    """Of `size` bits in runs of `stride`, the runs number `place`, `place + count`, `place + 2 * count`…"""
    bits, width = every(stride) << (place * stride), stride * count
    while width < size:
        bits, width = bits | bits << width, 2 * width
    return bits & every(size)


class Completions:
    """Every completion of the facts that are not known, numbered from 0. A set of completions is an integer, whose bit
    number i tells whether completion i is in the set; it can then be intersected and united for all of them at once.

    The number of a completion is written in mixed base: each unknown fact is a digit, the place of its value.
    """

    def __init__(self, facts, known):
        self.facts, self.known = facts, known
        self.stride, self.size = {}, 1
        for fact, values in facts.items():
            if fact not in known:
                self.stride[fact] = self.size
                self.size *= len(values)
        self.all = every(self.size)

    def having(self, fact, wanted):
        """The completions in which the value of the fact is a wanted one."""
        if fact in self.known:
            return self.all if wanted(self.known[fact]) else 0
        values, found = self.facts[fact], 0
        for place, value in enumerate(values):
            if wanted(value):
                found |= stripes(self.size, self.stride[fact], len(values), place)
        return found

    def where(self, rule):
        """The completions in which a rule, read as a Python expression, holds."""
        if isinstance(rule, ast.BoolOp):
            found = self.where(rule.values[0])
            for part in rule.values[1:]:
                found = found & self.where(part) if isinstance(rule.op, ast.And) else found | self.where(part)
            return found
        if isinstance(rule, ast.Compare):
            compare, bound = COMPARISONS[type(rule.ops[0])], rule.comparators[0].value
            return self.having(rule.left.id, lambda value: compare(value, bound))
        return self.having(rule.id, lambda value: value is True)

    def decides(self, fact, found):
        """Whether of two completions that differ in this fact alone, one is in the set and the other not: whether that
        is so of two neighbouring values comes to the same."""
        stride, count = self.stride[fact], len(self.facts[fact])
        has_neighbour = self.all ^ stripes(self.size, stride, count, count - 1)
        return (found ^ found >> stride) & has_neighbour != 0
