"""Damaged readings, one fault each: a comparison that does not notice one of them proves nothing."""

from itertools import chain

from damaged_rules import EDITS
from damaged_situations import situations
from damaged_tables import offers
from loading import Reading


def readings():
    """The name of each damage, the operations that must show it, and a reading that has it."""
    for module, operations, name, old, new in EDITS:
        yield f"{module}: {name}", operations.split(), Reading({module: ((old, new),)})
    for name, operations, damage in chain(offers(), situations()):
        reading = Reading()
        damage(reading)
        yield name, operations, reading


def tried_on(operations, by_operation):
    return chain.from_iterable(by_operation.get(operation, ()) for operation in operations)
