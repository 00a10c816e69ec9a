"""Damaged readings, one fault each: a comparison that does not notice one of them proves nothing."""

from itertools import chain

import damaged_funding
import damaged_plan
import damaged_reader
import damaged_schedule
import damaged_settle
from damaged_situations import situations
from damaged_tables import offers
from loading import Reading

RULES = (damaged_funding, damaged_plan, damaged_reader, damaged_schedule, damaged_settle)


def readings():
    """The name of each damage, the operations that must show it, and a reading that has it."""
    for module, operations, name, old, new in chain.from_iterable(rules.EDITS for rules in RULES):
        yield f"{module}: {name}", operations, Reading({module: ((old, new),)})
    for name, operations, damage in chain(offers(), situations()):
        reading = Reading()
        damage(reading)
        yield name, operations, reading


def tried_on(operations, by_operation):
    return chain.from_iterable(by_operation.get(operation, ()) for operation in operations)
