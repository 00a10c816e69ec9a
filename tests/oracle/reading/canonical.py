"""The canonical form of JSON (RFC 8785) and its SHA-256."""

import hashlib
from decimal import Decimal

from reading.reader import Pairs

ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def digest(value):
    return "sha256:" + hashlib.sha256(canonical(value).encode()).hexdigest()


def canonical(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float, Decimal)):
        return number_text(float(value))
    if isinstance(value, str):
        return text_text(value)
    if isinstance(value, (Pairs, dict)):
        pairs = value.items() if isinstance(value, dict) else value
        ordered = sorted(pairs, key=lambda pair: pair[0].encode("utf-16-be"))
        return "{" + ",".join([f"{text_text(key)}:{canonical(part)}" for key, part in ordered]) + "}"
    return "[" + ",".join(map(canonical, value)) + "]"


def text_text(text):
    return '"' + "".join([escaped(letter) for letter in text]) + '"'


def escaped(letter):
    if letter in ESCAPES:
        return ESCAPES[letter]
    return f"\\u{ord(letter):04x}" if letter < " " else letter


def number_text(value):
    """A number as ECMAScript writes it (Number::toString): the shortest digits that lead back to it."""
    if value == 0:
        return "0"
    sign, digits, exponent = Decimal(repr(value)).as_tuple()
    text = "".join(map(str, digits)).rstrip("0")
    point = len(digits) + exponent  # where the point stands, counted from the first digit
    count = len(text)
    if count <= point <= 21:
        shown = text + "0" * (point - count)
    elif 0 < point <= 21:
        shown = text[:point] + "." + text[point:]
    elif -6 < point <= 0:
        shown = "0." + "0" * -point + text
    else:
        mantissa = text if count == 1 else text[0] + "." + text[1:]
        shown = f"{mantissa}e{'+' if point > 0 else '-'}{abs(point - 1)}"
    return "-" * sign + shown
