"""The centre's tables with one figure or one mark wrong in them."""

from decimal import Decimal

from reading.offer import NEEDS, STATED, SUITS, VARIANTS

HALF = Decimal("0.5")
PLAN = ["plan"]


def offers():
    yield from steps()
    yield from marks()
    for variant in STATED:
        for more in (HALF, -HALF):
            yield (
                f"stated total of {variant} {more:+}",
                ["quote"],
                lambda reading, variant=variant, more=more: add(reading.offer.STATED, variant, more),
            )
    for variant in SUITS:
        for situation in ("restrictionsAptitude", "reclassement"):
            yield (
                f"{variant} suits {situation} or not",
                ["recommend"],
                lambda reading, variant=variant, situation=situation: toggle(reading.offer.SUITS[variant], situation),
            )


def add(table, key, more):
    table[key] += more


def toggle(found, item):
    found.remove(item) if item in found else found.append(item)


def steps():
    for variant, rows in VARIANTS.items():
        for place, step in enumerate(rows):
            for name, change in changes(step, place, len(rows)):
                yield (
                    f"{variant}, {step.code}: {name}",
                    PLAN,
                    lambda reading, variant=variant, place=place, change=change: change(
                        reading.offer.VARIANTS[variant], place
                    ),
                )


def changes(step, place, count):
    """Ways to damage a row in place."""
    yield "half an hour less", lambda rows, place: change_hours(rows[place], -HALF, 0)
    yield "half an hour more", lambda rows, place: change_hours(rows[place], 0, HALF)
    if step.low < step.high:
        yield "half an hour more at least", lambda rows, place: change_hours(rows[place], HALF, 0)
        yield "half an hour less at most", lambda rows, place: change_hours(rows[place], 0, -HALF)
    yield "coach or none", lambda rows, place: setattr(rows[place], "coach", not rows[place].coach)
    yield "tools or none", lambda rows, place: setattr(rows[place], "tools", not rows[place].tools)
    for modes in (
        ["entretien"],
        ["reunion"],
        ["autonomie"],
        ["entretien", "coaching"],
        ["entretien", "travailAccompagne"],
    ):
        if modes != step.modes:
            yield f"by {modes}", lambda rows, place, modes=modes: setattr(rows[place], "modes", modes)
    if len(step.modes) > 1:
        yield "its modes backwards", lambda rows, place: setattr(rows[place], "modes", rows[place].modes[::-1])
    for kickoff in ("optional", "required", None):
        if kickoff != step.kickoff and (place == 0) == (kickoff is not None):
            yield f"kickoff {kickoff}", lambda rows, place, kickoff=kickoff: setattr(rows[place], "kickoff", kickoff)
    if place > 0:
        yield "left out", lambda rows, place: rows.pop(place)
        yield "of another name", lambda rows, place: setattr(rows[place], "code", rows[place].code + "s")
    if 0 < place < count - 1:
        yield "a place later", lambda rows, place: rows.insert(place + 1, rows.pop(place))


def change_hours(step, low, high):
    step.low += low
    step.high += high


def marks():
    """Every mark of the table of needs, made another."""
    for need, row in NEEDS.items():
        for place, mark in enumerate(row):
            for other in ".xX".replace(mark, ""):
                wrong = row[:place] + other + row[place + 1 :]
                yield (
                    f"{need}: {wrong}",
                    ["recommend"],
                    lambda reading, need=need, wrong=wrong: reading.offer.NEEDS.__setitem__(need, wrong),
                )
    names = list(NEEDS)
    for place, need in enumerate(names[:-1]):
        order = names[:place] + [names[place + 1], need] + names[place + 2 :]
        yield (f"{need} a place later", ["recommend"], lambda reading, order=order: reorder(reading.offer.NEEDS, order))
    variants = list(VARIANTS)
    for place, variant in enumerate(variants[:-1]):
        order = variants[:place] + [variants[place + 1], variant] + variants[place + 2 :]
        yield f"{variant} a place later", ["recommend"], lambda reading, order=order: later(reading.offer, order)


def reorder(table, order):
    rows = {name: table.pop(name) for name in order}
    table.update(rows)


def later(offer, order):
    """The variants in another order, the marks with them."""
    places = [list(offer.VARIANTS).index(variant) for variant in order]
    for need, row in offer.NEEDS.items():
        offer.NEEDS[need] = "".join(row[place] for place in places)
    reorder(offer.VARIANTS, order)
