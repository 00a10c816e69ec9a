"""Requests as they are drawn: an object is a list of pairs of a key and its value, a value that is a text is JSON."""

import json


def write(value):
    """The JSON text of what was drawn."""
    if isinstance(value, str):
        return value
    if isinstance(value, Items):
        return "[" + ",".join(map(write, value)) + "]"
    return "{" + ",".join([f'"{key}":{write(part)}' for key, part in value]) + "}"


class Items(list):
    """A list, where a plain list of pairs is an object."""


def day(value):
    return f'"{value.isoformat()}"'


def text(value):
    return json.dumps(value, ensure_ascii=False)


def numeral(rng, value):
    """A number as JSON may write it."""
    plain = f"{value.normalize():f}"
    if rng.random() < 0.9:
        return plain
    forms = [plain if "." in plain else f"{plain}.0"]
    if value > 0:
        forms += [f"{value * 10:.0f}e-1"] if value * 10 % 1 == 0 else []
        forms += [f"{value / 10:.3f}".rstrip("0").rstrip(".") + "E1"]
    return rng.choice(forms)


def maybe(rng, pairs, key, value, share, null=0.04):
    """Adds the pair with a chance, or the key with null with a smaller one."""
    chance = rng.random()
    if chance < share:
        pairs.append((key, value() if callable(value) else value))
    elif chance < share + null:
        pairs.append((key, "null"))


def objects(value, path=()):
    """Every object in what was drawn, with the keys that lead to it."""
    if isinstance(value, Items):
        for item in value:
            yield from objects(item, path)
    elif isinstance(value, list):
        yield path, value
        for key, part in value:
            yield from objects(part, (*path, key))
