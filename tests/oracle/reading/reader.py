"""Strict reading of a request, in the order in which it is written: the first fault is the one told.

A kind is a function of a JSON value and its path, which returns the value read or raises a `Fault`.
"""

import json
import re
from datetime import date
from decimal import Decimal

from reading.faults import Fault

DEPTH = 32
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Pairs(list):
    """An object as it is written: its pairs, in order, a key perhaps twice."""


def no_constant(name):
    raise ValueError(name)


def parse(text):
    try:
        value = json.loads(
            text, object_pairs_hook=Pairs, parse_float=Decimal, parse_int=Decimal, parse_constant=no_constant
        )
    except (ValueError, RecursionError):
        raise Fault("invalidJson", None) from None
    # Only a text with many brackets can be too deep.
    if text.count("[") + text.count("{") > DEPTH and depth(value) > DEPTH:
        raise Fault("invalidJson", None)
    return value


def depth(value):
    if isinstance(value, Pairs):
        return 1 + max([depth(part) for _, part in value], default=0)
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


def join(path, key):
    return f"{path}.{key}" if path else key


def members(pairs, path, kinds, required=()):
    """Reads an object whose keys are those of `kinds`. What is null is left out."""
    if not isinstance(pairs, Pairs):
        raise Fault("wrongType", path)
    read, seen = {}, set()
    for key, value in pairs:
        at = join(path, key)
        if key in seen:
            raise Fault("duplicateField", at)
        seen.add(key)
        if key not in kinds:
            raise Fault("unknownField", at)
        if value is not None:
            read[key] = kinds[key](value, at)
    for key in required:
        if key not in read:
            raise Fault("missingField", join(path, key))
    return read


def an_object(kinds, required=()):
    return lambda value, path: members(value, path, kinds, required)


def hours_of_steps(value, path):
    """The hours decided for steps: whether the variant has those steps is seen when it is known."""
    if not isinstance(value, Pairs):
        raise Fault("wrongType", path)
    return members(value, path, {key: fixed_hours for key, _ in value})


def a_list(kind, unique=False):
    def read(value, path):
        if not isinstance(value, list) or isinstance(value, Pairs):
            raise Fault("wrongType", path)
        found = []
        for place, item in enumerate(value):
            at = f"{path}[{place}]"
            part = kind(item, at)
            if unique and part in found:
                raise Fault("duplicateCode", at)
            found.append(part)
        return found

    return read


def a_flag(value, path):
    if not isinstance(value, bool):
        raise Fault("wrongType", path)
    return value


def a_code(codes, refusal="unknownCode"):
    def read(value, path):
        if not isinstance(value, str):
            raise Fault("wrongType", path)
        if value not in codes:
            raise Fault(refusal, path)
        return value

    return read


def a_date(value, path):
    if not isinstance(value, str) or not DATE.fullmatch(value):
        raise Fault("wrongType", path)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise Fault("outOfRange", path) from None


def a_number(value, path):
    if not isinstance(value, Decimal):
        raise Fault("wrongType", path)
    return value


def a_rate(value, path):
    """A percentage: from 0 to 100, with two decimals at most."""
    rate = a_number(value, path)
    if not 0 <= rate <= 100 or rate * 100 % 1 != 0:
        raise Fault("outOfRange", path)
    return rate


def multiple_of(granularity):
    def read(value, path):
        hours = a_number(value, path)
        if hours % granularity != 0:
            raise Fault("hoursGranularity", path)
        return hours

    return read


planned_hours = multiple_of(Decimal("0.5"))
quarter_hours = multiple_of(Decimal("0.25"))


def fixed_hours(value, path):
    hours = planned_hours(value, path)
    if not 0 <= hours <= 40:
        raise Fault("hoursOutOfRange", path)
    return hours


def session_hours(value, path):
    hours = a_number(value, path)
    if hours % Decimal("0.5") != 0:
        raise Fault(frozenset({"outOfRange", "hoursOutOfRange", "hoursGranularity"}), path)  # left open as well
    return hours


def hours_done(value, path):
    hours = quarter_hours(value, path)
    if not Decimal("0.25") <= hours <= 24:
        raise Fault(frozenset({"outOfRange", "hoursOutOfRange"}), path)  # the contract does not say which
    return hours
